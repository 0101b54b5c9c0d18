//! One of some options: flat (`radio`) or as a drop-down (`select`).

use super::{Behaviour, Bounds, Known, choice};
use crate::model::form::ChoiceControl;
use crate::model::problem::Problem;
use crate::model::raw::Raw;
use crate::model::value::Value;

impl Behaviour for ChoiceControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        choice::settings(place, &self.options)
    }

    fn parse(&self, place: &str, raw: &Raw, _known: &Known<'_>) -> Result<Value, Problem> {
        match raw {
            Raw::Null => Ok(Value::Empty),
            Raw::Text(text) if text.is_empty() => Ok(Value::Empty),
            Raw::Text(text) => choice::option(place, text, &self.options).map(Value::Option),
            Raw::Bool(_) | Raw::Number(_) | Raw::List(_) => Err(super::wrong_type(place)),
        }
    }

    /// An option may be gone since a draft chose it.
    fn check(&self, place: &str, value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        choice::gone(place, value, &self.options)
    }

    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        choice::label(&self.options, value).unwrap_or_default()
    }
}
