//! Reading: access first, then rows and columns. Never writes; see [`crate::writer`]. What somebody may not know of is answered
//! exactly as what does not exist.

pub mod history;
pub mod order;
pub mod reading;
pub mod wire;
