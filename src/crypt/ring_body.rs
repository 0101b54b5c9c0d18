//! What the keyring holds, as it is stored inside its seal. Refuses to be printed, and wipes itself.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::chance;
use super::class::{CLASSES, Class};

/// A data key. Subkeys come from the newest of a class; the older ones only open.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Dek {
    pub id: u32,
    #[zeroize(skip)]
    pub class: Class,
    pub key: [u8; 32],
}

/// A stretch of seals under one subkey, `HKDF(data key, salt)`.
#[derive(Clone, Serialize, Deserialize)]
pub struct Epoch {
    pub id: u32,
    pub dek: u32,
    pub class: Class,
    pub salt: [u8; 32],
    /// Seals set aside for this epoch so far; never fewer than were made.
    pub reserved: u64,
}

#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Body {
    /// Everything that must survive a change of the root key hangs on this: pepper, token digests, marks.
    pub base: [u8; 32],
    pub next_id: u32,
    /// Ascending by id.
    pub deks: Vec<Dek>,
    /// Ascending by id.
    #[zeroize(skip)]
    pub epochs: Vec<Epoch>,
}

impl Body {
    pub fn draw() -> Self {
        let mut body = Self { base: chance::draw(), next_id: 1, deks: Vec::new(), epochs: Vec::new() };
        for class in CLASSES {
            body.add_dek(class);
            body.add_epoch(class);
        }
        body
    }

    pub fn add_dek(&mut self, class: Class) {
        let id = self.take_id();
        self.deks.push(Dek { id, class, key: chance::draw() });
    }

    /// Under the newest data key of the class.
    pub fn add_epoch(&mut self, class: Class) {
        let dek = self.newest_dek(class);
        let id = self.take_id();
        self.epochs.push(Epoch { id, dek, class, salt: chance::draw(), reserved: 0 });
    }

    pub fn newest_dek(&self, class: Class) -> u32 {
        let newest = self.deks.iter().rev().find(|dek| dek.class == class);
        newest.expect("every class has a data key from the start").id
    }

    pub fn newest_epoch(&mut self, class: Class) -> &mut Epoch {
        let newest = self.epochs.iter_mut().rev().find(|epoch| epoch.class == class);
        newest.expect("every class has an epoch from the start")
    }

    fn take_id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id = id.checked_add(1).expect("four thousand million keys are never made");
        id
    }
}
