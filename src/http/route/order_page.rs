//! An order's page: one answer with everything the screen shows, for one person. What that person may not see is not in it, and what
//! that person may do is said here and nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::decide::order::allowed::{Act, Allowed};
use crate::decide::order::opinion;
use crate::flow::taken;
use crate::http::wire::Named;
use crate::model::command::RulingKind;
use crate::model::document::Document;
use crate::model::flow::{CommentRule, FlowDefinition, Node, Step};
use crate::model::form::{FieldMatrix, FormDefinition};
use crate::model::held::Held;
use crate::model::id::{
    AppId, CommandId, DepartmentId, EdgeId, FieldId, FileId, FormId, NodeId, OptionId, RecordId, TaskId, UserId,
    VisitId,
};
use crate::model::order::{Order, Outcome, Status, Task, TaskState, Visit, VisitLimit, VisitState};
use crate::model::order_event::Passage;
use crate::model::report::OrderState;
use crate::model::time::Timestamp;
use crate::model::value::File;
use crate::query::file;
use crate::query::history;
use crate::query::history::entry::Entry;
use crate::query::order::{self, Seen};
use crate::query::reading::{Reader, Unread};
use crate::query::wire::{self, Shown};
use crate::view::row;
use crate::writer::reader;

#[derive(Serialize)]
pub struct OrderPage {
    id: RecordId,
    form: FormId,
    form_name: String,
    app: AppId,
    title: String,
    serial: Option<String>,
    state: OrderState,
    rev: u64,
    record_rev: u64,
    initiator: UserId,
    department: Option<DepartmentId>,
    created_at: Timestamp,
    submitted_at: Option<Timestamp>,
    #[serde(flatten)]
    end: End,
    definition: Document<FormDefinition>,
    values: BTreeMap<FieldId, Shown>,
    matrix: FieldMatrix,
    tasks: Vec<TaskFacts>,
    held: Vec<Waiting>,
    actions: Vec<Action>,
    history: Vec<Entry>,
    flow: Picture,
}

#[derive(Serialize, Default)]
struct End {
    ended_at: Option<Timestamp>,
    outcome: Option<Outcome>,
    result: Option<String>,
}

/// A task that is not yet done.
#[derive(Serialize)]
struct TaskFacts {
    id: Named<TaskId>,
    node: NodeId,
    node_name: String,
    state: &'static str,
    principal: Option<UserId>,
    actor: Option<UserId>,
    candidates: Vec<UserId>,
    opened_at: Timestamp,
    due_at: Option<Timestamp>,
    overdue: bool,
}

/// What the person decided, and can still take back.
#[derive(Serialize)]
struct Waiting {
    id: CommandId,
    task: Named<TaskId>,
    verb: RulingKind,
    due_at: Timestamp,
}

/// One thing the person may do now.
#[derive(Serialize)]
struct Action {
    verb: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    task: Option<Named<TaskId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    visit: Option<Named<VisitId>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    outcomes: Vec<Button>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<Target>,
    /// Of a withdrawal.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ways: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<CommentRule>,
    signature_required: bool,
}

#[derive(Serialize)]
struct Button {
    id: OptionId,
    label: String,
}

#[derive(Serialize)]
struct Target {
    node: NodeId,
    name: String,
}

/// The drawing with where the order was and is.
#[derive(Serialize)]
struct Picture {
    definition: Document<FlowDefinition>,
    visits: Vec<Stay>,
    taken_edges: BTreeSet<EdgeId>,
}

#[derive(Serialize)]
struct Stay {
    node: NodeId,
    state: &'static str,
    entered_at: Timestamp,
    left_at: Option<Timestamp>,
    people: Vec<UserId>,
}

/// # Errors
/// As [`order::see`].
pub fn read(reader: Reader<'_>, seen: Seen) -> Result<OrderPage, Unread> {
    let passages = reader::passages(reader.store, seen.moved.order.id)?;
    let files = file::told(reader.store, &passages)?;
    Ok(build(reader, seen, &passages, &files))
}

/// From what is at hand: `passages` are all that the order ever went through, `files` what came with them.
pub fn build(reader: Reader<'_>, seen: Seen, passages: &[Passage], files: &BTreeMap<FileId, File>) -> OrderPage {
    let (order, record) = (&seen.moved.order, &seen.moved.record);
    let told = history::tell(&seen, passages, files);
    let form_name = reader.catalog.form(order.form).map(|history| history.form.name.clone()).unwrap_or_default();
    OrderPage {
        id: order.id,
        form: order.form,
        form_name,
        app: order.app,
        title: order.title.clone(),
        serial: order::serial(&seen).map(str::to_owned),
        state: row::state(reader.catalog, order),
        rev: order.rev,
        record_rev: record.rev,
        initiator: order.initiator,
        department: order.department.or(record.department),
        created_at: order.created_at,
        submitted_at: order.submitted_at,
        end: end(&order.status),
        definition: seen.form.definition.clone(),
        values: wire::values(&record.values, |field| seen.shows(field)),
        tasks: tasks(&seen, reader.now),
        held: seen.held.iter().map(waiting).collect(),
        actions: actions(&seen),
        history: told.entries,
        flow: Picture {
            definition: super::flow::for_readers(&seen.flow.definition),
            visits: order.visits.iter().map(|(id, visit)| stay(order, *id, visit)).collect(),
            taken_edges: taken::edges(order, &seen.flow, &told.chosen),
        },
        matrix: seen.matrix,
    }
}

