//! What was answered to commands, for when they come again: a client that lost the connection asks once more under the same id.

use std::collections::{HashMap, VecDeque};

use crate::model::command::Actor;
use crate::model::id::{CommandId, RecordId};
use crate::model::limit::COMMAND_ANSWERS_MAX;
use crate::model::time::Timestamp;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answered {
    pub seq: u64,
    pub at: Timestamp,
    pub actor: Actor,
    pub orders: Vec<RecordId>,
}

/// The newest `COMMAND_ANSWERS_MAX`.
#[derive(Default)]
pub(super) struct Answers {
    by_command: HashMap<CommandId, Answered>,
    order: VecDeque<CommandId>,
}

impl Answers {
    pub fn get(&self, command: CommandId) -> Option<&Answered> {
        self.by_command.get(&command)
    }

    pub fn insert(&mut self, command: CommandId, answered: Answered) {
        if self.by_command.insert(command, answered).is_none() {
            self.order.push_back(command);
        }
        if self.order.len() > COMMAND_ANSWERS_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_command.remove(&oldest);
        }
    }
}
