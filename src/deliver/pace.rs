//! How many messages a channel takes in a minute: a sliding window, kept in the sender's own hands so that the other side never
//! has to refuse.

use std::collections::VecDeque;

use crate::model::time::{MINUTE_MS, Timestamp};

/// Sends of the last minute, oldest first; at most `per_minute`.
#[derive(Debug)]
pub struct Pace {
    sent: VecDeque<Timestamp>,
    per_minute: usize,
}

impl Pace {
    pub fn new(per_minute: usize) -> Self {
        Self { sent: VecDeque::with_capacity(per_minute), per_minute }
    }

    /// The first instant at which another message may leave: `now`, or later.
    pub fn next(&self, now: Timestamp) -> Timestamp {
        match self.sent.front() {
            Some(oldest) if self.sent.len() >= self.per_minute => oldest.plus_ms(MINUTE_MS).max(now),
            Some(_) | None => now,
        }
    }

    pub fn record(&mut self, at: Timestamp) {
        if self.sent.len() >= self.per_minute {
            self.sent.pop_front();
        }
        self.sent.push_back(at);
    }

    /// The other side said it is too much: nothing leaves for a minute.
    pub fn exhausted(&mut self, at: Timestamp) {
        self.sent.clear();
        self.sent.extend(std::iter::repeat_n(at, self.per_minute));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_third_of_two_a_minute_waits_for_the_first_to_age() {
        let mut pace = Pace::new(2);
        pace.record(Timestamp(1_000));
        assert_eq!(pace.next(Timestamp(2_000)), Timestamp(2_000));
        pace.record(Timestamp(2_000));
        assert_eq!(pace.next(Timestamp(3_000)), Timestamp(61_000));
        assert_eq!(pace.next(Timestamp(70_000)), Timestamp(70_000));
        pace.exhausted(Timestamp(70_000));
        assert_eq!(pace.next(Timestamp(71_000)), Timestamp(130_000));
    }
}
