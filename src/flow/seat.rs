//! The tasks of a visit: handing them out, counting answers, and what the count means. Whether somebody may answer is judged
//! before, by [`crate::decide`].

use crate::flow::advance;
use crate::flow::back;
use crate::flow::run::Run;
use crate::flow::tally::{self, Quorum, Tally, Vote};
use crate::flow::{deadline, fork};
use crate::model::effect::Subject;
use crate::model::flow::{Approve, ApproveMode, HandleMode, OnReject, Port, Step};
use crate::model::id::{TaskId, UserId, VisitId};
use crate::model::order::{Answer, Outcome, Reason, TaskState};
use crate::model::order_event::TaskEvent;

/// In which order people get their turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turns {
    Together,
    OneByOne,
}

/// One task each.
pub fn hand_out(run: &mut Run, visit: VisitId, people: &[UserId], turns: Turns) {
    let first = run.next_task().0;
    let tasks: Vec<_> = (first..).map(TaskId).zip(people).collect();
    for (task, actor) in &tasks {
        run.emit(TaskEvent::Made { task: *task, visit, actor: **actor });
    }
    let open = match turns {
        Turns::Together => tasks.len(),
        Turns::OneByOne => 1,
    };
    for (task, _) in tasks.iter().take(open) {
        run.emit(TaskEvent::Opened { task: *task });
    }
    announce(run, visit);
    deadline::arm(run, visit);
}

/// One task for whoever takes it first.
pub fn offer(run: &mut Run, visit: VisitId, people: Vec<UserId>) {
    let task = run.next_task();
    run.emit(TaskEvent::Offered { task, visit, candidates: people });
    announce(run, visit);
    deadline::arm(run, visit);
}

/// Tells the holders of a visit that was just opened. A first draft is no news, and whoever sends an order back tells its
/// initiator already.
fn announce(run: &mut Run, visit: VisitId) {
    let node = run.node(visit);
    let is_repeat = run.visit(visit).supersedes.is_some();
    let (mut direct, mut offered) = (Vec::new(), Vec::new());
    for (_, task) in run.order.tasks_of(visit) {
        match task.state {
            TaskState::Open => direct.extend(task.actor),
            TaskState::Offered => offered.extend(task.candidates.iter().copied()),
            TaskState::Waiting | TaskState::Decided { .. } | TaskState::Cancelled { .. } => {}
        }
    }
    let is_first = run.visit(visit).parents.is_empty();
    if matches!(node.step, Step::Start(_)) && (is_first || is_repeat) {
        return;
    }
    if is_repeat || matches!(node.step, Step::Start(_)) {
        direct.append(&mut offered);
        let note = run.note.clone();
        run.tell(direct, Subject::Returned, Some(node), &note);
    } else {
        run.tell(direct, Subject::TaskOpened, Some(node), "");
        run.tell(offered, Subject::TaskOffered, Some(node), "");
    }
}

/// Ends whatever is still pending in a visit.
pub fn close(run: &mut Run, visit: VisitId, reason: Reason) {
    let pending = run.order.tasks_of(visit).filter(|(_, task)| task.is_pending());
    let tasks: Vec<_> = pending.map(|(id, _)| id).collect();
    for task in tasks {
        run.emit(TaskEvent::Cancelled { task, reason });
    }
}

/// Somebody answered: counts, and moves on if the count is in.
pub fn answer(run: &mut Run, task: TaskId, by: UserId, answer: Answer, comment: &str) {
    let visit = run.task(task).visit;
    run.emit(TaskEvent::Decided { task, by, answer, comment: comment.to_owned() });
    count(run, visit);
}

/// Moves a visit on as far as its answers allow.
pub fn count(run: &mut Run, visit: VisitId) {
    match &run.node(visit).step {
        Step::Start(_) => advance::leave(run, visit, &Port::Out),
        Step::Handle(handle) => match tally(run, visit, tally::of_handle(handle.mode)) {
            Tally::Passed => {
                let port = outcome(run, visit);
                advance::leave(run, visit, &port);
            }
            Tally::Pending if handle.mode == HandleMode::Sequential => next_turn(run, visit),
            Tally::Pending | Tally::Failed => {}
        },
        Step::Approve(approve) => match tally(run, visit, tally::of_approve(approve.mode)) {
            Tally::Passed => advance::leave(run, visit, &Port::Approved),
            Tally::Failed => rejected(run, visit, approve),
            Tally::Pending if approve.mode == ApproveMode::Sequential => next_turn(run, visit),
            Tally::Pending => {}
        },
        Step::Exclusive(_) | Step::Parallel(_) | Step::Join(_) | Step::Cc(_) | Step::Update(_) | Step::End(_) => {
            unreachable!("only human nodes have tasks")
        }
    }
}

fn tally(run: &Run, visit: VisitId, quorum: Quorum) -> Tally {
    let vote = |state: &TaskState| match state {
        TaskState::Waiting | TaskState::Offered | TaskState::Open => Some(Vote::Pending),
        TaskState::Decided { answer: Answer::Rejected, .. } => Some(Vote::Against),
        TaskState::Decided { .. } => Some(Vote::For),
        TaskState::Cancelled { .. } => None,
    };
    let votes: Vec<_> = run.order.tasks_of(visit).filter_map(|(_, task)| vote(&task.state)).collect();
    tally::tally(quorum, &votes)
}

/// The button that was pressed, if the node has any.
fn outcome(run: &Run, visit: VisitId) -> Port {
    let pressed = run.order.tasks_of(visit).find_map(|(_, task)| match &task.state {
        TaskState::Decided { answer: Answer::Completed(outcome), .. } => outcome.clone(),
        TaskState::Decided { .. }
        | TaskState::Waiting
        | TaskState::Offered
        | TaskState::Open
        | TaskState::Cancelled { .. } => None,
    });
    pressed.map_or(Port::Out, Port::Outcome)
}

fn next_turn(run: &mut Run, visit: VisitId) {
    let mut tasks = run.order.tasks_of(visit).filter(|(_, task)| task.is_pending());
    let next = tasks.next().filter(|(_, task)| task.state == TaskState::Waiting).map(|(id, task)| (id, task.actor));
    drop(tasks);
    if let Some((task, actor)) = next {
        run.emit(TaskEvent::Opened { task });
        let node = run.node(visit);
        run.tell(actor.into_iter().collect(), Subject::TaskOpened, Some(node), "");
    }
}

fn rejected(run: &mut Run, visit: VisitId, approve: &Approve) {
    if run.world.flow.exit(&run.visit(visit).node, &Port::Rejected).is_some() {
        advance::leave(run, visit, &Port::Rejected);
        return;
    }
    match approve.on_reject {
        OnReject::EndInstance => {
            advance::complete(run, visit, Port::Rejected);
            advance::end(run, Outcome::Rejected, Reason::OrderEnded, String::new());
        }
        OnReject::EndBranch => {
            advance::complete(run, visit, Port::Rejected);
            fork::reject(run, visit);
        }
        OnReject::ReturnToStart => back::send_back(run, visit, back::start(run, visit)),
        OnReject::ReturnToPrevious => {
            let to = back::nearest(run, visit).unwrap_or_else(|| back::start(run, visit));
            back::send_back(run, visit, to);
        }
    }
}
