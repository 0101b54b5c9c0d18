//! What must be true of a working calendar before anything counts with it.

use crate::catalog;
use crate::model::calendar::{CalendarDefinition, DayRule, Interval};
use crate::model::limit::{CALENDAR_EXCEPTIONS_MAX, DAY_INTERVALS_MAX};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::time::Date;

pub(super) fn check(definition: &CalendarDefinition) -> Vec<Problem> {
    let mut problems = Vec::new();
    if catalog::zone(&definition.zone).is_none() {
        problems.push(Problem::error("zone", ProblemCode::BadFormat));
    }
    if definition.weekly.len() != 7 {
        problems.push(Problem::error("weekly", ProblemCode::OutOfRange).with("min", 7).with("max", 7));
    }
    for (day, day_intervals) in definition.weekly.iter().enumerate() {
        problems.extend(intervals(&format!("weekly.{day}"), day_intervals));
    }
    if definition.exceptions.len() > CALENDAR_EXCEPTIONS_MAX {
        problems.push(Problem::error("exceptions", ProblemCode::TooMany).with("max", CALENDAR_EXCEPTIONS_MAX));
    }
    let mut seen = std::collections::BTreeSet::new();
    for exception in &definition.exceptions {
        let place = format!("exceptions.{}", exception.date);
        match Date::parse(&exception.date) {
            None => problems.push(Problem::error(&place, ProblemCode::BadFormat)),
            Some(date) if !seen.insert(date) => problems.push(Problem::error(&place, ProblemCode::DuplicateId)),
            Some(_) => {}
        }
        match &exception.day {
            DayRule::Off => {}
            DayRule::WorkLike { weekday } if (1..=7).contains(weekday) => {}
            DayRule::WorkLike { .. } => {
                problems.push(Problem::error(place, ProblemCode::OutOfRange).with("min", 1).with("max", 7));
            }
            DayRule::Intervals { intervals: day } => problems.extend(intervals(&place, day)),
        }
    }
    problems
}

/// Sorted, apart, none empty; a shift may run past midnight but not past the next one.
fn intervals(place: &str, intervals: &[Interval]) -> Option<Problem> {
    let is_sound = |interval: &Interval| {
        interval.start_min < interval.end_min && interval.start_min < 1_440 && interval.end_min <= 2_880
    };
    let is_sorted = intervals.windows(2).all(|pair| pair[0].end_min <= pair[1].start_min);
    let is_fine = intervals.len() <= DAY_INTERVALS_MAX && is_sorted && intervals.iter().all(is_sound);
    (!is_fine).then(|| Problem::error(place, ProblemCode::OutOfRange).with("min", 0).with("max", 2_880))
}
