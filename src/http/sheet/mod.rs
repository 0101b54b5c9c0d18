//! Tables that people bring: the first sheet of an Excel workbook, or text with separators. What kind it is, its first bytes say,
//! never its name. Refuses old and locked workbooks, what unpacks to far more than it weighs, and text that is no text.

use super::code::Code;
use super::refusal::Refused;

pub mod text;
pub mod workbook;

/// Cells by line and column; lines may differ in length.
pub type Table = Vec<Vec<String>>;

/// # Errors
/// - `FileRefused`: with the reason;
/// - `TooLarge`: more lines, columns or unpacked bytes than an import has.
pub fn read(bytes: &[u8]) -> Result<Table, Refused> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => workbook::read(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(refused("old_or_locked_workbook")),
        _ => text::read(bytes),
    }
}

fn refused(reason: &'static str) -> Refused {
    Refused::new(Code::FileRefused).with("reason", reason)
}

fn too_large(limit: usize) -> Refused {
    Refused::new(Code::TooLarge).with("limit", limit)
}
