//! A calendar as it was saved, and ready to count with.

use super::zone;
use crate::calendar::day::Calendar;
use crate::model::calendar::NamedCalendar;

#[derive(Debug, Clone)]
pub struct CompiledCalendar {
    pub saved: NamedCalendar,
    pub hours: Calendar,
}

impl CompiledCalendar {
    pub fn new(saved: &NamedCalendar) -> Self {
        // An unknown zone was refused when the calendar was saved.
        let zone = zone(&saved.definition.zone).unwrap_or(jiff::tz::TimeZone::UTC);
        Self { saved: saved.clone(), hours: Calendar::new(&saved.definition, zone) }
    }
}
