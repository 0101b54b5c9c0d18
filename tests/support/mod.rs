//! What stories need to reach the house from outside.

pub mod appliance;
pub mod golden;
