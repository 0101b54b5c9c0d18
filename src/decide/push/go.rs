//! A push goes out, or it is said why not. Its end names the instant it was due at, so the same instant never goes twice.

use std::collections::BTreeSet;

use super::designed;
use crate::access::{self, Wish};
use crate::catalog::Catalog;
use crate::decide::facts::Facts;
use crate::model::command::Actor;
use crate::model::decision::Decision;
use crate::model::definition::Board;
use crate::model::effect::{Effect, Message, Subject};
use crate::model::event::Event;
use crate::model::id::{PushId, UserId};
use crate::model::limit::PUSH_BYTES_MAX;
use crate::model::party::Action;
use crate::model::push::{Audience, Push, PushDue, PushEnd, PushFault, PushRun};
use crate::model::refusal::Refusal;

/// # Errors
/// - `NotFound`: there is no such push, or it is off and nobody asked;
/// - `StaleRevision`: the words are those of an older one;
/// - `NotAllowed`: not by this person, or nobody has said yet that a restored workspace may act.
pub fn decide(
    facts: &Facts,
    actor: Actor,
    (id, rev, due): (PushId, u64, PushDue),
    words: &Result<String, PushFault>,
) -> Result<Decision, Refusal> {
    let push = facts.catalog.pushes.get(&id).ok_or(Refusal::NotFound)?;
    let board = designed(facts, actor, push.board)?;
    let upto = match (due, actor) {
        (_, _) if facts.is_quarantined => return Err(Refusal::NotAllowed),
        (PushDue::At(_), Actor::User(_)) | (PushDue::Now, Actor::System) => return Err(Refusal::NotAllowed),
        (PushDue::At(_), Actor::System) if !push.plan.is_on => return Err(Refusal::NotFound),
        (PushDue::At(at), Actor::System) if at <= push.done_upto() => return Ok(Decision::default()),
        (PushDue::At(at), Actor::System) if at > facts.now => return Err(Refusal::TooSoon { retry_at: at }),
        (PushDue::At(at), Actor::System) => at,
        (PushDue::Now, Actor::User(_)) => push.done_upto(),
    };
    if rev != push.rev {
        return Err(Refusal::StaleRevision { now: push.rev });
    }
    let words = match (fault(facts.catalog, push, board), words) {
        (Some(fault), _) => Err(fault),
        (None, Ok(words)) if words.len() > PUSH_BYTES_MAX => {
            return Err(Refusal::LimitReached { limit: PUSH_BYTES_MAX as u64 });
        }
        (None, words) => words.as_deref().map_err(|fault| *fault),
    };
    let by = actor.user();
    let (end, effects) = match words {
        Ok(words) => (PushEnd::Sent, sent(facts.catalog, push, board, (by, words))),
        Err(fault) => (PushEnd::Failed(fault), told(facts.catalog, push, board, (by, fault)).into_iter().collect()),
    };
    let last = Some(PushRun { upto, at: facts.now, by, end });
    Ok(Decision { events: vec![Event::PushWent(Push { last, ..Push::clone(push) })], effects })
}

/// What keeps it from going out, whatever the board shows.
fn fault(catalog: &Catalog, push: &Push, board: &Board) -> Option<PushFault> {
    let is_off = |channel| !catalog.channels.get(channel).is_some_and(|channel| channel.is_active);
    if !catalog.directory.is_active(push.by) {
        Some(PushFault::OwnerGone)
    } else if !access::can(catalog, push.by, Wish::App(board.app, Action::Design)).is_allowed() {
        Some(PushFault::OwnerBarred)
    } else if push.plan.to.channel.iter().any(is_off) {
        Some(PushFault::ChannelOff)
    } else {
        let is_for_nobody = push.plan.to.channel.is_none() && people(catalog, &push.plan.to, board).is_empty();
        is_for_nobody.then_some(PushFault::NobodyLeft)
    }
}

/// Groups read the figures; people are led to the board, which shows each what they may see.
fn sent(catalog: &Catalog, push: &Push, board: &Board, (by, words): (Option<UserId>, &str)) -> Vec<Effect> {
    let subject = Subject::BoardPushed { app: board.app, board: board.id, push: push.id };
    let message = |text: &str| Message::of_board(subject, &board.name, by, text.to_owned());
    let group = push.plan.to.channel.map(|channel| {
        let recipients = Vec::new();
        Effect::Send { channel, recipients, message: message(words) }
    });
    let recipients = people(catalog, &push.plan.to, board);
    let people = (!recipients.is_empty()).then(|| Effect::Notify { recipients, message: message("") });
    group.into_iter().chain(people).collect()
}

/// Those who may see the board, by id.
fn people(catalog: &Catalog, to: &Audience, board: &Board) -> Vec<UserId> {
    let directory = &catalog.directory;
    let teams = to.teams.iter().flat_map(|team| directory.team_members(*team));
    let named: BTreeSet<UserId> = to.users.iter().chain(teams).copied().collect();
    let holds = |user: UserId| directory.roles_of(user).any(|role| to.roles.contains(&role.id));
    let is_meant = |user: &UserId| named.contains(user) || (!to.roles.is_empty() && holds(*user));
    let may = |user: &UserId| access::can(catalog, *user, Wish::App(board.app, Action::View)).is_allowed();
    directory.users.keys().copied().filter(is_meant).filter(may).collect()
}

/// The app's designers, once for each reason. Whoever sends by hand is told by the answer, and a house that was not running is no
/// news to anybody.
fn told(catalog: &Catalog, push: &Push, board: &Board, (by, why): (Option<UserId>, PushFault)) -> Option<Effect> {
    let is_known = push.last.is_some_and(|last| last.end == PushEnd::Failed(why) && last.at >= push.at);
    if by.is_some() || is_known || why == PushFault::Missed {
        return None;
    }
    let designs = |user: &UserId| access::can(catalog, *user, Wish::App(board.app, Action::Design)).is_allowed();
    let recipients: Vec<UserId> = catalog.directory.users.keys().copied().filter(designs).collect();
    let subject = Subject::PushFailed { app: board.app, board: board.id, push: push.id, why };
    Some(Effect::Notify { recipients, message: Message::of_board(subject, &board.name, None, String::new()) })
}
