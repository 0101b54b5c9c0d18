//! From a backup back to a store. Every piece is proved before it is written, chain and counts after the last, and what was
//! laid out is removed again if anything does not fit. A file that was removed between the instant and the backup is taken from
//! another backup of the same store; what is in none is named. Refuses a directory with anything in it, and leaves a store that knows
//! that it was restored.

use std::path::Path;
use std::sync::Arc;

use super::address::Named;
use super::apply::{Applier, Head};
use super::backup::{Done, OnDone};
use super::codec::Commit;
use super::error::StoreError;
use super::journal::chain::{Chain, Flow};
use super::journal::mark::{Mark, Marks};
use super::journal::segment::{self, Tip};
use super::layout::{JOURNAL_DIR, MAKING_NAME, ROWS_DIR};
use super::manifest::{self, Manifest, Shut, Summary};
use super::memtable::Changes;
use super::options::Options;
use super::removed::{self, Found};
use super::rows::Rows;
use super::sentinel::{self, Origin, Sentinel};
use super::space::Space;
use super::target::Target;
use super::{blob, lock, pieces};
use crate::crypt::key_ring::KeyRing;
use crate::crypt::slot::Opener;
use crate::crypt::whole_file;
use crate::model::id::ContentId;
use crate::model::time::Timestamp;

/// A backup at a target.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub target: &'a dyn Target,
    /// Of the manifest.
    pub name: &'a str,
}

/// What opens it.
pub enum Keys<'a> {
    Openers(&'a [Opener]),
    /// The ring of the store that was backed up.
    Ring(&'a KeyRing),
}

/// How far to go: commits of a later instant are left out.
pub struct Until<'a> {
    pub at: Timestamp,
    /// When a commit was made.
    pub instant_of: &'a dyn Fn(&Commit) -> Result<Timestamp, StoreError>,
}

/// A store that came out of it.
pub struct Restored {
    pub ring: Arc<KeyRing>,
    pub manifest: Manifest,
    /// The last commit that is in it.
    pub head: u64,
    /// Stored contents that are in it.
    pub files: u64,
    /// Names of files that the rows speak of and no backup holds any more.
    pub lost: Vec<String>,
}

impl Keys<'_> {
    pub(super) fn open(&self, shut: &Shut, dir: &Path) -> Result<KeyRing, StoreError> {
        match self {
            Self::Openers(openers) => shut.keys(dir, openers),
            Self::Ring(ring) => shut.keys_of(dir, ring),
        }
    }
}

/// The newest backup, or the first that was begun at `until` or later: what was removed since then is still in it.
///
/// # Errors
/// - `BackupAbsent`: there is none.
pub fn choose(target: &dyn Target, until: Option<Timestamp>) -> Result<String, StoreError> {
    let known = manifest::list(target)?;
    let later = known.iter().rev().find(|(at, _)| until.is_some_and(|until| *at >= until));
    let chosen = later.or(known.first()).ok_or_else(|| StoreError::BackupAbsent(target.name()))?;
    Ok(chosen.1.clone())
}

/// Makes a store in `dir` out of a backup. It opens with [`Origin::Restored`].
///
/// # Errors
/// - `NotEmpty`: there is something in `dir`.
/// - `BackupPart`, `Key`, `Damaged`, `BackupTooYoung`: the backup cannot be used; nothing is left of the try.
/// - `StorageFull`: there is no room for it.
pub fn restore(
    source: Source<'_>,
    keys: &Keys<'_>,
    (dir, options): (&Path, &Options),
    until: Option<&Until<'_>>,
    on_done: OnDone<'_>,
) -> Result<Restored, StoreError> {
    if !is_free(dir)? {
        return Err(StoreError::NotEmpty(dir.to_owned()));
    }
    let shut = Shut::read(source.target, source.name)?;
    let ring = keys.open(&shut, dir)?;
    let manifest = shut.open(&ring)?;
    let was_there = dir.exists();
    let restored = lay_out(source, (ring, manifest), (dir, options), until, on_done);
    if restored.is_err() {
        // The failure itself is what counts; what cannot be cleared is refused by name at the next try.
        drop(clear(dir, was_there));
    }
    restored
}

/// Empty, or what is left of a try that was cut short.
fn is_free(dir: &Path) -> Result<bool, StoreError> {
    if !dir.exists() {
        return Ok(true);
    }
    let is_empty = std::fs::read_dir(dir).map_err(StoreError::io("listing", dir))?.next().is_none();
    if !is_empty && dir.join(MAKING_NAME).exists() && !sentinel::NAMES.iter().any(|name| dir.join(name).exists()) {
        clear(dir, true)?;
        return Ok(true);
    }
    Ok(is_empty)
}

fn clear(dir: &Path, keep_dir: bool) -> Result<(), StoreError> {
    if dir.exists() {
        std::fs::remove_dir_all(dir).map_err(StoreError::io("clearing", dir))?;
    }
    if keep_dir { std::fs::create_dir(dir).map_err(StoreError::io("making", dir)) } else { Ok(()) }
}

