//! What a fold reads: one block of rows, column by column, borrowed from wherever the columns live.

use std::borrow::Cow;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::mask::{BLOCK_ROWS, Mask};
use super::symbol::{EMPTY_CODE, Symbol};
use crate::model::id::RecordId;
use crate::model::value::File;

/// Cells that hold nothing, by the shape of the lane.
pub const EMPTY_NUMBER: i64 = i64::MIN;
pub const EMPTY_DAY: i32 = i32::MIN;
pub const EMPTY_BOOL: u8 = 2;

/// The kind of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Text,
    Number,
    /// Milliseconds.
    Duration,
    Bool,
    Date,
    DateTime,
    /// One of a closed or counted set.
    Code(Family),
    /// Several of it.
    Codes(Family),
    Files,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    State,
    Option,
    Node,
    User,
    Department,
}

/// A column's kind, and the order its values are drawn in (options, states, nodes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    pub kind: Kind,
    pub drawn: Arc<[Symbol]>,
}

impl Shape {
    pub fn plain(kind: Kind) -> Self {
        Self { kind, drawn: Arc::new([]) }
    }
}

/// One column of one block; as long as the block.
#[derive(Debug, Clone)]
pub enum Lane<'a> {
    Text(Texts<'a>),
    /// The cell is `mantissa / 10^scale`.
    Number {
        scale: u32,
        cells: Cow<'a, [i64]>,
    },
    /// Numbers too long for a machine word.
    Wide(&'a [Option<Decimal>]),
    /// 0 no, 1 yes, [`EMPTY_BOOL`].
    Bool(&'a [u8]),
    /// Days since 1970-01-01.
    Date(&'a [i32]),
    /// Milliseconds since 1970-01-01T00:00:00Z.
    DateTime(&'a [i64]),
    Code(&'a [u32]),
    Codes(Lists<'a>),
    Files(&'a [Option<Arc<[File]>>]),
    /// No row of the block holds anything.
    Void,
}

impl Lane<'_> {
    /// Rows whose cell holds something.
    pub fn filled(&self, rows: usize) -> Mask {
        match self {
            Self::Text(texts) => Mask::of(rows, |row| !texts.is_empty(row)),
            Self::Number { cells, .. } => Mask::of(rows, |row| cells[row] != EMPTY_NUMBER),
            Self::Wide(cells) => Mask::of(rows, |row| cells[row].is_some()),
            Self::Bool(cells) => Mask::of(rows, |row| cells[row] != EMPTY_BOOL),
            Self::Date(cells) => Mask::of(rows, |row| cells[row] != EMPTY_DAY),
            Self::DateTime(cells) => Mask::of(rows, |row| cells[row] != EMPTY_NUMBER),
            Self::Code(cells) => Mask::of(rows, |row| cells[row] != EMPTY_CODE),
            Self::Codes(lists) => Mask::of(rows, |row| !lists.row(row).is_empty()),
            Self::Files(cells) => Mask::of(rows, |row| cells[row].is_some()),
            Self::Void => Mask::NONE,
        }
    }
}

/// Texts of one block: `(start, end)` into an arena.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    pub spans: &'a [(u32, u32)],
    pub arena: &'a str,
}

impl<'a> Texts<'a> {
    #[inline]
    pub fn row(&self, row: usize) -> &'a str {
        let (start, end) = self.spans[row];
        &self.arena[start as usize..end as usize]
    }

    pub fn is_empty(&self, row: usize) -> bool {
        let (start, end) = self.spans[row];
        start == end
    }
}

/// Lists of codes of one block: `(start, end)` into an arena.
#[derive(Debug, Clone, Copy)]
pub struct Lists<'a> {
    pub spans: &'a [(u32, u32)],
    pub arena: &'a [u32],
}

impl<'a> Lists<'a> {
    #[inline]
    pub fn row(&self, row: usize) -> &'a [u32] {
        let (start, end) = self.spans[row];
        &self.arena[start as usize..end as usize]
    }
}

/// Decided tasks of a block's orders, in no order.
#[derive(Debug, Clone)]
pub struct Handlings<'a> {
    /// The order, as a row of the block.
    pub rows: &'a [u16],
    pub nodes: &'a [u32],
    pub handlers: &'a [u32],
    /// The handler's primary department; empty when nobody asked for it.
    pub departments: Cow<'a, [u32]>,
    /// From opened to decided, elapsed.
    pub spent_ms: &'a [i64],
}

/// One block of a table, with the lanes a plan asked for, in its order.
#[derive(Debug, Clone)]
pub struct Block<'a> {
    /// At most [`BLOCK_ROWS`].
    pub rows: usize,
    pub ids: &'a [RecordId],
    /// The rows the reader may know of.
    pub live: Mask,
    pub lanes: Vec<Lane<'a>>,
    pub handlings: Handlings<'a>,
}

const _: () = assert!(BLOCK_ROWS <= u16::MAX as usize + 1, "a row of a block fits in Handlings::rows");
