//! Conditions over columns, compiled once and applied block by block. A condition that does not fit its column is a problem,
//! never a condition that is silently true. Whether the reader may see a column is not asked here.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::lane::{Block, EMPTY_BOOL, EMPTY_DAY, EMPTY_NUMBER, Family, Kind, Lane};
use super::mask::Mask;
use super::operand;
use super::scale;
use super::schema::{Lanes, Schema};
use super::span;
use super::symbol::EMPTY_CODE;
use super::text;
use crate::model::limit::QUERY_PARTS_MAX;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::report::{Condition, Test};
use crate::model::time::{Date, Timestamp};

/// A test of one row of a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Predicate {
    And(Vec<Predicate>),
    Or(Vec<Predicate>),
    Not(Box<Predicate>),
    Filled {
        lane: usize,
    },
    /// Any of these texts, letter by letter.
    Text {
        lane: usize,
        texts: BTreeSet<String>,
    },
    /// Somewhere, without regard to case.
    Contains {
        lane: usize,
        needle: text::Needle,
    },
    /// Inclusive ends.
    Number {
        lane: usize,
        from: Option<Decimal>,
        to: Option<Decimal>,
    },
    Bool {
        lane: usize,
        value: bool,
    },
    /// Half-open; days or milliseconds as the lane has them.
    Time {
        lane: usize,
        from: i64,
        until: i64,
    },
    /// The code, or one of the codes of a list, is in the set.
    Code {
        lane: usize,
        set: CodeSet,
    },
}

/// Codes that were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeSet {
    One(u32),
    /// By code; shorter than the symbols there are means no.
    Many(Vec<bool>),
}

impl CodeSet {
    pub fn new(codes: impl IntoIterator<Item = u32>) -> Self {
        let codes: BTreeSet<u32> = codes.into_iter().filter(|code| *code != EMPTY_CODE).collect();
        match (codes.first(), codes.last()) {
            (Some(one), Some(last)) if one == last => Self::One(*one),
            (_, Some(last)) => Self::Many((0..=*last).map(|code| codes.contains(&code)).collect()),
            (_, None) => Self::Many(Vec::new()),
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Many(set) if set.is_empty())
    }

    #[inline]
    pub fn contains(&self, code: u32) -> bool {
        match self {
            Self::One(one) => *one == code,
            Self::Many(set) => set.get(code as usize).copied().unwrap_or(false),
        }
    }
}

