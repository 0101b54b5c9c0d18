//! Tessera, a no-code work-order platform in one file.
#![doc = include_str!("ARCHITECTURE.md")]
#![forbid(unsafe_code)]

pub mod access;
pub mod appliance;
pub mod calendar;
pub mod catalog;
pub mod cli;
pub mod connect;
pub mod crypt;
pub mod decide;
pub mod deliver;
pub mod flow;
pub mod form;
pub mod formula;
pub mod http;
pub mod identity;
pub mod model;
pub mod query;
pub mod report;
pub mod schedule;
pub mod store;
pub mod view;
pub mod writer;
