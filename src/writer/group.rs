//! One group of commands, before it is durable. Later commands see what earlier ones did; when the flush fails, the whole group
//! is dropped and the state is as if it had never been asked.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::state::{CounterKey, State};
use super::{answer::Answered, load::touched, reader, row};
use crate::catalog::Catalog;
use crate::decide::decide;
use crate::decide::facts::Facts;
use crate::model::command::{Ask, Command, HeldAsk};
use crate::model::committed::{Committed, Moved};
use crate::model::decision::Decision;
use crate::model::effect::{Effect, EffectId, Notice, Outgoing, OutgoingState};
use crate::model::event::{Entry, Event};
use crate::model::held::{Holds, holder};
use crate::model::id::{FieldId, FormId, RecordId, UserId};
use crate::model::order::fold::fold;
use crate::model::order_event::{OrderEvent, RecordEvent};
use crate::model::record::Record;
use crate::model::refusal::Refusal;
use crate::model::time::Timestamp;
use crate::model::value::Value;
use crate::store::codec::{Commit, Write};
use crate::store::error::StoreError;
use crate::store::key::{Key, Ns};

/// What a command came to, so far.
pub(super) enum Judged {
    /// Durable with the group.
    New(Arc<Committed>),
    /// Was done before, under the same id.
    Again(Arc<Committed>),
    Refused(Refusal),
}

/// Changes over a [`State`].
pub(super) struct Group<'a> {
    state: &'a mut State,
    catalog: Arc<Catalog>,
    seq: u64,
    now: Timestamp,
    orders: HashMap<RecordId, Option<Moved>>,
    counters: HashMap<CounterKey, (u64, u32)>,
    made: HashMap<FormId, i64>,
    outbox: HashMap<EffectId, Outgoing>,
    held: HashMap<UserId, Arc<Holds>>,
    /// Records before this group, for the index of taken values.
    before: HashMap<RecordId, Option<Arc<Record>>>,
    pub commits: Vec<Commit>,
    pub committed: Vec<Arc<Committed>>,
}

impl<'a> Group<'a> {
    pub fn new(state: &'a mut State, now: Timestamp) -> Self {
        let now = now.max(state.last_at);
        Self {
            catalog: Arc::clone(&state.catalog),
            seq: state.store.head(),
            now,
            state,
            orders: HashMap::new(),
            counters: HashMap::new(),
            made: HashMap::new(),
            outbox: HashMap::new(),
            held: HashMap::new(),
            before: HashMap::new(),
            commits: Vec::new(),
            committed: Vec::new(),
        }
    }

    pub fn judge(&mut self, command: &Command) -> Result<Judged, StoreError> {
        if let Some(again) = self.again(command)? {
            return Ok(again);
        }
        let held = command.actor.user().map_or_else(Arc::default, |user| self.held(user));
        let order = match &command.ask {
            Ask::Order { order, .. } | Ask::Held(HeldAsk::Hold { order, .. }) => Some(*order),
            Ask::Held(HeldAsk::Send { id } | HeldAsk::SendDue { id }) => held.get(*id).map(|held| held.order),
            Ask::Held(HeldAsk::TakeBack { .. })
            | Ask::App(_)
            | Ask::Form(_)
            | Ask::Board(_)
            | Ask::Push(_)
            | Ask::View(_)
            | Ask::Party(_)
            | Ask::Preference(_)
            | Ask::Workspace(_)
            | Ask::File(_)
            | Ask::Delivery(_)
            | Ask::Identity(_)
            | Ask::Batch(_) => None,
        };
        let moved = order.map(|order| self.order(order)).transpose()?.flatten();
        match self.decided(command, moved.as_ref(), &held)? {
            Ok(decision) => self.stage(command, decision).map(Judged::New),
            Err(refusal) => Ok(Judged::Refused(refusal)),
        }
    }

