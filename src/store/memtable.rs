//! Rows that the journal has for good and the engine does not have yet: of each, what the last commit left. Readers look here first,
//! then in the engine. Two generations: commits add to the open one while the closed one is folded into the engine.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Arc, RwLock};

use super::codec::Commit;
use super::journal::segment::Tip;
use super::key::{Key, Ns};

/// What a run of commits left of the rows it wrote.
#[derive(Debug, Clone)]
pub struct Changes {
    rows: BTreeMap<(Ns, Key), Change>,
    /// Of the last commit.
    tip: Tip,
    bytes: usize,
}

/// The last write of a row, and where it stands.
#[derive(Debug, Clone)]
pub struct Change {
    pub seq: u64,
    pub write: u32,
    /// `None`: removed.
    pub value: Option<Arc<[u8]>>,
}

impl Changes {
    /// Of commits that end at `tip`.
    pub fn of(group: &[Commit], tip: Tip) -> Self {
        let mut changes = Self { rows: BTreeMap::new(), tip, bytes: 0 };
        changes.add(group, tip);
        changes
    }

    fn add(&mut self, group: &[Commit], tip: Tip) {
        let first = tip.seq + 1 - group.len() as u64;
        for (seq, commit) in (first..).zip(group) {
            for (write, row) in (0..).zip(&commit.writes) {
                self.put((row.ns, row.key), Change { seq, write, value: row.value.as_deref().map(Arc::from) });
            }
        }
        self.tip = tip;
    }

    fn put(&mut self, at: (Ns, Key), change: Change) {
        self.bytes += change.len();
        if let Some(before) = self.rows.insert(at, change) {
            self.bytes -= before.len();
        }
    }

    pub const fn tip(&self) -> Tip {
        self.tip
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Ns, Key, &Change)> {
        self.rows.iter().map(|((ns, key), change)| (*ns, *key, change))
    }
}

impl Change {
    /// What it weighs in memory, about.
    fn len(&self) -> usize {
        size_of::<((Ns, Key), Self)>() + self.value.as_ref().map_or(0, |value| value.len())
    }
}

/// Locked because readers look while the committing thread adds.
#[derive(Default)]
pub struct Memtable(RwLock<Generations>);

#[derive(Default)]
struct Generations {
    open: Option<Changes>,
    closed: Option<Arc<Changes>>,
}

impl Generations {
    /// Older first.
    fn each(&self) -> impl DoubleEndedIterator<Item = &Changes> {
        self.closed.as_deref().into_iter().chain(&self.open)
    }
}

impl Memtable {
    /// Commits that are durable up to `tip`, all visible at once.
    pub fn add(&self, group: &[Commit], tip: Tip) {
        let mut generations = self.0.write().expect("no holder panics");
        match &mut generations.open {
            Some(open) => open.add(group, tip),
            None => generations.open = Some(Changes::of(group, tip)),
        }
    }

    /// `None`: ask the engine.
    pub fn get(&self, ns: Ns, key: Key) -> Option<Change> {
        let generations = self.0.read().expect("no holder panics");
        generations.each().rev().find_map(|changes| changes.rows.get(&(ns, key))).cloned()
    }

    /// The rows of a namespace from `from` on whose keys begin with `prefix`, as they are now; `None` in place of a removed one.
    pub fn from(&self, ns: Ns, from: Bound<Key>, prefix: &[u8]) -> BTreeMap<Key, Option<Arc<[u8]>>> {
        let from = match from {
            Bound::Unbounded => Bound::Included(Key::EMPTY),
            bound => bound,
        };
        let generations = self.0.read().expect("no holder panics");
        let of = |changes: &Changes| {
            let rows = changes.rows.range((from.map(|key| (ns, key)), Bound::Unbounded));
            let rows = rows.take_while(|((of, key), _)| *of == ns && key.as_bytes().starts_with(prefix));
            rows.map(|((_, key), change)| (*key, change.value.clone())).collect::<Vec<_>>()
        };
        generations.each().flat_map(of).collect()
    }

    /// About what it takes of memory.
    pub fn bytes(&self) -> usize {
        self.0.read().expect("no holder panics").each().map(|changes| changes.bytes).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.0.read().expect("no holder panics").each().next().is_none()
    }

