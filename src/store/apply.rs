//! Puts changes that are durable in the journal into the rows, one batch for all of them, with the head that says how far the
//! rows have come. Replaying is harmless: a row is replaced as a whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::backend::Batch;
use super::error::StoreError;
use super::journal::segment::Tip;
use super::key::Ns;
use super::memtable::Changes;
use super::rows::{self, Kind, NS_HEAD, Parts, Rows, WHOLE_BYTES_MAX};
use super::tally::{Content, Row, Tally};
use crate::crypt::class::Class;
use crate::crypt::key_ring::{Purpose, Sealing};
use crate::crypt::secret;

/// How far the rows have come, and what they add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub tip: Tip,
    /// By number of namespace; no entry means no rows.
    pub tallies: BTreeMap<u16, Tally>,
    /// The same over what the rows say, which seals and keys do not change: what a restored store is compared by.
    pub contents: BTreeMap<u16, Tally>,
}

#[derive(Serialize, Deserialize)]
struct StoredHead {
    seq: u64,
    tag: [u8; 16],
    link: [u8; 32],
    tallies: Vec<(u16, Tally)>,
    contents: Vec<(u16, Tally)>,
}

/// The rows with the only hand that changes them.
pub struct Applier {
    rows: Arc<Rows>,
    tally_key: secret::Key,
    head: Head,
}

impl Applier {
    /// Takes over rows at `head`, which was read from them or is [`Head::default`] for new ones.
    pub fn new(rows: Arc<Rows>, head: Head) -> Self {
        let tally_key = rows.ring().derived(Purpose::Tally);
        Self { rows, tally_key, head }
    }

    pub const fn head(&self) -> &Head {
        &self.head
    }

    /// Applies the changes of one or more groups. Nothing is visible before all of it is.
    pub fn apply(&mut self, changes: &Changes) -> Result<(), StoreError> {
        let mut counts = SealCounts::default();
        for (ns, _, change) in changes.iter() {
            change.value.iter().for_each(|value| counts.add(ns, value.len()));
        }
        let mut seals = Seals::draw(&self.rows, counts)?;
        let mut head = Head { tip: changes.tip(), ..self.head.clone() };
        let mut batch = Batch::with_capacity(changes.iter().len() + 1);
        for (ns, key, change) in changes.iter() {
            let raw_key = rows::raw_key(ns.number(), key.as_bytes());
            self.take_out(ns, &raw_key, &mut head, &mut batch)?;
            if let Some(value) = &change.value {
                let stored = seals.put_in(ns, &raw_key, (change.seq, change.write), value, &mut batch);
                let (tally, content) = head.of(ns);
                tally.add(&self.tally_key, Row { key: &raw_key, stored: &stored });
                content.add(&self.tally_key, Content { key: &raw_key, value });
                batch.push((raw_key, Some(stored)));
            } else {
                batch.push((raw_key, None));
            }
        }
        head.tallies.retain(|_, tally| *tally != Tally::default());
        head.contents.retain(|_, content| *content != Tally::default());
        batch.push((head_key(), Some(seals.head(&head))));
        self.rows.backend()?.apply(batch).map_err(rows::failed)?;
        self.head = head;
        Ok(())
    }

    /// Seals rows with the newest keys where they stand, and the head with them. Those that are gone or done are passed over.
    pub fn reseal(&mut self, raw_keys: &[Vec<u8>]) -> Result<(), StoreError> {
        let mut olds = Vec::with_capacity(raw_keys.len());
        let mut counts = SealCounts::default();
        for raw_key in raw_keys {
            let Some(old) = self.rows.backend()?.get(raw_key).map_err(rows::failed)? else { continue };
            if self.rows.ring().is_current(&old[1..]) {
                continue;
            }
            let ns = raw_key.first_chunk().and_then(|number| Ns::from_number(u16::from_be_bytes(*number)));
            let ns = ns.ok_or_else(|| rows::damaged(raw_key, "it is in no namespace"))?;
            let value = self.rows.value(ns, raw_key, &old)?;
            let value = value.ok_or_else(|| rows::damaged(raw_key, rows::INCOMPLETE))?;
            // Parts stay where they are, so that they replace their older selves.
            let is_parted = rows::kind_of(&old) == Some(Kind::Parted);
            let parts = if is_parted { self.rows.parts(ns, raw_key, &old)? } else { None };
            counts.add(ns, value.len());
            olds.push((ns, raw_key, old, parts, value));
        }
        let mut seals = Seals::draw(&self.rows, counts)?;
        let mut head = self.head.clone();
        let mut batch = Batch::with_capacity(olds.len() + 1);
        for (ns, raw_key, old, parts, value) in &olds {
            let place = parts.map_or((0, 0), |parts| (parts.seq, parts.write));
            let stored = seals.put_in(*ns, raw_key, place, value, &mut batch);
            let tally = head.tallies.entry(ns.number()).or_default();
            tally.remove(&self.tally_key, Row { key: raw_key, stored: old });
            tally.add(&self.tally_key, Row { key: raw_key, stored: &stored });
            batch.push(((*raw_key).clone(), Some(stored)));
        }
        batch.push((head_key(), Some(seals.head(&head))));
        self.rows.backend()?.apply(batch).map_err(rows::failed)?;
        self.head = head;
        Ok(())
    }

