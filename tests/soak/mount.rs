//! File systems of our own, for as long as a test needs them. Mounting takes the superuser; where it is not allowed, whoever asks is
//! told why.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Something mounted; gone when it is dropped.
pub struct Mount {
    pub at: PathBuf,
}

impl Mount {
    /// # Errors
    /// Why nothing can be mounted here.
    pub fn memory(at: &Path, bytes: u64) -> Result<Self, String> {
        Self::of("tmpfs", at, &["-t", "tmpfs", "-o", &format!("size={bytes}")])
    }

    /// An ext4 file system in a file.
    pub fn image(image: &Path, at: &Path, options: &str) -> Result<Self, String> {
        Self::of(&image.display().to_string(), at, &["-t", "ext4", "-o", &format!("loop,{options}")])
    }

    fn of(what: &str, at: &Path, words: &[&str]) -> Result<Self, String> {
        std::fs::create_dir_all(at).map_err(|error| error.to_string())?;
        said(Command::new("mount").args(words).arg(what).arg(at))?;
        Ok(Self { at: at.to_owned() })
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Lazily, because a failed test may still have files open there.
        drop(said(Command::new("umount").arg("-l").arg(&self.at)));
    }
}

/// Makes an empty ext4 file system in a file that takes no room before it is written.
pub fn make_image(image: &Path, bytes: u64) -> Result<(), String> {
    let file = std::fs::File::create(image).map_err(|error| error.to_string())?;
    file.set_len(bytes).map_err(|error| error.to_string())?;
    let options = "lazy_itable_init=0,lazy_journal_init=0,nodiscard";
    said(Command::new("mkfs.ext4").args(["-q", "-F", "-m", "0", "-E", options]).arg(image))
}

/// What is on the device at this moment; what only the file system's memory has is not.
pub fn copy_image(from: &Path, to: &Path) {
    let mut copy = Command::new("cp");
    said(copy.arg("--sparse=always").args([from, to])).expect("there is room for a second image");
}

fn said(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr).trim())),
        Err(error) => Err(format!("{name}: {error}")),
    }
}
