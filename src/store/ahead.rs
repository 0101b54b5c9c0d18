//! Rows that are read and decoded on threads of their own, a little ahead of whoever takes them, and added up on the way. An engine that
//! hangs is given up; its thread is left behind.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use super::error::StoreError;
use super::open::{OnProgress, Progress};
use super::sum::Sum;

/// Batches that may wait to be taken, and what a batch holds.
const AHEAD: usize = 4;
const BATCH: usize = 256;

type Batch<T> = Vec<Result<T, StoreError>>;

/// The readers of one sum, side by side.
pub struct Ahead<T> {
    sum: Arc<Sum>,
    /// No row is read for so long only when the engine hangs.
    patience: Duration,
    sender: SyncSender<Batch<T>>,
    batches: Receiver<Batch<T>>,
}

impl<T: Send + 'static> Ahead<T> {
    pub fn of(sum: &Arc<Sum>, patience: Duration) -> Self {
        let (sender, batches) = sync_channel(AHEAD);
        Self { sum: Arc::clone(sum), patience, sender, batches }
    }

    /// One more reader begins; `items` is what it makes of rows of the sum.
    pub fn read(
        &self,
        name: &str,
        items: impl Iterator<Item = Result<T, StoreError>> + Send + 'static,
    ) -> Result<(), StoreError> {
        let sender = self.sender.clone();
        let mut items = items.fuse();
        let work = move || {
            loop {
                let batch: Batch<T> = items.by_ref().take(BATCH).collect();
                // Nobody takes any more after the first error.
                if batch.is_empty() || sender.send(batch).is_err() {
                    return;
                }
            }
        };
        let started = std::thread::Builder::new().name(name.to_owned()).spawn(work);
        let failed = |error| StoreError::Rows(format!("a thread that reads them cannot be started: {error}"));
        started.map(drop).map_err(failed)
    }

    /// Hands on what was read, the items of each reader in their order, until all is read that there is.
    ///
    /// # Errors
    /// - `Rows`: the rows do not add up, or the engine failed or fell silent.
    /// - as the items.
    pub fn each(self, progress: OnProgress<'_>, take: &mut dyn FnMut(T)) -> Result<(), StoreError> {
        let sum = Arc::clone(&self.sum);
        let others = std::iter::once_with(move || sum.rest(&mut |_| ()));
        self.read("start-others", others.filter_map(Result::err).map(Err))?;
        let Self { sum, patience, sender, batches } = self;
        drop(sender);
        let handed = hand_on((&sum, patience), &batches, progress, take).and_then(|()| sum.verdict());
        if handed.is_err() {
            sum.give_up();
        }
        handed
    }
}

fn hand_on<T>(
    (sum, patience): (&Sum, Duration),
    batches: &Receiver<Batch<T>>,
    progress: OnProgress<'_>,
    take: &mut dyn FnMut(T),
) -> Result<(), StoreError> {
    let mut seen = 0;
    loop {
        match batches.recv_timeout(patience) {
            Ok(batch) => batch.into_iter().try_for_each(|item| item.map(&mut *take))?,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
            Err(RecvTimeoutError::Timeout) if sum.read() > seen => {}
            Err(RecvTimeoutError::Timeout) => {
                return Err(StoreError::Rows(format!("no row was read for {} s", patience.as_secs())));
            }
        }
        seen = sum.read();
        progress(Progress::Checking { rows: seen });
    }
}
