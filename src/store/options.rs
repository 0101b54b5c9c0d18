//! How a store is run.

use std::time::Duration;

use super::space::{Reserve, Space};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Memory for rows, held by the engine.
    pub cache_bytes: u64,
    pub segment_bytes: u64,
    /// Room that is never used.
    pub reserve: Reserve,
    /// Room given up so that a full disk can still be opened.
    pub ballast_bytes: u64,
    /// Journal bytes after which the rows are made durable: bounds the replay at the next start.
    pub checkpoint_bytes: u64,
    pub check: Check,
    /// The rows' engine may be silent for so long while it opens, before it is given up.
    pub patience: Duration,
}

/// How much of the rows is read before the store is trusted. The journal's end is always proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Every row is counted and summed, so that a missing or stale one is found.
    Sum,
    /// Rows are checked one by one as they are read.
    OnRead,
}

impl Options {
    pub const USUAL: Self = Self {
        // sled holds twice as much, and the system's own cache keeps what is read often.
        cache_bytes: 8 << 20,
        segment_bytes: 64 << 20,
        reserve: Reserve::USUAL,
        ballast_bytes: 64 << 20,
        checkpoint_bytes: 64 << 20,
        check: Check::Sum,
        patience: Duration::from_mins(1),
    };
    /// Small files and no reserve. For tests.
    pub const SMALL: Self = Self {
        cache_bytes: 4 << 20,
        segment_bytes: 64 << 10,
        reserve: Reserve::NONE,
        ballast_bytes: 0,
        checkpoint_bytes: 256 << 10,
        check: Check::Sum,
        patience: Duration::from_mins(1),
    };

    /// The usual ones, with files that a small disk can hold.
    pub fn fitting(space: Space) -> Self {
        let share = (space.total / 64).clamp(1 << 20, Self::USUAL.segment_bytes);
        Self {
            segment_bytes: share,
            // What the rows' engine may have to write before it reads: twice what it may have to catch up, at least.
            ballast_bytes: share.max(4 << 20),
            checkpoint_bytes: share / 2,
            reserve: Reserve::fitting(space),
            ..Self::USUAL
        }
    }
}
