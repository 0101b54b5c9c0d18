//! The opened keyring: every key of one store, reached through any one slot. Hides the hierarchy
//! `slot -> root key -> keyring -> data keys -> subkeys`. Refuses to run a key past its number of seals. How slots change stands in
//! `ring_slots.rs`, how keys are replaced in `rotation.rs`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

use zeroize::Zeroizing;

use super::chance;
use super::class::{CLASSES, Class};
use super::error::{KeyError, SlotFailure};
use super::key_file::{self, Content, KeyFile};
use super::password::Cost;
use super::ring_body::Body;
use super::seal::{self, Cipher, NONCE_BYTES};
use super::secret::Key;
use super::slot::{Opener, Place, Slot};
use crate::model::limit::{KEY_SLOTS_MAX, SEALS_PER_KEY_MAX};

/// Seals set aside with one write of the key file; those not made before a restart are given up.
const SEALS_BLOCK: u64 = 1 << 20;

/// Names one store; in every seal, so nothing of one store opens in another.
pub type StoreId = [u8; 16];

/// What a derived key is for. Two purposes never share a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The acknowledged marks, the sentinel and the heads of journal segments.
    Mark,
    /// The chain over the change log.
    Chain,
    /// The sums that find missing rows.
    Tally,
    /// Equality indexes over hidden values.
    Blind,
    /// Passwords.
    Pepper,
    /// Tokens and sessions.
    Token,
    /// The addresses of stored content.
    Content,
}

pub struct KeyRing {
    pub(super) dir: PathBuf,
    pub(super) store: StoreId,
    base: Key,
    /// Locked because readers look keys up while the writer reserves seals or a person changes slots.
    pub(super) state: RwLock<State>,
}

pub(super) struct State {
    pub generation: u64,
    pub root: Key,
    pub slots: Vec<Slot>,
    pub body: Body,
    pub ready: HashMap<u32, Arc<Ready>>,
    /// Per class, in the order of `CLASSES`.
    active: [Active; 4],
}

pub(super) struct Ready {
    class: Class,
    cipher: Cipher,
}

#[derive(Clone, Copy)]
struct Active {
    epoch: u32,
    seals_left: u64,
}

impl Active {
    const NONE: Self = Self { epoch: 0, seals_left: 0 };
}

impl KeyRing {
    /// New keys in `dir`, which is made if need be.
    ///
    /// # Errors
    /// - `Exists`: there are keys already.
    /// - `KeyFileInside`, `KeyFileWeak`, `PassphraseShort`, `RecoveryMistyped`: an opener is refused.
    pub fn create(dir: &Path, openers: &[Opener], cost: Cost) -> Result<Self, KeyError> {
        std::fs::create_dir_all(dir).map_err(|source| KeyError::io("making", dir, source))?;
        match key_file::read(dir) {
            Err(KeyError::Absent(_)) => {}
            Ok(_) | Err(_) => return Err(KeyError::Exists(dir.to_owned())),
        }
        let (root, store) = (Key::draw(), chance::draw());
        let mut slots = Vec::new();
        for (id, opener) in (1..).zip(openers.iter().take(KEY_SLOTS_MAX)) {
            slots.push(Slot::wrap(&root, opener, Place { data: dir, store, slot: id }, cost)?);
        }
        let ring = Self::assembled(dir, store, State::new(0, root, slots, Body::draw()));
        ring.write(&mut ring.state.write().expect("no holder panics"))?;
        Ok(ring)
    }

