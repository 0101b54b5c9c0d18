//! The only room that calls out. One client, one address policy, one file per outside system.
//! It never decides what to send or when to try again; see [`crate::deliver`].

pub mod address;
pub mod client;
pub mod s3;
pub mod sign;
pub mod wecom;
