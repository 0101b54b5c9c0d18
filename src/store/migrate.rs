//! The form of the data directory, and the steps from older forms. Refuses data of a newer release.

use super::error::StoreError;

/// The form that this release writes.
pub const FORMAT: u16 = 1;

/// # Errors
/// - `Newer`: a newer release wrote the data.
pub const fn admit(found: u16) -> Result<(), StoreError> {
    // There is one format so far; the steps that lift older ones are called from here.
    if found > FORMAT { Err(StoreError::Newer { found, known: FORMAT }) } else { Ok(()) }
}
