//! Room on the disk. Refuses writes while there is still room to run: the store stops accepting before the disk is full,
//! reads on, and accepts again as soon as there is room.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::error::StoreError;

const BALLAST_NAME: &str = "ballast";

/// When to refuse. The larger of the two figures counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reserve {
    pub bytes: u64,
    pub percent: u8,
}

impl Reserve {
    pub const USUAL: Self = Self { bytes: 512 << 20, percent: 2 };
    /// Refuses nothing. For tests.
    pub const NONE: Self = Self { bytes: 0, percent: 0 };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    pub free: u64,
    pub total: u64,
}

impl Space {
    /// Of the file system that holds `dir`; what an ordinary process may use.
    pub fn of(dir: &Path) -> Result<Self, StoreError> {
        let stat = rustix::fs::statvfs(dir).map_err(|error| StoreError::io("asking for room at", dir)(error.into()))?;
        Ok(Self { free: stat.f_bavail * stat.f_frsize, total: stat.f_blocks * stat.f_frsize })
    }

    /// A tenth or less is left: time to warn.
    pub const fn is_low(self) -> bool {
        self.free < self.total / 10
    }

    /// # Errors
    /// - `StorageFull`: `wanted` more bytes would eat into the reserve.
    pub fn admit(self, reserve: Reserve, wanted: u64) -> Result<(), StoreError> {
        let needed = reserve.bytes.max(self.total / 100 * u64::from(reserve.percent)).saturating_add(wanted);
        if reserve != Reserve::NONE && self.free < needed {
            return Err(StoreError::StorageFull { free: self.free, needed });
        }
        Ok(())
    }
}

/// A file that only takes up room, given up when opening would otherwise fail for want of it.
pub struct Ballast {
    path: PathBuf,
    bytes: u64,
}

impl Ballast {
    pub fn new(dir: &Path, bytes: u64) -> Self {
        Self { path: dir.join(BALLAST_NAME), bytes }
    }

    /// Gives the room back if less than the ballast is free. Says whether it did.
    pub fn drop_if_tight(&self, space: Space) -> Result<bool, StoreError> {
        if space.free >= self.bytes || !self.path.exists() {
            return Ok(false);
        }
        std::fs::remove_file(&self.path).map_err(StoreError::io("removing", &self.path))?;
        Ok(true)
    }

    /// Takes the room when there is plenty.
    pub fn take_if_roomy(&self, space: Space) -> Result<(), StoreError> {
        if self.bytes == 0 || self.path.exists() || space.free < self.bytes.saturating_mul(4) {
            return Ok(());
        }
        let file = File::create(&self.path).map_err(StoreError::io("creating", &self.path))?;
        rustix::fs::fallocate(&file, rustix::fs::FallocateFlags::empty(), 0, self.bytes)
            .map_err(|error| StoreError::io("setting room aside in", &self.path)(error.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_larger_reserve_counts() {
        let space = Space { free: 1_000, total: 10_000 };
        let admit = |bytes, percent, wanted| space.admit(Reserve { bytes, percent }, wanted).is_ok();
        assert!(admit(900, 0, 100));
        assert!(!admit(900, 0, 101));
        assert!(admit(0, 9, 100));
        assert!(!admit(0, 10, 1));
        assert!(space.admit(Reserve::NONE, u64::MAX).is_ok());
    }

    #[test]
    fn ballast_is_taken_once_and_given_back_when_tight() {
        let dir = tempfile::tempdir().unwrap();
        let ballast = Ballast::new(dir.path(), 4096);
        let space = |free| Space { free, total: 1 << 30 };
        ballast.take_if_roomy(space(4096)).unwrap();
        assert!(!ballast.drop_if_tight(space(0)).unwrap(), "there was too little room to take any");
        ballast.take_if_roomy(space(1 << 20)).unwrap();
        assert!(!ballast.drop_if_tight(space(1 << 20)).unwrap());
        assert!(ballast.drop_if_tight(space(100)).unwrap());
    }
}
