//! Tables as an Excel workbook (ECMA-376), a sheet for each, packed while they are written. Every text is typed as text, so that
//! none runs as a formula. Refuses to lose digits: a number that Excel would round is written as text.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, channel};

use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

use super::parts::{BEGIN, DATE, DATE_TIME, HEAD, cut, escaped, parts, sheet_path};
use super::sheet::{Cell, Sheet};

/// What the program holds of one number, of one cell.
const DIGITS_MAX: usize = 15;
const CELL_UNITS_MAX: usize = 32_767;

const SHEET_BEGIN: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="16" defaultRowHeight="15"/><sheetData>"#;

pub struct Xlsx {
    /// Absent after the end.
    archive: Option<ZipWriter<StreamWriter<Tap>>>,
    written: Receiver<Vec<u8>>,
    sheets: usize,
    /// Sheets that were begun.
    begun: usize,
    columns: usize,
    rows: usize,
}

impl Xlsx {
    /// `names` of the sheets, in the order in which they will come.
    pub fn new(names: &[String]) -> Self {
        let (tap, written) = channel();
        let archive = Some(ZipWriter::new_stream(Tap(tap)));
        let mut book = Self { archive, written, sheets: names.len(), begun: 0, columns: 0, rows: 0 };
        for (path, text) in parts(names) {
            book.part(path, &text);
        }
        book
    }

    fn part(&mut self, path: impl ToString, text: &str) {
        let archive = self.archive.as_mut().expect("nothing is written after the end");
        archive.start_file(path, SimpleFileOptions::default()).expect("its parts have names of their own");
        self.write(BEGIN);
        self.write(text);
    }

    fn line(&mut self, cells: impl Iterator<Item = String>) {
        self.rows += 1;
        let mut line = format!(r#"<row r="{}">"#, self.rows);
        line.extend(cells);
        line.push_str("</row>");
        self.write(&line);
    }

    fn write(&mut self, text: &str) {
        let archive = self.archive.as_mut().expect("nothing is written after the end");
        archive.write_all(text.as_bytes()).expect("memory takes everything");
    }
}

impl Sheet for Xlsx {
    fn head(&mut self, titles: &[String]) {
        self.part(sheet_path(self.begun), SHEET_BEGIN);
        self.begun += 1;
        (self.columns, self.rows) = (titles.len(), 0);
        self.line(titles.iter().enumerate().map(|(at, title)| written_text(&place(at, 1), HEAD, title)));
    }

    fn row(&mut self, cells: &[Cell]) {
        let row = self.rows + 1;
        self.line(cells.iter().enumerate().map(|(at, cell)| written(&place(at, row), cell)));
    }

    fn end(&mut self) {
        let last = place(self.columns.saturating_sub(1), self.rows);
        self.write(&format!(r#"</sheetData><autoFilter ref="A1:{last}"/></worksheet>"#));
        if self.begun == self.sheets {
            let archive = self.archive.take().expect("there is one end");
            archive.finish().expect("memory takes everything");
        }
    }

    fn take(&mut self) -> Vec<u8> {
        self.written.try_iter().collect::<Vec<_>>().concat()
    }
}

/// Where the archive writes to. What it gives is taken after each piece, so there is never more than one.
struct Tap(Sender<Vec<u8>>);

impl Write for Tap {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let gone = |_| io::Error::from(io::ErrorKind::BrokenPipe);
        self.0.send(bytes.to_vec()).map_err(gone)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn written(place: &str, cell: &Cell) -> String {
    let number = |style: u8, number: &str| format!(r#"<c r="{place}" s="{style}"><v>{number}</v></c>"#);
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => written_text(place, 0, text),
        Cell::Number(decimal) if digits(*decimal) > DIGITS_MAX => {
            written_text(place, 0, &decimal.normalize().to_string())
        }
        Cell::Number(decimal) => number(0, &decimal.normalize().to_string()),
        Cell::Date(date) => match day(*date) {
            Some(day) => number(DATE, &day.to_string()),
            None => written_text(place, 0, &date.to_string()),
        },
        Cell::DateTime(at) => match day(at.date()) {
            Some(day) => number(DATE_TIME, &(f64::from(day) + of_day(*at)).to_string()),
            None => written_text(place, 0, &at.strftime("%Y-%m-%d %H:%M:%S").to_string()),
        },
    }
}

fn written_text(place: &str, style: u8, text: &str) -> String {
    let text = escaped(cut(text, CELL_UNITS_MAX));
    format!(r#"<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#)
}

/// `AB7`
fn place(column: usize, row: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).expect("there are 26 letters")));
        rest = (rest - 1) / 26;
    }
    let mut place: String = letters.into_iter().rev().collect();
    write!(place, "{row}").expect("memory takes everything");
    place
}

fn digits(decimal: Decimal) -> usize {
    decimal.normalize().mantissa().unsigned_abs().to_string().len()
}

/// Days since 1899-12-30. Before March 1900 the program counts a day that never was.
fn day(date: Date) -> Option<i32> {
    let zero = Date::constant(1899, 12, 30);
    let days = zero.until(date).expect("both are civil dates").get_days();
    (days > 60).then_some(days)
}

fn of_day(at: DateTime) -> f64 {
    let seconds = i32::from(at.hour()) * 3_600 + i32::from(at.minute()) * 60 + i32::from(at.second());
    f64::from(seconds) / 86_400.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_as_letters_do() {
        let places = [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1")];
        assert!(places.into_iter().all(|(column, written)| place(column, 1) == written));
    }

    #[test]
    fn no_digit_is_lost() {
        let cell = |number: &str| written("A1", &Cell::Number(number.parse().unwrap()));
        assert_eq!(cell("12.50"), r#"<c r="A1" s="0"><v>12.5</v></c>"#);
        assert!(cell("123456789012345678").contains("inlineStr"));
    }

    #[test]
    fn days_count_as_excel_does_and_those_it_has_no_number_for_are_text() {
        assert_eq!(day(Date::constant(2024, 3, 5)), Some(45_356));
        assert_eq!(day(Date::constant(1900, 3, 1)), Some(61));
        assert_eq!(day(Date::constant(1900, 2, 28)), None);
        let at = DateTime::constant(2024, 3, 5, 9, 30, 0, 0);
        assert_eq!(written("A1", &Cell::DateTime(at)), r#"<c r="A1" s="3"><v>45356.395833333336</v></c>"#);
    }
}
