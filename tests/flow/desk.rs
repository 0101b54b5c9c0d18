//! One order, its people and a clock somebody else moves: the whole house as far as flows can see it. Every commit is folded a
//! second time from the beginning of the log and must give the same state.

use std::collections::BTreeMap;

use tessera::catalog::Catalog;
use tessera::catalog::flow::CompiledFlow;
use tessera::decide::decide;
use tessera::decide::facts::Facts;
use tessera::decide::order::allowed::{Allowed, allowed};
use tessera::model::command::{Actor, Ask, Command, HeldAsk, Opinion, OrderVerb, Ruling, Verdict};
use tessera::model::decision::Decision;
use tessera::model::definition::FlowVersion;
use tessera::model::document::Document;
use tessera::model::effect::Effect;
use tessera::model::event::Event;
use tessera::model::flow::FlowDefinition;
use tessera::model::held::{Holds, NO_HOLDS, holder};
use tessera::model::id::{CommandId, FieldId, RecordId, TaskId, UserId};
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
    /// Decisions that wait.
    pub held: BTreeMap<UserId, Holds>,
    commands: u128,
}

pub const fn decided(task: TaskId, ruling: Ruling, opinion: Opinion) -> OrderVerb {
    OrderVerb::Decide(Verdict { task, ruling, opinion })
}

impl Desk {
    pub fn new(catalog: Catalog) -> Self {
        // 2026-11-24 08:00 UTC, a Tuesday.
        let now = Timestamp(1_795_507_200_000);
        Self { catalog, now, order: None, record: None, log: Vec::new(), held: BTreeMap::new(), commands: 1 }
    }

    pub fn order(&self) -> &Order {
        self.order.as_ref().expect("the order was made")
    }

    /// The same situation, to try something out; its log starts anew.
    pub fn aside(&self) -> Self {
        let (catalog, order, record) = (self.catalog.clone(), self.order.clone(), self.record.clone());
        Self { catalog, order, record, log: Vec::new(), held: self.held.clone(), ..*self }
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
        self.judge_ask(actor, Ask::Order { order: ORDER, rev: None, verb })
    }

    fn judge_ask(&self, actor: Actor, ask: Ask) -> Result<Decision, Refusal> {
        let command = Command { id: CommandId::from_u128(self.commands), actor, ask };
        self.with_facts(actor.user(), |facts| decide(facts, &command))
    }

    /// What one person may do now, by the order's own account.
    pub fn allowed(&self, user: UserId) -> Vec<Allowed> {
        self.with_facts(Some(user), |facts| allowed(facts, user, ORDER)).unwrap_or_default()
    }

    /// What this person decided, and can still take back.
    pub fn held(&self, user: UserId) -> &Holds {
        self.held.get(&user).unwrap_or(&NO_HOLDS)
    }

    pub fn with_facts<R>(&self, user: Option<UserId>, look: impl FnOnce(&Facts) -> R) -> R {
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
            held: user.map_or(&NO_HOLDS, |user| self.held(user)),
            is_taken: &|_, _, _| false,
            serial_last: &serial_last,
            orders_of: &|_| u64::from(self.order.is_some()),
            file: &|_| None,
            outgoing: &|_| None,
        })
    }

    /// Judges and keeps.
    pub fn ask(&mut self, actor: Actor, verb: OrderVerb) -> Result<(Vec<OrderEvent>, Vec<Effect>), Refusal> {
        self.put(actor, Ask::Order { order: ORDER, rev: None, verb })
    }

    /// The same for what is held.
    pub fn hold(&mut self, user: UserId, ask: HeldAsk) -> Result<(Vec<OrderEvent>, Vec<Effect>), Refusal> {
        self.put(Actor::User(user), Ask::Held(ask))
    }

    fn put(&mut self, actor: Actor, ask: Ask) -> Result<(Vec<OrderEvent>, Vec<Effect>), Refusal> {
        let decision = self.judge_ask(actor, ask.clone())?;
        assert_eq!(self.judge_ask(actor, ask), Ok(decision.clone()), "the same facts gave two decisions");
        self.commands += 1;
        for event in &decision.events {
            if let Some((user, _)) = holder(event) {
                self.held.entry(user).or_default().apply(event);
            }
        }
        let events: Vec<_> = decision.events.into_iter().filter_map(order_event).collect();
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

/// `None`: it is about a decision that waits.
fn order_event(event: Event) -> Option<OrderEvent> {
    match event {
        Event::Order { order, event } if order == ORDER => Some(event),
        event if holder(&event).is_some() => None,
        other => panic!("a command on an order gave {other:?}"),
    }
}
