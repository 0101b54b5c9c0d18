//! What happened to one order, and to the record it moves. An event carries all that folding it needs: replay looks at
//! nothing else. Events are the log: append variants and fields, never change or reorder them.

use serde::{Deserialize, Serialize};

use super::command::{Actor, WithdrawTo};
use super::flow::Port;
use super::id::{
    AppId, DepartmentId, EdgeId, FieldId, FileId, ForkId, FormId, NodeId, TaskId, TimerId, UserId, VisitId,
};
use super::order::{Answer, Frame, Incident, Outcome, Reason};
use super::record::Values;
use super::time::Timestamp;
use super::value::Value;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum OrderEvent {
    Record(RecordEvent),
    Life(LifeEvent),
    Visit(VisitEvent),
    Fork(ForkEvent),
    Task(TaskEvent),
    Timer(TimerEvent),
    Talk(TalkEvent),
}

/// What one commit did to one order that was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    pub at: Timestamp,
    pub actor: Actor,
    pub events: Vec<OrderEvent>,
}

impl OrderEvent {
    /// Files that hang on the order because somebody said something with them.
    pub fn files(&self) -> &[FileId] {
        match self {
            Self::Task(TaskEvent::Enclosed { files, .. }) | Self::Talk(TalkEvent::Commented { files, .. }) => files,
            Self::Task(TaskEvent::Signed { signature, .. }) => std::slice::from_ref(signature),
            Self::Record(_)
            | Self::Life(_)
            | Self::Visit(_)
            | Self::Fork(_)
            | Self::Task(_)
            | Self::Timer(_)
            | Self::Talk(_) => &[],
        }
    }
}

macro_rules! groups {
    ($($variant:ident($group:ty);)*) => {$(
        impl From<$group> for OrderEvent {
            fn from(event: $group) -> Self {
                Self::$variant(event)
            }
        }
    )*};
}

groups! {
    Record(RecordEvent);
    Life(LifeEvent);
    Visit(VisitEvent);
    Fork(ForkEvent);
    Task(TaskEvent);
    Timer(TimerEvent);
    Talk(TalkEvent);
}

/// The record's row is a fold of these, as the order is one of all of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RecordEvent {
    Created {
        form: FormId,
        form_version: u32,
        by: UserId,
        department: Option<DepartmentId>,
        values: Values,
    },
    /// `Value::Empty` empties a field. `rev` is the record's new revision.
    Patched {
        rev: u64,
        form_version: u32,
        changes: Vec<(FieldId, Value)>,
    },
    /// A serial field gave out this number of its counter; it is never given again.
    Numbered {
        form: FormId,
        field: FieldId,
        period: String,
        number: u64,
    },
}

/// The order as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum LifeEvent {
    /// A draft. Its title may be empty.
    Created {
        app: AppId,
        form: FormId,
        form_version: u32,
        initiator: UserId,
        title: String,
    },
    Titled {
        title: String,
    },
    /// Neither the order nor its record exists any more.
    Discarded,
    /// For the first time; the versions and the department hold from now on.
    Submitted {
        form_version: u32,
        flow_version: u32,
        department: Option<DepartmentId>,
    },
    /// Took it back; what follows says the rest.
    Withdrawn {
        to: WithdrawTo,
        comment: String,
    },
    Terminated {
        comment: String,
    },
    Ended {
        outcome: Outcome,
        /// The word of the end node that was reached last; may be empty.
        result: String,
        by: Option<UserId>,
    },
    /// Goes on by another version of its flow, and of its form.
    Migrated {
        from: u32,
        to: u32,
        form_version: u32,
        /// Steps that are called otherwise there.
        nodes: Vec<(NodeId, NodeId)>,
        /// Branches whose line is called otherwise there.
        edges: Vec<(Frame, EdgeId)>,
    },
}

/// Control: stays in nodes. An open visit *is* a live token.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum VisitEvent {
    Entered {
        visit: VisitId,
        node: NodeId,
        scope: Vec<Frame>,
        parents: Vec<VisitId>,
        /// The visit this one repeats after a return.
        supersedes: Option<VisitId>,
        /// Nothing decides here without a person.
        no_auto: bool,
    },
    Completed {
        visit: VisitId,
        port: Port,
    },
    Cancelled {
        visit: VisitId,
        reason: Reason,
    },
    RolledBack {
        visit: VisitId,
    },
    /// Open again in its own place, because somebody took a decision back.
    Reopened {
        visit: VisitId,
    },
    /// Which edge an exclusive node took, and why.
    PathChosen {
        visit: VisitId,
        edge: EdgeId,
        /// The conditions in the order they were tried; all but the last failed. Empty: only the default was there.
        tried: Vec<Tried>,
    },
    /// How the people of a step were found.
    PeopleFound {
        visit: VisitId,
        steps: Vec<Found>,
    },
    IncidentRaised {
        visit: VisitId,
        incident: Incident,
    },
    IncidentResolved {
        visit: VisitId,
    },
    /// `from` was left for a new stay `to` in the node of `target`.
    Returned {
        from: VisitId,
        target: VisitId,
        to: VisitId,
    },
    Recalled {
        visit: VisitId,
        by: UserId,
    },
}

