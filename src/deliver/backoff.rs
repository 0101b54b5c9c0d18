//! When to try again (`flow.md` 5.5).

use crate::model::effect::OutgoingState;
use crate::model::limit::DELIVERY_ATTEMPTS_MAX;
use crate::model::time::{HOUR_MS, MINUTE_MS, Timestamp};

/// Waits after the first, second, ... failed try.
const WAITS_MS: [i64; 6] = [10_000, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS];

/// The state after `attempts` failed tries, the last of them at `now`.
pub fn after_failure(attempts: u32, now: Timestamp, error: String) -> OutgoingState {
    let wait = attempts.checked_sub(1).and_then(|index| WAITS_MS.get(index as usize));
    match wait {
        Some(wait) if attempts < DELIVERY_ATTEMPTS_MAX => {
            OutgoingState::Waiting { next_at: now.plus_ms(*wait), last_error: Some(error) }
        }
        Some(_) | None => OutgoingState::Parked { at: now, last_error: error },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_tries_then_parked() {
        let waits: Vec<Option<i64>> = (1..=7)
            .map(|attempts| match after_failure(attempts, Timestamp(0), String::new()) {
                OutgoingState::Waiting { next_at, .. } => Some(next_at.0),
                OutgoingState::Parked { .. } | OutgoingState::Delivered { .. } => None,
            })
            .collect();
        assert_eq!(waits[..6], WAITS_MS.map(Some));
        assert_eq!(waits[6], None);
    }
}
