//! Running to rest: entering nodes, leaving them, ending. First in, first out; bounded, and beyond a bound the token stops where
//! it is with an incident instead of being lost.

use crate::flow::run::Run;
use crate::flow::{deadline, fork, node, rollback, seat};
use crate::model::effect::Subject;
use crate::model::flow::{Edge, Port, Step};
use crate::model::id::{NodeId, UserId, VisitId};
use crate::model::limit::{LIVE_VISITS_MAX, NODE_ENTRIES_MAX, NODE_VISITS_MAX};
use crate::model::order::{ForkState, Frame, Incident, Outcome, Reason, VisitState};
use crate::model::order_event::{ForkEvent, LifeEvent, VisitEvent};

/// How a visit comes about.
pub struct Entry {
    pub node: NodeId,
    pub scope: Vec<Frame>,
    pub parents: Vec<VisitId>,
    pub supersedes: Option<VisitId>,
}

/// A token is there now; the node acts when its turn comes in [`to_rest`].
pub fn enter(run: &mut Run, entry: Entry) -> VisitId {
    let visit = run.next_visit();
    let visits = run.order.visits.values().filter(|visit| visit.node == entry.node).count();
    let no_auto = entry.supersedes.is_some();
    let Entry { node, scope, parents, supersedes } = entry;
    run.emit(VisitEvent::Entered { visit, node, scope, parents, supersedes, no_auto });
    run.entries += 1;
    if run.entries > NODE_ENTRIES_MAX {
        incident(run, visit, Incident::StepLimit);
    } else if visits >= NODE_VISITS_MAX {
        incident(run, visit, Incident::LoopLimit);
    } else if run.order.open_visits().count() > LIVE_VISITS_MAX {
        incident(run, visit, Incident::BranchLimit);
    } else {
        run.queue.push_back(visit);
    }
    visit
}

/// Lets every token move until it rests, then ends the order if none is left.
pub fn to_rest(run: &mut Run) {
    loop {
        while let Some(visit) = run.queue.pop_front() {
            if run.visit(visit).is_open() {
                node::behaviour(&run.node(visit).step).enter(run, visit);
            }
        }
        if !fork::normalise(run) && run.queue.is_empty() {
            break;
        }
    }
    if run.order.is_running() && run.order.open_visits().next().is_none() {
        let result = last_result(run);
        end(run, Outcome::Completed, Reason::OrderEnded, result);
    }
}

/// Leaves by a port. Without an edge there the token stays, with an incident.
pub fn leave(run: &mut Run, visit: VisitId, port: &Port) {
    let flow = run.world.flow;
    match flow.exit(&run.visit(visit).node, port) {
        Some(edge) => leave_by(run, visit, edge),
        None => incident(run, visit, Incident::NoPath),
    }
}

/// Leaves by an edge that was chosen.
pub fn leave_by(run: &mut Run, visit: VisitId, edge: &Edge) {
    let is_join = matches!(run.world.flow.node(&edge.to).step, Step::Join(_));
    if is_join && !fork::is_paired(run, visit, &edge.to) {
        incident(run, visit, Incident::ScopeViolation);
        return;
    }
    complete(run, visit, edge.port.clone());
    if is_join {
        fork::arrive(run, visit);
    } else {
        let scope = run.visit(visit).scope.clone();
        enter(run, Entry { node: edge.to.clone(), scope, parents: vec![visit], supersedes: None });
    }
}

/// The visit is done; its token is gone until somebody makes the next one.
pub(super) fn complete(run: &mut Run, visit: VisitId, port: Port) {
    seat::close(run, visit, Reason::Decided);
    deadline::disarm(run, visit);
    run.emit(VisitEvent::Completed { visit, port });
}

pub fn incident(run: &mut Run, visit: VisitId, incident: Incident) {
    run.emit(VisitEvent::IncidentRaised { visit, incident });
    let node = run.node(visit);
    let administrators = run.world.catalog.directory.administrators();
    run.tell(administrators, Subject::Incident, Some(node), "");
}

/// Every stopped node tries again.
pub fn retry(run: &mut Run) {
    let stopped: Vec<_> = run.order.open_visits().filter(|(_, visit)| visit.incident.is_some()).collect();
    for visit in stopped.into_iter().map(|(id, _)| id).collect::<Vec<_>>() {
        if !run.visit(visit).is_open() {
            continue;
        }
        run.emit(VisitEvent::IncidentResolved { visit });
        if run.order.tasks_of(visit).next().is_some() {
            seat::count(run, visit);
        } else {
            run.queue.push_back(visit);
        }
    }
}

/// Cancels whatever is left, and ends the order.
pub fn end(run: &mut Run, outcome: Outcome, reason: Reason, result: String) {
    let open: Vec<_> = run.order.open_visits().map(|(id, _)| id).collect();
    for visit in open {
        rollback::cancel(run, visit, reason);
    }
    let forks: Vec<_> = run.order.forks.iter().filter(|(_, fork)| fork.state != ForkState::Closed).collect();
    for fork in forks.into_iter().map(|(id, _)| *id).collect::<Vec<_>>() {
        run.emit(ForkEvent::Closed { fork });
    }
    let subject = match outcome {
        Outcome::Completed => Subject::Completed,
        Outcome::Rejected => Subject::Rejected,
        Outcome::Cancelled => Subject::Cancelled,
        Outcome::Terminated => Subject::Terminated,
    };
    let initiator: Vec<UserId> = vec![run.order.initiator];
    run.tell(initiator, subject, None, &result);
    let by = run.by;
    run.emit(LifeEvent::Ended { outcome, result, by });
}

/// The word of the end node that was reached last.
fn last_result(run: &Run) -> String {
    let visits = run.order.visits.values().rev();
    let mut done = visits.filter(|visit| matches!(visit.state, VisitState::Done { .. }));
    done.find_map(|visit| match &run.world.flow.find(&visit.node)?.step {
        Step::End(end) => Some(end.result.clone()),
        Step::Start(_)
        | Step::Handle(_)
        | Step::Approve(_)
        | Step::Exclusive(_)
        | Step::Parallel(_)
        | Step::Join(_)
        | Step::Cc(_)
        | Step::Update(_) => None,
    })
    .unwrap_or_default()
}
