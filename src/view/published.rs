//! What readers hold at one moment: definitions and data of the same commit, replaced together.

use std::sync::Arc;

use super::snapshot::Snapshot;
use crate::catalog::Catalog;
use crate::model::committed::Committed;

/// Cheap to clone.
#[derive(Clone)]
pub struct Published {
    pub catalog: Arc<Catalog>,
    pub snapshot: Arc<Snapshot>,
}

impl Published {
    /// After a durable group; `catalog` is the newest.
    #[must_use]
    pub fn with(&self, group: &[Arc<Committed>], catalog: &Arc<Catalog>) -> Self {
        Self { catalog: catalog.clone(), snapshot: Arc::new(self.snapshot.with(group, catalog)) }
    }
}
