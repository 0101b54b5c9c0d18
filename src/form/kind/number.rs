//! A plain number with a unit.

use super::decimal::{self, Rule};
use super::{Behaviour, Bounds, Known};
use crate::model::form::NumberControl;
use crate::model::problem::Problem;
use crate::model::raw::Raw;
use crate::model::value::Value;

const fn rule(control: &NumberControl) -> Rule {
    Rule { min: control.min, max: control.max, decimals: control.decimals }
}

impl Behaviour for NumberControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        rule(self).settings(place)
    }

    fn parse(&self, place: &str, raw: &Raw, _known: &Known<'_>) -> Result<Value, Problem> {
        decimal::parse(place, raw)
    }

    fn check(&self, place: &str, value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        rule(self).check(place, value)
    }

    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        decimal::show(value, self.decimals)
    }
}
