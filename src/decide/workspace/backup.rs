//! Backups: when they are made, and that a restored workspace may act again.

use crate::decide::{events, sound};
use crate::model::backup::{BackupPlan, Every};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::limit::{BACKUP_HOURS_MAX, BACKUPS_KEPT_MAX, REHEARSE_DAYS_MAX};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

const DAY_MINUTES: u16 = 24 * 60;

pub(super) fn save_plan(plan: &BackupPlan) -> Result<Decision, Refusal> {
    let every = match plan.every {
        Every::Never => None,
        Every::Hours { hours } => within("every.hours", hours, (1, BACKUP_HOURS_MAX)),
        Every::Daily { minute } => within("every.minute", minute, (0, DAY_MINUTES - 1)),
    };
    let kept = |place, count| within(place, count, (0, BACKUPS_KEPT_MAX));
    let keep = [
        kept("keep.daily", plan.keep.daily),
        kept("keep.weekly", plan.keep.weekly),
        kept("keep.monthly", plan.keep.monthly),
    ];
    let rehearse = within("rehearse_days", plan.rehearse_days, (0, REHEARSE_DAYS_MAX));
    sound(every.into_iter().chain(keep.into_iter().flatten()).chain(rehearse).collect())?;
    Ok(events([Event::BackupPlanSaved(*plan)]))
}

fn within(place: &str, number: u16, (min, max): (u16, u16)) -> Option<Problem> {
    match number {
        number if number < min => Some(Problem::error(place, ProblemCode::TooSmall).with("min", min)),
        number if number > max => Some(Problem::error(place, ProblemCode::TooLarge).with("max", max)),
        _ => None,
    }
}
