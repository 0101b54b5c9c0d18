//! Making and opening a store. After any kind of stop: proves the journal, brings the rows up to it, and rebuilds the rows
//! where they are in doubt. Refuses, with nothing changed, whenever something acknowledged is missing.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, OnceLock, RwLock};

use super::apply::{self, Applier, Head};
use super::blob::Blobs;
use super::codec;
use super::error::StoreError;
use super::journal::append::{Spare, Tail};
use super::journal::mark::{Mark, Marks};
use super::journal::recover::{self, End, Found, Replayed, Torn};
use super::journal::segment::{self, Tip};
use super::keeper::Keeper;
use super::layout::{JOURNAL_DIR, Layout, ROWS_DIR};
use super::options::{Check, Options};
use super::rows::Rows;
use super::sentinel::{self, Origin, Sentinel};
use super::space::{Ballast, Space};
use super::{Core, Hand, Store, lock, verify};
use crate::crypt::key_ring::KeyRing;

const ROWS_DOUBTED_DIR: &str = "rows.doubted";

/// What opening found and did. Everything but the first three is for the operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub head: u64,
    pub origin: Origin,
    /// Commits that the rows did not have yet.
    pub replayed: u64,
    /// Why the rows were rebuilt from the journal.
    pub rebuilt: Option<String>,
    /// Bytes after the last commit that nobody was told about.
    pub torn: Option<Torn>,
    /// Second copies that were missing or unreadable, and are written anew.
    pub repaired: Vec<PathBuf>,
}

/// How far a start has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Checking {
        rows: u64,
    },
    /// `of` is at least this many.
    Replaying {
        seq: u64,
        of: u64,
    },
}

/// Told about progress every now and then.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress);

impl Store {
    /// Makes a new, empty store in `dir`, where [`KeyRing::create`] has put its keys.
    ///
    /// # Errors
    /// - `NotEmpty`: there is something already.
    pub fn create(dir: &Path, ring: &Arc<KeyRing>, options: &Options) -> Result<Self, StoreError> {
        Layout::begin(dir, ring, options)?.finish(Sentinel { epoch: 0, origin: Origin::Native })?;
        Self::open(dir, ring, options, &mut |_| ()).map(|(store, _)| store)
    }

    /// # Errors
    /// - `Absent`, `Locked`, `Newer`, `WrongKey`: this is not a store that can be opened here and now.
    /// - `Damaged`, `Lost`: something acknowledged is missing. Nothing was changed.
    /// - `StorageFull`: there is no room for a journal.
    pub fn open(
        dir: &Path,
        ring: &Arc<KeyRing>,
        options: &Options,
        progress: OnProgress<'_>,
    ) -> Result<(Self, Opened), StoreError> {
        let sentinel = sentinel::read(dir, ring)?;
        let lock = lock::take(dir)?;
        let ballast = Ballast::new(dir, options.ballast_bytes);
        ballast.drop_if_tight(Space::of(dir)?)?;
        let (core, mut opened) = recovered(dir, ring, options, progress)?;
        opened.origin = sentinel.sentinel.origin;
        if !sentinel.repaired.is_empty() {
            sentinel::write(dir, ring, sentinel.sentinel)?;
            opened.repaired.extend(sentinel.repaired);
        }
        let blobs = Blobs::open(dir, Arc::clone(ring), options.reserve)?;
        ballast.take_if_roomy(Space::of(dir)?)?;
        let core = Arc::new(core);
        let keeper = Keeper::start(Arc::clone(&core))?;
        Ok((Self { keeper, core, blobs, _lock: lock }, opened))
    }
}

fn recovered(
    dir: &Path,
    ring: &Arc<KeyRing>,
    options: &Options,
    progress: OnProgress<'_>,
) -> Result<(Core, Opened), StoreError> {
    let journal = dir.join(JOURNAL_DIR);
    let found = recover::find(&journal, ring)?;
    let mut doubt = None;
    let mut start = match trusted_rows(dir, ring, options, progress) {
        Ok(start) => start,
        Err(why) => {
            doubt = Some(why);
            fresh_rows(dir, ring, options, &found)?
        }
    };
    let mut replayed = catch_up(&found, &journal, &mut start, progress)?;
    if matches!(replayed, Replayed::OtherHistory) {
        doubt = Some("the rows belong to another history".to_owned());
        drop(start);
        start = fresh_rows(dir, ring, options, &found)?;
        replayed = catch_up(&found, &journal, &mut start, progress)?;
    }
    let Replayed::To(end) = replayed else {
        return Err(StoreError::damaged(&journal, 0, "the journal does not begin at its beginning"));
    };
    if doubt.is_some() {
        start.rows.sync()?;
    }
    let spare = Spare::new(journal.clone(), options.segment_bytes);
    let replayed = end.tip.seq - start.from;
    let repaired = found.marks.repaired.clone();
    let (head, torn) = (end.tip.seq, end.torn.clone());
    let tail = continued(&journal, ring, &spare, (found, end))?;
    let opened = Opened { head, origin: Origin::Native, replayed, rebuilt: doubt, torn, repaired };
    let core = Core {
        dir: dir.to_owned(),
        ring: Arc::clone(ring),
        options: *options,
        segments: Arc::clone(tail.segments()),
        spare,
        rows: start.rows,
        hand: Mutex::new(Hand { tail, applier: start.applier, unsynced_bytes: u64::from(replayed > 0) }),
        head: AtomicU64::new(head),
        stopped: OnceLock::new(),
    };
    Ok((core, opened))
}

