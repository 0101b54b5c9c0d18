//! Reading rows. What a reader sees was durable before it saw it.

use std::collections::btree_map;
use std::iter::Peekable;
use std::ops::Bound;
use std::sync::Arc;
use std::time::Duration;

use super::Store;
use super::error::StoreError;
use super::key::{Key, Ns};
use super::rows::Scan;
use super::sum::Sum;

impl Store {
    /// # Errors
    /// - `RowDamaged`: the row is there and is not as it was written.
    pub fn get(&self, ns: Ns, key: Key) -> Result<Option<Vec<u8>>, StoreError> {
        match self.core.memtable.get(ns, key) {
            Some(change) => Ok(change.value.map(|value| value.to_vec())),
            None => self.core.rows.get(ns, key),
        }
    }

    /// The rows of a namespace, ascending by key. Not a snapshot: a row that changes meanwhile appears old or new.
    pub fn scan(&self, ns: Ns, from: Bound<Key>) -> Merged {
        self.merged(ns, from, &[])
    }

    /// Those of them whose keys begin so.
    pub fn scan_prefix(&self, ns: Ns, prefix: Key) -> impl Iterator<Item = <Merged as Iterator>::Item> + use<> {
        let begins = move |key: &Key| key.as_bytes().starts_with(prefix.as_bytes());
        let rows = self.merged(ns, Bound::Included(prefix), prefix.as_bytes());
        rows.take_while(move |row| row.as_ref().map_or(true, |(key, _)| begins(key)))
    }

    fn merged(&self, ns: Ns, from: Bound<Key>, prefix: &[u8]) -> Merged {
        // In this order: what is folded in between is then seen in both, not in neither.
        let fresh = self.core.memtable.from(ns, from, prefix);
        Merged { fresh: fresh.into_iter().peekable(), folded: self.core.rows.scan(ns, from).peekable() }
    }

    /// Rows to be added up by whoever reads them all anyway, while nobody commits.
    ///
    /// # Errors
    /// - `Stopped`: what was committed since it was opened cannot be folded.
    pub fn sum(&self) -> Result<Arc<Sum>, StoreError> {
        self.core.fold()?;
        Ok(Sum::of(&self.core.rows, self.core.folding().applier.head()))
    }

    /// How long the rows' engine may be silent before it is given up.
    pub fn patience(&self) -> Duration {
        self.core.options.patience
    }

    /// How many rows a namespace had when commits were last folded, a moment ago.
    pub fn count(&self, ns: Ns) -> u64 {
        self.core.folding().applier.head().tallies.get(&ns.number()).map_or(0, |tally| tally.rows)
    }
}

/// Rows of the memtable and of the engine, one by one; the memtable's count.
pub struct Merged {
    fresh: Peekable<btree_map::IntoIter<Key, Option<Arc<[u8]>>>>,
    folded: Peekable<Scan>,
}

impl Iterator for Merged {
    type Item = Result<(Key, Vec<u8>), StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some((fresh, _)) = self.fresh.peek() else { return self.folded.next() };
            match self.folded.peek() {
                Some(Err(_)) => return self.folded.next(),
                Some(Ok((folded, _))) if folded < fresh => return self.folded.next(),
                Some(Ok((folded, _))) if folded == fresh => drop(self.folded.next()),
                Some(Ok(_)) | None => {}
            }
            // Passed over where it was removed.
            if let Some((key, Some(value))) = self.fresh.next() {
                return Some(Ok((key, value.to_vec())));
            }
        }
    }
}
