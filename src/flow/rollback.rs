//! Undoing what followed from a visit: one primitive for returning, recalling and withdrawing. Branches that do not descend from
//! the visit are never touched, and neither is the record.

use std::collections::BTreeSet;

use crate::flow::run::Run;
use crate::flow::{deadline, seat};
use crate::model::id::VisitId;
use crate::model::order::{BranchState, ForkState, Order, Reason, VisitState};
use crate::model::order_event::{ForkEvent, VisitEvent};

/// Whether the visit itself is undone with what followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Itself {
    Undone,
    Kept,
}

/// The visit and all it led to.
pub fn descendants(order: &Order, visit: VisitId) -> BTreeSet<VisitId> {
    let mut found = BTreeSet::from([visit]);
    // Parents are always older than their children.
    for (id, later) in order.visits.range(visit..) {
        if later.parents.iter().any(|parent| found.contains(parent)) {
            found.insert(*id);
        }
    }
    found
}

/// `flow.md` 1.6.1. The caller opens the visit again, or another one in its place.
pub fn rollback(run: &mut Run, visit: VisitId, itself: Itself, reason: Reason) {
    let undone = descendants(&run.order, visit);
    for id in &undone {
        let is_kept = *id == visit && itself == Itself::Kept;
        match run.visit(*id).state {
            VisitState::Open if !is_kept => cancel(run, *id, reason),
            VisitState::Done { .. } if !is_kept => run.emit(VisitEvent::RolledBack { visit: *id }),
            VisitState::Open
            | VisitState::Done { .. }
            | VisitState::Cancelled { .. }
            | VisitState::RolledBack { .. } => {}
        }
    }
    let forks = run.order.forks.iter().filter(|(_, fork)| fork.state != ForkState::Closed);
    let inside: Vec<_> = forks.filter(|(_, fork)| undone.contains(&fork.split)).map(|(id, _)| *id).collect();
    for fork in inside {
        run.emit(ForkEvent::Closed { fork });
    }
    reopen_around(run, visit, &undone);
}

/// The forks around the visit wait for its branch again. One that let its token go without this branch stays as it is: the
/// branch is late there, and its arrival will be absorbed.
fn reopen_around(run: &mut Run, visit: VisitId, undone: &BTreeSet<VisitId>) {
    for frame in run.visit(visit).scope.clone() {
        let fork = run.fork(frame.fork);
        let is_undone = fork.fired.as_ref().is_none_or(|fired| undone.contains(&fired.visit));
        let branch = fork.branches[usize::from(frame.branch)].state;
        if fork.state != ForkState::Open && is_undone {
            let generation = fork.generation + 1;
            run.emit(ForkEvent::Reopened { fork: frame.fork, generation });
        }
        if branch != BranchState::Live {
            run.emit(ForkEvent::Revived { fork: frame.fork, branch: frame.branch });
        }
    }
}

/// An open visit ends without having been done.
pub fn cancel(run: &mut Run, visit: VisitId, reason: Reason) {
    seat::close(run, visit, reason);
    deadline::disarm(run, visit);
    run.emit(VisitEvent::Cancelled { visit, reason });
}