fn lay_out(
    source: Source<'_>,
    (ring, manifest): (KeyRing, Manifest),
    (dir, options): (&Path, &Options),
    until: Option<&Until<'_>>,
    on_done: OnDone<'_>,
) -> Result<Restored, StoreError> {
    std::fs::create_dir_all(dir).map_err(StoreError::io("making", dir))?;
    let Summary { bytes, .. } = manifest.summary();
    // The rows take about as much room as the journal they are made of.
    Space::of(dir)?.admit(options.reserve, bytes.saturating_mul(2))?;
    let _lock = lock::take(dir)?;
    let making = dir.join(MAKING_NAME);
    whole_file::replace(&making, &[]).map_err(StoreError::io("writing", &making))?;
    let journal_bytes: u64 = manifest.segments.iter().map(|item| item.bytes).sum();
    let mut done = Done { bytes: 0, of: bytes + journal_bytes };
    let mut on_bytes = |more| {
        done.bytes += more;
        on_done(done)
    };
    let journal = dir.join(JOURNAL_DIR);
    for segment in &manifest.segments {
        let number = u64::try_from(segment.id).expect("a sound manifest numbers them from 1");
        pieces::lay(source.target, segment, &segment::path_of(&journal, number), &mut on_bytes)?;
    }
    for file in &manifest.files {
        pieces::lay(source.target, file, &dir.join(blob::path_below(ContentId::from_u128(file.id))), &mut on_bytes)?;
    }
    let ring = Arc::new(ring.settle(dir)?);
    let (tip, missing) = rebuild(&ring, &manifest, (dir, options), until, &mut on_bytes)?;
    let Found { laid, lost } = removed::fetch(source, &ring, dir, missing)?;
    let files = manifest.files.len() as u64 + laid;
    sync_dirs(dir)?;
    sentinel::write(dir, &ring, Sentinel { epoch: manifest.epoch + 1, origin: Origin::Restored })?;
    std::fs::remove_file(&making).map_err(StoreError::io("removing", &making))?;
    whole_file::sync_dir(dir).map_err(StoreError::io("syncing", dir))?;
    Ok(Restored { ring, manifest, head: tip.seq, files, lost })
}

/// Makes the rows out of the journal, cuts it where it is to end, and marks the end. Gives the files that the rows speak of and the
/// backup does not hold.
fn rebuild(
    ring: &Arc<KeyRing>,
    manifest: &Manifest,
    (dir, options): (&Path, &Options),
    until: Option<&Until<'_>>,
    on_bytes: pieces::OnBytes<'_>,
) -> Result<(Tip, Vec<Named>), StoreError> {
    let journal = dir.join(JOURNAL_DIR);
    let rows = Arc::new(Rows::open(&dir.join(ROWS_DIR), Arc::clone(ring), options.cache_bytes)?);
    let mut building = Building {
        applier: Applier::new(Arc::clone(&rows), Head::default()),
        group: Vec::new(),
        bytes: 0,
        tip: Tip::START,
    };
    let mut chain = Chain::new(ring);
    let mut last = 1;
    for (number, item) in (1..).zip(&manifest.segments) {
        last = number;
        let segment = segment::open(ring, segment::path_of(&journal, number))?;
        let cut = chain.follow(&segment, &mut |tip, bytes, commit| {
            if let Some(until) = until
                && (until.instant_of)(&commit)? > until.at
            {
                return Ok(Flow::Stop);
            }
            building.take(tip, bytes, commit)?;
            Ok(Flow::On)
        })?;
        on_bytes(item.bytes)?;
        if let Some(offset) = cut {
            segment.file.set_len(offset).map_err(StoreError::io("trimming", &segment.path))?;
            break;
        }
    }
    building.flush()?;
    let tip = chain.tip();
    for (_, path) in segment::list(&journal)?.into_iter().filter(|(number, _)| *number > last) {
        std::fs::remove_file(&path).map_err(StoreError::io("removing", &path))?;
    }
    let is_whole = tip == manifest.tip;
    let contents = manifest.contents.iter().copied().collect();
    if tip.seq > manifest.tip.seq
        || (until.is_none() && !is_whole)
        || (is_whole && building.applier.head().contents != contents)
    {
        return Err(StoreError::damaged(dir, 0, "what came out of the backup is not what was backed up"));
    }
    if until.is_some() && tip.seq == 0 {
        return Err(StoreError::BackupTooYoung);
    }
    rows.sync()?;
    Marks::resume(&journal, ring, 0, Mark { segment: last, tip })?;
    Ok((tip, removed::missing(&rows, manifest)?))
}

/// Rows in the making.
struct Building {
    applier: Applier,
    group: Vec<Commit>,
    bytes: usize,
    tip: Tip,
}

const GROUP_COMMITS_MAX: usize = 512;
const GROUP_BYTES_MAX: usize = 4 << 20;

impl Building {
    fn take(&mut self, tip: Tip, bytes: usize, commit: Commit) -> Result<(), StoreError> {
        self.group.push(commit);
        (self.bytes, self.tip) = (self.bytes + bytes, tip);
        if self.group.len() >= GROUP_COMMITS_MAX || self.bytes >= GROUP_BYTES_MAX { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), StoreError> {
        self.bytes = 0;
        match std::mem::take(&mut self.group) {
            group if group.is_empty() => Ok(()),
            group => self.applier.apply(&Changes::of(&group, self.tip)),
        }
    }
}

/// Makes the entries of everything that was laid out durable.
fn sync_dirs(dir: &Path) -> Result<(), StoreError> {
    for entry in std::fs::read_dir(dir).map_err(StoreError::io("listing", dir))? {
        let path = entry.map_err(StoreError::io("listing", dir))?.path();
        if path.is_dir() && !path.ends_with(ROWS_DIR) {
            sync_dirs(&path)?;
        }
    }
    whole_file::sync_dir(dir).map_err(StoreError::io("syncing", dir))
}
