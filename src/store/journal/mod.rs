//! The journal: the acknowledgement, the change log and the audit chain. A commit is durable when its frame is, and what
//! the journal says happened, happened. Refuses to write on after any failure, and to pass over damage in silence.

pub mod append;
pub mod chain;
pub mod frame;
pub mod index;
pub mod mark;
pub mod recover;
pub mod segment;
pub mod walk;
