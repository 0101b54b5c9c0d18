//! Its owner takes a decision back before it went: it never was.

use crate::decide::events;
use crate::decide::facts::Facts;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::held::Release;
use crate::model::id::CommandId;
use crate::model::refusal::Refusal;

/// # Errors
/// - `TakeBackTooLate`: it went, or nothing of that name ever waited for this person.
pub fn decide(facts: &Facts, id: CommandId) -> Result<Decision, Refusal> {
    let held = facts.held.get(id).ok_or(Refusal::TakeBackTooLate)?;
    Ok(events([Event::DecisionReleased { id, by: held.by, order: held.order, how: Release::TakenBack }]))
}
