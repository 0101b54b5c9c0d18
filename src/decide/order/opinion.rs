//! What comes with the words of a decision or a comment. Refuses a file that somebody else brought.

use super::{Desk, fill};
use crate::flow::run::Run;
use crate::model::command::Opinion;
use crate::model::id::{FileId, TaskId};
use crate::model::limit::OPINION_FILES_MAX;
use crate::model::order_event::TaskEvent;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

/// Hangs the files of an opinion on the order, before the decision they belong to.
///
/// # Errors
/// - `Invalid`: too many, or one that this person did not bring.
pub fn enclose(desk: Desk, run: &mut Run, task: TaskId, opinion: &Opinion) -> Result<(), Refusal> {
    let problems = problems(desk, &opinion.files);
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems));
    }
    if !opinion.files.is_empty() {
        run.emit(TaskEvent::Enclosed { task, files: opinion.files.clone() });
    }
    Ok(())
}

/// What is wrong with the files of a person.
pub fn problems(desk: Desk, files: &[FileId]) -> Vec<Problem> {
    let many = (files.len() > OPINION_FILES_MAX)
        .then(|| Problem::error("files", ProblemCode::TooMany).with("max", OPINION_FILES_MAX));
    let is_foreign = files.iter().any(|file| fill::own_file(desk.facts, Some(desk.user), *file).is_none());
    let foreign = is_foreign.then(|| Problem::error("files", ProblemCode::UnknownFile));
    many.into_iter().chain(foreign).collect()
}
