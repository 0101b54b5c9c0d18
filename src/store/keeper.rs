//! The store's own thread: folds what was committed into the rows' engine, writes the acknowledged mark, sets the next segment
//! aside, makes the rows durable from time to time. Nobody's answer waits for it, and nothing acknowledged depends on it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Core;
use super::error::StoreError;
use super::space::Space;

/// So long commits gather before they are folded.
const GATHERING: Duration = Duration::from_millis(50);
/// A memtable of this part of what it may hold is folded at once.
const FOLD_PART: usize = 4;

pub struct Keeper {
    /// Holds one word at most; absent while it ends.
    bell: Option<SyncSender<()>>,
    /// Sleeps until the next commit. A bell for each of them would wake it a thousand times a second.
    rests: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    pub(super) fn start(core: Arc<Core>) -> Result<Self, StoreError> {
        let (bell, rings) = sync_channel(1);
        let dir = core.dir.clone();
        let rests = Arc::new(AtomicBool::new(true));
        let own = Arc::clone(&rests);
        let thread =
            std::thread::Builder::new().name("store-keeper".to_owned()).spawn(move || keep(&core, &rings, &own));
        let thread = thread.map_err(StoreError::io("starting the keeper of", &dir))?;
        Ok(Self { bell: Some(bell), rests, thread: Some(thread) })
    }

    /// Says that there was a commit.
    pub(super) fn wake(&self, core: &Core) {
        if !self.rests.swap(false, Ordering::AcqRel) && core.memtable.bytes() < core.memtable_max() / FOLD_PART {
            return;
        }
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

fn keep(core: &Core, rings: &Receiver<()>, rests: &AtomicBool) {
    while rings.recv().is_ok() {
        // A second ring says that there is much already.
        if rings.recv_timeout(GATHERING) == Err(RecvTimeoutError::Disconnected) {
            return;
        }
        // From here on a commit rings: what it adds may be too late for this time.
        rests.store(true, Ordering::Release);
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
        self.fold()?;
        let mut hand = self.hand();
        self.go_on()?;
        self.or_stop(|| hand.tail.mark())?;
        let is_due = hand.unsynced_bytes >= self.options.checkpoint_bytes;
        drop(hand);
        if is_due { self.checkpoint() } else { Ok(()) }
    }
}
