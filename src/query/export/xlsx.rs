//! A table as an Excel workbook of one sheet (ECMA-376), packed while it is written. Every text is typed as text, so that none runs as a
//! formula. Refuses to lose digits: a number that Excel would round is written as text.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, channel};

use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

use super::sheet::{Cell, Sheet};

/// What the program holds of one number, of one cell, of a sheet's name.
const DIGITS_MAX: usize = 15;
const CELL_UNITS_MAX: usize = 32_767;
const NAME_CHARS_MAX: usize = 31;

/// Places in `styles.xml`.
const HEAD: u8 = 1;
const DATE: u8 = 2;
const DATE_TIME: u8 = 3;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>"#;
const SHEET_BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="16" defaultRowHeight="15"/><sheetData>"#;

pub struct Xlsx {
    /// Absent after the end.
    archive: Option<ZipWriter<StreamWriter<Tap>>>,
    written: Receiver<Vec<u8>>,
    columns: usize,
    rows: usize,
}

impl Xlsx {
    pub fn new(name: &str) -> Self {
        let (tap, written) = channel();
        let mut archive = ZipWriter::new_stream(Tap(tap));
        let book = format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{}" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
            escaped(&sheet_name(name))
        );
        for (part, text) in [
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELATIONS),
            ("xl/workbook.xml", book.as_str()),
            ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
            ("xl/styles.xml", STYLES),
            ("xl/worksheets/sheet1.xml", SHEET_BEGIN),
        ] {
            archive.start_file(part, SimpleFileOptions::default()).expect("its parts have names of their own");
            archive.write_all(text.as_bytes()).expect("memory takes everything");
        }
        Self { archive: Some(archive), written, columns: 0, rows: 0 }
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
        self.columns = titles.len();
        self.line(titles.iter().enumerate().map(|(at, title)| written_text(&place(at, 1), HEAD, title)));
    }

    fn row(&mut self, cells: &[Cell]) {
        let row = self.rows + 1;
        self.line(cells.iter().enumerate().map(|(at, cell)| written(&place(at, row), cell)));
    }

    fn end(&mut self) {
        let last = place(self.columns.saturating_sub(1), self.rows);
        self.write(&format!(r#"</sheetData><autoFilter ref="A1:{last}"/></worksheet>"#));
        let archive = self.archive.take().expect("there is one end");
        archive.finish().expect("memory takes everything");
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
    let text = escaped(cut(text));
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

/// What a cell takes, which counts as UTF-16 does.
fn cut(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, char)| {
        units += char.len_utf16();
        units > CELL_UNITS_MAX
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// Without the control characters that XML has no way to write.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\r' => safe.push_str("&#13;"),
            '\t' | '\n' => safe.push(char),
            '\u{fffe}' | '\u{ffff}' => {}
            char if char.is_ascii_control() => {}
            char => safe.push(char),
        }
    }
    safe
}

fn sheet_name(name: &str) -> String {
    let plain = name.replace(|char: char| char.is_control() || ":\\/?*[]'".contains(char), " ");
    let short: String = plain.trim().chars().take(NAME_CHARS_MAX).collect();
    if short.is_empty() { "1".to_owned() } else { short }
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

    #[test]
    fn what_xml_or_excel_cannot_hold_is_left_out() {
        assert_eq!(escaped("a\u{1}<b>&\n"), "a&lt;b&gt;&amp;\n");
        assert_eq!(cut(&"\u{1f600}".repeat(20_000)).chars().count(), CELL_UNITS_MAX / 2);
        assert_eq!(sheet_name("a/b: [c]"), "a b   c");
        assert_eq!(sheet_name("?"), "1");
    }
}
