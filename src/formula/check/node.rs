//! What a checked formula consists of: every name resolved, every literal converted, every conversion written out.

use std::sync::Arc;

use crate::formula::function::Function;
use crate::formula::scope::{FieldType, Options};
use crate::model::id::FieldId;
use crate::model::value::{Type, Value};

#[derive(Debug, Clone)]
pub enum Node {
    Literal(Value),
    Field(FieldId),
    List(Vec<Node>),
    Call(&'static Function, Vec<Node>),
    /// The result of the first condition that holds, else the last.
    Choose(Vec<(Node, Node)>, Option<Box<Node>>),
    /// The result of the first case that equals the subject, else the last.
    Match(Box<Node>, Vec<(Node, Node)>, Option<Box<Node>>),
    FirstOf(Vec<Node>),
    All(Vec<Node>),
    AnyOf(Vec<Node>),
    Not(Box<Node>),
    Compare(Comparison, Box<Node>, Box<Node>),
    /// A subject from low to high, both included.
    Within(Box<[Node; 3]>),
    /// An item in a list.
    Member(Box<Node>, Box<Node>),
    /// A text that contains a text.
    Part(Box<Node>, Box<Node>),
    Calculate(Calculation, Box<Node>, Box<Node>),
    Negate(Box<Node>),
    /// Of texts.
    Concat(Vec<Node>),
    /// As people read it.
    Shown(Arc<Options>, Box<Node>),
    /// Each item as people read it.
    ShownItems(Arc<Options>, Box<Node>),
    /// A literal date and time on the clocks of the environment's zone; see `moment::instant`.
    Local(i64),
    /// A date as the instant it begins.
    Instant(Box<Node>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calculation {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Power,
}

pub(super) fn text() -> FieldType {
    FieldType::plain(Type::Text)
}

pub(super) fn number() -> FieldType {
    FieldType::plain(Type::Number)
}

pub(super) fn bool() -> FieldType {
    FieldType::plain(Type::Bool)
}
