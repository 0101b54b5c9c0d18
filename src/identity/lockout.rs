//! Wrong tries, counted before each is judged, so that a hundred at once are still five. Counts by account and network, so one
//! person cannot lock out another from elsewhere, and by network, so that one machine cannot go through all accounts.
//! Refuses to grow: when it is full, strangers wait.

use std::collections::HashMap;

use crate::model::identity::Lock;
use crate::model::limit::{NETWORK_TRIES_MAX, SIGN_IN_LOCK_MS, SIGN_IN_TRIES_MAX, TRIES_KEPT_MAX};
use crate::model::time::Timestamp;

/// Digest of what is counted; see [`Lock::subject`].
pub type Subject = [u8; 32];

#[derive(Debug, Default)]
pub struct Tries {
    counts: HashMap<Subject, Count>,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    tries: u32,
    since: Timestamp,
    locked_until: Option<Timestamp>,
}

/// What a try may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    Go,
    /// This is the last one: if it is wrong, the pause begins.
    LastGo,
    Wait {
        until: Timestamp,
    },
}

impl Tries {
    /// Counts a try that is about to be made; call [`Tries::forgive`] when it was right.
    pub fn take(&mut self, account: Subject, network: Subject, now: Timestamp) -> Leave {
        if let Some(until) = [account, network].iter().filter_map(|subject| self.locked(*subject, now)).max() {
            return Leave::Wait { until };
        }
        if self.counts.len() + 2 > TRIES_KEPT_MAX {
            self.sweep(now);
            if self.counts.len() + 2 > TRIES_KEPT_MAX {
                return Leave::Wait { until: now.plus_ms(SIGN_IN_LOCK_MS) };
            }
        }
        let by_network = self.count(network, now);
        if by_network >= NETWORK_TRIES_MAX {
            let until = self.lock_now(network, now);
            return Leave::Wait { until };
        }
        if self.count(account, now) >= SIGN_IN_TRIES_MAX {
            self.lock_now(account, now);
            return Leave::LastGo;
        }
        Leave::Go
    }

    /// The account's owner is here: what was counted for it is void.
    pub fn forgive(&mut self, account: Subject, network: Subject) {
        self.counts.remove(&account);
        if let Some(count) = self.counts.get_mut(&network) {
            count.tries = count.tries.saturating_sub(1);
        }
    }

    /// A pause that another process life began.
    pub fn restore(&mut self, lock: &Lock) {
        let count = Count { tries: SIGN_IN_TRIES_MAX, since: lock.until, locked_until: Some(lock.until) };
        self.counts.insert(lock.subject, count);
    }

    fn locked(&self, subject: Subject, now: Timestamp) -> Option<Timestamp> {
        self.counts.get(&subject)?.locked_until.filter(|until| *until > now)
    }

    fn count(&mut self, subject: Subject, now: Timestamp) -> u32 {
        let fresh = Count { tries: 0, since: now, locked_until: None };
        let count = self.counts.entry(subject).or_insert(fresh);
        if is_stale(count, now) {
            *count = fresh;
        }
        count.tries += 1;
        count.tries
    }

    fn lock_now(&mut self, subject: Subject, now: Timestamp) -> Timestamp {
        let until = now.plus_ms(SIGN_IN_LOCK_MS);
        if let Some(count) = self.counts.get_mut(&subject) {
            count.locked_until = Some(until);
        }
        until
    }

    fn sweep(&mut self, now: Timestamp) {
        self.counts.retain(|_, count| !is_stale(count, now));
    }
}

fn is_stale(count: &Count, now: Timestamp) -> bool {
    match count.locked_until {
        Some(until) => until <= now,
        None => now.since(count.since) > SIGN_IN_LOCK_MS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANN: Subject = [1; 32];
    const BOB: Subject = [2; 32];
    const NET: Subject = [9; 32];
    const NOW: Timestamp = Timestamp(1_000_000);

    fn after(ms: i64) -> Timestamp {
        NOW.plus_ms(ms)
    }

    #[test]
    fn five_tries_then_a_pause_for_this_account_only() {
        let mut tries = Tries::default();
        let leaves: Vec<Leave> = (0..6).map(|_| tries.take(ANN, NET, NOW)).collect();
        let wait = Leave::Wait { until: after(SIGN_IN_LOCK_MS) };
        assert_eq!(leaves, [Leave::Go, Leave::Go, Leave::Go, Leave::Go, Leave::LastGo, wait]);
        assert_eq!(tries.take(BOB, NET, NOW), Leave::Go);
        assert_eq!(tries.take(ANN, NET, after(SIGN_IN_LOCK_MS - 1)), wait);
        assert_eq!(tries.take(ANN, NET, after(SIGN_IN_LOCK_MS)), Leave::Go);
    }

    #[test]
    fn the_right_password_forgives() {
        let mut tries = Tries::default();
        for _ in 0..5 {
            tries.take(ANN, NET, NOW);
        }
        tries.forgive(ANN, NET);
        assert_eq!(tries.take(ANN, NET, NOW), Leave::Go);
    }

    #[test]
    fn a_pause_survives_a_restart() {
        let mut tries = Tries::default();
        tries.restore(&Lock { subject: ANN, until: after(10) });
        assert_eq!(tries.take(ANN, NET, NOW), Leave::Wait { until: after(10) });
        assert_eq!(tries.take(ANN, NET, after(10)), Leave::Go);
    }

    #[test]
    fn one_network_cannot_go_through_all_accounts() {
        let mut tries = Tries::default();
        let account = |n: u32| {
            let mut subject = [7; 32];
            subject[..4].copy_from_slice(&n.to_be_bytes());
            subject
        };
        let leaves: Vec<Leave> = (0..NETWORK_TRIES_MAX).map(|n| tries.take(account(n), NET, NOW)).collect();
        assert!(leaves[..leaves.len() - 1].iter().all(|leave| *leave == Leave::Go));
        assert!(matches!(leaves.last(), Some(Leave::Wait { .. })));
        assert!(matches!(tries.take(account(9_999), NET, NOW), Leave::Wait { .. }));
    }
}
