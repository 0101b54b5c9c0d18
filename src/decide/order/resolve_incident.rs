//! An administrator removed what stopped an order: its stopped nodes try again.

use super::{Desk, permit};
use crate::flow::advance;
use crate::flow::run::Run;
use crate::model::refusal::Refusal;

pub fn decide(desk: Desk<'_>) -> Result<Run<'_>, Refusal> {
    let mut run = desk.open_running()?;
    if !permit::manages(&run, desk.user) || !run.order.has_incident() {
        return Err(Refusal::NotAllowed);
    }
    advance::retry(&mut run);
    advance::to_rest(&mut run);
    Ok(run)
}
