//! What happened. Events are the log: append variants, never change or reorder them.

use serde::{Deserialize, Serialize};

use super::backup::BackupPlan;
use super::command::Actor;
use super::definition::{App, Board, BoardVersion, FlowVersion, Form, FormVersion, View};
use super::effect::{EffectId, OutgoingState};
use super::export::Exported;
use super::held::{Held, Release};
use super::id::{
    AppId, BoardId, ChannelId, CommandId, DepartmentId, FileId, FormId, PushId, RecordId, RoleId, TeamId, UserId,
    ViewId,
};
use super::identity::{Lock, Session};
use super::keys::{KeyChange, KeyStanding};
use super::order_event::OrderEvent;
use super::party::{Department, Role, Team, User};
use super::preference::Preference;
use super::push::Push;
use super::setting::{Channel, Setting};
use super::time::Timestamp;
use super::value::File;

/// One commit as it stands in the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Form of this entry, 1 today.
    pub version: u8,
    pub command: CommandId,
    pub actor: Actor,
    pub at: Timestamp,
    pub events: Vec<Event>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Order {
        order: RecordId,
        event: OrderEvent,
    },
    // Definitions: the whole new value, so that applying needs nothing else.
    AppSaved(App),
    AppDeleted(AppId),
    FormSaved(Form),
    FormDeleted(FormId),
    FormPublished(FormVersion),
    FlowPublished(FlowVersion),
    BoardSaved(Board),
    BoardDeleted(BoardId),
    ViewSaved(View),
    ViewDeleted(ViewId),
    // Directory
    UserSaved(User),
    DepartmentSaved(Department),
    DepartmentDeleted(DepartmentId),
    TeamSaved(Team),
    TeamDeleted(TeamId),
    RoleSaved(#[serde(with = "super::document")] Role),
    RoleDeleted(RoleId),
    // Workspace
    SettingSaved(Setting),
    ChannelSaved(#[serde(with = "super::document")] Channel),
    ChannelDeleted(ChannelId),
    CalendarSaved(crate::model::calendar::NamedCalendar),
    // Identity; digests only, never a secret.
    PasswordSet {
        user: UserId,
        phc: String,
        must_change: bool,
    },
    /// All of one person that were opened until then.
    SessionsEnded {
        user: UserId,
        at: Timestamp,
    },
    // Files
    FileStored {
        file: File,
        by: UserId,
        digest: [u8; 32],
    },
    FileDropped {
        file: FileId,
    },
    // Delivery
    OutgoingMoved {
        id: EffectId,
        attempts: u32,
        state: OutgoingState,
    },
    NoticesRead {
        user: UserId,
        ids: Vec<EffectId>,
    },
    // Sessions
    SessionOpened(Session),
    SessionClosed {
        digest: [u8; 32],
    },
    SignInLocked(Lock),
    // Backups
    BackupPlanSaved(#[serde(with = "super::document")] BackupPlan),
    /// A restored workspace may act again.
    QuarantineLifted,
    // Keys
    KeysStand(KeyStanding),
    KeysChanged(KeyChange),
    // Boards, as they were
    BoardVersionKept(BoardVersion),
    BoardVersionDropped {
        board: BoardId,
        version: u32,
    },
    // The face of the product
    PreferenceSaved(#[serde(with = "super::document")] Preference),
    // What left the house
    RecordsExported(Exported),
    // Decisions that can be taken back
    DecisionHeld(Held),
    DecisionReleased {
        id: CommandId,
        by: UserId,
        order: RecordId,
        how: Release,
    },
    // Boards that tell of themselves
    PushSaved(#[serde(with = "super::document")] Push),
    PushDeleted(PushId),
    /// Or did not, and why: it is its last run.
    PushWent(#[serde(with = "super::document")] Push),
}
