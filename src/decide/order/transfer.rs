//! 转办: somebody else does the task, and answers for it.

use super::{Desk, task};
use crate::flow::back;
use crate::flow::run::Run;
use crate::model::effect::Subject;
use crate::model::id::{TaskId, UserId};
use crate::model::order_event::TaskEvent;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, id: TaskId, to: UserId, comment: &str) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open_running()?;
    task::own(&run, id, desk.user)?;
    let node = task::node(&run, id);
    if !back::going_back(&node.step).is_some_and(|rule| rule.transfer) {
        return Err(Refusal::NotAllowed);
    }
    task::bounded(comment)?;
    task::successor(&run, id, to)?;
    run.emit(TaskEvent::Transferred { task: id, to, comment: comment.to_owned() });
    run.tell(vec![to], Subject::Transferred, Some(node), comment);
    Ok(run)
}
