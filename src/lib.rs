//! Tessera, a no-code work-order platform in one file.

#![forbid(unsafe_code)]

pub mod access;
pub mod catalog;
pub mod connect;
pub mod crypt;
pub mod decide;
pub mod flow;
pub mod form;
pub mod formula;
pub mod model;
pub mod store;
pub mod writer;
