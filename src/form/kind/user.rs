//! A person, or several. Only active people can be chosen; who leaves later stays in old records.

use super::{Behaviour, Bounds, Known};
use crate::model::form::UserControl;
use crate::model::id::UserId;
use crate::model::limit::PICKS_MAX;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::Value;

impl Behaviour for UserControl {
    fn settings(&self, _place: &str) -> Vec<Problem> {
        Vec::new()
    }

    fn parse(&self, place: &str, raw: &Raw, known: &Known<'_>) -> Result<Value, Problem> {
        if self.many {
            let found = super::texts(place, raw)?.into_iter().map(|text| find(place, text, known));
            return Ok(super::list(found.collect::<Result<_, _>>()?));
        }
        match raw {
            Raw::Null => Ok(Value::Empty),
            Raw::Text(text) if text.is_empty() => Ok(Value::Empty),
            Raw::Text(text) => find(place, text, known),
            Raw::Bool(_) | Raw::Number(_) | Raw::List(_) => Err(super::wrong_type(place)),
        }
    }

    fn check(&self, place: &str, value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        super::problem_if(super::items(value).len() > PICKS_MAX, || {
            Problem::error(place, ProblemCode::TooMany).with("max", PICKS_MAX)
        })
        .into_iter()
        .collect()
    }

    fn show(&self, value: &Value, known: &Known<'_>) -> String {
        super::joined(value, |item| match item {
            Value::User(id) => known.directory.user(*id).map(|user| user.name.clone()),
            _ => None,
        })
    }
}

fn find(place: &str, text: &str, known: &Known<'_>) -> Result<Value, Problem> {
    let id = text.parse::<UserId>().ok();
    id.filter(|id| known.directory.is_active(*id) || known.is_kept(&Value::User(*id)))
        .map(Value::User)
        .ok_or_else(|| Problem::error(place, ProblemCode::UnknownUser).with("id", text))
}
