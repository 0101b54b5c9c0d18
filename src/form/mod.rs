//! Rules over values: what a filled form may hold, what is computed, what a definition must satisfy to be published.
//! Knows nothing of flows or permissions beyond the field access it is handed.

pub mod definition;
pub mod evolve;
pub mod fill;
pub mod kind;
pub mod serial;
pub mod settle;
pub mod title;
