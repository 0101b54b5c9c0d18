//! What must be true of a form's definition. A draft may be half done and is always kept, within bounds; a published version
//! must be whole: every problem is named at once, at its place in the document (`fields.<id>.formula`, `sections.<id>`).

use std::collections::BTreeMap;

use super::kind;
use crate::catalog::form::CompiledForm;
use crate::model::document::Document;
use crate::model::form::{Field, FormDefinition};
use crate::model::id::{AppId, FieldId, FormId};
use crate::model::limit::{FORM_FIELDS_MAX, FORM_SECTIONS_MAX, NAME_CHARS_MAX, NOTE_CHARS_MAX};
use crate::model::problem::{Problem, ProblemCode};

/// Only what keeps a draft from growing without end.
pub fn check_draft(definition: &FormDefinition) -> Vec<Problem> {
    let items = definition.sections.iter().map(|section| section.items.len()).sum();
    let bound = |place: &str, len: usize, max: usize| {
        (len > max).then(|| Problem::error(place, ProblemCode::TooMany).with("max", max))
    };
    let counts = [
        bound("fields", definition.fields.len(), FORM_FIELDS_MAX),
        bound("sections", definition.sections.len(), FORM_SECTIONS_MAX),
        bound("sections.items", items, 2 * FORM_FIELDS_MAX),
    ];
    counts.into_iter().flatten().collect()
}

/// # Errors
/// - everything that keeps the definition from being published.
pub fn check(
    form: FormId,
    app: AppId,
    version: u32,
    definition: &Document<FormDefinition>,
) -> Result<CompiledForm, Vec<Problem>> {
    let mut problems = check_draft(definition);
    if definition.fields.is_empty() {
        problems.push(Problem::error("fields", ProblemCode::Blank));
    }
    for (at, field) in definition.fields.iter().enumerate() {
        problems.extend(self::field(field, &definition.fields[..at]));
    }
    problems.extend(sections(definition));
    match CompiledForm::compile(form, app, version, definition) {
        Ok(compiled) if problems.is_empty() => Ok(compiled),
        Ok(_) => Err(problems),
        Err(formulas) => {
            // A blank formula was named by its field already.
            let told: Vec<_> = problems.iter().map(|problem| problem.place.clone()).collect();
            problems.extend(formulas.into_iter().filter(|problem| !told.contains(&problem.place)));
            Err(problems)
        }
    }
}

fn field(field: &Field, before: &[Field]) -> Vec<Problem> {
    let place = format!("fields.{}", field.id);
    let mut problems = Vec::new();
    if before.iter().any(|other| other.id == field.id) {
        problems.push(Problem::error(&place, ProblemCode::DuplicateId));
    }
    if before.iter().any(|other| other.label == field.label && !field.label.trim().is_empty()) {
        problems.push(Problem::error(format!("{place}.label"), ProblemCode::DuplicateName));
    }
    problems.extend(name(&format!("{place}.label"), &field.label));
    problems.extend(too_long(&format!("{place}.help"), &field.help, NOTE_CHARS_MAX));
    if field.unique && !kind::can_be_unique(&field.control) {
        problems.push(Problem::error(format!("{place}.unique"), ProblemCode::WrongType));
    }
    problems.extend(kind::of(&field.control).settings(&place));
    problems
}

fn sections(definition: &FormDefinition) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut places: BTreeMap<&FieldId, usize> = definition.fields.iter().map(|field| (&field.id, 0)).collect();
    for (at, section) in definition.sections.iter().enumerate() {
        let place = format!("sections.{}", section.id);
        if definition.sections[..at].iter().any(|other| other.id == section.id) {
            problems.push(Problem::error(&place, ProblemCode::DuplicateId));
        }
        problems.extend(too_long(&place, &section.title, NAME_CHARS_MAX));
        for item in &section.items {
            let place = format!("{place}.items.{}", item.field);
            match places.get_mut(&item.field) {
                Some(count) => *count += 1,
                None => problems.push(Problem::error(&place, ProblemCode::UnknownField)),
            }
            if !(1..=12).contains(&item.span) {
                problems.push(Problem::error(place, ProblemCode::OutOfRange).with("min", 1).with("max", 12));
            }
        }
    }
    problems.extend(places.into_iter().filter_map(|(field, count)| {
        let place = format!("fields.{field}");
        match count {
            0 => Some(Problem::error(place, ProblemCode::FieldNotPlaced)),
            1 => None,
            _ => Some(Problem::error(place, ProblemCode::FieldPlacedTwice)),
        }
    }));
    problems
}

/// A name people read: not blank, not endless.
pub fn name(place: &str, text: &str) -> Option<Problem> {
    if text.trim().is_empty() {
        return Some(Problem::error(place, ProblemCode::Blank));
    }
    too_long(place, text, NAME_CHARS_MAX)
}

pub fn too_many(place: &str, count: usize, max: usize) -> Option<Problem> {
    (count > max).then(|| Problem::error(place, ProblemCode::TooMany).with("max", max))
}

pub fn too_long(place: &str, text: &str, max: usize) -> Option<Problem> {
    (text.chars().count() > max).then(|| Problem::error(place, ProblemCode::TooLong).with("max", max))
}
