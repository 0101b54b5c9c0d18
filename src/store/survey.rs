//! What can be seen of a data directory without opening it, whether the appliance runs or not. Changes nothing and trusts nothing: it
//! is for `tessera doctor`.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::blob;
use super::error::StoreError;
use super::journal::recover::{self, Replayed};
use super::journal::segment::Tip;
use super::layout::{JOURNAL_DIR, ROWS_DIR};
use super::trust::DOUBTED_DIR;
use crate::crypt::key_ring::KeyRing;
use crate::model::time::Timestamp;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    pub segments: usize,
    pub bytes: u64,
    /// Everything up to here is known to have been acknowledged.
    pub acknowledged: u64,
    /// Absent while another process writes.
    pub end: Option<End>,
    /// Second copies that are missing or unreadable.
    pub repaired: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    pub seq: u64,
    /// After the last entry; nobody was told about them.
    pub torn_bytes: u64,
}

/// Heads of all segments, the marks, and the end of the last segment.
///
/// # Errors
/// - `Damaged`, `Lost`: something acknowledged is missing.
pub fn journal(dir: &Path, ring: &KeyRing, is_held: bool) -> Result<Journal, StoreError> {
    let found = recover::find(&dir.join(JOURNAL_DIR), ring)?;
    let start = found.segments.last().map_or(Tip::START, |last| last.start());
    let mut bytes = 0;
    for segment in &found.segments {
        bytes += segment.bytes()?;
    }
    let end = if is_held {
        None
    } else {
        match found.replay(start, &mut |_| Ok(()))? {
            Replayed::To(end) => Some(End { seq: end.tip.seq, torn_bytes: end.torn.map_or(0, |torn| torn.bytes) }),
            Replayed::OtherHistory => None,
        }
    };
    let acknowledged = found.seq_min();
    Ok(Journal { segments: found.segments.len(), bytes, acknowledged, end, repaired: found.marks.repaired })
}

/// Files below a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Folder {
    pub files: u64,
    pub bytes: u64,
    /// When one of them was last written.
    pub written: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rows {
    /// Absent: the next start makes them from the journal.
    pub folder: Option<Folder>,
    /// Those that were not trusted and stand aside.
    pub doubted: Option<Folder>,
}

pub fn rows(dir: &Path) -> Result<Rows, StoreError> {
    Ok(Rows { folder: folder(&dir.join(ROWS_DIR))?, doubted: folder(&dir.join(DOUBTED_DIR))? })
}

/// Stored files, and those that were never finished.
pub fn files(dir: &Path) -> Result<(Folder, Folder), StoreError> {
    let blobs = dir.join(blob::DIR);
    let all = folder(&blobs)?.unwrap_or_default();
    let incoming = folder(&blobs.join(blob::INCOMING_DIR))?.unwrap_or_default();
    let files = Folder { files: all.files - incoming.files, bytes: all.bytes - incoming.bytes, ..all };
    Ok((files, incoming))
}

/// `None`: there is no such folder.
fn folder(dir: &Path) -> Result<Option<Folder>, StoreError> {
    if !dir.exists() {
        return Ok(None);
    }
    let mut found = Folder::default();
    for entry in std::fs::read_dir(dir).map_err(StoreError::io("listing", dir))? {
        let path = entry.map_err(StoreError::io("listing", dir))?.path();
        // What goes away meanwhile is not counted.
        let Ok(meta) = path.symlink_metadata() else { continue };
        let inner = if meta.is_dir() {
            folder(&path)?.unwrap_or_default()
        } else {
            let since = meta.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            let written = since.map(|since| Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX)));
            Folder { files: 1, bytes: meta.len(), written }
        };
        found.files += inner.files;
        found.bytes += inner.bytes;
        found.written = found.written.max(inner.written);
    }
    Ok(Some(found))
}
