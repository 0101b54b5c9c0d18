//! A decision, judged and put aside.

use crate::decide::events;
use crate::decide::facts::Facts;
use crate::decide::order;
use crate::model::command::{Actor, OrderVerb, Verdict};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::held::Held;
use crate::model::id::{CommandId, RecordId, UserId};
use crate::model::limit::{HOLD_MS, HOLDS_PER_USER_MAX};
use crate::model::refusal::Refusal;

pub fn decide(
    facts: &Facts,
    (id, by): (CommandId, UserId),
    (order, rev): (RecordId, Option<u64>),
    verdict: &Verdict,
) -> Result<Decision, Refusal> {
    let now = order::decide(facts, Actor::User(by), order, rev, &OrderVerb::Decide(verdict.clone()))?;
    // What waits there waits for a word that may take days; what people do themselves goes on.
    if facts.is_quarantined {
        return Ok(now);
    }
    if facts.held.get(id).is_some() {
        return Err(Refusal::CommandMismatch);
    }
    if facts.held.len() >= HOLDS_PER_USER_MAX {
        return Err(Refusal::LimitReached { limit: HOLDS_PER_USER_MAX as u64 });
    }
    let due = facts.now.plus_ms(HOLD_MS);
    Ok(events([Event::DecisionHeld(Held { id, by, order, verdict: verdict.clone(), due })]))
}
