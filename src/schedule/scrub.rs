//! The nightly reading: every change, row and stored file once a night, when nobody is in a hurry. Damage is told to the log, the
//! administrators' page and the figures; it changes nothing itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::tz::TimeZone;

use crate::model::time::{HOUR_MS, Timestamp};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::writer::clock::Clock;

/// Hours of the night, in the workspace's zone: the first, and the one that ends it.
const NIGHT: std::ops::Range<i8> = 1..5;
/// A night's reading is due when the last is older than this; a machine that is off at night reads by day after the second.
const DUE_MS: i64 = 20 * HOUR_MS;
const OVERDUE_MS: i64 = 48 * HOUR_MS;
const LOOK: Duration = Duration::from_mins(10);

/// Runs until it is dropped. `zone` is asked anew each time: somebody may change it.
pub async fn run(store: Arc<Store>, clock: Arc<dyn Clock>, zone: impl Fn() -> TimeZone + Send + Sync + 'static) {
    let began = clock.now();
    loop {
        tokio::time::sleep(LOOK).await;
        let last = store.diary().scrubbed.map(|scrubbed| scrubbed.at);
        if is_due(clock.now(), last.unwrap_or(began), &zone()) {
            once(&store).await;
        }
    }
}

fn is_due(now: Timestamp, last: Timestamp, zone: &TimeZone) -> bool {
    let hour = jiff::Timestamp::from_millisecond(now.0).map_or(0, |at| at.to_zoned(zone.clone()).hour());
    let age = now.since(last);
    age > OVERDUE_MS || (age > DUE_MS && NIGHT.contains(&hour))
}

/// Calls a reading off when the task that waits for it goes away: the process ends and must not wait.
struct CallOff(Arc<AtomicBool>);

impl Drop for CallOff {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

async fn once(store: &Arc<Store>) {
    let (reading, over) = (Arc::clone(store), Arc::new(AtomicBool::new(false)));
    let _call_off = CallOff(over.clone());
    let read = tokio::task::spawn_blocking(move || reading.scrub(&|| over.load(Ordering::Relaxed))).await;
    match read.unwrap_or_else(|_| Err(StoreError::Stopped("the process ends".to_owned()))) {
        Ok(scrubbed) if scrubbed.findings.is_empty() => {
            let crate::store::diary::Scrubbed { took_ms, commits, rows, files, .. } = scrubbed;
            tracing::info!(took_ms, commits, rows, files, "everything was read and is as it was written");
        }
        Ok(scrubbed) => {
            for finding in &scrubbed.findings {
                tracing::error!(finding, "something stored is not as it was written; restore it from a backup");
            }
        }
        Err(error) => tracing::error!(%error, "the nightly reading failed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_due_at_night_once_and_by_day_only_when_nights_were_missed() {
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        let at = |text: &str| Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond());
        let due = |now, last| is_due(at(now), at(last), &zone);
        // Three in the morning there.
        assert!(due("2026-03-04T19:00:00Z", "2026-03-03T19:10:00Z"));
        assert!(!due("2026-03-04T20:00:00Z", "2026-03-04T19:00:00Z"), "it was read an hour ago");
        assert!(!due("2026-03-04T04:00:00Z", "2026-03-03T04:00:00Z"), "it is noon");
        assert!(due("2026-03-05T04:30:00Z", "2026-03-03T04:00:00Z"), "two nights were missed");
    }
}