fn end(status: &Status) -> End {
    match status {
        Status::Draft | Status::Running => End::default(),
        Status::Ended { outcome, result, at, .. } => {
            let result = Some(result.clone()).filter(|result| !result.is_empty());
            End { ended_at: Some(*at), outcome: Some(*outcome), result }
        }
    }
}

fn tasks(seen: &Seen, now: Timestamp) -> Vec<TaskFacts> {
    let order = &seen.moved.order;
    let pending = order.tasks.iter().filter(|(_, task)| task.is_pending());
    let facts = pending.filter_map(|(id, task)| {
        let visit = order.visits.get(&task.visit)?;
        let due_at = match visit.limit {
            VisitLimit::None => None,
            VisitLimit::Due(at) | VisitLimit::Passed(at) => Some(at),
        };
        Some(TaskFacts {
            id: Named(*id),
            node: visit.node.clone(),
            node_name: seen.flow.find(&visit.node).map(|node| node.name.clone()).unwrap_or_default(),
            state: task_state(&task.state),
            principal: task.actor,
            actor: task.actor,
            candidates: task.candidates.clone(),
            opened_at: task.opened_at.unwrap_or(task.made_at),
            due_at,
            overdue: due_at.is_some_and(|due| due <= now),
        })
    });
    facts.collect()
}

const fn task_state(state: &TaskState) -> &'static str {
    match state {
        TaskState::Waiting => "waiting",
        TaskState::Offered => "offered",
        TaskState::Open => "open",
        TaskState::Decided { .. } => "decided",
        TaskState::Cancelled { .. } => "cancelled",
    }
}

const fn waiting(held: &Held) -> Waiting {
    let Held { id, due, verdict, .. } = held;
    Waiting { id: *id, task: Named(verdict.task), verb: verdict.ruling.kind(), due_at: *due }
}

fn actions(seen: &Seen) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    for allowed in &seen.allowed {
        let Some(verb) = verb(allowed.act) else { continue };
        let way = match allowed.act {
            Act::WithdrawToDraft => Some("draft"),
            Act::Cancel => Some("cancel"),
            _ => None,
        };
        // Both ways of taking an order back are one button.
        if let (Some(way), Some(action)) = (way, actions.iter_mut().find(|action| action.verb == verb)) {
            action.ways.push(way);
        } else {
            actions.push(action(seen, allowed, verb, way));
        }
    }
    actions
}

fn action(seen: &Seen, allowed: &Allowed, verb: &'static str, way: Option<&'static str>) -> Action {
    let node = allowed.task.and_then(|task| node_of(seen, task));
    let outcomes = match (allowed.act, node.map(|node| &node.step)) {
        (Act::Complete, Some(Step::Handle(handle))) => handle.outcomes.as_slice(),
        _ => &[],
    };
    let comment = match (allowed.act, node.map(|node| &node.step)) {
        (Act::Approve | Act::Reject | Act::Return, Some(Step::Approve(approve))) => Some(approve.comment_required),
        _ => None,
    };
    let signs =
        matches!(allowed.act, Act::Complete | Act::Approve) && node.is_some_and(|node| opinion::is_signed(&node.step));
    let name = |node: &NodeId| seen.flow.find(node).map(|node| node.name.clone()).unwrap_or_default();
    Action {
        verb,
        task: allowed.task.map(Named),
        visit: allowed.visit.map(Named),
        outcomes: outcomes.iter().map(|one| Button { id: one.id.clone(), label: one.label.clone() }).collect(),
        targets: allowed.targets.iter().map(|node| Target { node: node.clone(), name: name(node) }).collect(),
        ways: way.into_iter().collect(),
        comment,
        signature_required: signs,
    }
}

/// The word in the address; absent for keeping and dropping drafts, which go without a button.
const fn verb(act: Act) -> Option<&'static str> {
    Some(match act {
        Act::SaveDraft | Act::DiscardDraft => return None,
        Act::Submit => "submit",
        Act::Claim => "claim",
        Act::Release => "release",
        Act::SaveTask => "save",
        Act::Complete => "complete",
        Act::Approve => "approve",
        Act::Reject => "reject",
        Act::Return => "return",
        Act::Recall => "recall",
        Act::WithdrawToDraft | Act::Cancel => "withdraw",
        Act::Transfer => "transfer",
        Act::Comment => "comment",
        Act::Cc => "cc",
        Act::Urge => "urge",
        Act::Terminate => "terminate",
        Act::ChangeAssignee => "change_assignee",
        Act::Edit => "edit",
        Act::ResolveIncident => "resolve",
    })
}

fn node_of(seen: &Seen, task: TaskId) -> Option<&Node> {
    let order = &seen.moved.order;
    seen.flow.find(&order.visits.get(&order.tasks.get(&task)?.visit)?.node)
}

fn stay(order: &Order, id: VisitId, visit: &Visit) -> Stay {
    let (state, left_at) = match &visit.state {
        VisitState::Open => ("open", None),
        VisitState::Done { at, .. } => ("done", Some(*at)),
        VisitState::Cancelled { at, .. } => ("cancelled", Some(*at)),
        VisitState::RolledBack { at, .. } => ("rolled_back", Some(*at)),
    };
    let people = order.tasks_of(id).flat_map(|(_, task)| people(task));
    Stay { node: visit.node.clone(), state, entered_at: visit.entered_at, left_at, people: people.collect() }
}

/// Who decided it, or has it.
fn people(task: &Task) -> Vec<UserId> {
    match &task.state {
        TaskState::Decided { by, .. } => vec![*by],
        TaskState::Open | TaskState::Offered => task.holders().to_vec(),
        TaskState::Waiting => task.actor.into_iter().collect(),
        TaskState::Cancelled { .. } => Vec::new(),
    }
}
