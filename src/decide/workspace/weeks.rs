//! Eight weeks of the sample company: what was reported in the app `repair`, and who dispatched, repaired and accepted it when. The same
//! instant gives the same weeks. Pure data: whoever plays it asks ordinary commands, with the clock standing at each deed's instant.

use super::sample::{self, Crew, Dice, Logins, Report};
use crate::calendar::day::Calendar;
use crate::model::party::Language;
use crate::model::raw::{Raw, RawRecord};
use crate::model::time::{DAY_MS, Date, HOUR_MS, MINUTE_MS, Timestamp};

/// How long the company has been working with it.
pub const SPAN_MS: i64 = 56 * DAY_MS;

const PARTS_COST_MAX: usize = 1_200;
/// How many deeds each of the newest orders has behind it, the newest first: some are only reported, some handed out, some repaired.
const STILL_OPEN: [usize; 18] = [1, 1, 2, 1, 2, 1, 2, 3, 2, 1, 2, 3, 2, 2, 3, 2, 3, 3];

/// What one person did to one order.
#[derive(Debug, Clone, PartialEq)]
pub struct Deed {
    pub at: Timestamp,
    /// Which order, from 0 in the order in which they were reported.
    pub order: usize,
    /// The login.
    pub by: String,
    pub act: Act,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    Report(RawRecord),
    Claim,
    Complete(RawRecord),
    Accept(RawRecord),
    /// With the reason.
    Refuse(String),
}

/// Ascending by instant, none later than `now`; those of one order in the order in which they can be done. What had not been done by
/// `now` is still to do.
pub fn deeds(language: Language, hours: &Calendar, now: Timestamp, logins: &Logins) -> Vec<Deed> {
    let (crew, mut dice) = (sample::crew(language), Dice(7));
    let mut moments = Vec::new();
    let mut next = hours.add(now.plus_ms(-SPAN_MS), HOUR_MS);
    while let Some(at) = next.filter(|at| *at <= now) {
        moments.push(at);
        next = hours.add(at, minutes(&mut dice, 60, 420));
    }
    let reports = sample::repairs(language, 7, &moments);
    let mut all: Vec<Deed> = Vec::new();
    let count = moments.len();
    for (order, (report, at)) in reports.into_iter().zip(moments).enumerate() {
        let life = Life { crew: &crew, hours, order, logins, done: Vec::new(), at: Some(at) };
        // People get quicker: from two to one, in per cent.
        let pace = 200 - at.since(now.plus_ms(-SPAN_MS)) * 100 / SPAN_MS;
        let told = STILL_OPEN.get(count - 1 - order).copied().unwrap_or(usize::MAX);
        all.extend(life.told(report, pace, &mut dice).into_iter().take(told));
    }
    all.retain(|deed| deed.at <= now);
    all.sort_by_key(|deed| deed.at);
    all
}

/// One order from its report on. `at` is when the last deed was done; absent once the calendar has no more hours.
struct Life<'a> {
    crew: &'a Crew,
    hours: &'a Calendar,
    order: usize,
    logins: &'a Logins,
    done: Vec<Deed>,
    at: Option<Timestamp>,
}

impl Life<'_> {
    fn told(mut self, report: Report, pace: i64, dice: &mut Dice) -> Vec<Deed> {
        let technician = &self.crew.technicians[dice.below(self.crew.technicians.len())];
        let reporter = &report.by;
        self.then(0, reporter, Act::Report(report.values.clone()));
        let work_ms = if report.is_down {
            // Whoever of the maintenance team is free takes it.
            self.then(minutes(dice, 2, 25), technician, Act::Claim);
            minutes(dice, 40, 200) * pace / 100
        } else {
            // One in eight waits longer than it should.
            let waits = if dice.below(8) == 0 { minutes(dice, 70, 200) } else { minutes(dice, 4, 45) };
            let due = self.after(waits).map_or(Raw::Null, |at| Raw::Text(day_of(at.plus_ms(2 * DAY_MS)).to_string()));
            let values = sample::record(vec![("technician", self.person(technician)), ("due", due)]);
            let dispatcher = &self.crew.dispatchers[dice.below(self.crew.dispatchers.len())];
            self.then(waits, dispatcher, Act::Complete(values));
            minutes(dice, 90, 540) * pace / 100
        };
        self.then(work_ms, technician, Act::Complete(self.repaired(&report, work_ms, dice)));
        if dice.below(12) == 0 {
            self.then(minutes(dice, 20, 120), reporter, Act::Refuse(self.crew.relapse.clone()));
            let more = minutes(dice, 30, 150);
            self.then(more, technician, Act::Complete(self.repaired(&report, work_ms + more, dice)));
        }
        // Quicker work is better liked.
        let stars = if pace > 150 { [4, 3, 4, 5, 3, 4] } else { [5, 5, 4, 5, 4, 5] }[dice.below(6)];
        let accepted = sample::record(vec![("rating", Raw::Number(stars.to_string()))]);
        self.then(minutes(dice, 10, 240), reporter, Act::Accept(accepted));
        self.done
    }

    fn then(&mut self, working_ms: i64, by: &str, act: Act) {
        self.at = self.after(working_ms);
        if let Some(at) = self.at {
            self.done.push(Deed { at, order: self.order, by: by.to_owned(), act });
        }
    }

    fn after(&self, working_ms: i64) -> Option<Timestamp> {
        self.at.and_then(|at| self.hours.add(at, working_ms))
    }

    fn person(&self, login: &str) -> Raw {
        self.logins.get(login).map_or(Raw::Null, |user| Raw::Text(user.to_string()))
    }

    fn repaired(&self, report: &Report, work_ms: i64, dice: &mut Dice) -> RawRecord {
        let halves = (work_ms / (HOUR_MS / 2)).max(1);
        let mut values = vec![
            ("cause", Raw::Text(report.cause.clone())),
            ("work_done", Raw::Text(report.remedy.clone())),
            ("labour_hours", Raw::Number(format!("{}.{}", halves / 2, halves % 2 * 5))),
            ("parts_cost", Raw::Number((dice.below(PARTS_COST_MAX)).to_string())),
        ];
        if let (true, Some(at)) = (report.is_down, self.after(work_ms)) {
            values
                .push(("back_at", Raw::Text(jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_string())));
        }
        sample::record(values)
    }
}

fn minutes(dice: &mut Dice, from: usize, to: usize) -> i64 {
    i64::try_from(from + dice.below(to - from)).expect("a few hours") * MINUTE_MS
}

fn day_of(at: Timestamp) -> Date {
    let instant = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    Date::from_civil(instant.to_zoned(jiff::tz::TimeZone::UTC).date())
}
