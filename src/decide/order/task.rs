//! Finding a person's own task, and saying precisely why it is not theirs to do.

use crate::flow::back;
use crate::flow::node;
use crate::flow::run::Run;
use crate::form::fill::Rights;
use crate::model::flow::{CommentRule, Node, Step};
use crate::model::id::{TaskId, UserId};
use crate::model::limit::COMMENT_CHARS_MAX;
use crate::model::order::TaskState;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

/// A task the person can act on now.
///
/// # Errors
/// - `NotFound`: no such task in this order.
/// - `TaskClosed`: it was decided, or taken back.
/// - `NotYours`: it is somebody else's, or nobody claimed it yet.
pub fn own(run: &Run, task: TaskId, user: UserId) -> Result<(), Refusal> {
    match &run.order.tasks.get(&task).ok_or(Refusal::NotFound)?.state {
        TaskState::Open if run.task(task).actor == Some(user) => Ok(()),
        TaskState::Open | TaskState::Offered | TaskState::Waiting => Err(Refusal::NotYours),
        TaskState::Decided { .. } | TaskState::Cancelled { .. } => Err(closed(run, task)),
    }
}

/// Who finished it, and when.
pub fn closed(run: &Run, task: TaskId) -> Refusal {
    match run.task(task).state {
        TaskState::Decided { by, at, .. } => Refusal::TaskClosed { by: Some(by), at },
        TaskState::Cancelled { at, .. } => {
            let deciders = back::deciders(&run.order, run.task(task).visit);
            Refusal::TaskClosed { by: deciders.last().copied(), at }
        }
        TaskState::Open | TaskState::Offered | TaskState::Waiting => Refusal::NotYours,
    }
}

pub fn node<'a>(run: &Run<'a>, task: TaskId) -> &'a Node {
    run.node(run.task(task).visit)
}

/// What may be written at the step of a task.
pub fn rights<'a>(run: &Run<'a>, task: TaskId) -> Result<Rights<'a>, Refusal> {
    let node = node(run, task);
    let fields = node::behaviour(&node.step).fields().ok_or(Refusal::NotAllowed)?;
    Ok(if matches!(node.step, Step::Start(_)) { Rights::at_start(fields) } else { Rights::at_node(fields) })
}

/// What a decision does to the order, as far as its comment is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Onward,
    Against,
}

/// # Errors
/// - `CommentRequired`: the step wants a word here.
/// - `Invalid`: it is too long.
pub fn comment(step: &Step, tone: Tone, comment: &str) -> Result<(), Refusal> {
    let rule = match step {
        Step::Approve(approve) => approve.comment_required,
        Step::Start(_)
        | Step::Handle(_)
        | Step::Exclusive(_)
        | Step::Parallel(_)
        | Step::Join(_)
        | Step::Cc(_)
        | Step::Update(_)
        | Step::End(_) => CommentRule::Never,
    };
    let is_required = match rule {
        CommentRule::Never => false,
        CommentRule::OnReject => tone == Tone::Against,
        CommentRule::Always => true,
    };
    if is_required && comment.trim().is_empty() { Err(Refusal::CommentRequired) } else { bounded(comment) }
}

/// # Errors
/// - `Invalid`: longer than a comment may be.
pub fn bounded(comment: &str) -> Result<(), Refusal> {
    if comment.chars().count() > COMMENT_CHARS_MAX {
        let problem = Problem::error("comment", ProblemCode::TooLong).with("max", COMMENT_CHARS_MAX);
        return Err(Refusal::Invalid(vec![problem]));
    }
    Ok(())
}

/// # Errors
/// - `UserInactive`: nobody active has this id.
/// - `AlreadyParticipant`: that person has a task of the same visit.
pub fn successor(run: &Run, task: TaskId, to: UserId) -> Result<(), Refusal> {
    if !run.world.catalog.directory.is_active(to) {
        return Err(Refusal::UserInactive { user: to });
    }
    let mut seats = run.order.tasks_of(run.task(task).visit);
    let holds = seats.any(|(_, seat)| seat.actor == Some(to) && !matches!(seat.state, TaskState::Cancelled { .. }));
    if holds { Err(Refusal::AlreadyParticipant { user: to }) } else { Ok(()) }
}
