//! What somebody typed or sent, before any rule looked at it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::FieldId;

/// A value as it came over the wire, freed of its encoding. A decision that waits stands in the log with them: append, never reorder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Raw {
    Null,
    Bool(bool),
    /// The digits as they were written, so that nothing is lost to binary fractions.
    Number(String),
    Text(String),
    List(Vec<Raw>),
}

/// A patch or a whole form: only the named fields are touched.
pub type RawRecord = BTreeMap<FieldId, Raw>;
