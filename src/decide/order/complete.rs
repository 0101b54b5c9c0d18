//! Work is done, perhaps through one of several buttons.

use super::task::Tone;
use super::{Desk, fill, opinion, task};
use crate::flow::run::Run;
use crate::flow::{advance, seat};
use crate::form::fill::Mode;
use crate::model::command::Opinion;
use crate::model::flow::{Handle, Step};
use crate::model::id::{OptionId, TaskId};
use crate::model::order::Answer;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::RawRecord;
use crate::model::refusal::Refusal;

pub fn decide<'a>(
    desk: Desk<'a>,
    id: TaskId,
    outcome: Option<&OptionId>,
    values: &RawRecord,
    opinion: &Opinion,
) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open_running()?;
    task::own(&run, id, desk.user)?;
    let node = task::node(&run, id);
    let Step::Handle(handle) = &node.step else { return Err(Refusal::NotAllowed) };
    pressed(handle, outcome)?;
    task::comment(&node.step, Tone::Onward, &opinion.comment)?;
    let rights = task::rights(&run, id)?;
    fill::keep(desk.facts, &mut run, values, Mode::Submit, rights)?;
    opinion::enclose(desk, &mut run, id, opinion)?;
    opinion::sign(desk, &mut run, id, opinion)?;
    seat::answer(&mut run, id, desk.user, Answer::Completed(outcome.cloned()), &opinion.comment);
    advance::to_rest(&mut run);
    Ok(run)
}

/// # Errors
/// - `Invalid`: no button, or one the step does not have.
fn pressed(handle: &Handle, outcome: Option<&OptionId>) -> Result<(), Refusal> {
    let code = match outcome {
        None if handle.outcomes.is_empty() => return Ok(()),
        None => ProblemCode::Required,
        Some(pressed) if handle.outcomes.iter().any(|outcome| outcome.id == *pressed) => return Ok(()),
        Some(_) => ProblemCode::UnknownOption,
    };
    Err(Refusal::Invalid(vec![Problem::error("outcome", code)]))
}
