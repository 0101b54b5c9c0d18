//! AES-256-GCM and the envelope of a sealed value. Refuses to choose nonces: callers bring one that never repeats under
//! the key (NIST SP 800-38D, section 8), either a counter under a fresh subkey or 96 bits drawn for a bounded batch.

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};

use super::secret::Key;

pub const NONCE_BYTES: usize = 12;
pub const TAG_BYTES: usize = 16;
/// What an envelope adds to its plaintext.
pub const ENVELOPE_BYTES: usize = HEAD_BYTES + TAG_BYTES;

const HEAD_BYTES: usize = 6 + NONCE_BYTES;
const VERSION: u8 = 1;
const SUITE_AES_256_GCM: u8 = 1;

/// The bytes were not sealed with this key for this place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the seal does not fit")]
pub struct Forged;

/// One key, ready to seal and open.
pub struct Cipher(Aes256Gcm);

impl Cipher {
    pub fn new(key: &Key) -> Self {
        Self(Aes256Gcm::new(key.bytes().into()))
    }

    /// Seals `buffer[from..]` in place and appends the tag.
    pub fn seal(&self, nonce: &[u8; NONCE_BYTES], aad: &[u8], buffer: &mut Vec<u8>, from: usize) {
        let tag = self
            .0
            .encrypt_inout_detached(&Nonce::from(*nonce), aad, (&mut buffer[from..]).into())
            .expect("plaintexts are far below GCM's 64 GiB");
        buffer.extend_from_slice(&tag);
    }

    /// Opens `sealed` (ciphertext, then tag).
    ///
    /// # Errors
    /// - `Forged`: damaged, moved, or sealed with another key.
    pub fn open(&self, nonce: &[u8; NONCE_BYTES], aad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Forged> {
        let (text, tag) = sealed.split_last_chunk::<TAG_BYTES>().ok_or(Forged)?;
        let mut buffer = text.to_vec();
        self.0
            .decrypt_inout_detached(&Nonce::from(*nonce), aad, buffer.as_mut_slice().into(), &Tag::from(*tag))
            .map_err(|_| Forged)?;
        Ok(buffer)
    }
}

/// The nonce of the n-th message under a key that never sees another counter.
pub fn counter_nonce(flag: u8, count: u64) -> [u8; NONCE_BYTES] {
    let mut nonce = [0; NONCE_BYTES];
    nonce[0] = flag;
    nonce[4..].copy_from_slice(&count.to_be_bytes());
    nonce
}

/// `version 1 | suite 1 | key id 4 | nonce 12 | ciphertext | tag 16`. The head is authenticated with the caller's context.
pub(super) fn envelope(
    cipher: &Cipher,
    key_id: u32,
    nonce: &[u8; NONCE_BYTES],
    context: &[u8],
    plain: &[u8],
) -> Vec<u8> {
    let mut sealed = Vec::with_capacity(plain.len() + ENVELOPE_BYTES);
    sealed.extend_from_slice(&[VERSION, SUITE_AES_256_GCM]);
    sealed.extend_from_slice(&key_id.to_be_bytes());
    sealed.extend_from_slice(nonce);
    let aad = [&sealed[..6], context].concat();
    sealed.extend_from_slice(plain);
    cipher.seal(nonce, &aad, &mut sealed, HEAD_BYTES);
    sealed
}

/// Which key an envelope asks for. `None`: no envelope of a known version and suite.
pub(super) fn key_id(sealed: &[u8]) -> Option<u32> {
    let (head, _) = sealed.split_first_chunk::<6>()?;
    let [VERSION, SUITE_AES_256_GCM, id @ ..] = head else { return None };
    (sealed.len() >= ENVELOPE_BYTES).then(|| u32::from_be_bytes(*id))
}

pub(super) fn open_envelope(cipher: &Cipher, context: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Forged> {
    let (head, rest) = sealed.split_first_chunk::<6>().ok_or(Forged)?;
    let (nonce, rest) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(Forged)?;
    cipher.open(nonce, &[head.as_slice(), context].concat(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_opens_only_whole_and_in_its_place() {
        let cipher = Cipher::new(&Key::new([1; 32]));
        let sealed = envelope(&cipher, 9, &[3; 12], b"here", b"value");
        assert_eq!(sealed.len(), 5 + ENVELOPE_BYTES);
        assert_eq!(key_id(&sealed), Some(9));
        assert_eq!(open_envelope(&cipher, b"here", &sealed), Ok(b"value".to_vec()));
        assert_eq!(open_envelope(&cipher, b"there", &sealed), Err(Forged));
        for at in 0..sealed.len() {
            let mut bent = sealed.clone();
            bent[at] ^= 1;
            assert_eq!(open_envelope(&cipher, b"here", &bent), Err(Forged), "byte {at}");
        }
        for end in 0..sealed.len() {
            assert_eq!(open_envelope(&cipher, b"here", &sealed[..end]), Err(Forged));
        }
    }

    #[test]
    fn counters_and_flags_make_different_nonces() {
        assert_ne!(counter_nonce(0, 1), counter_nonce(0, 2));
        assert_ne!(counter_nonce(0, 1), counter_nonce(1, 1));
    }
}
