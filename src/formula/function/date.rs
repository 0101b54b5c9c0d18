//! Dates and times. A date counts as the midnight it begins with, on the clocks of the environment's zone.

use super::Shape::{Date as Day, DateTime, Moment, Number, Text, Word};
use super::number::{integer, number};
use super::text::text;
use super::{Function, open, strict};
use crate::calendar::civil;
use crate::formula::eval::{Run, Warning};
use crate::formula::moment::{self, Civil};
use crate::formula::{decimal, format};
use crate::model::time::{DAY_MS, Date, HOUR_MS, MINUTE_MS, Timestamp};
use crate::model::value::Value;

const UNITS: &[&str] = &["year", "quarter", "month", "week", "day", "hour", "minute", "second"];
const DAY_UNITS: &[&str] = &["year", "quarter", "month", "week", "day"];

pub(super) const TABLE: &[Function] = &[
    open("NOW", &[], DateTime, |_, run| Value::DateTime(run.env.now)),
    open("TODAY", &[], Day, |_, run| Value::Date(today(run))),
    strict("DATE", &[Number, Number, Number], Day, |args, run| {
        run.date(moment::from_ymd(integer(args, 0, 0), integer(args, 1, 0), integer(args, 2, 0)))
    }),
    strict("DATEOF", &[Moment], Day, |args, run| Value::Date(day_of(args, 0, run))),
    strict("PARSEDATE", &[Text], Day, |args, _| {
        moment::parse_date(text(args, 0).trim()).map_or(Value::Empty, Value::Date)
    }),
    strict("YEAR", &[Moment], Number, |args, run| part(args, run, |civil| civil.year)),
    strict("QUARTER", &[Moment], Number, |args, run| part(args, run, |civil| (civil.month + 2) / 3)),
    strict("MONTH", &[Moment], Number, |args, run| part(args, run, |civil| civil.month)),
    strict("WEEK", &[Moment], Number, |args, run| Value::Number(moment::week(day_of(args, 0, run)).into())),
    strict("WEEKDAY", &[Moment], Number, |args, run| Value::Number(moment::weekday(day_of(args, 0, run)).into())),
    strict("DAY", &[Moment], Number, |args, run| part(args, run, |civil| civil.day)),
    strict("HOUR", &[Moment], Number, |args, run| part(args, run, |civil| civil.hour)),
    strict("MINUTE", &[Moment], Number, |args, run| part(args, run, |civil| civil.minute)),
    strict("SECOND", &[Moment], Number, |args, run| part(args, run, |civil| civil.second)),
    strict("DATEADD", &[Moment, Number, Word(UNITS)], Moment, date_add),
    strict("DATEDIFF", &[Moment, Moment, Word(UNITS)], Number, date_diff),
    strict("STARTOF", &[Moment, Word(DAY_UNITS)], Day, |args, run| {
        let bounds = bounds(args, run);
        run.date(bounds.map(|(first, _)| first))
    }),
    strict("ENDOF", &[Moment, Word(DAY_UNITS)], Day, |args, run| {
        let bounds = bounds(args, run);
        run.date(bounds.map(|(_, last)| last))
    }),
    strict("EOMONTH", &[Moment], Day, end_of_month).may_take(&[Number]),
    strict("FORMATDATE", &[Moment, Text], Text, |args, run| {
        let civil = civil_of(args, 0, run);
        run.text(format::moment(&civil, text(args, 1)))
    }),
    strict("AGE", &[Moment], Number, |args, run| {
        let (from, to) = (civil::midnight(day_of(args, 0, run)), civil::midnight(today(run)));
        Value::Number((months_between(from, to) / 12).into())
    }),
];

fn today(run: &Run) -> Date {
    civil::date_of(civil::local(run.env.now, run.env.zone))
}

/// What the clocks show at the argument; 1970 where none stands.
fn local_of(args: &[Value], index: usize, run: &Run) -> i64 {
    match args.get(index) {
        Some(Value::Date(date)) => civil::midnight(*date),
        Some(Value::DateTime(instant)) => civil::local(*instant, run.env.zone),
        _ => 0,
    }
}

fn day_of(args: &[Value], index: usize, run: &Run) -> Date {
    civil::date_of(local_of(args, index, run))
}

fn civil_of(args: &[Value], index: usize, run: &Run) -> Civil {
    moment::civil(local_of(args, index, run))
}

fn part(args: &[Value], run: &Run, read: fn(&Civil) -> i64) -> Value {
    Value::Number(read(&civil_of(args, 0, run)).into())
}

/// Months of one unit, or milliseconds of one unit.
enum Unit {
    Months(i64),
    Days(i64),
    Ms(i64),
}

