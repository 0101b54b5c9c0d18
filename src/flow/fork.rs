//! Parallel branches: splitting, arriving, and the join that counts. A join waits for its own fork only, and is asked again
//! whenever a branch arrives, is rejected, ends or dies; it lets one token through per generation.

use crate::flow::advance::{self, Entry};
use crate::flow::rollback;
use crate::flow::run::Run;
use crate::model::flow::{BranchReject, Edge, Join, Need, Port, Rest, Step};
use crate::model::id::{ForkId, NodeId, VisitId};
use crate::model::order::{BranchState, ForkState, Frame, Outcome, Reason};
use crate::model::order_event::ForkEvent;

/// What a join does now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Wait,
    Fire(Exit),
    /// Nobody can arrive any more.
    Die,
}

/// Through which exit a join lets its token go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    Main,
    Rejected,
}

/// One token becomes one per edge. Edges that lead straight to the join arrive after all branches are there.
pub fn split(run: &mut Run, visit: VisitId, edges: &[&Edge], join: Option<&NodeId>) {
    let fork = run.next_fork();
    let outer = run.visit(visit).scope.clone();
    advance::complete(run, visit, Port::Out);
    let ids = edges.iter().map(|edge| edge.id.clone()).collect();
    run.emit(ForkEvent::Forked { fork, split: visit, join: join.cloned(), edges: ids });
    let mut arrived = Vec::new();
    for (branch, edge) in (0..).zip(edges) {
        if Some(&edge.to) == join {
            arrived.push(branch);
        } else {
            let mut scope = outer.clone();
            scope.push(Frame { fork, branch });
            let parents = vec![visit];
            advance::enter(run, Entry { node: edge.to.clone(), scope, parents, supersedes: None });
        }
    }
    for branch in arrived {
        run.emit(ForkEvent::Arrived { fork, branch, visit });
        evaluate(run, fork);
    }
}

/// Whether the join is the one of the innermost fork around the visit.
pub fn is_paired(run: &Run, visit: VisitId, join: &NodeId) -> bool {
    innermost(run, visit).is_some_and(|frame| run.fork(frame.fork).join.as_ref() == Some(join))
}

/// The branch of a done visit reached its join.
pub fn arrive(run: &mut Run, visit: VisitId) {
    let Frame { fork, branch } = innermost(run, visit).expect("only a visit inside a fork reaches a join");
    run.emit(ForkEvent::Arrived { fork, branch, visit });
    evaluate(run, fork);
}

/// The branch of a done visit ended before its join; outside of forks nothing is left to do.
pub fn finish(run: &mut Run, visit: VisitId) {
    if let Some(Frame { fork, branch }) = innermost(run, visit) {
        run.emit(ForkEvent::Ended { fork, branch, visit });
        evaluate(run, fork);
    }
}

/// The branch of a done visit was rejected; outside of forks that rejects the order.
pub fn reject(run: &mut Run, visit: VisitId) {
    if let Some(Frame { fork, branch }) = innermost(run, visit) {
        run.emit(ForkEvent::Rejected { fork, branch, visit });
        evaluate(run, fork);
    } else {
        advance::end(run, Outcome::Rejected, Reason::OrderEnded, String::new());
    }
}

/// Closes forks nobody is in, and cancels branches that lost their token. True when something moved.
pub fn normalise(run: &mut Run) -> bool {
    // Nested forks are younger than those around them.
    let forks: Vec<_> = run.order.forks.keys().rev().copied().collect();
    let mut moved = false;
    for fork in forks {
        match run.fork(fork).state {
            ForkState::Open => moved |= cancel_lost(run, fork),
            ForkState::Draining => {
                let is_empty = !run.order.open_visits().any(|(_, visit)| visit.scope.iter().any(|at| at.fork == fork));
                if is_empty {
                    run.emit(ForkEvent::Closed { fork });
                    moved = true;
                }
            }
            ForkState::Closed => {}
        }
    }
    moved
}

fn cancel_lost(run: &mut Run, fork: ForkId) -> bool {
    let branches = (0..).zip(&run.fork(fork).branches);
    let live = branches.filter(|(_, branch)| branch.state == BranchState::Live).map(|(branch, _)| branch);
    let has_token = |frame| run.order.open_visits().any(|(_, visit)| visit.is_within(frame));
    let lost: Vec<u16> = live.filter(|branch| !has_token(Frame { fork, branch: *branch })).collect();
    for branch in &lost {
        run.emit(ForkEvent::Cancelled { fork, branch: *branch });
    }
    if !lost.is_empty() {
        evaluate(run, fork);
    }
    !lost.is_empty()
}

fn innermost(run: &Run, visit: VisitId) -> Option<Frame> {
    run.visit(visit).scope.last().copied()
}

fn evaluate(run: &mut Run, fork: ForkId) {
    if run.fork(fork).state != ForkState::Open {
        return;
    }
    let states: Vec<_> = run.fork(fork).branches.iter().map(|branch| branch.state).collect();
    match verdict(join_of(run, fork), &states) {
        Verdict::Wait => {}
        Verdict::Fire(exit) => fire(run, fork, exit),
        Verdict::Die => die(run, fork),
    }
}

