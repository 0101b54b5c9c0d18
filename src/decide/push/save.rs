//! When, and to whom: kept whole or not at all.

use super::{designed, of};
use crate::catalog::Catalog;
use crate::decide::facts::Facts;
use crate::decide::{events, sound};
use crate::form::definition::too_many;
use crate::model::command::Actor;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::id::{BoardId, PushId};
use crate::model::limit::{PUSHES_PER_BOARD_MAX, RECIPIENTS_MAX};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::push::{Audience, Days, Push, PushPlan};
use crate::model::refusal::Refusal;

const LAST_MINUTE: u16 = 24 * 60 - 1;

/// `rev` is the one its maker read; 0 for a new push.
pub fn decide(
    facts: &Facts,
    actor: Actor,
    (id, board, rev): (PushId, BoardId, u64),
    plan: &PushPlan,
) -> Result<Decision, Refusal> {
    let board = designed(facts, actor, board)?.id;
    let by = actor.user().ok_or(Refusal::NotAllowed)?;
    let before = facts.catalog.pushes.contains_key(&id).then(|| of(facts, board, id)).transpose()?;
    let now = before.map_or(0, |before| before.rev);
    if rev != now {
        return Err(Refusal::StaleRevision { now });
    }
    let beside = facts.catalog.pushes.values().filter(|push| push.board == board).count();
    if before.is_none() && beside >= PUSHES_PER_BOARD_MAX {
        return Err(Refusal::LimitReached { limit: PUSHES_PER_BOARD_MAX as u64 });
    }
    sound(check(facts.catalog, plan))?;
    let last = before.and_then(|before| before.last);
    Ok(events([Event::PushSaved(Push { id, board, plan: plan.clone(), rev: now + 1, by, at: facts.now, last })]))
}

/// Places are `days`, `minute`, `to` and `to.<kind>`.
fn check(catalog: &Catalog, plan: &PushPlan) -> Vec<Problem> {
    let outside = |place: &str, min: u16, max: u16| {
        Problem::error(place, ProblemCode::OutOfRange).with("min", min).with("max", max)
    };
    let mut problems = Vec::new();
    match &plan.days {
        Days::Daily | Days::Workdays => {}
        Days::Weekly { days } if days.is_empty() => problems.push(Problem::error("days", ProblemCode::Required)),
        Days::Weekly { days } if days.iter().all(|day| (1..=7).contains(day)) => {}
        Days::Weekly { .. } => problems.push(outside("days", 1, 7)),
        Days::Monthly { day } if (1..=31).contains(day) => {}
        Days::Monthly { .. } => problems.push(outside("days", 1, 31)),
    }
    if plan.minute > LAST_MINUTE {
        problems.push(outside("minute", 0, LAST_MINUTE));
    }
    problems.extend(audience(catalog, &plan.to));
    problems
}

fn audience(catalog: &Catalog, to: &Audience) -> Vec<Problem> {
    let directory = &catalog.directory;
    let unknown = |is_unknown: bool, place: &str, code| is_unknown.then(|| Problem::error(place, code));
    let nobody = to.is_empty().then(|| Problem::error("to", ProblemCode::Required));
    let channel = to.channel.is_some_and(|channel| !catalog.channels.contains_key(&channel));
    let users = to.users.iter().any(|user| !directory.is_active(*user));
    let teams = to.teams.iter().any(|team| !directory.teams.contains_key(team));
    let roles = to.roles.iter().any(|role| !directory.roles.contains_key(role));
    let all = [
        nobody,
        too_many("to", to.len(), RECIPIENTS_MAX),
        unknown(channel, "to.channel", ProblemCode::UnknownChannel),
        unknown(users, "to.users", ProblemCode::UnknownUser),
        unknown(teams, "to.teams", ProblemCode::UnknownTeam),
        unknown(roles, "to.roles", ProblemCode::UnknownRole),
    ];
    all.into_iter().flatten().collect()
}
