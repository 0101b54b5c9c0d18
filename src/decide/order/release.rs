//! 释放: a claimed task goes back to all who may claim it, with its age.

use super::{Desk, task};
use crate::flow::run::Run;
use crate::model::id::TaskId;
use crate::model::order_event::TaskEvent;
use crate::model::refusal::Refusal;

pub fn decide(desk: Desk<'_>, id: TaskId) -> Result<Run<'_>, Refusal> {
    let mut run = desk.open_running()?;
    task::own(&run, id, desk.user)?;
    if run.task(id).candidates.is_empty() {
        return Err(Refusal::NotAllowed);
    }
    run.emit(TaskEvent::Released { task: id });
    Ok(run)
}
