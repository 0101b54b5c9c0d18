//! New keys while everybody works: whenever keys have retired, rows and files are sealed anew in the background, at a fifth of one core
//! at most, and over restarts. Refuses to be in a hurry: whatever cannot be sealed now is looked at again later.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::reseal::{Bite, Progress, Resealing};

/// Rest after a bite, in times of what the bite took.
const REST: u32 = 4;
/// Until another try after something went wrong.
const AFTER_TROUBLE: Duration = Duration::from_mins(1);

/// What goes on, for people to look at.
#[derive(Debug, Default)]
pub struct Rotation {
    bell: Notify,
    /// Locked because the page reads what the task writes.
    progress: Mutex<Option<Progress>>,
}

impl Rotation {
    /// How far it has come; `None`: it rests.
    pub fn progress(&self) -> Option<Progress> {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// There are new keys: begin.
    pub fn begin(&self) {
        self.bell.notify_one();
    }

    /// Runs until it is dropped. What an earlier life of the process left undone is taken up at once.
    pub async fn run(self: Arc<Self>, store: Arc<Store>) {
        loop {
            if !store.has_retired_keys() {
                self.bell.notified().await;
            }
            match self.once(&store).await {
                // Damaged files keep their keys; another look is of use after the next rotation only.
                Ok(progress) if progress.files_damaged > 0 => {
                    tracing::error!(files = progress.files_damaged, "damaged files keep their old key");
                    self.tell(None);
                    self.bell.notified().await;
                }
                Ok(progress) => tracing::info!(rows = progress.rows, files = progress.files, "sealed anew"),
                Err(error) => {
                    tracing::error!(%error, "sealing anew has to wait");
                    self.tell(None);
                    tokio::time::sleep(AFTER_TROUBLE).await;
                }
            }
            self.tell(None);
        }
    }

    async fn once(&self, store: &Arc<Store>) -> Result<Progress, StoreError> {
        let mut work = Resealing::default();
        loop {
            let (store, began) = (Arc::clone(store), Instant::now());
            let bitten = tokio::task::spawn_blocking(move || {
                let bite = store.reseal(&mut work);
                (work, bite)
            });
            let ended = |_| StoreError::Stopped("the process ends".to_owned());
            let bite;
            (work, bite) = bitten.await.map_err(ended)?;
            if bite? == Bite::Done {
                return Ok(work.progress);
            }
            self.tell(Some(work.progress));
            tokio::time::sleep(began.elapsed() * REST).await;
        }
    }

    fn tell(&self, progress: Option<Progress>) {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }
}
