//! One file of the journal. Its head page names its place and carries the salt of its key; frames follow, then zeros.
//! Refuses a head that this store did not write.
//!
//! `magic 8 | version u16 | data key u32 | store 16 | number u64 | first seq u64 | previous tag 16 | link 32 | salt 32 |
//! zeros | MAC 32`, one page of 4096 bytes. Every segment has a fresh salt, so its frames may use their seq as the nonce.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::frame::{Place, Tag};
use super::index::Index;
use super::walk::Link;
use crate::crypt::chance;
use crate::crypt::class::Class;
use crate::crypt::key_ring::{KeyRing, Purpose};
use crate::crypt::seal::Cipher;
use crate::crypt::whole_file::{self, PRIVATE_MODE};
use crate::store::error::StoreError;

pub const PAGE_BYTES: usize = 4096;
const MAGIC: &[u8; 8] = b"TSJRNL\r\n";
const VERSION: u16 = 1;
const MAC_AT: usize = PAGE_BYTES - 32;
const EXTENSION: &str = "journal";
const SPARE_NAME: &str = "spare";

/// An opened segment; reading only needs this.
pub struct Segment {
    pub number: u64,
    pub first_seq: u64,
    pub path: PathBuf,
    pub file: File,
    pub index: Index,
    /// The data key its frames are sealed under.
    pub dek: u32,
    store: [u8; 16],
    previous: Tag,
    link: Link,
    cipher: Cipher,
}

/// Where the chain stands after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tip {
    pub seq: u64,
    pub tag: Tag,
    pub link: Link,
}

impl Tip {
    /// Before anything happened.
    pub const START: Self = Self { seq: 0, tag: [0; 16], link: [0; 32] };
}

impl Segment {
    pub const fn place<'a>(&'a self, previous: &'a Tag) -> Place<'a> {
        Place { store: &self.store, segment: self.number, previous }
    }

    pub const fn cipher(&self) -> &Cipher {
        &self.cipher
    }

    /// Where the chain stood before the first frame.
    pub const fn start(&self) -> Tip {
        Tip { seq: self.first_seq - 1, tag: self.previous, link: self.link }
    }

    pub fn bytes(&self) -> Result<u64, StoreError> {
        Ok(self.file.metadata().map_err(StoreError::io("asking for the size of", &self.path))?.len())
    }

    /// Fills `bytes` from `at`.
    pub fn read(&self, at: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
        self.file.read_exact_at(bytes, at).map_err(StoreError::io("reading", &self.path))
    }
}

/// Sets the room of a segment aside: zeros, written and durable, so that a frame later changes no size and no extent.
///
/// # Errors
/// - `StorageFull`: it does not fit; nothing of it is left to take up what room there is.
pub fn prepare_spare(dir: &Path, bytes: u64) -> Result<(), StoreError> {
    let path = dir.join(SPARE_NAME);
    let part = whole_file::part_of(&path);
    fill(&part, bytes).inspect_err(|_| {
        // The failure itself is what counts; the next try begins anew.
        drop(std::fs::remove_file(&part));
    })?;
    std::fs::rename(&part, &path).map_err(StoreError::io("renaming", &part))
}

fn fill(part: &Path, bytes: u64) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    let options = options.write(true).create(true).truncate(true).mode(PRIVATE_MODE);
    let file = options.open(part).map_err(StoreError::io("creating", part))?;
    let zeros = vec![0; 1 << 20];
    let mut at = 0;
    while at < bytes {
        let len = (bytes - at).min(zeros.len() as u64);
        let zeros = &zeros[..usize::try_from(len).expect("at most a mebibyte")];
        file.write_all_at(zeros, at).map_err(StoreError::io("filling", part))?;
        at += len;
    }
    file.sync_all().map_err(StoreError::io("syncing", part))
}

/// Bytes of the spare that is ready, if one is.
pub fn spare_len(dir: &Path) -> Option<u64> {
    std::fs::metadata(dir.join(SPARE_NAME)).ok().map(|meta| meta.len())
}

