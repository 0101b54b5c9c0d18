//! The outbox at work: per channel one message at a time, oldest first, at the channel's pace. What became of a message is a command
//! like any other, so it is durable before it is forgotten here.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, StreamExt};
use tokio::sync::Notify;

use super::backoff::{self, Failure};
use super::pace::Pace;
use super::wording::{self, Voice};
use crate::catalog::Catalog;
use crate::connect::client::Client;
use crate::connect::wecom::{self, Verdict};
use crate::crypt::chance;
use crate::model::command::{Actor, Ask, Command, DeliveryAsk};
use crate::model::effect::{EffectId, Outgoing, OutgoingState};
use crate::model::id::{ChannelId, CommandId};
use crate::model::limit::DELIVERED_KEPT_MAX;
use crate::model::party::Language;
use crate::model::setting::Reach;
use crate::model::time::Timestamp;
use crate::writer::clock::Clock;
use crate::writer::queue::Writer;

/// How long a moved clock may go unseen.
const LOOK: Duration = Duration::from_millis(500);

/// Messages by what became of them. The writer's thread puts in, the sender and administrators look; all hold the lock for a few map
/// operations.
#[derive(Debug, Default)]
pub struct Outbox {
    shelves: Mutex<Shelves>,
    news: Notify,
}

#[derive(Debug, Default)]
struct Shelves {
    waiting: BTreeMap<EffectId, Outgoing>,
    parked: BTreeMap<EffectId, Outgoing>,
    /// The newest `DELIVERED_KEPT_MAX`, oldest first.
    delivered: VecDeque<Outgoing>,
}

/// What became of a message, so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    Waiting,
    Parked,
    /// As many as are remembered.
    Delivered,
}

impl Outbox {
    /// A message was made or changed.
    pub fn note(&self, outgoing: &Outgoing) {
        self.shelves().put(outgoing.clone());
        self.news.notify_one();
    }

    /// The newest first, from before `before`; at most `rows`.
    pub fn page(&self, shelf: Shelf, before: Option<EffectId>, rows: usize) -> Vec<Outgoing> {
        let shelves = self.shelves();
        let of = |map: &BTreeMap<EffectId, Outgoing>| {
            let earlier = map.values().rev().filter(|outgoing| before.is_none_or(|before| outgoing.id < before));
            earlier.take(rows).cloned().collect()
        };
        match shelf {
            Shelf::Waiting => of(&shelves.waiting),
            Shelf::Parked => of(&shelves.parked),
            Shelf::Delivered => {
                let newest = shelves.delivered.iter().rev();
                let rest = newest.skip_while(|outgoing| before.is_some_and(|before| outgoing.id != before));
                rest.skip(usize::from(before.is_some())).take(rows).cloned().collect()
            }
        }
    }

    /// A message that has not arrived: what arrived is not looked for.
    pub fn unarrived(&self, is_it: impl Fn(&Outgoing) -> bool) -> Option<Outgoing> {
        let shelves = self.shelves();
        shelves.waiting.values().chain(shelves.parked.values()).find(|outgoing| is_it(outgoing)).cloned()
    }

    pub fn count(&self, shelf: Shelf) -> usize {
        let shelves = self.shelves();
        match shelf {
            Shelf::Waiting => shelves.waiting.len(),
            Shelf::Parked => shelves.parked.len(),
            Shelf::Delivered => shelves.delivered.len(),
        }
    }

    /// The oldest due message of each channel that is not in `busy`.
    fn due(&self, now: Timestamp, busy: &BTreeSet<ChannelId>) -> Vec<Outgoing> {
        let shelves = self.shelves();
        let mut taken = busy.clone();
        let is_due =
            |outgoing: &&Outgoing| matches!(outgoing.state, OutgoingState::Waiting { next_at, .. } if next_at <= now);
        shelves.waiting.values().filter(is_due).filter(|outgoing| taken.insert(outgoing.channel)).cloned().collect()
    }

