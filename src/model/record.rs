//! One filled form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::{DepartmentId, FieldId, FormId, RecordId, UserId};
use super::time::Timestamp;
use super::value::Value;

/// Values by field; a field that is absent is empty.
pub type Values = BTreeMap<FieldId, Value>;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    pub id: RecordId,
    pub form: FormId,
    /// The published version of the form it was last checked against.
    pub form_version: u32,
    /// Counts changes of values, from 1.
    pub rev: u64,
    pub created_at: Timestamp,
    pub created_by: UserId,
    /// The creator's primary department at that moment.
    pub department: Option<DepartmentId>,
    pub updated_at: Timestamp,
    pub values: Values,
}

impl Record {
    /// `Value::Empty` for a field that holds nothing.
    pub fn value(&self, field: &FieldId) -> &Value {
        self.values.get(field).unwrap_or(&Value::Empty)
    }
}
