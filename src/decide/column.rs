//! Columns of a form's records as boards and views name them, at design time: does the column exist, does a test fit it. What a
//! query costs and who may ask it is judged when it runs.

use rust_decimal::Decimal;

use crate::catalog::form::CompiledForm;
use crate::model::id::{DepartmentId, NodeId, OptionId, UserId};
use crate::model::limit::{NOTE_CHARS_MAX, QUERY_PARTS_MAX};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::report::{Column, Condition, Sort, Test};
use crate::model::time::Date;
use crate::model::value::Type;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    Bool,
    Date,
    Instant,
    /// Of these options.
    Option(Vec<OptionId>),
    User,
    Department,
    State,
    Node,
    File,
}

impl Kind {
    /// Has a calendar day, so that periods and buckets make sense.
    pub(super) const fn is_dated(&self) -> bool {
        matches!(self, Self::Date | Self::Instant)
    }

    /// Can make groups: one bar each.
    pub(super) const fn is_grouping(&self) -> bool {
        !matches!(self, Self::Number | Self::File)
    }

    const fn is_ordered(&self) -> bool {
        matches!(self, Self::Number | Self::Date | Self::Instant)
    }
}

/// # Errors
/// - `UnknownField` at `place`: the published form has no such field.
pub(super) fn kind(form: &CompiledForm, column: &Column, place: &str) -> Result<Kind, Problem> {
    Ok(match column {
        Column::Field(id) => {
            let field = form.find(id);
            let field = field.ok_or_else(|| Problem::error(place, ProblemCode::UnknownField).with("field", id))?;
            let options = || field.kind.options.keys().cloned().collect();
            of_type(&field.kind.kind, options)
        }
        Column::Title => Kind::Text,
        Column::State => Kind::State,
        Column::Node => Kind::Node,
        Column::Handler | Column::Initiator => Kind::User,
        Column::Department => Kind::Department,
        Column::CreatedAt | Column::SubmittedAt | Column::UpdatedAt | Column::EndedAt => Kind::Instant,
        Column::Duration => Kind::Number,
    })
}

fn of_type(kind: &Type, options: impl FnOnce() -> Vec<OptionId>) -> Kind {
    match kind {
        Type::Text => Kind::Text,
        Type::Number => Kind::Number,
        Type::Bool => Kind::Bool,
        Type::Date => Kind::Date,
        Type::DateTime => Kind::Instant,
        Type::Option => Kind::Option(options()),
        Type::User => Kind::User,
        Type::Department => Kind::Department,
        Type::File => Kind::File,
        Type::List(item) => of_type(item, options),
    }
}

pub(super) fn filters(form: &CompiledForm, filters: &[Condition], place: &str) -> Vec<Problem> {
    let mut problems = too_many(filters.len(), place);
    for (at, condition) in filters.iter().enumerate() {
        let place = format!("{place}.{at}");
        match kind(form, &condition.column, &place) {
            Ok(kind) => problems.extend(test(&kind, &condition.test, &place)),
            Err(problem) => problems.push(problem),
        }
    }
    problems
}

pub(super) fn columns(form: &CompiledForm, columns: &[Column], place: &str) -> Vec<Problem> {
    let unknown = columns.iter().filter_map(|column| kind(form, column, place).err());
    let twice = columns.iter().enumerate().filter(|(at, column)| columns[..*at].contains(column));
    let twice = twice.map(|_| Problem::error(place, ProblemCode::DuplicateId));
    too_many(columns.len(), place).into_iter().chain(unknown).chain(twice).collect()
}

pub(super) fn sorts(form: &CompiledForm, sorts: &[Sort], place: &str) -> Vec<Problem> {
    let unknown = sorts.iter().filter_map(|sort| match kind(form, &sort.column, place) {
        Ok(Kind::File) => Some(Problem::error(place, ProblemCode::WrongType)),
        Ok(_) => None,
        Err(problem) => Some(problem),
    });
    too_many(sorts.len(), place).into_iter().chain(unknown).collect()
}

fn too_many(count: usize, place: &str) -> Vec<Problem> {
    let problem = || Problem::error(place, ProblemCode::TooMany).with("max", QUERY_PARTS_MAX);
    if count > QUERY_PARTS_MAX { vec![problem()] } else { Vec::new() }
}

fn test(kind: &Kind, test: &Test, place: &str) -> Option<Problem> {
    let one = |value: &String| operand(kind, value, place);
    match test {
        Test::Is { value } | Test::IsNot { value } => one(value),
        Test::In { values } => values.iter().find_map(one),
        Test::Contains { value } if *kind == Kind::Text => one(value),
        Test::AtLeast { value } | Test::AtMost { value } if kind.is_ordered() => one(value),
        Test::Empty | Test::NotEmpty => None,
        Test::Within { .. } if kind.is_dated() => None,
        Test::Contains { .. } | Test::AtLeast { .. } | Test::AtMost { .. } | Test::Within { .. } => {
            Some(Problem::error(place, ProblemCode::WrongType))
        }
    }
}

/// In the wire form of the column's kind; a person may also be `me`.
fn operand(kind: &Kind, text: &str, place: &str) -> Option<Problem> {
    let is_fine = match kind {
        Kind::Text => text.chars().count() <= NOTE_CHARS_MAX,
        Kind::Number => text.parse::<Decimal>().is_ok(),
        Kind::Bool => text.parse::<bool>().is_ok(),
        Kind::Date => Date::parse(text).is_some(),
        Kind::Instant => Date::parse(text).is_some() || text.parse::<i64>().is_ok(),
        Kind::Option(options) => {
            if options.iter().any(|option| option.as_str() == text) {
                return None;
            }
            return Some(Problem::error(place, ProblemCode::UnknownOption).with("option", text));
        }
        Kind::User => text == "me" || text.parse::<UserId>().is_ok(),
        Kind::Department => text.parse::<DepartmentId>().is_ok(),
        Kind::State => STATES.contains(&text),
        Kind::Node => NodeId::parse(text).is_ok(),
        Kind::File => false,
    };
    (!is_fine).then(|| Problem::error(place, ProblemCode::BadFormat).with("value", text))
}

const STATES: [&str; 7] = ["draft", "running", "returned", "completed", "rejected", "cancelled", "terminated"];
