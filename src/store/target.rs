//! Where backups are kept: named objects that never change once they are there. A folder is one, a bucket another. Refuses
//! nothing itself: what comes back is judged by whoever reads it, because anybody may have been at it.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::error::StoreError;
use crate::crypt::whole_file::{self, PRIVATE_MODE};
use crate::model::time::Timestamp;

/// An object as a listing shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Below the folder that was listed.
    pub name: String,
    pub bytes: u64,
    pub at: Timestamp,
}

/// Names are the house's own: `tessera-*.backup`, `pieces/<digest>`. Nothing that was read decides on one.
pub trait Target: Send + Sync {
    /// How people call it.
    fn name(&self) -> String;

    /// The folder of this machine whose disk it fills, where it is one.
    fn folder(&self) -> Option<&Path> {
        None
    }

    /// Durable when it returns; absent or whole, whatever happens meanwhile.
    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError>;

    /// # Errors
    /// - `BackupPart`: there is no such object, or it is longer than `bytes_max`.
    fn get(&self, name: &str, bytes_max: u64) -> Result<Vec<u8>, StoreError>;

    /// Objects directly in the folder; `""` is the target itself. A folder that is not there holds none.
    fn list(&self, folder: &str) -> Result<Vec<Listed>, StoreError>;

    /// What is gone already is as good as removed.
    fn remove(&self, name: &str) -> Result<(), StoreError>;
}

/// A folder, on a disk or a network drive.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }
}

impl Target for Folder {
    fn name(&self) -> String {
        self.0.display().to_string()
    }

    fn folder(&self) -> Option<&Path> {
        Some(&self.0)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let path = self.0.join(name);
        let folder = whole_file::parent(&path);
        std::fs::create_dir_all(folder).map_err(StoreError::io("making", folder))?;
        let part = whole_file::part_of(&path);
        let write = || {
            let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(PRIVATE_MODE).open(&part)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            std::fs::rename(&part, &path)?;
            whole_file::sync_dir(folder)
        };
        write().inspect_err(|_| drop(std::fs::remove_file(&part))).map_err(StoreError::io("writing", &path))
    }

    fn get(&self, name: &str, bytes_max: u64) -> Result<Vec<u8>, StoreError> {
        let path = self.0.join(name);
        let lost =
            |what: &str| StoreError::BackupPart { target: self.name(), name: name.to_owned(), what: what.to_owned() };
        let file = match std::fs::File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(lost("is missing")),
            Err(error) => return Err(StoreError::io("opening", &path)(error)),
        };
        let mut bytes = Vec::new();
        file.take(bytes_max + 1).read_to_end(&mut bytes).map_err(StoreError::io("reading", &path))?;
        if bytes.len() as u64 > bytes_max { Err(lost("is too long")) } else { Ok(bytes) }
    }

    fn list(&self, folder: &str) -> Result<Vec<Listed>, StoreError> {
        let folder = self.0.join(folder);
        let entries = match std::fs::read_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(StoreError::io("listing", &folder))?,
        };
        let mut listed = Vec::new();
        for entry in entries {
            let entry = entry.map_err(StoreError::io("listing", &folder))?;
            // Somebody may tidy up meanwhile; what is gone is not listed.
            let Ok(data) = entry.metadata() else { continue };
            if let (true, Ok(name)) = (data.is_file(), entry.file_name().into_string()) {
                let written = data.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
                let ms = written.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX));
                listed.push(Listed { name, bytes: data.len(), at: Timestamp(ms) });
            }
        }
        Ok(listed)
    }

    fn remove(&self, name: &str) -> Result<(), StoreError> {
        let path = self.0.join(name);
        match std::fs::remove_file(&path) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(StoreError::io("removing", &path)(error)),
        }
    }
}
