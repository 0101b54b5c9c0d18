//! Everything an evaluation may look at. What is absent reads as the empty value.

use jiff::tz::TimeZone;

use crate::model::id::{DepartmentId, FieldId, NodeId, RecordId, RoleId, UserId};
use crate::model::time::Timestamp;
use crate::model::value::Value;

#[derive(Clone, Copy)]
pub struct Env<'a> {
    pub fields: &'a dyn Fn(&FieldId) -> Value,
    pub now: Timestamp,
    /// Turns instants into civil dates and back.
    pub zone: &'a TimeZone,
    /// Who acts; `None` when a timer does.
    pub user: Option<UserId>,
    pub person: &'a dyn Fn(UserId) -> Option<PersonFacts>,
    pub department: &'a dyn Fn(DepartmentId) -> Option<DepartmentFacts>,
    pub order: &'a OrderFacts,
}

/// What formulas may know of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFacts {
    pub name: String,
    /// The main department first.
    pub departments: Vec<DepartmentId>,
    /// The direct manager first, upwards.
    pub managers: Vec<UserId>,
    pub roles: Vec<RoleId>,
}

/// What formulas may know of a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentFacts {
    pub name: String,
    pub head: Option<UserId>,
    /// The parent first, upwards.
    pub above: Vec<DepartmentId>,
}

/// What formulas may know of the order whose record they read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderFacts {
    pub record: Option<RecordId>,
    pub serial: Option<String>,
    pub initiator: Option<UserId>,
    pub created: Option<Timestamp>,
    pub node: Option<NodeId>,
}

const NO_ORDER: OrderFacts = OrderFacts { record: None, serial: None, initiator: None, created: None, node: None };

impl<'a> Env<'a> {
    /// Fields, time and nothing else: no user, no directory, no order.
    pub fn new(fields: &'a dyn Fn(&FieldId) -> Value, now: Timestamp, zone: &'a TimeZone) -> Self {
        Self { fields, now, zone, user: None, person: &|_| None, department: &|_| None, order: &NO_ORDER }
    }
}
