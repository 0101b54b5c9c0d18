//! Backups and rehearsals: when the plan says so, and when somebody asks. One at a time, off the threads that answer. Refuses to
//! act by itself while the workspace is quarantined.

use std::sync::Arc;
use std::time::Duration;

use super::due;
use super::quarantine::Quarantine;
use crate::catalog::Catalog;
use crate::model::time::Timestamp;
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::manifest;
use crate::store::request::Request;
use crate::store::runs::{Run, Work};
use crate::store::shelf::Shelf;
use crate::store::target::Folder;
use crate::writer::clock::Clock;

/// How long a wish may go unseen.
const LOOK: Duration = Duration::from_millis(500);

/// What it needs.
pub struct Backups {
    pub shelf: Arc<Shelf>,
    pub store: Arc<Store>,
    pub clock: Arc<dyn Clock>,
    /// The published catalog of this moment.
    pub catalog: Arc<dyn Fn() -> Arc<Catalog> + Send + Sync>,
    pub quarantine: Arc<Quarantine>,
}

impl Backups {
    /// Runs until it is dropped.
    pub async fn run(self) {
        let this = Arc::new(self);
        let began = this.clock.now();
        if let Err(error) = this.shelf.clear_scratch() {
            tracing::error!(%error, "backups");
        }
        loop {
            tokio::time::sleep(LOOK).await;
            let turn = Arc::clone(&this);
            // A panic has been logged; the next look finds what is left to do.
            drop(tokio::task::spawn_blocking(move || turn.look(began)).await);
        }
    }

    fn look(&self, began: Timestamp) {
        let now = || self.clock.now();
        if let Some(request) = self.shelf.request() {
            let run = match request {
                Request { work: Work::Backup, to: None } => self.back_up(),
                Request { work: Work::Backup, to: Some(to) } => {
                    self.shelf.back_up_to(&Folder::new(&to), &self.store, &now)
                }
                Request { work: Work::Rehearsal, .. } => self.shelf.rehearse(&self.store, &now),
            };
            return told(run);
        }
        if self.quarantine.is_on() {
            return;
        }
        let (catalog, runs) = ((self.catalog)(), self.shelf.runs());
        let is_due = |at: Option<Timestamp>| at.is_some_and(|at| at <= now());
        if is_due(due::next_backup(&catalog.backup, &runs, (began, &catalog.zone))) {
            told(self.back_up());
        } else if is_due(due::next_rehearsal(&catalog.backup, &runs)) {
            told(self.shelf.rehearse(&self.store, &now));
        }
    }

    /// One more, and room made by those that the plan does not keep.
    fn back_up(&self) -> Option<Result<Run, StoreError>> {
        let run = self.shelf.back_up(&self.store, &|| self.clock.now())?;
        Some(run.and_then(|run| self.tidy().map(|()| run)))
    }

    fn tidy(&self) -> Result<(), StoreError> {
        let (catalog, now) = ((self.catalog)(), self.clock.now());
        let backups: Vec<Timestamp> = self.shelf.list(&self.store)?.iter().map(|kept| kept.at).collect();
        let kept = due::kept(&backups, catalog.backup.keep, (now, &catalog.zone));
        // The last one that is known to restore stays until a newer one is.
        let runs = self.shelf.runs();
        let proved = runs.last_good(Work::Rehearsal).map(|run| run.name.as_str());
        let is_kept =
            |name: &str| manifest::instant_of(name).is_some_and(|at| kept.contains(&at)) || proved == Some(name);
        self.shelf.tidy(&self.store, now, &is_kept).unwrap_or(Ok(()))
    }
}

fn told(run: Option<Result<Run, StoreError>>) {
    match run {
        // Something else is going on; the plan and the wish are looked at again.
        None => {}
        Some(Ok(Run { work, name, took_ms, copied, .. })) => tracing::info!(?work, name, took_ms, copied, "backups"),
        Some(Err(error)) => tracing::error!(%error, "backups"),
    }
}
