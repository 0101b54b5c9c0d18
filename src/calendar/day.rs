//! Which hours of one day count. Later layers win: the week, then exceptions in the order they are written.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::civil::{self, Fold};
use crate::model::calendar::{CalendarDefinition, DayRule, Interval};
use crate::model::time::{Date, MINUTE_MS, Timestamp};

const AROUND_THE_CLOCK: Interval = Interval { start_min: 0, end_min: 1_440 };

/// A definition ready to count with.
#[derive(Debug, Clone)]
pub struct Calendar {
    pub(super) zone: TimeZone,
    /// Monday first.
    weekly: [Vec<Interval>; 7],
    exceptions: BTreeMap<Date, Vec<Interval>>,
}

impl Calendar {
    /// `zone`: what the definition's `zone` names.
    pub fn new(definition: &CalendarDefinition, zone: TimeZone) -> Self {
        let weekly = std::array::from_fn(|weekday| definition.weekly.get(weekday).cloned().unwrap_or_default());
        let mut calendar = Self { zone, weekly, exceptions: BTreeMap::new() };
        for exception in &definition.exceptions {
            let Some(date) = Date::parse(&exception.date) else { continue };
            let intervals = match &exception.day {
                DayRule::Off => Vec::new(),
                DayRule::WorkLike { weekday } => calendar.weekly[usize::from(weekday.saturating_sub(1) % 7)].clone(),
                DayRule::Intervals { intervals } => intervals.clone(),
            };
            calendar.exceptions.insert(date, intervals);
        }
        calendar
    }

    /// Every instant is working time.
    pub fn around_the_clock() -> Self {
        let weekly = std::array::from_fn(|_| vec![AROUND_THE_CLOCK]);
        Self { zone: TimeZone::UTC, weekly, exceptions: BTreeMap::new() }
    }

    /// Minutes after the local midnight of `date`; those of a night shift belong to the day it starts.
    pub fn intervals(&self, date: Date) -> &[Interval] {
        let weekday = usize::try_from((i64::from(date.0) + 3).rem_euclid(7)).expect("a remainder of 7");
        self.exceptions.get(&date).unwrap_or(&self.weekly[weekday])
    }

    pub fn is_workday(&self, date: Date) -> bool {
        !self.intervals(date).is_empty()
    }

    /// Days with working time from `from` to `to`, the second not included; 0 where `to` is earlier.
    pub fn workdays_between(&self, from: Date, to: Date) -> u32 {
        let count = (from.0..to.0).filter(|day| self.is_workday(Date(*day))).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Whether no day from `date` on can have working time.
    pub(super) fn is_closed_from(&self, date: Date) -> bool {
        self.weekly.iter().all(Vec::is_empty) && self.exceptions.range(date..).all(|(_, day)| day.is_empty())
    }

    /// The instants between which an interval of `date` counts; where clocks change, the longer of two readings.
    pub(super) fn span(&self, date: Date, interval: Interval) -> (Timestamp, Timestamp) {
        let local = |minutes: u16| civil::midnight(date) + i64::from(minutes) * MINUTE_MS;
        let opening = civil::instant(local(interval.start_min), &self.zone, Fold::First);
        (opening, civil::instant(local(interval.end_min), &self.zone, Fold::Second))
    }
}
