//! Reading rows. What a reader sees was durable before it saw it.

use std::ops::Bound;

use super::Store;
use super::error::StoreError;
use super::key::{Key, Ns};
use super::rows::Scan;

impl Store {
    /// # Errors
    /// - `RowDamaged`: the row is there and is not as it was written.
    pub fn get(&self, ns: Ns, key: Key) -> Result<Option<Vec<u8>>, StoreError> {
        self.core.rows.get(ns, key)
    }

    /// The rows of a namespace, ascending by key. Not a snapshot: a row that changes meanwhile appears old or new.
    pub fn scan(&self, ns: Ns, from: Bound<Key>) -> Scan {
        self.core.rows.scan(ns, from)
    }

    /// How many rows a namespace has.
    pub fn count(&self, ns: Ns) -> u64 {
        let hand = self.core.hand.lock().expect("no holder panics");
        hand.applier.head().tallies.get(&ns.number()).map_or(0, |tally| tally.rows)
    }
}
