//! What is looked at again and again while the appliance runs: room on the disk, replaced certificates, a moved clock, the service
//! manager's watchdog, and whether the store has stopped.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use super::tls::Line;
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::space::{Room, Space};
use crate::writer::clock::SystemClock;

const CERTIFICATE_LOOK: Duration = Duration::from_secs(3);
const ROOM_LOOK: Duration = Duration::from_secs(2);
const STOPPED_LOOK: Duration = Duration::from_secs(1);
const CLOCK_LOOK: Duration = Duration::from_millis(200);

/// Takes new certificate files as they appear; a bad one is told to the log and the good one stays.
pub async fn certificate(line: Arc<Line>, ends: Arc<AtomicI64>) {
    let mut seen = line.stamp();
    let note = |line: &Line| ends.store(line.ends().map_or(0, |at| at.0), Ordering::Relaxed);
    note(&line);
    loop {
        tokio::time::sleep(CERTIFICATE_LOOK).await;
        let stamp = line.stamp();
        if stamp.is_none() || stamp == seen {
            continue;
        }
        // Both files are replaced one after the other: a mismatch now may fit at the next look.
        match line.reload() {
            Ok(()) => {
                seen = stamp;
                note(&line);
                tracing::info!(fingerprint = line.fingerprint(), "certificate replaced");
            }
            Err(error) => tracing::error!(%error, "the new certificate is refused, the old one stays"),
        }
    }
}

/// Tells the log each time the room on the disk comes to another word, and when the rows were opened anew for it.
pub async fn room(store: Arc<Store>) {
    let (mut seen, mut revived) = (Room::Ample, store.diary().revived);
    loop {
        let newest = store.diary().revived;
        if let Some(noted) = newest.as_ref().filter(|_| newest != revived) {
            tracing::warn!(
                why = noted.what,
                "the rows were opened anew and brought up from the journal; nothing is lost"
            );
            revived = newest;
        }
        match (store.room(), store.space()) {
            (Ok(room), Ok(Space { free, total })) if room != seen => {
                match room {
                    Room::Ample => tracing::info!(free, total, "there is room on the disk again"),
                    Room::Low => tracing::warn!(free, total, "a tenth or less of the disk is free: make room"),
                    Room::Full => {
                        tracing::error!(free, total, "the disk is nearly full: changes are refused, reading goes on");
                    }
                }
                seen = room;
            }
            (Err(error), _) | (_, Err(error)) => tracing::error!(%error, "the disk cannot be asked for its room"),
            _ => {}
        }
        tokio::time::sleep(ROOM_LOOK).await;
    }
}

/// Ends when the store has stopped by itself, and says why, even while nobody asks it for anything.
pub async fn stopped(store: &Store) -> StoreError {
    loop {
        if let Some(why) = store.stopped() {
            return StoreError::Stopped(why.to_owned());
        }
        tokio::time::sleep(STOPPED_LOOK).await;
    }
}

/// Moves the clock by what the file says; no file means no move. A file that is just being written moves nothing.
pub fn set_clock(path: &Path, clock: &SystemClock) {
    match std::fs::read_to_string(path).map(|text| text.trim().parse()) {
        Ok(Ok(offset_ms)) => clock.set_offset_ms(offset_ms),
        Ok(Err(_)) => {}
        Err(_) => clock.set_offset_ms(0),
    }
}

pub async fn clock(path: PathBuf, clock: Arc<SystemClock>) {
    loop {
        set_clock(&path, &clock);
        tokio::time::sleep(CLOCK_LOOK).await;
    }
}

/// Tells the service manager that the process lives, if it wants to know.
pub async fn watchdog() {
    let Some(within) = sd_notify::watchdog_enabled() else { return };
    loop {
        // A service manager that went away is no reason to stop.
        let _ = sd_notify::notify(&[sd_notify::NotifyState::Watchdog]);
        tokio::time::sleep(within / 2).await;
    }
}
