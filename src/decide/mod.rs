//! Judging commands: facts and a command give a decision or a refusal, and nothing else. One file per verb.
//! It cannot look at a clock, a disk, the network or chance.

use crate::model::command::{Ask, Command};
use crate::model::decision::Decision;
use crate::model::refusal::Refusal;

pub mod facts;
pub mod order;

use facts::Facts;

/// Total and repeatable: the same facts and command give the same answer.
pub fn decide(facts: &Facts, command: &Command) -> Result<Decision, Refusal> {
    match &command.ask {
        Ask::Order { order, rev, verb } => order::decide(facts, command.actor, *order, *rev, verb),
        Ask::App(_)
        | Ask::Form(_)
        | Ask::Board(_)
        | Ask::View(_)
        | Ask::Party(_)
        | Ask::Workspace(_)
        | Ask::File(_)
        | Ask::Delivery(_)
        | Ask::Batch(_) => Err(Refusal::NotAllowed),
    }
}
