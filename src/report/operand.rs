//! Operands of conditions: wire text to typed values. A text that is no such value is a problem; an id nobody ever used is not.

use rust_decimal::Decimal;

use super::lane::Family;
use super::schema::Schema;
use super::symbol::Symbol;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::report::OrderState;
use crate::model::time::{Date, Timestamp};

/// The person who looks.
pub const ME: &str = "me";

pub fn number(text: &str, place: &str) -> Result<Decimal, Problem> {
    text.parse().map_err(|_| wrong(text, place))
}

pub fn yes_no(text: &str, place: &str) -> Result<bool, Problem> {
    text.parse().map_err(|_| wrong(text, place))
}

pub fn date(text: &str, place: &str) -> Result<Date, Problem> {
    Date::parse(text).ok_or_else(|| wrong(text, place))
}

/// A day, or one instant in milliseconds; as a half-open stretch.
pub fn instants(text: &str, schema: &Schema, place: &str) -> Result<(i64, i64), Problem> {
    if let Ok(ms) = text.parse::<i64>() {
        return Ok((ms, ms.saturating_add(1)));
    }
    let day = date(text, place)?;
    let Timestamp(start) = schema.zone.start(day);
    let Timestamp(end) = schema.zone.start(Date(day.0.saturating_add(1)));
    Ok((start, end))
}

pub fn symbol(text: &str, family: Family, schema: &Schema, place: &str) -> Result<Symbol, Problem> {
    let symbol = match family {
        Family::State => OrderState::parse(text).map(Symbol::State),
        Family::Option => text.to_owned().try_into().ok().map(Symbol::Option),
        Family::Node => text.to_owned().try_into().ok().map(Symbol::Node),
        Family::User if text == ME => Some(Symbol::User(schema.viewer)),
        Family::User => text.parse().ok().map(Symbol::User),
        Family::Department => text.parse().ok().map(Symbol::Department),
    };
    symbol.ok_or_else(|| wrong(text, place))
}

fn wrong(text: &str, place: &str) -> Problem {
    let short: String = text.chars().take(40).collect();
    Problem::error(place, ProblemCode::WrongType).with("value", short)
}
