//! What a command is judged by, gathered by the writer before it asks. Deciding sees nothing else.

use crate::catalog::Catalog;
use crate::model::effect::{EffectId, Outgoing};
use crate::model::held::Holds;
use crate::model::id::{FieldId, FileId, FormId, UserId};
use crate::model::order::Order;
use crate::model::record::Record;
use crate::model::time::Timestamp;
use crate::model::value::{File, Value};

#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The instant of the commit; never before that of an earlier commit.
    pub now: Timestamp,
    /// The workspace was restored, and nobody has said yet that it may act on what is due.
    pub is_quarantined: bool,
    pub catalog: &'a Catalog,
    /// The order the command names, and the record it moves; absent when there is none.
    pub order: Option<&'a Order>,
    pub record: Option<&'a Record>,
    /// What whoever asks decided, and can still take back.
    pub held: &'a Holds,
    /// Whether another record of the form than [`Facts::record`] holds the value in a field without duplicates.
    pub is_taken: &'a dyn Fn(FormId, &FieldId, &Value) -> bool,
    /// The last number a serial field gave out in a period; 0 before the first. See `RecordEvent::Numbered`.
    pub serial_last: &'a dyn Fn(FormId, &FieldId, &str) -> u64,
    /// How many orders a form has, drafts included.
    pub orders_of: &'a dyn Fn(FormId) -> u64,
    /// A stored blob by id, and who brought it.
    pub file: &'a dyn Fn(FileId) -> Option<(File, UserId)>,
    /// A message that waits or was given up; what was delivered has left.
    pub outgoing: &'a dyn Fn(EffectId) -> Option<Outgoing>,
}
