//! Engines that keep rows. One so far; a second one will make a trait of it.

pub mod sled;

pub type Backend = sled::Backend;
pub type Range = sled::Range;

/// Longer values are cut into parts: sled would put a page of 17 larger ones into a file that it does not sync.
pub const VALUE_BYTES_MAX: usize = 6 * 1024;

/// Rows to set (`Some`) or remove, by raw key. Applied as one.
pub type Batch = Vec<(Vec<u8>, Option<Vec<u8>>)>;

/// What the engine said. It does not tell causes apart in a way one could act on.
#[derive(Debug, Clone)]
pub struct Failure(pub String);

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}