    fn take_out(&self, ns: Ns, raw_key: &[u8], head: &mut Head, batch: &mut Batch) -> Result<(), StoreError> {
        let Some(old) = self.rows.backend()?.get(raw_key).map_err(rows::failed)? else { return Ok(()) };
        let value = self.rows.value(ns, raw_key, &old)?;
        let value = value.ok_or_else(|| rows::damaged(raw_key, rows::INCOMPLETE))?;
        let (tally, content) = head.of(ns);
        tally.remove(&self.tally_key, Row { key: raw_key, stored: &old });
        content.remove(&self.tally_key, Content { key: raw_key, value: &value });
        if rows::kind_of(&old) == Some(Kind::Parted)
            && let Some(parts) = self.rows.parts(ns, raw_key, &old)?
        {
            batch.extend((0..parts.count()).map(|part| (parts.raw_key(part), None)));
        }
        Ok(())
    }
}

impl Head {
    fn of(&mut self, ns: Ns) -> (&mut Tally, &mut Tally) {
        let (tallies, contents) = (&mut self.tallies, &mut self.contents);
        (tallies.entry(ns.number()).or_default(), contents.entry(ns.number()).or_default())
    }
}

impl Default for Head {
    fn default() -> Self {
        Self { tip: Tip::START, tallies: BTreeMap::new(), contents: BTreeMap::new() }
    }
}

/// The head that the rows carry; `None` when they carry none.
pub fn read_head(rows: &Rows) -> Result<Option<Head>, StoreError> {
    let key = head_key();
    let Some(stored) = rows.backend()?.get(&key).map_err(rows::failed)? else { return Ok(None) };
    let bytes = rows.unseal(Class::Records, (&key, Kind::Head), &stored)?;
    let bytes = bytes.ok_or_else(|| rows::damaged(&key, rows::INCOMPLETE))?;
    let head: StoredHead = postcard::from_bytes(&bytes).map_err(|_| rows::damaged(&key, "it does not parse"))?;
    let tip = Tip { seq: head.seq, tag: head.tag, link: head.link };
    let [tallies, contents] = [head.tallies, head.contents].map(BTreeMap::from_iter);
    Ok(Some(Head { tip, tallies, contents }))
}

/// Seals that a batch needs.
#[derive(Clone, Copy)]
struct SealCounts {
    records: usize,
    secrets: usize,
}

impl Default for SealCounts {
    fn default() -> Self {
        // The head is a record.
        Self { records: 1, secrets: 0 }
    }
}

impl SealCounts {
    fn add(&mut self, ns: Ns, len: usize) {
        let seals = if len <= WHOLE_BYTES_MAX { 1 } else { 1 + len.div_ceil(WHOLE_BYTES_MAX) };
        *(if rows::class_of(ns) == Class::Secrets { &mut self.secrets } else { &mut self.records }) += seals;
    }
}

/// Set-aside seals of one batch.
struct Seals {
    records: Sealing,
    /// Absent when the batch has none.
    secrets: Option<Sealing>,
}

impl Seals {
    fn draw(rows: &Rows, SealCounts { records, secrets }: SealCounts) -> Result<Self, StoreError> {
        let ring = rows.ring();
        let secrets = (secrets > 0).then(|| ring.sealing(Class::Secrets, secrets)).transpose()?;
        Ok(Self { records: ring.sealing(Class::Records, records)?, secrets })
    }

    /// The raw value for `raw_key`; parts of a long value go into the batch, under the seq and the number of its write.
    fn put_in(&mut self, ns: Ns, raw_key: &[u8], (seq, write): (u64, u32), value: &[u8], batch: &mut Batch) -> Vec<u8> {
        let sealing = match &mut self.secrets {
            Some(secrets) if rows::class_of(ns) == Class::Secrets => secrets,
            Some(_) | None => &mut self.records,
        };
        if value.len() <= WHOLE_BYTES_MAX {
            return stored(sealing, (raw_key, Kind::Whole), value);
        }
        let parts = Parts { seq, write, len: value.len() as u64 };
        for (part, bytes) in (0..).zip(value.chunks(WHOLE_BYTES_MAX)) {
            let part_key = parts.raw_key(part);
            let owned = [raw_key, &part_key].concat();
            batch.push((part_key, Some(stored(sealing, (&owned, Kind::Part), bytes))));
        }
        stored(sealing, (raw_key, Kind::Parted), &parts.encode())
    }

    fn head(&mut self, head: &Head) -> Vec<u8> {
        let [tallies, contents] = [&head.tallies, &head.contents].map(|of| of.clone().into_iter().collect());
        let stored_head = StoredHead { seq: head.tip.seq, tag: head.tip.tag, link: head.tip.link, tallies, contents };
        let bytes = postcard::to_allocvec(&stored_head).expect("the head is plain data");
        stored(&mut self.records, (&head_key(), Kind::Head), &bytes)
    }
}

fn stored(sealing: &mut Sealing, (raw_key, kind): (&[u8], Kind), plain: &[u8]) -> Vec<u8> {
    let sealed = sealing.seal(&rows::context(raw_key, kind), &rows::padded(plain));
    [&[kind as u8], sealed.as_slice()].concat()
}

fn head_key() -> Vec<u8> {
    rows::raw_key(NS_HEAD, b"head")
}
