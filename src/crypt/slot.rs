//! Key slots: the ways to reach the root key, any one of which opens. Refuses a key file that travels with the data, and
//! weakened parameters: they are authenticated with the wrapped key.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::chance;
use super::error::{KeyError, Shut};
use super::password::Cost;
use super::recovery;
use super::seal::{Cipher, NONCE_BYTES};
use super::secret::{Key, Phrase};
use super::whole_file;
use crate::model::limit::PASSPHRASE_CHARS_MIN;

/// The file that a service manager puts into its credentials directory.
pub const CREDENTIAL_NAME: &str = "tessera-root-key";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SlotKind {
    KeyFile,
    Passphrase(Cost),
    Recovery,
    Credential,
}

impl SlotKind {
    /// Whatever the costs.
    pub const fn same_as(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::KeyFile, Self::KeyFile)
                | (Self::Passphrase(_), Self::Passphrase(_))
                | (Self::Recovery, Self::Recovery)
                | (Self::Credential, Self::Credential)
        )
    }
}

/// The root key, wrapped. Nothing in it is secret without its opener.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub id: u8,
    pub kind: SlotKind,
    salt: [u8; 32],
    nonce: [u8; NONCE_BYTES],
    wrapped: Vec<u8>,
}

/// What opens a slot.
#[derive(Debug)]
pub enum Opener {
    /// 32 random bytes outside of the data directory.
    KeyFile(PathBuf),
    Passphrase(Phrase),
    Recovery(Phrase),
    /// The file [`CREDENTIAL_NAME`] in the directory named by `$CREDENTIALS_DIRECTORY`.
    Credential(PathBuf),
}

impl Opener {
    /// The kind of slot that is made for it; `cost` is that of a passphrase.
    const fn kind(&self, cost: Cost) -> SlotKind {
        match self {
            Self::KeyFile(_) => SlotKind::KeyFile,
            Self::Passphrase(_) => SlotKind::Passphrase(cost),
            Self::Recovery(_) => SlotKind::Recovery,
            Self::Credential(_) => SlotKind::Credential,
        }
    }

    /// Whether it belongs to this kind of slot. A key file and a credential are the same 32 bytes, so each is tried on the slot of
    /// the other too; what comes of that is no reason for anything.
    pub(super) const fn belongs_to(&self, kind: SlotKind) -> bool {
        self.kind(Cost::LEAST).same_as(kind)
    }
}

/// Makes a new key file, readable by its owner only.
///
/// # Errors
/// - `KeyFileInside`: the path lies in the data directory.
/// - `Io`: among others, when the file exists.
pub fn write_key_file(path: &Path, data: &Path) -> Result<(), KeyError> {
    refuse_inside(path, data)?;
    let io = |source| KeyError::io("creating the key file", path, source);
    std::fs::create_dir_all(whole_file::parent(path)).map_err(io)?;
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o400).open(path).map_err(io)?;
    file.write_all(Key::draw().bytes()).map_err(io)?;
    file.sync_all().map_err(io)?;
    whole_file::sync_dir(whole_file::parent(path)).map_err(io)
}

impl Slot {
    /// Wraps `root` for `opener`. `data` is the data directory, `cost` that of a passphrase.
    pub(super) fn wrap(root: &Key, opener: &Opener, place: Place<'_>, cost: Cost) -> Result<Self, KeyError> {
        if let Opener::Passphrase(phrase) = opener
            && phrase.as_str().chars().count() < PASSPHRASE_CHARS_MIN
        {
            return Err(KeyError::PassphraseShort);
        }
        Self::wrap_as(opener.kind(cost), root, opener, place)
    }

    /// The same slot around another root key.
    pub(super) fn rewrap(&self, root: &Key, opener: &Opener, place: Place<'_>) -> Result<Self, KeyError> {
        Self::wrap_as(self.kind, root, opener, place)
    }

    fn wrap_as(kind: SlotKind, root: &Key, opener: &Opener, place: Place<'_>) -> Result<Self, KeyError> {
        let mut slot = Self { id: place.slot, kind, salt: chance::draw(), nonce: chance::draw(), wrapped: Vec::new() };
        let wrapping = slot.wrapping_key(opener, place.data)?.ok_or(KeyError::Forged)?;
        slot.wrapped.extend_from_slice(root.bytes());
        let aad = slot.aad(place.store);
        Cipher::new(&wrapping).seal(&slot.nonce, &aad, &mut slot.wrapped, 0);
        Ok(slot)
    }

    /// Opens with the first opener that does; else says why with those of its own kind it did not.
    pub(super) fn open(&self, openers: &[Opener], place: Place<'_>) -> Result<Key, Shut> {
        let mut why = Shut::NotGiven;
        for opener in openers {
            match self.unwrap(opener, place) {
                Ok(root) => return Ok(root),
                Err(shut) if opener.belongs_to(self.kind) => why = shut,
                Err(_) => {}
            }
        }
        Err(why)
    }

