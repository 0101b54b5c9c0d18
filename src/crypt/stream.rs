//! A long text sealed in chunks of one size, each bound to its number and to whether it is the last, so that a stream
//! cannot be cut, extended or reordered. Refuses empty chunks but for the empty stream. The key must be fresh per stream.

use super::seal::{Cipher, Forged, TAG_BYTES, counter_nonce};
use super::secret::Key;

/// Seals and opens the chunks of one stream.
pub struct Stream {
    cipher: Cipher,
    context: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Inner,
    Last,
}

impl Stream {
    pub fn new(key: &Key, context: &[u8]) -> Self {
        Self { cipher: Cipher::new(key), context: context.to_vec() }
    }

    /// Appends the sealed chunk to `out`: `plain.len() + TAG_BYTES` bytes.
    pub fn seal(&self, number: u64, place: Place, plain: &[u8], out: &mut Vec<u8>) {
        let from = out.len();
        out.extend_from_slice(plain);
        self.cipher.seal(&counter_nonce(flag(place), number), &self.aad(number, place), out, from);
    }

    pub fn open(&self, number: u64, place: Place, sealed: &[u8]) -> Result<Vec<u8>, Forged> {
        self.cipher.open(&counter_nonce(flag(place), number), &self.aad(number, place), sealed)
    }

    fn aad(&self, number: u64, place: Place) -> Vec<u8> {
        [self.context.as_slice(), &number.to_be_bytes(), &[flag(place)]].concat()
    }
}

/// Bytes of a sealed stream of `plain` bytes. An empty stream is one empty last chunk.
pub fn sealed_len(plain: u64, chunk: u64) -> u64 {
    plain + plain.div_ceil(chunk).max(1) * TAG_BYTES as u64
}

/// Bytes that a sealed stream holds; `None` when no stream has this length.
pub fn plain_len(sealed: u64, chunk: u64) -> Option<u64> {
    let tag = TAG_BYTES as u64;
    let plain = sealed.checked_sub(sealed.div_ceil(chunk + tag).max(1) * tag)?;
    (sealed_len(plain, chunk) == sealed).then_some(plain)
}

const fn flag(place: Place) -> u8 {
    match place {
        Place::Inner => 0,
        Place::Last => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_inverse() {
        for plain in 0..200 {
            assert_eq!(plain_len(sealed_len(plain, 64), 64), Some(plain), "{plain}");
        }
        assert_eq!(plain_len(15, 64), None);
        assert_eq!(plain_len(64 + 16 + 16, 64), None, "an empty chunk after a full one");
    }

    #[test]
    fn a_chunk_opens_only_at_its_number_and_place() {
        let stream = Stream::new(&Key::new([5; 32]), b"file");
        let mut sealed = Vec::new();
        stream.seal(3, Place::Inner, b"chunk", &mut sealed);
        assert_eq!(stream.open(3, Place::Inner, &sealed), Ok(b"chunk".to_vec()));
        assert_eq!(stream.open(2, Place::Inner, &sealed), Err(Forged));
        assert_eq!(stream.open(3, Place::Last, &sealed), Err(Forged));
        assert_eq!(Stream::new(&Key::new([5; 32]), b"elif").open(3, Place::Inner, &sealed), Err(Forged));
    }
}