/// Turns the spare into segment `number`, which continues at `tip`; durable when it returns. A segment of that number
/// that never held a frame is replaced.
pub fn begin(dir: &Path, ring: &KeyRing, number: u64, tip: Tip) -> Result<Segment, StoreError> {
    let (spare, path) = (dir.join(SPARE_NAME), path_of(dir, number));
    let page = head_page(ring, number, tip);
    let file = OpenOptions::new().read(true).write(true).open(&spare).map_err(StoreError::io("opening", &spare))?;
    file.write_all_at(&page, 0).map_err(StoreError::io("writing", &spare))?;
    file.sync_all().map_err(StoreError::io("syncing", &spare))?;
    std::fs::rename(&spare, &path).map_err(StoreError::io("renaming", &spare))?;
    whole_file::sync_dir(dir).map_err(StoreError::io("syncing", dir))?;
    parse(ring, path, file, &page)
}

/// Opens a segment and checks its head.
///
/// # Errors
/// - `Damaged`: the head is not one that this store wrote.
/// - `Newer`: a newer release wrote it.
pub fn open(ring: &KeyRing, path: PathBuf) -> Result<Segment, StoreError> {
    let file = OpenOptions::new().read(true).write(true).open(&path).map_err(StoreError::io("opening", &path))?;
    open_file(ring, path, file)
}

/// The same for a segment that is open already; `path` is what it is called.
pub fn open_file(ring: &KeyRing, path: PathBuf, file: File) -> Result<Segment, StoreError> {
    let mut page = vec![0; PAGE_BYTES];
    file.read_exact_at(&mut page, 0).map_err(|error| match error.kind() {
        std::io::ErrorKind::UnexpectedEof => StoreError::damaged(&path, 0, "the journal's head is cut off"),
        _ => StoreError::io("reading", &path)(error),
    })?;
    parse(ring, path, file, &page)
}

/// Every segment file, ascending by number.
pub fn list(dir: &Path) -> Result<Vec<(u64, PathBuf)>, StoreError> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(StoreError::io("listing", dir))? {
        let path = entry.map_err(StoreError::io("listing", dir))?.path();
        let number = path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse().ok());
        if let (Some(number), true) = (number, path.extension().is_some_and(|ext| ext == EXTENSION)) {
            found.push((number, path));
        }
    }
    found.sort_unstable();
    Ok(found)
}

pub fn path_of(dir: &Path, number: u64) -> PathBuf {
    dir.join(format!("{number:012}.{EXTENSION}"))
}

fn head_page(ring: &KeyRing, number: u64, tip: Tip) -> Vec<u8> {
    let mut page = MAGIC.to_vec();
    page.extend_from_slice(&VERSION.to_be_bytes());
    page.extend_from_slice(&ring.newest_dek(Class::Audit).to_be_bytes());
    page.extend_from_slice(&ring.store());
    page.extend_from_slice(&number.to_be_bytes());
    page.extend_from_slice(&(tip.seq + 1).to_be_bytes());
    page.extend_from_slice(&tip.tag);
    page.extend_from_slice(&tip.link);
    page.extend_from_slice(&chance::draw::<32>());
    page.resize(MAC_AT, 0);
    let mac = ring.derived(Purpose::Mark).mac(&[b"segment", &page]);
    page.extend_from_slice(&mac);
    page
}

fn parse(ring: &KeyRing, path: PathBuf, file: File, page: &[u8]) -> Result<Segment, StoreError> {
    let damaged = |what: &str| StoreError::damaged(&path, 0, what);
    let (content, mac) = page.split_at(MAC_AT);
    let fields = content.strip_prefix(MAGIC).ok_or_else(|| damaged("this is no journal"))?;
    if ring.derived(Purpose::Mark).mac(&[b"segment", content]).as_slice() != mac {
        return Err(damaged("the journal's head is not as this store wrote it"));
    }
    let found = u16::from_be_bytes(field(fields, 0));
    if found > VERSION {
        return Err(StoreError::Newer { found, known: VERSION });
    }
    let (store, number, salt) = (field::<16>(fields, 6), field::<8>(fields, 22), field::<32>(fields, 86));
    let first_seq = u64::from_be_bytes(field(fields, 30));
    let dek = u32::from_be_bytes(field(fields, 2));
    let key = ring.subkey(dek, &salt, &[b"segment", &number, &store])?;
    Ok(Segment {
        number: u64::from_be_bytes(number),
        first_seq,
        path,
        file,
        index: Index::starting_at(first_seq),
        dek,
        store,
        previous: field(fields, 38),
        link: field(fields, 54),
        cipher: Cipher::new(&key),
    })
}

fn field<const N: usize>(fields: &[u8], at: usize) -> [u8; N] {
    fields[at..at + N].try_into().expect("a page holds every field")
}
