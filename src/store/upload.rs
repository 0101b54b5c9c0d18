//! A file on its way in, chunk by chunk, until it is durable under its name. Refuses one byte more than a file may have.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;

use super::blob::{CHUNK_BYTES, HEAD_BYTES, SPACE_STRIDE, chunk_at};
use super::error::StoreError;
use super::space::{Reserve, Space};
use crate::crypt::seal::TAG_BYTES;
use crate::crypt::stream::{Place, Stream};
use crate::crypt::whole_file;
use crate::model::id::FileId;
use crate::model::limit::FILE_BYTES_MAX;

/// What was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    pub id: FileId,
    pub bytes: u64,
    /// BLAKE3 of the plain bytes.
    pub digest: [u8; 32],
}

/// Dropped before [`Upload::finish`], it leaves nothing.
pub struct Upload {
    id: FileId,
    part: PathBuf,
    path: PathBuf,
    file: File,
    stream: Stream,
    reserve: Reserve,
    pending: Vec<u8>,
    chunks: u64,
    bytes: u64,
    hasher: blake3::Hasher,
    is_finished: bool,
}

impl Upload {
    pub(super) fn new(
        id: FileId,
        (part, path): (PathBuf, PathBuf),
        (file, stream): (File, Stream),
        reserve: Reserve,
    ) -> Self {
        let (pending, hasher) = (Vec::with_capacity(CHUNK_BYTES), blake3::Hasher::new());
        Self { id, part, path, file, stream, reserve, pending, chunks: 0, bytes: 0, hasher, is_finished: false }
    }

    pub(super) fn write_head(&self, head: &[u8; HEAD_BYTES]) -> Result<(), StoreError> {
        self.file.write_all_at(head, 0).map_err(StoreError::io("writing", &self.part))
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

    /// Durable under its id when it returns.
    pub fn finish(mut self) -> Result<Stored, StoreError> {
        self.flush(Place::Last)?;
        self.file.sync_all().map_err(StoreError::io("syncing", &self.part))?;
        let folder = whole_file::parent(&self.path);
        std::fs::create_dir_all(folder).map_err(StoreError::io("making", folder))?;
        std::fs::rename(&self.part, &self.path).map_err(StoreError::io("renaming", &self.part))?;
        self.is_finished = true;
        whole_file::sync_dir(folder).map_err(StoreError::io("syncing", folder))?;
        let root = whole_file::parent(folder);
        whole_file::sync_dir(root).map_err(StoreError::io("syncing", root))?;
        Ok(Stored { id: self.id, bytes: self.bytes, digest: *self.hasher.finalize().as_bytes() })
    }

    fn flush(&mut self, place: Place) -> Result<(), StoreError> {
        let mut sealed = Vec::with_capacity(CHUNK_BYTES + TAG_BYTES);
        self.stream.seal(self.chunks, place, &self.pending, &mut sealed);
        let at = chunk_at(self.chunks);
        self.file.write_all_at(&sealed, at).map_err(StoreError::io("writing", &self.part))?;
        self.chunks += 1;
        self.pending.clear();
        Ok(())
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        if !self.is_finished {
            // What cannot be removed now is removed at the next start.
            drop(std::fs::remove_file(&self.part));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypt::secret::Key;

    #[test]
    fn one_byte_too_many_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let paths = (dir.path().join("part"), dir.path().join("folder/whole"));
        let stream = Stream::new(&Key::new([1; 32]), b"file");
        let opened = (File::create(&paths.0).unwrap(), stream);
        let mut upload = Upload::new(FileId::from_u128(1), paths, opened, Reserve::NONE);
        upload.bytes = FILE_BYTES_MAX - 1;
        upload.write(&[1]).unwrap();
        assert!(matches!(upload.write(&[1]), Err(StoreError::FileTooLarge { .. })));
    }
}
