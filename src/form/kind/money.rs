//! An amount of money; the currency belongs to the field, not to the value.

use super::decimal::{self, Rule};
use super::{Behaviour, Bounds, Known};
use crate::model::form::MoneyControl;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::Value;

const fn rule(control: &MoneyControl) -> Rule {
    Rule { min: control.min, max: control.max, decimals: control.decimals }
}

impl Behaviour for MoneyControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        let is_code = self.currency.len() == 3 && self.currency.bytes().all(|byte| byte.is_ascii_uppercase());
        let currency =
            super::problem_if(!is_code, || Problem::error(format!("{place}.currency"), ProblemCode::BadFormat));
        rule(self).settings(place).into_iter().chain(currency).collect()
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
