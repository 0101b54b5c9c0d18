//! Who holds which value in fields without duplicates. Built from the records on the first question about a field, then kept.

use std::collections::HashMap;

use crate::model::id::{FieldId, FormId, RecordId};
use crate::model::record::Record;
use crate::model::value::Value;

/// Values in their stored encoding, so that equal means equal.
#[derive(Default)]
pub(super) struct Taken {
    fields: HashMap<(FormId, FieldId), HashMap<Vec<u8>, RecordId>>,
}

impl Taken {
    pub fn knows(&self, form: FormId, field: &FieldId) -> bool {
        self.fields.contains_key(&(form, field.clone()))
    }

    /// Begins to keep a field; `records` are all there are.
    pub fn learn<'a>(&mut self, form: FormId, field: &FieldId, records: impl Iterator<Item = &'a Record>) {
        let holders = records
            .filter(|record| record.form == form && !record.value(field).is_empty())
            .map(|record| (super::row::encode(record.value(field)), record.id))
            .collect();
        self.fields.insert((form, field.clone()), holders);
    }

    pub fn holder(&self, form: FormId, field: &FieldId, value: &Value) -> Option<RecordId> {
        self.fields.get(&(form, field.clone()))?.get(&super::row::encode(value)).copied()
    }

    /// A record became what it is now; `before` is what it was.
    pub fn moved(&mut self, before: Option<&Record>, after: Option<&Record>) {
        let Some(form) = after.or(before).map(|record| record.form) else { return };
        for ((_, field), holders) in self.fields.iter_mut().filter(|((of, _), _)| *of == form) {
            let held = |record: Option<&Record>| {
                record.map(|record| record.value(field)).filter(|value| !value.is_empty()).cloned()
            };
            let (old, new) = (held(before), held(after));
            if old == new {
                continue;
            }
            if let Some(old) = old {
                holders.remove(&super::row::encode(&old));
            }
            if let (Some(new), Some(record)) = (new, after) {
                holders.insert(super::row::encode(&new), record.id);
            }
        }
    }
}
