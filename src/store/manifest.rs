//! One backup, as a list: where the journal stood, what the rows added up to, and which pieces the segments and files are
//! made of. It carries the key slots, never a key. Refuses a list that is cut, bent, of another store or of a newer release.
//!
//! `magic 8 | version u16 | length u32 | key file | salt 32 | sealed list | tag 16`. The pieces stand beside it, each under
//! its digest, and are sealed as the store sealed them.

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::journal::segment::Tip;
use super::tally::Tally;
use super::target::Target;
use crate::crypt::chance;
use crate::crypt::error::KeyError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::seal::{Cipher, TAG_BYTES, counter_nonce};
use crate::crypt::slot::Opener;
use crate::model::time::Timestamp;

const MAGIC: &[u8; 8] = b"TSBACK\r\n";
const VERSION: u16 = 3;
/// Its files stand under their own ids; read like any other.
const VERSION_BY_ID: u16 = 2;
const HEAD_BYTES: usize = MAGIC.len() + 6;
const SALT_BYTES: usize = 32;
const KEYS_BYTES_MAX: u32 = 8 << 20;
/// Millions of files.
const MANIFEST_BYTES_MAX: u64 = 512 << 20;
/// Segments and files are cut at multiples of this; what stands before a cut never changes.
pub const PIECE_BYTES: u64 = 4 << 20;
pub const PIECES_FOLDER: &str = "pieces";
const PREFIX: &str = "tessera-";
const ENDING: &str = ".backup";
const INSTANT: &str = "%Y%m%d-%H%M%S-%3f";
const INSTANT_READ: &str = "%Y%m%d-%H%M%S-%f";

/// BLAKE3 of a piece, and its name.
pub type Digest = [u8; 32];

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// When it was begun.
    pub at: Timestamp,
    /// Of the store: counts its restores.
    pub epoch: u32,
    /// Everything up to here.
    pub tip: Tip,
    /// By namespace: how many rows there were and what they said.
    pub contents: Vec<(u16, Tally)>,
    /// Ascending by number, from 1.
    pub segments: Vec<Item>,
    /// Stored content, ascending by address.
    pub files: Vec<Item>,
}

/// A segment of the journal or stored content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// A segment's number, a content's address.
    pub id: u128,
    pub bytes: u64,
    /// Digest of its head, whose salt no other has: the same id with another birth is another thing.
    pub birth: Digest,
    pub pieces: Vec<Digest>,
}

/// What a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Summary {
    /// Everything up to this commit.
    pub head: u64,
    pub files: u64,
    /// Of everything that a restore of it reads.
    pub bytes: u64,
}

impl Item {
    /// How many pieces its length asks for.
    pub fn cuts(&self) -> usize {
        usize::try_from(self.bytes.div_ceil(PIECE_BYTES)).expect("pieces fit into memory")
    }

    /// Bytes of the piece at `at`.
    pub fn piece_bytes(&self, at: usize) -> u64 {
        (self.bytes - at as u64 * PIECE_BYTES).min(PIECE_BYTES)
    }

    fn is_sound(&self) -> bool {
        self.cuts() == self.pieces.len()
    }
}

impl Manifest {
    pub fn summary(&self) -> Summary {
        let bytes = self.segments.iter().chain(&self.files).map(|item| item.bytes).sum();
        Summary { head: self.tip.seq, files: self.files.len() as u64, bytes }
    }

    pub fn pieces(&self) -> impl Iterator<Item = &Digest> {
        self.segments.iter().chain(&self.files).flat_map(|item| &item.pieces)
    }

    pub fn encode(&self, ring: &KeyRing) -> Vec<u8> {
        self.encode_as(VERSION, ring)
    }

