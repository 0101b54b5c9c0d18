//! How the process is asked to end.

use tokio::signal::unix::{SignalKind, signal};

/// Waits for the service manager or the keyboard.
///
/// # Errors
/// The process cannot listen for signals.
pub async fn asked() -> std::io::Result<()> {
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
    Ok(())
}
