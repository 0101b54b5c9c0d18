//! From cells to groups: every row of a block gets the dense number of its group, or of several when the cell is a list.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::lane::{Block, EMPTY_BOOL, EMPTY_DAY, EMPTY_NUMBER, Lane};
use super::mask::{BLOCK_ROWS, Mask};
use super::scale;
use super::span;
use super::symbol::EMPTY_CODE;
use super::zone::{DayReader, Zone};
use crate::model::limit::{DECIMALS_MAX, FOLD_GROUPS_MAX};
use crate::model::report::Bucket;
use crate::model::time::Date;

/// What makes groups. Lanes are places in [`Block::lanes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    Lane(usize),
    Time(usize, Bucket),
    /// Of a handling: who did it, their department, at which node.
    Handler,
    HandlerDepartment,
    HandledNode,
}

/// What one group stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    Code(u32),
    /// Yes comes first.
    Yes,
    No,
    Bucket(i32),
    Number(Decimal),
    Text(String),
    /// The cell holds nothing.
    Empty,
    /// Everything that was not worth a group of its own.
    Other,
}

/// Group numbers of one block's rows, or of its handlings.
pub enum Coded {
    One(Vec<u32>),
    /// `(start, end)` by row, into the numbers.
    Many(Vec<(u32, u32)>, Vec<u32>),
}

impl Coded {
    #[inline]
    pub fn of(&self, row: usize) -> &[u32] {
        match self {
            Self::One(numbers) => std::slice::from_ref(&numbers[row]),
            Self::Many(spans, numbers) => {
                let (start, end) = spans[row];
                &numbers[start as usize..end as usize]
            }
        }
    }
}

/// Gives out group numbers in order of first appearance.
pub struct Coder<'a> {
    axis: Axis,
    days: DayReader<'a>,
    keys: Vec<Key>,
    numbers: HashMap<Key, u32>,
    /// By code, or by day from `day_from`; [`UNSEEN`] before the first time.
    known: Vec<u32>,
    day_from: i32,
}

const UNSEEN: u32 = u32::MAX;
/// Days remembered one by one: from 1900 to 2100.
const DAYS_KNOWN: std::ops::Range<i32> = -25_567..47_482;

impl<'a> Coder<'a> {
    pub fn new(axis: Axis, zone: &'a Zone) -> Self {
        Self { axis, days: zone.reader(), keys: Vec::new(), numbers: HashMap::new(), known: Vec::new(), day_from: 0 }
    }

    /// By number.
    pub fn into_keys(self) -> Vec<Key> {
        self.keys
    }

    /// Of the rows in `mask`; other rows get any number. An axis of handlings gets the numbers of the handlings instead.
    pub fn code(&mut self, block: &Block, mask: Mask) -> Coded {
        match self.axis {
            Axis::Lane(lane) => self.lane(&block.lanes[lane], mask),
            Axis::Time(lane, bucket) => self.time(&block.lanes[lane], bucket, mask),
            Axis::Handler => self.items(block.handlings.handlers),
            Axis::HandlerDepartment => self.items(&block.handlings.departments),
            Axis::HandledNode => self.items(block.handlings.nodes),
        }
    }

    fn items(&mut self, codes: &[u32]) -> Coded {
        Coded::One(codes.iter().map(|code| self.of_code(*code)).collect())
    }

    fn lane(&mut self, lane: &Lane, mask: Mask) -> Coded {
        if let Lane::Codes(lists) = lane {
            return self.lists(lists.spans, lists.arena, mask);
        }
        let mut out = vec![0; BLOCK_ROWS];
        match lane {
            Lane::Code(cells) => mask.each(|row| out[row] = self.of_code(cells[row])),
            Lane::Bool(cells) => mask.each(|row| {
                out[row] = self.of_key(match cells[row] {
                    0 => Key::No,
                    EMPTY_BOOL => Key::Empty,
                    _ => Key::Yes,
                });
            }),
            Lane::Text(texts) => mask.each(|row| out[row] = self.of_text(texts.row(row))),
            Lane::Number { scale, cells } => mask.each(|row| {
                let filled = cells[row] != EMPTY_NUMBER;
                out[row] = self.of_number(filled.then(|| scale::decimal(i128::from(cells[row]), *scale)));
            }),
            Lane::Wide(cells) => mask.each(|row| out[row] = self.of_number(cells[row])),
            Lane::Date(_) | Lane::DateTime(_) => return self.time(lane, Bucket::Day, mask),
            Lane::Codes(_) | Lane::Files(_) | Lane::Void => {
                let empty = self.of_key(Key::Empty);
                out.fill(empty);
            }
        }
        Coded::One(out)
    }

