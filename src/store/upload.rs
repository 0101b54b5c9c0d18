//! Content on its way in, chunk by chunk, until it is durable under its address. Refuses one byte more than a file may have.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::blob::{CHUNK_BYTES, SPACE_STRIDE, chunk_at};
use super::bond::Unbound;
use super::error::StoreError;
use super::space::{Reserve, Space};
use crate::crypt::seal::TAG_BYTES;
use crate::crypt::stream::{Place, Stream};
use crate::crypt::whole_file;
use crate::model::id::ContentId;
use crate::model::limit::FILE_BYTES_MAX;

/// Dropped before it is settled, it leaves nothing.
pub struct Upload {
    part: PathBuf,
    file: File,
    head: Unbound,
    stream: Stream,
    reserve: Reserve,
    pending: Vec<u8>,
    chunks: u64,
    bytes: u64,
    hasher: blake3::Hasher,
    is_settled: bool,
}

impl Upload {
    pub(super) fn new(
        (part, file): (PathBuf, File),
        (head, stream): (Unbound, Stream),
        reserve: Reserve,
    ) -> Result<Self, StoreError> {
        let (pending, hasher) = (Vec::with_capacity(CHUNK_BYTES), blake3::Hasher::new());
        let upload =
            Self { part, file, head, stream, reserve, pending, chunks: 0, bytes: 0, hasher, is_settled: false };
        // Whoever looks for keys that are in use finds this one.
        upload.write_at(upload.head.head(), 0)?;
        Ok(upload)
    }

    /// # Errors
    /// - `FileTooLarge`, `StorageFull`: drop the upload, and nothing is left of it.
    pub fn write(&mut self, mut bytes: &[u8]) -> Result<(), StoreError> {
        let before = self.bytes;
        self.bytes += bytes.len() as u64;
        if self.bytes > FILE_BYTES_MAX {
            return Err(StoreError::FileTooLarge { max: FILE_BYTES_MAX });
        }
        if before / SPACE_STRIDE != self.bytes / SPACE_STRIDE {
            Space::of(whole_file::parent(&self.part))?.admit(self.reserve, SPACE_STRIDE)?;
        }
        self.hasher.update(bytes);
        while !bytes.is_empty() {
            // A full chunk waits until more comes: only then is it known not to be the last.
            if self.pending.len() == CHUNK_BYTES {
                self.flush(Place::Inner)?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK_BYTES - self.pending.len()));
            self.pending.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    pub(super) const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Nothing more comes. Gives the number of plain bytes and their digest.
    pub(super) fn end(&mut self) -> Result<(u64, [u8; 32]), StoreError> {
        self.flush(Place::Last)?;
        Ok((self.bytes, *self.hasher.finalize().as_bytes()))
    }

    /// Belongs to `content` from now on; durable when it returns, but has no name yet.
    pub(super) fn bind(&self, content: ContentId) -> Result<(), StoreError> {
        self.write_at(&self.head.bound_to(content), 0)?;
        self.file.sync_all().map_err(StoreError::io("syncing", &self.part))
    }

    /// Takes the place of what stands there; whoever reads that reads on.
    pub(super) fn settle(mut self, path: &Path, at: SystemTime) -> Result<(), StoreError> {
        let folder = whole_file::parent(path);
        std::fs::create_dir_all(folder).map_err(StoreError::io("making", folder))?;
        self.file.set_modified(at).map_err(StoreError::io("dating", &self.part))?;
        std::fs::rename(&self.part, path).map_err(StoreError::io("renaming", &self.part))?;
        self.is_settled = true;
        Ok(())
    }

    fn flush(&mut self, place: Place) -> Result<(), StoreError> {
        let mut sealed = Vec::with_capacity(CHUNK_BYTES + TAG_BYTES);
        self.stream.seal(self.chunks, place, &self.pending, &mut sealed);
        self.write_at(&sealed, chunk_at(self.chunks))?;
        self.chunks += 1;
        self.pending.clear();
        Ok(())
    }

    fn write_at(&self, bytes: &[u8], at: u64) -> Result<(), StoreError> {
        self.file.write_all_at(bytes, at).map_err(StoreError::io("writing", &self.part))
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        if !self.is_settled {
            // What cannot be removed now is removed at the next start.
            drop(std::fs::remove_file(&self.part));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypt::key_ring::KeyRing;
    use crate::crypt::password::Cost;
    use crate::crypt::recovery;
    use crate::crypt::slot::Opener;

    #[test]
    fn one_byte_too_many_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let ring = KeyRing::create(dir.path(), &[Opener::Recovery(recovery::draw())], Cost::LEAST).unwrap();
        let part = dir.path().join("part");
        let opened = (part.clone(), File::create(&part).unwrap());
        let mut upload = Upload::new(opened, Unbound::draw(&ring).unwrap(), Reserve::NONE).unwrap();
        upload.bytes = FILE_BYTES_MAX - 1;
        upload.write(&[1]).unwrap();
        assert!(matches!(upload.write(&[1]), Err(StoreError::FileTooLarge { .. })));
    }
}
