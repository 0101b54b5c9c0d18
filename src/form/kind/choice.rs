//! Options: finding one, naming one, and what can be wrong with a set of them.

use crate::model::form::Choice;
use crate::model::id::OptionId;
use crate::model::limit::{NAME_CHARS_MAX, OPTIONS_MAX};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::value::Value;

pub(super) fn option(place: &str, text: &str, options: &[Choice]) -> Result<OptionId, Problem> {
    options
        .iter()
        .find(|choice| choice.id.as_str() == text)
        .map(|choice| choice.id.clone())
        .ok_or_else(|| Problem::error(place, ProblemCode::UnknownOption).with("option", text))
}

/// What people read for an option; one that is gone is shown by its id.
pub(super) fn label(options: &[Choice], value: &Value) -> Option<String> {
    let Value::Option(id) = value else { return None };
    Some(options.iter().find(|choice| choice.id == *id).map_or_else(|| id.to_string(), |choice| choice.label.clone()))
}

pub(super) fn settings(place: &str, options: &[Choice]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if options.is_empty() {
        problems.push(Problem::error(place, ProblemCode::NoOptions));
    }
    if options.len() > OPTIONS_MAX {
        problems.push(Problem::error(place, ProblemCode::TooMany).with("max", OPTIONS_MAX));
    }
    for (at, choice) in options.iter().enumerate() {
        let place = format!("{place}.options.{}", choice.id);
        let before = &options[..at];
        if before.iter().any(|other| other.id == choice.id) {
            problems.push(Problem::error(&place, ProblemCode::DuplicateId));
        }
        if before.iter().any(|other| other.label == choice.label) {
            problems.push(Problem::error(&place, ProblemCode::DuplicateName));
        }
        if choice.label.trim().is_empty() {
            problems.push(Problem::error(&place, ProblemCode::Blank));
        }
        if choice.label.chars().count() > NAME_CHARS_MAX {
            problems.push(Problem::error(&place, ProblemCode::TooLong).with("max", NAME_CHARS_MAX));
        }
    }
    problems
}

/// Chosen options that are no longer offered.
pub(super) fn gone(place: &str, value: &Value, options: &[Choice]) -> Vec<Problem> {
    super::items(value)
        .iter()
        .filter_map(|item| match item {
            Value::Option(id) => option(place, id.as_str(), options).err(),
            _ => Some(super::wrong_type(place)),
        })
        .collect()
}
