//! A store in the making: everything is laid out first and the sentinel comes last, so a try that was cut short is no
//! store, and can be begun again. Refuses a directory that already holds one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::apply::{Applier, Head};
use super::codec;
use super::error::StoreError;
use super::journal::append::{self, Spare, Tail};
use super::journal::mark::{Mark, Marks};
use super::journal::segment::{self, Tip};
use super::journal::walk::Link;
use super::lock::{self, Lock};
use super::options::Options;
use super::rows::Rows;
use super::sentinel::{self, Sentinel};
use crate::crypt::key_ring::KeyRing;
use crate::crypt::whole_file;

pub const JOURNAL_DIR: &str = "journal";
pub const ROWS_DIR: &str = "rows";
/// There while a store is being made; what stands beside it is of no use to anyone.
const MAKING_NAME: &str = "making";

pub struct Layout {
    dir: PathBuf,
    ring: Arc<KeyRing>,
    spare: Spare,
    tail: Tail,
    rows: Arc<Rows>,
    applier: Applier,
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
        let spare = Spare::new(journal.clone(), options.segment_bytes);
        spare.provide(0)?;
        let first = segment::begin(&journal, ring, 1, Tip::START)?;
        let marks = Marks::resume(&journal, ring, 0, Mark { segment: first.number, tip: Tip::START })?;
        let tail = Tail::new(&journal, Arc::clone(ring), Arc::default(), (first, marks))?;
        let rows = Arc::new(Rows::open(&rows, Arc::clone(ring), options.cache_bytes)?);
        let mut applier = Applier::new(Arc::clone(&rows), Head::default());
        applier.apply(&[], Tip::START)?;
        Ok(Self { dir: dir.to_owned(), ring: Arc::clone(ring), spare, tail, rows, applier, _lock: lock })
    }

    /// Adds entries of another store's journal, which must come to the same links here.
    pub fn append(&mut self, entries: &[(Link, Vec<u8>)]) -> Result<(), StoreError> {
        let Some((last, _)) = entries.last() else { return Ok(()) };
        let unlike = |what: &str| StoreError::damaged(&self.dir, 0, what);
        let bodies: Vec<Vec<u8>> = entries.iter().map(|(_, body)| body.clone()).collect();
        let commits: Option<Vec<_>> = bodies.iter().map(|body| codec::decode(body)).collect();
        let commits = commits.ok_or_else(|| unlike("an entry does not parse"))?;
        self.spare.provide(append::frames_len(&bodies))?;
        let tip = self.tail.append(&bodies)?;
        if tip.link != *last {
            return Err(unlike("the restored history is not the one that was backed up"));
        }
        self.applier.apply(&commits, tip)
    }

    /// # Errors
    /// - `Damaged`: other numbers of rows came out of it.
    pub fn expect_rows(&self, expected: &BTreeMap<u16, u64>) -> Result<(), StoreError> {
        let found: BTreeMap<u16, u64> =
            self.applier.head().tallies.iter().map(|(ns, tally)| (*ns, tally.rows)).collect();
        if found == *expected {
            return Ok(());
        }
        Err(StoreError::damaged(&self.dir, 0, format!("restored rows by namespace are {found:?}, not {expected:?}")))
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
