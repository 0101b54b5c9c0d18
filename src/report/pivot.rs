//! Folding blocks into tallies by one or two axes. A row counts once in the total, once in each of its groups, and once in each
//! crossing of a group with a split.

use std::collections::HashMap;

use super::filter::Predicate;
use super::group::{Axis, Coded, Coder, Key};
use super::lane::Block;
use super::mask::Mask;
use super::measure::{self, Measured, Places, Tally};
use super::zone::Zone;

/// What is folded.
#[derive(Debug, Clone, PartialEq)]
pub struct Cube {
    pub filter: Predicate,
    pub over: Over,
    pub dimension: Option<Axis>,
    pub split: Option<Axis>,
    pub measured: Measured,
    /// Folded of the same groups.
    pub beside: Vec<Measured>,
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
    /// One for each measure beside the first.
    pub beside: Vec<Beside>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Beside {
    pub total: Tally,
    /// By place in the groups of the pivot.
    pub groups: Vec<Tally>,
}

pub fn fold<'a>(cube: &Cube, zone: &Zone, blocks: impl Iterator<Item = Block<'a>>) -> Pivot {
    let mut folding = Folded {
        cube,
        dimension: cube.dimension.map(|axis| Coder::new(axis, zone)),
        split: cube.split.map(|axis| Coder::new(axis, zone)),
        grid: Grid::default(),
        levels: std::iter::once(cube.measured).chain(cube.beside.iter().copied()).map(Levels::new).collect(),
        places: Places::new(),
    };
    for block in blocks {
        let mask = cube.filter.keep(&block, block.live);
        if !mask.is_empty() {
            folding.add(&block, mask);
        }
    }
    folding.finish()
}

struct Folded<'a> {
    cube: &'a Cube,
    dimension: Option<Coder<'a>>,
    split: Option<Coder<'a>>,
    grid: Grid,
    /// Of each measure, the first one first.
    levels: Vec<Levels>,
    places: Places,
}

/// The tallies of one measure.
struct Levels {
    measured: Measured,
    /// Of blocks whose items each stand in one place: at the deepest level only; the levels above are their sums.
    single: Vec<Tally>,
    /// Of all other blocks, level by level.
    total: Vec<Tally>,
    groups: Vec<Tally>,
    cells: Vec<Tally>,
}

impl Folded<'_> {
    fn add(&mut self, block: &Block, mask: Mask) {
        let groups = self.dimension.as_mut().map(|coder| coder.code(block, mask));
        let splits = self.split.as_mut().filter(|_| groups.is_some()).map(|coder| coder.code(block, mask));
        let mut places = std::mem::take(&mut self.places);
        match (&groups, &splits) {
            (None, _) => self.add_single(block, mask, &mut places, |_, _, _| 0),
            (Some(Coded::One(groups)), None) => {
                let by = by(self.cube.dimension);
                self.add_single(block, mask, &mut places, |_, item, row| groups[by.index(item, row)]);
            }
            (Some(Coded::One(groups)), Some(Coded::One(splits))) => {
                let (first, second) = (by(self.cube.dimension), by(self.cube.split));
                self.add_single(block, mask, &mut places, |grid, item, row| {
                    grid.cell(groups[first.index(item, row)], splits[second.index(item, row)])
                });
            }
            (Some(groups), splits) => self.add_several(block, mask, groups, splits.as_ref()),
        }
        self.places = places;
    }

    fn add_single(
        &mut self,
        block: &Block,
        mask: Mask,
        places: &mut Places,
        mut place: impl FnMut(&mut Grid, u32, u32) -> u32,
    ) {
        places.clear();
        let grid = &mut self.grid;
        each_item(self.cube.over, block, mask, |item, row| places.push((item, place(grid, item, row))));
        for levels in &mut self.levels {
            grow(&mut levels.single, places);
            measure::add(&mut levels.single, places, levels.measured, block);
        }
    }

    /// Lists: an item may stand in several groups, and counts once in the total all the same.
    fn add_several(&mut self, block: &Block, mask: Mask, groups: &Coded, splits: Option<&Coded>) {
        let (first, second) = (by(self.cube.dimension), by(self.cube.split));
        let (mut all, mut in_groups, mut in_cells) = (Places::new(), Places::new(), Places::new());
        each_item(self.cube.over, block, mask, |item, row| {
            all.push((item, 0));
            for group in groups.of(first.index(item, row)) {
                in_groups.push((item, *group));
                for split in splits.map_or(&[][..], |splits| splits.of(second.index(item, row))) {
                    in_cells.push((item, self.grid.cell(*group, *split)));
                }
            }
        });
        for levels in &mut self.levels {
            grow(&mut levels.groups, &in_groups);
            grow(&mut levels.cells, &in_cells);
            measure::add(&mut levels.total, &all, levels.measured, block);
            measure::add(&mut levels.groups, &in_groups, levels.measured, block);
            measure::add(&mut levels.cells, &in_cells, levels.measured, block);
        }
    }

    fn finish(self) -> Pivot {
        let Self { dimension, split, grid, levels, .. } = self;
        let has_groups = dimension.is_some();
        let keys = dimension.map_or_else(Vec::new, Coder::into_keys);
        let mut summed = levels.into_iter().map(|levels| {
            let mut levels = levels.summed(&grid.pairs, has_groups, split.is_some());
            levels.groups.resize(keys.len(), Tally::default());
            levels
        });
        let first = summed.next().expect("there is a measure");
        let beside = summed.map(|levels| Beside { total: levels.total[0], groups: levels.groups }).collect();
        Pivot {
            total: first.total[0],
            groups: keys.iter().cloned().zip(first.groups).collect(),
            splits: split.map_or_else(Vec::new, Coder::into_keys),
            cells: grid.pairs.into_iter().zip(first.cells).collect(),
            beside,
        }
    }
}

