//! The clock at work: sleeps until the next limit or held decision is due and asks the writer to look. It decides nothing: a timer that is
//! unknown by then does nothing, nor does a decision that was taken back; and limits are drained before any other command of the same
//! order too.

pub mod backup;
pub mod due;
pub mod keys;
pub mod push;
pub mod quarantine;
pub mod rotation;
pub mod scrub;
pub mod sweep;

mod held;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::join_all;
use tokio::sync::Notify;

use self::held::Waiting;
use crate::crypt::chance;
use crate::model::command::{Actor, Ask, Command, HeldAsk, OrderVerb};
use crate::model::event::Event;
use crate::model::id::{CommandId, RecordId, TimerId};
use crate::model::limit::GROUP_COMMANDS_MAX;
use crate::model::order::Order;
use crate::model::time::Timestamp;
use crate::writer::clock::Clock;
use crate::writer::queue::{Rejected, Writer};

/// How long a moved clock may go unseen.
const LOOK: Duration = Duration::from_millis(500);

/// Armed timers of all orders, and decisions that wait. The writer's thread tells of them, the scheduler takes what is due; both hold the
/// lock for a few map operations.
#[derive(Debug, Default)]
pub struct Timers {
    armed: Mutex<Armed>,
    news: Notify,
}

#[derive(Debug, Default)]
struct Armed {
    due: BTreeSet<(Timestamp, RecordId, TimerId)>,
    by_order: BTreeMap<RecordId, Vec<(Timestamp, TimerId)>>,
    held: Waiting,
}

impl Timers {
    /// How many run.
    pub fn armed(&self) -> usize {
        self.armed.lock().unwrap_or_else(PoisonError::into_inner).due.len()
    }

    /// What the order has armed now; absent: discarded. Whoever waits is woken only when it is now the first of all: anything later
    /// is looked at in time anyway.
    pub fn note(&self, id: RecordId, order: Option<&Order>) {
        let timers: Vec<_> =
            order.iter().flat_map(|order| &order.timers).map(|(timer, armed)| (armed.due, *timer)).collect();
        let mut armed = self.armed.lock().unwrap_or_else(PoisonError::into_inner);
        for (due, timer) in armed.by_order.remove(&id).unwrap_or_default() {
            armed.due.remove(&(due, id, timer));
        }
        armed.due.extend(timers.iter().map(|(due, timer)| (*due, id, *timer)));
        let is_first = !timers.is_empty() && armed.due.first().is_some_and(|(_, first, _)| *first == id);
        if !timers.is_empty() {
            armed.by_order.insert(id, timers);
        }
        drop(armed);
        if is_first {
            self.news.notify_one();
        }
    }

    /// What happened to a decision that waits, if the event is about one.
    pub fn hear(&self, event: &Event) {
        self.armed.lock().unwrap_or_else(PoisonError::into_inner).held.hear(event);
    }

    /// Timers that have come due by `now`, the oldest first.
    pub fn due(&self, now: Timestamp) -> Vec<(RecordId, TimerId)> {
        let armed = self.armed.lock().unwrap_or_else(PoisonError::into_inner);
        armed.due.iter().take_while(|(due, _, _)| *due <= now).map(|(_, order, timer)| (*order, *timer)).collect()
    }

    /// All that has come due by `now`.
    fn asks(&self, now: Timestamp) -> Vec<(Actor, Ask)> {
        let fire =
            |(order, timer)| (Actor::System, Ask::Order { order, rev: None, verb: OrderVerb::FireTimers { timer } });
        let timers: Vec<_> = self.due(now).into_iter().map(fire).collect();
        let armed = self.armed.lock().unwrap_or_else(PoisonError::into_inner);
        let held = armed.held.due(now).map(|(user, id)| (Actor::User(user), Ask::Held(HeldAsk::SendDue { id })));
        timers.into_iter().chain(held).collect()
    }

    /// Runs until it is dropped.
    pub async fn run(self: Arc<Self>, writer: Writer, clock: Arc<dyn Clock>) {
        loop {
            for asks in self.asks(clock.now()).chunks(GROUP_COMMANDS_MAX) {
                // In their order, and durable together.
                let asked = asks.iter().map(|(actor, ask)| {
                    let id = CommandId::from_u128(chance::uuid_v7(clock.now()));
                    writer.submit(Command { id, actor: *actor, ask: ask.clone() })
                });
                // A busy writer is asked again at the next look: what was not done is still armed.
                if join_all(asked).await.iter().any(|told| matches!(told, Err(Rejected::Busy | Rejected::Stopped))) {
                    break;
                }
            }
            tokio::select! {
                () = self.news.notified() => {}
                () = tokio::time::sleep(LOOK) => {}
            }
        }
    }
}
