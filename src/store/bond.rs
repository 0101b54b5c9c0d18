//! The head of stored content: which key its chunks stand under, and which address it belongs to. Refuses content that stands under
//! another address than its own.
//!
//! `magic 8 | version u16 | data key u32 | salt 32 | bond 18`. The address follows from the last byte, but chunks are sealed from the
//! first. So they are bound to the salt, which no other content has, and the bond, which is written last, binds that to the address.
//! Version 1, of files that stand under their own id, knew it beforehand: there the chunks are bound to it, and the bond is zeros.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;

use super::error::StoreError;
use crate::crypt::chance;
use crate::crypt::class::Class;
use crate::crypt::error::KeyError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::secret::Key;
use crate::crypt::stream::Stream;
use crate::model::id::ContentId;

pub(super) const HEAD_BYTES: usize = 64;
const MAGIC: &[u8; 8] = b"TSFILE\r\n";
const VERSION: u16 = 2;
const VERSION_BY_ID: u16 = 1;
const BOND_AT: usize = 46;

pub(super) type Head = [u8; HEAD_BYTES];

/// Content on its way in, which has no address yet.
pub(super) struct Unbound {
    head: Head,
    key: Key,
}

impl Unbound {
    /// Under the newest data key, with a salt of its own.
    pub fn draw(ring: &KeyRing) -> Result<(Self, Stream), KeyError> {
        let dek = ring.newest_dek(Class::Attachments);
        let mut head = [0; HEAD_BYTES];
        head[..8].copy_from_slice(MAGIC);
        head[8..10].copy_from_slice(&VERSION.to_be_bytes());
        head[10..14].copy_from_slice(&dek.to_be_bytes());
        head[14..BOND_AT].copy_from_slice(&chance::draw::<32>());
        let (stream, key) = keys(ring, &head)?;
        Ok((Self { head, key }, stream))
    }

    pub const fn head(&self) -> &Head {
        &self.head
    }

    pub fn bound_to(&self, content: ContentId) -> Head {
        let mut head = self.head;
        head[BOND_AT..].copy_from_slice(&bond(&self.key, &self.head, content));
        head
    }
}

/// What opens the chunks behind a head.
///
/// # Errors
/// - `Damaged`: it is none of this store, or belongs to another address.
pub(super) fn open(ring: &KeyRing, path: &Path, content: ContentId, head: &Head) -> Result<Stream, StoreError> {
    let keyless = |_| StoreError::damaged(path, 10, "the stored file names no key of this store");
    match version(head) {
        Some(VERSION) => {
            let (stream, key) = keys(ring, head).map_err(keyless)?;
            if head[BOND_AT..] != bond(&key, head, content) {
                return Err(StoreError::damaged(path, BOND_AT as u64, "the stored file is not the one of this name"));
            }
            Ok(stream)
        }
        Some(VERSION_BY_ID) => by_id(ring, content, head).map_err(keyless),
        _ => Err(StoreError::damaged(path, 0, "this is no stored file")),
    }
}

/// The data key that stored content names; `None`: it has no whole head.
pub(super) fn data_key(file: &File) -> Option<u32> {
    let mut head = [0; HEAD_BYTES];
    file.read_exact_at(&mut head, 0).ok()?;
    Some(dek(&head))
}

fn version(head: &Head) -> Option<u16> {
    head.starts_with(MAGIC).then(|| u16::from_be_bytes([head[8], head[9]]))
}

fn dek(head: &Head) -> u32 {
    u32::from_be_bytes(head[10..14].try_into().expect("four bytes"))
}

fn salt(head: &Head) -> &[u8; 32] {
    head[14..BOND_AT].try_into().expect("32 bytes")
}

/// Of the chunks, and of the bond.
fn keys(ring: &KeyRing, head: &Head) -> Result<(Stream, Key), KeyError> {
    let subkey = |of: &[u8]| ring.subkey(dek(head), salt(head), &[b"content", of]);
    let context = [b"ts1 content", ring.store().as_slice(), &head[..BOND_AT]].concat();
    Ok((Stream::new(&subkey(b"chunks")?, &context), subkey(b"bond")?))
}

fn bond(key: &Key, head: &Head, content: ContentId) -> [u8; HEAD_BYTES - BOND_AT] {
    let mac = key.mac(&[&head[..BOND_AT], &content.to_bytes()]);
    *mac.first_chunk().expect("shorter than a digest")
}

fn by_id(ring: &KeyRing, content: ContentId, head: &Head) -> Result<Stream, KeyError> {
    let id = content.to_bytes();
    let key = ring.subkey(dek(head), salt(head), &[b"blob", &id])?;
    Ok(Stream::new(&key, &[b"ts1 blob", ring.store().as_slice(), &id, head].concat()))
}
