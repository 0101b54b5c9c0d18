//! Who has a working copy open just now, as its windows keep saying. In memory only: who falls silent is forgotten, and after a start
//! everybody says it again. Refuses to remember more windows of one copy than may be open.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::model::id::{UserId, WindowId};
use crate::model::limit::{WINDOW_SILENT_MS_MAX, WINDOWS_PER_COPY_MAX};
use crate::model::time::Timestamp;
use crate::view::feed::WorkingCopy;

/// Locked only to look and note.
#[derive(Default)]
pub struct Presence(Mutex<BTreeMap<WorkingCopy, Vec<Open>>>);

/// One window with a working copy in it.
struct Open {
    window: WindowId,
    user: UserId,
    heard: Timestamp,
}

impl Presence {
    /// `window` has the copy open, or `leaves` it. Who else has, those who came first in front; a second window of the same person
    /// is somebody else, too.
    pub fn hear(
        &self,
        copy: WorkingCopy,
        (window, user): (WindowId, UserId),
        leaves: bool,
        now: Timestamp,
    ) -> Vec<UserId> {
        // Every change under the lock is one step, so a panic elsewhere leaves nothing half done.
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, windows| {
            windows.retain(|one| now.since(one.heard) < WINDOW_SILENT_MS_MAX);
            !windows.is_empty()
        });
        let windows = open.entry(copy).or_default();
        let own = windows.iter().position(|one| one.window == window && one.user == user);
        match own {
            Some(at) if leaves => drop(windows.remove(at)),
            Some(at) => windows[at].heard = now,
            None if leaves || windows.len() >= WINDOWS_PER_COPY_MAX => {}
            None => windows.push(Open { window, user, heard: now }),
        }
        let mut others = Vec::new();
        for one in windows.iter().filter(|one| one.window != window) {
            if !others.contains(&one.user) {
                others.push(one.user);
            }
        }
        others
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::FormId;

    const COPY: WorkingCopy = WorkingCopy::Form(FormId::from_u128(1));

    fn at(ms: i64) -> Timestamp {
        Timestamp(ms)
    }

    const fn window(of: u128, number: u128) -> (WindowId, UserId) {
        (WindowId::from_u128(10 * of + number), UserId::from_u128(of))
    }

    #[test]
    fn whoever_has_it_open_is_told_of_the_others_until_they_leave_or_fall_silent() {
        let presence = Presence::default();
        let [wang, li] = [1, 2].map(UserId::from_u128);
        assert_eq!(presence.hear(COPY, window(1, 0), false, at(0)), []);
        assert_eq!(presence.hear(COPY, window(2, 0), false, at(1_000)), [wang]);
        assert_eq!(presence.hear(COPY, window(1, 0), false, at(2_000)), [li]);
        assert_eq!(presence.hear(WorkingCopy::Flow(FormId::from_u128(1)), window(1, 0), false, at(2_000)), []);

        presence.hear(COPY, window(2, 0), true, at(3_000));
        assert_eq!(presence.hear(COPY, window(1, 0), false, at(3_000)), []);

        presence.hear(COPY, window(2, 0), false, at(4_000));
        assert_eq!(presence.hear(COPY, window(1, 0), false, at(4_000 + WINDOW_SILENT_MS_MAX)), []);
    }

    #[test]
    fn a_second_window_of_ones_own_counts_and_a_crowd_does_not_grow_for_ever() {
        let presence = Presence::default();
        presence.hear(COPY, window(1, 0), false, at(0));
        assert_eq!(presence.hear(COPY, window(1, 1), false, at(0)), [UserId::from_u128(1)]);
        for number in 0..2 * WINDOWS_PER_COPY_MAX as u128 {
            presence.hear(COPY, window(100 + number, 0), false, at(0));
        }
        assert_eq!(presence.hear(COPY, window(9, 0), false, at(0)).len() + 1, WINDOWS_PER_COPY_MAX);
    }
}
