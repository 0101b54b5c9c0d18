//! Where `now` comes from. Rules never look here; the writer stamps each command.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::time::Timestamp;

/// Two implementations: the machine's clock and one that tests move.
pub trait Clock: Send + Sync {
    fn now(&self) -> Timestamp;
}

/// The machine's clock, moved by an offset that is 0 outside rehearsals.
#[derive(Debug, Default)]
pub struct SystemClock {
    offset_ms: AtomicI64,
    back_ms: AtomicI64,
}

impl SystemClock {
    /// Moves the clock for a rehearsal; the appliance reads the offset from a file that only IT can write.
    pub fn set_offset_ms(&self, offset_ms: i64) {
        self.offset_ms.store(offset_ms, Ordering::Relaxed);
    }

    /// Stands that far back, while the past of the sample company is played. The right time comes back with the answer's end.
    pub fn back(&self, ms: i64) -> Back<'_> {
        let back = Back(self);
        back.to(ms);
        back
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        let moved = self.offset_ms.load(Ordering::Relaxed) - self.back_ms.load(Ordering::Relaxed);
        Timestamp(i64::try_from(elapsed).unwrap_or(i64::MAX)).plus_ms(moved)
    }
}

/// A clock that stands back for as long as this lives.
pub struct Back<'a>(&'a SystemClock);

impl Back<'_> {
    pub fn to(&self, ms: i64) {
        self.0.back_ms.store(ms, Ordering::Relaxed);
    }
}

impl Drop for Back<'_> {
    fn drop(&mut self) {
        self.to(0);
    }
}

/// Stands still until it is moved.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    pub const fn at(now: Timestamp) -> Self {
        Self(AtomicI64::new(now.0))
    }

    pub fn advance_ms(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::Relaxed);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }
}
