//! The file that says "this is a store, and not a new one", twice. Without it an emptied directory would pass for a fresh
//! start. Refuses a sentinel of another store.
//!
//! `magic 8 | format u16 | store 16 | epoch u32 | origin u8 | checksum 8 | MAC 32`

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::migrate;
use crate::crypt::key_ring::{KeyRing, Purpose};
use crate::crypt::whole_file;

pub const NAMES: [&str; 2] = ["sentinel.a", "sentinel.b"];
const MAGIC: &[u8; 8] = b"TSSTOR\r\n";
const FIELDS_BYTES: usize = 31;
const CONTENT_BYTES: usize = FIELDS_BYTES + 8;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentinel {
    /// Counts restores: two branches of one history never have the same.
    pub epoch: u32,
    pub origin: Origin,
}

/// Where the data came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Grown here.
    Native,
    /// From a backup, and nobody has confirmed yet that timers, mail and webhooks may run.
    Restored,
}

/// What the two files said.
pub struct Found {
    pub sentinel: Sentinel,
    /// The form of the data.
    pub format: u16,
    /// Copies that were missing or unreadable.
    pub repaired: Vec<PathBuf>,
}

/// # Errors
/// - `Absent`: there is no store here.
/// - `Newer`: a newer release wrote it.
/// - `WrongKey`: it is of another store than the keys.
/// - `Damaged`: neither copy is readable.
pub fn read(dir: &Path, ring: &KeyRing) -> Result<Found, StoreError> {
    read_up_to(dir, ring, migrate::FORMAT)
}

/// As [`read`], for a release that knows the forms up to `known`.
pub fn read_up_to(dir: &Path, ring: &KeyRing, known: u16) -> Result<Found, StoreError> {
    let mut sentinel = None;
    let mut repaired = Vec::new();
    let mut missing = 0;
    for path in NAMES.map(|name| dir.join(name)) {
        match std::fs::read(&path) {
            Ok(bytes) => match decode(&bytes, ring, known)? {
                Some(found) => sentinel = sentinel.or(Some(found)),
                None => repaired.push(path),
            },
            Err(error) if error.kind() == ErrorKind::NotFound => {
                missing += 1;
                repaired.push(path);
            }
            Err(error) => return Err(StoreError::io("reading", &path)(error)),
        }
    }
    match sentinel {
        Some((sentinel, format)) => Ok(Found { sentinel, format, repaired }),
        None if missing == NAMES.len() => Err(StoreError::Absent(dir.to_owned())),
        None => Err(StoreError::damaged(&dir.join(NAMES[0]), 0, "neither copy of the sentinel is readable")),
    }
}

/// Durable when it returns.
pub fn write(dir: &Path, ring: &KeyRing, sentinel: Sentinel) -> Result<(), StoreError> {
    write_as(dir, ring, sentinel, migrate::FORMAT)
}

/// As [`write()`], for data of that form.
pub fn write_as(dir: &Path, ring: &KeyRing, sentinel: Sentinel, format: u16) -> Result<(), StoreError> {
    let bytes = encode(ring, sentinel, format);
    for path in NAMES.map(|name| dir.join(name)) {
        whole_file::replace(&path, &bytes).map_err(StoreError::io("writing", &path))?;
    }
    Ok(())
}

fn encode(ring: &KeyRing, sentinel: Sentinel, format: u16) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&format.to_be_bytes());
    bytes.extend_from_slice(&ring.store());
    bytes.extend_from_slice(&sentinel.epoch.to_be_bytes());
    bytes.push(match sentinel.origin {
        Origin::Native => 0,
        Origin::Restored => 1,
    });
    bytes.extend_from_slice(&checksum(&bytes));
    let mac = ring.derived(Purpose::Mark).mac(&[b"sentinel", &bytes]);
    bytes.extend_from_slice(&mac);
    bytes
}

/// `None`: no sentinel.
fn decode(bytes: &[u8], ring: &KeyRing, known: u16) -> Result<Option<(Sentinel, u16)>, StoreError> {
    let Some((content, mac)) = bytes.split_at_checked(CONTENT_BYTES) else { return Ok(None) };
    let (checked, sum) = content.split_at(FIELDS_BYTES);
    let Some(fields) = checked.strip_prefix(MAGIC).filter(|_| checksum(checked) == sum) else { return Ok(None) };
    // From here on somebody wrote exactly this, so what is strange is no damage.
    let format = u16::from_be_bytes([fields[0], fields[1]]);
    migrate::admit(format, known)?;
    if fields[2..18] != ring.store() {
        return Err(StoreError::WrongKey);
    }
    if ring.derived(Purpose::Mark).mac(&[b"sentinel", content]) != mac {
        return Ok(None);
    }
    let origin = match fields[22] {
        0 => Origin::Native,
        _ => Origin::Restored,
    };
    let epoch = u32::from_be_bytes(fields[18..22].try_into().expect("four bytes"));
    Ok(Some((Sentinel { epoch, origin }, format)))
}

fn checksum(bytes: &[u8]) -> [u8; 8] {
    *blake3::hash(bytes).as_bytes().first_chunk().expect("a hash is longer than that")
}
