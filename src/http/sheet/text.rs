//! Text with separators: UTF-8 with or without a mark, UTF-16 with one, or GB18030 as Chinese spreadsheets write it; commas,
//! semicolons or tabs, whatever the first line has most of.

use encoding_rs::{Encoding, GB18030, UTF_8};

use super::{Table, refused, too_large};
use crate::http::refusal::Refused;
use crate::model::limit::{IMPORT_COLUMNS_MAX, IMPORT_ROWS_MAX};

/// Lines beside those of people: titles, notes, a header, blank ones.
pub(super) const SPARE_LINES: usize = 1_000;

pub(super) fn read(bytes: &[u8]) -> Result<Table, Refused> {
    let text = decoded(bytes).ok_or_else(|| refused("encoding_unknown"))?;
    if text.contains('\0') {
        return Err(refused("not_a_table"));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut table = Table::new();
    for record in reader.records() {
        let record = record.map_err(|_| refused("not_a_table"))?;
        let line = record.position().map_or(0, |start| line_after(&text, start)).max(table.len() + 1);
        if line > IMPORT_ROWS_MAX + SPARE_LINES {
            return Err(too_large(IMPORT_ROWS_MAX));
        }
        if record.len() > IMPORT_COLUMNS_MAX {
            return Err(too_large(IMPORT_COLUMNS_MAX));
        }
        table.resize(line - 1, Vec::new());
        table.push(record.iter().map(str::to_owned).collect());
    }
    Ok(table)
}

/// The line of the record that is read at `start`: the reader leaves blank lines out, people count them.
fn line_after(text: &str, start: &csv::Position) -> usize {
    let from = usize::try_from(start.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count();
    usize::try_from(start.line()).unwrap_or(usize::MAX).saturating_add(blank)
}

/// `None`: none of the encodings fits.
fn decoded(bytes: &[u8]) -> Option<String> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let whole =
        |encoding: &'static Encoding| encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
    let text = if mark > 0 { whole(encoding) } else { whole(UTF_8).or_else(|| whole(GB18030)) };
    text.map(std::borrow::Cow::into_owned)
}

fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    // Of equals the last wins, and commas are the usual.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        read(bytes).unwrap()
    }

    #[test]
    fn every_usual_encoding_and_separator_gives_the_same_table() {
        let expected = [["姓名", "账号"], ["王强", "wang"]].map(|line| line.map(str::to_owned).to_vec()).to_vec();
        let plain = "姓名,账号\r\n王强,wang\r\n";
        assert_eq!(cells(plain.as_bytes()), expected);
        assert_eq!(cells(format!("\u{feff}{plain}").as_bytes()), expected);
        assert_eq!(cells(&GB18030.encode(plain).0), expected);
        assert_eq!(cells(plain.replace(',', ";").as_bytes()), expected);
        assert_eq!(cells(plain.replace(',', "\t").as_bytes()), expected);
        let wide: Vec<u8> = std::iter::once(0xfeff).chain(plain.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(cells(&wide), expected);
    }

    #[test]
    fn lines_are_counted_as_in_the_file() {
        for end in ["\n", "\r\n"] {
            let text = ["a,b", "", "\"x", "y\",2", "", "", "z,3", ""].join(end);
            let filled: Vec<usize> = (1..)
                .zip(cells(text.as_bytes()))
                .filter(|(_, cells)| !cells.is_empty())
                .map(|(line, _)| line)
                .collect();
            assert_eq!(filled, [1, 3, 7], "{end:?}");
        }
        assert!(read(&[0xff, 0xfe, 0xff]).is_err());
        assert!(read(b"a\0b").is_err());
    }
}
