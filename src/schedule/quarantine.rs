//! A restored workspace must not act on the past: reminders, messages and scheduled work wait here until an administrator says a
//! word. What people ask for themselves goes on.

use tokio::sync::watch;

#[derive(Debug)]
pub struct Quarantine(watch::Sender<bool>);

impl Quarantine {
    pub fn new(is_on: bool) -> Self {
        Self(watch::Sender::new(is_on))
    }

    pub fn is_on(&self) -> bool {
        *self.0.borrow()
    }

    pub fn lift(&self) {
        self.0.send_replace(false);
    }

    /// Returns when there is none, or none any more.
    pub async fn over(&self) {
        // It cannot be closed while it is borrowed.
        drop(self.0.subscribe().wait_for(|is_on| !is_on).await);
    }
}
