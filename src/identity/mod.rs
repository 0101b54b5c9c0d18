//! Who is calling: passwords, sessions, pauses after wrong tries, and the first run. Refuses to keep a secret, and to tell a wrong
//! name from a wrong password. It decides nothing about what somebody may do; see [`crate::access`].

pub mod first_run;
pub mod lockout;
pub mod network;
pub mod password;
pub mod register;
pub mod session;
pub mod sign_in;
