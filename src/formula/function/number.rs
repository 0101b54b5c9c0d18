//! Counting and calculating. Aggregates pass over empty values; the sum of nothing is 0, every other fold of nothing is empty.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Shape::{Any, Item, Items, Number, Numbers, OrderedItems};
use super::{Function, open, strict};
use crate::formula::check::node::Calculation;
use crate::formula::decimal;
use crate::formula::eval::{Run, Warning, order};
use crate::model::value::Value;

pub(super) const TABLE: &[Function] = &[
    open("SUM", &[Numbers], Number, sum).repeats(&[Numbers]),
    open("AVG", &[Numbers], Number, avg).repeats(&[Numbers]),
    open("MIN", &[OrderedItems], Item, |args, run| best(args, run, std::cmp::Ordering::Less)).repeats(&[OrderedItems]),
    open("MAX", &[OrderedItems], Item, |args, run| best(args, run, std::cmp::Ordering::Greater))
        .repeats(&[OrderedItems]),
    open("PRODUCT", &[Numbers], Number, product).repeats(&[Numbers]),
    open("COUNT", &[Any], Number, count).repeats(&[Any]),
    open("COUNTBLANK", &[Any], Number, count_blank).repeats(&[Any]),
    open("COUNTIF", &[Items, Item], Number, count_if),
    strict("ABS", &[Number], Number, |args, _| Value::Number(number(args, 0).abs().normalize())),
    strict("SIGN", &[Number], Number, sign),
    strict("ROUND", &[Number], Number, |args, run| round(args, run, RoundingStrategy::MidpointAwayFromZero))
        .may_take(&[Number]),
    strict("ROUNDEVEN", &[Number], Number, |args, run| round(args, run, RoundingStrategy::MidpointNearestEven))
        .may_take(&[Number]),
    strict("ROUNDUP", &[Number], Number, |args, run| round(args, run, RoundingStrategy::AwayFromZero))
        .may_take(&[Number]),
    strict("ROUNDDOWN", &[Number], Number, |args, run| round(args, run, RoundingStrategy::ToZero)).may_take(&[Number]),
    strict("CEILING", &[Number], Number, |args, run| step(args, run, RoundingStrategy::ToPositiveInfinity))
        .may_take(&[Number]),
    strict("FLOOR", &[Number], Number, |args, run| step(args, run, RoundingStrategy::ToNegativeInfinity))
        .may_take(&[Number]),
    strict("INT", &[Number], Number, |args, _| Value::Number(number(args, 0).floor().normalize())),
    strict("MOD", &[Number, Number], Number, |args, run| {
        run.arithmetic(Calculation::Remainder, number(args, 0), number(args, 1))
    }),
    strict("POWER", &[Number, Number], Number, |args, run| {
        run.arithmetic(Calculation::Power, number(args, 0), number(args, 1))
    }),
    strict("SQRT", &[Number], Number, |args, run| run.number(decimal::square_root(number(args, 0)))),
];

/// The number at `index`; 0 where none stands.
pub(super) fn number(args: &[Value], index: usize) -> Decimal {
    match args.get(index) {
        Some(Value::Number(number)) => *number,
        _ => Decimal::ZERO,
    }
}

/// The whole number at `index`, rounded down; `absent` where none stands. Clamped to 15 digits.
pub(super) fn integer(args: &[Value], index: usize, absent: i64) -> i64 {
    const LARGEST: i64 = 999_999_999_999_999;
    match args.get(index) {
        Some(Value::Number(number)) => {
            let edge = if number.is_sign_negative() { -LARGEST } else { LARGEST };
            decimal::whole(number.floor()).unwrap_or(edge)
        }
        _ => absent,
    }
}

/// Every value of the arguments, those in lists too, without the empty ones.
pub(super) fn each(args: &[Value]) -> impl Iterator<Item = &Value> {
    let items = args.iter().flat_map(|arg| match arg {
        Value::List(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    });
    items.filter(|item| !item.is_empty())
}

pub(super) fn numbers(args: &[Value]) -> Vec<Decimal> {
    each(args).filter_map(|item| if let Value::Number(number) = item { Some(*number) } else { None }).collect()
}

pub(super) fn total(numbers: &[Decimal]) -> Option<Decimal> {
    numbers.iter().try_fold(Decimal::ZERO, |sum, number| decimal::add(sum, *number))
}

pub(super) fn mean(numbers: &[Decimal]) -> Option<Decimal> {
    decimal::divide(total(numbers)?, numbers.len().into())
}

fn sum(args: &[Value], run: &mut Run) -> Value {
    run.number(total(&numbers(args)))
}

fn avg(args: &[Value], run: &mut Run) -> Value {
    let numbers = numbers(args);
    if numbers.is_empty() { Value::Empty } else { run.number(mean(&numbers)) }
}

fn best(args: &[Value], _: &mut Run, wanted: std::cmp::Ordering) -> Value {
    let better = |best: &Value, item: &Value| order(item, best) == Some(wanted);
    let best = each(args).fold(None, |best, item| match best {
        Some(best) if !better(best, item) => Some(best),
        _ => Some(item),
    });
    best.cloned().unwrap_or_default()
}

fn product(args: &[Value], run: &mut Run) -> Value {
    let numbers = numbers(args);
    if numbers.is_empty() {
        return Value::Empty;
    }
    run.number(numbers.iter().try_fold(Decimal::ONE, |product, number| decimal::multiply(product, *number)))
}

fn count(args: &[Value], _: &mut Run) -> Value {
    Value::Number(each(args).count().into())
}

fn count_blank(args: &[Value], _: &mut Run) -> Value {
    Value::Number(args.iter().filter(|arg| arg.is_empty()).count().into())
}

fn count_if(args: &[Value], _: &mut Run) -> Value {
    Value::Number(each(&args[..1]).filter(|item| **item == args[1]).count().into())
}

fn sign(args: &[Value], _: &mut Run) -> Value {
    let number = number(args, 0);
    Value::Number(if number.is_zero() {
        Decimal::ZERO
    } else if number.is_sign_negative() {
        Decimal::NEGATIVE_ONE
    } else {
        Decimal::ONE
    })
}

fn round(args: &[Value], run: &mut Run, strategy: RoundingStrategy) -> Value {
    run.number(decimal::round(number(args, 0), integer(args, 1, 0), strategy))
}

/// To a multiple of the second argument, 1 where it is not given.
fn step(args: &[Value], run: &mut Run, strategy: RoundingStrategy) -> Value {
    let unit = args.get(1).map_or(Decimal::ONE, |_| number(args, 1).abs());
    if unit.is_zero() {
        return run.warn(Warning::DivisionByZero);
    }
    let count = decimal::divide(number(args, 0), unit);
    let whole = count.map(|count| count.round_dp_with_strategy(0, strategy));
    run.number(whole.and_then(|whole| decimal::multiply(whole, unit)))
}
