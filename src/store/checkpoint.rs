//! Makes the rows durable and the mark exact, so that the next start has little to replay.

use super::error::StoreError;
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
        let due = std::mem::take(&mut self.hand.lock().expect("no holder panics").unsynced_bytes);
        // Outside of the lock: commits go on meanwhile, and what they add is due at the next checkpoint.
        self.or_stop(|| if due > 0 { self.rows.sync() } else { Ok(()) })?;
        let mut hand = self.hand.lock().expect("no holder panics");
        self.or_stop(|| hand.tail.mark())
    }
}