/// One condition and what it saw.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tried {
    pub edge: EdgeId,
    pub inputs: Vec<(FieldId, Value)>,
    pub holds: bool,
}

/// One step of looking for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    /// The people of the node's n-th source, before anything was dropped.
    Source {
        index: u16,
        users: Vec<UserId>,
    },
    /// Those who decided in the visit this one repeats.
    SameAsBefore {
        users: Vec<UserId>,
    },
    Inactive {
        user: UserId,
    },
    /// The initiator would have approved the own order; absent: nobody instead.
    SelfApproval {
        instead: Option<UserId>,
    },
    /// Nobody was found; these instead.
    Fallback {
        users: Vec<UserId>,
    },
    /// Nobody was found, and the step passed by itself.
    Skipped,
}

/// Parallel branches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ForkEvent {
    /// Branch n follows edge n.
    Forked {
        fork: ForkId,
        split: VisitId,
        join: Option<NodeId>,
        edges: Vec<EdgeId>,
    },
    Arrived {
        fork: ForkId,
        branch: u16,
        visit: VisitId,
    },
    Rejected {
        fork: ForkId,
        branch: u16,
        visit: VisitId,
    },
    Ended {
        fork: ForkId,
        branch: u16,
        visit: VisitId,
    },
    Cancelled {
        fork: ForkId,
        branch: u16,
    },
    /// A branch that was no longer live has a token again.
    Revived {
        fork: ForkId,
        branch: u16,
    },
    /// The join let one token through: `visit` is its stay in the join.
    JoinFired {
        fork: ForkId,
        generation: u32,
        port: Port,
        visit: VisitId,
    },
    Reopened {
        fork: ForkId,
        generation: u32,
    },
    /// No branch can reach the join any more.
    Died {
        fork: ForkId,
    },
    /// Nobody is inside.
    Closed {
        fork: ForkId,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum TaskEvent {
    /// Waiting for its turn; [`TaskEvent::Opened`] follows for those whose turn it is.
    Made {
        task: TaskId,
        visit: VisitId,
        actor: UserId,
    },
    /// For whoever claims it first.
    Offered {
        task: TaskId,
        visit: VisitId,
        candidates: Vec<UserId>,
    },
    Opened {
        task: TaskId,
    },
    /// Not its turn any more.
    Postponed {
        task: TaskId,
    },
    Claimed {
        task: TaskId,
        by: UserId,
    },
    Released {
        task: TaskId,
    },
    Saved {
        task: TaskId,
    },
    Decided {
        task: TaskId,
        by: UserId,
        answer: Answer,
        comment: String,
    },
    Cancelled {
        task: TaskId,
        reason: Reason,
    },
    /// By whoever held it.
    Transferred {
        task: TaskId,
        to: UserId,
        comment: String,
    },
    /// By an administrator.
    Reassigned {
        task: TaskId,
        to: UserId,
        comment: String,
    },
    /// Came with the decision that follows; whoever may read the order may read them.
    Enclosed {
        task: TaskId,
        files: Vec<FileId>,
    },
    /// For the decision that follows; the picture is kept and read as what is enclosed.
    Signed {
        task: TaskId,
        signature: FileId,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TimerEvent {
    /// The limit of a visit.
    Set {
        timer: TimerId,
        visit: VisitId,
        due: Timestamp,
    },
    Fired {
        timer: TimerId,
        /// Whoever held the tasks then.
        reminded: Vec<UserId>,
        told: Vec<UserId>,
    },
    Cancelled {
        timer: TimerId,
    },
}

/// What moves nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TalkEvent {
    /// By a cc node, or by a person.
    Copied {
        node: Option<NodeId>,
        users: Vec<UserId>,
    },
    /// Who is mentioned may read the order from then on.
    Commented {
        text: String,
        mentions: Vec<UserId>,
        files: Vec<FileId>,
    },
    Urged {
        users: Vec<UserId>,
    },
}
