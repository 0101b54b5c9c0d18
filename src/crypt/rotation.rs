//! New keys at every level while the old ones go on opening: a subkey (an epoch), the data key of a class, the root key. Refuses to
//! forget a data key that something may still need.

use super::class::{CLASSES, Class};
use super::error::KeyError;
use super::key_ring::KeyRing;
use super::seal;
use super::secret::Key;
use super::slot::Opener;

/// The keys of one class, for people to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassKeys {
    pub class: Class,
    /// Data keys that are held; all but the newest only open.
    pub keys: usize,
    /// Seals set aside under the newest subkey so far, of at most `SEALS_PER_KEY_MAX`.
    pub seals: u64,
}

impl KeyRing {
    /// From now on `class` is sealed with a new subkey.
    pub fn renew_epoch(&self, class: Class) -> Result<(), KeyError> {
        let mut state = self.state.write().expect("no holder panics");
        state.body.add_epoch(class);
        // A key that is not on disk must never seal.
        self.write(&mut state).inspect_err(|_| {
            state.body.epochs.pop();
        })?;
        state.begin_anew(class);
        state.make_ready(self.store());
        Ok(())
    }

    /// From now on `class` is sealed with a new data key; the older ones keep opening.
    pub fn rotate(&self, class: Class) -> Result<(), KeyError> {
        let mut state = self.state.write().expect("no holder panics");
        state.body.add_dek(class);
        state.body.add_epoch(class);
        self.write(&mut state).inspect_err(|_| {
            state.body.deks.pop();
            state.body.epochs.pop();
        })?;
        state.begin_anew(class);
        state.make_ready(self.store());
        Ok(())
    }

    /// A new root key, wrapped for every slot there is. What was copied of the old key file opens nothing that is written from now on.
    ///
    /// # Errors
    /// - `SlotsClosed`: none of `openers` opens these slots, so they cannot be made anew.
    pub fn rotate_root(&self, openers: &[Opener]) -> Result<(), KeyError> {
        let mut state = self.state.write().expect("no holder panics");
        let root = Key::draw();
        let (mut slots, mut closed) = (Vec::with_capacity(state.slots.len()), Vec::new());
        for slot in &state.slots {
            let place = self.place(slot.id);
            match openers.iter().find(|opener| slot.unwrap(opener, place).is_ok()) {
                Some(opener) => slots.push(slot.rewrap(&root, opener, place)?),
                None => closed.push(slot.id),
            }
        }
        if !closed.is_empty() {
            return Err(KeyError::SlotsClosed(closed));
        }
        let root = std::mem::replace(&mut state.root, root);
        let slots = std::mem::replace(&mut state.slots, slots);
        self.write(&mut state).inspect_err(|_| (state.root, state.slots) = (root, slots))
    }

    /// Data keys of `class` that only open any more, oldest first.
    pub fn retired(&self, class: Class) -> Vec<u32> {
        let state = self.state.read().expect("no holder panics");
        let newest = state.body.newest_dek(class);
        state.body.deks.iter().filter(|dek| dek.class == class && dek.id != newest).map(|dek| dek.id).collect()
    }

    /// Whether an envelope stands under the newest data key of its class.
    pub fn is_current(&self, sealed: &[u8]) -> bool {
        let state = self.state.read().expect("no holder panics");
        let epoch = seal::key_id(sealed).and_then(|id| state.body.epochs.iter().find(|epoch| epoch.id == id));
        epoch.is_some_and(|epoch| epoch.dek == state.body.newest_dek(epoch.class))
    }

    /// Forgets a retired data key and its subkeys for good: what is still sealed with it is lost. Durable when it returns.
    ///
    /// # Errors
    /// - `KeyInUse`: it is the newest of its class, or the journal's, which is never sealed anew.
    pub fn forget(&self, id: u32) -> Result<(), KeyError> {
        let mut state = self.state.write().expect("no holder panics");
        let at = state.body.deks.iter().position(|dek| dek.id == id).ok_or(KeyError::KeyUnknown(id))?;
        let class = state.body.deks[at].class;
        if class == Class::Audit || state.body.newest_dek(class) == id {
            return Err(KeyError::KeyInUse(id));
        }
        let dek = state.body.deks.remove(at);
        let epochs = state.body.epochs.clone();
        state.body.epochs.retain(|epoch| epoch.dek != id);
        self.write(&mut state).inspect_err(|_| {
            state.body.deks.insert(at, dek);
            state.body.epochs.clone_from(&epochs);
        })?;
        let gone = epochs.iter().filter(|epoch| epoch.dek == id);
        for epoch in gone {
            state.ready.remove(&epoch.id);
        }
        Ok(())
    }

    pub fn classes(&self) -> [ClassKeys; 4] {
        let state = self.state.read().expect("no holder panics");
        CLASSES.map(|class| {
            let keys = state.body.deks.iter().filter(|dek| dek.class == class).count();
            let newest = state.body.epochs.iter().rev().find(|epoch| epoch.class == class);
            ClassKeys { class, keys, seals: newest.map_or(0, |epoch| epoch.reserved) }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypt::password::Cost;
    use crate::crypt::recovery;
    use crate::model::limit::SEALS_PER_KEY_MAX;

    #[test]
    fn a_subkey_stops_at_its_cap_and_the_next_one_goes_on() {
        let dir = tempfile::tempdir().unwrap();
        let openers = [Opener::Recovery(recovery::draw())];
        let ring = KeyRing::create(dir.path(), &openers, Cost::LEAST).unwrap();
        let epoch_of = |ring: &KeyRing| seal::key_id(&ring.sealing(Class::Records, 1).unwrap().seal(b"", b"")).unwrap();
        let first = epoch_of(&ring);
        // As if it had sealed all but one.
        ring.state.write().unwrap().body.newest_epoch(Class::Records).reserved = SEALS_PER_KEY_MAX - 1;
        ring.renew_epoch(Class::Secrets).unwrap();
        for ring in [KeyRing::open(dir.path(), &openers).unwrap(), KeyRing::open(dir.path(), &openers).unwrap()] {
            assert_ne!(epoch_of(&ring), first);
            let state = ring.state.read().unwrap();
            assert!(state.body.epochs.iter().all(|epoch| epoch.reserved <= SEALS_PER_KEY_MAX));
        }
    }

    #[test]
    fn only_what_nothing_needs_is_forgotten() {
        let dir = tempfile::tempdir().unwrap();
        let openers = [Opener::Recovery(recovery::draw())];
        let ring = KeyRing::create(dir.path(), &openers, Cost::LEAST).unwrap();
        let old = ring.sealing(Class::Records, 1).unwrap().seal(b"here", b"value");
        let journal = ring.newest_dek(Class::Audit);
        for class in CLASSES {
            ring.rotate(class).unwrap();
        }
        assert!(!ring.is_current(&old));
        assert_eq!(ring.open_value(Class::Records, b"here", &old).unwrap(), b"value");
        let [retired] = ring.retired(Class::Records)[..] else { panic!("one is retired") };
        assert!(matches!(ring.forget(ring.newest_dek(Class::Records)), Err(KeyError::KeyInUse(_))));
        assert!(matches!(ring.forget(journal), Err(KeyError::KeyInUse(_))));
        ring.forget(retired).unwrap();
        for ring in [ring, KeyRing::open(dir.path(), &openers).unwrap()] {
            assert!(matches!(ring.open_value(Class::Records, b"here", &old), Err(KeyError::KeyUnknown(_))));
            assert_eq!(ring.retired(Class::Records), [0_u32; 0]);
        }
    }
}
