//! A query made ready for one schema: which lanes to read, what to keep, by what to group, what to fold. Everything that is wrong
//! with the query is found here, at once; running it cannot fail.

use std::ops::Range;

use super::filter::{self, Predicate};
use super::group::Axis;
use super::lane::{Block, Kind};
use super::measure::{Folding, Measured, Source, Unit};
use super::pivot::{self, Cube, Over};
use super::schema::{Lanes, Schema};
use super::series::{self, Series, Showing};
use super::span;
use super::zone::Zone;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::report::{Bucket, Column, Dimension, Measure, Period, Query};
use crate::model::time::Date;

/// Which period a query speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    This,
    /// The period before, for a comparison.
    Before,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What every block must bring, in this order.
    pub lanes: Lanes,
    pub cube: Cube,
    pub showing: Showing,
}

/// # Errors
/// - every part of the query that does not fit the schema, at `filters.N`, `dimension`, `split`, `measure`, `tooltip.N`, `period`.
pub fn plan(query: &Query, schema: &Schema, turn: Turn) -> Result<Plan, Vec<Problem>> {
    let mut lanes = Lanes::default();
    let mut problems = Vec::new();
    let over = if query.measure == Measure::MeanHandling { Over::Handlings } else { Over::Orders };
    let mut tests = keep(filter::compile(&query.filters, schema, &mut lanes), &mut problems);
    let days = query.period.as_ref().map(|period| days_of(period, schema, turn));
    if let (Some(period), Some(days)) = (&query.period, &days) {
        let test = keep_one(in_period(period, days, schema, &mut lanes), &mut problems);
        tests = tests.zip(test).map(|(tests, test)| Predicate::And(vec![tests, test]));
    }
    let axis_of = |dimension: &Option<Dimension>, place: &str, lanes: &mut Lanes, problems: &mut Vec<Problem>| {
        let found = dimension.as_ref().map(|dimension| axis(dimension, over, schema, lanes, place));
        found.and_then(|found| keep_one(found, problems))
    };
    let dimension = axis_of(&query.dimension, "dimension", &mut lanes, &mut problems);
    let split = axis_of(&query.split, "split", &mut lanes, &mut problems);
    let first = keep_one(measured(&query.measure, "measure", schema, &mut lanes), &mut problems);
    let beside: Vec<(Measured, Unit)> = query
        .tooltip
        .iter()
        .enumerate()
        .filter_map(|(at, measure)| {
            let found = beside(measure, over, &format!("tooltip.{at}"), schema, &mut lanes);
            keep_one(found, &mut problems)
        })
        .collect();
    let (Some(filter), Some((measured, unit))) = (tests, first) else { return Err(problems) };
    if !problems.is_empty() {
        return Err(problems);
    }
    let ranks = |dimension: &Option<Dimension>| {
        let shape = dimension.as_ref().and_then(|dimension| schema.shapes.get(&dimension.column));
        shape.map_or_else(Vec::new, |shape| schema.ranks(shape))
    };
    let bucket = bucket(dimension);
    let showing = Showing {
        folding: measured.folding,
        unit,
        beside: beside.iter().map(|(measured, unit)| (measured.folding, *unit)).collect(),
        order: query.order,
        top: usize::from(query.top),
        bucket,
        reach: reach(query, bucket, days.as_ref(), schema),
        ranks: [ranks(&query.dimension), ranks(&query.split)],
    };
    let (dimension, split) = (dimension.map(|(axis, _)| axis), split.map(|(axis, _)| axis));
    let beside = beside.into_iter().map(|(measured, _)| measured).collect();
    Ok(Plan { lanes, cube: Cube { filter, over, dimension, split, measured, beside }, showing })
}

impl Plan {
    /// `blocks` bring the plan's lanes, and only rows the reader may know of.
    pub fn run<'a>(&self, zone: &Zone, blocks: impl Iterator<Item = Block<'a>>) -> Series {
        series::series(&pivot::fold(&self.cube, zone, blocks), &self.showing)
    }
}

/// The days a period covers.
pub fn days_of(period: &Period, schema: &Schema, turn: Turn) -> Range<Date> {
    let today = schema.zone.day(schema.now);
    match turn {
        Turn::This => span::days(period.span, today),
        Turn::Before => span::days_before(period.span, today),
    }
}

/// What a measure looks at.
pub const fn column_of(measure: &Measure) -> Option<&Column> {
    match measure {
        Measure::Count | Measure::MeanHandling => None,
        Measure::Sum { column } | Measure::Mean { column } | Measure::Min { column } | Measure::Max { column } => {
            Some(column)
        }
    }
}

