//! A store in the making: everything is laid out first and the sentinel comes last, so a try that was cut short is no
//! store, and can be begun again. Refuses a directory that already holds one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::apply::{Applier, Head};
use super::error::StoreError;
use super::journal::append::{Spare, Tail};
use super::journal::mark::{Mark, Marks};
use super::journal::segment::{self, Tip};
use super::lock::{self, Lock};
use super::memtable::Changes;
use super::options::Options;
use super::rows::Rows;
use super::sentinel::{self, Sentinel};
use crate::crypt::key_ring::KeyRing;
use crate::crypt::whole_file;

pub const JOURNAL_DIR: &str = "journal";
pub const ROWS_DIR: &str = "rows";
/// There while a store is being made; what stands beside it is of no use to anyone.
pub(super) const MAKING_NAME: &str = "making";

pub struct Layout {
    dir: PathBuf,
    ring: Arc<KeyRing>,
    tail: Tail,
    rows: Arc<Rows>,
    _lock: Lock,
}

impl Layout {
    /// An empty journal and empty rows.
    ///
    /// # Errors
    /// - `NotEmpty`: there is a store, or what may be left of one.
    pub fn begin(dir: &Path, ring: &Arc<KeyRing>, options: &Options) -> Result<Self, StoreError> {
        let lock = lock::take(dir)?;
        let (journal, rows, making) = (dir.join(JOURNAL_DIR), dir.join(ROWS_DIR), dir.join(MAKING_NAME));
        let is_made = sentinel::NAMES.iter().any(|name| dir.join(name).exists());
        if !making.exists() && (is_made || journal.exists() || rows.exists()) {
            return Err(StoreError::NotEmpty(dir.to_owned()));
        }
        whole_file::replace(&making, &[]).map_err(StoreError::io("writing", &making))?;
        for name in sentinel::NAMES.iter().map(|name| dir.join(name)).filter(|name| name.exists()) {
            std::fs::remove_file(&name).map_err(StoreError::io("clearing", &name))?;
        }
        for left in [&journal, &rows].into_iter().filter(|left| left.exists()) {
            std::fs::remove_dir_all(left).map_err(StoreError::io("clearing", left))?;
        }
        std::fs::create_dir(&journal).map_err(StoreError::io("making", &journal))?;
        Spare::new(journal.clone(), options.segment_bytes).provide(0)?;
        let first = segment::begin(&journal, ring, 1, Tip::START)?;
        let marks = Marks::resume(&journal, ring, 0, Mark { segment: first.number, tip: Tip::START })?;
        let tail = Tail::new(&journal, Arc::clone(ring), Arc::default(), (first, marks))?;
        let rows = Arc::new(Rows::open(&rows, Arc::clone(ring), options.cache_bytes)?);
        Applier::new(Arc::clone(&rows), Head::default()).apply(&Changes::of(&[], Tip::START))?;
        Ok(Self { dir: dir.to_owned(), ring: Arc::clone(ring), tail, rows, _lock: lock })
    }

    /// From here on it is a store.
    pub fn finish(mut self, sentinel: Sentinel) -> Result<(), StoreError> {
        let making = self.dir.join(MAKING_NAME);
        self.rows.sync()?;
        self.tail.mark()?;
        sentinel::write(&self.dir, &self.ring, sentinel)?;
        std::fs::remove_file(&making).map_err(StoreError::io("removing", &making))?;
        whole_file::sync_dir(&self.dir).map_err(StoreError::io("syncing", &self.dir))
    }
}
