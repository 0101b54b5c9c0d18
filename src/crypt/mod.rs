//! Keys and everything made with them: sealing, passwords, tokens, chance. Hides nonces, key hierarchies and key slots.
//! Refuses to hand out a key's bytes, and to seal one value more than a key may.

pub mod chance;
pub mod class;
pub mod error;
pub mod key_file;
pub mod key_ring;
pub mod password;
pub mod recovery;
mod ring_body;
pub mod ring_slots;
pub mod rotation;
pub mod seal;
pub mod secret;
pub mod slot;
pub mod standing;
pub mod stream;
pub mod token;
pub mod whole_file;
