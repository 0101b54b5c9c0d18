//! 抄送: showing an order to more people.

use super::{Desk, comment};
use crate::flow::run::Run;
use crate::model::effect::Subject;
use crate::model::id::UserId;
use crate::model::order_event::TalkEvent;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, users: &[UserId]) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open()?;
    if run.order.submitted_at.is_none() {
        return Err(Refusal::NotAllowed);
    }
    let mut problems = comment::people(&run, "users", users);
    if users.is_empty() {
        problems.push(Problem::error("users", ProblemCode::Required));
    }
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems));
    }
    run.emit(TalkEvent::Copied { node: None, users: users.to_vec() });
    run.tell(users.to_vec(), Subject::Copied, None, "");
    Ok(run)
}
