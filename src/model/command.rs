//! What somebody asks. Parsed and bounded at the edge; judged by [`crate::decide`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::backup::BackupPlan;
use super::board::BoardDefinition;
use super::calendar::NamedCalendar;
use super::definition::App;
use super::effect::{EffectId, OutgoingState};
use super::export::Exported;
use super::flow::FlowDefinition;
use super::form::FormDefinition;
use super::id::{
    AppId, BoardId, ChannelId, CommandId, DepartmentId, FileId, FormId, NodeId, OptionId, RecordId, RoleId, TaskId,
    TeamId, TimerId, UserId, ViewId, VisitId,
};
use super::identity::{Lock, Session};
use super::keys::KeyStanding;
use super::party::{Department, Language, Role, Team, User};
use super::preference::{Theme, Tour};
use super::push::PushAsk;
use super::raw::RawRecord;
use super::report::ViewDefinition;
use super::setting::{Channel, Setting};
use super::value::File;

#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    pub id: CommandId,
    pub actor: Actor,
    pub ask: Ask,
}

/// In whose name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Actor {
    User(UserId),
    /// A timer, the outbox, the first run.
    System,
}

impl Actor {
    pub const fn user(self) -> Option<UserId> {
        match self {
            Self::User(user) => Some(user),
            Self::System => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// `rev` is the order's revision the caller saw; absent: whatever it is now.
    Order {
        order: RecordId,
        rev: Option<u64>,
        verb: OrderVerb,
    },
    App(AppAsk),
    Form(FormAsk),
    Board(BoardAsk),
    Push(PushAsk),
    View(ViewAsk),
    Party(PartyAsk),
    Preference(PreferenceAsk),
    Workspace(WorkspaceAsk),
    File(FileAsk),
    Delivery(DeliveryAsk),
    Identity(IdentityAsk),
    Held(HeldAsk),
    /// Several in one commit: all or none. Not nested; at most `BATCH_ASKS_MAX`.
    Batch(Vec<Ask>),
}

/// The verbs of an order. `values` are patches: only named fields are touched.
#[derive(Debug, Clone, PartialEq)]
pub enum OrderVerb {
    /// Makes the draft when the order is new.
    SaveDraft {
        form: FormId,
        values: RawRecord,
    },
    /// Makes the order when it is new; sends a returned one on again.
    Submit {
        form: FormId,
        values: RawRecord,
    },
    DiscardDraft,
    Claim {
        task: TaskId,
    },
    Release {
        task: TaskId,
    },
    /// Keeps what was written so far, without completing.
    SaveTask {
        task: TaskId,
        values: RawRecord,
    },
    Decide(Verdict),
    Recall {
        visit: VisitId,
    },
    Withdraw {
        to: WithdrawTo,
        comment: String,
    },
    Comment {
        text: String,
        mentions: Vec<UserId>,
        files: Vec<FileId>,
    },
    Cc {
        users: Vec<UserId>,
    },
    Urge,
    Terminate {
        comment: String,
    },
    ChangeAssignee {
        task: TaskId,
        to: UserId,
        comment: String,
    },
    /// Changes the record outside its tasks, by permission.
    Edit {
        values: RawRecord,
        record_rev: u64,
    },
    /// The scheduler's hint; an unknown timer does nothing.
    FireTimers {
        timer: TimerId,
    },
    /// An administrator answers an incident: try the node again.
    ResolveIncident,
    /// On by the newest version of the flow, which the caller saw as `to`.
    Migrate {
        to: u32,
        /// Steps that are others there; the rest are known by their ids.
        nodes: BTreeMap<NodeId, NodeId>,
    },
}

impl OrderVerb {
    /// The one task that it is about.
    pub const fn task(&self) -> Option<TaskId> {
        match self {
            Self::Claim { task }
            | Self::Release { task }
            | Self::SaveTask { task, .. }
            | Self::Decide(Verdict { task, .. })
            | Self::ChangeAssignee { task, .. } => Some(*task),
            Self::SaveDraft { .. }
            | Self::Submit { .. }
            | Self::DiscardDraft
            | Self::Recall { .. }
            | Self::Withdraw { .. }
            | Self::Comment { .. }
            | Self::Cc { .. }
            | Self::Urge
            | Self::Terminate { .. }
            | Self::Edit { .. }
            | Self::FireTimers { .. }
            | Self::ResolveIncident
            | Self::Migrate { .. } => None,
        }
    }
}

/// What somebody decides about a task, with which it is done for them. The log has those that wait: append, never reorder, here and below.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    pub task: TaskId,
    pub ruling: Ruling,
    pub opinion: Opinion,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Ruling {
    Complete { outcome: Option<OptionId>, values: RawRecord },
    Approve { values: RawRecord },
    Reject,
    Return { target: ReturnTarget },
    Transfer { to: UserId },
}

/// What kind of decision it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RulingKind {
    Complete,
    Approve,
    Reject,
    Return,
    Transfer,
}

impl Ruling {
    pub const fn kind(&self) -> RulingKind {
        match self {
            Self::Complete { .. } => RulingKind::Complete,
            Self::Approve { .. } => RulingKind::Approve,
            Self::Reject => RulingKind::Reject,
            Self::Return { .. } => RulingKind::Return,
            Self::Transfer { .. } => RulingKind::Transfer,
        }
    }
}

/// What somebody says with a decision.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Opinion {
    pub comment: String,
    /// Uploads of whoever decides.
    pub files: Vec<FileId>,
    /// A picture that whoever decides signed and brought.
    pub signature: Option<FileId>,
}

