//! From tallies to what a tile shows: order, gaps of a time axis, the largest groups and the rest.
//!
//! A time axis shows every bucket between its ends and is never cut by `top`; past `TILE_GROUPS_MAX` its oldest buckets go.
//! Any other axis shows `top` groups and folds the rest into one. Of a split the `TILE_SPLITS_MAX` most frequent remain.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::group::Key;
use super::measure::{Folding, Tally, Unit};
use super::pivot::Pivot;
use crate::model::limit::{TILE_GROUPS_MAX, TILE_SPLITS_MAX};
use crate::model::report::{Bucket, GroupOrder};

/// How to show a pivot.
#[derive(Debug, Clone, PartialEq)]
pub struct Showing {
    pub folding: Folding,
    pub unit: Unit,
    /// Of what is said besides.
    pub beside: Vec<(Folding, Unit)>,
    pub order: GroupOrder,
    /// At least 1.
    pub top: usize,
    /// Of a dimension over time.
    pub bucket: Option<Bucket>,
    /// The buckets a time axis must reach over: those of the period; first and last.
    pub reach: Option<(i32, i32)>,
    /// Natural order of codes, of the dimension and of the split.
    pub ranks: [Vec<u32>; 2],
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    pub count: u64,
    /// Absent: there was nothing to fold.
    pub value: Option<Decimal>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub key: Key,
    pub cell: Cell,
    /// One per split, in its order; empty without a split.
    pub cells: Vec<Cell>,
    /// What is said besides, in its order.
    pub beside: Vec<Option<Decimal>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub total: Cell,
    /// What is said besides, of all together.
    pub beside: Vec<Option<Decimal>>,
    pub groups: Vec<Group>,
    pub splits: Vec<Key>,
    /// Not every group stands for itself.
    pub is_truncated: bool,
}

/// A group on its way: its tally and its crossings by split.
struct Draft {
    key: Key,
    tally: Tally,
    cells: BTreeMap<usize, Tally>,
    beside: Vec<Tally>,
}

impl Draft {
    fn empty(key: Key, beside: usize) -> Self {
        let nothing = Tally::default();
        Self { key, tally: nothing, cells: BTreeMap::new(), beside: vec![nothing; beside] }
    }

    fn merge(&mut self, other: Self) {
        self.tally.merge(&other.tally);
        for (at, tally) in other.cells {
            self.cells.entry(at).or_default().merge(&tally);
        }
        for (one, tally) in self.beside.iter_mut().zip(&other.beside) {
            one.merge(tally);
        }
    }
}

pub fn series(pivot: &Pivot, showing: &Showing) -> Series {
    let (splits, place_of) = splits(pivot, &showing.ranks[1]);
    let mut drafts = drafts(pivot, &place_of);
    sort(&mut drafts, showing);
    let is_time = showing.bucket.is_some();
    let mut is_truncated = splits.last() == Some(&Key::Other);
    if is_time && showing.order == GroupOrder::Natural {
        drafts = fill_gaps(drafts, showing.reach, showing.beside.len());
        let surplus = drafts.len().saturating_sub(TILE_GROUPS_MAX);
        is_truncated |= surplus > 0;
        drafts.drain(..surplus);
    } else {
        is_truncated |= fold_rest(&mut drafts, showing.top.clamp(1, TILE_GROUPS_MAX), showing.beside.len());
    }
    let cell = |tally: &Tally| Cell { count: tally.count, value: tally.value(showing.folding, showing.unit) };
    let nothing = Tally::default();
    let beside = |tallies: &[Tally]| {
        let values = tallies.iter().zip(&showing.beside).map(|(tally, (folding, unit))| tally.value(*folding, *unit));
        values.collect::<Vec<_>>()
    };
    let totals: Vec<Tally> = pivot.beside.iter().map(|beside| beside.total).collect();
    let groups = drafts.into_iter().map(|draft| Group {
        cell: cell(&draft.tally),
        cells: (0..splits.len()).map(|at| cell(draft.cells.get(&at).unwrap_or(&nothing))).collect(),
        beside: beside(&draft.beside),
        key: draft.key,
    });
    Series { total: cell(&pivot.total), beside: beside(&totals), groups: groups.collect(), is_truncated, splits }
}

