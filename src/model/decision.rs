//! What a rule decided: what happened, and what must be done outside.

use super::effect::Effect;
use super::event::Event;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Decision {
    pub events: Vec<Event>,
    pub effects: Vec<Effect>,
}
