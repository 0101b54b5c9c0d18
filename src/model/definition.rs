//! What designers make: apps with forms, flows, boards and views.

use serde::{Deserialize, Serialize};

use super::board::BoardDefinition;
use super::document::Document;
use super::flow::FlowDefinition;
use super::form::{Color, FormDefinition};
use super::id::{AppId, BoardId, FormId, UserId, ViewId};
use super::report::ViewDefinition;
use super::time::Timestamp;

/// Forms, flows, boards, views and roles that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct App {
    pub id: AppId,
    pub name: String,
    #[serde(default)]
    pub description: String,
    /// Name of an icon of the web app's family.
    #[serde(default)]
    pub icon: String,
    #[serde(default)]
    pub color: Option<Color>,
}

/// A form with its working copies; what is published are [`FormVersion`]s and [`FlowVersion`]s.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Form {
    pub id: FormId,
    pub app: AppId,
    pub name: String,
    pub draft: Document<FormDefinition>,
    /// Counts saves of the draft; the optimistic revision of the form designer.
    pub draft_rev: u64,
    pub flow_draft: Document<FlowDefinition>,
    pub flow_draft_rev: u64,
    /// The newest published version, 0 before the first.
    pub form_version: u32,
    /// 0: no flow was published; an order then ends as soon as it is submitted.
    pub flow_version: u32,
}

/// Frozen for ever.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormVersion {
    pub form: FormId,
    pub version: u32,
    pub definition: Document<FormDefinition>,
    pub note: String,
    pub at: Timestamp,
    pub by: UserId,
}

/// Frozen for ever; orders stay with the version they were submitted under.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FlowVersion {
    pub form: FormId,
    pub version: u32,
    /// The form version it was checked against.
    pub form_version: u32,
    pub definition: Document<FlowDefinition>,
    pub note: String,
    pub at: Timestamp,
    pub by: UserId,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Board {
    pub id: BoardId,
    pub app: AppId,
    pub name: String,
    pub definition: Document<BoardDefinition>,
    /// Counts saves.
    pub rev: u64,
}

/// A board as somebody left it. Boards are live as soon as they are saved, so nothing is published: what one person saved in one
/// sitting is a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardVersion {
    pub board: BoardId,
    /// From 1, without a gap; the oldest are dropped beyond `BOARD_VERSIONS_MAX`.
    pub version: u32,
    pub name: String,
    /// Nothing in the newest, which is the board itself: a save writes its document once.
    pub definition: Document<BoardDefinition>,
    /// A version with a note stays as it is.
    pub note: String,
    /// Of its last save.
    pub at: Timestamp,
    /// Absent: made by the house, or by somebody before versions were kept.
    pub by: Option<UserId>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct View {
    pub id: ViewId,
    pub form: FormId,
    pub name: String,
    /// Absent: shared with everybody who may see the form.
    pub owner: Option<UserId>,
    pub definition: Document<ViewDefinition>,
}
