//! A cell back as the value it was made of.

use super::column::Cell;
use crate::model::value::Value;
use crate::report::symbol::{Symbol, Symbols};

/// Empty for states and nodes, which are no values of a form.
pub fn of(cell: Cell, symbols: &Symbols) -> Value {
    let one = |code: u32| match symbols.symbol(code) {
        Some(Symbol::Option(option)) => Value::Option(option.clone()),
        Some(Symbol::User(user)) => Value::User(*user),
        Some(Symbol::Department(department)) => Value::Department(*department),
        Some(Symbol::State(_) | Symbol::Node(_)) | None => Value::Empty,
    };
    match cell {
        Cell::Empty => Value::Empty,
        Cell::Text(text) => Value::Text(text),
        Cell::Number(number) => Value::Number(number),
        Cell::Bool(truth) => Value::Bool(truth),
        Cell::Date(date) => Value::Date(date),
        Cell::DateTime(at) => Value::DateTime(at),
        Cell::Code(code) => one(code),
        Cell::Codes(codes) => Value::List(codes.into_iter().map(one).collect()),
        Cell::Files(files) => Value::List(files.iter().cloned().map(Value::File).collect()),
    }
}
