//! What a table looks like in a file, whatever the file is.

use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;

/// One cell, in the words and the zone of whoever reads it.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(Decimal),
    Date(Date),
    DateTime(DateTime),
}

/// A file that is written row after row and handed on in pieces, so that it never stands in memory as a whole.
/// A workbook takes its tables one after the other, each from its head to its end.
pub trait Sheet: Send {
    fn head(&mut self, titles: &[String]);
    fn row(&mut self, cells: &[Cell]);
    /// After the last row of a table.
    fn end(&mut self);
    /// What was written since it was last asked.
    fn take(&mut self) -> Vec<u8>;
}

/// A whole table; every row is as wide as the titles.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub name: String,
    pub titles: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}
