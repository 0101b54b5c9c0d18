//! The sealed store of one workspace. Hides sled, the journal and the form of both: outside there are only rows, commits
//! and a log. What [`Store::commit`] returned from is durable; nothing is ever lost or changed in silence.
//!
//! ```text
//! data/
//!   lock            held by the running process
//!   keys.a keys.b   key slots and the sealed keyring
//!   sentinel.a .b   that this is a store, of which format
//!   journal/        the truth: segments, marks, one spare
//!   rows/           the latest state, rebuilt from the journal whenever it is in doubt
//!   rows.saved      the rows as they stood when they were last found sound
//!   blobs/          stored content, equal bytes once
//!   diary.json      what happened to the store, for the operator
//!   backups.json    how backups and rehearsals went lately; says nothing of what is in them
//!   backup.request  a wish for a backup that nobody has taken yet
//!   rehearsal/      a backup being tried, while it is
//! ```

mod address;
pub mod ahead;
pub mod apply;
pub mod audit;
pub mod backend;
pub mod backup;
pub mod blob;
pub mod bond;
pub mod checkpoint;
pub mod codec;
pub mod commit;
mod counted;
pub mod diary;
pub mod error;
mod fold;
pub mod journal;
pub mod keeper;
pub mod key;
pub mod layout;
pub mod lock;
pub mod log;
pub mod manifest;
pub mod memtable;
pub mod migrate;
pub mod open;
pub mod options;
pub mod pieces;
pub mod prove;
pub mod read;
pub mod rehearse;
pub mod removed;
pub mod request;
pub mod reseal;
pub mod restore;
pub mod revive;
pub mod rows;
pub mod runs;
pub mod saved;
pub mod sentinel;
pub mod shelf;
pub mod space;
pub mod sum;
pub mod survey;
pub mod tally;
pub mod target;
pub mod trust;
pub mod unfinished;
pub mod upload;
pub mod verify;

use std::path::PathBuf;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, OnceLock};

use crate::crypt::key_ring::KeyRing;

/// One open store. Readers share it; one thread commits.
pub struct Store {
    // The keeper goes first when the store is dropped, the lock last.
    keeper: keeper::Keeper,
    core: Arc<Core>,
    blobs: blob::Blobs,
    _lock: lock::Lock,
}

/// What the store and its keeper share.
struct Core {
    dir: PathBuf,
    ring: Arc<KeyRing>,
    options: options::Options,
    segments: journal::append::Segments,
    spare: journal::append::Spare,
    ballast: space::Ballast,
    rows: Arc<rows::Rows>,
    memtable: memtable::Memtable,
    /// Locked because the keeper folds and a rotation seals anew beside each other.
    folding: Mutex<fold::Folding>,
    /// Locked because the keeper writes marks and takes checkpoints beside the committing thread.
    hand: Mutex<Hand>,
    /// The last commit that is durable and visible.
    head: AtomicU64,
    /// Why nothing is accepted any more.
    stopped: OnceLock<String>,
    /// Locked because whoever meets trouble writes it down.
    diary: Mutex<diary::Diary>,
}

/// What only one thread at a time may touch.
struct Hand {
    tail: journal::append::Tail,
    /// Bytes appended since the rows were last made durable.
    unsynced_bytes: u64,
}
