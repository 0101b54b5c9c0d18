//! Makes the rows durable and the mark exact, so that the next start has little to replay.

use super::error::StoreError;
use super::space::{Room, Space};
use super::{Core, Store};

impl Store {
    /// # Errors
    /// - `Stopped`: the rows or the mark could not be written.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        self.core.checkpoint()
    }

    /// A clean end: nothing is left to replay. Dropping the store instead loses nothing either.
    pub fn close(self) -> Result<(), StoreError> {
        self.core.checkpoint()
    }
}

impl Core {
    pub(super) fn checkpoint(&self) -> Result<(), StoreError> {
        self.go_on()?;
        let due = std::mem::take(&mut self.hand().unsynced_bytes);
        let synced = if due > 0 { self.fold().and_then(|()| self.sync_rows()) } else { Ok(true) };
        // The hand is free meanwhile: commits go on, and what they add is due at the next checkpoint.
        let mut hand = self.hand();
        if !matches!(synced, Ok(true)) {
            hand.unsynced_bytes += due;
        }
        synced?;
        self.or_stop(|| hand.tail.mark())
    }

    /// Whether what was folded is durable. On a full disk it is not, and nothing is lost: the journal has it all, and the rows are still
    /// good for reading until there is room again.
    fn sync_rows(&self) -> Result<bool, StoreError> {
        // An engine whose flush met a full disk may not even read any more, so it is kept from that.
        if self.is_full() || self.folding().is_lame {
            return Ok(false);
        }
        match self.rows.sync() {
            Ok(()) => Ok(true),
            Err(_) if self.is_full() => {
                self.folding().is_lame = true;
                Ok(false)
            }
            Err(error) => self.or_stop(|| Err(error)),
        }
    }

    pub(super) fn is_full(&self) -> bool {
        Space::of(&self.dir).is_ok_and(|space| space.room(self.options.reserve) == Room::Full)
    }
}
