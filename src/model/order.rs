//! An order: a record on its way through a flow. Plain state, changed only by folding events; see [`fold`].
//! It holds no rule: what may happen next is [`crate::flow`]'s, who may ask for it [`crate::decide`]'s.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::flow::Port;
use super::id::{
    AppId, DepartmentId, EdgeId, ForkId, FormId, NodeId, OptionId, RecordId, TaskId, TimerId, UserId, VisitId,
};
use super::time::Timestamp;

pub mod fold;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Order {
    pub id: RecordId,
    pub app: AppId,
    pub form: FormId,
    /// Of the draft, then of the submission.
    pub form_version: u32,
    /// 0: no flow was published; the order ended as soon as it was submitted. Also 0 in a draft.
    pub flow_version: u32,
    pub initiator: UserId,
    /// The initiator's primary department when it was submitted.
    pub department: Option<DepartmentId>,
    /// What lists show.
    pub title: String,
    pub status: Status,
    pub created_at: Timestamp,
    /// First submission.
    pub submitted_at: Option<Timestamp>,
    /// Of the last event; `now` never runs behind it.
    pub last_at: Timestamp,
    /// Counts events.
    pub rev: u64,
    pub visits: BTreeMap<VisitId, Visit>,
    pub forks: BTreeMap<ForkId, Fork>,
    pub tasks: BTreeMap<TaskId, Task>,
    /// Armed ones only.
    pub timers: BTreeMap<TimerId, Timer>,
    /// The last timer ever armed.
    pub timer_last: u32,
    /// Everybody who ever held a task or could have claimed one.
    pub handlers: BTreeSet<UserId>,
    /// Who got a copy or was mentioned.
    pub copies: BTreeMap<UserId, Copies>,
    pub urged_at: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    Draft,
    Running,
    Ended { outcome: Outcome, result: String, at: Timestamp, by: Option<UserId> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Completed,
    Rejected,
    /// By the initiator.
    Cancelled,
    /// By an administrator.
    Terminated,
}

/// One stay in one node. Open visits are the live tokens; no visit is ever removed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    pub node: NodeId,
    /// From the outermost fork inwards; empty at the root.
    pub scope: Vec<Frame>,
    /// What led here; empty at the start node.
    pub parents: Vec<VisitId>,
    pub supersedes: Option<VisitId>,
    pub no_auto: bool,
    pub state: VisitState,
    /// First entry; a recall does not change it.
    pub entered_at: Timestamp,
    /// Counts how often a recall opened it again.
    pub round: u32,
    pub incident: Option<Incident>,
    pub limit: VisitLimit,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum VisitState {
    Open,
    Done {
        port: Port,
        at: Timestamp,
    },
    Cancelled {
        reason: Reason,
        at: Timestamp,
    },
    /// It was done, and then undone by a return, a recall or a withdrawal.
    RolledBack {
        port: Port,
        done_at: Timestamp,
        at: Timestamp,
    },
}

/// How long the visit may last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum VisitLimit {
    None,
    /// Nobody was told yet.
    Due(Timestamp),
    /// Its handlers were reminded when it came to this instant.
    Passed(Timestamp),
}

/// One level of parallelism: which branch of which fork.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Frame {
    pub fork: ForkId,
    pub branch: u16,
}

/// One activation of a parallel split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fork {
    pub split: VisitId,
    /// Absent: every branch ends on its own.
    pub join: Option<NodeId>,
    /// From 1; a return that opens it again adds one.
    pub generation: u32,
    pub state: ForkState,
    /// What this generation let through.
    pub fired: Option<Fired>,
    pub branches: Vec<Branch>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ForkState {
    Open,
    /// The join fired, or no branch can reach it any more; somebody inside is still at work.
    Draining,
    Closed,
}

/// The stay in the join, and the exit it takes: `Out` or `Rejected`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fired {
    pub visit: VisitId,
    pub port: Port,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    pub edge: EdgeId,
    pub state: BranchState,
}

/// The visit is the last one of the branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BranchState {
    Live,
    Arrived(VisitId),
    Rejected(VisitId),
    Ended(VisitId),
    Cancelled,
}

