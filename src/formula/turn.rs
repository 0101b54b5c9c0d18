//! Of conditions that are asked in turn, the first that holds is taken: which of them can that never be? Judged by trying every value
//! that can make a difference, so what is said is certain. Refuses to judge conditions that do more than compare fields with
//! literals and join such comparisons, and those that would take too many tries; of these nothing is said.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use super::check::Checked;
use super::check::node::{Comparison, Node};
use super::decimal;
use super::env::Env;
use crate::model::id::FieldId;
use crate::model::time::{Date, Timestamp};
use crate::model::value::Value;

/// Of values of all fields together, for one condition.
pub const CASES_MAX: usize = 1_024;
/// Evaluations for one condition, its own and those of the ones before it; a drawing has at most `FLOW_EDGES_MAX` conditions.
pub const TRIES_MAX: usize = 10_000;

/// Why a condition never decides anything, or why nothing after it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// It holds for nothing.
    Never,
    /// It holds for everything, also for an empty form: whatever is asked later is asked in vain.
    Always,
    /// Whenever it holds, one of these (positions, in order) held before.
    Covered(BTreeSet<usize>),
}

/// Literals that each field is compared with; a field that is itself the condition has none.
type Bounds = BTreeMap<FieldId, Vec<Value>>;
/// One value of each field.
type Case = BTreeMap<FieldId, Value>;

/// One answer for each condition; `None` when it can decide, or when that is not judged.
pub fn judge(conditions: &[&Checked]) -> Vec<Option<Turn>> {
    let bounds: Vec<Option<Bounds>> = conditions.iter().map(|condition| bounds_of(condition)).collect();
    (0..conditions.len()).map(|at| turn(conditions, &bounds, at)).collect()
}

fn turn(conditions: &[&Checked], bounds: &[Option<Bounds>], at: usize) -> Option<Turn> {
    let own = bounds[at].as_ref()?;
    let earlier: Vec<(usize, &Bounds)> = bounds[..at]
        .iter()
        .enumerate()
        .filter_map(|(other, asked)| Some((other, asked.as_ref()?)))
        .filter(|(_, asked)| asked.keys().all(|field| own.contains_key(field)))
        .collect();
    let mut all = own.clone();
    for (field, literals) in earlier.iter().flat_map(|(_, asked)| asked.iter()) {
        all.entry(field.clone()).or_default().extend(literals.iter().cloned());
    }
    let cases = cases(&all)?;
    if cases.len() * (earlier.len() + 1) > TRIES_MAX {
        return None;
    }
    let held: Vec<&Case> = cases.iter().filter(|case| holds(conditions[at], case)).collect();
    if held.is_empty() {
        return Some(Turn::Never);
    }
    let before = |case: &&Case| earlier.iter().map(|(other, _)| *other).find(|other| holds(conditions[*other], case));
    match held.iter().map(before).collect::<Option<BTreeSet<usize>>>() {
        Some(covering) => Some(Turn::Covered(covering)),
        None => (held.len() == cases.len()).then_some(Turn::Always),
    }
}

fn holds(condition: &Checked, case: &Case) -> bool {
    let field = |id: &FieldId| case.get(id).cloned().unwrap_or_default();
    condition.holds(&Env::new(&field, Timestamp(0), &TimeZone::UTC))
}

/// `None` when the condition does more than compare.
fn bounds_of(condition: &Checked) -> Option<Bounds> {
    let mut bounds = Bounds::new();
    note(&condition.root, &mut bounds).then_some(bounds)
}

fn note(node: &Node, bounds: &mut Bounds) -> bool {
    match node {
        Node::Literal(Value::Bool(_)) => true,
        Node::Field(id) => {
            bounds.entry(id.clone()).or_default();
            true
        }
        Node::Not(inner) => note(inner, bounds),
        Node::All(parts) | Node::AnyOf(parts) => parts.iter().all(|part| note(part, bounds)),
        Node::Compare(comparison, left, right) => match (&**left, &**right) {
            (Node::Field(id), other) | (other, Node::Field(id)) => compared(id, *comparison, other, bounds),
            _ => false,
        },
        Node::Within(parts) => match &**parts {
            [Node::Field(id), low, high] => {
                [low, high].into_iter().all(|bound| compared(id, Comparison::LessEqual, bound, bounds))
            }
            _ => false,
        },
        Node::Member(item, list) => match (&**item, &**list) {
            (Node::Field(id), Node::List(items)) => {
                items.iter().all(|item| compared(id, Comparison::Equal, item, bounds))
            }
            _ => false,
        },
        Node::Literal(_)
        | Node::List(_)
        | Node::Call(..)
        | Node::Choose(..)
        | Node::Match(..)
        | Node::FirstOf(_)
        | Node::Part(..)
        | Node::Calculate(..)
        | Node::Negate(_)
        | Node::Concat(_)
        | Node::Shown(..)
        | Node::ShownItems(..)
        | Node::Local(_)
        | Node::Instant(_) => false,
    }
}

fn compared(id: &FieldId, comparison: Comparison, with: &Node, bounds: &mut Bounds) -> bool {
    let Some(literal) = literal(with) else { return false };
    let asks_for_order = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    let has_neighbours = matches!(literal, Value::Number(_) | Value::Date(_) | Value::DateTime(_));
    if asks_for_order && !has_neighbours {
        return false;
    }
    bounds.entry(id.clone()).or_default().push(literal);
    true
}

fn literal(node: &Node) -> Option<Value> {
    match node {
        Node::Literal(Value::List(_)) => None,
        Node::Literal(value) => Some(value.clone()),
        Node::Negate(inner) => match &**inner {
            Node::Literal(Value::Number(number)) => Some(Value::Number(-*number)),
            _ => None,
        },
        _ => None,
    }
}

/// Every combination; `None` when there are too many.
fn cases(bounds: &Bounds) -> Option<Vec<Case>> {
    let mut cases = vec![Case::new()];
    for (field, literals) in bounds {
        let values = worth_trying(literals);
        if cases.len() * values.len() > CASES_MAX {
            return None;
        }
        let with =
            |case: &Case, value: &Value| case.clone().into_iter().chain([(field.clone(), value.clone())]).collect();
        cases = cases.iter().flat_map(|case| values.iter().map(move |value| with(case, value))).collect();
    }
    Some(cases)
}

/// Nothing, yes and no (which are also "something else" to every other type), each literal, and what lies before, between and
/// behind them. A value that no field can have only makes the judgement more careful.
fn worth_trying(literals: &[Value]) -> Vec<Value> {
    let mut values = vec![Value::Empty, Value::Bool(false), Value::Bool(true)];
    values.extend(literals.iter().cloned());
    let mut numbers: Vec<Decimal> = Vec::new();
    for literal in literals {
        match literal {
            Value::Number(number) => numbers.push(*number),
            Value::Date(Date(day)) => values.extend([day - 1, day + 1].map(|day| Value::Date(Date(day)))),
            Value::DateTime(instant) => values.extend([-1, 1].map(|ms| Value::DateTime(instant.plus_ms(ms)))),
            _ => {}
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    let between = numbers.windows(2).map(|pair| pair[0] / Decimal::TWO + pair[1] / Decimal::TWO);
    let before = numbers.first().and_then(|first| decimal::subtract(*first, Decimal::ONE));
    let behind = numbers.last().and_then(|last| decimal::add(*last, Decimal::ONE));
    values.extend(between.chain(before).chain(behind).map(Value::Number));
    let mut tried = Vec::with_capacity(values.len());
    for value in values {
        if !tried.contains(&value) {
            tried.push(value);
        }
    }
    tried
}
