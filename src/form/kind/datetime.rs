//! An instant. Typed in the workspace's local time or with an offset; kept as milliseconds of universal time.

use jiff::tz::TimeZone;

use super::{Behaviour, Bounds, Known};
use crate::model::form::DatetimeControl;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::time::Timestamp;
use crate::model::value::Value;

impl Behaviour for DatetimeControl {
    fn settings(&self, _place: &str) -> Vec<Problem> {
        Vec::new()
    }

    fn parse(&self, place: &str, raw: &Raw, known: &Known<'_>) -> Result<Value, Problem> {
        match raw {
            Raw::Null => Ok(Value::Empty),
            Raw::Text(text) if text.is_empty() => Ok(Value::Empty),
            Raw::Text(text) => {
                read(text, known.zone).map(Value::DateTime).ok_or_else(|| Problem::error(place, ProblemCode::BadFormat))
            }
            Raw::Bool(_) | Raw::Number(_) | Raw::List(_) => Err(super::wrong_type(place)),
        }
    }

    fn check(&self, place: &str, value: &Value, bounds: &Bounds) -> Vec<Problem> {
        let Value::DateTime(at) = value else { return vec![super::wrong_type(place)] };
        let mut problems = Vec::new();
        if let Value::DateTime(min) = &bounds.min
            && at < min
        {
            problems.push(Problem::error(place, ProblemCode::TooEarly).with("min", min.0));
        }
        if let Value::DateTime(max) = &bounds.max
            && at > max
        {
            problems.push(Problem::error(place, ProblemCode::TooLate).with("max", max.0));
        }
        problems
    }

    fn show(&self, value: &Value, known: &Known<'_>) -> String {
        match value {
            Value::DateTime(at) => write(*at, known.zone),
            _ => String::new(),
        }
    }
}

/// `2026-11-24T08:30Z`, `2026-11-24T08:30:00+08:00`, or `2026-11-24T08:30` local. A local time that a clock change skips
/// is moved forward by the gap; one that happens twice is the first.
fn read(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let is_dated = text.len() >= 16 && text.is_ascii() && matches!(text.as_bytes()[10], b'T' | b' ');
    if !is_dated {
        return None;
    }
    let has_offset = text.ends_with(['Z', 'z']) || text[16..].contains(['+', '-']);
    let at = if has_offset {
        text.parse::<jiff::Timestamp>().ok()?
    } else {
        text.parse::<jiff::civil::DateTime>().ok()?.to_zoned(zone.clone()).ok()?.timestamp()
    };
    Some(Timestamp(at.as_millisecond()))
}

/// Local time to the minute: `2026-11-24 08:30`.
fn write(at: Timestamp, zone: &TimeZone) -> String {
    let Ok(at) = jiff::Timestamp::from_millisecond(at.0) else { return String::new() };
    let local = zone.to_datetime(at);
    format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute())
}
