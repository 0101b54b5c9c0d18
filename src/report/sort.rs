//! A page of an order, without sorting all of its rows. Empty cells come last in either direction; ties are broken by the
//! row's id, so that an order is total and a page can be continued.

use std::cmp::Ordering;
use std::ops::Range;

use rust_decimal::Decimal;

use super::lane::{Block, EMPTY_BOOL, EMPTY_DAY, EMPTY_NUMBER, Kind, Lane};
use super::mask::Mask;
use super::operand;
use super::scale;
use super::schema::{Lanes, Schema};
use super::symbol::EMPTY_CODE;
use crate::model::id::RecordId;
use crate::model::limit::{DECIMALS_MAX, QUERY_PARTS_MAX};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::report::Sort;

/// Orders as the cell does; of a text its first bytes.
type Word = i128;

const LAST: Word = Word::MAX;
const PREFIX_BYTES: usize = 15;
const SCALE: u32 = DECIMALS_MAX as u32;

/// One level of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    lane: usize,
    kind: Kind,
    descending: bool,
    /// By code.
    ranks: Vec<u32>,
}

/// Where a page ended: the last row's cells by level, in wire form, and its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    pub cells: Vec<Option<String>>,
    pub id: RecordId,
}

/// A row of one of the blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    pub block: usize,
    pub row: usize,
}

/// All problems at once, under `sort.N`.
pub fn keys(sorts: &[Sort], schema: &Schema, lanes: &mut Lanes) -> Result<Vec<Key>, Vec<Problem>> {
    if sorts.len() > QUERY_PARTS_MAX {
        return Err(vec![Problem::error("sort", ProblemCode::TooMany).with("max", QUERY_PARTS_MAX)]);
    }
    let mut problems = Vec::new();
    let mut keys = Vec::new();
    for (at, sort) in sorts.iter().enumerate() {
        let place = format!("sort.{at}");
        match schema.shape(&sort.column, &place) {
            Ok(shape) if shape.kind == Kind::Files => problems.push(Problem::error(place, ProblemCode::WrongType)),
            Ok(shape) => keys.push(Key {
                lane: lanes.place(&sort.column),
                kind: shape.kind,
                descending: sort.descending,
                ranks: schema.ranks(shape),
            }),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(keys) } else { Err(problems) }
}

/// The first `count` rows of the masks, after the given place; in order.
pub fn first(blocks: &[(Block, Mask)], keys: &[Key], after: Option<&Mark>, count: usize) -> Vec<At> {
    page(blocks, keys, after, 0..count)
}

/// The rows of the masks at these places of the order, counted from 0 behind the mark. Without a mark they are looked for from
/// whichever end is nearer: the last page costs what the first does.
pub fn page(blocks: &[(Block, Mask)], keys: &[Key], after: Option<&Mark>, places: Range<usize>) -> Vec<At> {
    let from = |end| By { blocks, keys, end };
    let total: usize = blocks.iter().map(|(_, mask)| mask.count()).sum();
    let places = places.start.min(total)..places.end.min(total);
    let behind = total - places.end;
    if after.is_some() || places.start <= behind {
        return from(End::First).found(after, places);
    }
    let mut found = from(End::Last).found(None, behind..behind + places.len());
    found.reverse();
    found
}

const FOUND_MIN: usize = 256;

/// Where an order is read from.
#[derive(Clone, Copy)]
enum End {
    First,
    Last,
}

#[derive(Clone, Copy)]
struct Candidate {
    /// By the first level, lower nearer to the end that is read from.
    word: Word,
    at: At,
}

/// [`After`], read for one order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// With the whole text of a text.
    levels: Vec<(Word, Option<String>)>,
    id: RecordId,
}

impl Mark {
    /// `None` when the place was in another order.
    pub fn read(after: After, keys: &[Key], schema: &Schema) -> Option<Self> {
        if after.cells.len() != keys.len() {
            return None;
        }
        let levels: Option<_> = after.cells.into_iter().zip(keys).map(|(cell, key)| key.level(cell, schema)).collect();
        Some(Self { levels: levels?, id: after.id })
    }
}

impl Key {
    fn word(&self, block: &Block, row: usize) -> Word {
        let scaled = |mantissa: i64, scale: u32| Word::from(mantissa) * scale::power(SCALE - scale.min(SCALE));
        let word = match &block.lanes[self.lane] {
            Lane::Text(texts) => (!texts.is_empty(row)).then(|| prefix(texts.row(row))),
            Lane::Number { scale, cells } => (cells[row] != EMPTY_NUMBER).then(|| scaled(cells[row], *scale)),
            Lane::Wide(cells) => cells[row].map(decimal),
            Lane::Bool(cells) => (cells[row] != EMPTY_BOOL).then(|| Word::from(cells[row])),
            Lane::Date(cells) => (cells[row] != EMPTY_DAY).then(|| Word::from(cells[row])),
            Lane::DateTime(cells) => (cells[row] != EMPTY_NUMBER).then(|| Word::from(cells[row])),
            Lane::Code(cells) => (cells[row] != EMPTY_CODE).then(|| self.rank(cells[row])),
            Lane::Codes(lists) => lists.row(row).first().map(|code| self.rank(*code)),
            Lane::Files(_) | Lane::Void => None,
        };
        self.turned(word)
    }

    fn rank(&self, code: u32) -> Word {
        self.ranks.get(code as usize).map_or(Word::from(u32::MAX), |rank| Word::from(*rank))
    }

