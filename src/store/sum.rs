//! Whether the rows add up to what their head says. Every row is read: on as many threads as there are processors, for what takes the
//! time is the engine, which fetches one page after the other; or by whoever has to read them anyway.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::ops::Bound;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::apply::Head;
use super::backend::Range;
use super::error::StoreError;
use super::key::{self, NAMESPACES, Ns};
use super::rows::{self, Kind, NS_HEAD, Rows};
use super::tally::{Row, Tally};
use crate::crypt::key_ring::Purpose;
use crate::crypt::secret::Key;

/// `on_rows` hears so many times how far it is.
const ROWS_PER_WORD: u64 = 16_384;

type Tallies = BTreeMap<u16, Tally>;
type Span = (Bound<Vec<u8>>, Bound<Vec<u8>>);

/// Told how many rows were added up, now and then; an error ends it.
pub type OnRows<'a> = &'a mut dyn FnMut(u64) -> Result<(), StoreError>;

/// # Errors
/// - `Rows`: they do not add up, or the engine fails.
/// - `RowDamaged`: a long value is not whole.
pub fn prove(rows: &Arc<Rows>, head: &Head, on_rows: OnRows<'_>) -> Result<(), StoreError> {
    let sum = Sum::of(rows, head);
    let (words, heard) = channel();
    thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let hands: Vec<_> = (0..threads)
            .map(|_| {
                let (sum, words) = (&sum, words.clone());
                scope.spawn(move || {
                    sum.rest(&mut |read| {
                        // Whoever listens no more gives the sum up.
                        let _ = words.send(read);
                    })
                })
            })
            .collect();
        drop(words);
        let told = heard.into_iter().try_for_each(on_rows);
        if told.is_err() {
            sum.give_up();
        }
        told?;
        hands.into_iter().try_for_each(|hand| hand.join().expect("what the engine does is contained"))
    })?;
    sum.verdict()
}

/// Rows that are added up by several readers, each namespace by one of them. Nothing may be committed meanwhile.
pub struct Sum {
    rows: Arc<Rows>,
    key: Key,
    /// What they should add up to.
    wanted: Tallies,
    wanted_rows: u64,
    /// Namespaces that nobody has taken yet.
    left: Mutex<Vec<Ns>>,
    found: Mutex<Tallies>,
    read: AtomicU64,
    is_given_up: AtomicBool,
}

impl Sum {
    pub(super) fn of(rows: &Arc<Rows>, head: &Head) -> Arc<Self> {
        Arc::new(Self {
            rows: Arc::clone(rows),
            key: rows.ring().derived(Purpose::Tally),
            wanted: head.tallies.clone(),
            wanted_rows: head.tallies.values().map(|tally| tally.rows).sum(),
            // The large ones come early, so that nobody begins with one when the others are done.
            left: Mutex::new(NAMESPACES.into_iter().rev().collect()),
            found: Mutex::default(),
            read: AtomicU64::new(0),
            is_given_up: AtomicBool::new(false),
        })
    }

    /// Rows so far.
    pub fn read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// Nobody wants to know any more: every reader ends at its next row, and lets go of the engine.
    pub fn give_up(&self) {
        self.is_given_up.store(true, Ordering::Relaxed);
    }

    /// The rows of a namespace, ascending by key, added up on the way. Whoever does not read to the end leaves a sum that is wrong.
    pub fn scan(self: &Arc<Self>, ns: Ns) -> Summed {
        self.left().retain(|left| *left != ns);
        Summed { ns, range: self.range(ns).map_err(Some), part: Part::of(self) }
    }

    /// Reads what nobody has taken.
    pub fn rest(self: &Arc<Self>, on_rows: &mut dyn FnMut(u64)) -> Result<(), StoreError> {
        loop {
            let Some(ns) = self.left().pop() else { return Ok(()) };
            let mut part = Part::of(self);
            for row in self.range(ns)? {
                let (raw_key, stored) = row.map_err(rows::failed)?;
                let read = part.add(&raw_key, &stored)?;
                if rows::kind_of(&stored) == Some(Kind::Parted) && number_of(&raw_key) == Some(ns.number()) {
                    let whole = self.rows.value(ns, &raw_key, &stored)?;
                    whole.ok_or_else(|| rows::damaged(&raw_key, rows::INCOMPLETE))?;
                }
                if read.is_multiple_of(ROWS_PER_WORD) {
                    on_rows(read);
                }
            }
            part.end();
        }
    }

    /// When all has been read.
    ///
    /// # Errors
    /// - `Rows`: they do not add up.
    pub fn verdict(&self) -> Result<(), StoreError> {
        let found = self.found();
        Self::judge(found.keys().chain(self.wanted.keys()).copied(), (&found, &self.wanted))
    }

    /// When these have been read to their ends.
    ///
    /// # Errors
    /// As [`Sum::verdict`].
    pub fn verdict_on(&self, namespaces: &[Ns]) -> Result<(), StoreError> {
        Self::judge(namespaces.iter().map(|ns| ns.number()), (&self.found(), &self.wanted))
    }

