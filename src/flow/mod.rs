//! Movement of orders. A run takes one order, as it stands and as a copy, lets one thing happen to it and moves it on until
//! everything rests: what happened is a list of events. Judging who may ask for it is [`crate::decide`]'s.

pub mod advance;
pub mod assign;
pub mod back;
pub mod deadline;
pub mod definition;
pub mod fork;
pub mod migrate;
pub mod node;
pub mod preview;
pub mod recall;
pub mod rollback;
pub mod run;
pub mod seat;
pub mod taken;
pub mod tally;
