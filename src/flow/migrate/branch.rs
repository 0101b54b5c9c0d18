//! The branches an order has on its way, in the other drawing: each must be one there, and no two the same. Where the order is says
//! more than what a line is called, for lines are drawn anew more often than steps.

use std::collections::{BTreeMap, BTreeSet};

use super::Crossing;
use super::judge::at;
use crate::flow::definition::place::places;
use crate::model::flow::Node;
use crate::model::id::{EdgeId, ForkId, NodeId, VisitId};
use crate::model::order::{BranchState, Fork, ForkState, Frame, Order};
use crate::model::problem::{Problem, ProblemCode};

#[derive(Default)]
pub(super) struct Branches {
    /// The line each branch begins with.
    pub there: BTreeMap<Frame, EdgeId>,
    /// Lines that are called otherwise.
    pub names: BTreeMap<Frame, EdgeId>,
    pub problems: Vec<Problem>,
}

impl Branches {
    /// Of the forks that are not closed.
    pub fn of(crossing: &Crossing, order: &Order) -> Self {
        let mut branches = Self::default();
        for (id, fork) in order.forks.iter().filter(|(_, fork)| fork.state != ForkState::Closed) {
            let split = &order.visits[&fork.split].node;
            // Of a split that is gone, and of one that is something else now, its branches say no more than that.
            match crossing.same(split).filter(|there| is_pair(crossing, fork, there)) {
                Some(there) => branches.cross(crossing, order, *id, there),
                None => branches.problems.push(at(crossing, split, ProblemCode::MigrationSplitChanged)),
            }
        }
        branches
    }

    fn cross(&mut self, crossing: &Crossing, order: &Order, id: ForkId, split: &Node) {
        let fork = &order.forks[&id];
        let mut taken = BTreeSet::new();
        for (branch, known) in (0..).zip(&fork.branches) {
            let frame = Frame { fork: id, branch };
            let lies_in = |visit: &VisitId| line(crossing, order, frame, *visit, &split.id);
            let found = match known.state {
                BranchState::Live => {
                    let inside = order.open_visits().filter(|(_, visit)| visit.is_within(frame));
                    inside.map(|(visit, _)| visit).find_map(|visit| lies_in(&visit))
                }
                BranchState::Arrived(visit) if visit == fork.split => straight(crossing, split, &taken),
                BranchState::Arrived(visit) => lies_in(&visit),
                BranchState::Rejected(_) | BranchState::Ended(_) | BranchState::Cancelled => continue,
            };
            let drawn = || crossing.to.exits(&split.id).find(|edge| edge.id == known.edge).map(|edge| edge.id.clone());
            let Some(edge) = found.or_else(drawn).filter(|edge| taken.insert(edge.clone())) else {
                let split = &order.visits[&fork.split].node;
                self.problems.push(at(crossing, split, ProblemCode::MigrationBranchGone));
                return;
            };
            self.there.insert(frame, edge.clone());
            if edge != known.edge {
                self.names.insert(frame, edge);
            }
        }
    }
}

/// Whether the split there parts what comes together where it did here.
fn is_pair(crossing: &Crossing, fork: &Fork, split: &Node) -> bool {
    let join = fork.join.as_ref().map(|join| crossing.same(join).map(|there| &there.id));
    match (split.step.split(), join) {
        (Some(Some(there)), Some(Some(here))) => there == here,
        (Some(None), None) => true,
        _ => false,
    }
}

/// A line from the split to its join with nothing on it, that is no other branch's.
fn straight(crossing: &Crossing, split: &Node, taken: &BTreeSet<EdgeId>) -> Option<EdgeId> {
    let join = split.step.split()?;
    let mut lines = crossing.to.exits(&split.id).filter(|edge| join == Some(&edge.to));
    lines.find(|edge| !taken.contains(&edge.id)).map(|edge| edge.id.clone())
}

/// The line out of the split that leads to where a visit of the branch lies there.
fn line(crossing: &Crossing, order: &Order, frame: Frame, visit: VisitId, split: &NodeId) -> Option<EdgeId> {
    let visit = &order.visits[&visit];
    let depth = visit.scope.iter().position(|around| *around == frame)?;
    let place = places(crossing.to).get(&crossing.same(&visit.node)?.id)?;
    place.get(depth).filter(|(around, _)| around == split).map(|(_, edge)| edge.clone())
}
