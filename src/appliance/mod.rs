//! Builds the graph and lets it run: configuration, keys, store, writer, rim, and the way down again.

pub mod config;
pub mod tls;
pub mod trace;
