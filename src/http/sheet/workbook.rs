//! Excel workbooks: the cells of the first sheet that has any, as the text people see. Refuses bombs before they go off: every part is
//! unpacked once into nothing and counted, and cells are taken one by one, so that a far corner costs no memory.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use zip::ZipArchive;

use super::text::SPARE_LINES;
use super::{Table, refused, too_large};
use crate::http::refusal::Refused;
use crate::model::limit::{IMPORT_COLUMNS_MAX, IMPORT_ROWS_MAX, IMPORT_UNPACKED_BYTES_MAX};

/// Parts of one workbook.
const PARTS_MAX: usize = 2_000;

pub(super) fn read(bytes: &[u8]) -> Result<Table, Refused> {
    weigh(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| refused("not_a_workbook"))?;
    for name in workbook.sheet_names() {
        let table = sheet(&mut workbook, &name)?;
        if !table.is_empty() {
            return Ok(table);
        }
    }
    Ok(Table::new())
}

/// What the parts really unpack to; what they say of themselves counts for nothing.
fn weigh(bytes: &[u8]) -> Result<(), Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| refused("not_a_workbook"))?;
    if archive.len() > PARTS_MAX {
        return Err(refused("not_a_workbook"));
    }
    let mut left = IMPORT_UNPACKED_BYTES_MAX;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| refused("not_a_workbook"))?;
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let unpacked = unpacked.map_err(|_| refused("not_a_workbook"))?;
        left = left.checked_sub(unpacked).ok_or_else(|| refused("unpacks_to_too_much"))?;
    }
    Ok(())
}

fn sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Table, Refused> {
    let broken = || refused("not_a_workbook");
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|_| broken())?;
    let mut table = Table::new();
    while let Some(cell) = reader.next_cell().map_err(|_| broken())? {
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let (line, column) = cell.get_position();
        let (line, column) = (line as usize, column as usize);
        if line >= IMPORT_ROWS_MAX + SPARE_LINES {
            return Err(too_large(IMPORT_ROWS_MAX));
        }
        if column >= IMPORT_COLUMNS_MAX {
            return Err(too_large(IMPORT_COLUMNS_MAX));
        }
        if table.len() <= line {
            table.resize(line + 1, Vec::new());
        }
        if table[line].len() <= column {
            table[line].resize(column + 1, String::new());
        }
        table[line][column] = text;
    }
    Ok(table)
}

/// A number without a fraction is written as people typed it: telephone numbers are numbers in many sheets.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(moment) => moment.as_f64().to_string(),
        DataRef::Bool(is) => if *is { "1" } else { "0" }.to_owned(),
        // An error in a cell is told as what it shows: `#REF!`.
        DataRef::Error(error) => error.to_string(),
    }
}
