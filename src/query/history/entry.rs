//! One line of an order's story, as it travels.

use serde::Serialize;

use crate::model::command::WithdrawTo;
use crate::model::id::{EdgeId, FieldId, NodeId, UserId};
use crate::model::order::{Incident, Outcome};
use crate::model::time::Timestamp;
use crate::model::value::File;
use crate::query::wire::Shown;

/// One line of the story.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    pub at: Timestamp,
    /// A word for what happened: `approved`, `path_chosen`.
    pub kind: &'static str,
    /// Absent: the clock, or the flow itself.
    pub by: Option<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub node_name: String,
    /// What was said.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// How long it lay with whoever did it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ms: Option<i64>,
    pub data: Data,
}

/// What the sentence needs besides.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Data {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<UserId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<UserId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<UserId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<File>,
    /// Under a decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature: Option<File>,
    /// Of the line that was taken, or the button that was pressed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edge: Option<EdgeId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tried: Vec<TriedFact>,
    /// How the people were found, where it was not simply by the rule.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<&'static str>,
    /// Where it was returned to.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<WithdrawTo>,
    /// Of the flow: before and after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub versions: Option<[u32; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<Incident>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldId>,
}

/// One condition that was tried, and what it saw.
#[derive(Debug, Clone, Serialize)]
pub struct TriedFact {
    pub edge: EdgeId,
    pub label: String,
    pub holds: bool,
    pub inputs: Vec<(FieldId, Shown)>,
}