    /// The same command id: the same answer, or a refusal when somebody else used it.
    fn again(&mut self, command: &Command) -> Result<Option<Judged>, StoreError> {
        if let Some(staged) = self.committed.iter().find(|committed| committed.command == command.id) {
            let same = staged.actor == command.actor;
            return Ok(Some(if same {
                Judged::Again(Arc::clone(staged))
            } else {
                Judged::Refused(Refusal::CommandMismatch)
            }));
        }
        let Some(answered) = self.state.answers.get(command.id).cloned() else { return Ok(None) };
        if answered.actor != command.actor {
            return Ok(Some(Judged::Refused(Refusal::CommandMismatch)));
        }
        let Answered { seq, at, actor, orders } = answered;
        let orders = orders.into_iter().map(|id| Ok((id, self.order(id)?))).collect::<Result<_, StoreError>>()?;
        let committed = Committed {
            seq,
            at,
            command: command.id,
            actor,
            events: Vec::new(),
            orders,
            notices: Vec::new(),
            outgoing: Vec::new(),
        };
        Ok(Some(Judged::Again(Arc::new(committed))))
    }

    fn order(&mut self, id: RecordId) -> Result<Option<Moved>, StoreError> {
        match self.orders.get(&id) {
            Some(moved) => Ok(moved.clone()),
            None => self.state.order(id),
        }
    }

    fn decided(
        &mut self,
        command: &Command,
        moved: Option<&Moved>,
        held: &Holds,
    ) -> Result<Result<Decision, Refusal>, StoreError> {
        let failed = RefCell::new(None);
        let own = moved.map(|moved| moved.record.id);
        let (catalog, now, is_quarantined) = (Arc::clone(&self.catalog), self.now, self.state.is_quarantined);
        let group = RefCell::new(self);
        let keep = |error: StoreError| {
            failed.borrow_mut().get_or_insert(error);
        };
        let facts = Facts {
            now,
            is_quarantined,
            catalog: &catalog,
            order: moved.map(|moved| &*moved.order),
            record: moved.map(|moved| &*moved.record),
            held,
            is_taken: &|form, field, value| {
                group.borrow_mut().is_taken(form, field, value, own).unwrap_or_else(|error| {
                    keep(error);
                    true
                })
            },
            serial_last: &|form, field, period| {
                group.borrow().counter(&(form, field.clone(), period.to_owned())).map_or(0, |(last, _)| last)
            },
            orders_of: &|form| group.borrow().orders_of(form),
            file: &|id| {
                reader::file(&group.borrow().state.store, id).unwrap_or_else(|error| {
                    keep(error);
                    None
                })
            },
            outgoing: &|id| group.borrow().outgoing(id).cloned(),
        };
        let decision = decide(&facts, command);
        failed.into_inner().map_or(Ok(decision), Err)
    }

    fn held(&self, user: UserId) -> Arc<Holds> {
        self.held.get(&user).or_else(|| self.state.held.get(&user)).cloned().unwrap_or_default()
    }

    fn counter(&self, key: &CounterKey) -> Option<(u64, u32)> {
        self.counters.get(key).or_else(|| self.state.counters.get(key)).copied()
    }

    fn orders_of(&self, form: FormId) -> u64 {
        let made = self.made.get(&form).copied().unwrap_or_default();
        self.state.orders_of.get(&form).copied().unwrap_or_default().saturating_add_signed(made)
    }

    fn is_taken(
        &mut self,
        form: FormId,
        field: &FieldId,
        value: &Value,
        own: Option<RecordId>,
    ) -> Result<bool, StoreError> {
        if !self.state.taken.knows(form, field) {
            let mut records = Vec::new();
            for moved in super::load::orders(&self.state.store) {
                records.extend(Some(moved?.record).filter(|record| record.form == form));
            }
            self.state.taken.learn(form, field, records.iter().map(|record| &**record));
        }
        let in_group = self.orders.iter().any(|(id, moved)| {
            Some(*id) != own
                && moved.as_ref().is_some_and(|moved| moved.record.form == form && moved.record.value(field) == value)
        });
        let before = self.state.taken.holder(form, field, value);
        let still = before.is_some_and(|holder| Some(holder) != own && !self.orders.contains_key(&holder));
        Ok(in_group || still)
    }

