//! One file per kind of node. A node acts once when a token enters it: it moves the token on, or lets it rest with people.

use crate::flow::run::Run;
use crate::model::flow::{Port, Step};
use crate::model::form::FieldMatrix;
use crate::model::id::VisitId;

pub mod approve;
pub mod cc;
pub mod end;
pub mod exclusive;
pub mod handle;
pub mod join;
pub mod notice;
pub mod parallel;
pub mod start;
pub mod update;

pub trait Behaviour {
    /// The visit is open and had no turn yet.
    fn enter(&self, run: &mut Run, visit: VisitId);

    /// The exits that must be drawn, and those that may be.
    fn ports(&self) -> Ports;

    /// Whether a token waits here for a person.
    fn rests(&self) -> bool {
        false
    }

    /// What people may do with the fields here; absent where nobody works.
    fn fields(&self) -> Option<&FieldMatrix> {
        None
    }
}

/// The exits of a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ports {
    /// One edge at each that is needed, at most one at each that is optional.
    Named {
        needed: Vec<Port>,
        optional: Vec<Port>,
    },
    /// Any number of edges, all through `Port::Out`.
    Many,
    None,
}

impl Ports {
    pub fn one() -> Self {
        Self::Named { needed: vec![Port::Out], optional: Vec::new() }
    }
}

pub const fn behaviour(step: &Step) -> &dyn Behaviour {
    match step {
        Step::Start(start) => start,
        Step::Handle(handle) => handle,
        Step::Approve(approve) => approve,
        Step::Exclusive(exclusive) => exclusive,
        Step::Parallel(parallel) => parallel,
        Step::Join(join) => join,
        Step::Cc(cc) => cc,
        Step::Update(update) => update,
        Step::End(end) => end,
    }
}
