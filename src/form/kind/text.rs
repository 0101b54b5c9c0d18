//! One line of text, with a shape it can be asked to have.

use super::line::{self, Lines};
use super::{Behaviour, Bounds, Known};
use crate::model::form::{TextControl, TextFormat};
use crate::model::limit::TEXT_CHARS_MAX;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::Value;

impl Behaviour for TextControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        super::range(&format!("{place}.max_chars"), self.max_chars, 1, TEXT_CHARS_MAX).into_iter().collect()
    }

    fn parse(&self, place: &str, raw: &Raw, _known: &Known<'_>) -> Result<Value, Problem> {
        Ok(match line::parse(place, raw, Lines::One)? {
            Value::Text(text) => Value::Text(line::canonical(text, self.format)),
            empty => empty,
        })
    }

    fn check(&self, place: &str, value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        let has_format = matches!(value, Value::Text(text) if line::has_format(text, self.format));
        let format = super::problem_if(!has_format, || {
            let format = match self.format {
                TextFormat::Any => "any",
                TextFormat::Mobile => "mobile",
                TextFormat::Email => "email",
                TextFormat::Url => "url",
            };
            Problem::error(place, ProblemCode::BadFormat).with("format", format)
        });
        line::too_long(place, value, self.max_chars).into_iter().chain(format).collect()
    }

    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        super::text_of(value)
    }
}