/// Every column a query looks at, for whoever judges whether it may.
pub fn columns_of(query: &Query) -> Vec<&Column> {
    let measured = std::iter::once(&query.measure).chain(&query.tooltip).filter_map(column_of);
    let axes = query.dimension.iter().chain(&query.split).map(|dimension| &dimension.column);
    let filters = query.filters.iter().map(|condition| &condition.column);
    filters.chain(query.period.iter().map(|period| &period.column)).chain(axes).chain(measured).collect()
}

fn in_period(period: &Period, days: &Range<Date>, schema: &Schema, lanes: &mut Lanes) -> Result<Predicate, Problem> {
    let shape = schema.shape(&period.column, "period")?;
    let lane = lanes.place(&period.column);
    filter::within(shape.kind, lane, days.clone(), schema).ok_or_else(|| wrong("period"))
}

/// With the bucket of a dimension over time.
fn axis(
    dimension: &Dimension,
    over: Over,
    schema: &Schema,
    lanes: &mut Lanes,
    place: &str,
) -> Result<(Axis, Option<Bucket>), Problem> {
    let shape = schema.shape(&dimension.column, place)?;
    match (&dimension.column, over) {
        (Column::Handler, Over::Handlings) => return Ok((Axis::Handler, None)),
        (Column::Department, Over::Handlings) => return Ok((Axis::HandlerDepartment, None)),
        (Column::Node, Over::Handlings) => return Ok((Axis::HandledNode, None)),
        _ => {}
    }
    let lane = lanes.place(&dimension.column);
    match shape.kind {
        Kind::Date | Kind::DateTime => {
            let bucket = dimension.bucket.unwrap_or(Bucket::Day);
            Ok((Axis::Time(lane, bucket), Some(bucket)))
        }
        _ if dimension.bucket.is_some() => Err(wrong(place)),
        Kind::Text | Kind::Number | Kind::Bool | Kind::Code(_) | Kind::Codes(_) => Ok((Axis::Lane(lane), None)),
        Kind::Duration | Kind::Files => Err(wrong(place)),
    }
}

/// Handlings are folded by themselves: a column belongs to orders.
fn beside(
    measure: &Measure,
    over: Over,
    place: &str,
    schema: &Schema,
    lanes: &mut Lanes,
) -> Result<(Measured, Unit), Problem> {
    match (over, measure) {
        (Over::Handlings, _) | (_, Measure::MeanHandling) => Err(wrong(place)),
        _ => measured(measure, place, schema, lanes),
    }
}

fn measured(measure: &Measure, place: &str, schema: &Schema, lanes: &mut Lanes) -> Result<(Measured, Unit), Problem> {
    let folding = Folding::of(measure);
    let (column, may_be_date) = match measure {
        Measure::Count => return Ok((Measured { source: Source::None, folding }, Unit::Count)),
        Measure::MeanHandling => return Ok((Measured { source: Source::Handlings, folding }, Unit::Milliseconds)),
        Measure::Sum { column } | Measure::Mean { column } => (column, false),
        Measure::Min { column } | Measure::Max { column } => (column, true),
    };
    let unit = match schema.shape(column, place)?.kind {
        Kind::Number => Unit::Number,
        Kind::Duration => Unit::Milliseconds,
        Kind::Date if may_be_date => Unit::Date,
        Kind::DateTime if may_be_date => Unit::DateTime,
        Kind::Date | Kind::DateTime | Kind::Text | Kind::Bool | Kind::Code(_) | Kind::Codes(_) | Kind::Files => {
            return Err(wrong(place));
        }
    };
    Ok((Measured { source: Source::Lane(lanes.place(column)), folding }, unit))
}

fn bucket(dimension: Option<(Axis, Option<Bucket>)>) -> Option<Bucket> {
    dimension.and_then(|(_, bucket)| bucket)
}

/// A time axis over the column of the period shows the whole period, but no bucket that lies ahead.
fn reach(query: &Query, bucket: Option<Bucket>, days: Option<&Range<Date>>, schema: &Schema) -> Option<(i32, i32)> {
    let (bucket, days) = (bucket?, days?);
    let is_same = query.dimension.as_ref().map(|it| &it.column) == query.period.as_ref().map(|it| &it.column);
    let last = Date(days.end.0 - 1).min(schema.zone.day(schema.now));
    (is_same && days.start <= last).then(|| (span::ordinal(bucket, days.start), span::ordinal(bucket, last)))
}

fn wrong(place: &str) -> Problem {
    Problem::error(place, ProblemCode::WrongType)
}

fn keep<T>(found: Result<T, Vec<Problem>>, problems: &mut Vec<Problem>) -> Option<T> {
    found.map_err(|found| problems.extend(found)).ok()
}

fn keep_one<T>(found: Result<T, Problem>, problems: &mut Vec<Problem>) -> Option<T> {
    found.map_err(|found| problems.push(found)).ok()
}
