//! The latest state: one sealed row per key, in an engine that may lag behind the journal but never lies. Hides sealing,
//! padding and the parts of long values. Refuses a row whose seal does not fit its place.
//!
//! `raw key = ns u16 | key`; `raw value = 0 | envelope` of a whole value, or `1 | envelope` of `seq u64 | write u32 |
//! length u64`, whose parts stand under `0xFFFE | seq | write | part u32`. Plaintexts are padded to 64 bytes.

use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

use super::backend::{Backend, Failure, Range, VALUE_BYTES_MAX};
use super::error::StoreError;
use super::key::{Key, Ns};
use crate::crypt::class::Class;
use crate::crypt::error::KeyError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::seal::ENVELOPE_BYTES;

/// Namespaces that rows of the house do not have.
pub(super) const NS_HEAD: u16 = 0;
const NS_PARTS: u16 = 0xFFFE;

const PAD_BYTES: usize = 64;
/// Bytes of a plaintext that stay in one raw value, before padding.
pub(super) const WHOLE_BYTES_MAX: usize = 5_951;
const _: () = assert!((WHOLE_BYTES_MAX + 1).next_multiple_of(PAD_BYTES) + 1 + ENVELOPE_BYTES <= VALUE_BYTES_MAX);

pub struct Rows {
    dir: PathBuf,
    cache_bytes: u64,
    /// Locked because an engine that failed is replaced beside its readers; absent once that failed, too.
    backend: RwLock<Option<Arc<Backend>>>,
    ring: Arc<KeyRing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Whole = 0,
    Parted = 1,
    Part = 2,
    Head = 3,
}

/// Where the parts of a long value are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    pub seq: u64,
    pub write: u32,
    pub len: u64,
}

impl Rows {
    pub fn open(dir: &Path, ring: Arc<KeyRing>, cache_bytes: u64) -> Result<Self, StoreError> {
        let backend = Backend::open(dir, cache_bytes).map_err(failed)?;
        Ok(Self { dir: dir.to_owned(), cache_bytes, backend: RwLock::new(Some(Arc::new(backend))), ring })
    }

    /// Lets go of the engine and opens it anew. Readers wait meanwhile, and then see what was durable.
    pub(super) fn reopen(&self) -> Result<(), StoreError> {
        let mut backend = self.backend.write().expect("no holder panics");
        drop(backend.take());
        *backend = Some(Arc::new(Backend::open(&self.dir, self.cache_bytes).map_err(failed)?));
        Ok(())
    }

    pub fn get(&self, ns: Ns, key: Key) -> Result<Option<Vec<u8>>, StoreError> {
        let raw_key = raw_key(ns.number(), key.as_bytes());
        // It may be replaced, or sealed anew, between being shown and being opened; then it is read again.
        for _ in 0..READS_MAX {
            let Some(stored) = self.backend()?.get(&raw_key).map_err(failed)? else { return Ok(None) };
            if let Some(value) = self.value(ns, &raw_key, &stored)? {
                return Ok(Some(value));
            }
        }
        Err(damaged(&raw_key, INCOMPLETE))
    }

    /// Ascending from `from`. Not a snapshot: a row that changes meanwhile appears old or new, whole in either case.
    pub fn scan(self: &Arc<Self>, ns: Ns, from: Bound<Key>) -> Scan {
        let from = from.map(|key| raw_key(ns.number(), key.as_bytes()));
        let from = if from == Bound::Unbounded { Bound::Included(raw_key(ns.number(), &[])) } else { from };
        let to = Bound::Excluded(raw_key(ns.number() + 1, &[]));
        let range = self.backend().map(|backend| backend.range(from, to)).map_err(Some);
        Scan { rows: Arc::clone(self), ns, range }
    }

    /// Everything applied is durable when it returns.
    pub fn sync(&self) -> Result<(), StoreError> {
        self.backend()?.sync().map_err(failed)
    }