impl Opinion {
    /// Words alone.
    pub fn of(comment: impl Into<String>) -> Self {
        Self { comment: comment.into(), ..Self::default() }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReturnTarget {
    Start,
    Previous,
    Node(NodeId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawTo {
    Draft,
    Cancel,
}

#[derive(Debug, Clone, PartialEq)]
pub enum AppAsk {
    Save(App),
    Delete(AppId),
}

#[derive(Debug, Clone, PartialEq)]
pub enum FormAsk {
    Create { form: FormId, app: AppId, name: String },
    Rename { form: FormId, name: String },
    Delete { form: FormId },
    SaveDraft { form: FormId, rev: u64, definition: FormDefinition },
    Publish { form: FormId, rev: u64, note: String },
    SaveFlow { form: FormId, rev: u64, definition: FlowDefinition },
    PublishFlow { form: FormId, rev: u64, note: String },
    NoteExport(Exported),
}

#[derive(Debug, Clone, PartialEq)]
pub enum BoardAsk {
    /// `rev` 0 makes it.
    Save {
        board: BoardId,
        app: AppId,
        name: String,
        rev: u64,
        definition: BoardDefinition,
        /// Not empty: what is saved stays a version of its own.
        note: String,
    },
    Delete {
        board: BoardId,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum ViewAsk {
    Save { view: ViewId, form: FormId, name: String, shared: bool, definition: ViewDefinition },
    Delete { view: ViewId },
}

#[derive(Debug, Clone, PartialEq)]
pub enum PartyAsk {
    SaveUser(User),
    SaveDepartment(Department),
    DeleteDepartment(DepartmentId),
    SaveTeam(Team),
    DeleteTeam(TeamId),
    SaveRole(Role),
    DeleteRole(RoleId),
    /// `phc` was made by identity; the plain password never reaches the writer.
    SetPassword {
        user: UserId,
        phc: String,
        must_change: bool,
    },
    EndSessions {
        user: UserId,
    },
    /// The change of a user, a department, a team or a role that had this [`super::fingerprint`] when the caller read it.
    AsSeen {
        rev: u64,
        ask: Box<Self>,
    },
}

/// Of whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PreferenceAsk {
    ChooseTheme(Theme),
    ChooseLanguage(Language),
    BeginTour(Tour),
    /// Behind the others.
    KeepPhrase(String),
    /// To a place among the others, from 0.
    MovePhrase {
        phrase: String,
        at: usize,
    },
    RemovePhrase(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum WorkspaceAsk {
    SaveSetting(Setting),
    SaveChannel(Channel),
    DeleteChannel(ChannelId),
    SaveCalendar(NamedCalendar),
    SaveBackupPlan(BackupPlan),
    LiftQuarantine,
    /// The keys are so by now; what was changed is told by comparing.
    NoteKeys(KeyStanding),
}

#[derive(Debug, Clone, PartialEq)]
pub enum FileAsk {
    /// The bytes are already sealed on disk; this makes them known.
    Stored {
        file: File,
        digest: [u8; 32],
    },
    Drop {
        file: FileId,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum DeliveryAsk {
    Move { id: EffectId, attempts: u32, state: OutgoingState },
    Resend { id: EffectId },
    ReadNotices { ids: Vec<EffectId> },
}

#[derive(Debug, Clone, PartialEq)]
pub enum HeldAsk {
    /// As [`OrderVerb::Decide`], after a while in which it can be taken back.
    Hold {
        order: RecordId,
        rev: Option<u64>,
        verdict: Verdict,
    },
    TakeBack {
        id: CommandId,
    },
    /// Its owner does not want to wait.
    Send {
        id: CommandId,
    },
    /// The scheduler's, in the owner's name: its time has come.
    SendDue {
        id: CommandId,
    },
}

/// Made by identity after it has checked a secret that the writer never sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdentityAsk {
    OpenSession(Session),
    CloseSession { digest: [u8; 32] },
    LockSignIn(Lock),
}