    /// Applies a decision to the group and writes down its rows.
    fn stage(&mut self, command: &Command, decision: Decision) -> Result<Arc<Committed>, StoreError> {
        self.seq += 1;
        let Decision { events, effects } = decision;
        let mut writes = Vec::new();
        let orders = touched(&events);
        for event in &events {
            self.apply(event, &mut writes)?;
        }
        let (mut notices, mut outgoing) = self.effects(effects);
        for event in &events {
            self.moved_outgoing(event, &mut outgoing);
            self.read_notices(event, &mut notices)?;
        }
        let orders: Vec<_> = orders.into_iter().map(|id| (id, self.orders.get(&id).cloned().flatten())).collect();
        let entry = Entry { version: 1, command: command.id, actor: command.actor, at: self.now, events };
        let log = row::encode(&entry);
        let committed = Arc::new(Committed {
            seq: self.seq,
            at: self.now,
            command: command.id,
            actor: command.actor,
            events: entry.events,
            orders,
            notices,
            outgoing,
        });
        for (id, moved) in &committed.orders {
            writes.extend(row::of_order(*id, moved.as_ref().map(|moved| (&*moved.order, &*moved.record))));
            let passage = committed.passage(*id);
            writes.extend(moved.iter().flat_map(|moved| row::of_passage(&moved.order, self.seq, &passage)));
        }
        writes.extend(committed.notices.iter().map(row::of_notice));
        writes.extend(committed.outgoing.iter().map(row::of_outgoing));
        self.commits.push(Commit { command: command.id, writes, log });
        self.committed.push(Arc::clone(&committed));
        Ok(committed)
    }

    fn apply(&mut self, event: &Event, writes: &mut Vec<Write>) -> Result<(), StoreError> {
        let Event::Order { order, event } = event else {
            if let Some((user, _)) = holder(event) {
                let held = self.held(user);
                Arc::make_mut(self.held.entry(user).or_insert(held)).apply(event);
            } else {
                Arc::make_mut(&mut self.catalog).apply(event);
            }
            writes.extend(row::of(event));
            return Ok(());
        };
        let moved = self.order(*order)?;
        self.before.entry(*order).or_insert_with(|| moved.as_ref().map(|moved| Arc::clone(&moved.record)));
        if let OrderEvent::Record(RecordEvent::Numbered { form, field, period, number }) = event {
            writes.push(self.count(*form, field, period, *number));
        }
        let (was, record) = moved.map_or((None, None), |moved| (Some(moved.order), Some(moved.record)));
        let form = was.as_ref().map(|order| order.form);
        let after = fold(was.map(Arc::unwrap_or_clone), *order, event, self.now);
        let record = Record::fold(record.map(Arc::unwrap_or_clone), *order, event, self.now);
        match (form, after.as_ref().map(|order| order.form)) {
            (None, Some(form)) => *self.made.entry(form).or_default() += 1,
            (Some(form), None) => *self.made.entry(form).or_default() -= 1,
            (Some(_), Some(_)) | (None, None) => {}
        }
        let moved = match (after, record) {
            (Some(order), Some(record)) => Some(Moved { order: Arc::new(order), record: Arc::new(record) }),
            (Some(order), None) => Some(Moved { record: Arc::new(Record::unfilled(&order)), order: Arc::new(order) }),
            (None, _) => None,
        };
        self.orders.insert(*order, moved);
        Ok(())
    }

    /// `key = form: 16 bytes | place: u32 BE`; what is counted is inside the seal.
    fn count(&mut self, form: FormId, field: &FieldId, period: &str, number: u64) -> Write {
        let key = (form, field.clone(), period.to_owned());
        let places = self.state.counters.keys().chain(self.counters.keys());
        let place = self.counter(&key).map_or_else(
            || u32::try_from(places.filter(|(of, _, _)| *of == form).count()).unwrap_or(u32::MAX),
            |(_, place)| place,
        );
        let value = row::encode(&(form, field, period, number, place));
        self.counters.insert(key, (number, place));
        Write { ns: Ns::Counter, key: Key::id(form.to_bytes()).and(place), value: Some(value) }
    }

