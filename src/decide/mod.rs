//! Judging commands: facts and a command give a decision or a refusal, and nothing else. One folder per noun, one file per verb.
//! It cannot look at a clock, a disk, the network or chance.

use crate::model::command::{Ask, Command};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::refusal::Refusal;

pub mod app;
pub mod batch;
pub mod board;
pub mod delivery;
pub mod facts;
pub mod file;
pub mod form;
pub mod held;
pub mod identity;
pub mod order;
pub mod party;
pub mod preference;
pub mod push;
pub mod view;
pub mod workspace;

mod column;
mod in_use;

use facts::Facts;

/// Total and repeatable: the same facts and command give the same answer.
pub fn decide(facts: &Facts, command: &Command) -> Result<Decision, Refusal> {
    match &command.ask {
        Ask::Order { order, rev, verb } => order::decide(facts, command.actor, *order, *rev, verb),
        Ask::App(ask) => app::decide(facts, command.actor, ask),
        Ask::Form(ask) => form::decide(facts, command.actor, ask),
        Ask::Board(ask) => board::decide(facts, command.actor, ask),
        Ask::Push(ask) => push::decide(facts, command.actor, ask),
        Ask::View(ask) => view::decide(facts, command.actor, ask),
        Ask::Party(ask) => party::decide(facts, command.actor, ask),
        Ask::Preference(ask) => preference::decide(facts, command.actor, ask),
        Ask::Workspace(ask) => workspace::decide(facts, command.actor, ask),
        Ask::File(ask) => file::decide(command.actor, ask),
        Ask::Delivery(ask) => delivery::decide(facts, command.actor, ask),
        Ask::Identity(ask) => identity::decide(facts, command.actor, ask),
        Ask::Held(ask) => held::decide(facts, command, ask),
        Ask::Batch(asks) => batch::decide(facts, command, asks),
    }
}

/// A decision that asks nothing of the outside world.
fn events(events: impl IntoIterator<Item = Event>) -> Decision {
    Decision { events: events.into_iter().collect(), effects: Vec::new() }
}

/// Bad data is an answer, all of it at once.
fn sound(problems: Vec<crate::model::problem::Problem>) -> Result<(), Refusal> {
    use crate::model::problem::Severity;
    let blocks = problems.iter().any(|problem| problem.severity == Severity::Error);
    if blocks { Err(Refusal::Invalid(problems)) } else { Ok(()) }
}
