//! The columns of one chunk, owned. Empty cells cost nothing until the column holds something; a cell that is written as it was
//! is not written.

use std::borrow::Cow;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::time::{Date, Timestamp};
use crate::model::value::File;
use crate::report::lane::{EMPTY_BOOL, EMPTY_DAY, EMPTY_NUMBER, Lane, Lists, Texts};
use crate::report::symbol::EMPTY_CODE;

mod arena;
mod number;

use arena::{ListArena, TextArena};

/// One cell on its way in or out.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(Decimal),
    Bool(bool),
    Date(Date),
    DateTime(Timestamp),
    Code(u32),
    /// Never empty.
    Codes(Vec<u32>),
    /// Never empty.
    Files(Arc<[File]>),
}

/// Cells of one column; all of one shape.
#[derive(Debug, Clone, Default)]
pub enum Cells {
    /// Every cell is empty.
    #[default]
    Void,
    Text(TextArena),
    Number {
        scale: u32,
        cells: Vec<i64>,
    },
    Wide(Vec<Option<Decimal>>),
    Bool(Vec<u8>),
    Date(Vec<i32>),
    DateTime(Vec<i64>),
    Code(Vec<u32>),
    Codes(ListArena),
    Files(Vec<Option<Arc<[File]>>>),
}

impl Cells {
    pub fn get(&self, row: usize) -> Cell {
        let filled = |is_filled: bool, cell: Cell| if is_filled { cell } else { Cell::Empty };
        match self {
            Self::Void => Cell::Empty,
            Self::Text(texts) => filled(!texts.get(row).is_empty(), Cell::Text(texts.get(row).to_owned())),
            Self::Number { scale, cells } => number::get(cells[row], *scale).map_or(Cell::Empty, Cell::Number),
            Self::Wide(cells) => cells[row].map_or(Cell::Empty, Cell::Number),
            Self::Bool(cells) => filled(cells[row] != EMPTY_BOOL, Cell::Bool(cells[row] == 1)),
            Self::Date(cells) => filled(cells[row] != EMPTY_DAY, Cell::Date(Date(cells[row]))),
            Self::DateTime(cells) => filled(cells[row] != EMPTY_NUMBER, Cell::DateTime(Timestamp(cells[row]))),
            Self::Code(cells) => filled(cells[row] != EMPTY_CODE, Cell::Code(cells[row])),
            Self::Codes(lists) => filled(!lists.get(row).is_empty(), Cell::Codes(lists.get(row).to_vec())),
            Self::Files(cells) => cells[row].clone().map_or(Cell::Empty, Cell::Files),
        }
    }

    /// Whether writing `cell` would change nothing.
    pub fn holds(&self, row: usize, cell: &Cell) -> bool {
        match (self, cell) {
            (Self::Text(texts), Cell::Text(text)) => texts.get(row) == text,
            (Self::Codes(lists), Cell::Codes(codes)) => lists.get(row) == codes,
            _ => self.get(row) == *cell,
        }
    }

    /// `rows` is how many rows the chunk has; the column takes the cell's shape when it was void or of another shape.
    pub fn set(&mut self, rows: usize, row: usize, cell: Cell) {
        match (&mut *self, cell) {
            (Self::Void, Cell::Empty) => {}
            (_, Cell::Empty) => self.clear(row),
            (Self::Text(texts), Cell::Text(text)) => texts.set(row, &text),
            (Self::Number { .. } | Self::Wide(_), Cell::Number(value)) => number::set(self, row, value),
            (Self::Bool(cells), Cell::Bool(value)) => cells[row] = u8::from(value),
            (Self::Date(cells), Cell::Date(Date(day))) => cells[row] = day,
            (Self::DateTime(cells), Cell::DateTime(Timestamp(at))) => cells[row] = at,
            (Self::Code(cells), Cell::Code(code)) => cells[row] = code,
            (Self::Codes(lists), Cell::Codes(codes)) => lists.set(row, &codes),
            (Self::Files(cells), Cell::Files(files)) => cells[row] = Some(files),
            (_, cell) => {
                *self = Self::empty_like(&cell, rows);
                self.set(rows, row, cell);
            }
        }
    }

    fn clear(&mut self, row: usize) {
        match self {
            Self::Void => {}
            Self::Text(texts) => texts.set(row, ""),
            Self::Number { cells, .. } | Self::DateTime(cells) => cells[row] = EMPTY_NUMBER,
            Self::Wide(cells) => cells[row] = None,
            Self::Bool(cells) => cells[row] = EMPTY_BOOL,
            Self::Date(cells) => cells[row] = EMPTY_DAY,
            Self::Code(cells) => cells[row] = EMPTY_CODE,
            Self::Codes(lists) => lists.set(row, &[]),
            Self::Files(cells) => cells[row] = None,
        }
    }

