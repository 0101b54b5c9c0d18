//! The acknowledged marks: two small files that remember how far the journal had come, so that a journal cut short is
//! noticed even where nothing follows the cut. Written off the acknowledging path. Refuses a mark it did not write.
//!
//! `magic 8 | version u16 | generation u64 | segment u64 | seq u64 | tag 16 | link 32 | MAC 32`, padded to 512 bytes.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::segment::Tip;
use crate::crypt::key_ring::{KeyRing, Purpose};
use crate::crypt::secret::Key;
use crate::crypt::whole_file::{self, PRIVATE_MODE};
use crate::store::error::StoreError;

pub const NAMES: [&str; 2] = ["mark.a", "mark.b"];
const BLOCK_BYTES: usize = 512;
const MAGIC: &[u8; 8] = b"TSMARK\r\n";
const VERSION: u16 = 1;
const MAC_AT: usize = 82;

/// Everything up to the tip was durable, in this segment or an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub segment: u64,
    pub tip: Tip,
}

/// What the two files said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub generation: u64,
    /// The newest readable one.
    pub mark: Mark,
    /// Files that were missing or unreadable; they are written anew.
    pub repaired: Vec<PathBuf>,
}

pub struct Marks {
    files: [(PathBuf, File); 2],
    key: Key,
    generation: u64,
    newest: Mark,
}

/// Reads both marks and changes nothing.
///
/// # Errors
/// - `Damaged`: neither is readable.
pub fn read(dir: &Path, ring: &KeyRing) -> Result<Found, StoreError> {
    let key = ring.derived(Purpose::Mark);
    let mut newest: Option<(u64, Mark)> = None;
    let mut repaired = Vec::new();
    for path in NAMES.map(|name| dir.join(name)) {
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(StoreError::io("reading", &path)(error)),
        };
        match decode(&key, &bytes)? {
            Some(found) if newest.is_none_or(|(generation, _)| found.0 > generation) => newest = Some(found),
            Some(_) => {}
            None => repaired.push(path),
        }
    }
    let unreadable = || StoreError::damaged(&dir.join(NAMES[0]), 0, "neither acknowledged mark is readable");
    let (generation, mark) = newest.ok_or_else(unreadable)?;
    Ok(Found { generation, mark, repaired })
}

impl Marks {
    /// Takes over where the marks stood (`generation` 0: there were none) and writes `mark` into both files.
    pub fn resume(dir: &Path, ring: &KeyRing, generation: u64, mark: Mark) -> Result<Self, StoreError> {
        let files = [open_file(dir, NAMES[0])?, open_file(dir, NAMES[1])?];
        let mut marks = Self { files, key: ring.derived(Purpose::Mark), generation, newest: mark };
        marks.write(mark)?;
        marks.write(mark)?;
        whole_file::sync_dir(dir).map_err(StoreError::io("syncing", dir))?;
        Ok(marks)
    }

    pub const fn newest(&self) -> Mark {
        self.newest
    }

    /// Overwrites the older file; durable when it returns.
    pub fn write(&mut self, mark: Mark) -> Result<(), StoreError> {
        let generation = self.generation + 1;
        let (path, file) = &self.files[usize::from(generation.is_multiple_of(2))];
        file.write_all_at(&encode(&self.key, generation, mark), 0).map_err(StoreError::io("writing", path))?;
        file.sync_data().map_err(StoreError::io("syncing", path))?;
        (self.generation, self.newest) = (generation, mark);
        Ok(())
    }
}

fn open_file(dir: &Path, name: &str) -> Result<(PathBuf, File), StoreError> {
    let path = dir.join(name);
    let file = OpenOptions::new().write(true).create(true).truncate(false).mode(PRIVATE_MODE).open(&path);
    file.map_err(StoreError::io("opening", &path)).map(|file| (path, file))
}

fn encode(key: &Key, generation: u64, mark: Mark) -> Vec<u8> {
    let mut block = MAGIC.to_vec();
    block.extend_from_slice(&VERSION.to_be_bytes());
    block.extend_from_slice(&generation.to_be_bytes());
    block.extend_from_slice(&mark.segment.to_be_bytes());
    block.extend_from_slice(&mark.tip.seq.to_be_bytes());
    block.extend_from_slice(&mark.tip.tag);
    block.extend_from_slice(&mark.tip.link);
    let mac = key.mac(&[b"mark", &block]);
    block.extend_from_slice(&mac);
    block.resize(BLOCK_BYTES, 0);
    block
}

/// `None`: not a mark of this store.
fn decode(key: &Key, block: &[u8]) -> Result<Option<(u64, Mark)>, StoreError> {
    let Some((content, rest)) = block.split_at_checked(MAC_AT) else { return Ok(None) };
    let is_ours = rest.len() == BLOCK_BYTES - MAC_AT
        && rest[32..].iter().all(|byte| *byte == 0)
        && key.mac(&[b"mark", content]) == rest[..32];
    let Some(fields) = content.strip_prefix(MAGIC).filter(|_| is_ours) else { return Ok(None) };
    let found = u16::from_be_bytes([fields[0], fields[1]]);
    if found > VERSION {
        return Err(StoreError::Newer { found, known: VERSION });
    }
    let long = |at: usize| u64::from_be_bytes(fields[at..at + 8].try_into().expect("eight bytes"));
    let tag = fields[26..42].try_into().expect("sixteen bytes");
    let link = fields[42..74].try_into().expect("32 bytes");
    Ok(Some((long(2), Mark { segment: long(10), tip: Tip { seq: long(18), tag, link } })))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: Mark = Mark { segment: 3, tip: Tip { seq: 9, tag: [1; 16], link: [2; 32] } };

    #[test]
    fn no_byte_of_a_mark_may_change() {
        let key = Key::new([6; 32]);
        let block = encode(&key, 5, MARK);
        assert_eq!(decode(&key, &block).unwrap(), Some((5, MARK)));
        for at in 0..block.len() {
            let mut bent = block.clone();
            bent[at] ^= 4;
            assert_eq!(decode(&key, &bent).unwrap(), None, "byte {at}");
        }
        assert_eq!(decode(&Key::new([7; 32]), &block).unwrap(), None);
        assert_eq!(decode(&key, &[]).unwrap(), None);
    }
}
