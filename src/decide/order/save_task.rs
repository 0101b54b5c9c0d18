//! Keeping what was written at a step, without completing it.

use super::{Desk, fill, task};
use crate::flow::run::Run;
use crate::form::fill::Mode;
use crate::model::flow::Step;
use crate::model::id::TaskId;
use crate::model::order_event::TaskEvent;
use crate::model::raw::RawRecord;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, id: TaskId, values: &RawRecord) -> Result<Run<'a>, Refusal> {
    let run = keep(desk, id, values)?;
    // An order that came back is a draft again, and is saved as one.
    if matches!(task::node(&run, id).step, Step::Start(_)) { Err(Refusal::NotAllowed) } else { Ok(run) }
}

pub(super) fn keep<'a>(desk: Desk<'a>, id: TaskId, values: &RawRecord) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open_running()?;
    task::own(&run, id, desk.user)?;
    let rights = task::rights(&run, id)?;
    fill::keep(desk.facts, &mut run, values, Mode::Draft, rights)?;
    run.emit(TaskEvent::Saved { task: id });
    Ok(run)
}
