//! Throwing a draft away. What was sent once is withdrawn instead.

use super::Desk;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::order::Status;
use crate::model::order_event::LifeEvent;
use crate::model::refusal::Refusal;

pub fn decide(desk: Desk) -> Result<Decision, Refusal> {
    let order = desk.facts.order.filter(|order| order.initiator == desk.user).ok_or(Refusal::NotFound)?;
    match order.status {
        Status::Draft => {
            let event = Event::Order { order: desk.order, event: LifeEvent::Discarded.into() };
            Ok(Decision { events: vec![event], effects: Vec::new() })
        }
        Status::Running | Status::Ended { .. } => Err(Refusal::NotAllowed),
    }
}
