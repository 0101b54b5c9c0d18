//! What a field can hold, and the kinds of value the formula language knows.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::id::{DepartmentId, FileId, OptionId, UserId};
use super::time::{Date, Timestamp};

/// One field's content. Stored with a fixed variant order: append, never reorder.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub enum Value {
    /// Nothing was entered. There is no other "null": an empty text, list or number is this.
    #[default]
    Empty,
    Text(String),
    /// Exact decimal; money and percent too (12.5 % is 12.5).
    Number(#[serde(with = "rust_decimal::serde::str")] Decimal),
    Bool(bool),
    Date(Date),
    DateTime(Timestamp),
    Option(OptionId),
    User(UserId),
    Department(DepartmentId),
    File(File),
    /// Several options, users, departments or files, in the order the person chose.
    List(Vec<Value>),
}

impl Value {
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// An attachment as its record remembers it; the bytes are a sealed blob.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    pub id: FileId,
    /// The name it was uploaded under; never a path.
    pub name: String,
    pub bytes: u64,
    /// Decided by the content, not by the name: `image/jpeg`.
    pub media: String,
}

/// The type of an expression.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    Text,
    Number,
    Bool,
    Date,
    DateTime,
    Option,
    User,
    Department,
    File,
    List(Box<Type>),
}
