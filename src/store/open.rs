//! Making and opening a store. After any kind of stop: proves the journal, brings the rows up to it, and rebuilds the rows
//! where they are in doubt. After a stop by failure everything is read again, from the disk. Refuses, with nothing changed, whenever
//! something acknowledged is missing.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, OnceLock, RwLock};
use std::time::Instant;

use super::blob::Blobs;
use super::diary::{self, Diary, Noted, Started, Upgraded};
use super::error::StoreError;
use super::fold::Folding;
use super::journal::append::{Spare, Tail};
use super::journal::mark::{Mark, Marks};
use super::journal::recover::{self, End, Found, Replayed, Torn};
use super::journal::segment;
use super::keeper::Keeper;
use super::layout::{JOURNAL_DIR, Layout, ROWS_DIR};
use super::memtable::{Changes, Memtable};
use super::options::Options;
use super::sentinel::{self, Origin, Sentinel};
use super::space::{Ballast, Space};
use super::trust::{self, Base, Start};
use super::{Core, Hand, Store, backend, codec, lock, migrate};
use crate::crypt::key_ring::KeyRing;

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
    /// Everything was read once more, because the last run had stopped after a failure.
    pub proved: bool,
    /// The form that the data had before it was lifted.
    pub lifted_from: Option<u16>,
}

/// How far a start has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Checking {
        rows: u64,
    },
    /// The journal, before it may replace the rows.
    Proving {
        seq: u64,
        of: u64,
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
        let began = Instant::now();
        sentinel::read(dir, ring)?;
        let lock = lock::take(dir)?;
        let lifted_from = migrate::lift(dir, ring, migrate::STEPS)?;
        let sentinel = sentinel::read(dir, ring)?;
        Ballast::new(dir, options.ballast_bytes).drop_if_tight(Space::of(dir)?)?;
        let (core, mut opened) = recovered(dir, ring, options, progress)?;
        (opened.origin, opened.lifted_from) = (sentinel.sentinel.origin, lifted_from);
        if !sentinel.repaired.is_empty() {
            sentinel::write(dir, ring, sentinel.sentinel)?;
            opened.repaired.extend(sentinel.repaired);
        }
        opened.repaired.extend(ring.mend()?);
        let blobs = Blobs::open(dir, Arc::clone(ring), options.reserve)?;
        core.ballast.take_if_roomy(Space::of(dir)?)?;
        core.note(|diary| opened.tell(diary, began));
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
    let diary = Diary::read(dir);
    let proved = diary.is_proof_due();
    if proved {
        prove(dir, &found, progress)?;
    }
    let mut doubt = None;
    let mut start = match trust::rows(dir, ring, options, progress)? {
        Ok(start) => start,
        Err(why) => {
            doubt = Some(why);
            trust::fresh(dir, ring, options, (&found, Base::Saved), progress)?
        }
    };
    let mut replayed = catch_up(&found, &journal, &mut start, progress)?;
    if matches!(replayed, Replayed::OtherHistory) {
        doubt = Some("the rows belong to another history".to_owned());
        drop(start);
        start = trust::fresh(dir, ring, options, (&found, Base::Nothing), progress)?;
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
    let (origin, lifted_from) = (Origin::Native, None);
    let opened = Opened { head, origin, replayed, rebuilt: doubt, torn, repaired, proved, lifted_from };
    let core = Core {
        dir: dir.to_owned(),
        ring: Arc::clone(ring),
        options: *options,
        segments: Arc::clone(tail.segments()),
        spare,
        ballast: Ballast::new(dir, options.ballast_bytes),
        rows: start.rows,
        memtable: Memtable::default(),
        folding: Mutex::new(Folding { applier: start.applier, is_lame: false }),
        hand: Mutex::new(Hand { tail, unsynced_bytes: u64::from(replayed > 0) }),
        head: AtomicU64::new(head),
        stopped: OnceLock::new(),
        diary: Mutex::new(diary),
    };
    Ok((core, opened))
}

/// The whole journal, as the disk has it: after a sync that failed, memory may show what the disk never took.
fn prove(dir: &Path, found: &Found, progress: OnProgress<'_>) -> Result<(), StoreError> {
    let mut files: Vec<PathBuf> = found.segments.iter().map(|segment| segment.path.clone()).collect();
    files.push(dir.join(ROWS_DIR).join(backend::sled::FILE_NAME));
    for path in files.iter().filter(|path| path.exists()) {
        let file = File::open(path).map_err(StoreError::io("opening", path))?;
        rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed)
            .map_err(|error| StoreError::io("forgetting what memory holds of", path)(error.into()))?;
    }
    trust::prove(found, progress)
}

impl Opened {
    fn tell(&self, diary: &mut Diary, began: Instant) {
        let at = diary::now();
        diary.started = Some(Started {
            at,
            head: self.head,
            took_ms: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
            replayed: self.replayed,
            torn_bytes: self.torn.as_ref().map_or(0, |torn| torn.bytes),
            repaired: self.repaired.iter().map(|path| path.display().to_string()).collect(),
        });
        if let Some(why) = &self.rebuilt {
            diary.rebuilt = Some(Noted { at, what: why.clone() });
        }
        if self.proved {
            diary.proved = Some(at);
        }
        if let Some(from) = self.lifted_from {
            diary.upgraded = Some(Upgraded { at, from, to: migrate::FORMAT });
        }
    }
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
    spare.provide_some()?;
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
            start.applier.apply(&Changes::of(&group, tip))?;
            progress(Progress::Replaying { seq: tip.seq, of });
            group.clear();
            bytes = 0;
        }
        Ok(())
    })?;
    if !group.is_empty() {
        start.applier.apply(&Changes::of(&group, tip))?;
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

const REPLAY_COMMITS_MAX: usize = 512;
const REPLAY_BYTES_MAX: usize = 4 << 20;
