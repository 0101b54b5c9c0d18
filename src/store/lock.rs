//! One process at a time. Refuses a second one after a moment; the kernel lets go of the lock when its holder dies.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use super::error::StoreError;
use crate::crypt::whole_file::PRIVATE_MODE;

pub struct Lock {
    _file: File,
}

pub const NAME: &str = "lock";
/// A holder that is just dying, or whose child has not yet become another program, lets go within this.
const PATIENCE: Duration = Duration::from_secs(1);
const LOOK: Duration = Duration::from_millis(10);

/// Whether a process holds it now. Makes no file.
pub fn is_held(dir: &Path) -> Result<bool, StoreError> {
    let path = dir.join(NAME);
    let file = match File::open(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        file => file.map_err(StoreError::io("opening the lock", &path))?,
    };
    match file.try_lock_shared() {
        Ok(()) => Ok(false),
        Err(TryLockError::WouldBlock) => Ok(true),
        Err(TryLockError::Error(source)) => Err(StoreError::io("looking at the lock", &path)(source)),
    }
}

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
    let began = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) if began.elapsed() < PATIENCE => std::thread::sleep(LOOK),
            Err(TryLockError::WouldBlock) => return Err(StoreError::Locked(dir.to_owned())),
            Err(TryLockError::Error(source)) => return Err(StoreError::io("locking", &path)(source)),
        }
    }
}
