//! The rows as a start finds them: taken over when they add up, made anew from the journal when they do not. sled may panic or hang
//! over damaged pages, so it opens on a thread of its own, which is left behind when it stays silent. Refuses to touch rows before
//! the journal has been proved to be able to replace them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use super::apply::{self, Applier, Head};
use super::error::StoreError;
use super::journal::recover::Found;
use super::journal::segment::Tip;
use super::journal::walk::Step;
use super::layout::ROWS_DIR;
use super::open::{OnProgress, Progress};
use super::options::{Check, Options};
use super::rows::Rows;
use super::saved;
use super::space::{Reserve, Space};
use super::sum;
use crate::crypt::key_ring::KeyRing;

/// Where rows go that are not trusted, until the next ones.
pub const DOUBTED_DIR: &str = "rows.doubted";
/// While it opens, sled reads all that was written since it opened last, and says nothing.
const SILENT_BYTES_PER_SECOND: u64 = 4 << 20;

/// Rows to bring up to the journal.
pub struct Start {
    pub rows: Arc<Rows>,
    pub applier: Applier,
    /// The seq they stand at.
    pub from: u64,
}

enum Word {
    Checked(u64),
    Done(Result<Start, String>),
}

/// The rows as they are, if they add up; else why not.
pub fn rows(
    dir: &Path,
    ring: &Arc<KeyRing>,
    options: &Options,
    progress: OnProgress<'_>,
) -> Result<Result<Start, String>, StoreError> {
    let path = dir.join(ROWS_DIR);
    let patience = options.patience + Duration::from_secs(bytes_below(&path) / SILENT_BYTES_PER_SECOND);
    let (words, heard) = sync_channel(1);
    let (ring, options) = (Arc::clone(ring), *options);
    let open = move || {
        let done = open(&path, ring, &options, &words);
        // Nobody listens any more when it took too long; then the engine is closed here.
        drop(words.send(Word::Done(done)));
    };
    let thread = std::thread::Builder::new().name("store-opening".to_owned()).spawn(open);
    thread.map_err(StoreError::io("starting a thread for", dir))?;
    Ok(listen(&heard, patience, progress))
}

fn listen(heard: &Receiver<Word>, patience: Duration, progress: OnProgress<'_>) -> Result<Start, String> {
    loop {
        match heard.recv_timeout(patience) {
            Ok(Word::Checked(rows)) => progress(Progress::Checking { rows }),
            Ok(Word::Done(done)) => return done,
            // The thread may still hold the old files, which are set aside. Should it come back after all, it closes them; a
            // snapshot that it leaves beside the new rows makes the next start rebuild once more, at worst.
            Err(RecvTimeoutError::Timeout) => {
                return Err(format!("the rows did not open within {} s", patience.as_secs_f32()));
            }
            Err(RecvTimeoutError::Disconnected) => return Err("the rows could not be opened".to_owned()),
        }
    }
}

fn open(path: &Path, ring: Arc<KeyRing>, options: &Options, words: &SyncSender<Word>) -> Result<Start, String> {
    let rows = Rows::open(path, ring, options.cache_bytes).map_err(|error| error.to_string())?;
    let rows = Arc::new(rows);
    let head = apply::read_head(&rows).map_err(|error| error.to_string())?;
    let head = head.ok_or("the rows carry no head")?;
    if options.check == Check::Sum {
        let mut tell = |checked| {
            drop(words.send(Word::Checked(checked)));
            Ok(())
        };
        sum::prove(&rows, &head, &mut tell).map_err(|error| error.to_string())?;
    }
    let from = head.tip.seq;
    Ok(Start { applier: Applier::new(Arc::clone(&rows), head), rows, from })
}

/// Follows the whole journal from its first entry.
pub fn prove(found: &Found, progress: OnProgress<'_>) -> Result<(), StoreError> {
    let of = found.seq_min();
    let mut told = |step: Step| {
        if step.tip.seq.is_multiple_of(PROVED_PER_WORD) {
            progress(Progress::Proving { seq: step.tip.seq, of });
        }
        Ok(())
    };
    found.replay(Tip::START, &mut told).map(drop)
}

/// Where a rebuild begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// With the rows that were last found sound, if they fit.
    Saved,
    /// With nothing: what was saved is of another history.
    Nothing,
}

/// Fresh rows; the doubted ones are set aside.
///
/// # Errors
/// - `StorageFull`: there is no room for rows beside those; they may be doubted for want of room only, and stay.
pub fn fresh(
    dir: &Path,
    ring: &Arc<KeyRing>,
    options: &Options,
    (found, base): (&Found, Base),
    progress: OnProgress<'_>,
) -> Result<Start, StoreError> {
    prove(found, progress)?;
    let (path, aside) = (dir.join(ROWS_DIR), dir.join(DOUBTED_DIR));
    if aside.exists() {
        std::fs::remove_dir_all(&aside).map_err(StoreError::io("removing", &aside))?;
    }
    let needed = Reserve { bytes: bytes_below(&path).max(ROWS_BYTES_LEAST), percent: 0 };
    Space::of(dir)?.admit(needed, 0)?;
    if path.exists() {
        std::fs::rename(&path, &aside).map_err(StoreError::io("setting aside", &path))?;
    }
    if base == Base::Saved
        && let Some(start) = saved_rows(dir, ring, options, progress)
    {
        return Ok(start);
    }
    let rows = Arc::new(Rows::open(&path, Arc::clone(ring), options.cache_bytes)?);
    Ok(Start { applier: Applier::new(Arc::clone(&rows), Head::default()), rows, from: 0 })
}

/// `None`: what was saved does not help, and nothing of it is left.
fn saved_rows(dir: &Path, ring: &Arc<KeyRing>, options: &Options, progress: OnProgress<'_>) -> Option<Start> {
    let path = dir.join(ROWS_DIR);
    let mut load = || {
        let rows = Arc::new(Rows::open(&path, Arc::clone(ring), options.cache_bytes)?);
        let Some(head) = saved::load(dir, &rows)? else { return Ok(None) };
        sum::prove(&rows, &head, &mut |rows| {
            progress(Progress::Checking { rows });
            Ok(())
        })?;
        let from = head.tip.seq;
        Ok::<_, StoreError>(Some(Start { applier: Applier::new(Arc::clone(&rows), head), rows, from }))
    };
    // The journal has everything, so whatever is wrong here only makes the rebuild longer.
    let start = load().ok().flatten();
    if start.is_none() {
        drop(std::fs::remove_dir_all(&path));
    }
    start
}

/// Of an engine that holds nothing.
const ROWS_BYTES_LEAST: u64 = 1 << 20;
const PROVED_PER_WORD: u64 = 4_096;

/// Of all files of a directory; what cannot be read counts nothing.
fn bytes_below(dir: &Path) -> u64 {
    let entries: Vec<PathBuf> =
        std::fs::read_dir(dir).into_iter().flatten().filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    entries.iter().filter_map(|path| path.metadata().ok()).map(|meta| meta.len()).sum()
}
