//! What one person may do with an order now. The same judgements as the verbs themselves, so a button that is shown works; the
//! form may still have to be filled and a comment given.

use serde::Serialize;

use super::{Desk, permit, withdraw};
use crate::decide::facts::Facts;
use crate::flow::back;
use crate::flow::recall;
use crate::flow::run::Run;
use crate::model::command::WithdrawTo;
use crate::model::flow::Step;
use crate::model::held::Holds;
use crate::model::id::{NodeId, RecordId, TaskId, UserId, VisitId};
use crate::model::limit::URGE_INTERVAL_MS;
use crate::model::order::{Order, Status, TaskState};
use crate::model::refusal::Refusal;

/// Named as the verbs are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    SaveDraft,
    Submit,
    DiscardDraft,
    Claim,
    Release,
    SaveTask,
    Complete,
    Approve,
    Reject,
    Return,
    Recall,
    WithdrawToDraft,
    Cancel,
    Transfer,
    Comment,
    Cc,
    Urge,
    Terminate,
    ChangeAssignee,
    Edit,
    ResolveIncident,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Allowed {
    pub act: Act,
    pub task: Option<TaskId>,
    /// Of a recall: the stay whose decision is taken back.
    pub visit: Option<VisitId>,
    /// Of a return: where to, in the order of the flow.
    pub targets: Vec<NodeId>,
}

impl Allowed {
    const fn order(act: Act) -> Self {
        Self { act, task: None, visit: None, targets: Vec::new() }
    }

    const fn task(act: Act, task: TaskId) -> Self {
        Self { act, task: Some(task), visit: None, targets: Vec::new() }
    }
}

/// In the order of [`Act`], tasks by id.
///
/// # Errors
/// - `NotFound`: this person may not know of the order.
pub fn allowed(facts: &Facts, user: UserId, order: RecordId) -> Result<Vec<Allowed>, Refusal> {
    Ok(of(&Desk { facts, user, order }.open()?, user, facts.held))
}

/// Of an order that the person may see.
pub fn of(run: &Run, user: UserId, held: &Holds) -> Vec<Allowed> {
    let mut all = match run.order.status {
        Status::Draft => vec![Act::SaveDraft, Act::Submit, Act::DiscardDraft].into_iter().map(Allowed::order).collect(),
        Status::Running => of_running(run, user, held),
        Status::Ended { .. } => Vec::new(),
    };
    if run.order.submitted_at.is_some() {
        all.extend([Act::Comment, Act::Cc].map(Allowed::order));
    }
    if permit::edits(run, user) {
        all.push(Allowed::order(Act::Edit));
    }
    all.sort_by_key(|allowed| (allowed.act, allowed.task));
    all
}

fn of_running(run: &Run, user: UserId, held: &Holds) -> Vec<Allowed> {
    let mut all = Vec::new();
    for (id, task) in run.order.open_tasks() {
        match task.state {
            TaskState::Offered if task.candidates.contains(&user) => all.push(Allowed::task(Act::Claim, id)),
            TaskState::Open if task.actor == Some(user) && held.of_task(run.order.id, id).is_none() => {
                all.extend(of_own(run, id));
            }
            TaskState::Offered
            | TaskState::Open
            | TaskState::Waiting
            | TaskState::Decided { .. }
            | TaskState::Cancelled { .. } => {}
        }
    }
    let decided = run.order.visits.keys().filter(|visit| recall::judge(run, **visit, user).is_ok());
    all.extend(decided.map(|visit| Allowed { visit: Some(*visit), ..Allowed::order(Act::Recall) }));
    if run.order.initiator == user {
        for (act, to) in [(Act::WithdrawToDraft, WithdrawTo::Draft), (Act::Cancel, WithdrawTo::Cancel)] {
            if withdraw::judge(run, to).is_ok() {
                all.push(Allowed::order(act));
            }
        }
    }
    let is_manager = permit::manages(run, user);
    if (is_manager || is_watcher(&run.order, user)) && may_urge_again(run) {
        all.push(Allowed::order(Act::Urge));
    }
    if is_manager {
        all.push(Allowed::order(Act::Terminate));
        let pending = run.order.tasks.iter().filter(|(_, task)| task.is_pending());
        let free = pending.filter(|(id, _)| held.of_task(run.order.id, **id).is_none());
        all.extend(free.map(|(id, _)| Allowed::task(Act::ChangeAssignee, *id)));
        if run.order.has_incident() {
            all.push(Allowed::order(Act::ResolveIncident));
        }
    }
    all
}

/// Of a person's own open task.
fn of_own(run: &Run, id: TaskId) -> Vec<Allowed> {
    let node = run.node(run.task(id).visit);
    let mut acts = match &node.step {
        Step::Start(_) => vec![Act::SaveDraft, Act::Submit],
        Step::Handle(_) => vec![Act::SaveTask, Act::Complete],
        Step::Approve(_) => vec![Act::SaveTask, Act::Approve, Act::Reject],
        Step::Exclusive(_) | Step::Parallel(_) | Step::Join(_) | Step::Cc(_) | Step::Update(_) | Step::End(_) => {
            Vec::new()
        }
    };
    if !run.task(id).candidates.is_empty() {
        acts.push(Act::Release);
    }
    if back::going_back(&node.step).is_some_and(|rule| rule.transfer) {
        acts.push(Act::Transfer);
    }
    let mut all: Vec<_> = acts.into_iter().map(|act| Allowed::task(act, id)).collect();
    let returnable = back::returnable(run, run.task(id).visit);
    let drawn = run.world.flow.definition.nodes.iter().map(|node| &node.id);
    let targets: Vec<_> = drawn.filter(|node| returnable.contains_key(node)).cloned().collect();
    if !targets.is_empty() {
        all.push(Allowed { targets, ..Allowed::task(Act::Return, id) });
    }
    all
}

pub fn is_watcher(order: &Order, user: UserId) -> bool {
    order.initiator == user || order.copies.contains_key(&user)
}

fn may_urge_again(run: &Run) -> bool {
    run.order.urged_at.is_none_or(|at| at.plus_ms(URGE_INTERVAL_MS) <= run.world.now)
}
