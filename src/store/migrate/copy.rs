//! The copy of the data directory that an upgrade can be taken back with: the older release opens it as it is. Rows are left out,
//! for they follow from the journal; stored files never change and are shared. Refuses to begin without room for all of it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::crypt::{key_file, whole_file};
use crate::store::blob;
use crate::store::error::StoreError;
use crate::store::layout::JOURNAL_DIR;
use crate::store::sentinel;
use crate::store::space::{Reserve, Space};

/// Complete and durable under `before-format-N` when it returns.
///
/// # Errors
/// - `StorageFull`: it does not fit.
pub fn set_aside(dir: &Path, format: u16) -> Result<(), StoreError> {
    let target = dir.join(format!("before-format-{format}"));
    let part = whole_file::part_of(&target);
    for left in [&target, &part].into_iter().filter(|left| left.exists()) {
        fs::remove_dir_all(left).map_err(StoreError::io("clearing", left))?;
    }
    let names = key_file::NAMES.into_iter().chain(sentinel::NAMES).map(PathBuf::from);
    let journal = entries(&dir.join(JOURNAL_DIR))?;
    let bytes: u64 = journal.iter().filter_map(|path| path.metadata().ok()).map(|meta| meta.len()).sum();
    Space::of(dir)?.admit(Reserve { bytes: 1 << 20, percent: 0 }, bytes)?;
    fs::create_dir_all(part.join(JOURNAL_DIR)).map_err(StoreError::io("making", &part))?;
    for name in names.filter(|name| dir.join(name).exists()) {
        copy(&dir.join(&name), &part.join(&name))?;
    }
    for path in journal {
        let name = path.file_name().expect("an entry has a name");
        copy(&path, &part.join(JOURNAL_DIR).join(name))?;
    }
    share(&dir.join(blob::DIR), &part.join(blob::DIR))?;
    for made in [&part.join(JOURNAL_DIR), &part] {
        whole_file::sync_dir(made).map_err(StoreError::io("syncing", made))?;
    }
    fs::rename(&part, &target).map_err(StoreError::io("renaming", &part))?;
    whole_file::sync_dir(dir).map_err(StoreError::io("syncing", dir))
}

fn copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::copy(from, to).map_err(StoreError::io("copying", from))?;
    File::open(to).and_then(|file| file.sync_all()).map_err(StoreError::io("syncing", to))
}

/// The same files under a second name.
fn share(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(to).map_err(StoreError::io("making", to))?;
    for path in entries(from)? {
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            share(&path, &target)?;
        } else {
            fs::hard_link(&path, &target).map_err(StoreError::io("sharing", &path))?;
        }
    }
    whole_file::sync_dir(to).map_err(StoreError::io("syncing", to))
}

fn entries(dir: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let listed = fs::read_dir(dir).map_err(StoreError::io("listing", dir))?;
    listed.map(|entry| entry.map(|entry| entry.path()).map_err(StoreError::io("listing", dir))).collect()
}
