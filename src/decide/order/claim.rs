//! 认领: the first candidate who asks has the task.

use super::{Desk, task};
use crate::flow::run::Run;
use crate::model::id::TaskId;
use crate::model::order::TaskState;
use crate::model::order_event::TaskEvent;
use crate::model::refusal::Refusal;

pub fn decide(desk: Desk<'_>, id: TaskId) -> Result<Run<'_>, Refusal> {
    let mut run = desk.open_running()?;
    let task = run.order.tasks.get(&id).ok_or(Refusal::NotFound)?;
    if !task.candidates.contains(&desk.user) {
        return Err(Refusal::NotYours);
    }
    match (&task.state, task.actor, task.claimed_at) {
        (TaskState::Offered, _, _) => run.emit(TaskEvent::Claimed { task: id, by: desk.user }),
        (TaskState::Open, Some(by), Some(at)) => return Err(Refusal::AlreadyClaimed { by, at }),
        (TaskState::Open | TaskState::Waiting, _, _) => return Err(Refusal::NotYours),
        (TaskState::Decided { .. } | TaskState::Cancelled { .. }, _, _) => return Err(task::closed(&run, id)),
    }
    Ok(run)
}
