//! Whether the rows add up to what their head says. Every row is read, by as many threads as there are processors: what takes the
//! time is the engine, which fetches one page after the other.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::ops::Bound;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::apply::Head;
use super::error::StoreError;
use super::key::{NAMESPACES, Ns};
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
    let (words, heard) = channel();
    let reading = &Reading {
        rows,
        key: rows.ring().derived(Purpose::Tally),
        spans: spans(),
        next: AtomicUsize::new(0),
        read: AtomicU64::new(0),
        expected: head.tallies.values().map(|tally| tally.rows).sum(),
    };
    let tallies = thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let hands: Vec<_> = (0..threads)
            .map(|_| {
                let words = words.clone();
                scope.spawn(move || reading.work(&words))
            })
            .collect();
        drop(words);
        heard.into_iter().try_for_each(on_rows)?;
        let mut tallies = Tallies::new();
        for hand in hands {
            // No namespace is in two spans.
            tallies.append(&mut hand.join().expect("what the engine does is contained")?);
        }
        Ok::<_, StoreError>(tallies)
    })?;
    if tallies == head.tallies {
        return Ok(());
    }
    let differs = |number: &&u16| tallies.get(number) != head.tallies.get(number);
    let mut numbers: Vec<&u16> = tallies.keys().chain(head.tallies.keys()).filter(differs).collect();
    numbers.sort_unstable();
    numbers.dedup();
    Err(StoreError::Rows(format!("rows are missing, added or stale in namespaces {numbers:?}")))
}

/// What the threads have in common.
struct Reading<'a> {
    rows: &'a Arc<Rows>,
    key: Key,
    spans: Vec<Span>,
    /// The span that nobody has taken yet.
    next: AtomicUsize,
    read: AtomicU64,
    expected: u64,
}

impl Reading<'_> {
    fn work(&self, words: &Sender<u64>) -> Result<Tallies, StoreError> {
        let mut tallies = Tallies::new();
        while let Some(span) = self.spans.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            self.add(span.clone(), &mut tallies, words)?;
        }
        Ok(tallies)
    }

    fn add(&self, (from, to): Span, tallies: &mut Tallies, words: &Sender<u64>) -> Result<(), StoreError> {
        for row in self.rows.backend()?.range(from, to) {
            let (raw_key, stored) = row.map_err(rows::failed)?;
            let Some(number) = raw_key.first_chunk::<2>().map(|number| u16::from_be_bytes(*number)) else { continue };
            let kind = rows::kind_of(&stored);
            if number == NS_HEAD || kind == Some(Kind::Part) {
                continue;
            }
            tallies.entry(number).or_default().add(&self.key, Row { key: &raw_key, stored: &stored });
            if let (Some(Kind::Parted), Some(ns)) = (kind, Ns::from_number(number)) {
                let whole = self.rows.value(ns, &raw_key, &stored)?;
                whole.ok_or_else(|| rows::damaged(&raw_key, "parts of it are missing"))?;
            }
            let read = self.read.fetch_add(1, Ordering::Relaxed) + 1;
            // A damaged engine may go round in circles.
            if read > self.expected {
                let expected = self.expected;
                return Err(StoreError::Rows(format!("there are more rows than the {expected} there should be")));
            }
            if read.is_multiple_of(ROWS_PER_WORD) && words.send(read).is_err() {
                return Err(StoreError::Stopped("nobody waits for the rows any more".to_owned()));
            }
        }
        Ok(())
    }
}

/// One for each namespace; what stands before the first and behind the last is in theirs.
fn spans() -> Vec<Span> {
    let edge = |ns: Ns| rows::raw_key(ns.number(), &[]);
    let starts = [Bound::Unbounded].into_iter().chain(NAMESPACES[1..].iter().map(|ns| Bound::Included(edge(*ns))));
    let ends = NAMESPACES[1..].iter().map(|ns| Bound::Excluded(edge(*ns))).chain([Bound::Unbounded]);
    starts.zip(ends).collect()
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
        let spans = spans();
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
