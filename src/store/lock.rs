//! One process at a time. Refuses a second one at once; the kernel lets go of the lock when its holder dies.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::error::StoreError;
use crate::crypt::whole_file::PRIVATE_MODE;

pub struct Lock {
    _file: File,
}

pub const NAME: &str = "lock";

/// # Errors
/// - `Locked`: another process holds the data directory.
pub fn take(dir: &Path) -> Result<Lock, StoreError> {
    let path = dir.join(NAME);
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(PRIVATE_MODE)
        .open(&path)
        .map_err(StoreError::io("opening the lock", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked(dir.to_owned())),
        Err(TryLockError::Error(source)) => Err(StoreError::io("locking", &path)(source)),
    }
}
