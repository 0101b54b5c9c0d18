//! Periods around today and the buckets of a time axis, as whole civil days. Weeks start on Monday.

use std::ops::Range;

use crate::model::report::{Bucket, Span};
use crate::model::time::Date;

/// The days of a period, half-open.
pub fn days(span: Span, today: Date) -> Range<Date> {
    let now = |bucket| ordinal(bucket, today);
    let whole = |bucket, at: i32| first_day(bucket, at)..first_day(bucket, at + 1);
    match span {
        Span::Today => whole(Bucket::Day, now(Bucket::Day)),
        Span::Yesterday => whole(Bucket::Day, now(Bucket::Day) - 1),
        Span::ThisWeek => whole(Bucket::Week, now(Bucket::Week)),
        Span::LastWeek => whole(Bucket::Week, now(Bucket::Week) - 1),
        Span::ThisMonth => whole(Bucket::Month, now(Bucket::Month)),
        Span::LastMonth => whole(Bucket::Month, now(Bucket::Month) - 1),
        Span::ThisQuarter => whole(Bucket::Quarter, now(Bucket::Quarter)),
        Span::ThisYear => whole(Bucket::Year, now(Bucket::Year)),
        Span::Last7Days => last(7, today),
        Span::Last30Days => last(30, today),
        Span::Last90Days => last(90, today),
        Span::Last365Days => last(365, today),
    }
}

/// The days of the period before: the whole calendar period before a calendar period, else as many days.
pub fn days_before(span: Span, today: Date) -> Range<Date> {
    let at = days(span, today);
    let bucket = match span {
        Span::Today | Span::Yesterday => Bucket::Day,
        Span::ThisWeek | Span::LastWeek => Bucket::Week,
        Span::ThisMonth | Span::LastMonth => Bucket::Month,
        Span::ThisQuarter => Bucket::Quarter,
        Span::ThisYear => Bucket::Year,
        Span::Last7Days | Span::Last30Days | Span::Last90Days | Span::Last365Days => {
            return Date(at.start.0 - (at.end.0 - at.start.0))..at.start;
        }
    };
    first_day(bucket, ordinal(bucket, at.start) - 1)..at.start
}

/// Today included.
const fn last(days: i32, today: Date) -> Range<Date> {
    Date(today.0 + 1 - days)..Date(today.0 + 1)
}

/// Counts buckets: the next bucket has the next number.
pub fn ordinal(bucket: Bucket, day: Date) -> i32 {
    let civil = day.to_civil();
    let month = i32::from(civil.month()) - 1;
    match bucket {
        Bucket::Day => day.0,
        // 1970-01-01 was a Thursday.
        Bucket::Week => (day.0 + 3).div_euclid(7),
        Bucket::Month => i32::from(civil.year()) * 12 + month,
        Bucket::Quarter => i32::from(civil.year()) * 4 + month / 3,
        Bucket::Year => i32::from(civil.year()),
    }
}

/// The first day of a bucket; beyond the years -9999 to 9999 the nearest there is.
pub fn first_day(bucket: Bucket, ordinal: i32) -> Date {
    let months = match bucket {
        Bucket::Day => return Date(ordinal),
        Bucket::Week => return Date(ordinal * 7 - 3),
        Bucket::Month => ordinal,
        Bucket::Quarter => ordinal * 3,
        Bucket::Year => ordinal * 12,
    };
    let year = i16::try_from(months.div_euclid(12)).unwrap_or(i16::MAX).clamp(-9999, 9999);
    let month = i8::try_from(months.rem_euclid(12) + 1).expect("a month is 1 to 12");
    Date::from_ymd(year, month, 1).expect("every month of these years has a first day")
}

/// The days of the bucket whose first day this is, half-open; `None` when there is none.
pub fn days_of(bucket: Bucket, first: &str) -> Option<Range<Date>> {
    let first = Date::parse(first)?;
    let at = ordinal(bucket, first);
    let days = first_day(bucket, at)..first_day(bucket, at + 1);
    (days.start == first).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Bucket; 5] = [Bucket::Day, Bucket::Week, Bucket::Month, Bucket::Quarter, Bucket::Year];

    #[test]
    fn buckets_tile_the_calendar_and_can_be_named() {
        for bucket in ALL {
            for day in (-30_000..30_000).step_by(17).map(Date) {
                let at = ordinal(bucket, day);
                let days = first_day(bucket, at)..first_day(bucket, at + 1);
                assert!(days.contains(&day), "{bucket:?} {day}");
                assert_eq!(ordinal(bucket, days.start), at);
                assert_eq!(days_of(bucket, &days.start.to_string()), Some(days));
            }
        }
    }

    #[test]
    fn spans_stand_around_today() {
        let today = Date::parse("2026-03-04").unwrap(); // a Wednesday
        let show = |days: Range<Date>| format!("{} {}", days.start, days.end);
        assert_eq!(show(days(Span::ThisWeek, today)), "2026-03-02 2026-03-09");
        assert_eq!(show(days(Span::LastMonth, today)), "2026-02-01 2026-03-01");
        assert_eq!(show(days_before(Span::LastMonth, today)), "2026-01-01 2026-02-01");
        assert_eq!(show(days_before(Span::ThisQuarter, today)), "2025-10-01 2026-01-01");
        assert_eq!(show(days(Span::Last7Days, today)), "2026-02-26 2026-03-05");
        assert_eq!(show(days_before(Span::Last7Days, today)), "2026-02-19 2026-02-26");
        assert_eq!(show(days_before(Span::Yesterday, today)), "2026-03-02 2026-03-03");
    }
}
