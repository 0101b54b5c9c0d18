//! 终止: an administrator ends an order.

use super::{Desk, permit, task};
use crate::flow::advance;
use crate::flow::run::Run;
use crate::model::order::{Outcome, Reason};
use crate::model::order_event::LifeEvent;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, comment: &str) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open_running()?;
    if !permit::manages(&run, desk.user) {
        return Err(Refusal::NotAllowed);
    }
    task::bounded(comment)?;
    run.emit(LifeEvent::Terminated { comment: comment.to_owned() });
    advance::end(&mut run, Outcome::Terminated, Reason::Terminated, String::new());
    Ok(run)
}
