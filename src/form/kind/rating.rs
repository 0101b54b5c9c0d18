//! Stars, from one up.

use rust_decimal::Decimal;

use super::decimal::{self, Rule};
use super::{Behaviour, Bounds, Known};
use crate::model::form::RatingControl;
use crate::model::limit::RATING_STARS_MAX;
use crate::model::problem::Problem;
use crate::model::raw::Raw;
use crate::model::value::Value;

impl Behaviour for RatingControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        super::range(&format!("{place}.stars"), u32::from(self.stars), 2, u32::from(RATING_STARS_MAX))
            .into_iter()
            .collect()
    }

    fn parse(&self, place: &str, raw: &Raw, _known: &Known<'_>) -> Result<Value, Problem> {
        decimal::parse(place, raw)
    }

    fn check(&self, place: &str, value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        Rule { min: Some(Decimal::ONE), max: Some(Decimal::from(self.stars)), decimals: 0 }.check(place, value)
    }

    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        decimal::show(value, 0)
    }
}
