//! The outbox and people's notices. Only the outbox itself moves an effect; a person may send a parked one again.

use super::events;
use super::facts::Facts;
use crate::access::{self, Wish};
use crate::model::command::{Actor, DeliveryAsk};
use crate::model::decision::Decision;
use crate::model::effect::OutgoingState;
use crate::model::event::Event;
use crate::model::limit::PAGE_ROWS_MAX;
use crate::model::party::Power;
use crate::model::refusal::Refusal;

pub fn decide(facts: &Facts, actor: Actor, ask: &DeliveryAsk) -> Result<Decision, Refusal> {
    match ask {
        DeliveryAsk::Move { id, attempts, state } => match actor {
            Actor::System => Ok(events([Event::OutgoingMoved { id: *id, attempts: *attempts, state: state.clone() }])),
            Actor::User(_) => Err(Refusal::NotAllowed),
        },
        DeliveryAsk::Resend { id } => {
            access::may(facts.catalog, actor, Wish::Power(Power::Administer))?;
            let state = OutgoingState::Waiting { next_at: facts.now, last_error: None };
            Ok(events([Event::OutgoingMoved { id: *id, attempts: 0, state }]))
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
