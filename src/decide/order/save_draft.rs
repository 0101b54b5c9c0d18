//! Keeping what was written so far, before it is sent: of a new order, a draft, or one that came back.

use super::{Desk, fill, save_task};
use crate::access::{self, Wish};
use crate::flow::run::{Run, World};
use crate::form::fill::{Mode, Rights};
use crate::model::command::Actor;
use crate::model::flow::Step;
use crate::model::form::FieldMatrix;
use crate::model::id::{FormId, TaskId};
use crate::model::order::fold::fold;
use crate::model::order::{Order, Status};
use crate::model::order_event::{LifeEvent, OrderEvent, RecordEvent};
use crate::model::party::Action;
use crate::model::raw::RawRecord;
use crate::model::record::Record;
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, form: FormId, values: &RawRecord) -> Result<Run<'a>, Refusal> {
    if let Some(task) = desk.facts.order.and_then(|order| returned(order, desk)) {
        return save_task::keep(desk, task, values);
    }
    let mut run = draft(desk, form)?;
    let rights = rights(&run);
    fill::keep(desk.facts, &mut run, values, Mode::Draft, rights)?;
    Ok(run)
}

/// The task of a person whose order came back.
pub fn returned(order: &Order, desk: Desk) -> Option<TaskId> {
    let history = desk.facts.catalog.form(order.form)?;
    let start = history.flow(order.flow_version)?.start();
    let mut tasks = order.open_tasks().filter(|(_, task)| task.actor == Some(desk.user));
    tasks.find(|(_, task)| order.visits[&task.visit].node == *start).map(|(id, _)| id)
}

/// The draft there is, or a new one; with the newest versions of form and flow.
///
/// # Errors
/// - `NotFound`: the form, another person's draft, or an order this person may not know of.
/// - `NotPublished`, `NotAllowed`: the form is not ready; this person may not use it, or the order was sent already.
pub fn draft(desk: Desk<'_>, form: FormId) -> Result<Run<'_>, Refusal> {
    let facts = desk.facts;
    let form = facts.order.map_or(form, |order| order.form);
    let history = facts.catalog.form(form).ok_or(Refusal::NotFound)?;
    let compiled = history.current().ok_or(Refusal::NotPublished)?;
    let world = World { now: facts.now, catalog: facts.catalog, flow: history.flow_of_new_orders(), form: compiled };
    if let (Some(order), Some(record)) = (facts.order, facts.record) {
        return match &order.status {
            Status::Draft if order.initiator == desk.user => {
                Ok(Run::new(world, Some(desk.user), order.clone(), record.clone()))
            }
            Status::Draft => Err(Refusal::NotFound),
            // Whoever may not know of it must not learn from the answer that it was sent, or ended.
            Status::Running | Status::Ended { .. } => desk.open_running().and(Err(Refusal::NotAllowed)),
        };
    }
    access::may(facts.catalog, Actor::User(desk.user), Wish::Form(form, Action::Create))?;
    Ok(make(desk, world))
}

fn make<'a>(desk: Desk<'a>, world: World<'a>) -> Run<'a> {
    let (form, form_version, app) = (world.form.form, world.form.version, world.form.app);
    let (id, by) = (desk.order, desk.user);
    let department = world.catalog.directory.primary_department(by);
    let order: OrderEvent = LifeEvent::Created { app, form, form_version, initiator: by, title: String::new() }.into();
    let values = fill::opened(world, by);
    let record: OrderEvent = RecordEvent::Created { form, form_version, by, department, values }.into();
    let mut made = fold(None, id, &order, world.now).expect("an order was just created");
    made.apply(&record, world.now);
    let row = Record::fold(None, id, &record, world.now).expect("a record was just created");
    let mut run = Run::new(world, Some(by), made, row);
    run.events = vec![order, record];
    run
}

/// What may be written before the order is sent.
pub fn rights<'a>(run: &Run<'a>) -> Rights<'a> {
    const EVERYTHING: &FieldMatrix = &FieldMatrix::new();
    match &run.world.flow.node(run.world.flow.start()).step {
        Step::Start(start) => Rights::at_start(&start.fields),
        Step::Handle(_)
        | Step::Approve(_)
        | Step::Exclusive(_)
        | Step::Parallel(_)
        | Step::Join(_)
        | Step::Cc(_)
        | Step::Update(_)
        | Step::End(_) => Rights::at_start(EVERYTHING),
    }
}