fn unit(word: &str) -> Unit {
    match word {
        "year" => Unit::Months(12),
        "quarter" => Unit::Months(3),
        "month" => Unit::Months(1),
        "week" => Unit::Days(7),
        "hour" => Unit::Ms(HOUR_MS),
        "minute" => Unit::Ms(MINUTE_MS),
        "second" => Unit::Ms(1_000),
        _ => Unit::Days(1),
    }
}

/// Days and longer units move on the calendar and keep the clock time; only hours and shorter ones may be broken numbers.
fn date_add(args: &[Value], run: &mut Run) -> Value {
    let count = integer(args, 1, 0);
    let moved_day = |day: Date, unit: &Unit| match unit {
        Unit::Months(months) => moment::plus_months(day, count.checked_mul(*months)?),
        Unit::Days(days) => moment::plus_days(day, count.checked_mul(*days)?),
        Unit::Ms(_) => Some(day),
    };
    let by = unit(text(args, 2));
    let elapsed_ms = match by {
        Unit::Ms(ms) => decimal::multiply(number(args, 1), ms.into()).and_then(|ms| decimal::whole(ms.trunc())),
        Unit::Months(_) | Unit::Days(_) => Some(0),
    };
    let local = local_of(args, 0, run);
    let (Some(day), Some(elapsed_ms)) = (moved_day(civil::date_of(local), &by), elapsed_ms) else {
        return run.warn(Warning::DateOutOfRange);
    };
    match (&args[0], by) {
        (Value::DateTime(start), Unit::Ms(_)) => instant(start.plus_ms(elapsed_ms), run),
        (Value::DateTime(_), _) => {
            let moved = civil::midnight(day) + local.rem_euclid(DAY_MS);
            instant(moment::instant(moved, run.env.zone), run)
        }
        _ => run.date(moment::date((civil::midnight(day) + elapsed_ms).div_euclid(DAY_MS))),
    }
}

fn instant(instant: Timestamp, run: &mut Run) -> Value {
    match moment::date(instant.0.div_euclid(DAY_MS)) {
        Some(_) => Value::DateTime(instant),
        None => run.warn(Warning::DateOutOfRange),
    }
}

/// From the first to the second: whole months, quarters and years; exact weeks, days, hours, minutes and seconds.
fn date_diff(args: &[Value], run: &mut Run) -> Value {
    let unit_ms = match unit(text(args, 2)) {
        Unit::Months(months) => {
            let between = months_between(local_of(args, 0, run), local_of(args, 1, run));
            return Value::Number((between / months).into());
        }
        Unit::Days(days) => days * DAY_MS,
        Unit::Ms(ms) => ms,
    };
    let elapsed = match (&args[0], &args[1]) {
        (Value::Date(from), Value::Date(to)) => civil::midnight(*to) - civil::midnight(*from),
        _ => instant_of(args, 1, run).since(instant_of(args, 0, run)),
    };
    run.number(decimal::divide(elapsed.into(), unit_ms.into()))
}

pub(super) fn instant_of(args: &[Value], index: usize, run: &Run) -> Timestamp {
    match args.get(index) {
        Some(Value::DateTime(instant)) => *instant,
        _ => moment::instant(local_of(args, index, run), run.env.zone),
    }
}

/// Complete months, negative when `to` is earlier.
fn months_between(from: i64, to: i64) -> i64 {
    if to < from {
        return -months_between(to, from);
    }
    let (first, last) = (moment::civil(from), moment::civil(to));
    let months = (last.year - first.year) * 12 + last.month - first.month;
    let reached = moment::plus_months(civil::date_of(from), months)
        .is_some_and(|day| civil::midnight(day) + from.rem_euclid(DAY_MS) <= to);
    if reached { months } else { months - 1 }
}

/// The first and the last day of the unit the argument lies in.
fn bounds(args: &[Value], run: &Run) -> Option<(Date, Date)> {
    let day = day_of(args, 0, run);
    let civil = civil_of(args, 0, run);
    let (first, next) = match unit(text(args, 1)) {
        Unit::Months(months) => {
            let first = moment::from_ymd(civil.year, civil.month - (civil.month - 1) % months, 1)?;
            (first, moment::plus_months(first, months))
        }
        Unit::Days(7) => {
            let first = moment::plus_days(day, 1 - moment::weekday(day))?;
            (first, moment::plus_days(first, 7))
        }
        Unit::Days(_) | Unit::Ms(_) => (day, moment::plus_days(day, 1)),
    };
    Some((first, moment::plus_days(next?, -1)?))
}

fn end_of_month(args: &[Value], run: &mut Run) -> Value {
    let civil = civil_of(args, 0, run);
    let first = moment::from_ymd(civil.year, civil.month, 1);
    let next = first.and_then(|first| moment::plus_months(first, integer(args, 1, 0) + 1));
    run.date(next.and_then(|next| moment::plus_days(next, -1)))
}