    fn empty_like(cell: &Cell, rows: usize) -> Self {
        match cell {
            Cell::Empty => Self::Void,
            Cell::Text(_) => Self::Text(TextArena::empty(rows)),
            Cell::Number(_) => Self::Number { scale: 0, cells: vec![EMPTY_NUMBER; rows] },
            Cell::Bool(_) => Self::Bool(vec![EMPTY_BOOL; rows]),
            Cell::Date(_) => Self::Date(vec![EMPTY_DAY; rows]),
            Cell::DateTime(_) => Self::DateTime(vec![EMPTY_NUMBER; rows]),
            Cell::Code(_) => Self::Code(vec![EMPTY_CODE; rows]),
            Cell::Codes(_) => Self::Codes(ListArena::empty(rows)),
            Cell::Files(_) => Self::Files(vec![None; rows]),
        }
    }

    /// Appends one empty cell.
    pub fn grow(&mut self) {
        match self {
            Self::Void => {}
            Self::Text(texts) => texts.grow(),
            Self::Number { cells, .. } | Self::DateTime(cells) => cells.push(EMPTY_NUMBER),
            Self::Wide(cells) => cells.push(None),
            Self::Bool(cells) => cells.push(EMPTY_BOOL),
            Self::Date(cells) => cells.push(EMPTY_DAY),
            Self::Code(cells) => cells.push(EMPTY_CODE),
            Self::Codes(lists) => lists.grow(),
            Self::Files(cells) => cells.push(None),
        }
    }

    /// The chunk is full: gives back what growing set aside.
    pub fn shrink(&mut self) {
        match self {
            Self::Void => {}
            Self::Text(texts) => texts.shrink(),
            Self::Number { cells, .. } | Self::DateTime(cells) => cells.shrink_to_fit(),
            Self::Wide(cells) => cells.shrink_to_fit(),
            Self::Bool(cells) => cells.shrink_to_fit(),
            Self::Date(cells) => cells.shrink_to_fit(),
            Self::Code(cells) => cells.shrink_to_fit(),
            Self::Codes(lists) => lists.shrink(),
            Self::Files(cells) => cells.shrink_to_fit(),
        }
    }

    pub fn lane(&self) -> Lane<'_> {
        match self {
            Self::Void => Lane::Void,
            Self::Text(texts) => Lane::Text(Texts { spans: texts.spans(), arena: texts.arena() }),
            Self::Number { scale, cells } => Lane::Number { scale: *scale, cells: Cow::Borrowed(cells) },
            Self::Wide(cells) => Lane::Wide(cells),
            Self::Bool(cells) => Lane::Bool(cells),
            Self::Date(cells) => Lane::Date(cells),
            Self::DateTime(cells) => Lane::DateTime(cells),
            Self::Code(cells) => Lane::Code(cells),
            Self::Codes(lists) => Lane::Codes(Lists { spans: lists.spans(), arena: lists.arena() }),
            Self::Files(cells) => Lane::Files(cells),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_reads_back_what_was_written_whatever_came_before() {
        let number = |text: &str| Cell::Number(text.parse().unwrap());
        let written = [
            Cell::Text("水泵".to_owned()),
            Cell::Text("a longer text than before".to_owned()),
            Cell::Empty,
            number("12.5"),
            number("-0.00000001"),
            number("79228162514264337593543950335"),
            Cell::Bool(false),
            Cell::Date(Date(-3)),
            Cell::DateTime(Timestamp(0)),
            Cell::Code(7),
            Cell::Codes(vec![1, 2, 3]),
            Cell::Codes(vec![9]),
        ];
        for row in [0, 2] {
            let mut cells = Cells::default();
            for cell in &written {
                cells.set(3, row, cell.clone());
                assert!(cells.holds(row, cell), "{cell:?} became {:?}", cells.get(row));
                assert_eq!(cells.get(1), Cell::Empty);
            }
        }
    }

    #[test]
    fn numbers_of_one_column_may_have_any_number_of_digits() {
        let texts = ["1", "0.25", "-3.125", "79228162514264337593543950335", "0.00000001"];
        let mut cells = Cells::default();
        for (row, text) in texts.iter().enumerate() {
            cells.set(texts.len(), row, Cell::Number(text.parse().unwrap()));
        }
        for (row, text) in texts.iter().enumerate() {
            assert_eq!(cells.get(row), Cell::Number(text.parse().unwrap()));
        }
    }

    #[test]
    fn rewriting_one_text_does_not_grow_the_chunk_without_end() {
        let mut cells = Cells::default();
        cells.set(2, 0, Cell::Text("stays".to_owned()));
        for round in 0..10_000 {
            cells.set(2, 1, Cell::Text(format!("text number {round}")));
        }
        assert_eq!(cells.get(0), Cell::Text("stays".to_owned()));
        let Cells::Text(texts) = &cells else { panic!("a column of texts") };
        assert!(texts.arena().len() < 20_000, "{} bytes", texts.arena().len());
    }
}
