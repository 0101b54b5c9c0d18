//! The backups of one appliance: makes them, rehearses them, tidies up, and remembers how it went. Refuses to do two of these
//! at once.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Store;
use super::backup::Done;
use super::error::StoreError;
use super::manifest::{self, PIECES_FOLDER, Summary};
use super::rehearse::{self, Rehearsed};
use super::request::{self, Request};
use super::restore::{self, Source};
use super::runs::{Run, Runs, Work};
use super::target::Target;
use crate::model::time::{DAY_MS, Timestamp};

/// Where a backup is restored to try it.
pub const SCRATCH_DIR: &str = "rehearsal";
/// A piece that no backup mentions may belong to one that is being made; then it is younger than this.
const PIECE_AGE_MS_MIN: i64 = DAY_MS;

/// One backup at the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub name: String,
    pub at: Timestamp,
    /// Absent: it cannot be read, or another store wrote it.
    pub summary: Option<Summary>,
}

/// What is going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    pub work: Work,
    pub began: Timestamp,
    pub done: Done,
}

pub struct Shelf {
    target: Arc<dyn Target>,
    data: PathBuf,
    /// Locked because the worker tells how far it is and the rim asks; each for a moment.
    job: Mutex<Option<Job>>,
    is_cancelled: AtomicBool,
    /// Locked for the same reason.
    wishes: Mutex<Vec<Work>>,
    /// Locked for the same reason. Backups never change, so each is opened once.
    known: Mutex<BTreeMap<String, Option<Summary>>>,
}

/// Gives the place free, however the work ends.
struct Turn<'a>(&'a Shelf);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *held(&self.0.job) = None;
    }
}

impl Shelf {
    /// `data` is the data directory.
    pub fn new(target: Arc<dyn Target>, data: PathBuf) -> Self {
        let is_cancelled = AtomicBool::new(false);
        Self { target, data, job: Mutex::default(), is_cancelled, wishes: Mutex::default(), known: Mutex::default() }
    }

    /// How people call the target.
    pub fn target_name(&self) -> String {
        self.target.name()
    }

    /// Newest first.
    pub fn list(&self, store: &Store) -> Result<Vec<Kept>, StoreError> {
        let listed = manifest::list(&*self.target)?;
        let mut known = held(&self.known).clone();
        known.retain(|name, _| listed.iter().any(|(_, listed)| listed == name));
        for (_, name) in &listed {
            if !known.contains_key(name) {
                let summary = store.manifest(&*self.target, name).ok().map(|manifest| manifest.summary());
                known.insert(name.clone(), summary);
            }
        }
        held(&self.known).clone_from(&known);
        let kept = |(at, name): (Timestamp, String)| Kept { at, summary: known.get(&name).copied().flatten(), name };
        Ok(listed.into_iter().map(kept).collect())
    }

    pub fn job(&self) -> Option<Job> {
        *held(&self.job)
    }

    /// What was asked for is forgotten; what is going on ends soon, and is remembered as cancelled.
    pub fn cancel(&self) {
        held(&self.wishes).clear();
        self.is_cancelled.store(true, Ordering::Release);
    }

    /// Removes what a rehearsal left that was cut short.
    pub fn clear_scratch(&self) -> Result<(), StoreError> {
        rehearse::clear(&self.data.join(SCRATCH_DIR))
    }

    /// Asks for work, which begins soon; to ask for what is going on is as good as done.
    pub fn ask(&self, work: Work) {
        let is_on = self.job().is_some_and(|job| job.work == work);
        let mut wishes = held(&self.wishes);
        if !is_on && !wishes.contains(&work) {
            wishes.push(work);
        }
    }

    /// What was asked for and has not begun.
    pub fn asked(&self) -> Option<Work> {
        held(&self.wishes).first().copied()
    }

    /// The next wish, which the caller now fulfils; none while something is going on.
    pub fn request(&self) -> Option<Request> {
        if self.job().is_some() {
            return None;
        }
        let wish = held(&self.wishes).pop();
        wish.map(|work| Request { work, to: None }).or_else(|| request::take(&self.data))
    }

    /// How it went lately at this target, newest first.
    pub fn runs(&self) -> Runs {
        Runs::read(&self.data).at(&self.target.name())
    }