    fn encode_as(&self, version: u16, ring: &KeyRing) -> Vec<u8> {
        let salt: [u8; SALT_BYTES] = chance::draw();
        let keys = ring.key_file_bytes();
        let length = u32::try_from(keys.len()).expect("a key file is small");
        let mut bytes = [MAGIC.as_slice(), &version.to_be_bytes(), &length.to_be_bytes(), &keys, &salt].concat();
        let (cipher, aad) = (Cipher::new(&ring.backup_key(&salt)), aad(&bytes));
        let head = bytes.len();
        bytes.extend(postcard::to_allocvec(self).expect("a manifest is plain data"));
        cipher.seal(&counter_nonce(0, 0), &aad, &mut bytes, head);
        bytes
    }
}

/// A manifest that was read and not opened yet.
pub struct Shut {
    target: String,
    name: String,
    bytes: Vec<u8>,
    keys_end: usize,
}

impl Shut {
    /// # Errors
    /// - `BackupPart`: this is no manifest, or it is cut off.
    /// - `Newer`: a newer release wrote it.
    pub fn read(target: &dyn Target, name: &str) -> Result<Self, StoreError> {
        let bytes = target.get(name, MANIFEST_BYTES_MAX)?;
        let (target, name) = (target.name(), name.to_owned());
        let bent =
            |what: &str| StoreError::BackupPart { target: target.clone(), name: name.clone(), what: what.to_owned() };
        let fields = bytes.strip_prefix(MAGIC).ok_or_else(|| bent("is no backup"))?;
        let head: [u8; 6] = *fields.first_chunk().ok_or_else(|| bent("is cut off"))?;
        match u16::from_be_bytes([head[0], head[1]]) {
            VERSION | VERSION_BY_ID => {}
            found if found > VERSION => return Err(StoreError::Newer { found, known: VERSION }),
            _ => return Err(bent("is of a form that this release does not know")),
        }
        let length = u32::from_be_bytes(head[2..].try_into().expect("four bytes"));
        let keys_end = HEAD_BYTES + length as usize;
        if length > KEYS_BYTES_MAX || bytes.len() < keys_end + SALT_BYTES + TAG_BYTES {
            return Err(bent("is cut off"));
        }
        Ok(Self { target, name, bytes, keys_end })
    }

    /// Its keys, through any of its slots. `dir` is where the data is going to be.
    pub fn keys(&self, dir: &std::path::Path, openers: &[Opener]) -> Result<KeyRing, StoreError> {
        KeyRing::open_bytes(dir, &self.bytes[HEAD_BYTES..self.keys_end], openers).map_err(|error| self.keyless(error))
    }

    /// The same keys through a ring that is open already.
    ///
    /// # Errors
    /// - `BackupPart`: among others, the root key has changed since.
    pub fn keys_of(&self, dir: &std::path::Path, ring: &KeyRing) -> Result<KeyRing, StoreError> {
        ring.open_kin(dir, &self.bytes[HEAD_BYTES..self.keys_end]).map_err(|error| match error {
            KeyError::Damaged { .. } => self.bent("opens no longer with the root key of now: it is bent, or older"),
            error => error.into(),
        })
    }

    fn keyless(&self, error: KeyError) -> StoreError {
        match error {
            KeyError::Damaged { .. } => self.bent("carries keys that are not as they were written"),
            error => error.into(),
        }
    }

    fn bent(&self, what: &str) -> StoreError {
        StoreError::BackupPart { target: self.target.clone(), name: self.name.clone(), what: what.to_owned() }
    }

    /// # Errors
    /// - `BackupPart`: it is not as this store wrote it.
    pub fn open(&self, ring: &KeyRing) -> Result<Manifest, StoreError> {
        let (head, sealed) = self.bytes.split_at(self.keys_end + SALT_BYTES);
        let cipher = Cipher::new(&ring.backup_key(&head[self.keys_end..]));
        let opened = cipher.open(&counter_nonce(0, 0), &aad(head), sealed).ok();
        let manifest: Option<Manifest> = opened.and_then(|plain| postcard::from_bytes(&plain).ok());
        manifest.filter(is_sound).ok_or_else(|| self.bent("is not as this store wrote it"))
    }
}

fn is_sound(manifest: &Manifest) -> bool {
    let numbered = (1..).zip(&manifest.segments).all(|(number, segment)| segment.id == number);
    let sorted = manifest.files.is_sorted_by(|one, next| one.id < next.id);
    numbered
        && sorted
        && !manifest.segments.is_empty()
        && manifest.segments.iter().chain(&manifest.files).all(Item::is_sound)
}

