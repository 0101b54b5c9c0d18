//! Serial numbers: `WX-{yyyyMM}-{####}`. Pure: the counter's last number is a fact of the writer, and every number given out
//! is an explicit [`Draw`] to be kept with it. A number is given once and never again, even if its order is discarded.

use jiff::civil::Date as CivilDate;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::model::form::{SerialControl, SerialReset};
use crate::model::id::FieldId;
use crate::model::limit::NAME_CHARS_MAX;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::time::Timestamp;

/// A number given out: from now on it is the counter's last one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    pub field: FieldId,
    /// Which counter of the field: the year, month or day it counts in; empty when it never starts anew.
    pub period: String,
    pub number: u64,
}

/// Pieces of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(String),
    Year,
    Month,
    Day,
    /// At least so many digits.
    Counter(usize),
}

/// The counter that counts at `now`, as its key.
pub fn period(reset: SerialReset, now: Timestamp, zone: &TimeZone) -> String {
    let today = today(now, zone);
    match reset {
        SerialReset::Never => String::new(),
        SerialReset::Year => year(today),
        SerialReset::Month => format!("{}-{:02}", year(today), today.month()),
        SerialReset::Day => format!("{}-{:02}-{:02}", year(today), today.month(), today.day()),
    }
}

/// The text of the `number`-th serial. A bad pattern was refused at publish; here it gives the bare number.
pub fn text(control: &SerialControl, number: u64, now: Timestamp, zone: &TimeZone) -> String {
    let Some(parts) = parts(&control.pattern) else { return number.to_string() };
    let today = today(now, zone);
    parts
        .into_iter()
        .map(|part| match part {
            Part::Literal(text) => text,
            Part::Year => year(today),
            Part::Month => format!("{}{:02}", year(today), today.month()),
            Part::Day => format!("{}{:02}{:02}", year(today), today.month(), today.day()),
            Part::Counter(width) => format!("{number:0width$}"),
        })
        .collect()
}

/// Two periods must never give the same text: a counter that starts anew each day needs the day in its pattern.
pub fn pattern_problems(place: &str, control: &SerialControl) -> Vec<Problem> {
    let bad = |reason| vec![Problem::error(place, ProblemCode::BadPattern).with("reason", reason)];
    let Some(parts) = parts(&control.pattern) else { return bad("syntax") };
    let counters = parts.iter().filter(|part| matches!(part, Part::Counter(_))).count();
    let finest = parts.iter().map(fineness).max().unwrap_or_default();
    let needed = match control.reset {
        SerialReset::Never => 0,
        SerialReset::Year => 1,
        SerialReset::Month => 2,
        SerialReset::Day => 3,
    };
    match counters {
        0 => bad("no_counter"),
        1 if finest < needed => bad("ambiguous"),
        1 => Vec::new(),
        _ => bad("two_counters"),
    }
}

const fn fineness(part: &Part) -> u8 {
    match part {
        Part::Literal(_) | Part::Counter(_) => 0,
        Part::Year => 1,
        Part::Month => 2,
        Part::Day => 3,
    }
}

fn parts(pattern: &str) -> Option<Vec<Part>> {
    if pattern.chars().count() > NAME_CHARS_MAX || pattern.chars().any(char::is_control) {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let close = open + rest[open..].find('}')?;
        if open > 0 {
            parts.push(literal(&rest[..open])?);
        }
        parts.push(match &rest[open + 1..close] {
            "yyyy" => Part::Year,
            "yyyyMM" => Part::Month,
            "yyyyMMdd" => Part::Day,
            counter if (1..=12).contains(&counter.len()) && counter.bytes().all(|byte| byte == b'#') => {
                Part::Counter(counter.len())
            }
            _ => return None,
        });
        rest = &rest[close + 1..];
    }
    if !rest.is_empty() {
        parts.push(literal(rest)?);
    }
    Some(parts)
}

fn literal(text: &str) -> Option<Part> {
    (!text.contains('}')).then(|| Part::Literal(text.to_owned()))
}

fn year(date: CivilDate) -> String {
    format!("{:04}", date.year())
}

fn today(now: Timestamp, zone: &TimeZone) -> CivilDate {
    let now = jiff::Timestamp::from_millisecond(now.0).unwrap_or_default();
    zone.to_datetime(now).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_in_the_workspaces_zone_and_a_counter_outgrows_its_digits() {
        let zone = TimeZone::fixed(jiff::tz::offset(8));
        let control = SerialControl { pattern: "BX-{yyyyMMdd}-{###}号".to_owned(), reset: SerialReset::Day };
        // 2026-12-31T15:59:59.999Z and the next millisecond.
        let (before, after) = (Timestamp(1_798_732_799_999), Timestamp(1_798_732_800_000));
        assert_eq!(period(control.reset, before, &zone), "2026-12-31");
        assert_eq!(period(control.reset, after, &zone), "2027-01-01");
        assert_eq!(text(&control, 7, before, &zone), "BX-20261231-007号");
        assert_eq!(text(&control, 12_345, after, &zone), "BX-20270101-12345号");
    }
}
