//! From the memtable into the engine, many commits at once: a row that several of them wrote is sealed and put away a single time.
//! Nobody's answer waits for it. Refuses an engine that fails twice; the store then stops, and the next start rebuilds the rows.

use std::sync::{MutexGuard, PoisonError};

use super::apply::Applier;
use super::error::StoreError;
use super::space::{Reserve, Space};
use super::{Core, Hand};
use crate::model::limit::MEMTABLE_BYTES_MAX;

/// Who changes the rows. Only one thread at a time.
pub(super) struct Folding {
    pub applier: Applier,
    /// The rows' engine met a full disk and takes nothing more before it is opened anew.
    pub is_lame: bool,
}

/// sled rewrites whole pages, and clears up behind itself later.
pub(super) const DISK_BYTES_PER_BYTE: u64 = 4;

/// The reserve is so many times what the memtable may weigh, at least.
const RESERVE_SHARE: u64 = 64;

/// Why the engine is opened anew, after a full disk.
pub(super) const ROOM_AGAIN: &str = "there is room on the disk again";

impl Core {
    /// Whoever changes the rows holds this from before the first change until after the last. Who also needs the hand takes that first.
    pub(super) fn folding(&self) -> MutexGuard<'_, Folding> {
        // A panic under the lock leaves the store stopped, so the lock itself has nothing to add.
        self.folding.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts everything that is in the memtable now into the engine. On a full disk it stays where it is: readers find it there, the
    /// journal has it for good, and it is tried again.
    ///
    /// # Errors
    /// - `Stopped`: the engine could not take it, or the store had stopped before.
    pub(super) fn fold(&self) -> Result<(), StoreError> {
        let mut folding = self.folding();
        self.go_on()?;
        // An engine that met a full disk may not even read any more, so it is kept from that; and signing in needs the room.
        if Space::of(&self.dir)?.admit(self.options.reserve, self.folding_takes()).is_err() {
            return Ok(());
        }
        if folding.is_lame {
            self.or_stop(|| self.revive(&mut folding, ROOM_AGAIN))?;
        }
        let Some(changes) = self.memtable.close() else { return Ok(()) };
        let is_folded = self.or_stop(|| match folding.applier.apply(&changes) {
            Err(StoreError::Rows(_)) if self.is_full() => Ok(false),
            // The journal has it for good, and from there the rows can be brought up.
            Err(StoreError::Rows(why)) => {
                self.revive(&mut folding, &why)?;
                folding.applier.apply(&changes).map(|()| true)
            }
            done => done.map(|()| true),
        })?;
        folding.is_lame = !is_folded;
        if is_folded {
            self.memtable.forget_closed();
        }
        Ok(())
    }

    /// Bytes of the memtable at which commits wait for the engine. On a small disk, what the engine has yet to take must be little beside
    /// the room that is kept free, or a stranger who fills the disk would shut out those who sign in, too.
    pub(super) fn memtable_max(&self) -> usize {
        let share = usize::try_from(self.options.reserve.bytes / RESERVE_SHARE).unwrap_or(usize::MAX);
        if self.options.reserve == Reserve::NONE { MEMTABLE_BYTES_MAX } else { MEMTABLE_BYTES_MAX.min(share) }
    }

    /// Bytes on the disk, at most, that the engine takes for what is in the memtable.
    pub(super) fn folding_takes(&self) -> u64 {
        self.memtable.bytes() as u64 * DISK_BYTES_PER_BYTE
    }

    /// The rows at the journal's end, where they stay for as long as the hand is held.
    ///
    /// # Errors
    /// - `StorageFull`: the engine waits for room on the disk.
    pub(super) fn folded(&self, _hand: &Hand) -> Result<MutexGuard<'_, Folding>, StoreError> {
        while !self.memtable.is_empty() {
            Space::of(&self.dir)?.admit(self.options.reserve, self.folding_takes())?;
            self.fold()?;
        }
        Ok(self.folding())
    }
}
