//! Folding blocks into tallies by one or two axes. A row counts once in the total, once in each of its groups, and once in each
//! crossing of a group with a split.

use std::collections::HashMap;

use super::filter::Predicate;
use super::group::{Axis, Coded, Coder, Key};
use super::lane::Block;
use super::mask::Mask;
use super::measure::{self, Places, Source, Tally};
use super::zone::Zone;

/// What is folded.
#[derive(Debug, Clone, PartialEq)]
pub struct Cube {
    pub filter: Predicate,
    pub over: Over,
    pub dimension: Option<Axis>,
    pub split: Option<Axis>,
    pub source: Source,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    Orders,
    /// The decided tasks of the orders.
    Handlings,
}

/// Tallies by key, in no order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pivot {
    pub total: Tally,
    pub groups: Vec<(Key, Tally)>,
    pub splits: Vec<Key>,
    /// By place in `groups` and in `splits`.
    pub cells: HashMap<(u32, u32), Tally>,
}

pub fn fold<'a>(cube: &Cube, zone: &Zone, blocks: impl Iterator<Item = Block<'a>>) -> Pivot {
    let mut folding = Folded {
        total: vec![Tally::default()],
        groups: Vec::new(),
        cells: Vec::new(),
        grid: Grid::default(),
        dimension: cube.dimension.map(|axis| Coder::new(axis, zone)),
        split: cube.split.map(|axis| Coder::new(axis, zone)),
    };
    for block in blocks {
        let mask = cube.filter.keep(&block, block.live);
        if !mask.is_empty() {
            folding.add(cube, &block, mask);
        }
    }
    folding.finish()
}

struct Folded<'a> {
    total: Vec<Tally>,
    groups: Vec<Tally>,
    cells: Vec<Tally>,
    grid: Grid,
    dimension: Option<Coder<'a>>,
    split: Option<Coder<'a>>,
}

impl Folded<'_> {
    fn add(&mut self, cube: &Cube, block: &Block, mask: Mask) {
        let items = items(cube.over, block, mask);
        let all: Places = items.iter().map(|(item, _)| (*item, 0)).collect();
        measure::add(&mut self.total, &all, cube.source, block);
        let (Some(axis), Some(coder)) = (cube.dimension, &mut self.dimension) else { return };
        let groups = coder.code(block, mask);
        let in_groups = places(&items, axis, &groups, |group| group);
        grow(&mut self.groups, &in_groups);
        measure::add(&mut self.groups, &in_groups, cube.source, block);
        let (Some(split), Some(coder)) = (cube.split, &mut self.split) else { return };
        let splits = coder.code(block, mask);
        let mut in_cells = Places::with_capacity(in_groups.len());
        for (item, row) in &items {
            for group in groups.of(index(axis, *item, *row)) {
                for split in splits.of(index(split, *item, *row)) {
                    in_cells.push((*item, self.grid.cell(*group, *split)));
                }
            }
        }
        grow(&mut self.cells, &in_cells);
        measure::add(&mut self.cells, &in_cells, cube.source, block);
    }

    fn finish(self) -> Pivot {
        let keys = self.dimension.map_or_else(Vec::new, Coder::into_keys);
        let cells = self.grid.pairs.into_iter().zip(self.cells).collect();
        Pivot {
            total: self.total[0],
            groups: keys.into_iter().zip(self.groups).collect(),
            splits: self.split.map_or_else(Vec::new, Coder::into_keys),
            cells,
        }
    }
}

/// `(item, row)`: what is counted, and the row of the order it belongs to.
fn items(over: Over, block: &Block, mask: Mask) -> Vec<(u32, u32)> {
    match over {
        Over::Orders => {
            let mut items = Vec::with_capacity(mask.count());
            mask.each(|row| {
                let row = u32::try_from(row).expect("a block is short");
                items.push((row, row));
            });
            items
        }
        Over::Handlings => {
            let rows = (0..).zip(block.handlings.rows);
            rows.filter(|(_, row)| mask.contains(usize::from(**row)))
                .map(|(item, row)| (item, u32::from(*row)))
                .collect()
        }
    }
}

fn places(items: &[(u32, u32)], axis: Axis, coded: &Coded, place: impl Fn(u32) -> u32) -> Places {
    let mut places = Places::with_capacity(items.len());
    for (item, row) in items {
        places.extend(coded.of(index(axis, *item, *row)).iter().map(|number| (*item, place(*number))));
    }
    places
}

/// Axes of handlings are numbered by handling, all others by row.
#[inline]
const fn index(axis: Axis, item: u32, row: u32) -> usize {
    match axis {
        Axis::Lane(_) | Axis::Time(_, _) => row as usize,
        Axis::Handler | Axis::HandlerDepartment | Axis::HandledNode => item as usize,
    }
}

fn grow(tallies: &mut Vec<Tally>, places: &Places) {
    let needed = places.iter().map(|(_, tally)| *tally as usize + 1).max().unwrap_or(0);
    if tallies.len() < needed {
        tallies.resize(needed, Tally::default());
    }
}

/// Numbers the crossings that occur.
#[derive(Default)]
struct Grid {
    /// By `group * WIDTH + split`, where both are small.
    near: Vec<u32>,
    far: HashMap<(u32, u32), u32>,
    pairs: Vec<(u32, u32)>,
}

const WIDTH: u32 = 64;
const HEIGHT: u32 = 16_384;
const UNSEEN: u32 = u32::MAX;

impl Grid {
    #[inline]
    fn cell(&mut self, group: u32, split: u32) -> u32 {
        if split >= WIDTH || group >= HEIGHT {
            let next = u32::try_from(self.pairs.len()).expect("crossings count below 2^32");
            return *self.far.entry((group, split)).or_insert_with(|| {
                self.pairs.push((group, split));
                next
            });
        }
        let at = (group * WIDTH + split) as usize;
        if self.near.len() <= at {
            self.near.resize((group as usize + 1) * WIDTH as usize, UNSEEN);
        }
        if self.near[at] == UNSEEN {
            self.near[at] = u32::try_from(self.pairs.len()).expect("crossings count below 2^32");
            self.pairs.push((group, split));
        }
        self.near[at]
    }
}