    /// Everything there is, as one closed generation; readers still find it. What was closed before and not forgotten is part of it.
    pub fn close(&self) -> Option<Arc<Changes>> {
        let mut generations = self.0.write().expect("no holder panics");
        let open = generations.open.take();
        generations.closed = match (generations.closed.take(), open) {
            (Some(closed), Some(open)) => {
                let mut whole = Arc::unwrap_or_clone(closed);
                whole.tip = open.tip;
                open.rows.into_iter().for_each(|(at, change)| whole.put(at, change));
                Some(Arc::new(whole))
            }
            (closed, open) => closed.or_else(|| open.map(Arc::new)),
        };
        generations.closed.clone()
    }

    /// The engine has the closed generation.
    pub fn forget_closed(&self) {
        let closed = self.0.write().expect("no holder panics").closed.take();
        // Its memory is given back after the lock.
        drop(closed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::CommandId;
    use crate::store::codec::Write;

    const TIPS: [Tip; 4] = [Tip::START, tip(1), tip(2), tip(3)];

    const fn tip(seq: u64) -> Tip {
        Tip { seq, ..Tip::START }
    }

    fn commit(rows: &[(u64, Option<&[u8]>)]) -> Commit {
        let write = |(number, value): &(u64, Option<&[u8]>)| Write {
            ns: Ns::Record,
            key: Key::number(*number),
            value: value.map(<[u8]>::to_vec),
        };
        Commit { command: CommandId::from_u128(1), writes: rows.iter().map(write).collect(), log: Vec::new() }
    }

    /// `None`: not here; empty: removed.
    fn get(memtable: &Memtable, number: u64) -> Option<Vec<u8>> {
        memtable
            .get(Ns::Record, Key::number(number))
            .map(|change| change.value.map_or(Vec::new(), |value| value.to_vec()))
    }

    #[test]
    fn the_newer_generation_counts_and_a_removed_row_is_not_asked_for_in_the_engine() {
        let memtable = Memtable::default();
        memtable.add(&[commit(&[(1, Some(b"a")), (2, Some(b"b"))])], TIPS[1]);
        let closed = memtable.close().unwrap();
        memtable.add(&[commit(&[(2, None), (3, Some(b"c"))])], TIPS[2]);
        assert_eq!(closed.tip(), TIPS[1]);
        assert_eq!(get(&memtable, 1), Some(b"a".to_vec()));
        assert_eq!(get(&memtable, 2), Some(Vec::new()));
        assert_eq!(get(&memtable, 4), None);
        let rows = memtable.from(Ns::Record, Bound::Excluded(Key::number(1)), &[]);
        let rows: Vec<_> = rows.into_iter().map(|(key, value)| (key, value.is_some())).collect();
        assert_eq!(rows, [(Key::number(2), false), (Key::number(3), true)]);
        assert!(memtable.from(Ns::Order, Bound::Unbounded, &[]).is_empty());
    }

    #[test]
    fn a_generation_that_could_not_be_folded_is_part_of_the_next() {
        let memtable = Memtable::default();
        memtable.add(&[commit(&[(1, Some(b"a")), (2, Some(b"b"))])], TIPS[1]);
        memtable.close();
        memtable.add(&[commit(&[(2, Some(b"c"))])], TIPS[2]);
        let closed = memtable.close().unwrap();
        let rows: Vec<_> = closed.iter().map(|(_, key, change)| (key, change.seq)).collect();
        assert_eq!((rows, closed.tip()), (vec![(Key::number(1), 1), (Key::number(2), 2)], TIPS[2]));
        memtable.add(&[commit(&[(1, None)])], TIPS[3]);
        memtable.forget_closed();
        assert_eq!((get(&memtable, 1), get(&memtable, 2)), (Some(Vec::new()), None));
        assert!(!memtable.is_empty());
        memtable.close();
        memtable.forget_closed();
        assert!(memtable.is_empty() && memtable.close().is_none());
    }

    #[test]
    fn bytes_are_those_of_the_last_writes() {
        let memtable = Memtable::default();
        let mut known = 0;
        for value in [b"long".as_slice(), b"short", b""] {
            memtable.add(&[commit(&[(1, Some(value))])], TIPS[1]);
            known = memtable.bytes() - value.len();
        }
        assert_eq!(known, memtable.bytes());
        memtable.close();
        assert_eq!(memtable.bytes(), known);
        memtable.forget_closed();
        assert_eq!(memtable.bytes(), 0);
    }
}
