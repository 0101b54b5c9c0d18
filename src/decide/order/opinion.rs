//! What comes with the words of a decision or a comment. Refuses a file that somebody else brought, and a step
//! that asks for a signature without one.

use super::{Desk, fill, task};
use crate::flow::run::Run;
use crate::form::definition::too_many;
use crate::model::command::Opinion;
use crate::model::flow::Step;
use crate::model::id::{FileId, TaskId};
use crate::model::limit::{OPINION_FILES_MAX, SIGNATURE_BYTES_MAX};
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

/// Puts the signature under the decision that follows.
///
/// # Errors
/// - `SignatureRequired`: the step asks for one.
/// - `Invalid`: it is no small picture that this person brought.
pub fn sign(desk: Desk, run: &mut Run, task: TaskId, opinion: &Opinion) -> Result<(), Refusal> {
    let Some(signature) = opinion.signature else {
        return if is_signed(&task::node(run, task).step) { Err(Refusal::SignatureRequired) } else { Ok(()) };
    };
    let refused = |code| Err(Refusal::Invalid(vec![Problem::error("signature", code)]));
    match fill::own_file(desk.facts, Some(desk.user), signature) {
        None => refused(ProblemCode::UnknownFile),
        Some(file) if file.media != SIGNATURE_MEDIA => refused(ProblemCode::FileTypeRefused),
        Some(file) if file.bytes > SIGNATURE_BYTES_MAX => refused(ProblemCode::TooLarge),
        Some(_) => {
            run.emit(TaskEvent::Signed { task, signature });
            Ok(())
        }
    }
}

/// With an alpha channel, so that the ink stands on any ground.
const SIGNATURE_MEDIA: &str = "image/png";

/// Whether nobody goes on from here without signing.
pub const fn is_signed(step: &Step) -> bool {
    match step {
        Step::Handle(handle) => handle.signature_required,
        Step::Approve(approve) => approve.signature_required,
        Step::Start(_)
        | Step::Exclusive(_)
        | Step::Parallel(_)
        | Step::Join(_)
        | Step::Cc(_)
        | Step::Update(_)
        | Step::End(_) => false,
    }
}

/// What is wrong with the files of a person.
pub fn problems(desk: Desk, files: &[FileId]) -> Vec<Problem> {
    let many = too_many("files", files.len(), OPINION_FILES_MAX);
    let is_foreign = files.iter().any(|file| fill::own_file(desk.facts, Some(desk.user), *file).is_none());
    let foreign = is_foreign.then(|| Problem::error("files", ProblemCode::UnknownFile));
    many.into_iter().chain(foreign).collect()
}
