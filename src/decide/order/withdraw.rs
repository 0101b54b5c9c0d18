//! 撤销: the initiator takes the whole order back, to change it or to drop it.

use super::{Desk, task};
use crate::flow::advance;
use crate::flow::back;
use crate::flow::rollback::{self, Itself};
use crate::flow::run::Run;
use crate::model::command::WithdrawTo;
use crate::model::flow::{Step, WithdrawRule};
use crate::model::id::VisitId;
use crate::model::order::{Outcome, Reason, TaskState};
use crate::model::order_event::LifeEvent;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, to: WithdrawTo, comment: &str) -> Result<Run<'a>, Refusal> {
    let mut run = desk.open_running()?;
    if run.order.initiator != desk.user {
        return Err(Refusal::NotAllowed);
    }
    task::bounded(comment)?;
    judge(&run, to)?;
    comment.clone_into(&mut run.note);
    run.emit(LifeEvent::Withdrawn { to, comment: comment.to_owned() });
    match (to, submitted(&run)) {
        (WithdrawTo::Draft, Some(start)) => {
            rollback::rollback(&mut run, start, Itself::Undone, Reason::Withdrawn);
            back::enter_again(&mut run, start);
            advance::to_rest(&mut run);
        }
        (WithdrawTo::Draft | WithdrawTo::Cancel, _) => {
            advance::end(&mut run, Outcome::Cancelled, Reason::Withdrawn, comment.to_owned());
        }
    }
    Ok(run)
}

/// # Errors
/// - `NotAllowed`: the flow never allows it, or the order is already with its initiator.
/// - `WithdrawTooLate`: somebody else decided since it was sent.
pub fn judge(run: &Run, to: WithdrawTo) -> Result<(), Refusal> {
    let Some(start) = submitted(run) else {
        return if to == WithdrawTo::Cancel { Ok(()) } else { Err(Refusal::NotAllowed) };
    };
    let rule = match &run.node(start).step {
        Step::Start(start) => start.withdraw,
        Step::Handle(_)
        | Step::Approve(_)
        | Step::Exclusive(_)
        | Step::Parallel(_)
        | Step::Join(_)
        | Step::Cc(_)
        | Step::Update(_)
        | Step::End(_) => WithdrawRule::Never,
    };
    match rule {
        WithdrawRule::AnyTime => Ok(()),
        WithdrawRule::Never => Err(Refusal::NotAllowed),
        WithdrawRule::BeforeFirstDecision => {
            let later = run.order.tasks.values().filter(|task| task.visit > start);
            let mut decided = later.filter_map(|task| match task.state {
                TaskState::Decided { by, at, .. } if by != run.order.initiator => Some((by, at)),
                TaskState::Decided { .. }
                | TaskState::Waiting
                | TaskState::Offered
                | TaskState::Open
                | TaskState::Cancelled { .. } => None,
            });
            decided.next().map_or(Ok(()), |(by, at)| Err(Refusal::WithdrawTooLate { by: Some(by), at }))
        }
    }
}

/// The stay in the start node the order was last sent from; absent while it is there.
fn submitted(run: &Run) -> Option<VisitId> {
    let start = run.world.flow.start();
    let mut stays = run.order.visits.iter().rev().filter(|(_, visit)| visit.node == *start);
    stays.next().filter(|(_, visit)| visit.is_done()).map(|(id, _)| *id)
}
