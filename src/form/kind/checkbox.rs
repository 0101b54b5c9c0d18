//! Several of some options, in the order the person ticked them.

use super::{Behaviour, Bounds, Known, choice};
use crate::model::form::CheckboxControl;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::Value;

impl Behaviour for CheckboxControl {
    fn settings(&self, place: &str) -> Vec<Problem> {
        let mut problems = choice::settings(place, &self.options);
        let all = u32::try_from(self.options.len()).unwrap_or(u32::MAX);
        let picks = |name, picks: Option<u16>| {
            picks.and_then(|picks| super::range(&format!("{place}.{name}"), u32::from(picks), 1, all))
        };
        problems.extend(picks("min_picks", self.min_picks));
        problems.extend(picks("max_picks", self.max_picks));
        if let Some((_, max)) = self.min_picks.zip(self.max_picks).filter(|(min, max)| min > max) {
            problems.push(Problem::error(format!("{place}.min_picks"), ProblemCode::TooLarge).with("max", max));
        }
        problems
    }

    fn parse(&self, place: &str, raw: &Raw, _known: &Known<'_>) -> Result<Value, Problem> {
        let options = super::texts(place, raw)?
            .into_iter()
            .map(|text| choice::option(place, text, &self.options).map(Value::Option))
            .collect::<Result<_, _>>()?;
        Ok(super::list(options))
    }

    fn check(&self, place: &str, value: &Value, _bounds: &Bounds) -> Vec<Problem> {
        let mut problems = choice::gone(place, value, &self.options);
        let picks = super::items(value).len();
        if let Some(min) = self.min_picks.filter(|min| picks < usize::from(*min)) {
            problems.push(Problem::error(place, ProblemCode::TooFew).with("min", min));
        }
        if let Some(max) = self.max_picks.filter(|max| picks > usize::from(*max)) {
            problems.push(Problem::error(place, ProblemCode::TooMany).with("max", max));
        }
        problems
    }

    fn show(&self, value: &Value, _known: &Known<'_>) -> String {
        super::joined(value, |item| choice::label(&self.options, item))
    }
}