impl Levels {
    fn new(measured: Measured) -> Self {
        let total = vec![Tally::default()];
        Self { measured, single: Vec::new(), total, groups: Vec::new(), cells: Vec::new() }
    }

    /// With what stood at the deepest level only.
    fn summed(mut self, pairs: &[(u32, u32)], has_groups: bool, has_splits: bool) -> Self {
        let is_split = has_splits && has_groups;
        for (at, tally) in std::mem::take(&mut self.single).iter().enumerate() {
            self.total[0].merge(tally);
            let group = if is_split { pairs[at].0 as usize } else { at };
            if has_groups {
                merge_at(&mut self.groups, group, tally);
            }
            if is_split {
                merge_at(&mut self.cells, at, tally);
            }
        }
        self
    }
}

/// Calls with what is counted, and the row of the order it belongs to.
fn each_item(over: Over, block: &Block, mask: Mask, mut act: impl FnMut(u32, u32)) {
    match over {
        Over::Orders => mask.each(|row| {
            let row = u32::try_from(row).expect("a block is short");
            act(row, row);
        }),
        Over::Handlings => {
            for (item, row) in (0..).zip(block.handlings.rows) {
                if mask.contains(usize::from(*row)) {
                    act(item, u32::from(*row));
                }
            }
        }
    }
}

/// What the numbers of an axis are by.
#[derive(Clone, Copy)]
enum By {
    Item,
    Row,
}

impl By {
    #[inline]
    const fn index(self, item: u32, row: u32) -> usize {
        match self {
            Self::Item => item as usize,
            Self::Row => row as usize,
        }
    }
}

const fn by(axis: Option<Axis>) -> By {
    match axis {
        Some(Axis::Handler | Axis::HandlerDepartment | Axis::HandledNode) => By::Item,
        Some(Axis::Lane(_) | Axis::Time(_, _)) | None => By::Row,
    }
}

fn grow(tallies: &mut Vec<Tally>, places: &Places) {
    let needed = places.iter().map(|(_, tally)| *tally as usize + 1).max().unwrap_or(0);
    if tallies.len() < needed {
        tallies.resize(needed, Tally::default());
    }
}

fn merge_at(tallies: &mut Vec<Tally>, at: usize, tally: &Tally) {
    if tallies.len() <= at {
        tallies.resize(at + 1, Tally::default());
    }
    tallies[at].merge(tally);
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
