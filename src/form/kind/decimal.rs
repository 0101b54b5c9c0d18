//! Exact decimals as people and programs write them. Never passes through binary fractions.

use rust_decimal::Decimal;

use crate::model::limit::DECIMALS_MAX;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::Value;

/// Settings every kind of number has.
pub(super) struct Rule {
    pub min: Option<Decimal>,
    pub max: Option<Decimal>,
    pub decimals: u8,
}

impl Rule {
    pub(super) fn settings(&self, place: &str) -> Vec<Problem> {
        let decimals = super::range(&format!("{place}.decimals"), u32::from(self.decimals), 0, u32::from(DECIMALS_MAX));
        let order = self.min.zip(self.max).filter(|(min, max)| min > max);
        let order =
            order.map(|(_, max)| Problem::error(format!("{place}.min"), ProblemCode::TooLarge).with("max", max));
        decimals.into_iter().chain(order).collect()
    }

    pub(super) fn check(&self, place: &str, value: &Value) -> Vec<Problem> {
        let Value::Number(number) = value else { return vec![super::wrong_type(place)] };
        let mut problems = Vec::new();
        if number.normalize().scale() > u32::from(self.decimals) {
            problems.push(Problem::error(place, ProblemCode::TooManyDecimals).with("max", self.decimals));
        }
        if let Some(min) = self.min.filter(|min| number < min) {
            problems.push(Problem::error(place, ProblemCode::TooSmall).with("min", min));
        }
        if let Some(max) = self.max.filter(|max| number > max) {
            problems.push(Problem::error(place, ProblemCode::TooLarge).with("max", max));
        }
        problems
    }
}

/// Trailing zeros are dropped, so that equal numbers are equal values.
pub(super) fn parse(place: &str, raw: &Raw) -> Result<Value, Problem> {
    let digits = match raw {
        Raw::Null => return Ok(Value::Empty),
        Raw::Number(digits) | Raw::Text(digits) => digits.trim(),
        Raw::Bool(_) | Raw::List(_) => return Err(super::wrong_type(place)),
    };
    if digits.is_empty() {
        return Ok(Value::Empty);
    }
    // The lenient parser rounds what has too many digits; nothing here is rounded behind anybody's back.
    let number =
        if digits.contains(['e', 'E']) { Decimal::from_scientific(digits) } else { Decimal::from_str_exact(digits) };
    number.map(|number| Value::Number(number.normalize())).map_err(|_| super::wrong_type(place))
}

pub(super) fn show(value: &Value, decimals: u8) -> String {
    match value {
        Value::Number(number) => format!("{number:.*}", usize::from(decimals)),
        _ => String::new(),
    }
}
