//! Working time as a definition; the arithmetic is in `calendar`.

use serde::{Deserialize, Serialize};

use super::id::CalendarId;

/// A calendar people choose by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedCalendar {
    pub id: CalendarId,
    pub name: String,
    pub rev: u64,
    pub definition: super::document::Document<CalendarDefinition>,
}

/// Weekly intervals with exceptions by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarDefinition {
    /// IANA name.
    pub zone: String,
    /// Monday first, seven lists; minutes after local midnight, half-open, sorted, not overlapping. An end may pass 1440.
    pub weekly: Vec<Vec<Interval>>,
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    pub start_min: u16,
    pub end_min: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// `2026-10-01`.
    pub date: String,
    pub day: DayRule,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum DayRule {
    Off,
    /// A make-up day: works like this weekday, 1 Monday to 7 Sunday.
    WorkLike {
        weekday: u8,
    },
    Intervals {
        intervals: Vec<Interval>,
    },
}
