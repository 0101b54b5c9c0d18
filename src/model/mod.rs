//! Nouns. Plain values whose constructors keep their invariants; no rule lives here.

pub mod backup;
pub mod calendar;
pub mod command;
pub mod committed;
pub mod decision;
pub mod definition;
pub mod document;
pub mod effect;
pub mod event;
pub mod flow;
pub mod form;
pub mod id;
pub mod identity;
pub mod keys;
pub mod limit;
pub mod order;
pub mod order_event;
pub mod party;
pub mod problem;
pub mod raw;
pub mod record;
pub mod refusal;
pub mod report;
pub mod setting;
pub mod time;
pub mod value;
