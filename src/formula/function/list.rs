//! Lists. No list holds an empty value; a list without items is the empty value.

use super::Shape::{Any, Bool, Bools, Item, Items, Number};
use super::number::{each, integer};
use super::{Function, open, strict};
use crate::formula::eval::{Run, order};
use crate::model::limit::FORMULA_LIST_MAX;
use crate::model::value::Value;

pub(super) const TABLE: &[Function] = &[
    open("SIZE", &[Any], Number, |args, _| Value::Number(each(args).count().into())),
    strict("FIRST", &[Items], Item, |args, _| items(&args[0]).first().cloned().unwrap_or_default()),
    strict("LAST", &[Items], Item, |args, _| items(&args[0]).last().cloned().unwrap_or_default()),
    strict("AT", &[Items, Number], Item, at),
    strict("UNIQUE", &[Items], Items, |args, run| run.list(distinct(items(&args[0]).iter()))),
    strict("SORT", &[Items], Items, sort),
    strict("REVERSE", &[Items], Items, |args, run| run.list(items(&args[0]).iter().rev().cloned())),
    open("UNION", &[Items, Items], Items, |args, run| run.list(distinct(each(args)))).repeats(&[Items]),
    open("INTERSECT", &[Items, Items], Items, |args, run| keep(args, run, Others::Shared)),
    open("EXCEPT", &[Items, Items], Items, |args, run| keep(args, run, Others::Missing)),
    open("OVERLAPS", &[Items, Items], Bool, |args, run| {
        let both = keep(args, run, Others::Shared);
        Value::Bool(!both.is_empty())
    }),
    open("CONTAINSALL", &[Items, Items], Bool, contains_all),
    open("ANY", &[Bools], Bool, |args, _| Value::Bool(each(args).any(|item| *item == Value::Bool(true)))),
    open("ALL", &[Bools], Bool, |args, _| Value::Bool(each(args).all(|item| *item == Value::Bool(true)))),
];

fn items(value: &Value) -> &[Value] {
    match value {
        Value::List(items) => items,
        _ => &[],
    }
}

/// Counted from 1; from the end where the position is negative.
fn at(args: &[Value], _: &mut Run) -> Value {
    let items = items(&args[0]);
    let position = integer(args, 1, 0);
    let from_end = usize::try_from(-position).ok().and_then(|back| items.len().checked_sub(back));
    let index = if position < 0 { from_end } else { usize::try_from(position - 1).ok() };
    index.and_then(|index| items.get(index)).cloned().unwrap_or_default()
}

/// First occurrences, in order; stops where the list is too long anyway.
fn distinct<'a>(items: impl Iterator<Item = &'a Value>) -> Vec<Value> {
    let mut kept: Vec<Value> = Vec::new();
    for item in items {
        if kept.len() > FORMULA_LIST_MAX {
            break;
        }
        if !kept.contains(item) {
            kept.push(item.clone());
        }
    }
    kept
}

/// Ascending; items of a type without an order stay where they are.
fn sort(args: &[Value], run: &mut Run) -> Value {
    let mut sorted = items(&args[0]).to_vec();
    sorted.sort_by(|left, right| order(left, right).unwrap_or(std::cmp::Ordering::Equal));
    run.list(sorted)
}

/// Which items of the first list stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Others {
    Shared,
    Missing,
}

fn keep(args: &[Value], run: &mut Run, which: Others) -> Value {
    let others = items(&args[1]);
    let kept = items(&args[0]).iter().filter(|item| others.contains(item) == (which == Others::Shared));
    run.list(kept.cloned())
}

/// Whether the first list holds every item of the second; an empty list holds and is held by nothing.
fn contains_all(args: &[Value], _: &mut Run) -> Value {
    let (all, wanted) = (items(&args[0]), items(&args[1]));
    Value::Bool(!wanted.is_empty() && wanted.iter().all(|item| all.contains(item)))
}
