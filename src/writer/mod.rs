//! Change. One thread drains the queue in groups, judges each command on what the earlier ones of its group did, makes the whole
//! group durable with one flush, and only then publishes and answers. It decides nothing itself; see [`crate::decide`].

pub mod clock;
pub mod load;
pub mod meter;
pub mod queue;
pub mod reader;

mod answer;
mod group;
mod row;
pub mod run;
mod state;
mod taken;
