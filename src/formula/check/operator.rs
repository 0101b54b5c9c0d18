//! Typing of operators.

use super::agree::is_soft;
use super::node::{self, Calculation, Comparison, Node};
use super::{Checker, Typed};
use crate::formula::problem::{FormulaCode, FormulaProblem};
use crate::formula::scope::FieldType;
use crate::formula::syntax::{Expr, ExprKind, Operator};
use crate::model::value::Type;

impl Checker<'_> {
    pub(super) fn binary(&mut self, whole: &Expr, operator: Operator, left: &Expr, right: &Expr) -> Typed {
        match operator {
            Operator::Or => self.all(&[left, right]).map(|parts| (Node::AnyOf(parts), node::bool())),
            Operator::And => self.all(&[left, right]).map(|parts| (Node::All(parts), node::bool())),
            Operator::Equal => self.comparison(Comparison::Equal, left, right),
            Operator::NotEqual => self.comparison(Comparison::NotEqual, left, right),
            Operator::Less => self.comparison(Comparison::Less, left, right),
            Operator::LessEqual => self.comparison(Comparison::LessEqual, left, right),
            Operator::Greater => self.comparison(Comparison::Greater, left, right),
            Operator::GreaterEqual => self.comparison(Comparison::GreaterEqual, left, right),
            Operator::In => self.member(left, right),
            Operator::NotIn => {
                let (member, kind) = self.member(left, right)?;
                Some((Node::Not(Box::new(member)), kind))
            }
            Operator::Concat => {
                let (left, right) = (self.shown(left), self.shown(right));
                Some((Node::Concat(vec![left?, right?]), node::text()))
            }
            Operator::Add => self.sum(whole, Calculation::Add, left, right),
            Operator::Subtract => self.sum(whole, Calculation::Subtract, left, right),
            Operator::Multiply => self.product(Calculation::Multiply, left, right),
            Operator::Divide => self.product(Calculation::Divide, left, right),
            Operator::Remainder => self.product(Calculation::Remainder, left, right),
            Operator::Power => self.product(Calculation::Power, left, right),
        }
    }

    pub(super) fn all(&mut self, parts: &[&Expr]) -> Option<Vec<Node>> {
        let parts: Vec<Option<Node>> = parts.iter().map(|part| self.expect(part, &node::bool())).collect();
        parts.into_iter().collect()
    }

    fn comparison(&mut self, comparison: Comparison, left: &Expr, right: &Expr) -> Typed {
        for side in [left, right] {
            if side.kind == ExprKind::Text(String::new()) {
                return self.fail(FormulaProblem::new(side.span, FormulaCode::ComparisonWithEmpty));
            }
        }
        let (nodes, kind) = self.agree(&[left, right], None)?;
        let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        self.comparable(left, &kind, if equality { is_equatable } else { is_ordered })?;
        let [left, right] = <[Node; 2]>::try_from(nodes).ok()?;
        Some((Node::Compare(comparison, Box::new(left), Box::new(right)), node::bool()))
    }

    pub(super) fn comparable(&mut self, at: &Expr, kind: &FieldType, accept: fn(&Type) -> bool) -> Option<()> {
        if accept(&kind.kind) {
            return Some(());
        }
        self.fail(FormulaProblem::new(at.span, FormulaCode::NotComparable).with(kind.name()))
    }

    /// `item in list`. A literal takes its type from the other side.
    pub(super) fn member(&mut self, item: &Expr, list: &Expr) -> Typed {
        let (item, list) = if is_soft(item) && !is_soft(list) {
            let (list_node, kind) = self.infer(list)?;
            let Some(wanted) = kind.item() else {
                return self.mismatch(list.span, "list", &kind.name());
            };
            (self.expect(item, &wanted)?, list_node)
        } else {
            let (item_node, kind) = self.infer(item)?;
            self.comparable(item, &kind, is_equatable)?;
            (item_node, self.expect(list, &kind.list())?)
        };
        Some((Node::Member(Box::new(item), Box::new(list)), node::bool()))
    }

    /// As text for people: labels of options, names of people.
    pub(super) fn shown(&mut self, expr: &Expr) -> Option<Node> {
        let (node, kind) = self.infer(expr)?;
        if kind.kind == Type::Text {
            return Some(node);
        }
        Some(Node::Shown(kind.options, Box::new(node)))
    }

    /// Numbers; or a date and a number of days; or two dates, whose difference is days.
    fn sum(&mut self, whole: &Expr, calculation: Calculation, left: &Expr, right: &Expr) -> Typed {
        let (left_typed, right_typed) = (self.infer(left), self.infer(right));
        let ((left_node, left_kind), (right_node, right_kind)) = (left_typed?, right_typed?);
        let result = match (&left_kind.kind, &right_kind.kind) {
            (Type::Number, Type::Number) => Type::Number,
            (Type::Date, Type::Number) => Type::Date,
            (Type::Date, Type::Date) if calculation == Calculation::Subtract => Type::Number,
            (Type::Number | Type::Date, _) => return self.mismatch(right.span, "number", &right_kind.name()),
            (_, Type::Number) => return self.mismatch(left.span, "number", &left_kind.name()),
            _ => return self.mismatch(whole.span, "number", &left_kind.name()),
        };
        let node = Node::Calculate(calculation, Box::new(left_node), Box::new(right_node));
        Some((node, FieldType::plain(result)))
    }

    fn product(&mut self, calculation: Calculation, left: &Expr, right: &Expr) -> Typed {
        let (left, right) = (self.expect(left, &node::number()), self.expect(right, &node::number()));
        Some((Node::Calculate(calculation, Box::new(left?), Box::new(right?)), node::number()))
    }
}

pub(super) fn is_equatable(kind: &Type) -> bool {
    match kind {
        Type::Text
        | Type::Number
        | Type::Bool
        | Type::Date
        | Type::DateTime
        | Type::Option
        | Type::User
        | Type::Department => true,
        Type::File | Type::List(_) => false,
    }
}

pub(super) fn is_ordered(kind: &Type) -> bool {
    match kind {
        Type::Text | Type::Number | Type::Date | Type::DateTime => true,
        Type::Bool | Type::Option | Type::User | Type::Department | Type::File | Type::List(_) => false,
    }
}
