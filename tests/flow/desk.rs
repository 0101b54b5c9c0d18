//! One order, its people and a clock somebody else moves: the whole house as far as flows can see it. Every commit is folded a
//! second time from the beginning of the log and must give the same state.

use tessera::catalog::Catalog;
use tessera::catalog::flow::CompiledFlow;
use tessera::decide::decide;
use tessera::decide::facts::Facts;
use tessera::decide::order::allowed::{Allowed, allowed};
use tessera::model::command::{Actor, Ask, Command, OrderVerb};
use tessera::model::decision::Decision;
use tessera::model::definition::FlowVersion;
use tessera::model::document::Document;
use tessera::model::effect::Effect;
use tessera::model::event::Event;
use tessera::model::flow::FlowDefinition;
use tessera::model::id::{CommandId, FieldId, RecordId, UserId};
use tessera::model::order::Order;
use tessera::model::order::fold::fold;
use tessera::model::order_event::{OrderEvent, RecordEvent};
use tessera::model::record::Record;
use tessera::model::refusal::Refusal;
use tessera::model::time::Timestamp;

use super::drawing::FORM;

pub const ORDER: RecordId = RecordId::from_u128(0x0D);

pub struct Desk {
    pub catalog: Catalog,
    pub now: Timestamp,
    pub order: Option<Order>,
    pub record: Option<Record>,
    /// What happened, commit by commit.
    pub log: Vec<(Timestamp, Vec<OrderEvent>)>,
}

impl Desk {
    pub fn new(catalog: Catalog) -> Self {
        // 2026-11-24 08:00 UTC, a Tuesday.
        Self { catalog, now: Timestamp(1_795_507_200_000), order: None, record: None, log: Vec::new() }
    }

    pub fn order(&self) -> &Order {
        self.order.as_ref().expect("the order was made")
    }

    /// The same situation, to try something out; its log starts anew.
    pub fn aside(&self) -> Self {
        let (catalog, order, record) = (self.catalog.clone(), self.order.clone(), self.record.clone());
        Self { catalog, now: self.now, order, record, log: Vec::new() }
    }

    /// The flow the order runs through.
    pub fn flow(&self) -> &CompiledFlow {
        let history = self.catalog.form(FORM).expect("the form");
        history.flow(self.order().flow_version).expect("the version it was submitted under")
    }

    /// A newer version, for orders to come.
    pub fn publish(&mut self, flow: &FlowDefinition) {
        let version = self.newest() + 1;
        let (definition, note, by) = (Document::new(flow.clone()), String::new(), UserId::from_u128(1));
        let version = FlowVersion { form: FORM, version, form_version: 1, definition, note, at: self.now, by };
        self.catalog.apply(&Event::FlowPublished(version));
    }

    /// The number of the newest version.
    pub fn newest(&self) -> u32 {
        self.catalog.form(FORM).expect("the form").form.flow_version
    }

    /// Judges without keeping anything.
    pub fn judge(&self, actor: Actor, verb: OrderVerb) -> Result<Decision, Refusal> {
        let command = Command { id: CommandId::from_u128(1), actor, ask: Ask::Order { order: ORDER, rev: None, verb } };
        self.with_facts(|facts| decide(facts, &command))
    }

    /// What one person may do now, by the order's own account.
    pub fn allowed(&self, user: UserId) -> Vec<Allowed> {
        self.with_facts(|facts| allowed(facts, user, ORDER)).unwrap_or_default()
    }

    pub fn with_facts<R>(&self, look: impl FnOnce(&Facts) -> R) -> R {
        let serial_last = |_, field: &FieldId, _: &str| {
            let events = self.log.iter().flat_map(|(_, events)| events);
            let numbers = events.filter_map(|event| match event {
                OrderEvent::Record(RecordEvent::Numbered { field: of, number, .. }) if of == field => Some(*number),
                _ => None,
            });
            numbers.max().unwrap_or(0)
        };
        look(&Facts {
            now: self.now,
            is_quarantined: false,
            catalog: &self.catalog,
            order: self.order.as_ref(),
            record: self.record.as_ref(),
            is_taken: &|_, _, _| false,
            serial_last: &serial_last,
            orders_of: &|_| u64::from(self.order.is_some()),
            file: &|_| None,
            outgoing: &|_| None,
        })
    }

    /// Judges and keeps.
    pub fn ask(&mut self, actor: Actor, verb: OrderVerb) -> Result<(Vec<OrderEvent>, Vec<Effect>), Refusal> {
        let decision = self.judge(actor, verb.clone())?;
        assert_eq!(self.judge(actor, verb), Ok(decision.clone()), "the same facts gave two decisions");
        let events: Vec<_> = decision.events.into_iter().map(order_event).collect();
        if !events.is_empty() {
            self.log.push((self.now, events.clone()));
        }
        for event in &events {
            self.order = fold(self.order.take(), ORDER, event, self.now);
            self.record = Record::fold(self.record.take(), ORDER, event, self.now);
        }
        Ok((events, decision.effects))
    }

    /// The state as the log alone gives it.
    pub fn replayed(&self) -> (Option<Order>, Option<Record>) {
        let (mut order, mut record) = (None, None);
        for (at, events) in &self.log {
            for event in events {
                order = fold(order, ORDER, event, *at);
                record = Record::fold(record, ORDER, event, *at);
            }
        }
        (order, record)
    }
}

fn order_event(event: Event) -> OrderEvent {
    match event {
        Event::Order { order, event } if order == ORDER => event,
        other => panic!("a command on an order gave {other:?}"),
    }
}
