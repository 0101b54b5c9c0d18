//! 改派: an administrator gives a task to somebody else.

use super::{Desk, permit, task};
use crate::flow::run::Run;
use crate::model::effect::Subject;
use crate::model::id::{TaskId, UserId};
use crate::model::order_event::TaskEvent;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, id: TaskId, to: UserId, comment: &str) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open_running()?;
    if !permit::manages(&run, desk.user) {
        return Err(Refusal::NotAllowed);
    }
    if !run.order.tasks.get(&id).ok_or(Refusal::NotFound)?.is_pending() {
        return Err(task::closed(&run, id));
    }
    task::bounded(comment)?;
    task::successor(&run, id, to)?;
    run.emit(TaskEvent::Reassigned { task: id, to, comment: comment.to_owned() });
    let node = task::node(&run, id);
    run.tell(vec![to], Subject::Transferred, Some(node), comment);
    Ok(run)
}
