//! A stored file before one person: whoever may read where it hangs may read it, and its bringer until then. Refuses, as not
//! found, everything else.

use std::collections::BTreeMap;

use super::order::{self, Seen};
use super::reading::{Reader, Unread};
use crate::model::id::{FileId, RecordId};
use crate::model::order_event::{OrderEvent, Passage};
use crate::model::refusal::Refusal;
use crate::model::value::{File, Value};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::writer::reader;

/// `order` is the one it hangs on, if it does.
///
/// # Errors
/// - `NotFound`: there is none, or this person may not know of it.
pub fn find(reader: Reader<'_>, id: FileId, order: Option<RecordId>) -> Result<File, Unread> {
    let (file, by) = reader::file(reader.store, id)?.ok_or(Refusal::NotFound)?;
    let is_readable = match order {
        None => by == reader.user,
        Some(order) => {
            let seen = order::see(reader, order)?;
            hangs_on(&seen, id) || is_said(&reader::passages(reader.store, order)?, id)
        }
    };
    if is_readable { Ok(file) } else { Err(Refusal::NotFound.into()) }
}

/// In a field that may be seen.
fn hangs_on(seen: &Seen, id: FileId) -> bool {
    let mut shown = seen.moved.record.values.iter().filter(|(field, _)| seen.shows(field));
    shown.any(|(_, value)| holds(value, id))
}

fn holds(value: &Value, id: FileId) -> bool {
    match value {
        Value::File(file) => file.id == id,
        Value::List(items) => items.iter().any(|item| holds(item, id)),
        Value::Empty
        | Value::Text(_)
        | Value::Number(_)
        | Value::Bool(_)
        | Value::Date(_)
        | Value::DateTime(_)
        | Value::Option(_)
        | Value::User(_)
        | Value::Department(_) => false,
    }
}

/// With a comment or a decision.
fn is_said(passages: &[Passage], id: FileId) -> bool {
    said(passages).any(|file| *file == id)
}

fn said(passages: &[Passage]) -> impl Iterator<Item = &FileId> {
    passages.iter().flat_map(|passage| &passage.events).flat_map(OrderEvent::files)
}

/// All that came with what was said.
pub fn told(store: &Store, passages: &[Passage]) -> Result<BTreeMap<FileId, File>, StoreError> {
    let mut files = BTreeMap::new();
    for id in said(passages) {
        files.extend(reader::file(store, *id)?.map(|(file, _)| (*id, file)));
    }
    Ok(files)
}