/// One person's seat in a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    pub visit: VisitId,
    /// Absent while it is offered.
    pub actor: Option<UserId>,
    /// Who may claim it; empty when it was made for one person.
    pub candidates: Vec<UserId>,
    pub state: TaskState,
    pub made_at: Timestamp,
    /// Since when somebody can act; absent while waiting for its turn.
    pub opened_at: Option<Timestamp>,
    pub claimed_at: Option<Timestamp>,
    /// Last sign of work: claimed, saved, transferred.
    pub touched_at: Option<Timestamp>,
    /// Of the decision.
    pub comment: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskState {
    /// Others come first.
    Waiting,
    /// To all candidates.
    Offered,
    Open,
    Decided {
        answer: Answer,
        by: UserId,
        at: Timestamp,
    },
    Cancelled {
        reason: Reason,
        at: Timestamp,
    },
}

/// What somebody decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Submitted,
    Completed(Option<OptionId>),
    Approved,
    Rejected,
    Returned,
}

/// Why something ended without a decision of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Somebody else of the same visit decided for all.
    Decided,
    JoinSatisfied,
    JoinFailed,
    Returned,
    Recalled,
    Withdrawn,
    OrderEnded,
    Terminated,
}

/// The order stands still until an administrator looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Incident {
    /// No condition held and no default was drawn, or an exit is not drawn.
    NoPath,
    /// Nobody can act, and the step is set to stop then.
    NoAssignee,
    /// One command moved through too many nodes.
    StepLimit,
    /// The node was visited too often.
    LoopLimit,
    /// Too many live branches at once.
    BranchLimit,
    /// An update would have made the record invalid.
    UpdateRefused,
    /// A token reached a join that is not its own.
    ScopeViolation,
}

/// An armed limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    pub visit: VisitId,
    pub due: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copies {
    pub first_at: Timestamp,
    /// The cc nodes that told this person.
    pub nodes: BTreeSet<NodeId>,
}

impl Visit {
    pub const fn is_open(&self) -> bool {
        matches!(self.state, VisitState::Open)
    }

    pub const fn is_done(&self) -> bool {
        matches!(self.state, VisitState::Done { .. })
    }

    pub fn is_within(&self, frame: Frame) -> bool {
        self.scope.contains(&frame)
    }
}

impl Task {
    /// Somebody can act on it now.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, TaskState::Open | TaskState::Offered)
    }

    /// Open, offered or waiting for its turn.
    pub const fn is_pending(&self) -> bool {
        matches!(self.state, TaskState::Open | TaskState::Offered | TaskState::Waiting)
    }

    /// Who can act on it now: the actor, or all who may claim it.
    pub fn holders(&self) -> &[UserId] {
        match self.state {
            TaskState::Open => self.actor.as_slice(),
            TaskState::Offered => &self.candidates,
            TaskState::Waiting | TaskState::Decided { .. } | TaskState::Cancelled { .. } => &[],
        }
    }
}

impl Order {
    pub const fn is_running(&self) -> bool {
        matches!(self.status, Status::Running)
    }

    /// The live tokens, by id.
    pub fn open_visits(&self) -> impl Iterator<Item = (VisitId, &Visit)> {
        self.visits.iter().filter(|(_, visit)| visit.is_open()).map(|(id, visit)| (*id, visit))
    }

    pub fn tasks_of(&self, visit: VisitId) -> impl Iterator<Item = (TaskId, &Task)> {
        self.tasks.iter().filter(move |(_, task)| task.visit == visit).map(|(id, task)| (*id, task))
    }

    /// Tasks somebody can act on now, by id.
    pub fn open_tasks(&self) -> impl Iterator<Item = (TaskId, &Task)> {
        self.tasks.iter().filter(|(_, task)| task.is_open()).map(|(id, task)| (*id, task))
    }

    pub fn has_incident(&self) -> bool {
        self.open_visits().any(|(_, visit)| visit.incident.is_some())
    }

    /// Initiator, present and former handlers, and who got a copy.
    pub fn is_participant(&self, user: UserId) -> bool {
        self.initiator == user || self.handlers.contains(&user) || self.copies.contains_key(&user)
    }

    pub fn participants(&self) -> BTreeSet<UserId> {
        let initiator = std::iter::once(self.initiator);
        initiator.chain(self.handlers.iter().copied()).chain(self.copies.keys().copied()).collect()
    }
}
