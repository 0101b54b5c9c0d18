//! The event log from its first entry to its last, link by link, whether the appliance runs or not. Names the first entry that is not
//! as it was written, and changes nothing. Refuses nothing else: what an entry says is for the caller to judge.

use std::path::{Path, PathBuf};

use super::codec::{self, Commit};
use super::error::StoreError;
use super::journal::mark;
use super::journal::recover;
use super::journal::segment::{self, Segment, Tip};
use super::journal::walk::{Link, Walk};
use super::layout::JOURNAL_DIR;
use super::lock;
use crate::crypt::key_ring::{KeyRing, Purpose};

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audited {
    /// Entries from the first on that are as they were written.
    pub entries: u64,
    /// The chain after the last of them: kept elsewhere, it proves that the whole log was not replaced by an older one.
    pub link: Link,
    pub wrong: Option<Wrong>,
}

/// The first entry that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub seq: u64,
    pub what: String,
    pub file: PathBuf,
    /// Where in the file.
    pub at: u64,
}

/// Told every entry in order; says what is wrong with it, if something is.
pub type OnEntry<'a> = &'a mut dyn FnMut(u64, &Commit) -> Result<(), String>;

/// # Errors
/// - `Io`, `Key`: it cannot be read at all.
pub fn audit(dir: &Path, ring: &KeyRing, on_entry: OnEntry<'_>) -> Result<Audited, StoreError> {
    let journal = dir.join(JOURNAL_DIR);
    let is_at_rest = !lock::is_held(dir)?;
    let mut tip = Tip::START;
    let wrong = match walk(&journal, ring, &mut tip, on_entry, is_at_rest) {
        Ok(()) => None,
        Err(Stop::Wrong(file, at, what)) => Some(Wrong { seq: tip.seq + 1, what, file, at }),
        Err(Stop::Failed(error)) => return Err(error),
    };
    Ok(Audited { entries: tip.seq, link: tip.link, wrong })
}

enum Stop {
    Wrong(PathBuf, u64, String),
    Failed(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged { file, at, what } => Self::Wrong(file, at, what),
            error => Self::Failed(error),
        }
    }
}

fn walk(journal: &Path, ring: &KeyRing, tip: &mut Tip, on_entry: OnEntry<'_>, is_at_rest: bool) -> Result<(), Stop> {
    let chain = ring.derived(Purpose::Chain);
    // Read before the segments, so that what is marked is in them.
    let mark = mark::read(journal, ring)?.mark;
    let files = segment::list(journal)?;
    let mut end: Option<(Segment, u64)> = None;
    for (expected, (number, path)) in (1..).zip(files) {
        if number != expected {
            return Err(Stop::Wrong(segment::path_of(journal, expected), 0, "the file is missing".to_owned()));
        }
        let segment = segment::open(ring, path)?;
        if let Some((before, at)) = end.filter(|_| segment.start().seq > tip.seq) {
            return Err(Stop::Wrong(before.path, at, "it is missing".to_owned()));
        }
        if segment.start() != *tip {
            return Err(Stop::Wrong(segment.path, 0, "the file does not follow the one before it".to_owned()));
        }
        let mut walk = Walk::from_start(&segment, &chain)?;
        loop {
            let at = walk.offset();
            let Some(step) = walk.step()? else { break };
            let wrong = |what: String| Stop::Wrong(segment.path.clone(), at, what);
            if step.tip.seq == mark.tip.seq && step.tip != mark.tip {
                return Err(wrong("it is not the one that was marked as acknowledged".to_owned()));
            }
            let commit = codec::decode(&step.body).ok_or_else(|| wrong("it does not parse".to_owned()))?;
            on_entry(step.tip.seq, &commit).map_err(wrong)?;
            *tip = step.tip;
        }
        let at = walk.offset();
        end = Some((segment, at));
    }
    let Some((last, at)) = end else {
        return Err(Stop::Wrong(segment::path_of(journal, 1), 0, "the file is missing".to_owned()));
    };
    if last.number < mark.segment {
        return Err(Stop::Wrong(segment::path_of(journal, last.number + 1), 0, "the file is missing".to_owned()));
    }
    // While the appliance writes, the last bytes may be half there.
    if is_at_rest || mark.tip.seq > tip.seq {
        recover::judge_tail(&last, at, (tip.seq, mark.tip.seq)).map(drop).map_err(|error| match error {
            StoreError::Lost { acknowledged, .. } => {
                Stop::Wrong(last.path, at, format!("it is missing, and changes up to {acknowledged} were acknowledged"))
            }
            error => error.into(),
        })?;
    }
    Ok(())
}
