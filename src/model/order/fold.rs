//! Folding events into an order. Total over every log the house wrote: an event names only what earlier events made,
//! so anything else is a bug and panics. It looks at nothing but the state, the event and the instant of the commit.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::id::{EdgeId, ForkId, NodeId, RecordId, TaskId, TimerId, UserId, VisitId};
use crate::model::order_event::{ForkEvent, LifeEvent, OrderEvent, TalkEvent, TaskEvent, TimerEvent, VisitEvent};
use crate::model::time::Timestamp;

use super::{
    Branch, BranchState, Copies, Fired, Fork, ForkState, Frame, Order, Status, Task, TaskState, Timer, Visit,
    VisitLimit, VisitState,
};

/// `None` stands for an order that is not there: before it was made, and after its draft was discarded.
pub fn fold(order: Option<Order>, id: RecordId, event: &OrderEvent, at: Timestamp) -> Option<Order> {
    match event {
        OrderEvent::Life(LifeEvent::Discarded) => None,
        OrderEvent::Life(LifeEvent::Created { app, form, form_version, initiator, title }) => Some(Order {
            id,
            app: *app,
            form: *form,
            form_version: *form_version,
            flow_version: 0,
            initiator: *initiator,
            department: None,
            title: title.clone(),
            status: Status::Draft,
            created_at: at,
            submitted_at: None,
            last_at: at,
            rev: 1,
            visits: BTreeMap::new(),
            forks: BTreeMap::new(),
            tasks: BTreeMap::new(),
            timers: BTreeMap::new(),
            timer_last: 0,
            handlers: BTreeSet::new(),
            copies: BTreeMap::new(),
            urged_at: None,
        }),
        OrderEvent::Record(_)
        | OrderEvent::Life(_)
        | OrderEvent::Visit(_)
        | OrderEvent::Fork(_)
        | OrderEvent::Task(_)
        | OrderEvent::Timer(_)
        | OrderEvent::Talk(_) => {
            let mut order = order.expect("an order is created before anything else happens to it");
            order.apply(event, at);
            Some(order)
        }
    }
}

impl Order {
    /// Everything after its creation and short of its removal.
    pub fn apply(&mut self, event: &OrderEvent, at: Timestamp) {
        self.rev += 1;
        self.last_at = self.last_at.max(at);
        match event {
            // The record's own row takes it; see `Record::fold`.
            OrderEvent::Record(_) => {}
            OrderEvent::Life(event) => self.live(event, at),
            OrderEvent::Visit(event) => self.stay(event, at),
            OrderEvent::Fork(event) => self.branch(event),
            OrderEvent::Task(event) => self.work(event, at),
            OrderEvent::Timer(event) => self.tick(event),
            OrderEvent::Talk(event) => self.talk(event, at),
        }
    }

    fn live(&mut self, event: &LifeEvent, at: Timestamp) {
        match event {
            LifeEvent::Created { .. } | LifeEvent::Discarded => unreachable!("fold() makes and removes orders"),
            LifeEvent::Titled { title } => self.title.clone_from(title),
            LifeEvent::Submitted { form_version, flow_version, department } => {
                self.form_version = *form_version;
                self.flow_version = *flow_version;
                self.department = *department;
                self.submitted_at = Some(at);
                self.status = Status::Running;
            }
            LifeEvent::Withdrawn { .. } | LifeEvent::Terminated { .. } => {}
            LifeEvent::Ended { outcome, result, by } => {
                self.status = Status::Ended { outcome: *outcome, result: result.clone(), at, by: *by };
            }
            LifeEvent::Migrated { to, form_version, nodes, edges, .. } => {
                self.flow_version = *to;
                self.form_version = *form_version;
                self.redraw(&nodes.iter().cloned().collect(), edges);
            }
        }
    }

    /// Another drawing lies under the order: steps and lines go by their names there. A limit that was cancelled just before is none
    /// of the step any more.
    fn redraw(&mut self, nodes: &BTreeMap<NodeId, NodeId>, edges: &[(Frame, EdgeId)]) {
        let rename = |node: &mut NodeId| {
            if let Some(name) = nodes.get(node) {
                node.clone_from(name);
            }
        };
        let armed: BTreeSet<VisitId> = self.timers.values().map(|timer| timer.visit).collect();
        for (id, visit) in &mut self.visits {
            rename(&mut visit.node);
            if visit.is_open() && matches!(visit.limit, VisitLimit::Due(_)) && !armed.contains(id) {
                visit.limit = VisitLimit::None;
            }
        }
        for fork in self.forks.values_mut() {
            fork.join.iter_mut().for_each(rename);
        }
        for (Frame { fork, branch }, edge) in edges {
            self.branch_mut(*fork, *branch).edge.clone_from(edge);
        }
        for copies in self.copies.values_mut() {
            copies.nodes = copies.nodes.iter().map(|node| nodes.get(node).unwrap_or(node).clone()).collect();
        }
    }

