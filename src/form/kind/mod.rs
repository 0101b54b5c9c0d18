//! What each kind of field means: how it reads what was typed, what it accepts, how it is written out.
//! The family is closed: [`of`] names every kind, so a new one does not compile until it has thought about all of this.
//! Nothing here looks at other fields or at who is asking; see [`super::fill`].

use jiff::tz::TimeZone;

use crate::catalog::directory::Directory;
use crate::model::form::Control;
use crate::model::id::FileId;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::{File, Value};

pub mod checkbox;
pub mod date;
pub mod datetime;
pub mod dept;
pub mod file;
pub mod formula;
pub mod image;
pub mod money;
pub mod number;
pub mod percent;
/// `select` means the same, drawn differently.
pub mod radio;
pub mod rating;
pub mod serial;
pub mod switch;
pub mod text;
pub mod textarea;
pub mod user;

mod attachment;
mod choice;
mod decimal;
mod line;

/// What a value may refer to.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub directory: &'a Directory,
    /// Turns a written local time into an instant, and back.
    pub zone: &'a TimeZone,
    /// Files the person may attach.
    pub file: &'a dyn Fn(FileId) -> Option<File>,
    /// What the field held so far. What stands in it may stay, even if nobody could choose it any more.
    pub kept: &'a Value,
}

impl<'a> Known<'a> {
    /// For showing values only.
    pub fn to_show(directory: &'a Directory, zone: &'a TimeZone) -> Self {
        Self { directory, zone, file: &|_| None, kept: &Value::Empty }
    }

    fn is_kept(&self, value: &Value) -> bool {
        items(self.kept).contains(value)
    }
}

/// The least and the greatest value a date may have just now; `Value::Empty` for no bound.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bounds {
    pub min: Value,
    pub max: Value,
}

/// One kind of field. `place` is where a problem is reported.
pub trait Behaviour {
    /// What is wrong with the settings; asked when a form is published.
    fn settings(&self, place: &str) -> Vec<Problem>;

    /// Reads what was typed, in its one canonical form; blank is `Value::Empty`.
    ///
    /// # Errors
    /// - the first thing that keeps it from being a value of this kind.
    fn parse(&self, place: &str, raw: &Raw, known: &Known<'_>) -> Result<Value, Problem>;

    /// What is wrong with a value of this kind that is not empty.
    fn check(&self, place: &str, value: &Value, bounds: &Bounds) -> Vec<Problem>;

    /// The value as people read it: in titles, in search, in an export. Several items are joined by `, `.
    fn show(&self, value: &Value, known: &Known<'_>) -> String;
}

pub fn of(control: &Control) -> &dyn Behaviour {
    match control {
        Control::Text(text) => text,
        Control::Textarea(textarea) => textarea,
        Control::Number(number) => number,
        Control::Money(money) => money,
        Control::Percent(percent) => percent,
        Control::Date(date) => date,
        Control::Datetime(datetime) => datetime,
        Control::Radio(choice) | Control::Select(choice) => choice,
        Control::Checkbox(checkbox) => checkbox,
        Control::Switch(switch) => switch,
        Control::Rating(rating) => rating,
        Control::User(user) => user,
        Control::Dept(dept) => dept,
        Control::Image(image) => image,
        Control::File(file) => file,
        Control::Serial(serial) => serial,
        Control::Formula(formula) => formula,
    }
}

/// Whether a person can ever type into it.
pub const fn is_typed(control: &Control) -> bool {
    !matches!(control, Control::Serial(_) | Control::Formula(_))
}

/// Whether two records can be compared by it.
pub const fn can_be_unique(control: &Control) -> bool {
    matches!(
        control,
        Control::Text(_) | Control::Number(_) | Control::Date(_) | Control::Datetime(_) | Control::Serial(_)
    )
}

fn wrong_type(place: &str) -> Problem {
    Problem::error(place, ProblemCode::WrongType)
}

/// One problem when `is_wrong`.
fn problem_if(is_wrong: bool, problem: impl FnOnce() -> Problem) -> Option<Problem> {
    is_wrong.then(problem)
}

/// Items of a list value, or the value itself.
fn items(value: &Value) -> &[Value] {
    match value {
        Value::List(items) => items,
        Value::Empty => &[],
        single => std::slice::from_ref(single),
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

fn joined(value: &Value, show: impl Fn(&Value) -> Option<String>) -> String {
    items(value).iter().filter_map(show).collect::<Vec<_>>().join(", ")
}

/// Distinct texts of a list, in the order they came; blank ones are left out.
fn texts<'a>(place: &str, raw: &'a Raw) -> Result<Vec<&'a str>, Problem> {
    let Raw::List(items) = raw else {
        return if *raw == Raw::Null { Ok(Vec::new()) } else { Err(wrong_type(place)) };
    };
    let mut texts = Vec::with_capacity(items.len());
    for item in items {
        let Raw::Text(text) = item else { return Err(wrong_type(place)) };
        if !text.is_empty() && !texts.contains(&text.as_str()) {
            texts.push(text.as_str());
        }
    }
    Ok(texts)
}

fn list(items: Vec<Value>) -> Value {
    if items.is_empty() { Value::Empty } else { Value::List(items) }
}

/// A number setting outside `low..=high`.
fn range(place: &str, value: u32, low: u32, high: u32) -> Option<Problem> {
    problem_if(!(low..=high).contains(&value), || {
        Problem::error(place, ProblemCode::OutOfRange).with("min", low).with("max", high)
    })
}
