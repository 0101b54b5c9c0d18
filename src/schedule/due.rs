//! When a backup or a rehearsal is due, and which backups stay. Pure: the plan, what was done, and now.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use jiff::{Span, Zoned};

use crate::model::backup::{BackupPlan, Every, Keep};
use crate::model::time::{DAY_MS, HOUR_MS, Timestamp};
use crate::store::runs::{Run, Runs, Work};

/// A backup that failed is tried again after this, a rehearsal after a day.
const RETRY_MS: i64 = HOUR_MS;

/// `began` is when the process did: what was missed before the very first backup is not made up for.
pub fn next_backup(plan: &BackupPlan, runs: &Runs, (began, zone): (Timestamp, &TimeZone)) -> Option<Timestamp> {
    let last = runs.last(Work::Backup);
    let next = match plan.every {
        Every::Never => return None,
        Every::Hours { hours } => last.map_or(began, |run| run.at).plus_ms(i64::from(hours) * HOUR_MS),
        Every::Daily { minute } => daily_after(last.map_or(began, |run| run.at), minute, zone),
    };
    Some(last.filter(|run| run.error.is_some()).map_or(next, |run| next.min(ended(run).plus_ms(RETRY_MS))))
}

/// The first one follows the first backup.
pub fn next_rehearsal(plan: &BackupPlan, runs: &Runs) -> Option<Timestamp> {
    let backup = runs.last_good(Work::Backup).filter(|_| plan.rehearse_days > 0)?;
    let wait = |run: &Run| if run.error.is_some() { DAY_MS } else { i64::from(plan.rehearse_days) * DAY_MS };
    Some(runs.last(Work::Rehearsal).map_or(ended(backup), |run| ended(run).plus_ms(wait(run))))
}

const fn ended(run: &Run) -> Timestamp {
    run.at.plus_ms(run.took_ms)
}

/// The first instant after `last` at which the clocks of the zone show that minute of the day.
fn daily_after(last: Timestamp, minute: u16, zone: &TimeZone) -> Timestamp {
    let last = zoned(last, zone);
    let on = |days: i64| {
        let midnight = last.date().saturating_add(Span::new().days(days)).at(0, 0, 0, 0);
        let at = midnight.saturating_add(Span::new().minutes(i64::from(minute)));
        zone.to_ambiguous_zoned(at).compatible().ok()
    };
    let next = (0..=2).filter_map(on).find(|at| *at > last);
    next.map_or(Timestamp(i64::MAX), |at| Timestamp(at.timestamp().as_millisecond()))
}

/// Which of these instants stay. The newest always does.
pub fn kept(backups: &[Timestamp], keep: Keep, (now, zone): (Timestamp, &TimeZone)) -> BTreeSet<Timestamp> {
    let mut newest_first = backups.to_vec();
    newest_first.sort_unstable_by(|one, other| other.cmp(one));
    let recent = newest_first.iter().filter(|at| now.since(**at) < DAY_MS);
    let mut kept: BTreeSet<Timestamp> = newest_first.first().into_iter().chain(recent).copied().collect();
    let mut newest_of_each = |count: u16, period: &dyn Fn(&Zoned) -> (i16, i16)| {
        let mut seen = BTreeSet::new();
        for at in &newest_first {
            if seen.insert(period(&zoned(*at, zone))) {
                if seen.len() > usize::from(count) {
                    break;
                }
                kept.insert(*at);
            }
        }
    };
    newest_of_each(keep.daily, &|at| (at.year(), at.day_of_year()));
    newest_of_each(keep.weekly, &|at| {
        let week = at.date().iso_week_date();
        (week.year(), i16::from(week.week()))
    });
    newest_of_each(keep.monthly, &|at| (at.year(), i16::from(at.month())));
    kept
}

