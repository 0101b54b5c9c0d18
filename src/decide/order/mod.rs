//! The verbs of an order, one file each.

use crate::decide::facts::Facts;
use crate::model::command::{Actor, OrderVerb};
use crate::model::decision::Decision;
use crate::model::id::RecordId;
use crate::model::refusal::Refusal;

pub fn decide(
    _facts: &Facts,
    _actor: Actor,
    _order: RecordId,
    _rev: Option<u64>,
    _verb: &OrderVerb,
) -> Result<Decision, Refusal> {
    Err(Refusal::NotAllowed)
}
