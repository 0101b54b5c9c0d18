//! Stored files: one sealed file each, in chunks, so that any part can be read without the rest. Refuses a file that was
//! not finished: until it is durable under its name it does not exist, and what is left of it is removed at the next start.
//!
//! `magic 8 | version u16 | data key u32 | salt 32 | zeros`, 64 bytes, then 64-KiB chunks as [`crate::crypt::stream`] seals
//! them. The key is the file's own; overwriting the salt shreds the file.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::error::StoreError;
use super::pieces::OnBytes;
use super::space::{Reserve, Space};
use super::upload::{Stored, Upload};
use crate::crypt::chance;
use crate::crypt::class::Class;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::seal::TAG_BYTES;
use crate::crypt::stream::{self, Place, Stream};
use crate::crypt::whole_file::PRIVATE_MODE;
use crate::model::id::FileId;
use crate::model::limit::FILE_UNUSED_MS_MAX;
use crate::model::time::Timestamp;

pub(super) const DIR: &str = "blobs";
pub(super) const INCOMING_DIR: &str = "incoming";
const MAGIC: &[u8; 8] = b"TSFILE\r\n";
const VERSION: u16 = 1;
pub(super) const HEAD_BYTES: usize = 64;
pub const CHUNK_BYTES: usize = 64 * 1024;
/// Bytes between two looks at the room that is left.
pub(super) const SPACE_STRIDE: u64 = 4 << 20;

pub struct Blobs {
    pub(super) dir: PathBuf,
    pub(super) ring: Arc<KeyRing>,
    reserve: Reserve,
    /// Held by backups, so that a sweep removes nothing that one has yet to read.
    pins: RwLock<()>,
}

/// A stored file, open for reading.
pub struct Blob {
    path: PathBuf,
    file: File,
    stream: Stream,
    bytes: u64,
}

impl Blobs {
    pub(super) fn open(dir: &Path, ring: Arc<KeyRing>, reserve: Reserve) -> Result<Self, StoreError> {
        let dir = dir.join(DIR);
        let incoming = dir.join(INCOMING_DIR);
        if incoming.exists() {
            std::fs::remove_dir_all(&incoming).map_err(StoreError::io("clearing", &incoming))?;
        }
        std::fs::create_dir_all(&incoming).map_err(StoreError::io("making", &incoming))?;
        Ok(Self { dir, ring, reserve, pins: RwLock::new(()) })
    }

    /// Stores everything that `source` gives; durable when it returns.
    ///
    /// # Errors
    /// - `FileTooLarge`, `StorageFull`: nothing is left of it.
    pub fn put(&self, id: FileId, source: &mut dyn Read) -> Result<Stored, StoreError> {
        let mut upload = self.begin(id)?;
        let mut bytes = vec![0; CHUNK_BYTES];
        loop {
            match source.read(&mut bytes) {
                Ok(0) => return upload.finish(),
                Ok(len) => upload.write(&bytes[..len])?,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(StoreError::io("receiving", &self.path_of(id))(error)),
            }
        }
    }

    /// `id` is new: [`chance::uuid_v7`].
    pub fn begin(&self, id: FileId) -> Result<Upload, StoreError> {
        Space::of(&self.dir)?.admit(self.reserve, SPACE_STRIDE)?;
        let part = self.dir.join(INCOMING_DIR).join(name_of(id));
        let mut options = OpenOptions::new();
        let file = options.write(true).create_new(true).mode(PRIVATE_MODE).open(&part);
        let file = file.map_err(StoreError::io("creating", &part))?;
        let head = head(self.ring.newest_dek(Class::Attachments));
        let stream = stream_of(&self.ring, &self.path_of(id), id, &head)?;
        let upload = Upload::new(id, (part, self.path_of(id)), (file, stream), self.reserve);
        upload.write_head(&head)?;
        Ok(upload)
    }

    /// # Errors
    /// - `FileUnknown`: there is none, or no more.
    /// - `Damaged`: its length is one that no file has.
    pub fn get(&self, id: FileId) -> Result<Blob, StoreError> {
        let path = self.path_of(id);
        match File::open(&path) {
            Ok(file) => Blob::of(&self.ring, id, path, file),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(StoreError::FileUnknown(id)),
            Err(error) => Err(StoreError::io("opening", &path)(error)),
        }
    }