    fn shelves(&self) -> MutexGuard<'_, Shelves> {
        // Every change under the lock leaves each message on one shelf or on none.
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelves {
    fn put(&mut self, outgoing: Outgoing) {
        self.waiting.remove(&outgoing.id);
        self.parked.remove(&outgoing.id);
        match outgoing.state {
            OutgoingState::Waiting { .. } => drop(self.waiting.insert(outgoing.id, outgoing)),
            OutgoingState::Parked { .. } => drop(self.parked.insert(outgoing.id, outgoing)),
            OutgoingState::Delivered { .. } => {
                if self.delivered.len() >= DELIVERED_KEPT_MAX {
                    self.delivered.pop_front();
                }
                self.delivered.push_back(outgoing);
            }
        }
    }
}

/// What sending needs.
pub struct Sender {
    pub outbox: Arc<Outbox>,
    pub writer: Writer,
    pub client: Client,
    pub clock: Arc<dyn Clock>,
    /// The published catalog of this moment.
    pub catalog: Arc<dyn Fn() -> Arc<Catalog> + Send + Sync>,
    /// Where people reach the app: `https://orders.corp:8443`.
    pub base_url: String,
}

impl Sender {
    /// Runs until it is dropped.
    pub async fn run(self) {
        let (mut paces, mut busy) = (HashMap::<ChannelId, Pace>::new(), BTreeSet::new());
        let mut sends = FuturesUnordered::new();
        loop {
            let now = self.clock.now();
            for outgoing in self.outbox.due(now, &busy) {
                let pace = paces.entry(outgoing.channel).or_insert_with(|| Pace::new(wecom::MESSAGES_PER_MINUTE));
                if pace.next(now) <= now {
                    pace.record(now);
                    busy.insert(outgoing.channel);
                    sends.push(self.send(outgoing));
                }
            }
            tokio::select! {
                Some((channel, was_too_much)) = sends.next() => {
                    busy.remove(&channel);
                    if was_too_much && let Some(pace) = paces.get_mut(&channel) {
                        pace.exhausted(self.clock.now());
                    }
                }
                () = self.outbox.news.notified() => {}
                () = tokio::time::sleep(LOOK) => {}
            }
        }
    }

    /// One try; says whether the channel had too much.
    async fn send(&self, outgoing: Outgoing) -> (ChannelId, bool) {
        let verdict = self.reach(&outgoing).await;
        let (now, attempts) = (self.clock.now(), outgoing.attempts + 1);
        let was_too_much = matches!(verdict, Verdict::Later { busy: true, .. });
        let state = match verdict {
            Verdict::Delivered => OutgoingState::Delivered { at: now },
            Verdict::Later { error, busy } => {
                let failure = if busy { Failure::TooMuch } else { Failure::Trouble };
                backoff::after_failure(failure, attempts, now, error)
            }
            Verdict::Never { error } => OutgoingState::Parked { at: now, last_error: error },
        };
        let ask = Ask::Delivery(DeliveryAsk::Move { id: outgoing.id, attempts, state });
        // When the writer is busy the message stays due and is sent again under the same id: at least once.
        let command = Command { id: CommandId::from_u128(chance::uuid_v7(now)), actor: Actor::System, ask };
        if self.writer.submit(command).await.is_err() {
            tokio::time::sleep(LOOK).await;
        }
        (outgoing.channel, was_too_much)
    }

    async fn reach(&self, outgoing: &Outgoing) -> Verdict {
        let catalog = (self.catalog)();
        let Some(channel) = catalog.channels.get(&outgoing.channel).filter(|channel| channel.is_active) else {
            return Verdict::Never { error: "the channel is switched off".to_owned() };
        };
        let language = catalog.setting.as_ref().map_or(Language::Zh, |setting| setting.language);
        let voice = Voice { language, base_url: &self.base_url };
        let text = wording::markdown(&outgoing.message, &outgoing.recipients, &catalog.directory, voice);
        match &channel.reach {
            Reach::WecomRobot { url } => wecom::send(&self.client, url, &text).await,
        }
    }
}
