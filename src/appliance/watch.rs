//! What is looked at again and again while the appliance runs: replaced certificates, a moved clock, the service manager's watchdog.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::tls::Line;
use crate::writer::clock::SystemClock;

const CERTIFICATE_LOOK: Duration = Duration::from_secs(3);
const CLOCK_LOOK: Duration = Duration::from_millis(200);

/// Takes new certificate files as they appear; a bad one is told to the log and the good one stays.
pub async fn certificate(line: Arc<Line>) {
    let mut seen = line.stamp();
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
                tracing::info!(fingerprint = line.fingerprint(), "certificate replaced");
            }
            Err(error) => tracing::error!(%error, "the new certificate is refused, the old one stays"),
        }
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
