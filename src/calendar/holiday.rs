//! Public holidays of mainland China with their make-up days, as the State Council announced them for 2025 and 2026.
//! A make-up day works like a Monday. Other years have no table: there the week alone decides.

use crate::model::calendar::{DayRule, Exception};
use crate::model::time::Date;

/// The first and the last day off.
const OFF: &[(&str, &str)] = &[
    ("2025-01-01", "2025-01-01"),
    ("2025-01-28", "2025-02-04"),
    ("2025-04-04", "2025-04-06"),
    ("2025-05-01", "2025-05-05"),
    ("2025-05-31", "2025-06-02"),
    ("2025-10-01", "2025-10-08"),
    ("2026-01-01", "2026-01-03"),
    ("2026-02-15", "2026-02-23"),
    ("2026-04-04", "2026-04-06"),
    ("2026-05-01", "2026-05-05"),
    ("2026-06-19", "2026-06-21"),
    ("2026-09-25", "2026-09-27"),
    ("2026-10-01", "2026-10-07"),
];

const MAKE_UP: &[&str] = &[
    "2025-01-26",
    "2025-02-08",
    "2025-04-27",
    "2025-09-28",
    "2025-10-11",
    "2026-01-04",
    "2026-02-14",
    "2026-02-28",
    "2026-05-09",
    "2026-09-20",
    "2026-10-10",
];

const MONDAY: u8 = 1;

/// Ascending by date, one for each day.
pub fn china() -> Vec<Exception> {
    let day = |text: &str| Date::parse(text).expect("the tables hold dates");
    let off = OFF.iter().flat_map(|(first, last)| (day(first).0..=day(last).0).map(Date));
    let off = off.map(|date| Exception { date: date.to_string(), day: DayRule::Off });
    let make_up =
        MAKE_UP.iter().map(|date| Exception { date: (*date).to_owned(), day: DayRule::WorkLike { weekday: MONDAY } });
    let mut all: Vec<Exception> = off.chain(make_up).collect();
    all.sort_by(|left, right| left.date.cmp(&right.date));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_day_is_named_twice_and_make_up_days_are_weekends() {
        let all = china();
        assert!(all.windows(2).all(|pair| pair[0].date < pair[1].date));
        let weekday = |text: &str| (Date::parse(text).unwrap().0 + 3).rem_euclid(7);
        assert!(MAKE_UP.iter().all(|date| weekday(date) >= 5));
    }

    #[test]
    fn a_year_works_as_many_days_as_was_announced() {
        let works = |date: Date| {
            let weekend = (date.0 + 3).rem_euclid(7) >= 5;
            let exception = china().into_iter().find(|exception| exception.date == date.to_string());
            exception.map_or(!weekend, |exception| exception.day != DayRule::Off)
        };
        let year = |year: i16| Date::from_ymd(year, 1, 1).unwrap().0..Date::from_ymd(year + 1, 1, 1).unwrap().0;
        assert_eq!(year(2025).filter(|day| works(Date(*day))).count(), 248);
        assert_eq!(year(2026).filter(|day| works(Date(*day))).count(), 248);
    }
}
