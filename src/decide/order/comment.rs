//! Saying something about an order. Who is mentioned is told, and may read the order from then on.

use super::{Desk, opinion};
use crate::flow::run::Run;
use crate::model::effect::Subject;
use crate::model::id::{FileId, UserId};
use crate::model::limit::{COMMENT_CHARS_MAX, RECIPIENTS_MAX};
use crate::model::order_event::TalkEvent;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, text: &str, mentions: &[UserId], files: &[FileId]) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open()?;
    if run.order.submitted_at.is_none() {
        return Err(Refusal::NotAllowed);
    }
    let mut problems = people(&run, "mentions", mentions);
    if text.trim().is_empty() {
        problems.push(Problem::error("text", ProblemCode::Required));
    }
    if text.chars().count() > COMMENT_CHARS_MAX {
        problems.push(Problem::error("text", ProblemCode::TooLong).with("max", COMMENT_CHARS_MAX));
    }
    problems.extend(opinion::problems(desk, files));
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems));
    }
    run.emit(TalkEvent::Commented { text: text.to_owned(), mentions: mentions.to_vec(), files: files.to_vec() });
    run.tell(mentions.to_vec(), Subject::Mentioned, None, text);
    Ok(run)
}

/// What is wrong with a list of people to be told.
pub fn people(run: &Run, place: &str, users: &[UserId]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if users.len() > RECIPIENTS_MAX {
        problems.push(Problem::error(place, ProblemCode::TooMany).with("max", RECIPIENTS_MAX));
    }
    let unknown = users.iter().filter(|user| !run.world.catalog.directory.is_active(**user));
    problems.extend(unknown.map(|user| Problem::error(place, ProblemCode::UnknownUser).with("user", user)));
    problems
}
