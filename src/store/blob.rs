//! Stored content: one sealed file for equal bytes, under their address, in chunks, so that any part can be read without the rest.
//! Refuses content that was not finished: until it is durable under its address it does not exist, and what is left of it is removed
//! at the next start.
//!
//! A head of 64 bytes, see [`super::bond`], then 64-KiB chunks as [`crate::crypt::stream`] seals them. The key is the content's own;
//! overwriting the salt in the head shreds it.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::address::Addresses;
use super::bond::{self, HEAD_BYTES, Unbound};
use super::error::StoreError;
use super::pieces::OnBytes;
use super::space::{Reserve, Space};
use super::unfinished::Unfinished;
use super::upload::Upload;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::seal::TAG_BYTES;
use crate::crypt::stream::{self, Place, Stream};
use crate::crypt::whole_file::{self, PRIVATE_MODE};
use crate::model::id::ContentId;
use crate::model::time::Timestamp;

pub(super) const DIR: &str = "blobs";
pub(super) const INCOMING_DIR: &str = "incoming";
pub const CHUNK_BYTES: usize = 64 * 1024;
/// Bytes between two looks at the room that is left.
pub(super) const SPACE_STRIDE: u64 = 4 << 20;

pub struct Blobs {
    pub(super) dir: PathBuf,
    pub(super) ring: Arc<KeyRing>,
    pub(super) addresses: Addresses,
    pub(super) reserve: Reserve,
    pub(super) unfinished: Unfinished,
    /// Uploads that were begun; each has the name of its number until it has an address.
    begun: AtomicU64,
    /// Held by backups, so that a sweep removes nothing that one has yet to read.
    pub(super) pins: RwLock<()>,
    /// Locked so that content that somebody brings again is found either before or after a sweep or a new seal, never in between.
    pub(super) naming: Mutex<()>,
}

/// What was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    pub content: ContentId,
    pub bytes: u64,
    /// BLAKE3 of the plain bytes.
    pub digest: [u8; 32],
}

