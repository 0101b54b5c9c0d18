//! 退回: the order goes back to an earlier step and runs forward again from there.

use super::task::Tone;
use super::{Desk, task};
use crate::flow::advance;
use crate::flow::back::{self, Target};
use crate::flow::run::Run;
use crate::model::command::ReturnTarget;
use crate::model::id::TaskId;
use crate::model::order::Answer;
use crate::model::order_event::TaskEvent;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, id: TaskId, target: &ReturnTarget, comment: &str) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open_running()?;
    task::own(&run, id, desk.user)?;
    task::comment(&task::node(&run, id).step, Tone::Against, comment)?;
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
    comment.clone_into(&mut run.note);
    let (answer, comment) = (Answer::Returned, comment.to_owned());
    run.emit(TaskEvent::Decided { task: id, by: desk.user, answer, comment });
    back::send_back(&mut run, from, to);
    advance::to_rest(&mut run);
    Ok(run)
}
