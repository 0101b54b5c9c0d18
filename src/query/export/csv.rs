//! A table as comma-separated text. Opens with the mark that tells spreadsheets it is UTF-8; a text that a spreadsheet would run as a
//! formula is disarmed.

use csv::{Terminator, Writer, WriterBuilder};

use super::sheet::{Cell, Sheet};

const BYTE_ORDER_MARK: &str = "\u{feff}";

pub struct Csv(Writer<Vec<u8>>);

impl Csv {
    pub fn new() -> Self {
        Self(lines(BYTE_ORDER_MARK.into()))
    }

    fn write(&mut self, cells: impl Iterator<Item = String>) {
        self.0.write_record(cells.map(String::into_bytes)).expect("every line has the same columns");
    }
}

fn lines(bytes: Vec<u8>) -> Writer<Vec<u8>> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(bytes)
}

impl Sheet for Csv {
    fn head(&mut self, titles: &[String]) {
        self.write(titles.iter().cloned().map(disarmed));
    }

    fn row(&mut self, cells: &[Cell]) {
        self.write(cells.iter().map(text));
    }

    fn end(&mut self) {}

    fn take(&mut self) -> Vec<u8> {
        let written = std::mem::replace(&mut self.0, lines(Vec::new()));
        written.into_inner().expect("memory takes everything")
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => disarmed(text.clone()),
        Cell::Number(number) => number.normalize().to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::DateTime(at) => at.strftime("%Y-%m-%d %H:%M:%S").to_string(),
    }
}

/// What begins like a formula would be run by whoever opens the file (OWASP, CSV injection).
fn disarmed(text: String) -> String {
    const SIGNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if text.starts_with(SIGNS) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_runs_in_a_spreadsheet() {
        let texts = [("=1+1", "'=1+1"), ("@x", "'@x"), ("-5 °C", "'-5 °C"), ("＝1", "'＝1"), ("a=b", "a=b"), ("", "")];
        for (text, written) in texts {
            assert_eq!(disarmed(text.to_owned()), written);
        }
    }

    #[test]
    fn a_number_below_zero_is_a_number_and_no_formula() {
        assert_eq!(text(&Cell::Number(rust_decimal::Decimal::new(-1_500, 3))), "-1.5");
    }
}