    const fn turned(&self, word: Option<Word>) -> Word {
        match word {
            None => LAST,
            Some(word) if self.descending => -word,
            Some(word) => word,
        }
    }

    fn level(&self, cell: Option<String>, schema: &Schema) -> Option<(Word, Option<String>)> {
        let Some(text) = cell else { return Some((LAST, None)) };
        let word = match self.kind {
            Kind::Text => return Some((self.turned(Some(prefix(&text))), Some(text))),
            Kind::Number | Kind::Duration => decimal(text.parse().ok()?),
            Kind::Bool => Word::from(text.parse::<bool>().ok()?),
            Kind::Date => Word::from(operand::date(&text, "").ok()?.0),
            Kind::DateTime => Word::from(text.parse::<i64>().ok()?),
            Kind::Code(family) | Kind::Codes(family) => {
                let symbol = operand::symbol(&text, family, schema, "").ok()?;
                self.rank(schema.symbols.code(&symbol)?)
            }
            Kind::Files => return None,
        };
        Some((self.turned(Some(word)), None))
    }

    fn texts(&self, one: Option<&str>, other: Option<&str>) -> Ordering {
        let order = one.cmp(&other);
        if self.descending { order.reverse() } else { order }
    }
}

struct By<'a> {
    blocks: &'a [(Block<'a>, Mask)],
    keys: &'a [Key],
    end: End,
}

impl By<'_> {
    /// What is farther than the farthest wanted one is passed over with one comparison.
    fn found(&self, after: Option<&Mark>, places: Range<usize>) -> Vec<At> {
        let mut found: Vec<Candidate> = Vec::new();
        if places.is_empty() {
            return Vec::new();
        }
        let mut bar = LAST;
        for (at, (block, mask)) in self.blocks.iter().enumerate() {
            for row in mask.rows() {
                let word = self.keys.first().map_or(0, |key| self.seen_from_end(key.word(block, row)));
                if word > bar {
                    continue;
                }
                let candidate = Candidate { word, at: At { block: at, row } };
                if after.is_some_and(|mark| self.compare_mark(&candidate, mark) != Ordering::Greater) {
                    continue;
                }
                found.push(candidate);
                if found.len() >= (2 * places.end).max(FOUND_MIN) {
                    self.keep(&mut found, places.end);
                    bar = found[places.end - 1].word;
                }
            }
        }
        self.keep(&mut found, places.end);
        if places.start > 0 && places.start < found.len() {
            found.select_nth_unstable_by(places.start, |one, other| self.compare(one, other));
        }
        let mut found = found.split_off(places.start.min(found.len()));
        found.sort_unstable_by(|one, other| self.compare(one, other));
        found.into_iter().map(|candidate| candidate.at).collect()
    }

    /// The nearest `count`, of which the farthest stands last.
    fn keep(&self, found: &mut Vec<Candidate>, count: usize) {
        if found.len() > count {
            found.select_nth_unstable_by(count - 1, |one, other| self.compare(one, other));
            found.truncate(count);
        }
    }

    const fn seen_from_end(&self, word: Word) -> Word {
        match self.end {
            End::First => word,
            End::Last => -word,
        }
    }

    const fn turned(&self, order: Ordering) -> Ordering {
        match self.end {
            End::First => order,
            End::Last => order.reverse(),
        }
    }

    fn word(&self, level: usize, candidate: &Candidate) -> Word {
        if level == 0 {
            candidate.word
        } else {
            self.seen_from_end(self.keys[level].word(&self.blocks[candidate.at.block].0, candidate.at.row))
        }
    }

    fn text(&self, key: &Key, at: At) -> Option<&str> {
        match &self.blocks[at.block].0.lanes[key.lane] {
            Lane::Text(texts) => Some(texts.row(at.row)),
            _ => None,
        }
    }

    fn id(&self, at: At) -> RecordId {
        self.blocks[at.block].0.ids[at.row]
    }

    fn compare(&self, one: &Candidate, other: &Candidate) -> Ordering {
        for (level, key) in self.keys.iter().enumerate() {
            let order = self.word(level, one).cmp(&self.word(level, other));
            let order = order.then_with(|| self.turned(key.texts(self.text(key, one.at), self.text(key, other.at))));
            if order != Ordering::Equal {
                return order;
            }
        }
        self.turned(self.id(one.at).cmp(&self.id(other.at)))
    }

    /// Read from the first end.
    fn compare_mark(&self, one: &Candidate, mark: &Mark) -> Ordering {
        for (level, key) in self.keys.iter().enumerate() {
            let (word, text) = &mark.levels[level];
            let order = self.word(level, one).cmp(word);
            let order = order.then_with(|| {
                text.as_deref().map_or(Ordering::Equal, |text| key.texts(self.text(key, one.at), Some(text)))
            });
            if order != Ordering::Equal {
                return order;
            }
        }
        self.id(one.at).cmp(&mark.id)
    }
}

fn prefix(text: &str) -> Word {
    let mut bytes = [0; PREFIX_BYTES + 1];
    let count = text.len().min(PREFIX_BYTES);
    bytes[1..=count].copy_from_slice(&text.as_bytes()[..count]);
    Word::from_be_bytes(bytes)
}

fn decimal(value: Decimal) -> Word {
    let value = value.round_dp(SCALE);
    value.mantissa().saturating_mul(scale::power(SCALE - value.scale()))
}