/// Absent: the fork has no join.
fn join_of<'a>(run: &Run<'a>, fork: ForkId) -> Option<&'a Join> {
    match &run.world.flow.node(run.fork(fork).join.as_ref()?).step {
        Step::Join(join) => Some(join),
        Step::Start(_)
        | Step::Handle(_)
        | Step::Approve(_)
        | Step::Exclusive(_)
        | Step::Parallel(_)
        | Step::Cc(_)
        | Step::Update(_)
        | Step::End(_) => None,
    }
}

/// `flow.md` 1.5.
fn verdict(join: Option<&Join>, branches: &[BranchState]) -> Verdict {
    let count = |is: fn(&BranchState) -> bool| branches.iter().filter(|state| is(state)).count();
    let live = count(|state| matches!(state, BranchState::Live));
    let Some(join) = join else { return if live == 0 { Verdict::Die } else { Verdict::Wait } };
    let arrived = count(|state| matches!(state, BranchState::Arrived(_)));
    let rejected = count(|state| matches!(state, BranchState::Rejected(_)));
    let gone = count(|state| matches!(state, BranchState::Ended(_) | BranchState::Cancelled));
    let base = branches.len() - gone - if join.on_branch_reject == BranchReject::Ignore { rejected } else { 0 };
    let required = match join.need {
        Need::All => base,
        Need::Any => base.min(1),
        Need::Count(count) => base.min(usize::from(count)),
    };
    let at_last = || match (arrived, rejected) {
        (0, 0) => Verdict::Die,
        (0, _) => Verdict::Fire(Exit::Rejected),
        (_, _) => Verdict::Fire(Exit::Main),
    };
    match join.on_branch_reject {
        BranchReject::FailFast if rejected > 0 => Verdict::Fire(Exit::Rejected),
        BranchReject::Collect if live > 0 => Verdict::Wait,
        BranchReject::Collect if rejected > 0 => Verdict::Fire(Exit::Rejected),
        BranchReject::Collect => at_last(),
        BranchReject::FailFast | BranchReject::Ignore if required > 0 && arrived >= required => {
            Verdict::Fire(Exit::Main)
        }
        BranchReject::FailFast | BranchReject::Ignore if live == 0 => at_last(),
        BranchReject::FailFast | BranchReject::Ignore => Verdict::Wait,
    }
}

fn fire(run: &mut Run, fork: ForkId, exit: Exit) {
    let node = run.fork(fork).join.clone().expect("only a fork with a join fires");
    let rest = join_of(run, fork).map_or(Rest::Cancel, |join| join.rest);
    let parents = run.fork(fork).branches.iter().filter_map(|branch| match (branch.state, exit) {
        (BranchState::Arrived(visit), Exit::Main | Exit::Rejected) | (BranchState::Rejected(visit), Exit::Rejected) => {
            Some(visit)
        }
        (BranchState::Rejected(_), Exit::Main)
        | (BranchState::Live | BranchState::Ended(_) | BranchState::Cancelled, Exit::Main | Exit::Rejected) => None,
    });
    let mut parents: Vec<_> = parents.collect();
    parents.dedup();
    let scope = run.visit(run.fork(fork).split).scope.clone();
    let generation = run.fork(fork).generation;
    let (port, reason) = match exit {
        Exit::Main => (Port::Out, Reason::JoinSatisfied),
        Exit::Rejected => (Port::Rejected, Reason::JoinFailed),
    };
    let visit = advance::enter(run, Entry { node, scope, parents, supersedes: None });
    run.emit(ForkEvent::JoinFired { fork, generation, port, visit });
    if exit == Exit::Rejected || rest == Rest::Cancel {
        cancel_inside(run, fork, reason);
    }
}

/// Everybody still at work inside stops, in nested forks too.
fn cancel_inside(run: &mut Run, fork: ForkId, reason: Reason) {
    let is_inside = |scope: &[Frame]| scope.iter().any(|frame| frame.fork == fork);
    let open = run.order.open_visits().filter(|(_, visit)| is_inside(&visit.scope));
    let visits: Vec<_> = open.map(|(id, _)| id).collect();
    let nested = run.order.forks.iter().filter(|(_, nested)| nested.state != ForkState::Closed);
    let nested = nested.filter(|(_, nested)| is_inside(&run.visit(nested.split).scope));
    let forks: Vec<_> = nested.map(|(id, _)| *id).collect();
    for visit in visits {
        rollback::cancel(run, visit, reason);
    }
    for fork in forks {
        run.emit(ForkEvent::Closed { fork });
    }
    for branch in 0..u16::try_from(run.fork(fork).branches.len()).expect("a flow has fewer edges") {
        if run.fork(fork).branches[usize::from(branch)].state == BranchState::Live {
            run.emit(ForkEvent::Cancelled { fork, branch });
        }
    }
}

/// No branch will arrive: for the fork around it, this branch ended.
fn die(run: &mut Run, fork: ForkId) {
    run.emit(ForkEvent::Died { fork });
    finish(run, run.fork(fork).split);
}
