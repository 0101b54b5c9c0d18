//! Several lines of text.

use super::line::{self, Lines};
use super::{Behaviour, Bounds, Known};
use crate::model::form::TextareaControl;
use crate::model::limit::TEXT_CHARS_MAX;
use crate::model::problem::Problem;
use crate::model::raw::Raw;
use crate::model::value::Value;

impl Behaviour for TextareaControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        let chars = super::range(&format!("{place}.max_chars"), self.max_chars, 1, TEXT_CHARS_MAX);
        let rows = super::range(&format!("{place}.rows"), u32::from(self.rows), 1, 20);
        chars.into_iter().chain(rows).collect()
    }

    fn parse(&self, place: &str, raw: &Raw, _known: &Known<'_>) -> Result<Value, Problem> {
        line::parse(place, raw, Lines::Many)
    }

    fn check(&self, place: &str, value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        line::too_long(place, value, self.max_chars).into_iter().collect()
    }

    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        super::text_of(value)
    }
}
