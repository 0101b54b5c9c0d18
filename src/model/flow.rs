//! A flow's definition: the drawing attached to a form. A JSON document; soundness is checked by [`crate::flow`].

use serde::{Deserialize, Serialize};

use canvas::{Note, Phase};
use going_back::GoingBack;
use limit::Limit;

use super::form::FieldMatrix;
use super::id::{ChannelId, DepartmentId, EdgeId, FieldId, NodeId, OptionId, RoleId, TeamId, UserId};

pub mod canvas;
pub mod going_back;
pub mod limit;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlowDefinition {
    /// At most `FLOW_NODES_MAX`.
    pub nodes: Vec<Node>,
    /// In drawn order, which is the order conditions are tried in.
    pub edges: Vec<Edge>,
    /// What designers tell each other; no order moves by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Parts of the flow by name, for those who read the drawing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
}

/// A step of a flow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    pub id: NodeId,
    pub name: String,
    /// Position on the canvas, in pixels at 100 %.
    #[serde(default)]
    pub x: i32,
    #[serde(default)]
    pub y: i32,
    pub step: Step,
}

/// An arrow between two nodes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    pub id: EdgeId,
    pub from: NodeId,
    pub to: NodeId,
    /// Which exit of `from`; a handle node's own outcomes are named by their option id.
    #[serde(default)]
    pub port: Port,
    /// On an edge out of an exclusive node: formula giving yes or no. Exactly one edge there is the default and has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
}

/// A named exit of a node.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Port {
    /// The only exit of start, handle without outcomes, cc, update; every branch of a gateway; a join that held.
    #[default]
    Out,
    Approved,
    /// Of an approve node, or of a join one of whose branches was rejected.
    Rejected,
    /// A button of a handle node.
    Outcome(OptionId),
}

/// The kind of a node with its settings: `{"kind": "approve", "mode": {"kind": "all"}, ...}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Step {
    Start(Start),
    Handle(Handle),
    Approve(Approve),
    Exclusive(Exclusive),
    Parallel(Parallel),
    Join(Join),
    Cc(Cc),
    Update(Update),
    End(End),
}

impl Step {
    /// Of a split: its paired join, if it has one. `None` for any other step.
    pub const fn split(&self) -> Option<Option<&NodeId>> {
        match self {
            Self::Parallel(parallel) => Some(parallel.join.as_ref()),
            Self::Start(_)
            | Self::Handle(_)
            | Self::Approve(_)
            | Self::Exclusive(_)
            | Self::Join(_)
            | Self::Cc(_)
            | Self::Update(_)
            | Self::End(_) => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Start {
    pub fields: FieldMatrix,
    pub withdraw: WithdrawRule,
}

/// When the initiator may take the order back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawRule {
    #[default]
    BeforeFirstDecision,
    AnyTime,
    Never,
}

/// Work with the form: somebody (or several) must do something and say so.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Handle {
    pub assign: Assign,
    pub mode: HandleMode,
    pub dispatch: Dispatch,
    /// Buttons instead of "done"; only with the modes `single` and `any`.
    pub outcomes: Vec<Outcome>,
    /// Nobody is done without a drawn signature.
    pub signature_required: bool,
    pub fields: FieldMatrix,
    pub going_back: GoingBack,
    pub limit: Option<Limit>,
    pub notices: Vec<Notice>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub id: OptionId,
    pub label: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandleMode {
    /// The first of the resolved people only.
    Single,
    /// The first to complete decides for all.
    #[default]
    Any,
    /// Everybody completes.
    All,
    /// One after the other.
    Sequential,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dispatch {
    #[default]
    Direct,
    /// One task is offered to all resolved people; who claims it, has it.
    Claim,
}

/// A decision by one or several people.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Approve {
    pub assign: Assign,
    pub mode: ApproveMode,
    /// Applies when no `rejected` edge is drawn.
    pub on_reject: OnReject,
    pub comment_required: CommentRule,
    /// Nobody approves without a drawn signature; a rejection needs none.
    pub signature_required: bool,
    pub fields: FieldMatrix,
    pub going_back: GoingBack,
    pub limit: Option<Limit>,
    pub notices: Vec<Notice>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApproveMode {
    /// 或签: the first vote decides.
    #[default]
    Any,
    /// 会签: all must approve; the first reject decides.
    All,
    /// 依次: one after the other.
    Sequential,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnReject {
    #[default]
    EndInstance,
    /// Only inside a parallel region.
    EndBranch,
    ReturnToStart,
    ReturnToPrevious,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommentRule {
    Never,
    #[default]
    OnReject,
    Always,
}

/// Conditions top-down, the first true edge wins; the edge without a condition is the default.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Exclusive {}

/// All edges at once, until the paired join.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Parallel {
    /// The paired join; absent when every branch ends on its own.
    pub join: Option<NodeId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Join {
    pub need: Need,
    pub on_branch_reject: BranchReject,
    pub rest: Rest,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    #[default]
    All,
    Any,
    /// So many branches, at least 1.
    Count(u16),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BranchReject {
    #[default]
    FailFast,
    Collect,
    Ignore,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rest {
    #[default]
    Cancel,
    LetRun,
}

/// A copy for information; never blocks.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cc {
    pub recipients: Vec<Source>,
    /// Also through this channel; in-app always.
    pub channel: Option<ChannelId>,
    /// The same person is not told twice by this node of one order.
    pub repeat: bool,
}

/// Sets fields of the record by formulas, in the same commit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Update {
    pub set: Vec<SetField>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetField {
    pub field: FieldId,
    pub formula: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct End {
    /// A word of the business for how it ended; shown beside the outcome.
    pub result: String,
}

/// Who gets the step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Assign {
    /// Several sources concatenate; duplicates keep their first place.
    pub sources: Vec<Source>,
    pub when_empty: WhenEmpty,
    /// Approve nodes only.
    pub self_approval: SelfApproval,
}

/// Where people come from: `{"kind": "team", "team": "..."}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Source {
    Users {
        users: Vec<UserId>,
    },
    Team {
        team: TeamId,
    },
    Role {
        role: RoleId,
    },
    DepartmentMembers {
        department: DepartmentId,
    },
    DepartmentHead {
        department: DepartmentId,
    },
    /// The head of the initiator's primary department; level 2 is the head of its parent.
    InitiatorDepartmentHead {
        level: u8,
    },
    /// The n-th manager up, 1 to 9.
    InitiatorManager {
        level: u8,
    },
    /// A user field; a department field gives its head.
    Field {
        field: FieldId,
    },
    Initiator,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum WhenEmpty {
    #[default]
    ToAdministrator,
    /// Passes by itself, and the history says so.
    Skip,
    ToManager,
    ToUser {
        user: UserId,
    },
    /// Stops with an incident an administrator resolves.
    Block,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelfApproval {
    Allow,
    Skip,
    #[default]
    ToManager,
    ToDepartmentHead,
    ToAdministrator,
}

/// Tells more people than the handlers when the step opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    pub recipients: Vec<Source>,
    #[serde(default)]
    pub channel: Option<ChannelId>,
}
