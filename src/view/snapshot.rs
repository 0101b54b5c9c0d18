//! Everything a reader may ask for at one moment between two commits. The next one shares with it whatever did not change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bell::Bell;
use super::feed::{Feed, Touch};
use super::inbox::{self, Inbox, Place};
use super::row;
use super::shelf::Shelf;
use super::table::Table;
use crate::catalog::Catalog;
use crate::model::committed::{Committed, Moved};
use crate::model::effect::Notice;
use crate::model::event::Event;
use crate::model::held::{Holds, NO_HOLDS, holder};
use crate::model::id::{FormId, RecordId, UserId};
use crate::model::order::Order;
use crate::report::zone::Zone;

#[derive(Clone)]
pub struct Snapshot {
    /// Of the newest commit it knows.
    pub seq: u64,
    /// The workspace's.
    pub zone: Arc<Zone>,
    pub feed: Feed,
    tables: Vec<Arc<Table>>,
    numbers: BTreeMap<FormId, u32>,
    places: Shelf<RecordId, Place>,
    inboxes: Shelf<UserId, Arc<Inbox>>,
    bells: Shelf<UserId, Arc<Bell>>,
    /// Decisions that wait.
    held: Shelf<UserId, Arc<Holds>>,
}

impl Snapshot {
    /// Of a store without orders.
    pub fn empty(catalog: &Catalog, seq: u64) -> Self {
        let mut snapshot = Self {
            seq,
            zone: Arc::new(Zone::new(catalog.zone.clone())),
            feed: Feed::starting_after(seq),
            tables: Vec::new(),
            numbers: BTreeMap::new(),
            places: Shelf::default(),
            inboxes: Shelf::default(),
            bells: Shelf::default(),
            held: Shelf::default(),
        };
        for form in catalog.forms.keys() {
            snapshot.redraw(*form, catalog);
        }
        snapshot
    }

    /// An order that was there before.
    pub fn note(&mut self, moved: &Moved, catalog: &Catalog) {
        self.put(moved, catalog);
    }

    /// From rows, at start.
    pub fn load(
        catalog: &Catalog,
        seq: u64,
        orders: impl IntoIterator<Item = Moved>,
        notices: impl IntoIterator<Item = Notice>,
    ) -> Self {
        let mut snapshot = Self::empty(catalog, seq);
        for moved in orders {
            snapshot.note(&moved, catalog);
        }
        for notice in notices {
            snapshot.ring(&notice);
        }
        snapshot
    }

    /// After a durable group; `catalog` is the newest.
    #[must_use]
    pub fn with(&self, group: &[Arc<Committed>], catalog: &Catalog) -> Self {
        let mut next = self.clone();
        for committed in group {
            next.apply(committed, catalog);
        }
        next
    }

    fn apply(&mut self, committed: &Committed, catalog: &Catalog) {
        self.seq = committed.seq;
        let mut touch = Touch::of(committed);
        for event in &committed.events {
            match event {
                Event::FormSaved(form) => self.redraw(form.id, catalog),
                Event::FormPublished(version) => self.redraw(version.form, catalog),
                Event::FlowPublished(version) => self.redraw(version.form, catalog),
                Event::SettingSaved(_) => self.zone = Arc::new(Zone::new(catalog.zone.clone())),
                _ => self.hold(event),
            }
        }
        let mut inboxes = BTreeSet::new();
        for (id, moved) in &committed.orders {
            inboxes.extend(match moved {
                Some(moved) => {
                    touch.orders.push((*id, moved.order.form));
                    self.put(moved, catalog)
                }
                None => self.take(*id),
            });
        }
        touch.inboxes = inboxes.into_iter().collect();
        for notice in &committed.notices {
            self.ring(notice);
        }
        self.feed.push(committed.seq, touch);
    }

    /// Makes the form's table, or gives it the columns of what was just published.
    fn redraw(&mut self, form: FormId, catalog: &Catalog) {
        let number = self.number(form);
        if let Some(history) = catalog.form(form) {
            Arc::make_mut(&mut self.tables[number as usize]).redraw(history);
        }
    }

    fn number(&mut self, form: FormId) -> u32 {
        *self.numbers.entry(form).or_insert_with(|| {
            self.tables.push(Arc::new(Table::new(form)));
            u32::try_from(self.tables.len() - 1).expect("there are fewer than 2^32 forms")
        })
    }

    /// Gives back whose inbox is different.
    fn put(&mut self, moved: &Moved, catalog: &Catalog) -> Vec<UserId> {
        let order = &*moved.order;
        let number = self.number(order.form);
        let known = self.places.get(&order.id).copied();
        let before = known.map_or_else(BTreeSet::new, |place| self.people(place));
        let state = row::state(catalog, order);
        let table = Arc::make_mut(&mut self.tables[number as usize]);
        let place = Place { table: number, row: table.put(known.map(|place| place.row), moved, state) };
        if known.is_none() {
            self.places.insert(order.id, place);
        }
        self.share(place, Some(order), before)
    }

    fn take(&mut self, id: RecordId) -> Vec<UserId> {
        let Some(place) = self.places.remove(&id) else { return Vec::new() };
        let before = self.people(place);
        Arc::make_mut(&mut self.tables[place.table as usize]).clear(place.row);
        self.share(place, None, before)
    }

    /// Everybody in whose inbox the order may stand.
    fn people(&self, place: Place) -> BTreeSet<UserId> {
        let table = &self.tables[place.table as usize];
        table.participants(place.row).into_iter().chain(table.deciders(place.row)).collect()
    }

    fn share(&mut self, place: Place, order: Option<&Order>, before: BTreeSet<UserId>) -> Vec<UserId> {
        let mut shares = order.map_or_else(BTreeMap::new, inbox::shares);
        for user in before {
            shares.entry(user).or_default();
        }
        let mut changed = Vec::new();
        for (user, share) in shares {
            let before = self.inboxes.get(&user).map_or_else(inbox::Share::default, |inbox| inbox.share(place));
            if before != share {
                Arc::make_mut(self.inboxes.get_mut(&user)).put(place, share);
                changed.push(user);
            }
        }
        changed
    }

    /// A notice that is new, or was read.
    pub fn ring(&mut self, notice: &Notice) {
        Arc::make_mut(self.bells.get_mut(&notice.user)).put(notice);
    }

    /// A decision that waits now, or waits no more.
    pub fn hold(&mut self, event: &Event) {
        let Some((user, _)) = holder(event) else { return };
        let held = self.held.get_mut(&user);
        Arc::make_mut(held).apply(event);
        if held.is_empty() {
            self.held.remove(&user);
        }
    }

    pub fn table(&self, form: FormId) -> Option<&Table> {
        self.numbers.get(&form).map(|number| &*self.tables[*number as usize])
    }

    pub fn table_of(&self, place: Place) -> &Table {
        &self.tables[place.table as usize]
    }

    pub fn place(&self, order: RecordId) -> Option<Place> {
        self.places.get(&order).copied()
    }

    /// Drafts included.
    pub fn orders(&self) -> usize {
        self.places.len()
    }

    pub fn inbox(&self, user: UserId) -> Option<&Inbox> {
        self.inboxes.get(&user).map(AsRef::as_ref)
    }

    /// What somebody decided and can still take back.
    pub fn held(&self, user: UserId) -> &Holds {
        self.held.get(&user).map_or(&NO_HOLDS, AsRef::as_ref)
    }

    pub fn bell(&self, user: UserId) -> Option<&Bell> {
        self.bells.get(&user).map(AsRef::as_ref)
    }
}
