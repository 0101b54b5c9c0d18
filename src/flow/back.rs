//! Going back: where an order may be returned to, and what a colleague may take back. Targets are causal ancestors only: a
//! sibling branch, or a path that was itself undone, is no place to return to.

use std::collections::{BTreeMap, BTreeSet};

use crate::flow::advance::{self, Entry};
use crate::flow::definition::place::places;
use crate::flow::rollback::{self, Itself};
use crate::flow::run::Run;
use crate::model::effect::Subject;
use crate::model::flow::Step;
use crate::model::flow::going_back::{GoingBack, ReturnRule};
use crate::model::id::{NodeId, UserId, VisitId};
use crate::model::order::{Fork, Order, Reason, TaskState};
use crate::model::order_event::VisitEvent;
use crate::model::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Start,
    Previous,
    Node(NodeId),
}

/// What the settings of a node say about going back; absent where nobody works.
pub const fn going_back(step: &Step) -> Option<&GoingBack> {
    match step {
        Step::Handle(handle) => Some(&handle.going_back),
        Step::Approve(approve) => Some(&approve.going_back),
        Step::Start(_)
        | Step::Exclusive(_)
        | Step::Parallel(_)
        | Step::Join(_)
        | Step::Cc(_)
        | Step::Update(_)
        | Step::End(_) => None,
    }
}

/// What the visit came from, itself excluded.
pub fn ancestors(order: &Order, visit: VisitId) -> BTreeSet<VisitId> {
    let mut found = BTreeSet::new();
    let mut next = order.visits[&visit].parents.clone();
    while let Some(parent) = next.pop() {
        if found.insert(parent) {
            next.extend(&order.visits[&parent].parents);
        }
    }
    found
}

/// Whether the drawing has the step of a stay, and in the branches it was in: the order may have come from another version since.
pub fn is_drawn(run: &Run, visit: VisitId) -> bool {
    let (visit, flow) = (run.visit(visit), run.world.flow);
    let forks = || visit.scope.iter().map(|frame| (run.fork(frame.fork), usize::from(frame.branch)));
    let split = |fork: &Fork| run.visit(fork.split).node.clone();
    let is_pair = |(fork, _): (&Fork, usize)| {
        flow.find(&split(fork)).and_then(|node| node.step.split()) == Some(fork.join.as_ref())
    };
    let path = || forks().map(|(fork, branch)| (split(fork), fork.branches[branch].edge.clone()));
    forks().all(is_pair) && places(flow).get(&visit.node).is_some_and(|place| path().eq(place.iter().cloned()))
}

/// Done, still standing, by a person, and at a step there still is.
fn is_decided(run: &Run, visit: VisitId) -> bool {
    let by_person = run.order.tasks_of(visit).any(|(_, task)| matches!(task.state, TaskState::Decided { .. }));
    run.visit(visit).is_done() && by_person && is_drawn(run, visit)
}

/// Every place above, whatever the node's settings allow: per node the latest stay.
fn above(run: &Run, visit: VisitId) -> BTreeMap<NodeId, VisitId> {
    let decided = ancestors(&run.order, visit).into_iter().filter(|id| is_decided(run, *id));
    decided.map(|id| (run.visit(id).node.clone(), id)).collect()
}

/// The nearest stays above in which a person decided; several when branches joined in between.
pub fn previous(run: &Run, visit: VisitId) -> Vec<VisitId> {
    let order = &run.order;
    let mut nearest = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut next = order.visits[&visit].parents.clone();
    while let Some(parent) = next.pop() {
        if !seen.insert(parent) {
            continue;
        }
        if is_decided(run, parent) {
            nearest.insert(parent);
        } else {
            next.extend(&order.visits[&parent].parents);
        }
    }
    let farther: BTreeSet<_> = nearest.iter().flat_map(|id| ancestors(order, *id)).collect();
    nearest.difference(&farther).copied().collect()
}

/// The order's latest stay in its start node, which everything came from.
pub fn start(run: &Run, visit: VisitId) -> VisitId {
    let start = run.world.flow.start();
    *above(run, visit).get(start).expect("an order was sent from its start node")
}

/// The nearest stay above, and where branches joined just before, the nearest before they parted. There always is one: the start.
pub fn nearest(run: &Run, visit: VisitId) -> Option<VisitId> {
    let order = &run.order;
    let previous = previous(run, visit);
    if let [one] = previous.as_slice() {
        return Some(*one);
    }
    let decided = ancestors(order, visit).into_iter().rev().filter(|id| is_decided(run, *id));
    let is_shared = |id: &VisitId| previous.iter().all(|branch| ancestors(order, *branch).contains(id));
    decided.into_iter().find(is_shared)
}

/// Where people at this visit may return it to, by node; what its settings forbid is left out.
pub fn returnable(run: &Run, visit: VisitId) -> BTreeMap<NodeId, VisitId> {
    let mut targets = above(run, visit);
    match going_back(&run.node(visit).step).map_or(ReturnRule::Off, |rule| rule.returns) {
        ReturnRule::Off => targets.clear(),
        ReturnRule::Start => targets.retain(|node, _| node == run.world.flow.start()),
        ReturnRule::Previous => {
            let previous = previous(run, visit);
            targets.retain(|_, id| previous.contains(id));
        }
        ReturnRule::Any => {}
    }
    targets
}

/// The stay a target means, settings aside.
///
/// # Errors
/// - `AmbiguousPrevious`: several branches came together just before.
/// - `NotReturnable`: there is no such stay above.
pub fn find(run: &Run, visit: VisitId, target: &Target) -> Result<VisitId, Refusal> {
    let named =
        |node: &NodeId| above(run, visit).get(node).copied().ok_or(Refusal::NotReturnable { node: Some(node.clone()) });
    match target {
        Target::Start => named(run.world.flow.start()),
        Target::Node(node) => named(node),
        Target::Previous => match previous(run, visit).as_slice() {
            [] => Err(Refusal::NotReturnable { node: None }),
            [one] => Ok(*one),
            several => {
                let candidates = several.iter().map(|id| run.visit(*id).node.clone()).collect();
                Err(Refusal::AmbiguousPrevious { candidates })
            }
        },
    }
}

/// `from` is left, everything since `target` is undone, and the node of `target` is entered anew.
pub fn send_back(run: &mut Run, from: VisitId, target: VisitId) {
    rollback::rollback(run, target, Itself::Undone, Reason::Returned);
    let to = enter_again(run, target);
    run.emit(VisitEvent::Returned { from, target, to });
    let initiator: Vec<UserId> = vec![run.order.initiator];
    let node = run.node(to);
    let note = run.note.clone();
    run.tell(initiator, Subject::Returned, Some(node), &note);
}

/// A new stay in place of one that was undone.
pub fn enter_again(run: &mut Run, undone: VisitId) -> VisitId {
    let old = run.visit(undone);
    let entry = Entry {
        node: old.node.clone(),
        scope: old.scope.clone(),
        parents: old.parents.clone(),
        supersedes: Some(undone),
    };
    advance::enter(run, entry)
}

/// Who decided in a visit, by task.
pub fn deciders(order: &Order, visit: VisitId) -> Vec<UserId> {
    let mut deciders: Vec<UserId> = Vec::new();
    for (_, task) in order.tasks_of(visit) {
        if let TaskState::Decided { by, .. } = task.state
            && !deciders.contains(&by)
        {
            deciders.push(by);
        }
    }
    deciders
}