    fn judge(numbers: impl Iterator<Item = u16>, (found, wanted): (&Tallies, &Tallies)) -> Result<(), StoreError> {
        let wrong: BTreeSet<u16> = numbers.filter(|number| found.get(number) != wanted.get(number)).collect();
        if wrong.is_empty() {
            return Ok(());
        }
        Err(StoreError::Rows(format!("rows are missing, added or stale in namespaces {wrong:?}")))
    }

    fn range(&self, ns: Ns) -> Result<Range, StoreError> {
        let (from, to) = span(ns);
        Ok(self.rows.backend()?.range(from, to))
    }

    fn left(&self) -> MutexGuard<'_, Vec<Ns>> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn found(&self) -> MutexGuard<'_, Tallies> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What one reader adds to a sum.
struct Part {
    sum: Arc<Sum>,
    tallies: Tallies,
}

impl Part {
    fn of(sum: &Arc<Sum>) -> Self {
        Self { sum: Arc::clone(sum), tallies: Tallies::new() }
    }

    /// Gives the number of rows that all have read.
    fn add(&mut self, raw_key: &[u8], stored: &[u8]) -> Result<u64, StoreError> {
        let Some(number) = number_of(raw_key) else { return Ok(self.sum.read()) };
        if number == NS_HEAD || rows::kind_of(stored) == Some(Kind::Part) {
            return Ok(self.sum.read());
        }
        if self.sum.is_given_up.load(Ordering::Relaxed) {
            return Err(StoreError::Stopped("nobody waits for the rows any more".to_owned()));
        }
        self.tallies.entry(number).or_default().add(&self.sum.key, Row { key: raw_key, stored });
        let read = self.sum.read.fetch_add(1, Ordering::Relaxed) + 1;
        // A damaged engine may go round in circles.
        if read > self.sum.wanted_rows {
            let wanted = self.sum.wanted_rows;
            return Err(StoreError::Rows(format!("there are more rows than the {wanted} there should be")));
        }
        Ok(read)
    }

    fn end(&mut self) {
        // No namespace is in two spans.
        self.sum.found().append(&mut self.tallies);
    }
}

/// Rows of one namespace, opened one by one and added up.
pub struct Summed {
    ns: Ns,
    /// Or why there is none, until that has been said.
    range: Result<Range, Option<StoreError>>,
    part: Part,
}

impl Summed {
    fn one(&mut self, raw_key: &[u8], stored: &[u8]) -> Result<Option<(key::Key, Vec<u8>)>, StoreError> {
        self.part.add(raw_key, stored)?;
        if number_of(raw_key) != Some(self.ns.number()) {
            return Ok(None);
        }
        let key = raw_key.get(2..).and_then(key::Key::new);
        let key = key.ok_or_else(|| rows::damaged(raw_key, "its key is too long"))?;
        let value = self.part.sum.rows.value(self.ns, raw_key, stored)?;
        Ok(Some((key, value.ok_or_else(|| rows::damaged(raw_key, rows::INCOMPLETE))?)))
    }
}

impl Iterator for Summed {
    type Item = Result<(key::Key, Vec<u8>), StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let range = match &mut self.range {
                Ok(range) => range,
                Err(why) => return why.take().map(Err),
            };
            let Some(row) = range.next() else {
                self.part.end();
                return None;
            };
            let opened = row.map_err(rows::failed).and_then(|(raw_key, stored)| self.one(&raw_key, &stored));
            if let Some(opened) = opened.transpose() {
                return Some(opened);
            }
        }
    }
}

fn number_of(raw_key: &[u8]) -> Option<u16> {
    raw_key.first_chunk::<2>().map(|number| u16::from_be_bytes(*number))
}

/// Of a namespace; what stands before the first and behind the last is in theirs.
fn span(ns: Ns) -> Span {
    let edge = |ns: Ns| rows::raw_key(ns.number(), &[]);
    let place = NAMESPACES.iter().position(|known| *known == ns).expect("every namespace is listed");
    let from = if place == 0 { Bound::Unbounded } else { Bound::Included(edge(ns)) };
    let to = NAMESPACES.get(place + 1).map_or(Bound::Unbounded, |next| Bound::Excluded(edge(*next)));
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_in_exactly_one_span_and_no_namespace_in_two() {
        let is_in = |key: &Vec<u8>, (from, to): &Span| {
            (match from {
                Bound::Included(from) => key >= from,
                Bound::Excluded(from) => key > from,
                Bound::Unbounded => true,
            }) && (match to {
                Bound::Included(to) => key <= to,
                Bound::Excluded(to) => key < to,
                Bound::Unbounded => true,
            })
        };
        let spans = NAMESPACES.map(span);
        for number in 0..=u16::MAX {
            let of = |key: &[u8]| {
                let key = rows::raw_key(number, key);
                spans.iter().enumerate().filter(|(_, span)| is_in(&key, span)).map(|(at, _)| at).collect::<Vec<_>>()
            };
            assert_eq!(of(&[]).len(), 1, "{number}");
            assert_eq!(of(&[]), of(&[0xFF; 32]), "{number}");
        }
    }
}
