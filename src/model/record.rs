//! One filled form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::{DepartmentId, FieldId, FormId, RecordId, UserId};
use super::order::Order;
use super::order_event::{LifeEvent, OrderEvent, RecordEvent};
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

    /// What it is between the two events that make an order.
    pub fn unfilled(order: &Order) -> Self {
        Self {
            id: order.id,
            form: order.form,
            form_version: order.form_version,
            rev: 0,
            created_at: order.created_at,
            created_by: order.initiator,
            department: None,
            updated_at: order.created_at,
            values: Values::new(),
        }
    }

    /// Folds one event into the row. `None` stands for a record that is not there.
    pub fn fold(record: Option<Self>, id: RecordId, event: &OrderEvent, at: Timestamp) -> Option<Self> {
        match event {
            OrderEvent::Record(RecordEvent::Created { form, form_version, by, department, values }) => Some(Self {
                id,
                form: *form,
                form_version: *form_version,
                rev: 1,
                created_at: at,
                created_by: *by,
                department: *department,
                updated_at: at,
                values: values.clone(),
            }),
            OrderEvent::Record(RecordEvent::Patched { rev, form_version, changes }) => {
                let mut record = record.expect("a record is created before it is patched");
                record.rev = *rev;
                record.form_version = *form_version;
                record.updated_at = at;
                for (field, value) in changes {
                    if value.is_empty() {
                        record.values.remove(field);
                    } else {
                        record.values.insert(field.clone(), value.clone());
                    }
                }
                Some(record)
            }
            OrderEvent::Life(LifeEvent::Discarded) => None,
            OrderEvent::Record(RecordEvent::Numbered { .. })
            | OrderEvent::Life(_)
            | OrderEvent::Visit(_)
            | OrderEvent::Fork(_)
            | OrderEvent::Task(_)
            | OrderEvent::Timer(_)
            | OrderEvent::Talk(_) => record,
        }
    }
}
