//! Instants and civil dates. Nothing here looks at a clock: `now` is always an argument.

use serde::{Deserialize, Serialize};

/// Milliseconds in one minute, hour and day of elapsed (not working) time.
pub const MINUTE_MS: i64 = 60_000;
pub const HOUR_MS: i64 = 60 * MINUTE_MS;
pub const DAY_MS: i64 = 24 * HOUR_MS;

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Moves by elapsed milliseconds; saturates at the ends.
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Elapsed milliseconds from `earlier` to `self`; negative when `self` is before it.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// A civil date: days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date(pub i32);

impl Date {
    /// `None` when there is no such day.
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self::from_civil)
    }

    pub fn from_civil(date: jiff::civil::Date) -> Self {
        let span = date.duration_since(jiff::civil::date(1970, 1, 1));
        Self(i32::try_from(span.as_hours() / 24).expect("civil dates span fewer than 2^31 days"))
    }

    /// Clamped to the years -9999 to 9999.
    pub fn to_civil(self) -> jiff::civil::Date {
        jiff::civil::date(1970, 1, 1)
            .saturating_add(jiff::Span::new().days(i64::from(self.0).clamp(-4_000_000, 2_930_000)))
    }

    /// Parses `2026-11-24`.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse::<jiff::civil::Date>().ok().map(Self::from_civil)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.to_civil().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_count_from_the_epoch() {
        assert_eq!(Date::parse("1970-01-01"), Some(Date(0)));
        assert_eq!(Date::parse("2026-11-24").map(|d| d.to_string()), Some("2026-11-24".to_owned()));
        assert_eq!(Date::from_ymd(2026, 2, 30), None);
        assert_eq!(Date(-1).to_string(), "1969-12-31");
    }
}