    /// Where it stands on the disk, and how long it is there.
    pub(super) fn sealed(&self, id: FileId) -> Result<(PathBuf, u64), StoreError> {
        let path = self.path_of(id);
        let bytes = std::fs::metadata(&path).map_err(StoreError::io("asking for the size of", &path))?.len();
        Ok((path, bytes))
    }

    /// Ids of all stored files.
    pub fn list(&self) -> Result<Vec<FileId>, StoreError> {
        let mut ids = Vec::new();
        for folder in std::fs::read_dir(&self.dir).map_err(StoreError::io("listing", &self.dir))? {
            let folder = folder.map_err(StoreError::io("listing", &self.dir))?.path();
            if folder.ends_with(INCOMING_DIR) {
                continue;
            }
            for entry in std::fs::read_dir(&folder).map_err(StoreError::io("listing", &folder))? {
                let name = entry.map_err(StoreError::io("listing", &folder))?.file_name();
                ids.extend(name.to_str().and_then(|name| name.parse::<FileId>().ok()));
            }
        }
        ids.sort_unstable();
        Ok(ids)
    }

    /// Removes for good what nothing refers to, except what is so young that its commit may be on its way. Removes nothing
    /// while a backup reads. Gives the number of files removed.
    pub fn sweep(&self, now: Timestamp, is_used: &dyn Fn(FileId) -> bool) -> Result<u64, StoreError> {
        let Ok(_alone) = self.pins.try_write() else { return Ok(0) };
        let mut removed = 0;
        for id in self.list()? {
            if now.since(id.made_at()) > FILE_UNUSED_MS_MAX && !is_used(id) {
                self.shred(id)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Waits until nobody holds a pin, and holds off new ones.
    pub(super) fn alone(&self) -> RwLockWriteGuard<'_, ()> {
        self.pins.write().expect("no holder panics")
    }

    /// While it is held, no file goes away, and no key of one.
    pub(super) fn pin(&self) -> RwLockReadGuard<'_, ()> {
        self.pins.read().expect("no holder panics")
    }

    fn shred(&self, id: FileId) -> Result<(), StoreError> {
        let path = self.path_of(id);
        let file = OpenOptions::new().write(true).open(&path).map_err(StoreError::io("opening", &path))?;
        file.write_all_at(&[0; HEAD_BYTES], 0).map_err(StoreError::io("shredding", &path))?;
        file.sync_data().map_err(StoreError::io("syncing", &path))?;
        std::fs::remove_file(&path).map_err(StoreError::io("removing", &path))
    }

    pub(super) fn path_of(&self, id: FileId) -> PathBuf {
        self.dir.join(place_of(id))
    }
}

impl Blob {
    /// A sealed file, wherever it stands.
    ///
    /// # Errors
    /// - `Damaged`: it is none of this store, or its length is one that no file has.
    pub(super) fn of(ring: &KeyRing, id: FileId, path: PathBuf, file: File) -> Result<Self, StoreError> {
        let mut head = [0; HEAD_BYTES];
        let cut = |_| StoreError::damaged(&path, 0, "the stored file is cut off");
        file.read_exact_at(&mut head, 0).map_err(cut)?;
        let stream = stream_of(ring, &path, id, &head)?;
        let sealed = file.metadata().map_err(StoreError::io("asking for the size of", &path))?.len();
        let bytes = stream::plain_len(sealed - HEAD_BYTES as u64, CHUNK_BYTES as u64);
        let bytes = bytes.ok_or_else(|| StoreError::damaged(&path, sealed, "the stored file is cut off"))?;
        Ok(Self { path, file, stream, bytes })
    }

    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The bytes from `offset` to the end of their chunk: at most `CHUNK_BYTES`, none at the end.
    ///
    /// # Errors
    /// - `Damaged`: they are not as they were stored.
    pub fn read(&self, offset: u64) -> Result<Vec<u8>, StoreError> {
        if offset >= self.bytes {
            return Ok(Vec::new());
        }
        let mut plain = self.chunk(offset / CHUNK_BYTES as u64)?;
        plain.drain(..usize::try_from(offset % CHUNK_BYTES as u64).expect("less than a chunk"));
        Ok(plain)
    }

