//! Several expressions that must share one type: branches, list items, both sides of a comparison.

use super::literal::join;
use super::node::{self, Node};
use super::{Checker, Typed};
use crate::formula::problem::{FormulaCode, FormulaProblem};
use crate::formula::scope::FieldType;
use crate::formula::syntax::{Expr, ExprKind};

/// A literal whose type its neighbours decide.
pub(super) fn is_soft(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Text(_) => true,
        ExprKind::List(items) => !items.is_empty() && items.iter().all(is_soft),
        ExprKind::Number(_)
        | ExprKind::Bool(_)
        | ExprKind::Field(_)
        | ExprKind::Not(_)
        | ExprKind::Negate(_)
        | ExprKind::Binary(..)
        | ExprKind::Call(..) => false,
    }
}

impl Checker<'_> {
    /// Without `wanted`, those that are no soft literals decide; only soft ones among them are texts.
    pub(super) fn agree(&mut self, exprs: &[&Expr], wanted: Option<&FieldType>) -> Option<(Vec<Node>, FieldType)> {
        if let Some(wanted) = wanted {
            let nodes: Vec<Option<Node>> = exprs.iter().map(|expr| self.expect(expr, wanted)).collect();
            return Some((nodes.into_iter().collect::<Option<_>>()?, wanted.clone()));
        }
        let firm: Vec<Option<Typed>> = exprs.iter().map(|expr| (!is_soft(expr)).then(|| self.infer(expr))).collect();
        let mut shared: Option<FieldType> = None;
        for (expr, typed) in exprs.iter().zip(&firm) {
            if let Some(typed) = typed {
                let (_, kind) = typed.as_ref()?;
                shared = Some(self.shared(expr, shared, kind)?);
            }
        }
        let shared = match shared {
            Some(shared) => shared,
            None => soft_type(exprs.first().copied()),
        };
        let mut nodes = Vec::with_capacity(exprs.len());
        for (expr, typed) in exprs.iter().zip(firm) {
            nodes.push(match typed.flatten() {
                Some((node, kind)) => self.coerce(expr.span, node, &kind, &shared),
                None => self.expect(expr, &shared),
            });
        }
        Some((nodes.into_iter().collect::<Option<_>>()?, shared))
    }

    fn shared(&mut self, expr: &Expr, before: Option<FieldType>, kind: &FieldType) -> Option<FieldType> {
        let Some(before) = before else {
            return Some(kind.clone());
        };
        let joined = join(&before, kind);
        if joined.is_none() {
            let problem = FormulaProblem::new(expr.span, FormulaCode::TypesDiffer);
            self.problems.push(problem.with(before.name()).with(kind.name()));
        }
        joined
    }
}

fn soft_type(expr: Option<&Expr>) -> FieldType {
    match expr.map(|expr| &expr.kind) {
        Some(ExprKind::List(items)) => soft_type(items.first()).list(),
        _ => node::text(),
    }
}
