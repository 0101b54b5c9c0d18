//! Describing many numbers. Of no numbers everything is empty; spreads are of a sample (n - 1).

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::Shape::{Number, Numbers};
use super::number::{integer, mean, number, numbers, total};
use super::{Function, open};
use crate::formula::decimal;
use crate::formula::eval::{Run, Warning};
use crate::model::value::Value;

pub(super) const TABLE: &[Function] = &[
    open("MEDIAN", &[Numbers], Number, |args, run| quantile(&sorted(args), Decimal::new(5, 1), run))
        .repeats(&[Numbers]),
    open("PERCENTILE", &[Numbers, Number], Number, percentile),
    open("VAR", &[Numbers], Number, |args, run| spread(args, run, Some)).repeats(&[Numbers]),
    open("STDEV", &[Numbers], Number, |args, run| spread(args, run, decimal::square_root)).repeats(&[Numbers]),
    open("MODE", &[Numbers], Number, mode).repeats(&[Numbers]),
    open("SMALL", &[Numbers, Number], Number, |args, run| nth(sorted(&args[..1]), args, run)),
    open("LARGE", &[Numbers, Number], Number, |args, run| {
        let mut falling = sorted(&args[..1]);
        falling.reverse();
        nth(falling, args, run)
    }),
    open("RANK", &[Number, Numbers], Number, rank),
];

fn sorted(args: &[Value]) -> Vec<Decimal> {
    let mut numbers = numbers(args);
    numbers.sort();
    numbers
}

/// Between the two nearest ranks in proportion; `share` from 0 to 1.
fn quantile(sorted: &[Decimal], share: Decimal, run: &mut Run) -> Value {
    if sorted.is_empty() {
        return Value::Empty;
    }
    let place = share * Decimal::from(sorted.len() - 1);
    let below = usize::try_from(place.floor()).unwrap_or(0).min(sorted.len() - 1);
    let above = (below + 1).min(sorted.len() - 1);
    let gap = decimal::subtract(sorted[above], sorted[below]);
    let part = gap.and_then(|gap| decimal::multiply(gap, place.fract()));
    run.number(part.and_then(|part| decimal::add(sorted[below], part)))
}

/// The share in percent, 0 to 100.
fn percentile(args: &[Value], run: &mut Run) -> Value {
    let Value::Number(percent) = args[1] else { return Value::Empty };
    if percent < Decimal::ZERO || percent > Decimal::ONE_HUNDRED {
        return run.warn(Warning::NumberOutOfRange);
    }
    match decimal::divide(percent, Decimal::ONE_HUNDRED) {
        Some(share) => quantile(&sorted(&args[..1]), share, run),
        None => run.warn(Warning::NumberOutOfRange),
    }
}

fn spread(args: &[Value], run: &mut Run, finish: fn(Decimal) -> Option<Decimal>) -> Value {
    let numbers = numbers(args);
    if numbers.len() < 2 {
        return Value::Empty;
    }
    run.number(variance(&numbers).and_then(finish))
}

fn variance(numbers: &[Decimal]) -> Option<Decimal> {
    let mean = mean(numbers)?;
    let squares: Option<Vec<Decimal>> = numbers
        .iter()
        .map(|number| {
            let distance = decimal::subtract(*number, mean)?;
            decimal::multiply(distance, distance)
        })
        .collect();
    decimal::divide(total(&squares?)?, (numbers.len() - 1).into())
}

/// The most frequent; among several the smallest.
fn mode(args: &[Value], _: &mut Run) -> Value {
    let sorted = sorted(args);
    let runs = sorted.chunk_by(|left, right| left == right);
    let longest = runs.min_by_key(|run| Reverse(run.len()));
    longest.map_or(Value::Empty, |run| Value::Number(run[0].normalize()))
}

/// Counted from 1.
fn nth(ranked: Vec<Decimal>, args: &[Value], run: &mut Run) -> Value {
    if ranked.is_empty() || args[1].is_empty() {
        return Value::Empty;
    }
    let index = usize::try_from(integer(args, 1, 0) - 1).ok();
    run.number(index.and_then(|index| ranked.get(index)).copied())
}

/// The largest has rank 1; empty for a number that is not among them.
fn rank(args: &[Value], _: &mut Run) -> Value {
    let all = numbers(&args[1..]);
    let own = number(args, 0);
    if args[0].is_empty() || !all.contains(&own) {
        return Value::Empty;
    }
    Value::Number((all.iter().filter(|other| **other > own).count() + 1).into())
}
