//! Makes the rows durable and the mark exact, so that the next start has little to replay.

use super::error::StoreError;
use super::revive::ROOM_AGAIN;
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
        let mut hand = self.hand.lock().expect("no holder panics");
        if hand.is_lame && !self.is_full() {
            self.or_stop(|| self.revive(&mut hand, ROOM_AGAIN))?;
        }
        let due = if hand.is_lame { 0 } else { std::mem::take(&mut hand.unsynced_bytes) };
        drop(hand);
        // Outside of the lock: commits go on meanwhile, and what they add is due at the next checkpoint.
        let synced = if due > 0 { self.rows.sync() } else { Ok(()) };
        let mut hand = self.hand.lock().expect("no holder panics");
        if synced.is_err() && self.is_full() {
            // Nothing is lost: the journal has it all. The rows are still good for reading until there is room again.
            hand.is_lame = true;
            hand.unsynced_bytes += due;
        } else {
            self.or_stop(|| synced)?;
        }
        self.or_stop(|| hand.tail.mark())
    }

    fn is_full(&self) -> bool {
        Space::of(&self.dir).is_ok_and(|space| space.room(self.options.reserve) == Room::Full)
    }
}
