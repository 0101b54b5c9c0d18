//! Nouns. Plain values whose constructors keep their invariants; no rule lives here.

pub mod id;
pub mod time;
pub mod value;
