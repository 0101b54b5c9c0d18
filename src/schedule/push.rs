//! Boards that tell of themselves: looks which pushes are due, has their figures put in words away from the writer, and asks the writer
//! to send them. It decides nothing: what was said already, changed or deleted meanwhile does nothing.

use std::sync::Arc;
use std::time::Duration;

use crate::calendar::recur::Recurrence;
use crate::catalog::Catalog;
use crate::crypt::chance;
use crate::model::command::{Actor, Ask, Command};
use crate::model::id::CommandId;
use crate::model::limit::PUSH_LATE_MS_MAX;
use crate::model::push::{Push, PushAsk, PushDue, PushFault};
use crate::model::time::Timestamp;
use crate::writer::clock::Clock;
use crate::writer::queue::{Rejected, Writer};

/// How long a moved clock may go unseen.
const LOOK: Duration = Duration::from_millis(500);

/// The figures of a push as its owner sees them just now.
pub type Words = Arc<dyn Fn(&Push) -> Result<String, PushFault> + Send + Sync>;

/// What it needs.
pub struct Pushes {
    pub writer: Writer,
    pub clock: Arc<dyn Clock>,
    /// The published catalog of this moment.
    pub catalog: Arc<dyn Fn() -> Arc<Catalog> + Send + Sync>,
    pub words: Words,
}

impl Pushes {
    /// Runs until it is dropped.
    pub async fn run(self) {
        let mut looked: Option<(Arc<Catalog>, Option<Timestamp>)> = None;
        loop {
            let (catalog, now) = ((self.catalog)(), self.clock.now());
            let next = match looked {
                Some((known, next)) if Arc::ptr_eq(&known, &catalog) => next,
                _ => catalog.pushes.values().filter_map(|push| next(&catalog, push)).min(),
            };
            if next.is_some_and(|next| next <= now) {
                self.send(&catalog, now).await;
            }
            looked = Some((catalog, next));
            tokio::time::sleep(LOOK).await;
        }
    }

    /// One after the other: a long count holds up the next push and nobody else.
    async fn send(&self, catalog: &Catalog, now: Timestamp) {
        for push in catalog.pushes.values() {
            let Some(at) = due(catalog, push, now) else { continue };
            let words = if now.since(at) > PUSH_LATE_MS_MAX { Err(PushFault::Missed) } else { self.words(push).await };
            let ask = PushAsk::Go { push: push.id, rev: push.rev, due: PushDue::At(at), words };
            let id = CommandId::from_u128(chance::uuid_v7(now));
            let told = self.writer.submit(Command { id, actor: Actor::System, ask: Ask::Push(ask) }).await;
            // What was not done is still due at the next look.
            if matches!(told, Err(Rejected::Busy | Rejected::Stopped | Rejected::StorageFull)) {
                break;
            }
        }
    }

    async fn words(&self, push: &Arc<Push>) -> Result<String, PushFault> {
        let (words, push) = (Arc::clone(&self.words), Arc::clone(push));
        let words = tokio::task::spawn_blocking(move || words(&push)).await;
        // A panic has been logged.
        words.unwrap_or(Err(PushFault::NothingToTell))
    }
}

/// When it goes next; `None`: never.
pub fn next(catalog: &Catalog, push: &Push) -> Option<Timestamp> {
    push.plan.is_on.then(|| recurrence(catalog, push).next(push.done_upto()))?
}

/// The last instant it was due at and did not go.
fn due(catalog: &Catalog, push: &Push, now: Timestamp) -> Option<Timestamp> {
    push.plan.is_on.then(|| recurrence(catalog, push).last_due(push.done_upto(), now))?
}

fn recurrence<'a>(catalog: &'a Catalog, push: &'a Push) -> Recurrence<'a> {
    let days = &push.plan.days;
    Recurrence { days, minute: push.plan.minute, zone: &catalog.zone, hours: catalog.hours(None) }
}
