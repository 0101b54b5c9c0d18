//! Start: what the rows say, once, in one pass. Readers build their own state from the same pass. Orders and notices, which are
//! nearly all of the rows, are each read and decoded on a thread of their own, a little ahead of whoever takes them.

use std::collections::HashMap;
use std::ops::Bound;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::Scope;

use serde::de::DeserializeOwned;

use super::answer::Answered;
use super::reader::decode;
use super::row;
use super::state::State;
use crate::catalog::Catalog;
use crate::model::committed::Moved;
use crate::model::effect::{EffectId, Notice, Outgoing, OutgoingState};
use crate::model::event::{Entry, Event};
use crate::model::id::RecordId;
use crate::model::limit::ANSWERS_REMEMBERED_AT_START;
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::key::{Key, Ns};

/// What the writer and the readers begin with.
pub struct Loaded {
    pub(super) state: State,
    pub catalog: Arc<Catalog>,
    pub seq: u64,
    pub outbox: Vec<Outgoing>,
    /// Messages that arrived, oldest first, as far as the end of the log tells of them.
    pub delivered: Vec<Outgoing>,
    /// Passwords, sessions and pauses.
    pub identity: Vec<Event>,
}

/// What there is too much of to be held at once.
pub enum Found {
    Order(Moved),
    Notice(Notice),
}

/// Batches that may wait to be taken, and what a batch holds.
const AHEAD: usize = 4;
const BATCH: usize = 256;

/// Reads every row once. Orders and notices are handed on one by one when the catalog is whole, each kind in the order of its keys.
pub fn load(store: &Arc<Store>, on_found: &mut dyn FnMut(&Catalog, Found)) -> Result<Loaded, StoreError> {
    let mut catalog = Catalog::default();
    for ns in row::CATALOG {
        for found in store.scan(ns, Bound::Unbounded) {
            catalog.apply(&decode::<Event>(&found?.1)?);
        }
    }
    let mut state = State::new(Arc::clone(store), catalog);
    std::thread::scope(|scope| {
        let (sender, batches) = sync_channel(AHEAD);
        feed(scope, sender.clone(), orders(store).map(|moved| moved.map(Found::Order)));
        feed(scope, sender, rows(store, Ns::Notice).map(|notice| notice.map(Found::Notice)));
        for found in batches.into_iter().flatten() {
            let found = found?;
            if let Found::Order(moved) = &found {
                *state.orders_of.entry(moved.order.form).or_default() += 1;
                state.last_at = state.last_at.max(moved.order.last_at);
            }
            on_found(&state.catalog, found);
        }
        Ok::<_, StoreError>(())
    })?;
    for found in store.scan(Ns::Counter, Bound::Unbounded) {
        let (form, field, period, number, place) = decode(&found?.1)?;
        state.counters.insert((form, field, period), (number, place));
    }
    let outbox = rows::<Outgoing>(store, Ns::Outbox).collect::<Result<Vec<_>, _>>()?;
    state.outbox = outbox.iter().map(|outgoing| (outgoing.id, outgoing.clone())).collect();
    state.is_quarantined = store.is_restored()?;
    let delivered = tail(store, &mut state)?;
    let identity = rows::<Event>(store, Ns::Credential).chain(rows(store, Ns::Session)).collect::<Result<_, _>>()?;
    Ok(Loaded { catalog: Arc::clone(&state.catalog), seq: store.head(), outbox, delivered, identity, state })
}

fn rows<T: DeserializeOwned>(store: &Store, ns: Ns) -> impl Iterator<Item = Result<T, StoreError>> + use<T> {
    store.scan(ns, Bound::Unbounded).map(|found| decode(&found?.1))
}

/// Makes the items on a thread of their own, a little ahead of whoever takes them. It ends when nobody does any more.
fn feed<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    sender: SyncSender<Vec<T>>,
    mut items: impl Iterator<Item = T> + Send + 'scope,
) {
    scope.spawn(move || {
        loop {
            let batch: Vec<T> = items.by_ref().take(BATCH).collect();
            if batch.is_empty() || sender.send(batch).is_err() {
                return;
            }
        }
    });
}

/// Orders and records have the same keys, so both scans run side by side.
pub(super) fn orders(store: &Store) -> impl Iterator<Item = Result<Moved, StoreError>> + use<> {
    let mut records = store.scan(Ns::Record, Bound::Unbounded);
    store.scan(Ns::Order, Bound::Unbounded).map(move |found| {
        let (key, order) = found?;
        let alone = || StoreError::Rows("an order has no record".to_owned());
        let (beside, record): (Key, Vec<u8>) = records.next().ok_or_else(alone)??;
        if beside != key {
            return Err(alone());
        }
        Ok(Moved { order: Arc::new(decode(&order)?), record: Arc::new(decode(&record)?) })
    })
}

/// The end of the log: answers to commands, the newest instant, and the messages that have left the outbox.
fn tail(store: &Store, state: &mut State) -> Result<Vec<Outgoing>, StoreError> {
    let from = store.head().saturating_sub(ANSWERS_REMEMBERED_AT_START) + 1;
    let (mut made, mut delivered) = (HashMap::new(), Vec::new());
    for found in store.log(from) {
        let found = found?;
        let entry: Entry = decode(&found.commit.log)?;
        delivered.extend(entry.events.iter().filter_map(|event| arrived(event, &mut made)));
        for row in found.commit.writes.iter().filter(|write| write.ns == Ns::Outbox) {
            if let Some(value) = &row.value {
                let outgoing: Outgoing = decode(value)?;
                made.insert(outgoing.id, outgoing);
            }
        }
        state.last_at = state.last_at.max(entry.at);
        let answered = Answered { seq: found.seq, at: entry.at, actor: entry.actor, orders: touched(&entry.events) };
        state.answers.insert(entry.command, answered);
    }
    Ok(delivered)
}

fn arrived(event: &Event, made: &mut HashMap<EffectId, Outgoing>) -> Option<Outgoing> {
    let Event::OutgoingMoved { id, attempts, state: state @ OutgoingState::Delivered { .. } } = event else {
        return None;
    };
    let known = made.remove(id)?;
    Some(Outgoing { attempts: *attempts, state: state.clone(), ..known })
}

/// The orders some events speak of, each once, in order of appearance.
pub(super) fn touched(events: &[Event]) -> Vec<RecordId> {
    let mut orders = Vec::new();
    for event in events {
        if let Event::Order { order, .. } = event
            && !orders.contains(order)
        {
            orders.push(*order);
        }
    }
    orders
}
