//! The two copies of slots and keyring in the data directory. Each is whole by itself; the one with the higher generation
//! rules, so a crash between the two writes leaves the old pair or the new. Refuses a file of a newer release.
//!
//! `magic 8 | version u16 | generation u64 | body length u32 | body | BLAKE3 of all before it 32`

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::KeyError;
use super::slot::Slot;
use super::whole_file;
use crate::model::limit::KEY_SLOTS_MAX;

const MAGIC: &[u8; 8] = b"TSKEYS\r\n";
const VERSION: u16 = 1;
const HEAD_BYTES: usize = 22;
const BODY_BYTES_MAX: usize = 4 * 1024 * 1024;
pub const NAMES: [&str; 2] = ["keys.a", "keys.b"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFile {
    pub generation: u64,
    pub content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub store: [u8; 16],
    pub slots: Vec<Slot>,
    /// `nonce 12 | sealed keyring`.
    pub ring: Vec<u8>,
}

impl Content {
    /// What the keyring's seal covers besides the keyring.
    pub fn aad(&self, generation: u64) -> Vec<u8> {
        let slots = postcard::to_allocvec(&self.slots).expect("slots are plain data");
        [MAGIC.as_slice(), &generation.to_be_bytes(), &self.store, blake3::hash(&slots).as_bytes()].concat()
    }
}

impl KeyFile {
    pub fn encode(&self) -> Vec<u8> {
        let body = postcard::to_allocvec(&self.content).expect("slots and bytes are plain data");
        let length = u32::try_from(body.len()).expect("a keyring stays below its limit");
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&VERSION.to_be_bytes());
        bytes.extend_from_slice(&self.generation.to_be_bytes());
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(&body);
        let sum = blake3::hash(&bytes);
        bytes.extend_from_slice(sum.as_bytes());
        bytes
    }

    pub fn decode(bytes: &[u8]) -> Result<Self, KeyError> {
        let damaged = |what| KeyError::Damaged { what };
        let (content, sum) = bytes.split_last_chunk::<32>().ok_or(damaged("too short"))?;
        if blake3::hash(content).as_bytes() != sum {
            return Err(damaged("the checksum does not fit"));
        }
        let (head, body) = content.split_at_checked(HEAD_BYTES).ok_or(damaged("too short"))?;
        let rest = head.strip_prefix(MAGIC).ok_or(damaged("no key file"))?;
        let found = u16::from_be_bytes([rest[0], rest[1]]);
        if found > VERSION {
            return Err(KeyError::Newer { found, known: VERSION });
        }
        let (generation, length) = rest[2..].split_first_chunk::<8>().ok_or(damaged("too short"))?;
        if length != u32::try_from(body.len()).unwrap_or(u32::MAX).to_be_bytes() || body.len() > BODY_BYTES_MAX {
            return Err(damaged("the length does not fit"));
        }
        let content: Content = postcard::from_bytes(body).map_err(|_| damaged("the content does not parse"))?;
        if content.slots.len() > KEY_SLOTS_MAX {
            return Err(damaged("too many slots"));
        }
        Ok(Self { generation: u64::from_be_bytes(*generation), content })
    }
}

/// Both copies, newest first, without those that are missing or damaged.
///
/// # Errors
/// - `Absent`: there is neither.
/// - `Damaged`, `Newer`: there is none to go by.
pub fn read(dir: &Path) -> Result<Vec<KeyFile>, KeyError> {
    let mut files = Vec::with_capacity(NAMES.len());
    let mut first_error = None;
    for path in paths(dir) {
        match std::fs::read(&path) {
            Ok(bytes) => match KeyFile::decode(&bytes) {
                Ok(file) => files.push(file),
                // A newer release has written here: an older copy beside it is not to be used.
                Err(error @ KeyError::Newer { .. }) => return Err(error),
                Err(error) => first_error = first_error.or(Some(error)),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(KeyError::io("reading", &path, error)),
        }
    }
    files.sort_by_key(|file| std::cmp::Reverse(file.generation));
    match (files.is_empty(), first_error) {
        (false, _) => Ok(files),
        (true, Some(error)) => Err(error),
        (true, None) => Err(KeyError::Absent(dir.to_owned())),
    }
}

/// Copies that are missing, damaged or older than `generation`.
pub fn stale(dir: &Path, generation: u64) -> Vec<PathBuf> {
    let is_newest = |path: &PathBuf| {
        let file = std::fs::read(path).ok().and_then(|bytes| KeyFile::decode(&bytes).ok());
        file.is_some_and(|file| file.generation == generation)
    };
    paths(dir).into_iter().filter(|path| !is_newest(path)).collect()
}

pub fn write(dir: &Path, file: &KeyFile) -> Result<(), KeyError> {
    let bytes = file.encode();
    for path in paths(dir) {
        whole_file::replace(&path, &bytes).map_err(|source| KeyError::io("writing", &path, source))?;
    }
    Ok(())
}

fn paths(dir: &Path) -> [PathBuf; 2] {
    NAMES.map(|name| dir.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> KeyFile {
        KeyFile { generation: 7, content: Content { store: [1; 16], slots: Vec::new(), ring: vec![9; 40] } }
    }

    #[test]
    fn no_byte_of_a_key_file_may_change() {
        let bytes = sample().encode();
        assert_eq!(KeyFile::decode(&bytes).unwrap(), sample());
        for at in 0..bytes.len() {
            let mut bent = bytes.clone();
            bent[at] ^= 0x10;
            assert!(KeyFile::decode(&bent).is_err(), "byte {at}");
        }
        for end in 0..bytes.len() {
            assert!(KeyFile::decode(&bytes[..end]).is_err());
        }
    }

    #[test]
    fn one_copy_is_enough() {
        let dir = tempfile::tempdir().unwrap();
        assert!(matches!(read(dir.path()), Err(KeyError::Absent(_))));
        write(dir.path(), &sample()).unwrap();
        std::fs::write(dir.path().join(NAMES[0]), b"noise").unwrap();
        assert_eq!(read(dir.path()).unwrap(), vec![sample()]);
        std::fs::write(dir.path().join(NAMES[1]), b"noise").unwrap();
        assert!(matches!(read(dir.path()), Err(KeyError::Damaged { .. })));
    }
}
