//! Who reads, when, and from what; and why something cannot be read.

use crate::catalog::Catalog;
use crate::decide::facts::Facts;
use crate::model::committed::Moved;
use crate::model::held::NO_HOLDS;
use crate::model::id::UserId;
use crate::model::refusal::Refusal;
use crate::model::time::Timestamp;
use crate::store::Store;
use crate::store::error::StoreError;
use crate::view::snapshot::Snapshot;

/// One person looking at the published state.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub store: &'a Store,
    /// Of the same moment as the catalog; rows may be newer.
    pub snapshot: &'a Snapshot,
    pub catalog: &'a Catalog,
    pub user: UserId,
    pub now: Timestamp,
}

#[derive(Debug)]
pub enum Unread {
    Refused(Refusal),
    Failed(StoreError),
}

impl From<Refusal> for Unread {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Unread {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

/// Facts for asking what would be allowed, without deciding anything: nothing is taken, no number is given out.
pub fn facts<'a>(now: Timestamp, catalog: &'a Catalog, moved: Option<&'a Moved>) -> Facts<'a> {
    Facts {
        now,
        // What passed meanwhile changes nothing about what anybody may do.
        is_quarantined: false,
        catalog,
        order: moved.map(|moved| &*moved.order),
        record: moved.map(|moved| &*moved.record),
        held: &NO_HOLDS,
        is_taken: &|_, _, _| false,
        serial_last: &|_, _, _| 0,
        orders_of: &|_| 0,
        file: &|_| None,
        outgoing: &|_| None,
    }
}
