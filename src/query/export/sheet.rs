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
pub trait Sheet: Send {
    fn head(&mut self, titles: &[String]);
    fn row(&mut self, cells: &[Cell]);
    /// After the last row.
    fn end(&mut self);
    /// What was written since it was last asked.
    fn take(&mut self) -> Vec<u8>;
}