fn aad(head: &[u8]) -> Vec<u8> {
    [b"ts1 backup", blake3::hash(head).as_bytes().as_slice()].concat()
}

/// `tessera-20261124-034512-019.backup`: the instant in UTC, so that names sort by age.
pub fn name_of(at: Timestamp) -> String {
    let instant = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    format!("{PREFIX}{}{ENDING}", instant.strftime(INSTANT))
}

/// When the backup of that name was begun; `None` for a name that no backup has.
pub fn instant_of(name: &str) -> Option<Timestamp> {
    let text = name.strip_prefix(PREFIX)?.strip_suffix(ENDING)?;
    let civil = jiff::civil::DateTime::strptime(INSTANT_READ, text).ok()?;
    let at = Timestamp(civil.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_millisecond());
    (name_of(at) == name).then_some(at)
}

pub fn piece_name(digest: &Digest) -> String {
    format!("{PIECES_FOLDER}/{}", hex(digest))
}

/// The name of a piece within its folder.
pub fn hex(digest: &Digest) -> String {
    blake3::Hash::from(*digest).to_hex().to_string()
}

/// Backups at the target, newest first.
pub fn list(target: &dyn Target) -> Result<Vec<(Timestamp, String)>, StoreError> {
    let listed = target.list("")?.into_iter();
    let mut found: Vec<_> = listed.filter_map(|object| Some((instant_of(&object.name)?, object.name))).collect();
    found.sort_unstable_by(|one, other| other.cmp(one));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypt::password::Cost;
    use crate::crypt::recovery;
    use crate::store::target::Folder;

    #[test]
    fn a_name_says_when_and_only_our_own_names_count() {
        for ms in [0, 1_764_000_000_019, 1_790_000_000_900] {
            assert_eq!(instant_of(&name_of(Timestamp(ms))), Some(Timestamp(ms)), "{}", name_of(Timestamp(ms)));
        }
        for name in
            ["tessera-.backup", "../tessera-20261124-034512-019.backup", "tessera-20261124-034512-019.backup.part"]
        {
            assert_eq!(instant_of(name), None, "{name}");
        }
    }

    #[test]
    fn an_item_has_as_many_pieces_as_its_length_asks_for() {
        let item = |bytes, pieces| Item { id: 1, bytes, birth: [0; 32], pieces: vec![[0; 32]; pieces] };
        assert!(item(0, 0).is_sound() && item(1, 1).is_sound() && item(PIECE_BYTES + 1, 2).is_sound());
        assert!(!item(PIECE_BYTES, 2).is_sound() && !item(1, 0).is_sound());
        assert_eq!(item(PIECE_BYTES + 1, 2).piece_bytes(1), 1);
    }

    #[test]
    fn a_list_of_the_release_before_opens_and_one_of_another_release_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let ring = KeyRing::create(folder.path(), &[Opener::Recovery(recovery::draw())], Cost::LEAST).unwrap();
        let target = Folder::new(&folder.path().join("backup"));
        let item = |id| Item { id, bytes: 1, birth: [2; 32], pieces: vec![[3; 32]] };
        let (segments, files) = (vec![item(1)], vec![item(7), item(8)]);
        let manifest = Manifest { at: Timestamp(5), epoch: 1, tip: Tip::START, contents: vec![], segments, files };
        let reread = |version: u16| {
            let name = name_of(Timestamp(version.into()));
            target.put(&name, &manifest.encode_as(version, &ring)).unwrap();
            Shut::read(&target, &name)?.open(&ring)
        };
        assert_eq!(reread(VERSION).unwrap(), manifest);
        assert_eq!(reread(VERSION_BY_ID).unwrap(), manifest);
        assert!(matches!(reread(VERSION + 1), Err(StoreError::Newer { found: 4, known: 3 })));
        assert!(matches!(reread(1), Err(StoreError::BackupPart { .. })));
    }
}
