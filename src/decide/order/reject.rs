//! 拒绝: a vote against. What follows is the step's own rule; see [`crate::flow::seat`].

use super::task::Tone;
use super::{Desk, opinion, task};
use crate::flow::run::Run;
use crate::flow::{advance, seat};
use crate::model::command::Opinion;
use crate::model::flow::Step;
use crate::model::id::TaskId;
use crate::model::order::Answer;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, id: TaskId, opinion: &Opinion) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open_running()?;
    task::own(&run, id, desk.user)?;
    let node = task::node(&run, id);
    if !matches!(node.step, Step::Approve(_)) {
        return Err(Refusal::NotAllowed);
    }
    task::comment(&node.step, Tone::Against, &opinion.comment)?;
    opinion::enclose(desk, &mut run, id, opinion)?;
    opinion.comment.clone_into(&mut run.note);
    seat::answer(&mut run, id, desk.user, Answer::Rejected, &opinion.comment);
    advance::to_rest(&mut run);
    Ok(run)
}
