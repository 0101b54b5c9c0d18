//! Room on the disk. Refuses writes while there is still room to run: the store stops accepting before the disk is full,
//! reads on, lets people sign in, and accepts again as soon as there is room.

use std::fs::File;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use serde::Serialize;

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
    /// Refuses only what does not fit.
    pub const LEAST: Self = Self { bytes: 1, percent: 0 };
    /// Refuses nothing. For tests.
    pub const NONE: Self = Self { bytes: 0, percent: 0 };

    /// The usual one, except on a small disk: there the warning at a tenth must still come before the end.
    pub fn fitting(space: Space) -> Self {
        Self { bytes: Self::USUAL.bytes.min(space.total / 16), ..Self::USUAL }
    }

    /// What signing in may use up: people must be able to look, and to make room.
    #[must_use]
    pub const fn halved(self) -> Self {
        Self { bytes: self.bytes / 2, percent: self.percent / 2 }
    }
}

/// How much room there is, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    Ample,
    /// A tenth or less is left: time to warn.
    Low,
    /// Into the reserve: nothing is accepted any more.
    Full,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    pub free: u64,
    pub total: u64,
}

impl Space {
    /// Of the file system that holds `dir`, or would; what an ordinary process may use.
    pub fn of(dir: &Path) -> Result<Self, StoreError> {
        let stat = rustix::fs::statvfs(dir).or_else(|_| rustix::fs::statvfs(standing(dir)));
        let stat = stat.map_err(|error| StoreError::io("asking for room at", dir)(error.into()))?;
        Ok(Self { free: stat.f_bavail * stat.f_frsize, total: stat.f_blocks * stat.f_frsize })
    }

    pub fn room(self, reserve: Reserve) -> Room {
        match self.admit(reserve, 0) {
            Err(_) => Room::Full,
            Ok(()) if self.free <= self.total / 10 => Room::Low,
            Ok(()) => Room::Ample,
        }
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

/// Whether the same file system holds both directories, or would.
pub fn is_one_disk(one: &Path, other: &Path) -> Result<bool, StoreError> {
    let device = |dir: &Path| {
        let dir = standing(dir);
        std::fs::metadata(dir).map(|meta| meta.dev()).map_err(StoreError::io("asking for the disk of", dir))
    };
    Ok(device(one)? == device(other)?)
}

/// The directory, or the nearest one above it that is there.
fn standing(dir: &Path) -> &Path {
    dir.ancestors().find(|path| path.exists()).unwrap_or(Path::new("."))
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
        let taken = rustix::fs::fallocate(&file, rustix::fs::FallocateFlags::empty(), 0, self.bytes);
        taken.map_err(|error| StoreError::io("setting room aside in", &self.path)(error.into())).inspect_err(|_| {
            // Half a ballast would pass for one.
            drop(std::fs::remove_file(&self.path));
        })
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
    fn on_a_disk_of_any_size_the_warning_comes_before_the_end() {
        for total in [64 << 20, 1 << 30, 6 << 30, 1 << 40] {
            let reserve = Reserve::fitting(Space { free: 0, total });
            let room = |percent| Space { free: total / 100 * percent, total }.room(reserve);
            assert_eq!([room(11), room(10), room(9), room(1)], [Room::Ample, Room::Low, Room::Low, Room::Full]);
        }
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
