//! What somebody was told. Which notices there are stands in the snapshot, their words on the disk.

use super::look::Viewer;
use super::reading::{Reader, Unread};
use crate::model::effect::{EffectId, Notice};
use crate::writer::reader;

/// One page of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bell {
    /// Newest first.
    pub ids: Vec<EffectId>,
    pub unread: usize,
    /// Where the next page begins, if there is one.
    pub next: Option<EffectId>,
}

const NOTICE_ROWS: usize = 50;

/// Those older than `before`, or the newest.
pub fn bell(viewer: Viewer, before: Option<EffectId>) -> Bell {
    let Some(bell) = viewer.snapshot.bell(viewer.user) else { return Bell::default() };
    let older = bell.notices.iter().rev().map(|(id, _)| *id).filter(|id| before.is_none_or(|before| *id < before));
    let mut ids: Vec<EffectId> = older.take(NOTICE_ROWS + 1).collect();
    let is_more = ids.len() > NOTICE_ROWS;
    ids.truncate(NOTICE_ROWS);
    Bell { unread: bell.unread, next: ids.last().copied().filter(|_| is_more), ids }
}

pub fn unread(viewer: Viewer) -> usize {
    viewer.snapshot.bell(viewer.user).map_or(0, |bell| bell.unread)
}

/// The reader's own.
pub fn notices(reader: Reader<'_>, ids: &[EffectId]) -> Result<Vec<Notice>, Unread> {
    let mut notices = Vec::with_capacity(ids.len());
    for id in ids {
        notices.extend(reader::notice(reader.store, reader.user, *id)?);
    }
    Ok(notices)
}
