//! The outbox and people's notices. Only the outbox itself says what became of a message; an administrator may have one sent at once
//! that waits, or again that was given up. Refuses what nobody knows and what has arrived: nothing is sent twice on purpose.

use super::events;
use super::facts::Facts;
use crate::access::{self, Wish};
use crate::model::command::{Actor, DeliveryAsk};
use crate::model::decision::Decision;
use crate::model::effect::{EffectId, OutgoingState};
use crate::model::event::Event;
use crate::model::limit::PAGE_ROWS_MAX;
use crate::model::party::Power;
use crate::model::refusal::Refusal;

pub fn decide(facts: &Facts, actor: Actor, ask: &DeliveryAsk) -> Result<Decision, Refusal> {
    match ask {
        DeliveryAsk::Move { id, attempts, state } => match actor {
            Actor::System => {
                (facts.outgoing)(*id).ok_or(Refusal::NotFound)?;
                Ok(events([Event::OutgoingMoved { id: *id, attempts: *attempts, state: state.clone() }]))
            }
            Actor::User(_) => Err(Refusal::NotAllowed),
        },
        DeliveryAsk::Resend { id } => {
            access::may(facts.catalog, actor, Wish::Power(Power::Administer))?;
            resend(facts, *id)
        }
        // The event names the reader, so that nobody can mark another person's notice.
        DeliveryAsk::ReadNotices { ids } => {
            let user = actor.user().ok_or(Refusal::NotAllowed)?;
            if ids.len() > PAGE_ROWS_MAX {
                return Err(Refusal::LimitReached { limit: PAGE_ROWS_MAX as u64 });
            }
            Ok(events([Event::NoticesRead { user, ids: ids.clone() }]))
        }
    }
}

/// What was given up begins anew; what waits for its next try only comes sooner.
fn resend(facts: &Facts, id: EffectId) -> Result<Decision, Refusal> {
    let known = (facts.outgoing)(id).ok_or(Refusal::NotFound)?;
    let (attempts, last_error) = match known.state {
        OutgoingState::Parked { last_error, .. } => (0, Some(last_error)),
        OutgoingState::Waiting { last_error, .. } => (known.attempts, last_error),
        OutgoingState::Delivered { .. } => return Err(Refusal::NotFound),
    };
    let state = OutgoingState::Waiting { next_at: facts.now, last_error };
    Ok(events([Event::OutgoingMoved { id, attempts, state }]))
}
