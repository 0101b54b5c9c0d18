//! Taking a decision back in place: only that decision; the others of the same visit stay.

use crate::flow::back;
use crate::flow::deadline;
use crate::flow::rollback::{self, Itself};
use crate::flow::run::Run;
use crate::model::flow::{ApproveMode, HandleMode, Step};
use crate::model::id::{TaskId, UserId, VisitId};
use crate::model::order::{Answer, BranchState, ForkState, Reason, Task, TaskState, VisitState};
use crate::model::order_event::{TaskEvent, VisitEvent};
use crate::model::refusal::Refusal;

/// Whether a person may take the own decision in a visit back (`flow.md` 1.6.4).
///
/// # Errors
/// - `NotFound`, `NotAllowed`: no decision of this person stands there; the step does not allow it.
/// - `RecallTooLate`: somebody after it has touched the order, or a join moved on without it.
/// - `RecallEffects`: a step after it changed the record.
pub fn judge(run: &Run, visit: VisitId, user: UserId) -> Result<(), Refusal> {
    let state = &run.order.visits.get(&visit).ok_or(Refusal::NotFound)?.state;
    let own = decision_of(run, visit, user).ok_or(Refusal::NotAllowed)?;
    if !back::is_drawn(run, visit) {
        return Err(Refusal::NotAllowed);
    }
    if !back::going_back(&run.node(visit).step).is_some_and(|rule| rule.recall) {
        return Err(Refusal::NotAllowed);
    }
    match state {
        VisitState::Open => judge_later_turns(run, visit, own),
        VisitState::Done { .. } => judge_what_followed(run, visit),
        VisitState::Cancelled { at, .. } | VisitState::RolledBack { at, .. } => {
            Err(Refusal::RecallTooLate { by: None, at: *at })
        }
    }
}

/// Undoes what followed, opens the visit again if it was done, and gives the task back.
pub fn recall(run: &mut Run, visit: VisitId, user: UserId) {
    let own = decision_of(run, visit, user).expect("judged before");
    run.emit(VisitEvent::Recalled { visit, by: user });
    let was_done = run.visit(visit).is_done();
    if was_done {
        rollback::rollback(run, visit, Itself::Kept, Reason::Recalled);
        run.emit(VisitEvent::Reopened { visit });
    }
    let one_by_one = is_one_by_one(&run.node(visit).step);
    let others: Vec<_> = run
        .order
        .tasks_of(visit)
        .filter(|(id, _)| *id != own)
        .map(|(id, task)| (id, is_closed_by_it(task), task.state == TaskState::Open))
        .collect();
    run.emit(TaskEvent::Opened { task: own });
    for (task, is_closed, is_open) in others {
        if one_by_one && task > own && (is_closed || is_open) {
            run.emit(TaskEvent::Postponed { task });
        } else if is_closed {
            run.emit(TaskEvent::Opened { task });
        }
    }
    if was_done {
        deadline::arm(run, visit);
    }
}

/// A seat that ended only because somebody else decided for all.
fn is_closed_by_it(task: &Task) -> bool {
    matches!(task.state, TaskState::Cancelled { reason: Reason::Decided, .. })
}

pub(super) const fn is_one_by_one(step: &Step) -> bool {
    match step {
        Step::Handle(handle) => matches!(handle.mode, HandleMode::Sequential),
        Step::Approve(approve) => matches!(approve.mode, ApproveMode::Sequential),
        Step::Start(_)
        | Step::Exclusive(_)
        | Step::Parallel(_)
        | Step::Join(_)
        | Step::Cc(_)
        | Step::Update(_)
        | Step::End(_) => false,
    }
}

/// What this person decided there last, unless that was to send it back.
fn decision_of(run: &Run, visit: VisitId, user: UserId) -> Option<TaskId> {
    let own = run.order.tasks_of(visit).filter(|(_, task)| match &task.state {
        TaskState::Decided { by, answer, .. } => *by == user && *answer != Answer::Returned,
        TaskState::Waiting | TaskState::Offered | TaskState::Open | TaskState::Cancelled { .. } => false,
    });
    own.last().map(|(id, _)| id)
}

/// In a visit still under way only the next in turn can have gone on from it.
fn judge_later_turns(run: &Run, visit: VisitId, own: TaskId) -> Result<(), Refusal> {
    if !is_one_by_one(&run.node(visit).step) {
        return Ok(());
    }
    let mut later = run.order.tasks_of(visit).filter(|(id, _)| *id > own);
    later.find_map(|(_, task)| touched(task)).map_or(Ok(()), Err)
}

fn judge_what_followed(run: &Run, visit: VisitId) -> Result<(), Refusal> {
    let undone = rollback::descendants(&run.order, visit);
    for frame in &run.visit(visit).scope {
        let fork = run.fork(frame.fork);
        let moved_on =
            fork.state != ForkState::Open && fork.fired.as_ref().is_some_and(|fired| !undone.contains(&fired.visit));
        let is_lost = fork.branches[usize::from(frame.branch)].state == BranchState::Cancelled;
        if moved_on || is_lost {
            return Err(Refusal::RecallTooLate { by: None, at: run.order.last_at });
        }
    }
    for later in undone.iter().filter(|id| **id != visit) {
        if let Some(refusal) = run.order.tasks_of(*later).find_map(|(_, task)| touched(task)) {
            return Err(refusal);
        }
        // What a step did that is drawn no more, nobody can tell.
        let node = run.world.flow.find(&run.visit(*later).node);
        let node = node.ok_or(Refusal::RecallTooLate { by: None, at: run.order.last_at })?;
        if matches!(node.step, Step::Update(_)) {
            return Err(Refusal::RecallEffects { node: node.id.clone() });
        }
    }
    Ok(())
}

fn touched(task: &Task) -> Option<Refusal> {
    match (&task.state, task.touched_at) {
        (TaskState::Decided { by, at, .. }, _) => Some(Refusal::RecallTooLate { by: Some(*by), at: *at }),
        (_, Some(at)) => Some(Refusal::RecallTooLate { by: task.actor, at }),
        (TaskState::Waiting | TaskState::Offered | TaskState::Open | TaskState::Cancelled { .. }, None) => None,
    }
}
