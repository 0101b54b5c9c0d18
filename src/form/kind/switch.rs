//! Yes or no. "No" is an answer; only what was never touched is empty.

use super::{Behaviour, Bounds, Known};
use crate::model::form::SwitchControl;
use crate::model::problem::Problem;
use crate::model::raw::Raw;
use crate::model::value::Value;

impl Behaviour for SwitchControl {
    fn settings(&self, _place: &str) -> Vec<Problem> {
        Vec::new()
    }

    fn parse(&self, place: &str, raw: &Raw, _known: &Known<'_>) -> Result<Value, Problem> {
        match raw {
            Raw::Null => Ok(Value::Empty),
            Raw::Bool(is_on) => Ok(Value::Bool(*is_on)),
            Raw::Number(_) | Raw::Text(_) | Raw::List(_) => Err(super::wrong_type(place)),
        }
    }

    fn check(&self, place: &str, value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        super::problem_if(!matches!(value, Value::Bool(_)), || super::wrong_type(place)).into_iter().collect()
    }

    /// The field's own words; without them `true` or `false`, which the screen translates.
    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        let Value::Bool(is_on) = value else { return String::new() };
        let label = if *is_on { &self.on_label } else { &self.off_label };
        if label.is_empty() { is_on.to_string() } else { label.clone() }
    }
}
