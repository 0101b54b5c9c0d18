//! One command's work on one order. The state is a copy that changes only by folding the events the run emits, so that replaying
//! them gives the same state.

use std::collections::{BTreeSet, VecDeque};

use crate::catalog::Catalog;
use crate::catalog::flow::CompiledFlow;
use crate::catalog::form::CompiledForm;
use crate::catalog::scene::Scene;
use crate::form::title;
use crate::formula::env::OrderFacts;
use crate::model::effect::{Effect, Message, Subject};
use crate::model::flow::Node;
use crate::model::id::{ChannelId, FieldId, ForkId, NodeId, TaskId, TimerId, UserId, VisitId};
use crate::model::limit::MESSAGE_CHARS_MAX;
use crate::model::order::{Fork, Order, Task, Visit};
use crate::model::order_event::{LifeEvent, OrderEvent, RecordEvent};
use crate::model::record::{Record, Values};
use crate::model::time::Timestamp;

/// What a run may look at besides the order itself.
#[derive(Clone, Copy)]
pub struct World<'a> {
    pub now: Timestamp,
    pub catalog: &'a Catalog,
    pub flow: &'a CompiledFlow,
    /// The version the record is checked against.
    pub form: &'a CompiledForm,
}

pub struct Run<'a> {
    pub world: World<'a>,
    /// Who asked; absent: the clock.
    pub by: Option<UserId>,
    /// What that person said; travels with the news of an order that was sent back.
    pub note: String,
    pub order: Order,
    pub record: Record,
    pub events: Vec<OrderEvent>,
    pub effects: Vec<Effect>,
    /// Visits that were entered and did not act yet.
    pub(super) queue: VecDeque<VisitId>,
    /// Node entries so far.
    pub(super) entries: usize,
}

impl<'a> Run<'a> {
    pub fn new(world: World<'a>, by: Option<UserId>, order: Order, record: Record) -> Self {
        Self {
            world,
            by,
            note: String::new(),
            order,
            record,
            events: Vec::new(),
            effects: Vec::new(),
            queue: VecDeque::new(),
            entries: 0,
        }
    }

    /// The only way the state changes.
    pub fn emit(&mut self, event: impl Into<OrderEvent>) {
        let event = event.into();
        if let OrderEvent::Record(_) = event {
            let record = Record::fold(Some(self.record.clone()), self.record.id, &event, self.world.now);
            self.record = record.expect("no event of a record removes it");
        }
        self.order.apply(&event, self.world.now);
        self.events.push(event);
    }

    pub fn visit(&self, id: VisitId) -> &Visit {
        self.order.visits.get(&id).expect("a visit of this order")
    }

    pub fn fork(&self, id: ForkId) -> &Fork {
        self.order.forks.get(&id).expect("a fork of this order")
    }

    pub fn task(&self, id: TaskId) -> &Task {
        self.order.tasks.get(&id).expect("a task of this order")
    }

    /// The node of a visit, as its flow draws it.
    pub fn node(&self, visit: VisitId) -> &'a Node {
        self.world.flow.node(&self.visit(visit).node)
    }

    pub(super) fn next_visit(&self) -> VisitId {
        VisitId(self.order.visits.last_key_value().map_or(1, |(last, _)| last.0 + 1))
    }

    pub(super) fn next_fork(&self) -> ForkId {
        ForkId(self.order.forks.last_key_value().map_or(1, |(last, _)| last.0 + 1))
    }

    pub(super) fn next_task(&self) -> TaskId {
        TaskId(self.order.tasks.last_key_value().map_or(1, |(last, _)| last.0 + 1))
    }

    pub(super) fn next_timer(&self) -> TimerId {
        TimerId(self.order.timer_last + 1)
    }

    /// Where formulas of this order run, as seen from a node.
    pub fn with_scene<R>(&self, node: Option<&NodeId>, look: impl FnOnce(&Scene) -> R) -> R {
        let order = OrderFacts {
            record: Some(self.order.id),
            serial: None,
            initiator: Some(self.order.initiator),
            created: Some(self.order.created_at),
            node: node.cloned(),
        };
        look(&Scene {
            now: self.world.now,
            zone: &self.world.catalog.zone,
            user: self.by,
            directory: &self.world.catalog.directory,
            order: &order,
        })
    }

    /// Writes what changed into the record, and the title that follows from it.
    pub fn keep(&mut self, values: &Values) {
        let fields: BTreeSet<_> = values.keys().chain(self.record.values.keys()).collect();
        let new = |field: &FieldId| values.get(field).cloned().unwrap_or_default();
        let changes: Vec<_> = fields
            .into_iter()
            .map(|field| (field.clone(), new(field)))
            .filter(|(field, value)| self.record.value(field) != value)
            .collect();
        if changes.is_empty() {
            return;
        }
        let (rev, form_version) = (self.record.rev + 1, self.world.form.version);
        self.emit(RecordEvent::Patched { rev, form_version, changes });
        let title = self.with_scene(None, |scene| title::title(self.world.form, &self.record.values, scene));
        if title != self.order.title {
            self.emit(LifeEvent::Titled { title });
        }
    }

    /// Tells people in the app; whoever did it is not told.
    pub fn tell(&mut self, recipients: Vec<UserId>, subject: Subject, node: Option<&Node>, text: &str) {
        self.tell_through(None, recipients, subject, node, text);
    }

    /// Also through a channel, if it is there and active.
    pub fn tell_through(
        &mut self,
        channel: Option<ChannelId>,
        mut recipients: Vec<UserId>,
        subject: Subject,
        node: Option<&Node>,
        text: &str,
    ) {
        recipients.retain(|user| Some(*user) != self.by && self.world.catalog.directory.is_active(*user));
        let message = Message {
            subject,
            order: self.order.id,
            title: self.order.title.clone(),
            node: node.map(|node| node.id.clone()),
            node_name: node.map(|node| node.name.clone()).unwrap_or_default(),
            by: self.by,
            text: text.chars().take(MESSAGE_CHARS_MAX).collect(),
        };
        let channel = channel.filter(|id| self.world.catalog.channels.get(id).is_some_and(|channel| channel.is_active));
        if let Some(channel) = channel {
            let (recipients, message) = (recipients.clone(), message.clone());
            self.effects.push(Effect::Send { channel, recipients, message });
        }
        if !recipients.is_empty() {
            self.effects.push(Effect::Notify { recipients, message });
        }
    }
}