    /// # Errors
    /// - `Rows`: the engine failed and could not be opened anew.
    pub(super) fn backend(&self) -> Result<Arc<Backend>, StoreError> {
        let backend = self.backend.read().expect("no holder panics").clone();
        backend.ok_or_else(|| StoreError::Rows("the rows are closed after a failure".to_owned()))
    }

    pub(super) const fn ring(&self) -> &Arc<KeyRing> {
        &self.ring
    }

    /// Opens a stored row. `None`: a part of it, or the key that it is sealed with, is not there (any more).
    pub(super) fn value(&self, ns: Ns, raw_key: &[u8], stored: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        match kind_of(stored) {
            Some(Kind::Whole) => self.unseal(class_of(ns), (raw_key, Kind::Whole), stored),
            Some(Kind::Parted) => match self.parts(ns, raw_key, stored)? {
                Some(parts) => self.joined(ns, raw_key, parts),
                None => Ok(None),
            },
            Some(Kind::Part | Kind::Head) | None => Err(damaged(raw_key, "its kind is unknown")),
        }
    }

    pub(super) fn parts(&self, ns: Ns, raw_key: &[u8], stored: &[u8]) -> Result<Option<Parts>, StoreError> {
        let Some(bytes) = self.unseal(class_of(ns), (raw_key, Kind::Parted), stored)? else { return Ok(None) };
        let parts = Parts::decode(&bytes);
        parts.map(Some).ok_or_else(|| damaged(raw_key, "it does not say where its parts are"))
    }

    /// Opens one raw value of the given kind and strips its padding. `None`: the key that it is sealed with is not there (any more).
    pub(super) fn unseal(
        &self,
        class: Class,
        (raw_key, kind): (&[u8], Kind),
        stored: &[u8],
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let sealed = stored.get(1..).unwrap_or_default();
        match self.ring.open_value(class, &context(raw_key, kind), sealed) {
            Ok(mut plain) => {
                let end = plain.iter().rposition(|byte| *byte != 0).filter(|end| plain[*end] == 0x80);
                plain.truncate(end.ok_or_else(|| damaged(raw_key, "its padding is wrong"))?);
                Ok(Some(plain))
            }
            Err(KeyError::KeyUnknown(_)) => Ok(None),
            Err(KeyError::Forged) => Err(damaged(raw_key, "its seal does not fit")),
            Err(error) => Err(error.into()),
        }
    }

    fn joined(&self, ns: Ns, raw_key: &[u8], parts: Parts) -> Result<Option<Vec<u8>>, StoreError> {
        let mut value = Vec::new();
        for part in 0..parts.count() {
            let part_key = parts.raw_key(part);
            let Some(stored) = self.backend()?.get(&part_key).map_err(failed)? else { return Ok(None) };
            let owned = [raw_key, &part_key].concat();
            let Some(part) = self.unseal(class_of(ns), (&owned, Kind::Part), &stored)? else { return Ok(None) };
            value.extend_from_slice(&part);
        }
        if value.len() as u64 != parts.len {
            return Err(damaged(raw_key, "its length does not fit"));
        }
        Ok(Some(value))
    }
}

const READS_MAX: u32 = 8;
/// Of a row that stays so, however often it is read.
pub(super) const INCOMPLETE: &str = "a part of it, or the key that it is sealed with, is missing";

/// Rows of one namespace, opened one by one.
pub struct Scan {
    rows: Arc<Rows>,
    ns: Ns,
    /// Or why there is none, until that has been said.
    range: Result<Range, Option<StoreError>>,
}

impl Iterator for Scan {
    type Item = Result<(Key, Vec<u8>), StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let range = match &mut self.range {
                Ok(range) => range,
                Err(why) => return why.take().map(Err),
            };
            let (raw_key, stored) = match range.next()? {
                Ok(row) => row,
                Err(failure) => return Some(Err(failed(failure))),
            };
            let Some(key) = raw_key.get(2..).and_then(Key::new) else {
                return Some(Err(damaged(&raw_key, "its key is too long")));
            };
            match self.rows.value(self.ns, &raw_key, &stored) {
                Ok(Some(value)) => return Some(Ok((key, value))),
                Err(error) => return Some(Err(error)),
                // Replaced, removed or sealed anew since the engine showed it.
                Ok(None) => match self.rows.get(self.ns, key) {
                    Ok(Some(value)) => return Some(Ok((key, value))),
                    Ok(None) => {}
                    Err(error) => return Some(Err(error)),
                },
            }
        }
    }
}