    /// An effect's id is this commit and its place there.
    fn effects(&self, effects: Vec<Effect>) -> (Vec<Notice>, Vec<Outgoing>) {
        let (mut notices, mut outgoing) = (Vec::new(), Vec::new());
        for (index, effect) in (0_u16..).zip(effects) {
            let id = EffectId { seq: self.seq, index };
            match effect {
                Effect::Notify { recipients, message } => notices.extend(recipients.into_iter().map(|user| Notice {
                    id,
                    user,
                    message: message.clone(),
                    at: self.now,
                    is_read: false,
                })),
                Effect::Send { channel, recipients, message } => outgoing.push(Outgoing {
                    id,
                    channel,
                    recipients,
                    message,
                    created_at: self.now,
                    attempts: 0,
                    state: OutgoingState::Waiting { next_at: self.now, last_error: None },
                }),
            }
        }
        (notices, outgoing)
    }

    /// A message that has not arrived.
    fn outgoing(&self, id: EffectId) -> Option<&Outgoing> {
        let known = self.outbox.get(&id).or_else(|| self.state.outbox.get(&id));
        known.filter(|known| !matches!(known.state, OutgoingState::Delivered { .. }))
    }

    fn moved_outgoing(&mut self, event: &Event, outgoing: &mut Vec<Outgoing>) {
        if let Event::OutgoingMoved { id, attempts, state } = event
            && let Some(known) = self.outgoing(*id)
        {
            outgoing.push(Outgoing { attempts: *attempts, state: state.clone(), ..known.clone() });
        }
        for moved in outgoing.iter() {
            self.outbox.insert(moved.id, moved.clone());
        }
    }

    fn read_notices(&self, event: &Event, notices: &mut Vec<Notice>) -> Result<(), StoreError> {
        let Event::NoticesRead { user, ids } = event else { return Ok(()) };
        for id in ids {
            if let Some(notice) = reader::notice(&self.state.store, *user, *id)? {
                notices.push(Notice { is_read: true, ..notice });
            }
        }
        Ok(())
    }

    /// The group is durable: the state becomes what it led to.
    pub fn settle(self) {
        let Self { state, catalog, now, orders, counters, made, outbox, held, before, committed, .. } = self;
        state.catalog = catalog;
        state.last_at = now;
        state.counters.extend(counters);
        for (form, made) in made {
            let count = state.orders_of.entry(form).or_default();
            *count = count.saturating_add_signed(made);
        }
        for (id, outgoing) in outbox {
            match outgoing.state {
                OutgoingState::Delivered { .. } => drop(state.outbox.remove(&id)),
                OutgoingState::Waiting { .. } | OutgoingState::Parked { .. } => drop(state.outbox.insert(id, outgoing)),
            }
        }
        for (user, held) in held {
            state.hold(user, held);
        }
        for (id, before) in before {
            let after = orders.get(&id).and_then(|moved| moved.as_ref()).map(|moved| &*moved.record);
            state.taken.moved(before.as_deref(), after);
        }
        for (id, moved) in orders {
            state.remember(id, moved);
        }
        for committed in committed {
            state.is_quarantined &= !committed.events.contains(&Event::QuarantineLifted);
            let orders = committed.orders.iter().map(|(id, _)| *id).collect();
            let answered = Answered { seq: committed.seq, at: committed.at, actor: committed.actor, orders };
            state.answers.insert(committed.command, answered);
        }
    }

    pub fn catalog(&self) -> Arc<Catalog> {
        Arc::clone(&self.catalog)
    }

    pub fn store(&self) -> Arc<crate::store::Store> {
        Arc::clone(&self.state.store)
    }
}
