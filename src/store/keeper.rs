//! The store's own thread: writes the acknowledged mark when commits pause, sets the next segment aside, makes the rows
//! durable from time to time. Nothing waits for it, and nothing acknowledged depends on it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Core;
use super::error::StoreError;
use super::space::Space;

/// A pause this long is idleness.
const IDLE: Duration = Duration::from_millis(50);
/// Groups after which it works although commits do not pause.
const GROUPS_MAX: u32 = 64;

pub struct Keeper {
    /// Holds one word at most; absent while it ends.
    bell: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    pub(super) fn start(core: Arc<Core>) -> Result<Self, StoreError> {
        let (bell, rings) = sync_channel(1);
        let dir = core.dir.clone();
        let thread = std::thread::Builder::new().name("store-keeper".to_owned()).spawn(move || keep(&core, &rings));
        let thread = thread.map_err(StoreError::io("starting the keeper of", &dir))?;
        Ok(Self { bell: Some(bell), thread: Some(thread) })
    }

    /// Says that there was a commit.
    pub(super) fn wake(&self) {
        if let Some(bell) = &self.bell {
            match bell.try_send(()) {
                // A full bell has been rung and not yet heard, which is as good; without a hearer the store has stopped.
                Ok(()) | Err(TrySendError::Full(()) | TrySendError::Disconnected(())) => {}
            }
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.bell = None;
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the keeper turns its failures into a stopped store");
        }
    }
}

fn keep(core: &Core, rings: &Receiver<()>) {
    while rings.recv().is_ok() {
        let mut groups = 1;
        while groups < GROUPS_MAX {
            match rings.recv_timeout(IDLE) {
                Ok(()) => groups += 1,
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        if core.tend().is_err() {
            // The store has stopped and says why to whoever commits next.
            return;
        }
    }
}

impl Core {
    /// Does what is due.
    fn tend(&self) -> Result<(), StoreError> {
        let set_aside = || {
            self.ballast.take_if_roomy(Space::of(&self.dir)?)?;
            Space::of(&self.dir)?.admit(self.options.reserve, self.spare.wanted(0))?;
            self.spare.provide(0)
        };
        match set_aside() {
            // The commit that needs it will ask again, and refuse by name.
            Ok(()) | Err(StoreError::StorageFull { .. }) => {}
            Err(error) => return self.or_stop(|| Err(error)),
        }
        let mut hand = self.hand.lock().expect("no holder panics");
        self.go_on()?;
        self.or_stop(|| hand.tail.mark())?;
        let is_due = hand.unsynced_bytes >= self.options.checkpoint_bytes;
        drop(hand);
        if is_due { self.checkpoint() } else { Ok(()) }
    }
}
