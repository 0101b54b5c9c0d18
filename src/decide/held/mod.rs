//! Decisions that wait for a while, in which they can be taken back. Each is judged twice by the rules of its order: when it is made, so
//! that what would be refused is refused at once, and when its time has come, for the order may have moved on. Only whoever decided
//! knows of it meanwhile: for everybody else the task is open, and who is faster wins.

use super::facts::Facts;
use crate::model::command::{Command, HeldAsk};
use crate::model::decision::Decision;
use crate::model::refusal::Refusal;

mod hold;
mod send;
mod take_back;

pub fn decide(facts: &Facts, command: &Command, ask: &HeldAsk) -> Result<Decision, Refusal> {
    let user = command.actor.user().ok_or(Refusal::NotAllowed)?;
    match ask {
        HeldAsk::Hold { order, rev, verdict } => hold::decide(facts, (command.id, user), (*order, *rev), verdict),
        HeldAsk::TakeBack { id } => take_back::decide(facts, *id),
        HeldAsk::Send { id } => send::decide(facts, *id),
        HeldAsk::SendDue { id } => send::decide_due(facts, *id),
    }
}
