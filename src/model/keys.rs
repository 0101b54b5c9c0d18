//! The keys as the event log knows them: numbers, kinds and marks, never a secret. Whoever compares two standings sees what was changed.

use serde::{Deserialize, Serialize};

/// What opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WayKind {
    KeyFile,
    Passphrase,
    Recovery,
    Credential,
}

/// Another secret has another mark; nothing follows from one.
pub type KeyMark = [u8; 8];

/// A way in to the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    pub slot: u8,
    pub kind: WayKind,
    pub mark: KeyMark,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyStanding {
    /// Each slot once.
    pub ways: Vec<Way>,
    pub root: KeyMark,
    /// The newest data key of each class, and its newest subkey.
    pub data_keys: Vec<u32>,
    pub epochs: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyChange {
    WayAdded { slot: u8, kind: WayKind },
    WayReplaced { slot: u8, kind: WayKind },
    WayRemoved { slot: u8, kind: WayKind },
    RootRenewed,
    DataKeysRenewed,
    EpochsRenewed,
}

impl KeyStanding {
    fn way(&self, slot: u8) -> Option<&Way> {
        self.ways.iter().find(|way| way.slot == slot)
    }

    /// What was done since `before`.
    pub fn changes_since(&self, before: &Self) -> Vec<KeyChange> {
        let is_root_new = self.root != before.root;
        let mut changes = Vec::new();
        for Way { slot, kind, mark } in self.ways.iter().copied() {
            match before.way(slot) {
                None => changes.push(KeyChange::WayAdded { slot, kind }),
                // Around a new root key every slot is another one.
                Some(was) if kind != was.kind || (mark != was.mark && !is_root_new) => {
                    changes.push(KeyChange::WayReplaced { slot, kind });
                }
                Some(_) => {}
            }
        }
        let gone = before.ways.iter().filter(|way| self.way(way.slot).is_none());
        changes.extend(gone.map(|way| KeyChange::WayRemoved { slot: way.slot, kind: way.kind }));
        changes.extend(is_root_new.then_some(KeyChange::RootRenewed));
        if self.data_keys != before.data_keys {
            changes.push(KeyChange::DataKeysRenewed);
        } else if self.epochs != before.epochs {
            changes.push(KeyChange::EpochsRenewed);
        }
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: [Way; 2] =
        [Way { slot: 1, kind: WayKind::KeyFile, mark: [1; 8] }, Way { slot: 2, kind: WayKind::Recovery, mark: [2; 8] }];

    fn standing(ways: &[Way], root: u8, data_key: u32, epoch: u32) -> KeyStanding {
        KeyStanding { ways: ways.to_vec(), root: [root; 8], data_keys: vec![data_key], epochs: vec![epoch] }
    }

    #[test]
    fn each_change_is_told_once_and_no_change_is_none() {
        let before = standing(&BEFORE, 1, 1, 2);
        let since = |ways: &[Way], root, data_key, epoch| standing(ways, root, data_key, epoch).changes_since(&before);
        assert_eq!(since(&BEFORE, 1, 1, 2), []);
        let more = [BEFORE[0], BEFORE[1], Way { slot: 3, kind: WayKind::Passphrase, mark: [3; 8] }];
        assert_eq!(since(&more, 1, 1, 2), [KeyChange::WayAdded { slot: 3, kind: WayKind::Passphrase }]);
        assert_eq!(since(&BEFORE[..1], 1, 1, 2), [KeyChange::WayRemoved { slot: 2, kind: WayKind::Recovery }]);
        let other = [BEFORE[0], Way { mark: [9; 8], ..BEFORE[1] }];
        assert_eq!(since(&other, 1, 1, 2), [KeyChange::WayReplaced { slot: 2, kind: WayKind::Recovery }]);
        assert_eq!(since(&other, 5, 1, 2), [KeyChange::RootRenewed], "it wraps every slot anew");
        assert_eq!(since(&BEFORE, 1, 3, 4), [KeyChange::DataKeysRenewed]);
        assert_eq!(since(&BEFORE, 1, 1, 4), [KeyChange::EpochsRenewed]);
    }
}
