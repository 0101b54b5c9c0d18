//! What readers begin with, and how they learn of each durable group before its commands are answered.

use std::sync::Arc;

use arc_swap::ArcSwap;
use tokio::sync::watch;

use crate::catalog::Catalog;
use crate::deliver::outbox::Outbox;
use crate::model::committed::Committed;
use crate::schedule::Timers;
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::open::OnProgress;
use crate::view::published::Published;
use crate::view::snapshot::Snapshot;
use crate::writer::load::{Found, Loaded, load};

pub struct Readers {
    pub published: Arc<ArcSwap<Published>>,
    pub timers: Arc<Timers>,
    pub outbox: Arc<Outbox>,
    head: watch::Sender<u64>,
}

impl Readers {
    /// Reads the store once, order by order.
    ///
    /// # Errors
    /// As [`load`].
    pub fn load(store: &Arc<Store>, progress: OnProgress<'_>) -> Result<(Loaded, Self), StoreError> {
        let (timers, outbox) = (Arc::new(Timers::default()), Arc::new(Outbox::default()));
        let mut snapshot = None;
        let loaded = load(store, progress, &mut |catalog, found| {
            let snapshot = snapshot.get_or_insert_with(|| Snapshot::empty(catalog, store.head()));
            match found {
                Found::Order(moved) => {
                    timers.note(moved.order.id, Some(&moved.order));
                    snapshot.note(&moved, catalog);
                }
                Found::Notice(notice) => snapshot.ring(&notice),
            }
        })?;
        let mut snapshot = snapshot.unwrap_or_else(|| Snapshot::empty(&loaded.catalog, loaded.seq));
        for event in &loaded.held {
            timers.hear(event);
            snapshot.hold(event);
        }
        for outgoing in loaded.delivered.iter().chain(&loaded.outbox) {
            outbox.note(outgoing);
        }
        let published = Published { catalog: loaded.catalog.clone(), snapshot: Arc::new(snapshot) };
        let published = Arc::new(ArcSwap::from_pointee(published));
        let (head, _) = watch::channel(loaded.seq);
        Ok((loaded, Self { published, timers, outbox, head }))
    }

    /// Tells of the newest commit that is published.
    pub fn head(&self) -> watch::Receiver<u64> {
        self.head.subscribe()
    }

    pub fn hear(&self, group: &[Arc<Committed>], newest: &Arc<Catalog>) {
        self.published.store(Arc::new(self.published.load().with(group, newest)));
        for committed in group {
            for (id, moved) in &committed.orders {
                self.timers.note(*id, moved.as_ref().map(|moved| &*moved.order));
            }
            committed.events.iter().for_each(|event| self.timers.hear(event));
            for outgoing in &committed.outgoing {
                self.outbox.note(outgoing);
            }
        }
        if let Some(last) = group.last() {
            self.head.send_replace(last.seq);
        }
    }
}
