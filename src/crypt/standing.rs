//! How the keys stand, told without a secret, so that the event log can say what was changed. Refuses nothing.

use super::class::CLASSES;
use super::key_ring::KeyRing;
use super::slot::{Slot, SlotKind};
use crate::model::keys::{KeyMark, KeyStanding, Way, WayKind};

impl KeyRing {
    pub fn standing(&self) -> KeyStanding {
        let state = self.state.read().expect("no holder panics");
        let newest =
            |class| state.body.epochs.iter().rev().find(|epoch| epoch.class == class).map_or(0, |epoch| epoch.id);
        KeyStanding {
            ways: state.slots.iter().map(way).collect(),
            root: mark(state.root.derive(&self.store, &[b"standing"]).bytes()),
            data_keys: CLASSES.iter().map(|class| state.body.newest_dek(*class)).collect(),
            epochs: CLASSES.iter().map(|class| newest(*class)).collect(),
        }
    }
}

fn way(slot: &Slot) -> Way {
    let kind = match slot.kind {
        SlotKind::KeyFile => WayKind::KeyFile,
        SlotKind::Passphrase(_) => WayKind::Passphrase,
        SlotKind::Recovery => WayKind::Recovery,
        SlotKind::Credential => WayKind::Credential,
    };
    Way { slot: slot.id, kind, mark: mark(&postcard::to_allocvec(slot).expect("a slot is plain data")) }
}

fn mark(bytes: &[u8]) -> KeyMark {
    *blake3::hash(bytes).as_bytes().first_chunk().expect("a digest is longer")
}
