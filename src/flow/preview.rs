//! Who would get each step: the same code on a copy, with people who always say yes and press the first button. Changes nothing
//! and promises nothing; what it says depends on the fields it names.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::flow::advance::{self, Entry};
use crate::flow::back;
use crate::flow::run::{Run, World};
use crate::flow::{assign, seat, taken};
use crate::model::flow::{Source, Step};
use crate::model::id::{EdgeId, FieldId, NodeId, RecordId, TaskId, UserId, VisitId};
use crate::model::limit::PREVIEW_STEPS_MAX;
use crate::model::order::fold::fold;
use crate::model::order::{Answer, Incident, Order, Outcome, Status};
use crate::model::order_event::{Found, LifeEvent, OrderEvent, RecordEvent, TalkEvent, VisitEvent};
use crate::model::record::{Record, Values};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// Steps of people and copies, in the order they open.
    pub steps: Vec<Predicted>,
    /// Lines of the drawing it would go along.
    pub edges: BTreeSet<EdgeId>,
    /// Absent: it stops with an incident, or goes on for longer than a preview looks.
    pub outcome: Option<Outcome>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Predicted {
    pub visit: VisitId,
    pub node: NodeId,
    pub people: Vec<UserId>,
    /// How they were found.
    #[serde(skip)]
    pub found: Vec<Found>,
    /// Fields that decide whether this step is reached, and by whom.
    pub depends_on: BTreeSet<FieldId>,
    pub warnings: Vec<Warning>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Warning {
    /// The rule found nobody; somebody else stands in.
    NobodyFound,
    /// Nobody decides here.
    PassesByItself,
    Stops {
        incident: Incident,
    },
    /// The same person decided before.
    SamePersonAgain {
        user: UserId,
    },
}

/// A submission by `initiator` of a form filled like this.
pub fn preview(world: World, initiator: UserId, values: Values) -> Preview {
    let mut run = begun(world, initiator, values);
    let node = world.flow.start().clone();
    advance::enter(&mut run, Entry { node, scope: Vec::new(), parents: Vec::new(), supersedes: None });
    advance::to_rest(&mut run);
    for _ in 0..PREVIEW_STEPS_MAX {
        let Some((task, user)) = next(&run.order) else { break };
        let answer = yes(&run, task);
        run.by = Some(user);
        seat::answer(&mut run, task, user, answer, "");
        advance::to_rest(&mut run);
    }
    let outcome = match run.order.status {
        Status::Ended { outcome, .. } => Some(outcome),
        Status::Draft | Status::Running => None,
    };
    let edges = taken::edges(&run.order, world.flow, &chosen(&run));
    Preview { steps: steps(&run), edges, outcome }
}

fn begun(world: World, initiator: UserId, values: Values) -> Run {
    let (form, form_version, app) = (world.form.form, world.form.version, world.form.app);
    let department = world.catalog.directory.primary_department(initiator);
    let id = RecordId::from_u128(0);
    let order: OrderEvent = LifeEvent::Created { app, form, form_version, initiator, title: String::new() }.into();
    let record: OrderEvent = RecordEvent::Created { form, form_version, by: initiator, department, values }.into();
    let order = fold(None, id, &order, world.now).expect("an order was just created");
    let record = Record::fold(None, id, &record, world.now).expect("a record was just created");
    let mut run = Run::new(world, Some(initiator), order, record);
    run.emit(LifeEvent::Submitted { form_version, flow_version: world.flow.version, department });
    run
}

/// The edge each exclusive node took.
fn chosen(run: &Run) -> BTreeMap<VisitId, EdgeId> {
    let path = |event: &OrderEvent| match event {
        OrderEvent::Visit(VisitEvent::PathChosen { visit, edge, .. }) => Some((*visit, edge.clone())),
        OrderEvent::Visit(_)
        | OrderEvent::Record(_)
        | OrderEvent::Life(_)
        | OrderEvent::Fork(_)
        | OrderEvent::Task(_)
        | OrderEvent::Timer(_)
        | OrderEvent::Talk(_) => None,
    };
    run.events.iter().filter_map(path).collect()
}

/// The oldest open task, and who would do it.
fn next(order: &Order) -> Option<(TaskId, UserId)> {
    order.open_tasks().find_map(|(id, task)| Some((id, *task.holders().first()?)))
}

fn yes(run: &Run, task: TaskId) -> Answer {
    match &run.node(run.task(task).visit).step {
        Step::Start(_) => Answer::Submitted,
        Step::Handle(handle) => Answer::Completed(handle.outcomes.first().map(|outcome| outcome.id.clone())),
        Step::Approve(_) => Answer::Approved,
        Step::Exclusive(_) | Step::Parallel(_) | Step::Join(_) | Step::Cc(_) | Step::Update(_) | Step::End(_) => {
            unreachable!("only human nodes have tasks")
        }
    }
}

fn steps(run: &Run) -> Vec<Predicted> {
    let mut steps: Vec<Predicted> = Vec::new();
    for (id, visit) in &run.order.visits {
        let (people, found) = match &run.node(*id).step {
            Step::Handle(_) | Step::Approve(_) => (holders(run, *id), found(run, *id)),
            // A copy looks for nobody in the open: who named whom is asked again.
            Step::Cc(cc) => (copied(run, &visit.node), assign::named(run, &cc.recipients)),
            Step::Start(_)
            | Step::Exclusive(_)
            | Step::Parallel(_)
            | Step::Join(_)
            | Step::Update(_)
            | Step::End(_) => continue,
        };
        let warnings = warnings(run, *id, &found);
        let depends_on = depends_on(run, *id);
        steps.push(Predicted { visit: *id, node: visit.node.clone(), people, found, depends_on, warnings });
    }
    steps
}

/// Nobody, where everybody had a copy or was gone.
fn copied(run: &Run, node: &NodeId) -> Vec<UserId> {
    let of_node = |event: &OrderEvent| match event {
        OrderEvent::Talk(TalkEvent::Copied { node: Some(at), users }) if at == node => Some(users.clone()),
        OrderEvent::Talk(_)
        | OrderEvent::Record(_)
        | OrderEvent::Life(_)
        | OrderEvent::Visit(_)
        | OrderEvent::Fork(_)
        | OrderEvent::Task(_)
        | OrderEvent::Timer(_) => None,
    };
    run.events.iter().find_map(of_node).unwrap_or_default()
}

fn holders(run: &Run, visit: VisitId) -> Vec<UserId> {
    let tasks = run.order.tasks_of(visit);
    tasks.flat_map(|(_, task)| task.actor.into_iter().chain(task.candidates.iter().copied())).collect()
}

fn found(run: &Run, visit: VisitId) -> Vec<Found> {
    let of_visit = |event: &OrderEvent| match event {
        OrderEvent::Visit(VisitEvent::PeopleFound { visit: at, steps }) if *at == visit => Some(steps.clone()),
        OrderEvent::Visit(_)
        | OrderEvent::Record(_)
        | OrderEvent::Life(_)
        | OrderEvent::Fork(_)
        | OrderEvent::Task(_)
        | OrderEvent::Timer(_)
        | OrderEvent::Talk(_) => None,
    };
    run.events.iter().find_map(of_visit).unwrap_or_default()
}

fn warnings(run: &Run, visit: VisitId, found: &[Found]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for step in found {
        match step {
            Found::Fallback { .. } => warnings.push(Warning::NobodyFound),
            Found::Skipped => warnings.push(Warning::PassesByItself),
            Found::Source { .. } | Found::SameAsBefore { .. } | Found::Inactive { .. } | Found::SelfApproval { .. } => {
            }
        }
    }
    if let Some(incident) = run.visit(visit).incident {
        warnings.push(Warning::Stops { incident });
    }
    if matches!(run.node(visit).step, Step::Approve(_)) {
        let above = back::ancestors(&run.order, visit);
        let approvals = above.iter().filter(|id| matches!(run.node(**id).step, Step::Approve(_)));
        let before: BTreeSet<_> = approvals.flat_map(|id| back::deciders(&run.order, *id)).collect();
        let again = holders(run, visit).into_iter().filter(|user| before.contains(user));
        warnings.extend(again.map(|user| Warning::SamePersonAgain { user }));
    }
    warnings
}

/// What the conditions on the way read, and the fields people were taken from.
fn depends_on(run: &Run, visit: VisitId) -> BTreeSet<FieldId> {
    let above = back::ancestors(&run.order, visit);
    let mut fields: BTreeSet<FieldId> = BTreeSet::new();
    for event in &run.events {
        if let OrderEvent::Visit(VisitEvent::PathChosen { visit, tried, .. }) = event
            && above.contains(visit)
        {
            fields.extend(tried.iter().flat_map(|tried| tried.inputs.iter().map(|(field, _)| field.clone())));
        }
    }
    let sources = match &run.node(visit).step {
        Step::Handle(handle) => &handle.assign.sources,
        Step::Approve(approve) => &approve.assign.sources,
        Step::Cc(cc) => &cc.recipients,
        Step::Start(_) | Step::Exclusive(_) | Step::Parallel(_) | Step::Join(_) | Step::Update(_) | Step::End(_) => {
            return fields;
        }
    };
    for source in sources {
        if let Source::Field { field } = source {
            fields.insert(field.clone());
        }
    }
    fields
}
