//! When to try again (`flow.md` 5.5).

use crate::model::effect::OutgoingState;
use crate::model::limit::DELIVERY_ATTEMPTS_MAX;
use crate::model::time::{HOUR_MS, MINUTE_MS, Timestamp};

/// Waits after the first, second, ... failed try.
const WAITS_MS: [i64; 6] = [10_000, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS];

/// Why a try failed, as far as the wait depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The network, or an answer that is not understood.
    Trouble,
    /// The other side had too much: its minute has to pass, also for a process that starts in between.
    TooMuch,
}

/// The state after `attempts` failed tries, the last of them at `now`.
pub fn after_failure(failure: Failure, attempts: u32, now: Timestamp, error: String) -> OutgoingState {
    let least_ms = match failure {
        Failure::Trouble => 0,
        Failure::TooMuch => MINUTE_MS,
    };
    let wait = attempts.checked_sub(1).and_then(|index| WAITS_MS.get(index as usize));
    match wait {
        Some(wait) if attempts < DELIVERY_ATTEMPTS_MAX => {
            OutgoingState::Waiting { next_at: now.plus_ms(least_ms.max(*wait)), last_error: Some(error) }
        }
        Some(_) | None => OutgoingState::Parked { at: now, last_error: error },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_tries_then_parked() {
        let waits: Vec<Option<i64>> = (1..=7).map(|attempts| wait(Failure::Trouble, attempts)).collect();
        assert_eq!(waits[..6], WAITS_MS.map(Some));
        assert_eq!(waits[6], None);
    }

    #[test]
    fn what_was_too_much_waits_a_minute_at_least() {
        let waits: Vec<Option<i64>> = (1..=3).map(|attempts| wait(Failure::TooMuch, attempts)).collect();
        assert_eq!(waits, [Some(MINUTE_MS), Some(MINUTE_MS), Some(5 * MINUTE_MS)]);
    }

    fn wait(failure: Failure, attempts: u32) -> Option<i64> {
        match after_failure(failure, attempts, Timestamp(0), String::new()) {
            OutgoingState::Waiting { next_at, .. } => Some(next_at.0),
            OutgoingState::Parked { .. } | OutgoingState::Delivered { .. } => None,
        }
    }
}
