//! Attachments. Refuses every ending that is not on the field's list, or on the house's when the field has none.

use super::{Behaviour, Bounds, Known, attachment};
use crate::model::form::FileControl;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::Value;

/// Documents, tables, drawings, pictures, recordings and archives; nothing that a double click runs.
pub const EXTENSIONS: [&str; 40] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "dps", "odt", "ods", "odp", "txt", "csv", "md",
    "json", "xml", "log", "jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "heic", "mp4", "mov", "mp3",
    "m4a", "wav", "amr", "zip", "rar", "7z", "dwg", "dxf", "step",
];

impl Behaviour for FileControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        let place_of = |extension: &str| format!("{place}.extensions.{extension}");
        let is_plain = |text: &str| (1..=10).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
        let bad =
            self.extensions.iter().filter(|extension| !is_plain(extension) || **extension != extension.to_lowercase());
        let bad = bad.map(|extension| Problem::error(place_of(extension), ProblemCode::BadFormat));
        attachment::settings(place, self.max_files).into_iter().chain(bad).collect()
    }

    fn parse(&self, place: &str, raw: &Raw, known: &Known<'_>) -> Result<Value, Problem> {
        attachment::parse(place, raw, known)
    }

    fn check(&self, place: &str, value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        attachment::check(place, value, self.max_files, |file| {
            let ending = file.name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
            if self.extensions.is_empty() {
                EXTENSIONS.contains(&ending.as_str())
            } else {
                self.extensions.contains(&ending)
            }
        })
    }

    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        attachment::show(value)
    }
}