    /// One more backup; `None` while something else is going on. How it went is remembered either way.
    pub fn back_up(&self, store: &Store, now: &dyn Fn() -> Timestamp) -> Option<Result<Run, StoreError>> {
        self.back_up_to(&*self.target, store, now)
    }

    /// The same to another place.
    pub fn back_up_to(
        &self,
        target: &dyn Target,
        store: &Store,
        now: &dyn Fn() -> Timestamp,
    ) -> Option<Result<Run, StoreError>> {
        self.work((Work::Backup, target), now, &|run| {
            let made = store.backup(target, run.at, &mut |done| self.note(done))?;
            let Summary { head, files, bytes } = made.summary;
            *run = Run { name: made.name, head, files, bytes, copied: made.copied, ..run.clone() };
            Ok(())
        })
    }

    /// Restores the newest backup to see whether it can be; `None` while something else is going on.
    pub fn rehearse(&self, store: &Store, now: &dyn Fn() -> Timestamp) -> Option<Result<Run, StoreError>> {
        self.work((Work::Rehearsal, &*self.target), now, &|run| {
            run.name = restore::choose(&*self.target, None)?;
            let source = Source { target: &*self.target, name: &run.name };
            let rehearsed = store.rehearse(source, &self.data.join(SCRATCH_DIR), &mut |done| self.note(done))?;
            let Rehearsed { head, rows, files } = rehearsed;
            *run = Run { head, rows, files, ..run.clone() };
            Ok(())
        })
    }

    /// Removes every backup but those to keep, then the pieces that no backup mentions any more. `None` while something else
    /// is going on.
    pub fn tidy(&self, store: &Store, now: Timestamp, keep: &dyn Fn(&str) -> bool) -> Option<Result<(), StoreError>> {
        let _turn = self.turn(Work::Backup, now)?;
        Some(self.remove(store, now, keep))
    }

    fn remove(&self, store: &Store, now: Timestamp, keep: &dyn Fn(&str) -> bool) -> Result<(), StoreError> {
        let target = &*self.target;
        let (kept, gone): (Vec<_>, Vec<_>) = manifest::list(target)?.into_iter().partition(|(_, name)| keep(name));
        if gone.is_empty() {
            return Ok(());
        }
        let mut wanted = HashSet::new();
        for (_, name) in &kept {
            // One that cannot be read may need any piece, and so none is removed.
            let manifest = store.manifest(target, name)?;
            wanted.extend(manifest.pieces().map(manifest::hex));
        }
        for (_, name) in &gone {
            target.remove(name)?;
        }
        for piece in target.list(PIECES_FOLDER)? {
            if !wanted.contains(&piece.name) && now.since(piece.at) > PIECE_AGE_MS_MIN {
                target.remove(&format!("{PIECES_FOLDER}/{}", piece.name))?;
            }
        }
        Ok(())
    }

    fn work(
        &self,
        (work, target): (Work, &dyn Target),
        now: &dyn Fn() -> Timestamp,
        doing: &dyn Fn(&mut Run) -> Result<(), StoreError>,
    ) -> Option<Result<Run, StoreError>> {
        let mut run = Run::begun(work, target.name(), now());
        let _turn = self.turn(work, run.at)?;
        let done = doing(&mut run);
        run.took_ms = now().since(run.at);
        run.error = done.as_ref().err().map(ToString::to_string);
        let remembered = Runs::add(&self.data, run.clone());
        Some(done.and(remembered).map(|()| run))
    }

    fn turn(&self, work: Work, began: Timestamp) -> Option<Turn<'_>> {
        let mut job = held(&self.job);
        if job.is_some() {
            return None;
        }
        self.is_cancelled.store(false, Ordering::Release);
        *job = Some(Job { work, began, done: Done::default() });
        Some(Turn(self))
    }

    fn note(&self, done: Done) -> Result<(), StoreError> {
        if let Some(job) = &mut *held(&self.job) {
            job.done = done;
        }
        if self.is_cancelled.load(Ordering::Acquire) { Err(StoreError::Cancelled) } else { Ok(()) }
    }
}

/// Every change under the locks is one assignment.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
