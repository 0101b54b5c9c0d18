//! Engines that keep rows. One so far.

pub mod sled;
