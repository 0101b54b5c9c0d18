//! The audit: who changed what, when, read backwards from the log itself, so that it has no holes. Refuses to tell values: what a
//! field held is the order's own story. Comings and goings of the machinery (deliveries, read marks, drafts) are left out.

use std::collections::HashMap;

use serde::Serialize;

use super::reading::{Reader, Unread};
use crate::catalog::Catalog;
use crate::model::event::{Entry, Event};
use crate::model::id::{RecordId, UserId};
use crate::model::limit::AUDIT_ENTRIES_READ_MAX;
use crate::model::order::Order;
use crate::model::time::Timestamp;
use crate::query::audit_word;
use crate::store::Store;
use crate::store::error::StoreError;
use crate::writer::reader;

const PAGE_ROWS: usize = 50;
/// Entries read at once, going back.
const STRIDE: u64 = 128;

pub struct Wanted {
    /// From before this place in the log; absent: from its end.
    pub before: Option<u64>,
    pub actor: Option<UserId>,
    /// Part of a name or of a code; empty: everything.
    pub text: String,
}

/// Newest first.
#[derive(Debug, Serialize)]
pub struct Page {
    pub items: Vec<Item>,
    /// Where the next page begins; absent at the beginning of the log.
    pub next: Option<String>,
}

/// One commit.
#[derive(Debug, Serialize)]
pub struct Item {
    pub seq: u64,
    pub at: Timestamp,
    /// Absent: a timer, the outbox, the first run.
    pub actor: Option<UserId>,
    pub changes: Vec<Change>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<RecordId>,
}

#[derive(Debug, Serialize)]
pub struct Change {
    /// `user_saved`, `order_approved`.
    pub code: &'static str,
    /// What the first of them is called now; empty when it is gone.
    pub name: String,
    /// How many of this kind, or how many records were exported; absent: one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
}

/// # Errors
/// - the log cannot be read.
pub fn page(reader: Reader<'_>, wanted: &Wanted) -> Result<Page, Unread> {
    let mut teller = Teller { store: reader.store, catalog: reader.catalog, orders: HashMap::new() };
    let mut before = wanted.before.unwrap_or(u64::MAX).min(reader.store.head() + 1);
    let (mut items, mut looked) = (Vec::new(), 0);
    while before > 1 && items.len() < PAGE_ROWS && looked < AUDIT_ENTRIES_READ_MAX {
        let from = before.saturating_sub(STRIDE).max(1);
        for (seq, entry) in entries(reader.store, from, before)?.into_iter().rev() {
            before = seq;
            looked += 1;
            items.extend(teller.item(seq, &entry)?.filter(|item| wanted.wants(item)));
            if items.len() == PAGE_ROWS {
                break;
            }
        }
    }
    Ok(Page { items, next: (before > 1).then(|| before.to_string()) })
}

/// From `from` to before `before`.
fn entries(store: &Store, from: u64, before: u64) -> Result<Vec<(u64, Entry)>, StoreError> {
    let found = store.log(from).take_while(|found| found.as_ref().map_or(true, |entry| entry.seq < before));
    found.map(|found| found.and_then(|entry| Ok((entry.seq, reader::entry(&entry.commit)?)))).collect()
}

impl Wanted {
    fn wants(&self, item: &Item) -> bool {
        let text = self.text.to_lowercase();
        let says = |change: &Change| change.code.contains(&text) || change.name.to_lowercase().contains(&text);
        self.actor.is_none_or(|actor| item.actor == Some(actor)) && (text.is_empty() || item.changes.iter().any(says))
    }
}

struct Teller<'a> {
    store: &'a Store,
    catalog: &'a Catalog,
    orders: HashMap<RecordId, Option<Order>>,
}

impl Teller<'_> {
    /// `None`: nothing in it is worth a line.
    fn item(&mut self, seq: u64, entry: &Entry) -> Result<Option<Item>, StoreError> {
        let actor = entry.actor.user();
        let mut changes: Vec<Change> = Vec::new();
        let mut order = None;
        for event in &entry.events {
            let Some(code) = audit_word::code(event, entry.actor) else { continue };
            if let Event::Order { order: id, .. } = event {
                if code == audit_word::EDITED && (!changes.is_empty() || self.was_draft(*id, entry.at)?) {
                    continue;
                }
                order = Some(*id);
            }
            match changes.iter_mut().find(|change| change.code == code) {
                Some(change) => change.count = Some(change.count.unwrap_or(1) + 1),
                None => changes.push(Change { code, name: self.name(event)?, count: audit_word::count(event) }),
            }
        }
        // An edit that came with a step of its own is told by the step.
        if changes.len() > 1 {
            changes.retain(|change| change.code != audit_word::EDITED);
        }
        let is_first = changes.iter().any(|change| change.code == audit_word::SUBMITTED);
        changes
            .retain(|change| change.code != audit_word::SAVED && (!is_first || change.code != audit_word::RESUBMITTED));
        Ok((!changes.is_empty()).then_some(Item { seq, at: entry.at, actor, changes, order }))
    }

    fn name(&mut self, event: &Event) -> Result<String, StoreError> {
        match event {
            Event::Order { order, .. } => Ok(self.order(*order)?.map_or_else(String::new, |order| order.title.clone())),
            event => Ok(audit_word::name(self.catalog, event)),
        }
    }

    fn was_draft(&mut self, id: RecordId, at: Timestamp) -> Result<bool, StoreError> {
        Ok(self.order(id)?.is_none_or(|order| order.submitted_at.is_none_or(|sent| at < sent)))
    }

    fn order(&mut self, id: RecordId) -> Result<Option<&Order>, StoreError> {
        if !self.orders.contains_key(&id) {
            let moved = reader::order(self.store, id)?;
            self.orders.insert(id, moved.map(|moved| std::sync::Arc::unwrap_or_clone(moved.order)));
        }
        Ok(self.orders[&id].as_ref())
    }
}
