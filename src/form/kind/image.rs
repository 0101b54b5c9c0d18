//! Pictures. What a file is, its content said when it was stored; the name does not count.

use super::{Behaviour, Bounds, Known, attachment};
use crate::model::form::ImageControl;
use crate::model::problem::Problem;
use crate::model::raw::Raw;
use crate::model::value::Value;

/// What the house can make thumbnails of.
const MEDIA: [&str; 4] = ["image/jpeg", "image/png", "image/webp", "image/gif"];

impl Behaviour for ImageControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        attachment::settings(place, self.max_files).into_iter().collect()
    }

    fn parse(&self, place: &str, raw: &Raw, known: &Known<'_>) -> Result<Value, Problem> {
        attachment::parse(place, raw, known)
    }

    fn check(&self, place: &str, value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        attachment::check(place, value, self.max_files, |file| MEDIA.contains(&file.media.as_str()))
    }

    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        attachment::show(value)
    }
}
