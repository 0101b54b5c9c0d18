//! What the writer knows between groups. Orders and records come from the store when they are asked for; a few stay at hand.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::answer::Answers;
use super::reader;
use super::taken::Taken;
use crate::catalog::Catalog;
use crate::model::committed::Moved;
use crate::model::effect::{EffectId, Outgoing};
use crate::model::held::Holds;
use crate::model::id::{FieldId, FormId, RecordId, UserId};
use crate::model::limit::ORDERS_AT_HAND_MAX;
use crate::model::time::Timestamp;
use crate::store::Store;
use crate::store::error::StoreError;

pub(super) type CounterKey = (FormId, FieldId, String);

pub(super) struct State {
    pub store: Arc<Store>,
    pub catalog: Arc<Catalog>,
    /// Of the newest commit.
    pub last_at: Timestamp,
    /// Restored, and not yet allowed to act on what is due.
    pub is_quarantined: bool,
    /// Last number given, and the place of its row.
    pub counters: HashMap<CounterKey, (u64, u32)>,
    pub orders_of: HashMap<FormId, u64>,
    /// Waiting and parked.
    pub outbox: BTreeMap<EffectId, Outgoing>,
    /// Decisions that wait; nobody with none.
    pub held: HashMap<UserId, Arc<Holds>>,
    pub answers: Answers,
    pub taken: Taken,
    at_hand: HashMap<RecordId, Moved>,
}

impl State {
    pub fn new(store: Arc<Store>, catalog: Catalog) -> Self {
        Self {
            store,
            catalog: Arc::new(catalog),
            last_at: Timestamp(0),
            is_quarantined: false,
            counters: HashMap::new(),
            orders_of: HashMap::new(),
            outbox: BTreeMap::new(),
            held: HashMap::new(),
            answers: Answers::default(),
            taken: Taken::default(),
            at_hand: HashMap::new(),
        }
    }

    pub fn order(&mut self, id: RecordId) -> Result<Option<Moved>, StoreError> {
        if let Some(moved) = self.at_hand.get(&id) {
            return Ok(Some(moved.clone()));
        }
        let Some(moved) = reader::order(&self.store, id)? else { return Ok(None) };
        self.remember(id, Some(moved.clone()));
        Ok(Some(moved))
    }

    pub fn remember(&mut self, id: RecordId, moved: Option<Moved>) {
        if self.at_hand.len() >= ORDERS_AT_HAND_MAX {
            self.at_hand.clear();
        }
        match moved {
            Some(moved) => drop(self.at_hand.insert(id, moved)),
            None => drop(self.at_hand.remove(&id)),
        }
    }

    /// What of a person's decisions waits now.
    pub fn hold(&mut self, user: UserId, held: Arc<Holds>) {
        if held.is_empty() {
            self.held.remove(&user);
        } else {
            self.held.insert(user, held);
        }
    }
}
