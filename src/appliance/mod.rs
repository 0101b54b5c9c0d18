//! Builds the graph and lets it run: configuration, keys, store, writer, rim, and the way down again.

pub mod boot;
pub mod bucket;
pub mod config;
pub mod expiry;
pub mod graph;
pub mod open;
pub mod opening;
pub mod readers;
pub mod sealed;
pub mod shutdown;
pub mod target;
pub mod tls;
pub mod trace;
pub mod watch;
