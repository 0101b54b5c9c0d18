//! The ways in, changed while the store is open: one write of the key file each, so a crash leaves the old ways or the new. Refuses to
//! take the last way away.

use std::path::{Path, PathBuf};

use super::error::{KeyError, SlotFailure};
use super::key_file;
use super::key_ring::{KeyRing, State};
use super::password::Cost;
use super::slot::{Opener, Place, Slot, SlotKind};
use crate::model::limit::KEY_SLOTS_MAX;

/// One slot of a key file, as it meets what is at hand to open it.
#[derive(Debug)]
pub struct SlotState {
    pub slot: u8,
    pub kind: SlotKind,
    /// Why it stays shut; `None`: it opens.
    pub shut: Option<SlotFailure>,
}

impl KeyRing {
    /// Tries every slot in `dir`, also after one has opened. Writes nothing.
    ///
    /// # Errors
    /// - `Absent`, `Damaged`, `Newer`: there are no slots to look at.
    pub fn examine(dir: &Path, openers: &[Opener]) -> Result<Vec<SlotState>, KeyError> {
        let newest = key_file::read(dir)?.swap_remove(0).content;
        let states = newest.slots.iter().map(|slot| {
            let place = Place { data: dir, store: newest.store, slot: slot.id };
            let why = slot.open(openers, place).err();
            let shut = why.map(|why| SlotFailure { slot: slot.id, kind: slot.kind, why });
            SlotState { slot: slot.id, kind: slot.kind, shut }
        });
        Ok(states.collect())
    }

    pub fn slots(&self) -> Vec<(u8, SlotKind)> {
        self.state.read().expect("no holder panics").slots.iter().map(|slot| (slot.id, slot.kind)).collect()
    }

    /// Whether the secret is one of the ways in. Changes nothing.
    pub fn opens(&self, opener: &Opener) -> bool {
        let slots = self.state.read().expect("no holder panics").slots.clone();
        slots.iter().any(|slot| slot.unwrap(opener, self.place(slot.id)).is_ok())
    }

    /// Adds a way in; durable when it returns.
    ///
    /// # Errors
    /// - `SlotsFull`: there are enough.
    /// - `KeyFileInside`, `KeyFileWeak`, `PassphraseShort`, `RecoveryMistyped`: the opener is refused.
    pub fn add_slot(&self, opener: &Opener, cost: Cost) -> Result<u8, KeyError> {
        let mut state = self.state.write().expect("no holder panics");
        if state.slots.len() >= KEY_SLOTS_MAX {
            return Err(KeyError::SlotsFull);
        }
        let taken = |id: &u8| state.slots.iter().any(|slot| slot.id == *id);
        let id = (1..=u8::MAX).find(|id| !taken(id)).ok_or(KeyError::SlotsFull)?;
        let slot = Slot::wrap(&state.root, opener, self.place(id), cost)?;
        let mut slots = state.slots.clone();
        slots.push(slot);
        self.change_slots(&mut state, slots)?;
        Ok(id)
    }

    /// Another secret for one slot. Until it returns the old one opens, from then on the new one.
    ///
    /// # Errors
    /// - `SlotUnknown`, and what [`KeyRing::add_slot`] refuses.
    pub fn replace_slot(&self, id: u8, opener: &Opener, cost: Cost) -> Result<(), KeyError> {
        let mut state = self.state.write().expect("no holder panics");
        let at = position(&state, id)?;
        let mut slots = state.slots.clone();
        slots[at] = Slot::wrap(&state.root, opener, self.place(id), cost)?;
        self.change_slots(&mut state, slots)
    }

    /// # Errors
    /// - `SlotLast`: there would be no way in.
    pub fn remove_slot(&self, id: u8) -> Result<(), KeyError> {
        let mut state = self.state.write().expect("no holder panics");
        let at = position(&state, id)?;
        if state.slots.len() == 1 {
            return Err(KeyError::SlotLast(id));
        }
        let mut slots = state.slots.clone();
        slots.remove(at);
        self.change_slots(&mut state, slots)
    }

    /// Writes both copies anew unless both are there and the newest. Gives what was missing or old.
    pub fn mend(&self) -> Result<Vec<PathBuf>, KeyError> {
        let mut state = self.state.write().expect("no holder panics");
        let stale = key_file::stale(&self.dir, state.generation);
        if !stale.is_empty() {
            self.write(&mut state)?;
        }
        Ok(stale)
    }

    pub(super) fn place(&self, slot: u8) -> Place<'_> {
        Place { data: &self.dir, store: self.store, slot }
    }

    fn change_slots(&self, state: &mut State, slots: Vec<Slot>) -> Result<(), KeyError> {
        let before = std::mem::replace(&mut state.slots, slots);
        self.write(state).inspect_err(|_| state.slots = before)
    }
}

fn position(state: &State, id: u8) -> Result<usize, KeyError> {
    state.slots.iter().position(|slot| slot.id == id).ok_or(KeyError::SlotUnknown(id))
}
