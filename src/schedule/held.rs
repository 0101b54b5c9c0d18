//! Decisions that wait, by the time at which they go.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::event::Event;
use crate::model::held::Held;
use crate::model::id::{CommandId, UserId};
use crate::model::time::Timestamp;

#[derive(Debug, Default)]
pub(super) struct Waiting {
    due: BTreeSet<(Timestamp, UserId, CommandId)>,
    at: BTreeMap<(UserId, CommandId), Timestamp>,
}

impl Waiting {
    pub fn hear(&mut self, event: &Event) {
        match event {
            Event::DecisionHeld(Held { id, by, due, .. }) => {
                self.due.insert((*due, *by, *id));
                self.at.insert((*by, *id), *due);
            }
            Event::DecisionReleased { id, by, .. } => {
                if let Some(due) = self.at.remove(&(*by, *id)) {
                    self.due.remove(&(due, *by, *id));
                }
            }
            _ => {}
        }
    }

    /// The oldest first.
    pub fn due(&self, now: Timestamp) -> impl Iterator<Item = (UserId, CommandId)> {
        self.due.iter().take_while(move |(due, _, _)| *due <= now).map(|(_, user, id)| (*user, *id))
    }
}
