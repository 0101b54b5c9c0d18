//! Housekeeping: stored files that nothing mentions are forgotten, and their bytes removed for good, as are uploads that nobody goes on
//! with. Refuses to remove a file that could still be attached, or of which it is not certain that it is unknown.

use std::sync::Arc;
use std::time::Duration;

use crate::crypt::chance;
use crate::model::command::{Actor, Ask, Command, FileAsk};
use crate::model::id::CommandId;
use crate::model::limit::{BATCH_ASKS_MAX, FILE_UNUSED_MS_MAX};
use crate::model::time::{HOUR_MS, Timestamp};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::writer::clock::Clock;
use crate::writer::queue::Writer;
use crate::writer::reader;

const EVERY: Duration = Duration::from_hours(6);
const EVERY_UNFINISHED: Duration = Duration::from_mins(10);

/// Runs until it is dropped.
pub async fn run(store: Arc<Store>, writer: Writer, clock: Arc<dyn Clock>) {
    loop {
        tokio::time::sleep(EVERY).await;
        match once(&store, &writer, clock.now()).await {
            Ok(0) => {}
            Ok(files) => tracing::info!(files, "unused files removed"),
            Err(error) => tracing::error!(%error, "unused files cannot be removed"),
        }
    }
}

/// Gives up unfinished uploads. Runs until it is dropped.
pub async fn run_unfinished(store: Arc<Store>, clock: Arc<dyn Clock>) {
    loop {
        tokio::time::sleep(EVERY_UNFINISHED).await;
        let now = clock.now();
        match off(&store, move |store| Ok(store.blobs().sweep_unfinished(now))).await {
            Ok(0) => {}
            Ok(uploads) => tracing::info!(uploads, "unfinished uploads given up"),
            Err(error) => tracing::error!(%error, "unfinished uploads cannot be given up"),
        }
    }
}

/// Gives the number of files removed.
pub async fn once(store: &Arc<Store>, writer: &Writer, now: Timestamp) -> Result<u64, StoreError> {
    // An hour more than it can be attached for, so that no command on its way still means it.
    let before = now.plus_ms(-FILE_UNUSED_MS_MAX - HOUR_MS);
    let unused = off(store, move |store| reader::unused_files(store, before)).await?;
    for files in unused.chunks(BATCH_ASKS_MAX) {
        let ask = Ask::Batch(files.iter().map(|file| Ask::File(FileAsk::Drop { file: *file })).collect());
        let command = Command { id: CommandId::from_u128(chance::uuid_v7(now)), actor: Actor::System, ask };
        // What a busy writer does not take is found again next time.
        drop(writer.submit(command).await);
    }
    off(store, move |store| store.sweep(now)).await
}

/// Where waiting for the disk holds up nobody.
async fn off<T: Send + 'static>(
    store: &Arc<Store>,
    work: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let store = Arc::clone(store);
    let done = tokio::task::spawn_blocking(move || work(&store)).await;
    done.unwrap_or_else(|_| Err(StoreError::Stopped("the process ends".to_owned())))
}
