//! Which fields a formula reads, and the order in which computed fields are computed. Refuses circles, by name.

use std::collections::{BTreeMap, BTreeSet};

use super::syntax::{Expr, ExprKind};
use crate::model::id::FieldId;

/// Computed fields that need each other, in the order they do; the first follows the last again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle(pub Vec<FieldId>);

pub fn fields(expr: &Expr) -> BTreeSet<FieldId> {
    let mut found = BTreeSet::new();
    collect(expr, &mut found);
    found
}

fn collect(expr: &Expr, found: &mut BTreeSet<FieldId>) {
    if let ExprKind::Field(id) = &expr.kind {
        found.insert(id.clone());
    }
    for child in expr.children() {
        collect(child, found);
    }
}

/// Every computed field after those it reads; otherwise by id, so that the order is always the same.
pub fn order<'a>(formulas: impl IntoIterator<Item = (&'a FieldId, &'a Expr)>) -> Result<Vec<FieldId>, Cycle> {
    let mut reads: BTreeMap<FieldId, BTreeSet<FieldId>> =
        formulas.into_iter().map(|(field, expr)| (field.clone(), fields(expr))).collect();
    let computed: BTreeSet<FieldId> = reads.keys().cloned().collect();
    for needed in reads.values_mut() {
        needed.retain(|field| computed.contains(field));
    }
    let mut order = Vec::with_capacity(computed.len());
    while let Some(next) = reads.iter().find(|(_, needed)| needed.is_empty()).map(|(field, _)| field.clone()) {
        reads.remove(&next);
        for needed in reads.values_mut() {
            needed.remove(&next);
        }
        order.push(next);
    }
    match reads.keys().next() {
        None => Ok(order),
        Some(stuck) => Err(cycle(stuck, &reads)),
    }
}

/// Every field left needs another one left, so following the needs must come round.
fn cycle(from: &FieldId, reads: &BTreeMap<FieldId, BTreeSet<FieldId>>) -> Cycle {
    let mut path = vec![from.clone()];
    loop {
        let last = path.last().expect("the path starts with one field");
        let next = reads[last].first().expect("a field without needs was ordered");
        if let Some(start) = path.iter().position(|field| field == next) {
            return Cycle(path.split_off(start));
        }
        path.push(next.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parser::parse;

    fn ordered(formulas: &[(&str, &str)]) -> Result<Vec<String>, Vec<String>> {
        let parsed: Vec<(FieldId, Expr)> =
            formulas.iter().map(|(id, text)| (FieldId::parse(id).unwrap(), parse(text).unwrap())).collect();
        let names = |ids: Vec<FieldId>| ids.iter().map(ToString::to_string).collect();
        order(parsed.iter().map(|(id, expr)| (id, expr))).map(names).map_err(|cycle| names(cycle.0))
    }

    #[test]
    fn computed_fields_follow_what_they_read() {
        let formulas = [("cost", "parts + labour"), ("labour", "hours * rate"), ("parts", "price * 2")];
        assert_eq!(ordered(&formulas), Ok(vec!["labour".to_owned(), "parts".to_owned(), "cost".to_owned()]));
    }

    #[test]
    fn a_circle_is_named_without_the_way_into_it() {
        let formulas = [("a", "b + 1"), ("b", "c"), ("c", "b * 2"), ("d", "5")];
        assert_eq!(ordered(&formulas), Err(vec!["b".to_owned(), "c".to_owned()]));
        assert_eq!(ordered(&[("a", "a + 1")]), Err(vec!["a".to_owned()]));
    }
}