/// The splits to show, and where each of the pivot's splits went.
fn splits(pivot: &Pivot, ranks: &[u32]) -> (Vec<Key>, Vec<usize>) {
    let mut counts = vec![0_u64; pivot.splits.len()];
    for ((_, split), tally) in &pivot.cells {
        counts[*split as usize] += tally.count;
    }
    let mut places: Vec<usize> = (0..counts.len()).filter(|at| counts[*at] > 0).collect();
    places.sort_by_key(|at| (Reverse(counts[*at]), natural(&pivot.splits[*at], ranks)));
    let is_cut = places.len() > TILE_SPLITS_MAX;
    places.truncate(if is_cut { TILE_SPLITS_MAX - 1 } else { TILE_SPLITS_MAX });
    places.retain(|at| pivot.splits[*at] != Key::Other);
    places.sort_by_key(|at| natural(&pivot.splits[*at], ranks));
    let mut shown: Vec<Key> = places.iter().map(|at| pivot.splits[*at].clone()).collect();
    let place_of = (0..counts.len()).map(|at| places.iter().position(|kept| *kept == at).unwrap_or(shown.len()));
    let place_of: Vec<usize> = place_of.collect();
    if is_cut || place_of.iter().zip(&counts).any(|(place, count)| *place == shown.len() && *count > 0) {
        shown.push(Key::Other);
    }
    (shown, place_of)
}

fn drafts(pivot: &Pivot, place_of: &[usize]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = pivot
        .groups
        .iter()
        .enumerate()
        .map(|(at, (key, tally))| {
            let beside = pivot.beside.iter().map(|beside| beside.groups[at]).collect();
            Draft { key: key.clone(), tally: *tally, cells: BTreeMap::new(), beside }
        })
        .collect();
    for ((group, split), tally) in &pivot.cells {
        drafts[*group as usize].cells.entry(place_of[*split as usize]).or_default().merge(tally);
    }
    drafts.retain(|draft| draft.tally.count > 0);
    drafts
}

fn sort(drafts: &mut [Draft], showing: &Showing) {
    let value = |draft: &Draft| draft.tally.value(showing.folding, showing.unit);
    let by_value = |one: &Draft, other: &Draft, larger_first: bool| match (value(one), value(other)) {
        (Some(one), Some(other)) if larger_first => other.cmp(&one),
        (Some(one), Some(other)) => one.cmp(&other),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    drafts.sort_by(|one, other| {
        let naturally = || natural(&one.key, &showing.ranks[0]).cmp(&natural(&other.key, &showing.ranks[0]));
        // What stands for many is last in every order.
        let is_rest = (one.key == Key::Other).cmp(&(other.key == Key::Other));
        is_rest.then_with(|| match showing.order {
            GroupOrder::Natural => naturally(),
            GroupOrder::Largest => by_value(one, other, true).then_with(naturally),
            GroupOrder::Smallest => by_value(one, other, false).then_with(naturally),
        })
    });
}

/// Codes by rank; everything else by what it is; the empty group and the rest come last.
fn natural<'a>(key: &'a Key, ranks: &[u32]) -> (u32, &'a Key) {
    match key {
        Key::Code(code) => (ranks.get(*code as usize).copied().unwrap_or(u32::MAX), key),
        Key::Yes | Key::No | Key::Bucket(_) | Key::Number(_) | Key::Text(_) => (0, key),
        Key::Empty | Key::Other => (u32::MAX, key),
    }
}

/// Buckets stand in ascending order, the empty group behind them.
fn fill_gaps(drafts: Vec<Draft>, reach: Option<(i32, i32)>, beside: usize) -> Vec<Draft> {
    let buckets = || drafts.iter().filter_map(|draft| if let Key::Bucket(at) = draft.key { Some(at) } else { None });
    let reach = reach.into_iter().flat_map(|(first, last)| [first, last]);
    let ends: Vec<i32> = buckets().chain(reach).collect();
    let (Some(first), Some(last)) = (ends.iter().min().copied(), ends.iter().max().copied()) else { return drafts };
    let most = i32::try_from(TILE_GROUPS_MAX).expect("a small bound");
    let first = first.max(last.saturating_sub(most));
    let mut filled: BTreeMap<i32, Draft> =
        (first..=last).map(|at| (at, Draft::empty(Key::Bucket(at), beside))).collect();
    let mut others = Vec::new();
    for draft in drafts {
        match draft.key {
            Key::Bucket(at) => drop(filled.insert(at, draft)),
            _ => others.push(draft),
        }
    }
    filled.into_values().chain(others).collect()
}

/// Keeps the first `top` and merges the others; whether there were any.
fn fold_rest(drafts: &mut Vec<Draft>, top: usize, beside: usize) -> bool {
    if drafts.len() <= top {
        return drafts.last().is_some_and(|draft| draft.key == Key::Other);
    }
    let mut rest = Draft::empty(Key::Other, beside);
    for draft in drafts.drain(top..) {
        rest.merge(draft);
    }
    drafts.push(rest);
    true
}
