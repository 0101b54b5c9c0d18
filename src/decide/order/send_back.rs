//! 退回: the order goes back to an earlier step and runs forward again from there.

use super::task::Tone;
use super::{Desk, opinion, task};
use crate::flow::advance;
use crate::flow::back::{self, Target};
use crate::flow::run::Run;
use crate::model::command::{Opinion, ReturnTarget};
use crate::model::id::TaskId;
use crate::model::order::Answer;
use crate::model::order_event::TaskEvent;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, id: TaskId, target: &ReturnTarget, opinion: &Opinion) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open_running()?;
    task::own(&run, id, desk.user)?;
    task::comment(&task::node(&run, id).step, Tone::Against, &opinion.comment)?;
    let target = match target {
        ReturnTarget::Start => Target::Start,
        ReturnTarget::Previous => Target::Previous,
        ReturnTarget::Node(node) => Target::Node(node.clone()),
    };
    let from = run.task(id).visit;
    let to = back::find(&run, from, &target)?;
    if !back::returnable(&run, from).values().any(|visit| *visit == to) {
        return Err(Refusal::NotReturnable { node: Some(run.visit(to).node.clone()) });
    }
    opinion::enclose(desk, &mut run, id, opinion)?;
    opinion.comment.clone_into(&mut run.note);
    let (answer, comment) = (Answer::Returned, opinion.comment.clone());
    run.emit(TaskEvent::Decided { task: id, by: desk.user, answer, comment });
    back::send_back(&mut run, from, to);
    advance::to_rest(&mut run);
    Ok(run)
}
