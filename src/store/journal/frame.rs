//! One commit on disk. Refuses a frame whose checksum, seal or place in the chain does not fit.
//!
//! `magic u32 | length u32 | seq u64 | durable_before u64 | crc32c u32 | 0 u32 | ciphertext | tag 16`, a multiple of 64
//! bytes. The seal covers the head, the store, the segment and the tag of the frame before.

use crate::crypt::seal::{Cipher, Forged, NONCE_BYTES, TAG_BYTES, counter_nonce};

pub const HEAD_BYTES: usize = 32;
/// Frames begin at multiples of this.
pub const ALIGN: usize = 64;

const MAGIC: u32 = 0x5453_4652;
const CRC_AT: std::ops::Range<usize> = 24..28;

pub type Tag = [u8; TAG_BYTES];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Bytes after the head.
    pub len: usize,
    pub seq: u64,
    /// Every frame up to this one was durable before this one was written. A later frame thereby proves an earlier one.
    pub durable_before: u64,
    crc: u32,
}

impl Head {
    /// `None`: no frame begins here.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let head: &[u8; HEAD_BYTES] = bytes.first_chunk()?;
        let word = |at: usize| u32::from_be_bytes(head[at..at + 4].try_into().expect("four bytes"));
        let long = |at: usize| u64::from_be_bytes(head[at..at + 8].try_into().expect("eight bytes"));
        let len = word(4) as usize;
        let fits = len > TAG_BYTES && (HEAD_BYTES + len).is_multiple_of(ALIGN);
        (word(0) == MAGIC && word(28) == 0 && fits).then(|| Self {
            len,
            seq: long(8),
            durable_before: long(16),
            crc: word(24),
        })
    }

    pub const fn frame_len(self) -> usize {
        HEAD_BYTES + self.len
    }
}

/// What a frame is bound to besides its own head.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub store: &'a [u8; 16],
    pub segment: u64,
    pub previous: &'a Tag,
}

/// A frame's number, and the number up to which everything was durable when it was written.
#[derive(Clone, Copy)]
pub struct Order {
    pub seq: u64,
    pub durable_before: u64,
}

/// Appends a frame around `plain` to `out` and gives its tag. The caller never seals one seq twice under one cipher.
pub fn write(cipher: &Cipher, place: Place<'_>, order: Order, plain: &[u8], out: &mut Vec<u8>) -> Tag {
    let from = out.len();
    let len = len_of(plain.len()) - HEAD_BYTES;
    out.extend_from_slice(&MAGIC.to_be_bytes());
    out.extend_from_slice(&u32::try_from(len).expect("a commit is far below 4 GiB").to_be_bytes());
    out.extend_from_slice(&order.seq.to_be_bytes());
    out.extend_from_slice(&order.durable_before.to_be_bytes());
    out.extend_from_slice(&[0; 8]);
    let aad = aad(place, &out[from..]);
    out.extend_from_slice(plain);
    out.resize(from + HEAD_BYTES + len - TAG_BYTES, 0);
    cipher.seal(&nonce(order.seq), &aad, out, from + HEAD_BYTES);
    let crc = crc32c::crc32c(&out[from..]).to_be_bytes();
    out[from..][CRC_AT].copy_from_slice(&crc);
    tag_of(&out[from..])
}

/// Bytes of the frame around `plain` bytes.
pub const fn len_of(plain: usize) -> usize {
    (HEAD_BYTES + plain + TAG_BYTES).next_multiple_of(ALIGN)
}

/// Whether the bytes are those that were written, chain and seal aside. `frame` is exactly one frame.
pub fn is_whole(head: Head, frame: &[u8]) -> bool {
    let (before, rest) = frame.split_at(CRC_AT.start);
    let crc = crc32c::crc32c_append(crc32c::crc32c_append(crc32c::crc32c(before), &[0; 4]), &rest[4..]);
    crc == head.crc
}

/// The plaintext with its zero padding.
pub fn open(cipher: &Cipher, place: Place<'_>, frame: &[u8]) -> Result<Vec<u8>, Forged> {
    let head = Head::parse(frame).ok_or(Forged)?;
    cipher.open(&nonce(head.seq), &aad(place, &frame[..HEAD_BYTES]), &frame[HEAD_BYTES..])
}

pub fn tag_of(frame: &[u8]) -> Tag {
    *frame.last_chunk().expect("a frame is longer than its tag")
}

fn nonce(seq: u64) -> [u8; NONCE_BYTES] {
    counter_nonce(0, seq)
}

fn aad(place: Place<'_>, head: &[u8]) -> Vec<u8> {
    [b"ts1 frame".as_slice(), place.store, &place.segment.to_be_bytes(), place.previous, &head[..CRC_AT.start]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypt::secret::Key;

    const PLACE: Place<'_> = Place { store: &[1; 16], segment: 3, previous: &[2; 16] };

    fn sample(plain: &[u8]) -> (Cipher, Vec<u8>) {
        let cipher = Cipher::new(&Key::new([4; 32]));
        let mut frame = Vec::new();
        let tag = write(&cipher, PLACE, Order { seq: 8, durable_before: 5 }, plain, &mut frame);
        assert_eq!(tag, tag_of(&frame));
        (cipher, frame)
    }

    #[test]
    fn a_frame_gives_back_what_it_holds() {
        for len in [0, 1, 15, 16, 17, 1_000] {
            let plain = vec![7; len];
            let (cipher, frame) = sample(&plain);
            let head = Head::parse(&frame).unwrap();
            assert_eq!((head.seq, head.durable_before, head.frame_len()), (8, 5, frame.len()));
            assert!(frame.len() == len_of(len) && is_whole(head, &frame));
            let opened = open(&cipher, PLACE, &frame).unwrap();
            assert_eq!((&opened[..len], opened[len..].iter().all(|b| *b == 0)), (plain.as_slice(), true));
        }
    }

    #[test]
    fn a_bent_frame_is_not_whole() {
        let (_, frame) = sample(b"value");
        for at in 0..frame.len() {
            let mut bent = frame.clone();
            bent[at] ^= 1;
            let fits = Head::parse(&bent).is_some_and(|head| head.frame_len() == bent.len() && is_whole(head, &bent));
            assert!(!fits, "byte {at}");
        }
    }

    #[test]
    fn a_frame_opens_only_in_its_place() {
        let (cipher, frame) = sample(b"value");
        let elsewhere =
            [Place { store: &[9; 16], ..PLACE }, Place { segment: 4, ..PLACE }, Place { previous: &[0; 16], ..PLACE }];
        for place in elsewhere {
            assert_eq!(open(&cipher, place, &frame), Err(Forged));
        }
    }
}