    pub(super) fn unwrap(&self, opener: &Opener, place: Place<'_>) -> Result<Key, Shut> {
        let wrapping = match self.wrapping_key(opener, place.data) {
            Ok(Some(key)) => key,
            Ok(None) => return Err(Shut::NotGiven),
            Err(error) => return Err(Shut::Unreadable(Box::new(error))),
        };
        let root = Cipher::new(&wrapping).open(&self.nonce, &self.aad(place.store), &self.wrapped);
        let root = Zeroizing::new(root.map_err(|_| Shut::Wrong)?);
        <[u8; 32]>::try_from(root.as_slice()).map(Key::new).map_err(|_| Shut::Wrong)
    }

    /// `None`: this opener is not for this kind of slot.
    fn wrapping_key(&self, opener: &Opener, data: &Path) -> Result<Option<Key>, KeyError> {
        let secret = match (opener, self.kind) {
            (Opener::KeyFile(path) | Opener::Credential(path), SlotKind::KeyFile | SlotKind::Credential) => {
                read_key_file(path, data)?
            }
            (Opener::Recovery(phrase), SlotKind::Recovery) => recovery::parse(phrase)?,
            (Opener::Passphrase(phrase), SlotKind::Passphrase(cost)) => stretch(phrase, &self.salt, cost)?,
            (Opener::KeyFile(_) | Opener::Credential(_) | Opener::Recovery(_) | Opener::Passphrase(_), _) => {
                return Ok(None);
            }
        };
        Ok(Some(secret.derive(&self.salt, &[b"slot"])))
    }

    fn aad(&self, store: [u8; 16]) -> Vec<u8> {
        let (kind, cost) = match self.kind {
            SlotKind::KeyFile => (1, None),
            SlotKind::Passphrase(cost) => (2, Some(cost)),
            SlotKind::Recovery => (3, None),
            SlotKind::Credential => (4, None),
        };
        let cost = cost.map_or([0; 3], |cost| [cost.memory_kib, cost.passes, cost.lanes]);
        let mut aad = [b"ts1 slot", store.as_slice(), &[self.id, kind], &self.salt].concat();
        aad.extend(cost.iter().flat_map(|figure| figure.to_be_bytes()));
        aad
    }
}

/// Where a slot belongs.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub data: &'a Path,
    pub store: [u8; 16],
    pub slot: u8,
}

fn read_key_file(path: &Path, data: &Path) -> Result<Key, KeyError> {
    refuse_inside(path, data)?;
    let io = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => KeyError::KeyFileMissing(path.to_owned()),
        _ => KeyError::io("reading the key file", path, source),
    };
    let mut bytes = Zeroizing::new(Vec::with_capacity(Key::BYTES + 1));
    let file = std::fs::File::open(path).map_err(io)?;
    file.take(Key::BYTES as u64 + 1).read_to_end(&mut bytes).map_err(io)?;
    match <[u8; 32]>::try_from(bytes.as_slice()) {
        // A file of one repeated byte was never drawn from chance.
        Ok(key) if key.iter().any(|byte| *byte != key[0]) => Ok(Key::new(key)),
        Ok(_) | Err(_) => Err(KeyError::KeyFileWeak(path.to_owned())),
    }
}

fn refuse_inside(path: &Path, data: &Path) -> Result<(), KeyError> {
    if lies_in(path, data) { Err(KeyError::KeyFileInside(path.to_owned())) } else { Ok(()) }
}

/// # Errors
/// - `KeyFileBeside`: whoever takes the folder with the backups takes the key along.
pub fn refuse_beside(path: &Path, backups: &Path) -> Result<(), KeyError> {
    if lies_in(path, backups) {
        return Err(KeyError::KeyFileBeside { file: path.to_owned(), folder: backups.to_owned() });
    }
    Ok(())
}

/// By where they really are: links are followed.
fn lies_in(path: &Path, folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or(path.to_owned());
    let folder = real(folder);
    real(path).starts_with(&folder) || real(whole_file::parent(path)).starts_with(&folder)
}

fn stretch(phrase: &Phrase, salt: &[u8], cost: Cost) -> Result<Key, KeyError> {
    // Figures outside of what we spend come from a damaged or hostile file, and cannot open anyway.
    let params = cost.params().ok_or(KeyError::Damaged { what: "the cost of a passphrase" })?;
    let mut key = Key::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(phrase.as_str().as_bytes(), salt, key.bytes_mut())
        .map_err(|_| KeyError::Damaged { what: "the cost of a passphrase" })?;
    Ok(key)
}
