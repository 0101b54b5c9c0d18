//! What comes again on days of a calendar: the next instant of it, and what of it was missed.

use jiff::tz::TimeZone;

use super::civil::{self, Fold};
use super::day::Calendar;
use crate::model::push::Days;
use crate::model::time::{Date, MINUTE_MS, Timestamp};

/// Days that are looked through: a calendar that is closed for longer has no next working day.
const DAYS_MAX: usize = 1_100;

/// Some days at a minute of their clocks.
#[derive(Debug, Clone, Copy)]
pub struct Recurrence<'a> {
    pub days: &'a Days,
    /// After midnight; where the clocks skip it, as much later as they skip, and where they show it twice, the first time.
    pub minute: u16,
    pub zone: &'a TimeZone,
    /// Absent: Monday to Friday are working days.
    pub hours: Option<&'a Calendar>,
}

impl Recurrence<'_> {
    /// The first one later than `after`; `None`: there is none.
    pub fn next(&self, after: Timestamp) -> Option<Timestamp> {
        let first = civil::date_of(civil::local(after, self.zone)).0;
        let days = (first..).take(DAYS_MAX).map(Date).filter(|date| self.is_on(*date));
        let at = |date| civil::midnight(date) + i64::from(self.minute) * MINUTE_MS;
        days.map(|date| civil::instant(at(date), self.zone, Fold::First)).find(|at| *at > after)
    }

    /// The last one later than `after` that has come by `now`: of several that were missed, the others are of no use any more.
    pub fn last_due(&self, after: Timestamp, now: Timestamp) -> Option<Timestamp> {
        let due = |after| self.next(after).filter(|at| *at <= now);
        std::iter::successors(due(after), |at| due(*at)).last()
    }

    fn is_on(&self, date: Date) -> bool {
        let civil = date.to_civil();
        let weekday = u8::try_from(civil.weekday().to_monday_one_offset()).expect("from 1 to 7");
        match self.days {
            Days::Daily => true,
            Days::Workdays => self.hours.map_or(weekday <= 5, |hours| hours.is_workday(date)),
            Days::Weekly { days } => days.contains(&weekday),
            Days::Monthly { day } => i16::from(civil.day()) == i16::from(*day).min(civil.days_in_month().into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::holiday;
    use crate::model::calendar::{CalendarDefinition, Interval};

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    fn zone(name: &str) -> TimeZone {
        jiff::tz::TimeZoneDatabase::bundled().get(name).unwrap()
    }

    /// Shanghai at nine.
    fn check(days: &Days, hours: Option<&Calendar>, cases: &[(&str, &str)]) {
        let zone = zone("Asia/Shanghai");
        let recurrence = Recurrence { days, minute: 9 * 60, zone: &zone, hours };
        for (after, next) in cases {
            assert_eq!(recurrence.next(at(after)), Some(at(next)), "after {after}");
        }
    }

    #[test]
    fn every_day_at_its_minute_and_never_at_the_instant_itself() {
        let cases = [
            ("2026-11-30T08:59:59+08:00", "2026-11-30T09:00:00+08:00"),
            ("2026-11-30T09:00:00+08:00", "2026-12-01T09:00:00+08:00"),
            ("2026-12-31T23:00:00+08:00", "2027-01-01T09:00:00+08:00"),
        ];
        check(&Days::Daily, None, &cases);
    }

    #[test]
    fn working_days_are_the_calendars_or_those_of_the_week() {
        let week = vec![vec![Interval { start_min: 540, end_min: 1_080 }]; 5];
        let weekly = week.into_iter().chain([Vec::new(), Vec::new()]).collect();
        let definition = CalendarDefinition { zone: "Asia/Shanghai".to_owned(), weekly, exceptions: holiday::china() };
        let calendar = Calendar::new(&definition, zone("Asia/Shanghai"));
        let cases = [
            ("2026-09-30T10:00:00+08:00", "2026-10-08T09:00:00+08:00"),
            ("2026-10-09T10:00:00+08:00", "2026-10-10T09:00:00+08:00"),
        ];
        check(&Days::Workdays, Some(&calendar), &cases);
        check(&Days::Workdays, None, &[("2026-10-09T10:00:00+08:00", "2026-10-12T09:00:00+08:00")]);
        let closed = CalendarDefinition { zone: "UTC".to_owned(), weekly: vec![Vec::new(); 7], exceptions: Vec::new() };
        let closed = Calendar::new(&closed, TimeZone::UTC);
        let never = Recurrence { days: &Days::Workdays, minute: 0, zone: &TimeZone::UTC, hours: Some(&closed) };
        assert_eq!(never.next(at("2026-10-09T10:00:00Z")), None);
    }

    #[test]
    fn chosen_weekdays_come_in_their_order() {
        let days = Days::Weekly { days: [1, 4].into() };
        let cases = [
            ("2026-11-30T08:00:00+08:00", "2026-11-30T09:00:00+08:00"),
            ("2026-11-30T09:00:00+08:00", "2026-12-03T09:00:00+08:00"),
            ("2026-12-04T09:00:00+08:00", "2026-12-07T09:00:00+08:00"),
        ];
        check(&days, None, &cases);
    }

    #[test]
    fn a_day_that_a_month_does_not_have_is_its_last() {
        let cases = [
            ("2026-01-31T09:00:00+08:00", "2026-02-28T09:00:00+08:00"),
            ("2026-02-28T09:00:00+08:00", "2026-03-31T09:00:00+08:00"),
            ("2028-02-01T09:00:00+08:00", "2028-02-29T09:00:00+08:00"),
        ];
        check(&Days::Monthly { day: 31 }, None, &cases);
        check(&Days::Monthly { day: 15 }, None, &[("2026-11-30T00:00:00+08:00", "2026-12-15T09:00:00+08:00")]);
    }

    #[test]
    fn clocks_that_are_put_forward_or_back_give_one_a_day() {
        let zone = zone("Europe/Berlin");
        let nightly = Recurrence { days: &Days::Daily, minute: 150, zone: &zone, hours: None };
        assert_eq!(nightly.next(at("2026-03-28T12:00:00Z")), Some(at("2026-03-29T03:30:00+02:00")));
        let first = nightly.next(at("2026-10-24T12:00:00Z")).unwrap();
        assert_eq!(first, at("2026-10-25T02:30:00+02:00"));
        assert_eq!(nightly.next(first), Some(at("2026-10-26T02:30:00+01:00")));
    }

    #[test]
    fn of_several_that_were_missed_the_last_counts() {
        let zone = zone("Asia/Shanghai");
        let daily = Recurrence { days: &Days::Daily, minute: 540, zone: &zone, hours: None };
        let last = |now: &str| daily.last_due(at("2026-11-24T09:00:00+08:00"), at(now));
        assert_eq!(last("2026-11-25T08:59:00+08:00"), None);
        assert_eq!(last("2026-11-25T09:00:00+08:00"), Some(at("2026-11-25T09:00:00+08:00")));
        assert_eq!(last("2026-11-30T08:00:00+08:00"), Some(at("2026-11-29T09:00:00+08:00")));
    }
}
