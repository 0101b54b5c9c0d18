//! Commands in a caller's name. Refuses what the writer refuses, in the words of the wire.

use std::sync::Arc;

use futures_util::future::join_all;

use super::caller::{Allowed, Caller, Permission};
use super::code::Code;
use super::refusal::{Refused, by_at};
use crate::model::command::{Actor, Ask, Command, PartyAsk};
use crate::model::committed::Committed;
use crate::model::id::CommandId;
use crate::model::refusal::Refusal;
use crate::view::feed::WorkingCopy;
use crate::writer::queue::Rejected;

impl<P: Permission<Who = Caller>> Allowed<P> {
    /// In the caller's name; answers when it is durable and visible.
    pub async fn submit(&self, ask: Ask) -> Result<Arc<Committed>, Refused> {
        Ok(self.command(ask).await?)
    }

    /// A change of the directory; of one thing with `If-Match`, only if it still is as the caller saw it.
    pub async fn submit_party(&self, ask: PartyAsk) -> Result<Arc<Committed>, Refused> {
        let ask = match self.rev {
            Some(rev) => PartyAsk::AsSeen { rev, ask: Box::new(ask) },
            None => ask,
        };
        self.submit(Ask::Party(ask)).await
    }

    /// The same for what several people may have open: whoever comes second is told who came first, and when.
    pub async fn write(&self, copy: WorkingCopy, ask: Ask) -> Result<Arc<Committed>, Refused> {
        self.command(ask).await.map_err(|rejected| match rejected {
            Rejected::Refused(Refusal::StaleRevision { now }) => {
                let refused = Refused::from(rejected);
                match self.house.published().snapshot.feed.writer_of(copy, now) {
                    Some((by, at)) => by_at(refused, by.user(), at),
                    None => refused,
                }
            }
            other => other.into(),
        })
    }

    /// Several, side by side; each holds by itself. Their ids follow from the caller's command, so asking again changes nothing twice.
    pub async fn submit_each(&self, asks: impl IntoIterator<Item = Ask>) -> Vec<Result<Arc<Committed>, Refused>> {
        let asked = asks.into_iter().zip(1..).map(async |(ask, number)| {
            let id = CommandId::from_u128(self.command.as_u128().wrapping_add(number));
            let actor = Actor::User(self.who.user);
            Ok(self.house.submit(Command { id, actor, ask }).await?)
        });
        join_all(asked).await
    }

    async fn command(&self, ask: Ask) -> Result<Arc<Committed>, Rejected> {
        self.house.submit(Command { id: self.command, actor: Actor::User(self.who.user), ask }).await
    }
}

impl From<Rejected> for Refused {
    fn from(rejected: Rejected) -> Self {
        match rejected {
            Rejected::Refused(refusal) => refusal.into(),
            Rejected::Busy => Self { retry_after: Some(1), ..Self::new(Code::Busy) },
            Rejected::StorageFull => Self::new(Code::StorageFull),
            Rejected::Stopped => Self { retry_after: Some(10), ..Self::new(Code::Stopping) },
        }
    }
}
