//! Rows read back as the nouns they were written from. Judges no right; see [`crate::query`].

use std::collections::BTreeSet;
use std::ops::Bound;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::row;
use crate::model::committed::Moved;
use crate::model::effect::{EffectId, Notice};
use crate::model::event::{Entry, Event};
use crate::model::id::{FileId, RecordId, UserId};
use crate::model::limit::PASSAGES_MAX;
use crate::model::order_event::Passage;
use crate::model::record::Record;
use crate::model::time::Timestamp;
use crate::model::value::{File, Value};
use crate::store::Store;
use crate::store::codec::Commit;
use crate::store::error::StoreError;
use crate::store::key::{Key, Ns};

pub fn order(store: &Store, id: RecordId) -> Result<Option<Moved>, StoreError> {
    let key = Key::id(id.to_bytes());
    let (Some(order), Some(record)) = (one(store, Ns::Order, key)?, one(store, Ns::Record, key)?) else {
        return Ok(None);
    };
    Ok(Some(Moved { order: Arc::new(order), record: Arc::new(record) }))
}

/// What happened to an order since it was sent, oldest first; at most the first `PASSAGES_MAX` commits.
pub fn passages(store: &Store, order: RecordId) -> Result<Vec<Passage>, StoreError> {
    let rows = store.scan_prefix(Ns::History, Key::id(order.to_bytes()));
    rows.take(PASSAGES_MAX).map(|found| decode(&found?.1)).collect()
}

/// A stored file, and who brought it.
pub fn file(store: &Store, id: FileId) -> Result<Option<(File, UserId)>, StoreError> {
    let event: Option<Event> = one(store, Ns::File, Key::id(id.to_bytes()))?;
    Ok(event.and_then(|event| if let Event::FileStored { file, by, .. } = event { Some((file, by)) } else { None }))
}

/// Stored files that no record holds and that came with nothing somebody said or is about to say, of those that were made before
/// `before`. Reads every record.
pub fn unused_files(store: &Store, before: Timestamp) -> Result<Vec<FileId>, StoreError> {
    let mut old = BTreeSet::new();
    for found in store.scan(Ns::File, Bound::Unbounded) {
        if let Event::FileStored { file, .. } = decode::<Event>(&found?.1)?
            && file.id.made_at() < before
            && store.get(Ns::Comment, Key::id(file.id.to_bytes()))?.is_none()
        {
            old.insert(file.id);
        }
    }
    if old.is_empty() {
        return Ok(Vec::new());
    }
    for found in store.scan(Ns::Held, Bound::Unbounded) {
        if let Event::DecisionHeld(held) = decode::<Event>(&found?.1)? {
            for file in held.files() {
                old.remove(&file);
            }
        }
    }
    for found in store.scan(Ns::Record, Bound::Unbounded) {
        let record: Record = decode(&found?.1)?;
        for value in record.values.values() {
            keep(&mut old, value);
        }
    }
    Ok(old.into_iter().collect())
}

fn keep(unused: &mut BTreeSet<FileId>, value: &Value) {
    match value {
        Value::File(file) => drop(unused.remove(&file.id)),
        Value::List(items) => items.iter().for_each(|item| keep(unused, item)),
        Value::Empty
        | Value::Text(_)
        | Value::Number(_)
        | Value::Bool(_)
        | Value::Date(_)
        | Value::DateTime(_)
        | Value::Option(_)
        | Value::User(_)
        | Value::Department(_) => {}
    }
}

pub fn notice(store: &Store, user: UserId, id: EffectId) -> Result<Option<Notice>, StoreError> {
    one(store, Ns::Notice, row::notice_key(user, id))
}

/// What a commit said.
pub fn entry(commit: &Commit) -> Result<Entry, StoreError> {
    decode(&commit.log)
}

fn one<T: DeserializeOwned>(store: &Store, ns: Ns, key: Key) -> Result<Option<T>, StoreError> {
    store.get(ns, key)?.map(|bytes| decode(&bytes)).transpose()
}

/// # Errors
/// - `Rows`: the seal fits but the content does not parse: written by another release, or a bug.
pub(super) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, StoreError> {
    postcard::from_bytes(bytes).map_err(|error| StoreError::Rows(error.to_string()))
}
