//! Literals and conversions. A literal text may become an option, a date, an instant, a person or a department;
//! a date may become the instant it begins. Nothing else converts by itself.

use std::sync::Arc;

use super::Checker;
use super::node::Node;
use crate::formula::moment;
use crate::formula::problem::{FormulaCode, FormulaProblem, Span};
use crate::formula::scope::FieldType;
use crate::model::id::OptionId;
use crate::model::value::{Type, Value};

/// The empty text is the empty value.
pub(super) fn text(text: &str) -> Node {
    Node::Literal(if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) })
}

impl Checker<'_> {
    pub(super) fn literal(&mut self, span: Span, literal: &str, wanted: &FieldType) -> Option<Node> {
        if literal.is_empty() {
            return Some(Node::Literal(Value::Empty));
        }
        let node = match &wanted.kind {
            Type::Text => Some(Node::Literal(Value::Text(literal.to_owned()))),
            Type::Option => return self.option(span, literal, wanted),
            Type::Date => moment::parse_date(literal).map(|date| Node::Literal(Value::Date(date))),
            Type::DateTime => moment::parse_local(literal).map(Node::Local),
            Type::User => uuid(literal).map(|id| Node::Literal(Value::User(id))),
            Type::Department => uuid(literal).map(|id| Node::Literal(Value::Department(id))),
            Type::Number | Type::Bool | Type::File | Type::List(_) => {
                return self.mismatch(span, &wanted.name(), "text");
            }
        };
        if node.is_none() {
            self.problems.push(FormulaProblem::new(span, FormulaCode::LiteralInvalid).with(wanted.name()));
        }
        node
    }

    fn option(&mut self, span: Span, literal: &str, wanted: &FieldType) -> Option<Node> {
        match OptionId::parse(literal).ok().filter(|option| wanted.options.contains_key(option)) {
            Some(option) => Some(Node::Literal(Value::Option(option))),
            None => self.fail(FormulaProblem::new(span, FormulaCode::OptionUnknown).with(literal)),
        }
    }

    /// Fits a node of type `kind` into a place of type `wanted`.
    pub(super) fn coerce(&mut self, span: Span, node: Node, kind: &FieldType, wanted: &FieldType) -> Option<Node> {
        match (&kind.kind, &wanted.kind) {
            (kind, wanted) if kind == wanted => Some(node),
            (Type::Date, Type::DateTime) => Some(Node::Instant(Box::new(node))),
            _ => self.mismatch(span, &wanted.name(), &kind.name()),
        }
    }

    pub(super) fn mismatch<T>(&mut self, span: Span, wanted: &str, found: &str) -> Option<T> {
        self.fail(FormulaProblem::new(span, FormulaCode::TypeMismatch).with(wanted).with(found))
    }
}

/// Only the usual spelling, with hyphens.
fn uuid<T: std::str::FromStr>(literal: &str) -> Option<T> {
    if literal.len() == 36 { literal.parse().ok() } else { None }
}

/// The type both fit into; for choices, the options of both.
pub(super) fn join(left: &FieldType, right: &FieldType) -> Option<FieldType> {
    let kind = match (&left.kind, &right.kind) {
        (left, right) if left == right => left.clone(),
        (Type::Date, Type::DateTime) | (Type::DateTime, Type::Date) => Type::DateTime,
        _ => return None,
    };
    let options = if left.options == right.options {
        Arc::clone(&left.options)
    } else {
        let both = right.options.iter().chain(left.options.iter());
        Arc::new(both.map(|(id, label)| (id.clone(), label.clone())).collect())
    };
    Some(FieldType { kind, options })
}
