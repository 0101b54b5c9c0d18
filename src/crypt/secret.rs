//! Key material that wipes itself. Refuses to be printed, cloned or compared in the open.

use std::fmt;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::chance;

/// 256 bits that open something.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; 32]);

impl Key {
    pub const BYTES: usize = 32;

    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn draw() -> Self {
        Self(chance::draw())
    }

    /// A subkey by HKDF-SHA256. Each part of `info` is length-prefixed, so no two lists of parts mean the same subkey.
    #[must_use]
    pub fn derive(&self, salt: &[u8], info: &[&[u8]]) -> Self {
        let mut subkey = Self([0; 32]);
        Hkdf::<Sha256>::new(Some(salt), &self.0)
            .expand(&joined(info), &mut subkey.0)
            .expect("32 bytes are fewer than HKDF's limit");
        subkey
    }

    /// A keyed BLAKE3 over length-prefixed parts.
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        for part in parts {
            hasher.update(&(part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        *hasher.finalize().as_bytes()
    }

    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(super) const fn bytes_mut(&mut self) -> &mut [u8; 32] {
        &mut self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

/// Something a person typed: a passphrase or a recovery key.
pub struct Phrase(Zeroizing<String>);

impl Phrase {
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phrase(..)")
    }
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(parts.iter().map(|part| part.len() + 8).sum());
    for part in parts {
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subkeys_differ_by_salt_and_by_every_part() {
        let key = Key::new([7; 32]);
        let subkey = |salt: &[u8], info: &[&[u8]]| *key.derive(salt, info).bytes();
        let base = subkey(b"salt", &[b"ab", b"c"]);
        assert_eq!(base, subkey(b"salt", &[b"ab", b"c"]));
        assert_ne!(base, subkey(b"salt", &[b"a", b"bc"]));
        assert_ne!(base, subkey(b"tlas", &[b"ab", b"c"]));
    }

    #[test]
    fn secrets_do_not_print() {
        assert_eq!(format!("{:?} {:?}", Key::new([7; 32]), Phrase::new("hush".to_owned())), "Key(..) Phrase(..)");
    }
}