/// Goes on in a fresh segment: its salt is new, so nothing that a torn or copied segment holds shares a nonce with it.
fn continued(
    journal: &Path,
    ring: &Arc<KeyRing>,
    spare: &Spare,
    (found, end): (Found, End),
) -> Result<Tail, StoreError> {
    let mut segments = found.segments;
    let last = segments.pop().expect("a journal has at least one segment");
    if let Some(torn) = &end.torn {
        recover::keep_torn(&last, torn)?;
    }
    spare.provide(0)?;
    let is_empty = last.start() == end.tip;
    let number = if is_empty { last.number } else { last.number + 1 };
    let segment = segment::begin(journal, ring, number, end.tip)?;
    if !is_empty {
        last.file.set_len(end.offset).map_err(StoreError::io("trimming", &last.path))?;
        segments.push(last);
    }
    let marks = Marks::resume(journal, ring, found.marks.generation, Mark { segment: number, tip: end.tip })?;
    Tail::new(journal, Arc::clone(ring), Arc::new(RwLock::new(segments)), (segment, marks))
}

/// Shows the rows every commit that they do not have.
fn catch_up(
    found: &Found,
    journal: &Path,
    start: &mut Start,
    progress: OnProgress<'_>,
) -> Result<Replayed, StoreError> {
    let known = start.applier.head().tip;
    let of = found.seq_min();
    let (mut group, mut bytes, mut tip) = (Vec::new(), 0, known);
    let replayed = found.replay(known, &mut |step| {
        let unreadable = || StoreError::damaged(journal, 0, format!("change {} does not parse", step.tip.seq));
        group.push(codec::decode(&step.body).ok_or_else(unreadable)?);
        (bytes, tip) = (bytes + step.body.len(), step.tip);
        if group.len() >= REPLAY_COMMITS_MAX || bytes >= REPLAY_BYTES_MAX {
            start.applier.apply(&group, tip)?;
            progress(Progress::Replaying { seq: tip.seq, of });
            group.clear();
            bytes = 0;
        }
        Ok(())
    })?;
    if !group.is_empty() {
        start.applier.apply(&group, tip)?;
    }
    Ok(replayed)
}

impl Store {
    /// Stored files.
    pub const fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// A person has looked at the restored data: timers, mail and webhooks may run. Durable when it returns.
    pub fn confirm_restored(&self) -> Result<(), StoreError> {
        let sentinel = Sentinel { origin: Origin::Native, ..self.sentinel()? };
        sentinel::write(&self.core.dir, &self.core.ring, sentinel)
    }

    /// Whether nobody has done that yet.
    pub fn is_restored(&self) -> Result<bool, StoreError> {
        Ok(self.sentinel()?.origin == Origin::Restored)
    }

    pub(super) fn sentinel(&self) -> Result<Sentinel, StoreError> {
        Ok(sentinel::read(&self.core.dir, &self.core.ring)?.sentinel)
    }
}

/// Rows to bring up to the journal.
struct Start {
    rows: Arc<Rows>,
    applier: Applier,
    /// The seq they stand at.
    from: u64,
}

/// The rows as they are, if they add up; else why not.
fn trusted_rows(dir: &Path, ring: &Arc<KeyRing>, options: &Options, progress: OnProgress<'_>) -> Result<Start, String> {
    let path = dir.join(ROWS_DIR);
    let rows = Rows::open(&path, Arc::clone(ring), options.cache_bytes).map_err(|error| error.to_string())?;
    let rows = Arc::new(rows);
    let head = apply::read_head(&rows).map_err(|error| error.to_string())?;
    let head = head.ok_or("the rows carry no head")?;
    if options.check == Check::Sum {
        verify::sum(&rows, &head, &mut |checked| progress(Progress::Checking { rows: checked }))
            .map_err(|error| error.to_string())?;
    }
    let from = head.tip.seq;
    Ok(Start { applier: Applier::new(Arc::clone(&rows), head), rows, from })
}

/// Empty rows; the doubted ones are set aside, after the journal has been proved to be able to replace them.
fn fresh_rows(dir: &Path, ring: &Arc<KeyRing>, options: &Options, found: &Found) -> Result<Start, StoreError> {
    found.replay(Tip::START, &mut |_| Ok(()))?;
    let (path, aside) = (dir.join(ROWS_DIR), dir.join(ROWS_DOUBTED_DIR));
    if path.exists() {
        if aside.exists() {
            std::fs::remove_dir_all(&aside).map_err(StoreError::io("removing", &aside))?;
        }
        std::fs::rename(&path, &aside).map_err(StoreError::io("setting aside", &path))?;
    }
    let rows = Arc::new(Rows::open(&path, Arc::clone(ring), options.cache_bytes)?);
    Ok(Start { applier: Applier::new(Arc::clone(&rows), Head::default()), rows, from: 0 })
}

const REPLAY_COMMITS_MAX: usize = 512;
const REPLAY_BYTES_MAX: usize = 4 << 20;
