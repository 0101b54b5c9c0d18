//! What is durable. Replies, views and effects all start here, and nowhere else.

use std::sync::Arc;

use super::command::Actor;
use super::effect::{Notice, Outgoing};
use super::event::Event;
use super::id::{CommandId, RecordId};
use super::order::Order;
use super::order_event::{LifeEvent, OrderEvent, Passage};
use super::record::Record;
use super::time::Timestamp;

/// One command's commit.
#[derive(Debug, Clone, PartialEq)]
pub struct Committed {
    /// Place in the log, from 1, without gaps.
    pub seq: u64,
    pub at: Timestamp,
    pub command: CommandId,
    pub actor: Actor,
    pub events: Vec<Event>,
    /// The orders it touched, as they are after it; absent: discarded.
    pub orders: Vec<(RecordId, Option<Moved>)>,
    /// New lines for people's notification centres.
    pub notices: Vec<Notice>,
    /// Messages for the outbox: new ones, and old ones that changed.
    pub outgoing: Vec<Outgoing>,
}

impl Committed {
    /// `None`: it did not touch the order, or discarded it.
    pub fn order(&self, id: RecordId) -> Option<&Moved> {
        self.orders.iter().find(|(touched, _)| *touched == id)?.1.as_ref()
    }

    /// All there is to tell of an order that it sent; `None` for one that was sent before, whose history is longer.
    pub fn first_passage(&self, order: RecordId) -> Option<Passage> {
        let sends = |event: &Event| matches!(event, Event::Order { order: of, event: OrderEvent::Life(LifeEvent::Submitted { .. }) } if *of == order);
        self.events.iter().any(sends).then(|| self.passage(order))
    }

    /// What it did to one order.
    pub fn passage(&self, order: RecordId) -> Passage {
        let own = self.events.iter().filter_map(|event| match event {
            Event::Order { order: of, event } if *of == order => Some(event.clone()),
            _ => None,
        });
        Passage { at: self.at, actor: self.actor, events: own.collect() }
    }
}

/// An order with the record it moves.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    pub order: Arc<Order>,
    pub record: Arc<Record>,
}
