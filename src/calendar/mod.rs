//! Working time: which hours of which days count, how far a span of them reaches, how much of them lies between two instants.
//! Refuses nothing: a definition was checked when it was saved; a calendar that never opens has no answer (`None`).

pub mod civil;
pub mod day;
pub mod holiday;
pub mod recur;
pub mod work;