impl Parts {
    pub(super) fn count(self) -> u32 {
        u32::try_from(self.len.div_ceil(WHOLE_BYTES_MAX as u64)).expect("a value has at most a few thousand parts")
    }

    pub(super) fn raw_key(self, part: u32) -> Vec<u8> {
        let mut key = raw_key(NS_PARTS, &self.seq.to_be_bytes());
        key.extend_from_slice(&self.write.to_be_bytes());
        key.extend_from_slice(&part.to_be_bytes());
        key
    }

    pub(super) fn encode(self) -> Vec<u8> {
        [self.seq.to_be_bytes().as_slice(), &self.write.to_be_bytes(), &self.len.to_be_bytes()].concat()
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let (seq, rest) = bytes.split_first_chunk()?;
        let (write, rest) = rest.split_first_chunk()?;
        let parts = Self {
            seq: u64::from_be_bytes(*seq),
            write: u32::from_be_bytes(*write),
            len: u64::from_be_bytes(rest.try_into().ok()?),
        };
        (parts.len <= crate::model::limit::COMMIT_BYTES_MAX as u64).then_some(parts)
    }
}

pub(super) const fn class_of(ns: Ns) -> Class {
    match ns {
        Ns::Secret | Ns::Credential => Class::Secrets,
        Ns::Setting
        | Ns::Definition
        | Ns::Party
        | Ns::Record
        | Ns::Order
        | Ns::Comment
        | Ns::Timer
        | Ns::Outbox
        | Ns::Notice
        | Ns::Answer
        | Ns::Session
        | Ns::File
        | Ns::Connector
        | Ns::Automation
        | Ns::Plan
        | Ns::Counter
        | Ns::View
        | Ns::Cache
        | Ns::History
        | Ns::Held => Class::Records,
    }
}

pub(super) fn raw_key(ns: u16, key: &[u8]) -> Vec<u8> {
    [ns.to_be_bytes().as_slice(), key].concat()
}

pub(super) fn kind_of(stored: &[u8]) -> Option<Kind> {
    [Kind::Whole, Kind::Parted, Kind::Part, Kind::Head].into_iter().find(|kind| stored.first() == Some(&(*kind as u8)))
}

/// Whether it is a row of the house, not the head and no part of a long value.
pub(super) fn is_row(raw_key: &[u8], stored: &[u8]) -> bool {
    let is_head = raw_key.first_chunk::<2>().is_none_or(|number| u16::from_be_bytes(*number) == NS_HEAD);
    !is_head && kind_of(stored) != Some(Kind::Part)
}

/// What a seal is bound to: the raw key (of a part: its owner's, too) and the kind.
pub(super) fn context(raw_key: &[u8], kind: Kind) -> Vec<u8> {
    [&[kind as u8], raw_key].concat()
}

/// One 0x80, then zeros up to a multiple of 64, so that lengths say little.
pub(super) fn padded(plain: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(plain.len() + PAD_BYTES);
    bytes.extend_from_slice(plain);
    bytes.push(0x80);
    bytes.resize(bytes.len().next_multiple_of(PAD_BYTES), 0);
    bytes
}

pub(super) fn damaged(raw_key: &[u8], what: &str) -> StoreError {
    let row = raw_key.iter().fold(String::new(), |name, byte| name + &format!("{byte:02x}"));
    StoreError::RowDamaged { row, what: what.to_owned() }
}

pub(super) fn failed(failure: Failure) -> StoreError {
    StoreError::Rows(failure.0)
}