    /// Opens every chunk.
    pub(super) fn prove(&self, on_bytes: OnBytes<'_>) -> Result<(), StoreError> {
        (0..self.chunks()).try_for_each(|number| on_bytes(self.chunk(number)?.len() as u64))
    }

    fn chunks(&self) -> u64 {
        self.bytes.div_ceil(CHUNK_BYTES as u64).max(1)
    }

    fn chunk(&self, number: u64) -> Result<Vec<u8>, StoreError> {
        let is_last = number + 1 == self.chunks();
        let left = self.bytes - number * CHUNK_BYTES as u64;
        let len = usize::try_from(left.min(CHUNK_BYTES as u64)).expect("at most a chunk");
        let mut sealed = vec![0; len + TAG_BYTES];
        let at = chunk_at(number);
        self.file.read_exact_at(&mut sealed, at).map_err(StoreError::io("reading", &self.path))?;
        let place = if is_last { Place::Last } else { Place::Inner };
        let opened = self.stream.open(number, place, &sealed);
        opened.map_err(|_| StoreError::damaged(&self.path, at, "the stored file is not as it was written"))
    }
}

/// The data key that a stored file names; `None`: it has no whole head.
pub(super) fn data_key(file: &File) -> Option<u32> {
    let mut head = [0; HEAD_BYTES];
    file.read_exact_at(&mut head, 0).ok()?;
    Some(u32::from_be_bytes(head[10..14].try_into().expect("four bytes")))
}

fn head(dek: u32) -> [u8; HEAD_BYTES] {
    let mut head = [0; HEAD_BYTES];
    head[..8].copy_from_slice(MAGIC);
    head[8..10].copy_from_slice(&VERSION.to_be_bytes());
    head[10..14].copy_from_slice(&dek.to_be_bytes());
    head[14..46].copy_from_slice(&chance::draw::<32>());
    head
}

pub(super) const fn chunk_at(number: u64) -> u64 {
    HEAD_BYTES as u64 + number * (CHUNK_BYTES + TAG_BYTES) as u64
}

fn stream_of(ring: &KeyRing, path: &Path, id: FileId, head: &[u8; HEAD_BYTES]) -> Result<Stream, StoreError> {
    let fields = head.strip_prefix(MAGIC).filter(|fields| fields[..2] == VERSION.to_be_bytes());
    let fields = fields.ok_or_else(|| StoreError::damaged(path, 0, "this is no stored file"))?;
    let dek = u32::from_be_bytes(fields[2..6].try_into().expect("four bytes"));
    let salt: [u8; 32] = fields[6..38].try_into().expect("32 bytes");
    let key = ring.subkey(dek, &salt, &[b"blob", &id.to_bytes()]);
    let key = key.map_err(|_| StoreError::damaged(path, 10, "the stored file names no key of this store"))?;
    Ok(Stream::new(&key, &[b"ts1 blob", ring.store().as_slice(), &id.to_bytes(), head].concat()))
}

/// Where a file stands below the data directory.
pub(super) fn path_below(id: FileId) -> PathBuf {
    Path::new(DIR).join(place_of(id))
}

fn place_of(id: FileId) -> PathBuf {
    // The end of an id is chance, so the folders fill evenly.
    let name = name_of(id);
    Path::new(&name[name.len() - 2..]).join(&name)
}

fn name_of(id: FileId) -> String {
    format!("{:032x}", id.as_u128())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypt::password::Cost;
    use crate::crypt::recovery;
    use crate::crypt::slot::Opener;
    use crate::model::time::HOUR_MS;

    const NOW: Timestamp = Timestamp(1_764_000_000_000);

    fn blobs(dir: &Path) -> Blobs {
        let ring = KeyRing::create(dir, &[Opener::Recovery(recovery::draw())], Cost::LEAST).unwrap();
        Blobs::open(dir, Arc::new(ring), Reserve::NONE).unwrap()
    }

    fn new_id(at: Timestamp) -> FileId {
        FileId::from_u128(chance::uuid_v7(at))
    }

    fn content(len: usize) -> Vec<u8> {
        (0..len).map(|at| (at % 251).to_le_bytes()[0]).collect()
    }

    fn read_all(blob: &Blob, from: u64) -> Result<Vec<u8>, StoreError> {
        let mut all = Vec::new();
        loop {
            let more = blob.read(from + all.len() as u64)?;
            if more.is_empty() {
                return Ok(all);
            }
            all.extend(more);
        }
    }

    #[test]
    fn files_of_every_length_come_back_from_any_offset() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        for len in [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 7] {
            let (id, plain) = (new_id(NOW), content(len));
            let stored = blobs.put(id, &mut plain.as_slice()).unwrap();
            assert_eq!(stored, Stored { id, bytes: len as u64, digest: *blake3::hash(&plain).as_bytes() });
            let blob = blobs.get(id).unwrap();
            assert_eq!(blob.bytes(), len as u64);
            for from in [0, len / 2, len.saturating_sub(1), len, len + 1] {
                let rest = plain.get(from..).unwrap_or_default();
                assert_eq!(read_all(&blob, from as u64).unwrap(), rest, "{len} from {from}");
            }
        }
    }

