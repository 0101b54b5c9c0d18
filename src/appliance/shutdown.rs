//! How the process is asked to end.

use tokio::signal::unix::{SignalKind, signal};

/// Listens from now on; what it gives waits for the service manager or the keyboard, and misses nothing that was said before.
///
/// # Errors
/// The process cannot listen for signals.
pub fn listen() -> std::io::Result<impl Future<Output = ()>> {
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
        }
    })
}
