//! The way out: lease, send, acknowledge, back off, park. An effect leaves at least once under one id; it is decided elsewhere
//! and only becomes visible here after it was durable.

pub mod backoff;
pub mod outbox;
pub mod pace;
pub mod trial;
pub mod wording;
