//! Between instants and the clocks of a zone. A *local* time is the milliseconds from 1970-01-01T00:00 on those clocks.

use jiff::tz::TimeZone;

use crate::model::time::{DAY_MS, Date, Timestamp};

/// 0001-01-01 and 9999-12-31; local times beyond them are taken for the nearer one.
pub const DATE_MIN: Date = Date(-719_162);
pub const DATE_MAX: Date = Date(2_932_896);

/// Which instant a clock time means that the clocks show twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    First,
    Second,
}

pub fn midnight(date: Date) -> i64 {
    i64::from(date.0) * DAY_MS
}

pub fn date_of(local: i64) -> Date {
    let days = local.div_euclid(DAY_MS).clamp(DATE_MIN.0.into(), DATE_MAX.0.into());
    Date(i32::try_from(days).expect("clamped to four-digit years"))
}

/// What the clocks of the zone show.
pub fn local(instant: Timestamp, zone: &TimeZone) -> i64 {
    let Ok(stamp) = jiff::Timestamp::from_millisecond(instant.0) else {
        return instant.0;
    };
    instant.0 + i64::from(zone.to_offset(stamp).seconds()) * 1_000
}

/// The instant the clocks show `local`; where they skip it, as much later as they skip.
pub fn instant(local: i64, zone: &TimeZone, fold: Fold) -> Timestamp {
    let midnight = jiff::civil::DateTime::from_parts(date_of(local).to_civil(), jiff::civil::Time::midnight());
    let civil = midnight.saturating_add(jiff::Span::new().milliseconds(local.rem_euclid(DAY_MS)));
    let ambiguous = zone.to_ambiguous_timestamp(civil);
    let stamp = match fold {
        Fold::First => ambiguous.compatible(),
        Fold::Second => ambiguous.later(),
    };
    stamp.map_or(Timestamp(local), |stamp| Timestamp(stamp.as_millisecond()))
}