    #[test]
    fn an_upload_that_was_not_finished_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        let (dropped, forgotten) = (new_id(NOW), new_id(NOW));
        let mut upload = blobs.begin(dropped).unwrap();
        upload.write(&content(100_000)).unwrap();
        drop(upload);
        std::mem::forget(blobs.begin(forgotten).unwrap());
        let incoming = dir.path().join(DIR).join(INCOMING_DIR);
        assert_eq!(std::fs::read_dir(&incoming).unwrap().count(), 1);
        let blobs = Blobs::open(dir.path(), Arc::clone(&blobs.ring), Reserve::NONE).unwrap();
        assert_eq!(std::fs::read_dir(&incoming).unwrap().count(), 0);
        assert!(blobs.list().unwrap().is_empty());
        assert!(matches!(blobs.get(dropped), Err(StoreError::FileUnknown(_))));
    }

    #[test]
    fn a_bent_or_cut_file_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        let id = new_id(NOW);
        blobs.put(id, &mut content(CHUNK_BYTES + 100).as_slice()).unwrap();
        let path = blobs.path_of(id);
        let whole = std::fs::read(&path).unwrap();
        let read = || blobs.get(id).and_then(|blob| read_all(&blob, 0));
        for at in (0..whole.len()).step_by(997).chain(0..HEAD_BYTES) {
            let mut bent = whole.clone();
            bent[at] ^= 1;
            std::fs::write(&path, bent).unwrap();
            assert!(matches!(read(), Err(StoreError::Damaged { .. })), "byte {at}");
        }
        for len in [0, HEAD_BYTES, HEAD_BYTES + CHUNK_BYTES + TAG_BYTES, whole.len() - 1] {
            std::fs::write(&path, &whole[..len]).unwrap();
            assert!(matches!(read(), Err(StoreError::Damaged { .. })), "{len} bytes");
        }
        std::fs::write(&path, &whole).unwrap();
        assert_eq!(read().unwrap().len(), CHUNK_BYTES + 100);
    }

    #[test]
    fn a_sweep_spares_what_is_used_young_or_being_backed_up() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        let old = NOW.plus_ms(-FILE_UNUSED_MS_MAX - HOUR_MS);
        let [used, unused, young] = [old, old, NOW].map(new_id);
        for id in [used, unused, young] {
            blobs.put(id, &mut [1].as_slice()).unwrap();
        }
        let pin = blobs.pin();
        assert_eq!(blobs.sweep(NOW, &|id| id == used).unwrap(), 0);
        drop(pin);
        assert_eq!(blobs.sweep(NOW, &|id| id == used).unwrap(), 1);
        assert!(matches!(blobs.get(unused), Err(StoreError::FileUnknown(_))));
        assert!(blobs.get(used).is_ok() && blobs.get(young).is_ok());
    }
}
