//! Where the bytes of a stored file stand. An address is a digest of the bytes under a key of the house: equal bytes have one, and it
//! says nothing about them to whoever lacks the key. Refuses rows that tell of no stored file; they are the only rows the store reads.

use super::error::StoreError;
use crate::crypt::key_ring::{KeyRing, Purpose};
use crate::crypt::secret::Key;
use crate::model::event::Event;
use crate::model::id::{ContentId, FileId};

pub(super) struct Addresses(Key);

/// What a file's row says of its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub file: FileId,
    /// What whoever brought it called it.
    pub name: String,
    /// One of these: the address, or the file's own id, under which earlier releases stored it.
    pub places: [ContentId; 2],
}

impl Addresses {
    pub fn new(ring: &KeyRing) -> Self {
        Self(ring.derived(Purpose::Content))
    }

    /// `digest` is BLAKE3 of the plain bytes.
    pub fn of(&self, digest: &[u8; 32]) -> ContentId {
        let mac = self.0.mac(&[digest]);
        ContentId::from_u128(u128::from_be_bytes(*mac.first_chunk().expect("shorter than a digest")))
    }

    /// # Errors
    /// - `Rows`: it tells of something else.
    pub fn named_by(&self, row: &[u8]) -> Result<Named, StoreError> {
        match postcard::from_bytes(row) {
            Ok(Event::FileStored { file, digest, .. }) => {
                let places = [self.of(&digest), ContentId::from_u128(file.id.as_u128())];
                Ok(Named { file: file.id, name: file.name, places })
            }
            Ok(_) => Err(StoreError::Rows("the row of a stored file tells of something else".to_owned())),
            Err(error) => Err(StoreError::Rows(error.to_string())),
        }
    }
}
