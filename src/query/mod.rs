//! Reading: access first, then rows and columns. Never writes; see [`crate::writer`]. What somebody may not know of is answered
//! exactly as what does not exist: rows are masked before anything is counted, and a hidden field is no column.

pub mod audit;
mod audit_word;
pub mod behind;
pub mod board;
pub mod export;
pub mod file;
pub mod history;
pub mod inbox;
pub mod kanban;
pub mod label;
pub mod look;
pub mod media;
pub mod migration;
pub mod notices;
pub mod order;
pub mod push;
pub mod reach;
pub mod reading;
pub mod records;
pub mod search;
pub mod shown;
pub mod thumbnail;
pub mod tile;
pub mod touched;
pub mod wire;
