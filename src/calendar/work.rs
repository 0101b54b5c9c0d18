//! Adding and measuring working time. `elapsed` is the measure, `add` its inverse: the earliest instant at which it is reached,
//! so a span that ends at closing time ends there and not at the next opening.

use super::civil::{self, Fold};
use super::day::Calendar;
use crate::model::limit::CALENDAR_DAYS_MAX;
use crate::model::time::{Date, MINUTE_MS, Timestamp};

impl Calendar {
    /// The earliest instant by which `working_ms` have passed since `start`; `start` itself for nothing or less.
    /// `None`: the calendar does not open long enough within `CALENDAR_DAYS_MAX` days.
    pub fn add(&self, start: Timestamp, working_ms: i64) -> Option<Timestamp> {
        let mut left = working_ms;
        if left <= 0 {
            return Some(start);
        }
        for (opening, closing) in self.spans(start)? {
            let length = closing.since(opening);
            if left <= length {
                return Some(opening.plus_ms(left));
            }
            left -= length;
        }
        None
    }

    /// Working milliseconds from `from` to `to`; negative where `to` is earlier.
    pub fn elapsed(&self, from: Timestamp, to: Timestamp) -> i64 {
        if to < from {
            return -self.elapsed(to, from);
        }
        let Some(spans) = self.spans(from) else { return 0 };
        let before = spans.take_while(|(opening, _)| *opening < to);
        before.map(|(opening, closing)| closing.min(to).since(opening)).sum()
    }

    /// The same clock time `days` working days on, kept within the hours of that day: from the first working instant on, and
    /// inside a break at its end. `None` as for [`Calendar::add`].
    pub fn add_days(&self, start: Timestamp, days: u32) -> Option<Timestamp> {
        let (opening, _) = self.spans(start)?.next()?;
        let owner = self.owner(opening);
        let minute_ms = civil::local(opening, &self.zone) - civil::midnight(owner);
        let following = (owner.0 + 1..).map(Date).take(CALENDAR_DAYS_MAX).filter(|date| self.is_workday(*date));
        let target = match usize::try_from(days).unwrap_or(usize::MAX).checked_sub(1) {
            None => return Some(opening),
            Some(skip) => following.into_iter().nth(skip)?,
        };
        let intervals = self.intervals(target);
        let within = intervals.iter().find(|interval| minute_ms <= i64::from(interval.end_min) * MINUTE_MS);
        let (clock_ms, fold) = match within.or_else(|| intervals.last()) {
            Some(interval) => {
                let (first, last) =
                    (i64::from(interval.start_min) * MINUTE_MS, i64::from(interval.end_min) * MINUTE_MS);
                (minute_ms.clamp(first, last), if minute_ms >= last { Fold::Second } else { Fold::First })
            }
            None => return None,
        };
        Some(civil::instant(civil::midnight(target) + clock_ms, &self.zone, fold))
    }

    /// The day whose interval an instant lies in: its own, or the one before where a night shift runs past midnight.
    fn owner(&self, instant: Timestamp) -> Date {
        let own = civil::date_of(civil::local(instant, &self.zone));
        let is_within = |date: Date| {
            self.intervals(date)
                .iter()
                .map(|interval| self.span(date, *interval))
                .any(|(opening, closing)| opening <= instant && instant < closing)
        };
        let before = Date(own.0 - 1);
        if !is_within(own) && is_within(before) { before } else { own }
    }

    /// Stretches of working time from `start` on, in order, apart, none empty. `None`: there never are any.
    fn spans(&self, start: Timestamp) -> Option<impl Iterator<Item = (Timestamp, Timestamp)>> {
        // A night shift of the day before may still run.
        let first = Date(civil::date_of(civil::local(start, &self.zone)).0 - 1);
        if self.is_closed_from(first) {
            return None;
        }
        let days = (first.0..).take(CALENDAR_DAYS_MAX).map(Date);
        let all =
            days.flat_map(move |date| self.intervals(date).iter().map(move |interval| self.span(date, *interval)));
        let mut reached = start;
        Some(all.filter_map(move |(opening, closing)| {
            let opening = opening.max(reached);
            reached = reached.max(closing);
            (opening < closing).then_some((opening, closing))
        }))
    }
}
