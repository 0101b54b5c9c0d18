//! 同意.

use super::task::Tone;
use super::{Desk, fill, opinion, task};
use crate::flow::run::Run;
use crate::flow::{advance, seat};
use crate::form::fill::Mode;
use crate::model::command::Opinion;
use crate::model::flow::Step;
use crate::model::id::TaskId;
use crate::model::order::Answer;
use crate::model::raw::RawRecord;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, id: TaskId, values: &RawRecord, opinion: &Opinion) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open_running()?;
    task::own(&run, id, desk.user)?;
    let node = task::node(&run, id);
    if !matches!(node.step, Step::Approve(_)) {
        return Err(Refusal::NotAllowed);
    }
    task::comment(&node.step, Tone::Onward, &opinion.comment)?;
    let rights = task::rights(&run, id)?;
    fill::keep(desk.facts, &mut run, values, Mode::Submit, rights)?;
    opinion::enclose(desk, &mut run, id, opinion)?;
    opinion::sign(desk, &mut run, id, opinion)?;
    seat::answer(&mut run, id, desk.user, Answer::Approved, &opinion.comment);
    advance::to_rest(&mut run);
    Ok(run)
}
