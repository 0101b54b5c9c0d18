//! How the writer fares, in figures: groups made durable, how long that took. Counted by its thread, read by anybody.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Upper bounds of the buckets, in microseconds.
pub const BOUNDS_US: [u64; 9] = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 200_000, 1_000_000];

#[derive(Debug, Default)]
pub struct Meter {
    /// Groups by how long they took; the last took longer than every bound.
    buckets: [AtomicU64; BOUNDS_US.len() + 1],
    sum_us: AtomicU64,
    commands: AtomicU64,
}

/// The figures of one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    pub buckets: [u64; BOUNDS_US.len() + 1],
    pub sum_us: u64,
    /// Commands that became durable.
    pub commands: u64,
}

impl Meter {
    pub(super) fn flushed(&self, took: Duration, commands: usize) {
        let us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let bucket = BOUNDS_US.partition_point(|bound| *bound < us);
        self.buckets[bucket].fetch_add(1, Ordering::Relaxed);
        self.sum_us.fetch_add(us, Ordering::Relaxed);
        self.commands.fetch_add(commands as u64, Ordering::Relaxed);
    }

    pub fn figures(&self) -> Figures {
        Figures {
            buckets: std::array::from_fn(|at| self.buckets[at].load(Ordering::Relaxed)),
            sum_us: self.sum_us.load(Ordering::Relaxed),
            commands: self.commands.load(Ordering::Relaxed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_counts_in_the_first_bucket_that_holds_it() {
        let meter = Meter::default();
        for us in [500, 501, 2_000_000] {
            meter.flushed(Duration::from_micros(us), 2);
        }
        let figures = meter.figures();
        assert_eq!((figures.buckets[0], figures.buckets[1], figures.buckets[BOUNDS_US.len()]), (1, 1, 1));
        assert_eq!((figures.sum_us, figures.commands), (2_001_001, 6));
    }
}
