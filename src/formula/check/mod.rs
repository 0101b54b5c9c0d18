//! Typing. Refuses unknown fields, options and functions, and types that do not go together; every problem at once.
//! Literals take the type of their neighbour: `urgency = "high"` compares with the option `high`.

use super::parser::parse;
use super::problem::{FormulaCode, FormulaProblem};
use super::scope::{FieldType, Scope};
use super::syntax::{Expr, ExprKind};
use crate::model::value::Value;
use node::Node;

mod agree;
mod call;
mod literal;
pub mod node;
mod operator;

/// A formula that can run: typed, with its names resolved. Cheap to share, never changes.
#[derive(Debug, Clone)]
pub struct Checked {
    pub(super) root: Node,
    pub result: FieldType,
}

/// # Errors
/// Every problem of the text: those of the grammar, or else those of types and names.
pub fn compile(text: &str, scope: &Scope, expected: Option<&FieldType>) -> Result<Checked, Vec<FormulaProblem>> {
    check(&parse(text)?, scope, expected)
}

/// `expected`: the type a place needs; a literal text may then become an option, a date, a person.
pub fn check(expr: &Expr, scope: &Scope, expected: Option<&FieldType>) -> Result<Checked, Vec<FormulaProblem>> {
    let mut checker = Checker { scope, problems: Vec::new() };
    let typed = match expected {
        Some(wanted) => checker.expect(expr, wanted).map(|root| (root, wanted.clone())),
        None => checker.infer(expr),
    };
    match typed {
        Some((root, result)) if checker.problems.is_empty() => Ok(Checked { root, result }),
        _ => Err(checker.problems),
    }
}

struct Checker<'a> {
    scope: &'a Scope,
    problems: Vec<FormulaProblem>,
}

/// `None` once a problem has been noted.
type Typed = Option<(Node, FieldType)>;

impl Checker<'_> {
    fn infer(&mut self, expr: &Expr) -> Typed {
        match &expr.kind {
            ExprKind::Number(number) => Some((Node::Literal(Value::Number(*number)), node::number())),
            ExprKind::Text(text) => Some((literal::text(text), node::text())),
            ExprKind::Bool(truth) => Some((Node::Literal(Value::Bool(*truth)), node::bool())),
            ExprKind::Field(id) => match self.scope.fields.get(id) {
                Some(kind) => Some((Node::Field(id.clone()), kind.clone())),
                None => self.fail(FormulaProblem::new(expr.span, FormulaCode::FieldUnknown).with(id.as_str())),
            },
            ExprKind::List(items) => self.list(expr, items, None),
            ExprKind::Not(inner) => {
                let inner = self.expect(inner, &node::bool())?;
                Some((Node::Not(Box::new(inner)), node::bool()))
            }
            ExprKind::Negate(inner) => {
                let inner = self.expect(inner, &node::number())?;
                Some((Node::Negate(Box::new(inner)), node::number()))
            }
            ExprKind::Binary(operator, left, right) => self.binary(expr, *operator, left, right),
            ExprKind::Call(name, args) => self.call(expr, name, args, None),
        }
    }

    /// Types `expr` where `wanted` belongs.
    fn expect(&mut self, expr: &Expr, wanted: &FieldType) -> Option<Node> {
        match &expr.kind {
            ExprKind::Text(text) => self.literal(expr.span, text, wanted),
            ExprKind::List(items) if wanted.item().is_some() => {
                self.list(expr, items, wanted.item()).map(|(node, _)| node)
            }
            ExprKind::Call(name, args) => {
                let (node, kind) = self.call(expr, name, args, Some(wanted))?;
                self.coerce(expr.span, node, &kind, wanted)
            }
            ExprKind::List(_)
            | ExprKind::Number(_)
            | ExprKind::Bool(_)
            | ExprKind::Field(_)
            | ExprKind::Not(_)
            | ExprKind::Negate(_)
            | ExprKind::Binary(..) => {
                let (node, kind) = self.infer(expr)?;
                self.coerce(expr.span, node, &kind, wanted)
            }
        }
    }

    fn list(&mut self, expr: &Expr, items: &[Expr], item: Option<FieldType>) -> Typed {
        if items.is_empty() {
            return self.fail(FormulaProblem::new(expr.span, FormulaCode::ListEmpty));
        }
        let items: Vec<&Expr> = items.iter().collect();
        let (nodes, item) = self.agree(&items, item.as_ref())?;
        Some((Node::List(nodes), item.list()))
    }

    fn fail<T>(&mut self, problem: FormulaProblem) -> Option<T> {
        self.problems.push(problem);
        None
    }
}
