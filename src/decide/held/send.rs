//! A decision has waited for long enough: it is judged anew and carried out, or its owner is told why not. Both end the waiting in the same
//! commit, so it is never done twice and never lost.

use crate::decide::facts::Facts;
use crate::decide::order;
use crate::model::command::{Actor, OrderVerb};
use crate::model::decision::Decision;
use crate::model::effect::{Effect, Message, Subject};
use crate::model::event::Event;
use crate::model::held::{Held, NO_HOLDS, Obstacle, Release};
use crate::model::id::{CommandId, UserId};
use crate::model::limit::MESSAGE_CHARS_MAX;
use crate::model::refusal::Refusal;

/// # Errors
/// - `TooSoon`: it can still be taken back, or the workspace may not act yet on what is due.
/// - As [`decide`].
pub fn decide_due(facts: &Facts, id: CommandId) -> Result<Decision, Refusal> {
    match facts.held.get(id) {
        Some(held) if held.due > facts.now || facts.is_quarantined => Err(Refusal::TooSoon { retry_at: held.due }),
        _ => decide(facts, id),
    }
}

/// # Errors
/// - `NotFound`: it went before, or was taken back.
pub fn decide(facts: &Facts, id: CommandId) -> Result<Decision, Refusal> {
    let held = facts.held.get(id).ok_or(Refusal::NotFound)?;
    let verb = OrderVerb::Decide(held.verdict.clone());
    let judged = order::decide(&Facts { held: &NO_HOLDS, ..*facts }, Actor::User(held.by), held.order, None, &verb);
    let (how, Decision { events, effects }) = match judged {
        Ok(decision) => (Release::Sent, decision),
        Err(refusal) => {
            let (why, by) = obstacle(&refusal);
            let told = Decision { events: Vec::new(), effects: vec![told(facts, held, why, by)] };
            (Release::Refused(why), told)
        }
    };
    let released = Event::DecisionReleased { id, by: held.by, order: held.order, how };
    Ok(Decision { events: std::iter::once(released).chain(events).collect(), effects })
}

/// And who was in the way.
fn obstacle(refusal: &Refusal) -> (Obstacle, Option<UserId>) {
    match refusal {
        Refusal::TaskClosed { by, .. } => (Obstacle::TaskClosed, *by),
        Refusal::OrderEnded { by, .. } => (Obstacle::OrderEnded, *by),
        Refusal::AlreadyClaimed { by, .. } => (Obstacle::NotYours, Some(*by)),
        Refusal::NotYours => (Obstacle::NotYours, None),
        Refusal::NotReturnable { .. } | Refusal::AmbiguousPrevious { .. } => (Obstacle::NotReturnable, None),
        Refusal::UserInactive { .. } | Refusal::AlreadyParticipant { .. } => (Obstacle::Successor, None),
        Refusal::Invalid(_) | Refusal::CommentRequired | Refusal::SignatureRequired => (Obstacle::Invalid, None),
        Refusal::NotFound
        | Refusal::NotAllowed
        | Refusal::NotPublished
        | Refusal::StaleRevision { .. }
        | Refusal::RecallTooLate { .. }
        | Refusal::RecallEffects { .. }
        | Refusal::WithdrawTooLate { .. }
        | Refusal::TooSoon { .. }
        | Refusal::InUse { .. }
        | Refusal::LastAdministrator
        | Refusal::BuiltIn
        | Refusal::LimitReached { .. }
        | Refusal::DecisionHeld { .. }
        | Refusal::TakeBackTooLate
        | Refusal::CommandMismatch
        | Refusal::MigrationBlocked(_) => (Obstacle::NotAllowed, None),
    }
}

fn told(facts: &Facts, held: &Held, why: Obstacle, by: Option<UserId>) -> Effect {
    let order = facts.order;
    let visit = order.and_then(|order| order.visits.get(&order.tasks.get(&held.verdict.task)?.visit));
    let node = visit.map(|visit| visit.node.clone());
    let named = order.zip(node.as_ref()).and_then(|(order, node)| {
        let flow = facts.catalog.form(order.form)?.flow(order.flow_version)?;
        Some(flow.find(node)?.name.clone())
    });
    let message = Message {
        subject: Subject::Unsent { ruling: held.verdict.ruling.kind(), why },
        order: held.order,
        title: order.map(|order| order.title.clone()).unwrap_or_default(),
        node,
        node_name: named.unwrap_or_default(),
        by,
        text: held.verdict.opinion.comment.chars().take(MESSAGE_CHARS_MAX).collect(),
    };
    Effect::Notify { recipients: vec![held.by], message }
}
