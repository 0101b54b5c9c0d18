//! 催办: reminding whoever has the order, not too often.

use super::{Desk, allowed, permit};
use crate::flow::run::Run;
use crate::model::effect::Subject;
use crate::model::id::UserId;
use crate::model::limit::URGE_INTERVAL_MS;
use crate::model::order_event::TalkEvent;
use crate::model::refusal::Refusal;

pub fn decide(desk: Desk<'_>) -> Result<Run<'_>, Refusal> {
    let mut run = desk.open_running()?;
    if !allowed::is_watcher(&run.order, desk.user) && !permit::manages(&run, desk.user) {
        return Err(Refusal::NotAllowed);
    }
    let retry_at = run.order.urged_at.map(|at| at.plus_ms(URGE_INTERVAL_MS));
    if let Some(retry_at) = retry_at.filter(|at| *at > run.world.now) {
        return Err(Refusal::TooSoon { retry_at });
    }
    let mut users: Vec<UserId> = Vec::new();
    for (_, task) in run.order.open_tasks() {
        for user in task.holders() {
            if !users.contains(user) {
                users.push(*user);
            }
        }
    }
    run.emit(TalkEvent::Urged { users: users.clone() });
    run.tell(users, Subject::Urged, None, "");
    Ok(run)
}
