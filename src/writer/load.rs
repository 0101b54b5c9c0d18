//! Start: what the rows say, once, in one pass. Readers build their own state from the same pass.

use std::collections::HashMap;
use std::ops::Bound;
use std::sync::Arc;

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
    pub notices: Vec<Notice>,
    pub outbox: Vec<Outgoing>,
    /// Messages that arrived, oldest first, as far as the end of the log tells of them.
    pub delivered: Vec<Outgoing>,
    /// Passwords, sessions and pauses.
    pub identity: Vec<Event>,
}

/// Reads every row once. Orders are handed on one by one when the catalog is whole, so that nobody needs to hold all of them.
pub fn load(store: &Arc<Store>, on_order: &mut dyn FnMut(&Catalog, Moved)) -> Result<Loaded, StoreError> {
    let mut catalog = Catalog::default();
    for ns in row::CATALOG {
        for found in store.scan(ns, Bound::Unbounded) {
            catalog.apply(&decode::<Event>(&found?.1)?);
        }
    }
    let mut state = State::new(Arc::clone(store), catalog);
    for moved in orders(store) {
        let moved = moved?;
        *state.orders_of.entry(moved.order.form).or_default() += 1;
        state.last_at = state.last_at.max(moved.order.last_at);
        on_order(&state.catalog, moved);
    }
    for found in store.scan(Ns::Counter, Bound::Unbounded) {
        let (form, field, period, number, place) = decode(&found?.1)?;
        state.counters.insert((form, field, period), (number, place));
    }
    let outbox: Vec<Outgoing> = rows(store, Ns::Outbox)?;
    state.outbox = outbox.iter().map(|outgoing| (outgoing.id, outgoing.clone())).collect();
    state.is_quarantined = store.is_restored()?;
    let delivered = tail(store, &mut state)?;
    Ok(Loaded {
        catalog: Arc::clone(&state.catalog),
        seq: store.head(),
        notices: rows(store, Ns::Notice)?,
        outbox,
        delivered,
        identity: [rows(store, Ns::Credential)?, rows(store, Ns::Session)?].concat(),
        state,
    })
}

fn rows<T: serde::de::DeserializeOwned>(store: &Store, ns: Ns) -> Result<Vec<T>, StoreError> {
    store.scan(ns, Bound::Unbounded).map(|found| decode(&found?.1)).collect()
}

/// Orders and records have the same keys, so both scans run side by side.
pub(super) fn orders(store: &Store) -> impl Iterator<Item = Result<Moved, StoreError>> {
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
