//! Tessera, a no-code work-order platform in one file.

#![forbid(unsafe_code)]

pub mod catalog;
pub mod connect;
pub mod decide;
pub mod model;