    fn stay(&mut self, event: &VisitEvent, at: Timestamp) {
        match event {
            VisitEvent::Entered { visit, node, scope, parents, supersedes, no_auto } => {
                let entered = Visit {
                    node: node.clone(),
                    scope: scope.clone(),
                    parents: parents.clone(),
                    supersedes: *supersedes,
                    no_auto: *no_auto,
                    state: VisitState::Open,
                    entered_at: at,
                    round: 0,
                    incident: None,
                    limit: VisitLimit::None,
                };
                self.visits.insert(*visit, entered);
            }
            VisitEvent::Completed { visit, port } => {
                self.visit_mut(*visit).state = VisitState::Done { port: port.clone(), at };
            }
            VisitEvent::Cancelled { visit, reason } => {
                self.visit_mut(*visit).state = VisitState::Cancelled { reason: *reason, at };
            }
            VisitEvent::RolledBack { visit } => {
                let visit = self.visit_mut(*visit);
                let VisitState::Done { port, at: done_at } = &visit.state else {
                    unreachable!("only what was done is rolled back")
                };
                visit.state = VisitState::RolledBack { port: port.clone(), done_at: *done_at, at };
            }
            VisitEvent::Reopened { visit } => {
                let visit = self.visit_mut(*visit);
                visit.state = VisitState::Open;
                visit.round += 1;
            }
            VisitEvent::IncidentRaised { visit, incident } => self.visit_mut(*visit).incident = Some(*incident),
            VisitEvent::IncidentResolved { visit } => self.visit_mut(*visit).incident = None,
            VisitEvent::PathChosen { .. }
            | VisitEvent::PeopleFound { .. }
            | VisitEvent::Returned { .. }
            | VisitEvent::Recalled { .. } => {}
        }
    }

    fn branch(&mut self, event: &ForkEvent) {
        match event {
            ForkEvent::Forked { fork, split, join, edges } => {
                let branches = edges.iter().map(|edge| Branch { edge: edge.clone(), state: BranchState::Live });
                let forked = Fork {
                    split: *split,
                    join: join.clone(),
                    generation: 1,
                    state: ForkState::Open,
                    fired: None,
                    branches: branches.collect(),
                };
                self.forks.insert(*fork, forked);
            }
            ForkEvent::Arrived { fork, branch, visit } => {
                self.set_branch(*fork, *branch, BranchState::Arrived(*visit));
            }
            ForkEvent::Rejected { fork, branch, visit } => {
                self.set_branch(*fork, *branch, BranchState::Rejected(*visit));
            }
            ForkEvent::Ended { fork, branch, visit } => self.set_branch(*fork, *branch, BranchState::Ended(*visit)),
            ForkEvent::Cancelled { fork, branch } => self.set_branch(*fork, *branch, BranchState::Cancelled),
            ForkEvent::Revived { fork, branch } => self.set_branch(*fork, *branch, BranchState::Live),
            ForkEvent::JoinFired { fork, visit, port, .. } => {
                let fork = self.fork_mut(*fork);
                fork.state = ForkState::Draining;
                fork.fired = Some(Fired { visit: *visit, port: port.clone() });
            }
            ForkEvent::Reopened { fork, generation } => {
                let fork = self.fork_mut(*fork);
                fork.generation = *generation;
                fork.state = ForkState::Open;
                fork.fired = None;
            }
            ForkEvent::Died { fork } => self.fork_mut(*fork).state = ForkState::Draining,
            ForkEvent::Closed { fork } => self.fork_mut(*fork).state = ForkState::Closed,
        }
    }

