//! What stands on a flow's canvas besides steps and lines: notes and phases. It is kept with the drawing and is not of its meaning: no
//! order moves by it.

use serde::{Deserialize, Serialize};

use crate::model::form::Color;
use crate::model::id::{NodeId, NoteId, PhaseId};

/// A sticky note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub id: NoteId,
    /// Plain text of several lines, at most `NOTE_CHARS_MAX`.
    #[serde(default)]
    pub text: String,
    pub color: Color,
    /// The step it is stuck to and moves with; absent where it stands freely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<NodeId>,
    /// Left top corner in pixels at 100 %: from the place of its step, or else on the canvas.
    pub x: i32,
    pub y: i32,
    /// `NOTE_SIDE_MIN` to `NOTE_SIDE_MAX`.
    pub width: u16,
    pub height: u16,
}

/// A part of the flow that has a name: a band behind its steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    pub id: PhaseId,
    pub name: String,
    pub color: Color,
    /// At least one; a step is in one phase at most.
    pub steps: Vec<NodeId>,
}