/// All conditions together; all problems at once, under `filters.N`.
pub fn compile(conditions: &[Condition], schema: &Schema, lanes: &mut Lanes) -> Result<Predicate, Vec<Problem>> {
    // A chart has its own conditions, its board's and its viewer's.
    if conditions.len() > 3 * QUERY_PARTS_MAX {
        return Err(vec![Problem::error("filters", ProblemCode::TooMany).with("max", QUERY_PARTS_MAX)]);
    }
    let mut problems = Vec::new();
    let mut tests = Vec::new();
    for (at, condition) in conditions.iter().enumerate() {
        match compile_one(condition, schema, lanes, &format!("filters.{at}")) {
            Ok(test) => tests.push(test),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(Predicate::And(tests)) } else { Err(problems) }
}

fn compile_one(condition: &Condition, schema: &Schema, lanes: &mut Lanes, place: &str) -> Result<Predicate, Problem> {
    let shape = schema.shape(&condition.column, place)?;
    let lane = lanes.place(&condition.column);
    let any = |values: &BTreeSet<String>| match_any(shape.kind, lane, values, schema, place);
    let not = |predicate| Predicate::Not(Box::new(predicate));
    Ok(match &condition.test {
        Test::Is { value } => any(&BTreeSet::from([value.clone()]))?,
        Test::IsNot { value } => not(any(&BTreeSet::from([value.clone()]))?),
        Test::In { values } => any(values)?,
        Test::Contains { value } => match shape.kind {
            Kind::Text => Predicate::Contains { lane, needle: text::Needle::new(value) },
            Kind::Codes(_) => any(&BTreeSet::from([value.clone()]))?,
            Kind::Number | Kind::Duration | Kind::Bool | Kind::Date | Kind::DateTime | Kind::Code(_) | Kind::Files => {
                return Err(Problem::error(place, ProblemCode::WrongType));
            }
        },
        Test::AtLeast { value } => bound(shape.kind, lane, (Some(value), None), schema, place)?,
        Test::AtMost { value } => bound(shape.kind, lane, (None, Some(value)), schema, place)?,
        Test::Empty => not(Predicate::Filled { lane }),
        Test::NotEmpty => Predicate::Filled { lane },
        Test::Within { period } => {
            let days = span::days(*period, schema.zone.day(schema.now));
            within(shape.kind, lane, days, schema).ok_or_else(|| Problem::error(place, ProblemCode::WrongType))?
        }
    })
}

/// Rows whose date lies in these days; `None` when the column has no date.
pub fn within(kind: Kind, lane: usize, days: std::ops::Range<Date>, schema: &Schema) -> Option<Predicate> {
    match kind {
        Kind::Date => Some(Predicate::Time { lane, from: i64::from(days.start.0), until: i64::from(days.end.0) }),
        Kind::DateTime => {
            let (Timestamp(from), Timestamp(until)) = (schema.zone.start(days.start), schema.zone.start(days.end));
            Some(Predicate::Time { lane, from, until })
        }
        Kind::Text | Kind::Number | Kind::Duration | Kind::Bool | Kind::Code(_) | Kind::Codes(_) | Kind::Files => None,
    }
}

fn match_any(
    kind: Kind,
    lane: usize,
    values: &BTreeSet<String>,
    schema: &Schema,
    place: &str,
) -> Result<Predicate, Problem> {
    let each = |one: &dyn Fn(&str) -> Result<Predicate, Problem>| -> Result<Predicate, Problem> {
        values.iter().map(|value| one(value)).collect::<Result<_, _>>().map(Predicate::Or)
    };
    match kind {
        Kind::Text => Ok(Predicate::Text { lane, texts: values.clone() }),
        Kind::Number | Kind::Duration => each(&|value| {
            let number = operand::number(value, place)?;
            Ok(Predicate::Number { lane, from: Some(number), to: Some(number) })
        }),
        Kind::Bool => each(&|value| Ok(Predicate::Bool { lane, value: operand::yes_no(value, place)? })),
        Kind::Date => each(&|value| {
            let Date(day) = operand::date(value, place)?;
            Ok(Predicate::Time { lane, from: i64::from(day), until: i64::from(day) + 1 })
        }),
        Kind::DateTime => each(&|value| {
            let (from, until) = operand::instants(value, schema, place)?;
            Ok(Predicate::Time { lane, from, until })
        }),
        Kind::Code(family) | Kind::Codes(family) => codes(family, lane, values, schema, place),
        Kind::Files => Err(Problem::error(place, ProblemCode::WrongType)),
    }
}

fn codes(
    family: Family,
    lane: usize,
    values: &BTreeSet<String>,
    schema: &Schema,
    place: &str,
) -> Result<Predicate, Problem> {
    let mut codes = Vec::new();
    for value in values {
        codes.extend(schema.symbols.code(&operand::symbol(value, family, schema, place)?));
    }
    Ok(Predicate::Code { lane, set: CodeSet::new(codes) })
}

fn bound(
    kind: Kind,
    lane: usize,
    (from, to): (Option<&String>, Option<&String>),
    schema: &Schema,
    place: &str,
) -> Result<Predicate, Problem> {
    match kind {
        Kind::Number | Kind::Duration => Ok(Predicate::Number {
            lane,
            from: from.map(|text| operand::number(text, place)).transpose()?,
            to: to.map(|text| operand::number(text, place)).transpose()?,
        }),
        Kind::Date => {
            let day = |text: &String| operand::date(text, place).map(|day| i64::from(day.0));
            let from = from.map(day).transpose()?.unwrap_or(i64::MIN);
            let until = to.map(day).transpose()?.map_or(i64::MAX, |day| day + 1);
            Ok(Predicate::Time { lane, from, until })
        }
        Kind::DateTime => {
            let stretch = |text: &String| operand::instants(text, schema, place);
            let from = from.map(stretch).transpose()?.map_or(i64::MIN, |(from, _)| from);
            let until = to.map(stretch).transpose()?.map_or(i64::MAX, |(_, until)| until);
            Ok(Predicate::Time { lane, from, until })
        }
        Kind::Text | Kind::Bool | Kind::Code(_) | Kind::Codes(_) | Kind::Files => {
            Err(Problem::error(place, ProblemCode::WrongType))
        }
    }
}

impl Predicate {
    /// Those rows of `mask` that pass.
    pub fn keep(&self, block: &Block, mask: Mask) -> Mask {
        if mask.is_empty() {
            return mask;
        }
        match self {
            Self::And(all) => all.iter().fold(mask, |mask, test| test.keep(block, mask)),
            Self::Or(any) => any.iter().fold(Mask::NONE, |kept, test| kept.or(test.keep(block, mask.without(kept)))),
            Self::Not(test) => mask.without(test.keep(block, mask)),
            Self::Filled { lane } => block.lanes[*lane].filled(block.rows).and(mask),
            Self::Text { lane, texts } => match &block.lanes[*lane] {
                Lane::Text(cells) => mask.retain(|row| texts.contains(cells.row(row))),
                _ => Mask::NONE,
            },
            Self::Contains { lane, needle } => match &block.lanes[*lane] {
                Lane::Text(cells) => mask.retain(|row| needle.is_in(cells.row(row))),
                _ => Mask::NONE,
            },
            Self::Number { lane, from, to } => numbers(&block.lanes[*lane], block.rows, *from, *to).and(mask),
            Self::Bool { lane, value } => match &block.lanes[*lane] {
                Lane::Bool(cells) => Mask::of(block.rows, |row| cells[row] == u8::from(*value)).and(mask),
                _ => Mask::NONE,
            },
            Self::Time { lane, from, until } => times(&block.lanes[*lane], block.rows, *from, *until).and(mask),
            Self::Code { lane, set } => coded(&block.lanes[*lane], block.rows, set, mask),
        }
    }
}

fn coded(lane: &Lane, rows: usize, set: &CodeSet, mask: Mask) -> Mask {
    match (lane, set) {
        (Lane::Code(cells), CodeSet::One(one)) => Mask::of(rows, |row| cells[row] == *one).and(mask),
        (Lane::Code(cells), CodeSet::Many(_)) => Mask::of(rows, |row| set.contains(cells[row])).and(mask),
        (Lane::Codes(lists), _) => mask.retain(|row| lists.row(row).iter().any(|code| set.contains(*code))),
        _ => Mask::NONE,
    }
}

fn numbers(lane: &Lane, rows: usize, from: Option<Decimal>, to: Option<Decimal>) -> Mask {
    match lane {
        Lane::Number { scale, cells } => {
            let from = from.map_or(EMPTY_NUMBER + 1, |from| scale::ceil(from, *scale).max(EMPTY_NUMBER + 1));
            let to = to.map_or(i64::MAX, |to| scale::floor(to, *scale));
            Mask::of(rows, |row| from <= cells[row] && cells[row] <= to)
        }
        Lane::Wide(cells) => Mask::of(rows, |row| {
            cells[row].is_some_and(|cell| from.is_none_or(|from| from <= cell) && to.is_none_or(|to| cell <= to))
        }),
        _ => Mask::NONE,
    }
}

fn times(lane: &Lane, rows: usize, from: i64, until: i64) -> Mask {
    match lane {
        Lane::Date(cells) => Mask::of(rows, |row| {
            let day = i64::from(cells[row]);
            cells[row] != EMPTY_DAY && from <= day && day < until
        }),
        Lane::DateTime(cells) => {
            let from = from.max(EMPTY_NUMBER + 1);
            Mask::of(rows, |row| from <= cells[row] && cells[row] < until)
        }
        _ => Mask::NONE,
    }
}

const _: () = assert!(EMPTY_BOOL > 1, "neither yes nor no is empty");
