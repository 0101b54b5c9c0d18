//! A number given by the server when an order is first submitted. Nobody types it; see [`crate::form::serial`].

use super::{Behaviour, Bounds, Known};
use crate::form::serial;
use crate::model::form::SerialControl;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::Value;

impl Behaviour for SerialControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        serial::pattern_problems(&format!("{place}.pattern"), self)
    }

    fn parse(&self, place: &str, _raw: &Raw, _known: &Known<'_>) -> Result<Value, Problem> {
        Err(Problem::error(place, ProblemCode::NotEditable))
    }

    fn check(&self, _place: &str, _value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        Vec::new()
    }

    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        super::text_of(value)
    }
}
