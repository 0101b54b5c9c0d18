//! What stories need to reach the house from outside.

pub mod appliance;
pub mod first_run;
pub mod golden;
pub mod robot;