    /// A row with an empty list stands in the empty group.
    fn lists(&mut self, spans: &[(u32, u32)], arena: &[u32], mask: Mask) -> Coded {
        let mut at = vec![(0, 0); spans.len()];
        let mut numbers = Vec::new();
        for row in mask.rows() {
            let (start, end) = spans[row];
            let from = numbers.len();
            if start == end {
                numbers.push(self.of_code(EMPTY_CODE));
            }
            numbers.extend(arena[start as usize..end as usize].iter().map(|code| self.of_code(*code)));
            at[row] = (place(from), place(numbers.len()));
        }
        Coded::Many(at, numbers)
    }

    fn time(&mut self, lane: &Lane, bucket: Bucket, mask: Mask) -> Coded {
        let mut out = vec![0; BLOCK_ROWS];
        match lane {
            Lane::Date(cells) => mask.each(|row| {
                let day = (cells[row] != EMPTY_DAY).then_some(Date(cells[row]));
                out[row] = self.of_day(day, bucket);
            }),
            Lane::DateTime(cells) => mask.each(|row| {
                let day = (cells[row] != EMPTY_NUMBER).then(|| self.days.day(cells[row]));
                out[row] = self.of_day(day, bucket);
            }),
            _ => {
                let empty = self.of_key(Key::Empty);
                out.fill(empty);
            }
        }
        Coded::One(out)
    }

    #[inline]
    fn of_code(&mut self, code: u32) -> u32 {
        match self.known.get(code as usize) {
            Some(number) if *number != UNSEEN => *number,
            _ => self.first_code(code),
        }
    }

    #[cold]
    fn first_code(&mut self, code: u32) -> u32 {
        if code == EMPTY_CODE {
            return self.of_key(Key::Empty);
        }
        let number = self.of_key(Key::Code(code));
        if self.known.len() <= code as usize {
            self.known.resize(code as usize + 1, UNSEEN);
        }
        self.known[code as usize] = number;
        number
    }

    #[inline]
    fn of_day(&mut self, day: Option<Date>, bucket: Bucket) -> u32 {
        let Some(day) = day else { return self.of_key(Key::Empty) };
        let at = usize::try_from(day.0.wrapping_sub(self.day_from)).ok().and_then(|at| self.known.get(at));
        match at {
            Some(number) if *number != UNSEEN => *number,
            _ => self.first_day(day, bucket),
        }
    }

    #[cold]
    fn first_day(&mut self, day: Date, bucket: Bucket) -> u32 {
        let number = self.of_key(Key::Bucket(span::ordinal(bucket, day)));
        if DAYS_KNOWN.contains(&day.0) {
            if self.known.is_empty() {
                self.day_from = day.0;
            }
            if day.0 < self.day_from {
                let missing = usize::try_from(self.day_from - day.0).expect("the day is earlier");
                self.known.splice(0..0, std::iter::repeat_n(UNSEEN, missing));
                self.day_from = day.0;
            }
            let at = usize::try_from(day.0 - self.day_from).expect("the day is not earlier");
            if self.known.len() <= at {
                self.known.resize(at + 1, UNSEEN);
            }
            self.known[at] = number;
        }
        number
    }

    fn of_number(&mut self, value: Option<Decimal>) -> u32 {
        self.of_key(value.map_or(Key::Empty, |value| Key::Number(value.round_dp(u32::from(DECIMALS_MAX)).normalize())))
    }

    fn of_text(&mut self, text: &str) -> u32 {
        self.of_key(if text.is_empty() { Key::Empty } else { Key::Text(text.to_owned()) })
    }

    /// Beyond `FOLD_GROUPS_MAX` groups new ones fall into the other.
    fn of_key(&mut self, key: Key) -> u32 {
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        if self.keys.len() >= FOLD_GROUPS_MAX && key != Key::Other {
            return self.of_key(Key::Other);
        }
        let number = place(self.keys.len());
        self.numbers.insert(key.clone(), number);
        self.keys.push(key);
        number
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).expect("a block and its groups count below 2^32")
}
