//! A civil date: the same day wherever it is read.

use super::{Behaviour, Bounds, Known};
use crate::model::form::DateControl;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::time::Date;
use crate::model::value::Value;

impl Behaviour for DateControl {
    fn settings(&self, _place: &str) -> Vec<Problem> {
        Vec::new()
    }

    fn parse(&self, place: &str, raw: &Raw, _known: &Known<'_>) -> Result<Value, Problem> {
        match raw {
            Raw::Null => Ok(Value::Empty),
            Raw::Text(text) if text.is_empty() => Ok(Value::Empty),
            // Four-digit years only: the length refuses the signed ones and the compact form.
            Raw::Text(text) if text.len() == 10 => {
                Date::parse(text).map(Value::Date).ok_or_else(|| Problem::error(place, ProblemCode::BadFormat))
            }
            Raw::Text(_) => Err(Problem::error(place, ProblemCode::BadFormat)),
            Raw::Bool(_) | Raw::Number(_) | Raw::List(_) => Err(super::wrong_type(place)),
        }
    }

    fn check(&self, place: &str, value: &Value, bounds: &Bounds) -> Vec<Problem> {
        let Value::Date(date) = value else { return vec![super::wrong_type(place)] };
        let mut problems = Vec::new();
        if let Value::Date(min) = &bounds.min
            && date < min
        {
            problems.push(Problem::error(place, ProblemCode::TooEarly).with("min", min));
        }
        if let Value::Date(max) = &bounds.max
            && date > max
        {
            problems.push(Problem::error(place, ProblemCode::TooLate).with("max", max));
        }
        problems
    }

    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        match value {
            Value::Date(date) => date.to_string(),
            _ => String::new(),
        }
    }
}
