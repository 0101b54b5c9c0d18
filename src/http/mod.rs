//! The rim: bytes in, commands and answers out. The only room that knows the web. It holds no business rule: a handler reads what
//! was sent, submits or asks, and answers. Refuses, before any handler runs, whatever is forged, oversized, slow or not allowed.

mod asking;
pub mod asset;
pub mod body;
pub mod caller;
pub mod code;
pub mod each;
pub mod figure;
pub mod forgery;
pub mod founding;
pub mod frame;
pub mod header;
pub mod house;
pub mod looking;
pub mod openapi;
pub mod part;
pub mod past;
pub mod presence;
pub mod pulse;
mod pushed;
pub mod refusal;
pub mod route;
pub mod sheet;
pub mod stated;
pub mod streams;
pub mod take_away;
pub mod turns;
pub mod unlock;
mod unlock_word;
pub mod wire;
