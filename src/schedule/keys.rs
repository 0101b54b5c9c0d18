//! Changes of the keys that nobody told the event log: made while the appliance was stopped, by a restore, or by a subkey that came to
//! its end. Found by looking, at the start and now and then; the log has them as the house's own.

use std::sync::Arc;
use std::time::Duration;

use crate::catalog::Catalog;
use crate::crypt::chance;
use crate::crypt::key_ring::KeyRing;
use crate::model::command::{Actor, Ask, Command, WorkspaceAsk};
use crate::model::id::CommandId;
use crate::writer::clock::Clock;
use crate::writer::queue::Writer;

const EVERY: Duration = Duration::from_mins(10);

/// Runs until it is dropped. `catalog` gives the published one of the moment.
pub async fn run(
    ring: Arc<KeyRing>,
    writer: Writer,
    clock: Arc<dyn Clock>,
    catalog: Arc<dyn Fn() -> Arc<Catalog> + Send + Sync>,
) {
    loop {
        let (known, now) = (catalog(), ring.standing());
        // Before the first run there is nobody to tell.
        if known.setting.is_some() && known.keys.as_deref() != Some(&now) {
            let ask = Ask::Workspace(WorkspaceAsk::NoteKeys(now));
            let id = CommandId::from_u128(chance::uuid_v7(clock.now()));
            // What a full disk or a busy writer does not take is found again.
            drop(writer.submit(Command { id, actor: Actor::System, ask }).await);
        }
        tokio::time::sleep(EVERY).await;
    }
}
