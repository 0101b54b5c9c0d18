//! Dates and clock times; see [`crate::calendar::civil`] for local times. Refuses days before year 1 and after year 9999.

use jiff::tz::TimeZone;

use crate::calendar::civil::{self, DATE_MAX, DATE_MIN, Fold, date_of, midnight};
use crate::model::time::{DAY_MS, Date, HOUR_MS, MINUTE_MS, Timestamp};

/// The civil fields of a local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Civil {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
}

pub fn date(days: i64) -> Option<Date> {
    i32::try_from(days).ok().map(Date).filter(|date| (DATE_MIN..=DATE_MAX).contains(date))
}

pub fn plus_days(date_before: Date, days: i64) -> Option<Date> {
    date(i64::from(date_before.0).checked_add(days)?)
}

/// The instant the clocks show `local`: the first if they show it twice; if they skip it, as much later as they skip.
pub fn instant(local: i64, zone: &TimeZone) -> Timestamp {
    civil::instant(local, zone, Fold::First)
}

pub fn civil(local: i64) -> Civil {
    let date = date_of(local).to_civil();
    let rest = local.rem_euclid(DAY_MS);
    Civil {
        year: date.year().into(),
        month: date.month().into(),
        day: date.day().into(),
        hour: rest / HOUR_MS,
        minute: rest % HOUR_MS / MINUTE_MS,
        second: rest % MINUTE_MS / 1_000,
    }
}

/// `None` where there is no such day.
pub fn from_ymd(year: i64, month: i64, day: i64) -> Option<Date> {
    let found = Date::from_ymd(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
    date(found.0.into())
}

/// Same day of another month; the last day where that month is shorter.
pub fn plus_months(before: Date, months: i64) -> Option<Date> {
    let civil = civil(midnight(before));
    let index = (civil.year * 12 + civil.month - 1).checked_add(months)?;
    let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
    (28..=civil.day).rev().chain([civil.day]).find_map(|day| from_ymd(year, month, day))
}

/// Monday 1 to Sunday 7.
pub fn weekday(date: Date) -> i64 {
    (i64::from(date.0) + 3).rem_euclid(7) + 1
}

/// The ISO 8601 week: week 1 holds the first Thursday of the year.
pub fn week(date: Date) -> i64 {
    date.to_civil().iso_week_date().week().into()
}

/// `2026-01-31`; also `2026/1/31` and `2026.1.31`, as people type it.
pub fn parse_date(text: &str) -> Option<Date> {
    let separator = ['-', '/', '.'].into_iter().find(|c| text.contains(*c))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let [year, month, day] = <[&str; 3]>::try_from(parts).ok()?;
    if year.len() != 4 {
        return None;
    }
    from_ymd(digits(year)?, digits(month)?, digits(day)?)
}

/// A date, or a date with `08:30` or `08:30:15` behind a blank or a `T`; as a local time.
pub fn parse_local(text: &str) -> Option<i64> {
    let Some((day, time)) = text.split_once([' ', 'T']) else {
        return parse_date(text).map(midnight);
    };
    let mut parts = time.split(':');
    let (hour, minute) = (digits(parts.next()?)?, digits(parts.next()?)?);
    let second = parts.next().map_or(Some(0), digits)?;
    if parts.next().is_some() || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some(midnight(parse_date(day)?) + hour * HOUR_MS + minute * MINUTE_MS + second * 1_000)
}

/// At most four of them, so that no sign and no overflow gets in.
fn digits(text: &str) -> Option<i64> {
    let fits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}
