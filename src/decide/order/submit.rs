//! Sending an order on its way: a new one, a draft, or one that came back.

use super::{Desk, fill, save_draft, task};
use crate::flow::advance::{self, Entry};
use crate::flow::run::Run;
use crate::flow::seat;
use crate::form::fill::Mode;
use crate::model::id::FormId;
use crate::model::order::{Answer, TaskState};
use crate::model::order_event::LifeEvent;
use crate::model::raw::RawRecord;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, form: FormId, values: &RawRecord) -> Result<Run<'a>, Refusal> {
    if let Some(task) = desk.facts.order.and_then(|order| save_draft::returned(order, desk)) {
        let mut run = desk.open_running()?;
        task::own(&run, task, desk.user)?;
        let rights = task::rights(&run, task)?;
        fill::keep(desk.facts, &mut run, values, Mode::Submit, rights)?;
        seat::answer(&mut run, task, desk.user, Answer::Submitted, "");
        advance::to_rest(&mut run);
        return Ok(run);
    }
    let mut run = save_draft::draft(desk, form)?;
    let rights = save_draft::rights(&run);
    fill::keep(desk.facts, &mut run, values, Mode::Submit, rights)?;
    start(&mut run, desk);
    Ok(run)
}

/// The first submission: the initiator's stay in the start node is over as soon as it begins.
fn start(run: &mut Run, desk: Desk) {
    let department = run.world.catalog.directory.primary_department(desk.user);
    let (form_version, flow_version) = (run.world.form.version, run.world.flow.version);
    run.emit(LifeEvent::Submitted { form_version, flow_version, department });
    let node = run.world.flow.start().clone();
    let visit = advance::enter(run, Entry { node, scope: Vec::new(), parents: Vec::new(), supersedes: None });
    advance::to_rest(run);
    let own = run.order.tasks_of(visit).find(|(_, task)| task.state == TaskState::Open).map(|(id, _)| id);
    let own = own.expect("an active initiator has the first task");
    seat::answer(run, own, desk.user, Answer::Submitted, "");
    advance::to_rest(run);
}