    fn work(&mut self, event: &TaskEvent, at: Timestamp) {
        match event {
            TaskEvent::Made { task, visit, actor } => {
                self.handlers.insert(*actor);
                self.tasks.insert(*task, made(*visit, Some(*actor), Vec::new(), TaskState::Waiting, at));
            }
            TaskEvent::Offered { task, visit, candidates } => {
                self.handlers.extend(candidates);
                let mut offered = made(*visit, None, candidates.clone(), TaskState::Offered, at);
                offered.opened_at = Some(at);
                self.tasks.insert(*task, offered);
            }
            TaskEvent::Opened { task } => {
                let task = self.task_mut(*task);
                task.state = TaskState::Open;
                task.opened_at = Some(at);
                task.comment.clear();
            }
            TaskEvent::Postponed { task } => {
                let task = self.task_mut(*task);
                task.state = TaskState::Waiting;
                task.opened_at = None;
                task.comment.clear();
            }
            TaskEvent::Claimed { task, by } => {
                let task = self.task_mut(*task);
                task.state = TaskState::Open;
                task.actor = Some(*by);
                task.claimed_at = Some(at);
                task.touched_at = Some(at);
            }
            TaskEvent::Released { task } => {
                let task = self.task_mut(*task);
                task.state = TaskState::Offered;
                task.actor = None;
                task.claimed_at = None;
            }
            TaskEvent::Saved { task } => self.task_mut(*task).touched_at = Some(at),
            TaskEvent::Enclosed { .. } | TaskEvent::Signed { .. } => {}
            TaskEvent::Decided { task, by, answer, comment } => {
                let task = self.task_mut(*task);
                task.state = TaskState::Decided { answer: answer.clone(), by: *by, at };
                task.comment.clone_from(comment);
            }
            TaskEvent::Cancelled { task, reason } => {
                self.task_mut(*task).state = TaskState::Cancelled { reason: *reason, at };
            }
            TaskEvent::Transferred { task, to, .. } | TaskEvent::Reassigned { task, to, .. } => {
                self.handlers.insert(*to);
                let task = self.task_mut(*task);
                task.actor = Some(*to);
                task.touched_at = Some(at);
                if task.state == TaskState::Offered {
                    task.state = TaskState::Open;
                }
            }
        }
    }

    fn tick(&mut self, event: &TimerEvent) {
        match event {
            TimerEvent::Set { timer, visit, due } => {
                self.timer_last = timer.0;
                self.timers.insert(*timer, Timer { visit: *visit, due: *due });
                self.visit_mut(*visit).limit = VisitLimit::Due(*due);
            }
            TimerEvent::Fired { timer, .. } => {
                let Timer { visit, due } = self.take_timer(*timer);
                self.visit_mut(visit).limit = VisitLimit::Passed(due);
            }
            TimerEvent::Cancelled { timer } => {
                self.take_timer(*timer);
            }
        }
    }

    fn talk(&mut self, event: &TalkEvent, at: Timestamp) {
        match event {
            TalkEvent::Copied { node, users } => {
                for user in users {
                    self.copies_mut(*user, at).nodes.extend(node.clone());
                }
            }
            TalkEvent::Commented { mentions, .. } => {
                for user in mentions {
                    self.copies_mut(*user, at);
                }
            }
            TalkEvent::Urged { .. } => self.urged_at = Some(at),
        }
    }

    fn copies_mut(&mut self, user: UserId, at: Timestamp) -> &mut Copies {
        self.copies.entry(user).or_insert_with(|| Copies { first_at: at, nodes: BTreeSet::new() })
    }

    fn visit_mut(&mut self, visit: VisitId) -> &mut Visit {
        self.visits.get_mut(&visit).expect("a visit was entered before")
    }

    fn fork_mut(&mut self, fork: ForkId) -> &mut Fork {
        self.forks.get_mut(&fork).expect("a fork was made before")
    }

    fn set_branch(&mut self, fork: ForkId, branch: u16, state: BranchState) {
        self.branch_mut(fork, branch).state = state;
    }

    fn branch_mut(&mut self, fork: ForkId, branch: u16) -> &mut Branch {
        let branches = &mut self.fork_mut(fork).branches;
        branches.get_mut(usize::from(branch)).expect("a branch belongs to its fork")
    }

    fn task_mut(&mut self, task: TaskId) -> &mut Task {
        self.tasks.get_mut(&task).expect("a task was made before")
    }

    fn take_timer(&mut self, timer: TimerId) -> Timer {
        self.timers.remove(&timer).expect("a timer was armed before")
    }
}

fn made(visit: VisitId, actor: Option<UserId>, candidates: Vec<UserId>, state: TaskState, at: Timestamp) -> Task {
    Task {
        visit,
        actor,
        candidates,
        state,
        made_at: at,
        opened_at: None,
        claimed_at: None,
        touched_at: None,
        comment: String::new(),
    }
}