    /// Tries every opener on every slot. Writes nothing.
    ///
    /// # Errors
    /// - `Absent`: no store was set up here.
    /// - `Sealed`: no slot opens, with the reason for each.
    /// - `Damaged`, `Newer`: there is no usable copy.
    pub fn open(dir: &Path, openers: &[Opener]) -> Result<Self, KeyError> {
        let mut first_error = None;
        for file in key_file::read(dir)? {
            match Self::open_file(dir, &file, openers) {
                Ok(ring) => return Ok(ring),
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        Err(first_error.expect("reading succeeds with at least one copy"))
    }

    pub(crate) fn open_bytes(dir: &Path, bytes: &[u8], openers: &[Opener]) -> Result<Self, KeyError> {
        Self::open_file(dir, &KeyFile::decode(bytes)?, openers)
    }

    /// Another key file of the same store under the same root key: a backup's.
    pub(crate) fn open_kin(&self, dir: &Path, bytes: &[u8]) -> Result<Self, KeyError> {
        let file = KeyFile::decode(bytes)?;
        let root = Key::new(*self.state.read().expect("no holder panics").root.bytes());
        let body = open_body(&root, &file)?;
        let state = State::new(file.generation, root, file.content.slots.clone(), body);
        Ok(Self::assembled(dir, file.content.store, state))
    }

    fn open_file(dir: &Path, file: &KeyFile, openers: &[Opener]) -> Result<Self, KeyError> {
        let content = &file.content;
        let root = open_any_slot(dir, content, openers)?;
        let body = open_body(&root, file)?;
        let state = State::new(file.generation, root, content.slots.clone(), body);
        Ok(Self::assembled(dir, content.store, state))
    }

    fn assembled(dir: &Path, store: StoreId, mut state: State) -> Self {
        let base = Key::new(state.body.base);
        state.make_ready(store);
        Self { dir: dir.to_owned(), store, base, state: RwLock::new(state) }
    }

    pub const fn store(&self) -> StoreId {
        self.store
    }

    pub fn derived(&self, purpose: Purpose) -> Key {
        let name: &[u8] = match purpose {
            Purpose::Mark => b"mark",
            Purpose::Chain => b"chain",
            Purpose::Tally => b"tally",
            Purpose::Blind => b"blind",
            Purpose::Pepper => b"pepper",
            Purpose::Token => b"token",
            Purpose::Content => b"content",
        };
        self.base.derive(&self.store, &[name])
    }

    /// The key that the list of a backup is sealed with. It hangs on what never changes, so that the lists of older backups can be
    /// read after any rotation; what they list stands under data keys, which do.
    pub(crate) fn backup_key(&self, salt: &[u8]) -> Key {
        self.base.derive(salt, &[b"backup", &self.store])
    }

    /// The key file as bytes, for a backup: the same slots open it.
    pub(crate) fn key_file_bytes(&self) -> Vec<u8> {
        let state = self.state.read().expect("no holder panics");
        self.key_file(&state, state.generation).encode()
    }

    /// The data key under which new segments and files of `class` are sealed.
    pub fn newest_dek(&self, class: Class) -> u32 {
        self.state.read().expect("no holder panics").body.newest_dek(class)
    }

    /// A subkey for one segment or file. `salt` is fresh for each, so counters may start at zero.
    pub fn subkey(&self, dek: u32, salt: &[u8; 32], info: &[&[u8]]) -> Result<Key, KeyError> {
        let state = self.state.read().expect("no holder panics");
        let dek = state.body.deks.iter().find(|known| known.id == dek).ok_or(KeyError::KeyUnknown(dek))?;
        let info: Vec<&[u8]> = std::iter::once(b"file".as_slice()).chain(info.iter().copied()).collect();
        Ok(Key::new(dek.key).derive(salt, &info))
    }

    /// Sets `count` seals aside and draws their nonces.
    ///
    /// # Errors
    /// - `Io`: a new block of seals was due and the key file could not be written.
    pub fn sealing(&self, class: Class, count: usize) -> Result<Sealing, KeyError> {
        let wanted = count as u64;
        let mut state = self.state.write().expect("no holder panics");
        if state.active[slot_of(class)].seals_left < wanted.max(1) {
            self.reserve(&mut state, class, wanted)?;
        }
        let active = &mut state.active[slot_of(class)];
        active.seals_left -= wanted;
        let epoch = active.epoch;
        let key = Arc::clone(&state.ready[&epoch]);
        drop(state);
        let mut nonces = vec![0; count * NONCE_BYTES];
        chance::fill(&mut nonces);
        Ok(Sealing { key, epoch, aad: aad(self.store, class), nonces })
    }

    /// Opens what [`Sealing::seal`] made of the same class in the same context.
    ///
    /// # Errors
    /// - `Forged`: damaged, moved, or of another class or store.
    /// - `KeyUnknown`: sealed with a key that is not in the ring.
    pub fn open_value(&self, class: Class, context: &[u8], sealed: &[u8]) -> Result<Vec<u8>, KeyError> {
        let id = seal::key_id(sealed).ok_or(KeyError::Forged)?;
        let key = {
            let state = self.state.read().expect("no holder panics");
            Arc::clone(state.ready.get(&id).ok_or(KeyError::KeyUnknown(id))?)
        };
        if key.class != class {
            return Err(KeyError::Forged);
        }
        let context = [aad(self.store, class).as_slice(), context].concat();
        Ok(seal::open_envelope(&key.cipher, &context, sealed)?)
    }

    fn reserve(&self, state: &mut State, class: Class, wanted: u64) -> Result<(), KeyError> {
        let block = SEALS_BLOCK.max(wanted);
        if state.body.newest_epoch(class).reserved + block > SEALS_PER_KEY_MAX {
            state.body.add_epoch(class);
        }
        state.body.newest_epoch(class).reserved += block;
        self.write(state)?;
        state.make_ready(self.store);
        let epoch = state.body.newest_epoch(class).id;
        let active = &mut state.active[slot_of(class)];
        let kept = if active.epoch == epoch { active.seals_left } else { 0 };
        *active = Active { epoch, seals_left: kept + block };
        Ok(())
    }

    /// Both copies, with everything that `state` holds now; durable when it returns.
    pub(super) fn write(&self, state: &mut State) -> Result<(), KeyError> {
        let generation = state.generation + 1;
        key_file::write(&self.dir, &self.key_file(state, generation))?;
        state.generation = generation;
        Ok(())
    }

    /// Moves to another directory with fresh epochs, so that a restored store and its original never share a subkey.
    pub(crate) fn settle(self, dir: &Path) -> Result<Self, KeyError> {
        let mut state = self.state.into_inner().expect("no holder panics");
        for class in CLASSES {
            state.body.add_epoch(class);
        }
        let ring = Self::assembled(dir, self.store, state);
        ring.write(&mut ring.state.write().expect("no holder panics"))?;
        Ok(ring)
    }

    fn key_file(&self, state: &State, generation: u64) -> KeyFile {
        let mut content = Content { store: self.store, slots: state.slots.clone(), ring: Vec::new() };
        let nonce: [u8; NONCE_BYTES] = chance::draw();
        let plain = Zeroizing::new(postcard::to_allocvec(&state.body).expect("the keyring is plain data"));
        let mut ring = [nonce.as_slice(), &plain].concat();
        wrapping(&state.root, self.store).seal(&nonce, &content.aad(generation), &mut ring, NONCE_BYTES);
        content.ring = ring;
        KeyFile { generation, content }
    }
}

/// Seals of one batch: one key, one nonce each.
pub struct Sealing {
    key: Arc<Ready>,
    epoch: u32,
    aad: Vec<u8>,
    nonces: Vec<u8>,
}

impl Sealing {
    /// `context` says where the value belongs; it must come back when the value is opened.
    ///
    /// # Panics
    /// When more is sealed than was set aside.
    pub fn seal(&mut self, context: &[u8], plain: &[u8]) -> Vec<u8> {
        let at = self.nonces.len().checked_sub(NONCE_BYTES).expect("no more is sealed than was set aside");
        let nonce: [u8; NONCE_BYTES] = self.nonces[at..].try_into().expect("nonces are drawn whole");
        self.nonces.truncate(at);
        seal::envelope(&self.key.cipher, self.epoch, &nonce, &[self.aad.as_slice(), context].concat(), plain)
    }
}

impl State {
    fn new(generation: u64, root: Key, slots: Vec<Slot>, body: Body) -> Self {
        Self { generation, root, slots, body, ready: HashMap::new(), active: [Active::NONE; 4] }
    }

    /// The seals of `class` that were set aside and not made are given up: the next ones come from the newest epoch.
    pub fn begin_anew(&mut self, class: Class) {
        self.active[slot_of(class)] = Active::NONE;
    }

    pub fn make_ready(&mut self, store: StoreId) {
        for epoch in &self.body.epochs {
            let Some(dek) = self.body.deks.iter().find(|dek| dek.id == epoch.dek) else { continue };
            self.ready.entry(epoch.id).or_insert_with(|| {
                let info: [&[u8]; 4] = [b"epoch", &store, &[epoch.class as u8], &epoch.id.to_be_bytes()];
                let key = Key::new(dek.key).derive(&epoch.salt, &info);
                Arc::new(Ready { class: epoch.class, cipher: Cipher::new(&key) })
            });
        }
    }
}

fn open_any_slot(dir: &Path, content: &Content, openers: &[Opener]) -> Result<Key, KeyError> {
    let mut failures = Vec::new();
    for slot in &content.slots {
        let place = Place { data: dir, store: content.store, slot: slot.id };
        match slot.open(openers, place) {
            Ok(root) => return Ok(root),
            Err(why) => failures.push(SlotFailure { slot: slot.id, kind: slot.kind, why }),
        }
    }
    Err(KeyError::Sealed(failures))
}

fn open_body(root: &Key, file: &KeyFile) -> Result<Body, KeyError> {
    let damaged = KeyError::Damaged { what: "the keyring does not open with the root key" };
    let Some((nonce, sealed)) = file.content.ring.split_first_chunk::<NONCE_BYTES>() else { return Err(damaged) };
    let aad = file.content.aad(file.generation);
    let opened = wrapping(root, file.content.store).open(nonce, &aad, sealed);
    let Ok(plain) = opened.map(Zeroizing::new) else { return Err(damaged) };
    postcard::from_bytes(&plain).map_err(|_| damaged)
}

fn wrapping(root: &Key, store: StoreId) -> Cipher {
    Cipher::new(&root.derive(&store, &[b"keyring"]))
}

/// `"ts1" | store | class | schema version`, before the caller's context.
fn aad(store: StoreId, class: Class) -> Vec<u8> {
    [b"ts1", store.as_slice(), &[class as u8, 1]].concat()
}

const fn slot_of(class: Class) -> usize {
    class as usize - 1
}