/// Stored content, open for reading.
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
        let addresses = Addresses::new(&ring);
        Ok(Self {
            dir,
            ring,
            addresses,
            reserve,
            unfinished: Unfinished::default(),
            begun: AtomicU64::new(0),
            pins: RwLock::new(()),
            naming: Mutex::new(()),
        })
    }

    /// Stores everything that `source` gives, as [`Blobs::keep`].
    ///
    /// # Errors
    /// - `FileTooLarge`, `StorageFull`: nothing is left of it.
    pub fn put(&self, at: Timestamp, source: &mut dyn Read) -> Result<Stored, StoreError> {
        let mut upload = self.begin()?;
        let mut bytes = vec![0; CHUNK_BYTES];
        loop {
            match source.read(&mut bytes) {
                Ok(0) => return self.keep(upload, at),
                Ok(len) => upload.write(&bytes[..len])?,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(StoreError::io("receiving into", &self.dir)(error)),
            }
        }
    }

    pub fn begin(&self) -> Result<Upload, StoreError> {
        Space::of(&self.dir)?.admit(self.reserve, SPACE_STRIDE)?;
        let part = self.dir.join(INCOMING_DIR).join(self.begun.fetch_add(1, Ordering::Relaxed).to_string());
        let mut options = OpenOptions::new();
        let file = options.write(true).create_new(true).mode(PRIVATE_MODE).open(&part);
        let file = file.map_err(StoreError::io("creating", &part))?;
        let (head, stream) = Unbound::draw(&self.ring)?;
        Upload::new((part, file), (head, stream), self.reserve)
    }

    /// Durable when it returns; no sweep takes it before a file had time to name it. What is there whole already is not stored again.
    pub fn keep(&self, mut upload: Upload, at: Timestamp) -> Result<Stored, StoreError> {
        let (bytes, digest) = upload.end()?;
        let content = self.address_of(&digest);
        let is_there = self.get(content).and_then(|blob| blob.prove(&mut |_| Ok(()))).is_ok();
        // A sweep may have taken it since.
        if !(is_there && self.is_renewed(content, at)?) {
            upload.bind(content)?;
            let _naming = self.naming.lock().expect("no holder panics");
            upload.settle(&self.path_of(content), system_time(at))?;
        }
        // Even what was there may owe its name to somebody who has not come to this yet.
        self.sync_names(content)?;
        Ok(Stored { content, bytes, digest })
    }

    /// Where bytes of this BLAKE3 digest stand.
    pub fn address_of(&self, digest: &[u8; 32]) -> ContentId {
        self.addresses.of(digest)
    }

    /// # Errors
    /// - `FileUnknown`: there is none, or no more.
    /// - `Damaged`: its length is one that no content has, or it is some other.
    pub fn get(&self, content: ContentId) -> Result<Blob, StoreError> {
        let path = self.path_of(content);
        let file = open(&path, content)?;
        Blob::of(&self.ring, content, path, file)
    }

    /// Where it stands on the disk, and how long it is there.
    pub(super) fn sealed(&self, content: ContentId) -> Result<(PathBuf, u64), StoreError> {
        let path = self.path_of(content);
        let bytes = std::fs::metadata(&path).map_err(StoreError::io("asking for the size of", &path))?.len();
        Ok((path, bytes))
    }

    /// All that is stored, ascending.
    pub fn list(&self) -> Result<Vec<ContentId>, StoreError> {
        let mut contents = Vec::new();
        for folder in std::fs::read_dir(&self.dir).map_err(StoreError::io("listing", &self.dir))? {
            let folder = folder.map_err(StoreError::io("listing", &self.dir))?.path();
            if folder.ends_with(INCOMING_DIR) {
                continue;
            }
            for entry in std::fs::read_dir(&folder).map_err(StoreError::io("listing", &folder))? {
                let name = entry.map_err(StoreError::io("listing", &folder))?.file_name();
                contents.extend(name.to_str().and_then(|name| name.parse::<ContentId>().ok()));
            }
        }
        contents.sort_unstable();
        Ok(contents)
    }

    /// Waits until nobody holds a pin, and holds off new ones.
    pub(super) fn alone(&self) -> RwLockWriteGuard<'_, ()> {
        self.pins.write().expect("no holder panics")
    }

    /// While it is held, no content goes away, and no key of any.
    pub(super) fn pin(&self) -> RwLockReadGuard<'_, ()> {
        self.pins.read().expect("no holder panics")
    }

    /// Counts its age anew; whether it is there.
    fn is_renewed(&self, content: ContentId, at: Timestamp) -> Result<bool, StoreError> {
        let path = self.path_of(content);
        let _naming = self.naming.lock().expect("no holder panics");
        match open(&path, content) {
            Ok(file) => file.set_modified(system_time(at)).map_err(StoreError::io("renewing", &path)).map(|()| true),
            Err(StoreError::FileUnknown(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// When it was stored, or somebody last brought the same again.
    pub(super) fn age_of(&self, content: ContentId) -> Result<SystemTime, StoreError> {
        let path = self.path_of(content);
        path.metadata().and_then(|meta| meta.modified()).map_err(StoreError::io("asking for the age of", &path))
    }

    pub(super) fn sync_names(&self, content: ContentId) -> Result<(), StoreError> {
        let path = self.path_of(content);
        for folder in [whole_file::parent(&path), &self.dir] {
            whole_file::sync_dir(folder).map_err(StoreError::io("syncing", folder))?;
        }
        Ok(())
    }

    pub(super) fn path_of(&self, content: ContentId) -> PathBuf {
        self.dir.join(place_of(content))
    }
}

impl Blob {
    /// Sealed content, wherever it stands.
    ///
    /// # Errors
    /// - `Damaged`: it is none of this store, is some other, or its length is one that no content has.
    pub(super) fn of(ring: &KeyRing, content: ContentId, path: PathBuf, file: File) -> Result<Self, StoreError> {
        let mut head = [0; HEAD_BYTES];
        let cut = |_| StoreError::damaged(&path, 0, "the stored file is cut off");
        file.read_exact_at(&mut head, 0).map_err(cut)?;
        let stream = bond::open(ring, &path, content, &head)?;
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

pub(super) const fn chunk_at(number: u64) -> u64 {
    HEAD_BYTES as u64 + number * (CHUNK_BYTES + TAG_BYTES) as u64
}

pub(super) fn open(path: &Path, content: ContentId) -> Result<File, StoreError> {
    File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => StoreError::FileUnknown(content),
        _ => StoreError::io("opening", path)(error),
    })
}

/// Where content stands below the data directory.
pub(super) fn path_below(content: ContentId) -> PathBuf {
    Path::new(DIR).join(place_of(content))
}

fn place_of(content: ContentId) -> PathBuf {
    // The end of an address, and of an id, is chance, so the folders fill evenly.
    let name = format!("{:032x}", content.as_u128());
    Path::new(&name[name.len() - 2..]).join(&name)
}

fn system_time(at: Timestamp) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(u64::try_from(at.0).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypt::password::Cost;
    use crate::crypt::recovery;
    use crate::crypt::slot::Opener;

    const NOW: Timestamp = Timestamp(1_764_000_000_000);

    fn blobs(dir: &Path) -> Blobs {
        let ring = KeyRing::create(dir, &[Opener::Recovery(recovery::draw())], Cost::LEAST).unwrap();
        Blobs::open(dir, Arc::new(ring), Reserve::NONE).unwrap()
    }

    fn plain(len: usize) -> Vec<u8> {
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
            let plain = plain(len);
            let stored = blobs.put(NOW, &mut plain.as_slice()).unwrap();
            assert_eq!((stored.bytes, stored.digest), (len as u64, *blake3::hash(&plain).as_bytes()));
            let blob = blobs.get(stored.content).unwrap();
            assert_eq!(blob.bytes(), len as u64);
            for from in [0, len / 2, len.saturating_sub(1), len, len + 1] {
                let rest = plain.get(from..).unwrap_or_default();
                assert_eq!(read_all(&blob, from as u64).unwrap(), rest, "{len} from {from}");
            }
        }
    }

    #[test]
    fn an_upload_that_was_not_kept_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        let mut upload = blobs.begin().unwrap();
        upload.write(&plain(100_000)).unwrap();
        drop(upload);
        std::mem::forget(blobs.begin().unwrap());
        let incoming = dir.path().join(DIR).join(INCOMING_DIR);
        assert_eq!(std::fs::read_dir(&incoming).unwrap().count(), 1);
        let blobs = Blobs::open(dir.path(), Arc::clone(&blobs.ring), Reserve::NONE).unwrap();
        assert_eq!(std::fs::read_dir(&incoming).unwrap().count(), 0);
        assert!(blobs.list().unwrap().is_empty());
        let never = blobs.address_of(blake3::hash(&plain(100_000)).as_bytes());
        assert!(matches!(blobs.get(never), Err(StoreError::FileUnknown(_))));
    }

    #[test]
    fn equal_bytes_take_the_room_of_one_and_a_damaged_one_is_mended() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        let plain = plain(CHUNK_BYTES + 100);
        let first = blobs.put(NOW, &mut plain.as_slice()).unwrap();
        let path = blobs.path_of(first.content);
        let sealed = std::fs::read(&path).unwrap();
        assert_eq!(blobs.put(NOW, &mut plain.as_slice()).unwrap(), first);
        assert!(std::fs::read(&path).unwrap() == sealed, "it is not written again");
        let mut bent = sealed.clone();
        bent[1_000] ^= 1;
        std::fs::write(&path, bent).unwrap();
        assert_eq!(blobs.put(NOW, &mut plain.as_slice()).unwrap(), first);
        assert_eq!(read_all(&blobs.get(first.content).unwrap(), 0).unwrap(), plain);
        assert_eq!(blobs.list().unwrap(), [first.content]);
        assert_eq!(std::fs::read_dir(dir.path().join(DIR).join(INCOMING_DIR)).unwrap().count(), 0);
    }

    #[test]
    fn a_bent_cut_or_swapped_file_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        let content = blobs.put(NOW, &mut plain(CHUNK_BYTES + 100).as_slice()).unwrap().content;
        let path = blobs.path_of(content);
        let whole = std::fs::read(&path).unwrap();
        let read = || blobs.get(content).and_then(|blob| read_all(&blob, 0));
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
        let other = blobs.put(NOW, &mut plain(CHUNK_BYTES + 101).as_slice()).unwrap().content;
        std::fs::copy(blobs.path_of(other), &path).unwrap();
        assert!(matches!(read(), Err(StoreError::Damaged { .. })), "another content under this address");
        std::fs::write(&path, &whole).unwrap();
        assert_eq!(read().unwrap().len(), CHUNK_BYTES + 100);
    }
}
