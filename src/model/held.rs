//! Decisions that can still be taken back. Each waits in the house, seen by nobody but whoever decided, and goes in that person's name
//! when its time has come.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::command::{Opinion, Ruling, Verdict};
use super::event::Event;
use super::id::{CommandId, FileId, RecordId, TaskId, UserId};
use super::raw::Raw;
use super::time::Timestamp;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// Of the command that asked for it.
    pub id: CommandId,
    pub by: UserId,
    pub order: RecordId,
    pub verdict: Verdict,
    /// It goes then; until it went it can be taken back.
    pub due: Timestamp,
}

impl Held {
    /// Every file that it may name.
    pub fn files(&self) -> Vec<FileId> {
        let Opinion { files, signature, .. } = &self.verdict.opinion;
        let mut named: Vec<FileId> = files.iter().chain(signature).copied().collect();
        match &self.verdict.ruling {
            Ruling::Complete { values, .. } | Ruling::Approve { values } => {
                for value in values.values() {
                    name(value, &mut named);
                }
            }
            Ruling::Reject | Ruling::Return { .. } | Ruling::Transfer { .. } => {}
        }
        named
    }
}

fn name(value: &Raw, named: &mut Vec<FileId>) {
    match value {
        Raw::Text(text) => named.extend(text.parse::<FileId>().ok()),
        Raw::List(items) => {
            for item in items {
                name(item, named);
            }
        }
        Raw::Null | Raw::Bool(_) | Raw::Number(_) => {}
    }
}

/// How the waiting ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Release {
    TakenBack,
    /// What it did stands beside it in the same commit.
    Sent,
    /// It changed nothing, and its owner was told.
    Refused(Obstacle),
}

/// Why a decision that was right when it was made could not be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    TaskClosed,
    OrderEnded,
    NotYours,
    NotReturnable,
    /// Whoever it was handed over to cannot have it.
    Successor,
    Invalid,
    NotAllowed,
}

/// Of one person, in the order in which they go.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Holds(Vec<Arc<Held>>);

/// Whoever decided nothing that waits.
pub static NO_HOLDS: Holds = Holds(Vec::new());

impl Holds {
    pub fn iter(&self) -> impl Iterator<Item = &Held> {
        self.0.iter().map(AsRef::as_ref)
    }

    pub const fn len(&self) -> usize {
        self.0.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn get(&self, id: CommandId) -> Option<&Held> {
        self.iter().find(|held| held.id == id)
    }

    pub fn of_task(&self, order: RecordId, task: TaskId) -> Option<&Held> {
        self.iter().find(|held| held.order == order && held.verdict.task == task)
    }

    /// An event that is about one of them.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::DecisionHeld(held) => {
                let at = self.0.partition_point(|known| (known.due, known.id) < (held.due, held.id));
                self.0.insert(at, Arc::new(held.clone()));
            }
            Event::DecisionReleased { id, .. } => self.0.retain(|held| held.id != *id),
            _ => {}
        }
    }
}

/// Whose holds an event changes, and at which order.
pub const fn holder(event: &Event) -> Option<(UserId, RecordId)> {
    match event {
        Event::DecisionHeld(Held { by, order, .. }) | Event::DecisionReleased { by, order, .. } => Some((*by, *order)),
        _ => None,
    }
}
