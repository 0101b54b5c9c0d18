//! The history from its first commit on, through segments that are opened one after the other: for reading a journal
//! that is nobody's yet. Refuses a segment that does not follow, and an entry that does not parse.

use super::segment::{Segment, Tip};
use super::walk::Walk;
use crate::crypt::key_ring::{KeyRing, Purpose};
use crate::crypt::secret::Key;
use crate::store::codec::{self, Commit};
use crate::store::error::StoreError;

pub struct Chain {
    key: Key,
    tip: Tip,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    On,
    /// Not this commit, and none after it.
    Stop,
}

/// Shown each commit with the tip that it makes and its bytes.
pub type Visit<'a> = &'a mut dyn FnMut(Tip, usize, Commit) -> Result<Flow, StoreError>;

impl Chain {
    pub fn new(ring: &KeyRing) -> Self {
        Self { key: ring.derived(Purpose::Chain), tip: Tip::START }
    }

    /// The last commit that was taken.
    pub const fn tip(&self) -> Tip {
        self.tip
    }

    /// Goes through one segment. Gives the offset of the commit that `visit` stopped at.
    ///
    /// # Errors
    /// - `Damaged`: it is not the next segment, or a commit does not parse.
    pub fn follow(&mut self, segment: &Segment, visit: Visit<'_>) -> Result<Option<u64>, StoreError> {
        if segment.start() != self.tip {
            return Err(StoreError::damaged(&segment.path, 0, "the file does not follow the one before it"));
        }
        let mut walk = Walk::from_start(segment, &self.key)?;
        loop {
            let offset = walk.offset();
            let Some(step) = walk.step()? else { return Ok(None) };
            let unreadable =
                || StoreError::damaged(&segment.path, offset, format!("change {} does not parse", step.tip.seq));
            let commit = codec::decode(&step.body).ok_or_else(unreadable)?;
            if visit(step.tip, step.body.len(), commit)? == Flow::Stop {
                return Ok(Some(offset));
            }
            self.tip = step.tip;
        }
    }
}
