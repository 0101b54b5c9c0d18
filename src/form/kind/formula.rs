//! A computed field. Nobody types it; [`crate::form::settle`] works it out.

use super::{Behaviour, Bounds, Known, decimal};
use crate::model::form::{DateControl, DatetimeControl, FormulaControl, FormulaResult, SwitchControl};
use crate::model::limit::DECIMALS_MAX;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::Value;

impl Behaviour for FormulaControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        let blank = super::problem_if(self.formula.trim().is_empty(), || {
            Problem::error(format!("{place}.formula"), ProblemCode::Blank)
        });
        let decimals = super::range(&format!("{place}.decimals"), u32::from(self.decimals), 0, u32::from(DECIMALS_MAX));
        blank.into_iter().chain(decimals).collect()
    }

    fn parse(&self, place: &str, _raw: &Raw, _known: &Known<'_>) -> Result<Value, Problem> {
        Err(Problem::error(place, ProblemCode::NotEditable))
    }

    fn check(&self, _place: &str, _value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        Vec::new()
    }

    fn show(&self, value: &Value, known: &Known<'_>) -> String {
        match self.result {
            FormulaResult::Text => super::text_of(value),
            FormulaResult::Number => decimal::show(value, self.decimals),
            FormulaResult::Bool => SwitchControl::default().show(value, known),
            FormulaResult::Date => DateControl::default().show(value, known),
            FormulaResult::Datetime => DatetimeControl::default().show(value, known),
        }
    }
}
