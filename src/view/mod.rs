//! The read side's memory: immutable snapshots, each made from the one before in time proportional to the change. Derived from
//! rows, rebuilt at start, never written to disk. It knows nothing of rights; see [`crate::query`].

pub mod bell;
pub mod chunk;
pub mod column;
pub mod feed;
pub mod inbox;
pub mod published;
pub mod row;
pub mod shape;
pub mod shelf;
pub mod snapshot;
pub mod table;
pub mod value;
