//! Bytes to nouns and back, for what the journal keeps of a commit. Refuses anything it would not have written itself:
//! the journal is the truth, so a strange entry is damage.
//!
//! `command 16 | writes u32 | write.. | log length u32 | log`, where a write is `ns u16 | key length u8 | key | 0` for a
//! removal, or `.. | 1 | value length u32 | value`.

use super::key::{Key, Ns};
use crate::model::id::CommandId;

/// One command's rows and its log entry, durable together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    pub command: CommandId,
    /// A later write of a row replaces an earlier one.
    pub writes: Vec<Write>,
    /// The encoded events: the audit entry.
    pub log: Vec<u8>,
}

/// One row set or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    pub ns: Ns,
    pub key: Key,
    /// `None` removes the row.
    pub value: Option<Vec<u8>>,
}

pub fn encode(commit: &Commit) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(encoded_len(commit));
    bytes.extend_from_slice(&commit.command.to_bytes());
    bytes.extend_from_slice(&length(commit.writes.len()));
    for write in &commit.writes {
        let key = write.key.as_bytes();
        bytes.extend_from_slice(&write.ns.number().to_be_bytes());
        bytes.push(u8::try_from(key.len()).expect("a key has at most 32 bytes"));
        bytes.extend_from_slice(key);
        match &write.value {
            None => bytes.push(0),
            Some(value) => {
                bytes.push(1);
                bytes.extend_from_slice(&length(value.len()));
                bytes.extend_from_slice(value);
            }
        }
    }
    bytes.extend_from_slice(&length(commit.log.len()));
    bytes.extend_from_slice(&commit.log);
    bytes
}

pub fn encoded_len(commit: &Commit) -> usize {
    let write_len =
        |write: &Write| 4 + write.key.as_bytes().len() + write.value.as_ref().map_or(0, |value| 4 + value.len());
    24 + commit.writes.iter().map(write_len).sum::<usize>() + commit.log.len()
}

/// `None`: not the encoding of a commit.
pub fn decode(bytes: &[u8]) -> Option<Commit> {
    let mut rest = Rest(bytes);
    let command = CommandId::from_u128(u128::from_be_bytes(rest.array()?));
    let count = rest.length()?;
    // A write takes at least four bytes, so a count cannot make us set memory aside for nothing.
    let mut writes = Vec::with_capacity(count.min(rest.0.len() / 4));
    for _ in 0..count {
        let ns = Ns::from_number(u16::from_be_bytes(rest.array()?))?;
        let [key_len] = rest.array()?;
        let key = Key::new(rest.take(usize::from(key_len))?)?;
        let value = match rest.array()? {
            [0] => None,
            [1] => {
                let len = rest.length()?;
                Some(rest.take(len)?.to_vec())
            }
            [_] => return None,
        };
        writes.push(Write { ns, key, value });
    }
    let len = rest.length()?;
    let log = rest.take(len)?.to_vec();
    rest.0.is_empty().then_some(Commit { command, writes, log })
}

fn length(len: usize) -> [u8; 4] {
    u32::try_from(len).expect("a commit is far below 4 GiB").to_be_bytes()
}

struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn length(&mut self) -> Option<usize> {
        self.array().map(|bytes| u32::from_be_bytes(bytes) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Commit {
        Commit {
            command: CommandId::from_u128(77),
            writes: vec![
                Write { ns: Ns::Record, key: Key::number(1), value: Some(b"one".to_vec()) },
                Write { ns: Ns::Timer, key: Key::id([2; 16]).and(3), value: None },
            ],
            log: b"events".to_vec(),
        }
    }

    #[test]
    fn what_was_encoded_is_what_is_decoded() {
        let bytes = encode(&sample());
        assert_eq!(bytes.len(), encoded_len(&sample()));
        assert_eq!(decode(&bytes), Some(sample()));
        assert_eq!(decode(&[bytes.as_slice(), &[0]].concat()), None);
    }

    #[test]
    fn no_prefix_is_a_commit() {
        let bytes = encode(&sample());
        for end in 0..bytes.len() {
            assert_eq!(decode(&bytes[..end]), None, "{end} bytes");
        }
    }

    #[test]
    fn a_huge_count_is_refused_before_memory_is_set_aside() {
        let mut bytes = encode(&sample());
        bytes[16..20].copy_from_slice(&u32::MAX.to_be_bytes());
        assert_eq!(decode(&bytes), None);
    }
}
