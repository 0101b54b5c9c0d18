//! The change log: what every commit said, in order, as the journal keeps it. Refuses entries that are not yet durable,
//! and an entry that does not fit the chain.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::codec::{self, Commit};
use super::commit::Seq;
use super::error::StoreError;
use super::journal::segment::Segment;
use super::journal::walk::Walk;
use super::{Core, Store};
use crate::crypt::key_ring::Purpose;
use crate::crypt::secret::Key;

/// One commit of the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub seq: Seq,
    pub commit: Commit,
}

/// Entries from one seq on, up to the head at the time each is asked for.
pub struct Log {
    core: Arc<Core>,
    chain: Key,
    next: Seq,
    /// Entries of the segment in hand that were read ahead, last first.
    ahead: Vec<Entry>,
}

/// Entries read at once: bounds memory, and what a walk costs to begin.
const AHEAD_MAX: usize = 256;
const AHEAD_BYTES_MAX: usize = 1 << 20;

impl Store {
    /// Every commit from `from` (or the first) to the head. Ask again after the end to see what came since.
    pub fn log(&self, from: Seq) -> Log {
        let core = Arc::clone(&self.core);
        let chain = core.ring.derived(Purpose::Chain);
        Log { core, chain, next: from.max(1), ahead: Vec::new() }
    }
}

impl Iterator for Log {
    type Item = Result<Entry, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ahead.is_empty()
            && self.next <= self.core.head.load(Ordering::Acquire)
            && let Err(error) = self.read_ahead()
        {
            return Some(Err(error));
        }
        let entry = self.ahead.pop()?;
        self.next = entry.seq + 1;
        Some(Ok(entry))
    }
}

impl Log {
    fn read_ahead(&mut self) -> Result<(), StoreError> {
        let head = self.core.head.load(Ordering::Acquire);
        let (segment, end) = self.segment_of(self.next);
        let last = end.unwrap_or(head).min(head);
        let mut walk = Walk::from_seq(&segment, &self.chain, self.next)?;
        let mut bytes = 0;
        for seq in self.next..=last {
            let at = walk.offset();
            let damaged = |what: &str| StoreError::damaged(&segment.path, at, format!("change {seq} {what}"));
            let step = walk.step()?.ok_or_else(|| damaged("is missing"))?;
            bytes += step.body.len();
            let commit = codec::decode(&step.body).ok_or_else(|| damaged("does not parse"))?;
            self.ahead.push(Entry { seq, commit });
            if self.ahead.len() >= AHEAD_MAX || bytes >= AHEAD_BYTES_MAX {
                break;
            }
        }
        self.ahead.reverse();
        Ok(())
    }

    /// The segment with `seq`, and its last seq unless it is the newest segment.
    fn segment_of(&self, seq: Seq) -> (Arc<Segment>, Option<Seq>) {
        let segments = self.core.segments.read().expect("no holder panics");
        let after = segments.partition_point(|segment| segment.first_seq <= seq);
        let segment = Arc::clone(&segments[after.saturating_sub(1)]);
        (segment, segments.get(after).map(|next| next.first_seq - 1))
    }
}
