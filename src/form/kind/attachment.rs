//! Attached files: which are known, how many, of what type.

use super::Known;
use crate::model::id::FileId;
use crate::model::limit::FILES_PER_FIELD_MAX;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::{File, Value};

/// Always a list, even of one.
pub(super) fn parse(place: &str, raw: &Raw, known: &Known<'_>) -> Result<Value, Problem> {
    let find = |text: &str| {
        let value = text.parse::<FileId>().ok().and_then(|id| {
            let is_it = |kept: &&Value| matches!(kept, Value::File(file) if file.id == id);
            let kept = super::items(known.kept).iter().find(is_it);
            kept.cloned().or_else(|| (known.file)(id).map(Value::File))
        });
        value.ok_or_else(|| Problem::error(place, ProblemCode::UnknownFile).with("id", text))
    };
    Ok(super::list(super::texts(place, raw)?.into_iter().map(find).collect::<Result<_, _>>()?))
}

pub(super) fn check(place: &str, value: &Value, max_files: u8, is_accepted: impl Fn(&File) -> bool) -> Vec<Problem> {
    let files = super::items(value);
    let many = super::problem_if(files.len() > usize::from(max_files), || {
        Problem::error(place, ProblemCode::TooMany).with("max", max_files)
    });
    let refused = files.iter().filter_map(|item| match item {
        Value::File(file) if is_accepted(file) => None,
        Value::File(file) => Some(Problem::error(place, ProblemCode::FileTypeRefused).with("name", &file.name)),
        _ => Some(super::wrong_type(place)),
    });
    many.into_iter().chain(refused).collect()
}

pub(super) fn settings(place: &str, max_files: u8) -> Option<Problem> {
    super::range(&format!("{place}.max_files"), u32::from(max_files), 1, u32::from(FILES_PER_FIELD_MAX))
}

/// File names.
pub(super) fn show(value: &Value) -> String {
    super::joined(value, |item| match item {
        Value::File(file) => Some(file.name.clone()),
        _ => None,
    })
}
