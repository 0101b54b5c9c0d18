//! What a start tells while it opens the store and when it has: how far it has come, at most once a second, and everything that was
//! not as usual.

use std::time::{Duration, Instant};

use crate::store::open::{Opened, Progress};

const PAUSE: Duration = Duration::from_secs(1);
/// What the service manager is asked to wait for the next word.
const PATIENCE_US: u32 = 120_000_000;

/// Tells the log, and the service manager that it has to be patient.
pub fn log() -> impl FnMut(Progress) {
    paced(|words| {
        tracing::info!("{words}");
        // Without a service manager there is nobody to tell.
        let _ = sd_notify::notify(&[
            sd_notify::NotifyState::Status(words),
            sd_notify::NotifyState::ExtendTimeoutUsec(PATIENCE_US),
        ]);
    })
}

/// Passes on what is said after a pause.
fn paced(mut tell: impl FnMut(&str)) -> impl FnMut(Progress) {
    let mut last = Instant::now();
    move |progress| {
        if last.elapsed() >= PAUSE {
            last = Instant::now();
            tell(&words(progress));
        }
    }
}

/// Of the whole, where that is known.
pub const fn share(progress: Progress) -> Option<u64> {
    match progress {
        Progress::Checking { .. } => None,
        Progress::Proving { seq, of } | Progress::Replaying { seq, of } => Some(percent(seq, of)),
    }
}

pub fn words(progress: Progress) -> String {
    match progress {
        Progress::Checking { rows } => format!("checking the rows: {rows}"),
        Progress::Proving { seq, of } => format!("proving the journal: {} %", percent(seq, of)),
        Progress::Replaying { seq, of } => format!("bringing the rows up to the journal: {} %", percent(seq, of)),
    }
}

const fn percent(seq: u64, of: u64) -> u64 {
    // `of` is a lower bound, so what was promised is never more than all.
    if of == 0 || seq >= of { 100 } else { seq * 100 / of }
}

/// What is worth a line in the log.
pub fn report(opened: &Opened) {
    if let Some(from) = opened.lifted_from {
        tracing::warn!(from, "the data was lifted from an older form; a copy of before stands in the data directory");
    }
    if opened.proved {
        tracing::warn!("the last run had stopped after a failure: the whole journal and all rows were read again");
    }
    if let Some(why) = &opened.rebuilt {
        tracing::warn!(why, replayed = opened.replayed, "the rows were rebuilt from the journal; nothing is lost");
    }
    if let Some(torn) = &opened.torn {
        let (bytes, copy) = (torn.bytes, torn.copy.display());
        tracing::warn!(bytes, %copy, "bytes that nobody was told about were set aside");
    }
    for path in &opened.repaired {
        tracing::warn!(path = %path.display(), "a second copy was missing or unreadable and is written anew");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_all_is_ever_done() {
        let told = [(0, 0), (1, 3), (3, 3), (5, 3)].map(|(seq, of)| words(Progress::Replaying { seq, of }));
        let ends: Vec<&str> = told.iter().filter_map(|told| told.rsplit_once(": ")).map(|(_, end)| end).collect();
        assert_eq!(ends, ["100 %", "33 %", "100 %", "100 %"]);
    }
}
