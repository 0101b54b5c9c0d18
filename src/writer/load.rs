//! Start: what the rows say, once, in one pass, which also proves that they are all there. Readers build their own state from it. Orders
//! and notices, which are nearly all of the rows, are each read and decoded on a thread of their own, a little ahead of whoever takes
//! them.

use std::collections::HashMap;
use std::ops::Bound;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::answer::Answered;
use super::reader::decode;
use super::row;
use super::state::State;
use crate::catalog::Catalog;
use crate::model::committed::Moved;
use crate::model::effect::{EffectId, Notice, Outgoing, OutgoingState};
use crate::model::event::{Entry, Event};
use crate::model::held::holder;
use crate::model::id::RecordId;
use crate::model::limit::ANSWERS_REMEMBERED_AT_START;
use crate::store::Store;
use crate::store::ahead::Ahead;
use crate::store::error::StoreError;
use crate::store::key::{Key, Ns};
use crate::store::open::OnProgress;
use crate::store::sum::Sum;

/// What the writer and the readers begin with.
pub struct Loaded {
    pub(super) state: State,
    pub catalog: Arc<Catalog>,
    pub seq: u64,
    pub outbox: Vec<Outgoing>,
    /// Messages that arrived, oldest first, as far as the end of the log tells of them.
    pub delivered: Vec<Outgoing>,
    /// Decisions that wait.
    pub held: Vec<Event>,
    /// Passwords, sessions and pauses.
    pub identity: Vec<Event>,
}

/// What there is too much of to be held at once.
pub enum Found {
    Order(Moved),
    Notice(Box<Notice>),
}

/// Reads every row once, and proves on the way that none is missing, added or stale. Orders and notices are handed on one by one when the
/// catalog is whole, each kind in the order of its keys. Nothing may be committed before it is done.
///
/// # Errors
/// - `Rows`, `RowDamaged`: the rows are not what they should be.
pub fn load(
    store: &Arc<Store>,
    progress: OnProgress<'_>,
    on_found: &mut dyn FnMut(&Catalog, Found),
) -> Result<Loaded, StoreError> {
    let sum = store.sum()?;
    let mut state = State::new(Arc::clone(store), catalog(&sum)?);
    let ahead = Ahead::of(&sum, store.patience());
    ahead
        .read("start-orders", zipped(sum.scan(Ns::Order), sum.scan(Ns::Record)).map(|moved| moved.map(Found::Order)))?;
    ahead.read(
        "start-notices",
        sum.scan(Ns::Notice).map(|notice| decode(&notice?.1).map(Box::new).map(Found::Notice)),
    )?;
    ahead.each(progress, &mut |found| {
        if let Found::Order(moved) = &found {
            *state.orders_of.entry(moved.order.form).or_default() += 1;
            state.last_at = state.last_at.max(moved.order.last_at);
        }
        on_found(&state.catalog, found);
    })?;
    for found in store.scan(Ns::Counter, Bound::Unbounded) {
        let (form, field, period, number, place) = decode(&found?.1)?;
        state.counters.insert((form, field, period), (number, place));
    }
    let outbox = rows::<Outgoing>(store, Ns::Outbox).collect::<Result<Vec<_>, _>>()?;
    state.outbox = outbox.iter().map(|outgoing| (outgoing.id, outgoing.clone())).collect();
    let held = rows::<Event>(store, Ns::Held).collect::<Result<Vec<_>, _>>()?;
    for (event, (user, _)) in held.iter().filter_map(|event| Some((event, holder(event)?))) {
        Arc::make_mut(state.held.entry(user).or_default()).apply(event);
    }
    state.is_quarantined = store.is_restored()?;
    let delivered = tail(store, &mut state)?;
    let identity = rows::<Event>(store, Ns::Credential).chain(rows(store, Ns::Session)).collect::<Result<_, _>>()?;
    Ok(Loaded { catalog: Arc::clone(&state.catalog), seq: store.head(), outbox, delivered, held, identity, state })
}

/// Proved before anything is made of it: orders are read by its definitions.
fn catalog(sum: &Arc<Sum>) -> Result<Catalog, StoreError> {
    let rows = row::CATALOG.into_iter().flat_map(|ns| sum.scan(ns));
    let events = rows.map(|found| decode(&found?.1)).collect::<Result<Vec<Event>, _>>()?;
    sum.verdict_on(&row::CATALOG)?;
    let mut catalog = Catalog::default();
    for event in &events {
        catalog.apply(event);
    }
    Ok(catalog)
}

fn rows<T: DeserializeOwned>(store: &Store, ns: Ns) -> impl Iterator<Item = Result<T, StoreError>> + use<T> {
    store.scan(ns, Bound::Unbounded).map(|found| decode(&found?.1))
}

pub(super) fn orders(store: &Store) -> impl Iterator<Item = Result<Moved, StoreError>> + use<> {
    zipped(store.scan(Ns::Order, Bound::Unbounded), store.scan(Ns::Record, Bound::Unbounded))
}

type Row = Result<(Key, Vec<u8>), StoreError>;

/// Orders and records have the same keys, so both are read side by side, to the end of both.
fn zipped(
    mut orders: impl Iterator<Item = Row>,
    mut records: impl Iterator<Item = Row>,
) -> impl Iterator<Item = Result<Moved, StoreError>> {
    std::iter::from_fn(move || match (orders.next(), records.next()) {
        (None, None) => None,
        (order, record) => Some(moved(order, record)),
    })
}

fn moved(order: Option<Row>, record: Option<Row>) -> Result<Moved, StoreError> {
    let alone = || StoreError::Rows("an order has no record, or a record no order".to_owned());
    let (order, record) = (order.transpose()?, record.transpose()?);
    let ((key, order), (beside, record)) = order.zip(record).ok_or_else(alone)?;
    if key != beside {
        return Err(alone());
    }
    Ok(Moved { order: Arc::new(decode(&order)?), record: Arc::new(decode(&record)?) })
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
