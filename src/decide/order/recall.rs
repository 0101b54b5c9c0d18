//! 拿回: taking back one's own decision, as long as nobody after has touched the order.

use super::Desk;
use crate::flow::advance;
use crate::flow::recall;
use crate::flow::run::Run;
use crate::model::id::VisitId;
use crate::model::refusal::Refusal;

pub fn decide(desk: Desk<'_>, visit: VisitId) -> Result<Run<'_>, Refusal> {
    let mut run = desk.open_running()?;
    recall::judge(&run, visit, desk.user)?;
    recall::recall(&mut run, visit, desk.user);
    advance::to_rest(&mut run);
    Ok(run)
}
