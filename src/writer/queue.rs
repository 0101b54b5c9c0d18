//! The bounded queue in front of the writer. A full queue is an answer ("busy"), never a wait without end.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use super::meter::Meter;
use crate::model::command::Command;
use crate::model::committed::Committed;
use crate::model::limit::QUEUE_COMMANDS_MAX;
use crate::model::refusal::Refusal;

/// Why a command changed nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Rejected {
    Refused(Refusal),
    /// `QUEUE_COMMANDS_MAX` commands wait already.
    Busy,
    /// The disk is nearly full; reading goes on.
    StorageFull,
    /// The process is ending; whether the command was done is unknown until it is asked again under the same id.
    Stopped,
}

pub(super) struct Job {
    pub command: Command,
    pub answer: oneshot::Sender<Result<Arc<Committed>, Rejected>>,
}

/// The way to the writer; cheap to clone. Dropping every handle ends the writer's thread.
#[derive(Debug, Clone)]
pub struct Writer {
    jobs: mpsc::Sender<Job>,
    meter: Arc<Meter>,
}

impl Writer {
    pub(super) fn pair(meter: Arc<Meter>) -> (Self, mpsc::Receiver<Job>) {
        let (jobs, receiver) = mpsc::channel(QUEUE_COMMANDS_MAX);
        (Self { jobs, meter }, receiver)
    }

    /// Commands that wait now.
    pub fn depth(&self) -> usize {
        self.jobs.max_capacity() - self.jobs.capacity()
    }

    pub fn meter(&self) -> &Meter {
        &self.meter
    }

    /// Answers when the command is durable and visible, or was refused. Dropping the future does not undo it.
    pub async fn submit(&self, command: Command) -> Result<Arc<Committed>, Rejected> {
        let (answer, received) = oneshot::channel();
        self.jobs.try_send(Job { command, answer }).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Rejected::Busy,
            mpsc::error::TrySendError::Closed(_) => Rejected::Stopped,
        })?;
        received.await.unwrap_or(Err(Rejected::Stopped))
    }
}