fn zoned(at: Timestamp, zone: &TimeZone) -> Zoned {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(zone.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    fn shanghai() -> TimeZone {
        jiff::tz::TimeZoneDatabase::bundled().get("Asia/Shanghai").unwrap()
    }

    fn run(work: Work, text: &str, error: Option<&str>) -> Run {
        Run { error: error.map(str::to_owned), took_ms: 60_000, ..Run::begun(work, String::new(), at(text)) }
    }

    #[test]
    fn a_daily_backup_comes_at_its_minute_of_the_local_day() {
        let plan = BackupPlan { every: Every::Daily { minute: 120 }, ..BackupPlan::default() };
        let next = |runs: Vec<Run>, began: &str| next_backup(&plan, &Runs(runs), (at(began), &shanghai())).unwrap();
        assert_eq!(next(vec![], "2026-11-24T10:00:00+08:00"), at("2026-11-25T02:00:00+08:00"));
        assert_eq!(next(vec![], "2026-11-24T01:00:00+08:00"), at("2026-11-24T02:00:00+08:00"));
        let done = run(Work::Backup, "2026-11-24T02:00:00+08:00", None);
        assert_eq!(next(vec![done], "2026-11-29T10:00:00+08:00"), at("2026-11-25T02:00:00+08:00"), "missed: at once");
        let failed = run(Work::Backup, "2026-11-24T02:00:00+08:00", Some("full"));
        assert_eq!(next(vec![failed], "2026-11-24T01:00:00+08:00"), at("2026-11-24T03:01:00+08:00"));
    }

    #[test]
    fn a_day_without_that_minute_and_a_day_with_two_have_one_backup_each() {
        let zone = jiff::tz::TimeZoneDatabase::bundled().get("Europe/Berlin").unwrap();
        assert_eq!(daily_after(at("2026-03-28T12:00:00Z"), 150, &zone), at("2026-03-29T03:30:00+02:00"));
        let first = daily_after(at("2026-10-24T12:00:00Z"), 150, &zone);
        assert_eq!(first, at("2026-10-25T02:30:00+02:00"));
        assert_eq!(daily_after(first, 150, &zone), at("2026-10-26T02:30:00+01:00"));
    }

    #[test]
    fn hours_count_from_the_last_one_and_never_is_never() {
        let plan = |every| BackupPlan { every, ..BackupPlan::default() };
        let runs = Runs(vec![run(Work::Backup, "2026-11-24T02:00:00Z", None)]);
        let next = |every| next_backup(&plan(every), &runs, (at("2026-11-20T00:00:00Z"), &TimeZone::UTC));
        assert_eq!(next(Every::Hours { hours: 6 }), Some(at("2026-11-24T08:00:00Z")));
        assert_eq!(next(Every::Never), None);
    }

    #[test]
    fn a_rehearsal_follows_the_first_backup_and_then_the_days() {
        let plan = BackupPlan::default();
        let backup = run(Work::Backup, "2026-11-24T02:00:00Z", None);
        let rehearsal = |error| run(Work::Rehearsal, "2026-11-24T03:00:00Z", error);
        assert_eq!(next_rehearsal(&plan, &Runs::default()), None);
        assert_eq!(next_rehearsal(&plan, &Runs(vec![backup.clone()])), Some(at("2026-11-24T02:01:00Z")));
        let runs = Runs(vec![rehearsal(None), backup.clone()]);
        assert_eq!(next_rehearsal(&plan, &runs), Some(at("2026-12-01T03:01:00Z")));
        let runs = Runs(vec![rehearsal(Some("bent")), backup]);
        assert_eq!(next_rehearsal(&plan, &runs), Some(at("2026-11-25T03:01:00Z")));
        assert_eq!(next_rehearsal(&BackupPlan { rehearse_days: 0, ..plan }, &runs), None);
    }

    #[test]
    fn the_newest_of_each_day_week_and_month_stay() {
        let hourly: Vec<Timestamp> =
            (0..24 * 100).map(|hour| at("2026-08-20T00:30:00+08:00").plus_ms(hour * HOUR_MS)).collect();
        let now = hourly[hourly.len() - 1].plus_ms(1);
        let kept = |keep| kept(&hourly, keep, (now, &shanghai()));
        let none = Keep { daily: 0, weekly: 0, monthly: 0 };
        assert_eq!(kept(none).len(), 24, "the last day stays whole");
        let days = kept(Keep { daily: 7, ..none });
        assert_eq!(days.len(), 24 + 6);
        assert!(days.contains(&at("2026-11-26T23:30:00+08:00")), "the last of its day");
        assert!(kept(Keep { weekly: 4, ..none }).contains(&at("2026-11-22T23:30:00+08:00")), "the last of its week");
        assert!(kept(Keep { monthly: 3, ..none }).contains(&at("2026-10-31T23:30:00+08:00")), "the last of its month");
        assert_eq!(super::kept(&hourly[..1], none, (now, &shanghai())).len(), 1, "the newest always stays");
        assert!(super::kept(&[], none, (now, &shanghai())).is_empty());
    }
}
