//! Cutting and joining text. Positions and lengths count characters from 1; the empty text is the empty value.

use rust_decimal::Decimal;

use super::Shape::{Bool, Number, Shown, ShownItems, Text, Texts};
use super::number::{integer, number};
use super::{Function, open, strict};
use crate::formula::eval::{Run, Warning};
use crate::formula::format;
use crate::model::limit::{FORMULA_LIST_MAX, FORMULA_TEXT_CHARS_MAX};
use crate::model::value::Value;

pub(super) const TABLE: &[Function] = &[
    open("CONCAT", &[Shown], Text, |args, run| joined(args, "", run)).repeats(&[Shown]),
    open("JOIN", &[ShownItems], Text, join).may_take(&[Text]),
    strict("SPLIT", &[Text, Text], Texts, split),
    strict("LEFT", &[Text, Number], Text, |args, run| cut(args, 0, integer(args, 1, 0), run)),
    strict("RIGHT", &[Text, Number], Text, right),
    strict("MID", &[Text, Number, Number], Text, |args, run| {
        cut(args, integer(args, 1, 1) - 1, integer(args, 2, 0), run)
    }),
    open("LEN", &[Text], Number, |args, _| Value::Number(text(args, 0).chars().count().into())),
    strict("TRIM", &[Text], Text, |args, run| run.text(text(args, 0).trim().to_owned())),
    strict("UPPER", &[Text], Text, |args, run| run.text(text(args, 0).to_uppercase())),
    strict("LOWER", &[Text], Text, |args, run| run.text(text(args, 0).to_lowercase())),
    open("REPLACE", &[Text, Number, Number, Text], Text, replace),
    open("SUBSTITUTE", &[Text, Text, Text], Text, substitute),
    strict("REPT", &[Text, Number], Text, repeat),
    strict("FIND", &[Text, Text], Number, |args, _| position(text(args, 1), text(args, 0))),
    strict("SEARCH", &[Text, Text], Number, |args, _| {
        position(&text(args, 1).to_lowercase(), &text(args, 0).to_lowercase())
    }),
    strict("STARTSWITH", &[Text, Text], Bool, |args, _| Value::Bool(text(args, 0).starts_with(text(args, 1)))),
    strict("ENDSWITH", &[Text, Text], Bool, |args, _| Value::Bool(text(args, 0).ends_with(text(args, 1)))),
    strict("TEXT", &[Number], Text, number_text).may_take(&[Text]),
    strict("VALUE", &[Text], Number, value),
    strict("RMBUPPER", &[Number], Text, rmb_upper),
];

/// The text at `index`; empty where none stands.
pub(super) fn text(args: &[Value], index: usize) -> &str {
    match args.get(index) {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

fn joined(items: &[Value], separator: &str, run: &mut Run) -> Value {
    let texts: Vec<&str> =
        items.iter().filter_map(|item| if let Value::Text(text) = item { Some(&**text) } else { None }).collect();
    let between = separator.len() * texts.len().saturating_sub(1);
    if texts.iter().map(|text| text.len()).sum::<usize>() + between > 4 * FORMULA_TEXT_CHARS_MAX {
        return run.warn(Warning::TextTooLong);
    }
    run.text(texts.join(separator))
}

fn join(args: &[Value], run: &mut Run) -> Value {
    match &args[0] {
        Value::List(items) => joined(items, if args.len() > 1 { text(args, 1) } else { ", " }, run),
        _ => Value::Empty,
    }
}

/// Pieces without a character are left out.
fn split(args: &[Value], run: &mut Run) -> Value {
    let pieces: Vec<Value> = text(args, 0)
        .split(text(args, 1))
        .filter(|piece| !piece.is_empty())
        .take(FORMULA_LIST_MAX + 1)
        .map(|piece| Value::Text(piece.to_owned()))
        .collect();
    run.list(pieces)
}

/// `count` characters behind the first `skip`.
fn cut(args: &[Value], skip: i64, count: i64, run: &mut Run) -> Value {
    run.text(text(args, 0).chars().skip(length(skip)).take(length(count)).collect())
}

fn right(args: &[Value], run: &mut Run) -> Value {
    let all = text(args, 0).chars().count();
    let skip = all.saturating_sub(length(integer(args, 1, 0)));
    run.text(text(args, 0).chars().skip(skip).collect())
}

/// Takes characters out from a position on and puts a text there.
fn replace(args: &[Value], run: &mut Run) -> Value {
    let skip = length(integer(args, 1, 1) - 1);
    let behind = skip.saturating_add(length(integer(args, 2, 0)));
    let before = text(args, 0).chars().take(skip);
    run.text(before.chain(text(args, 3).chars()).chain(text(args, 0).chars().skip(behind)).collect())
}

fn substitute(args: &[Value], run: &mut Run) -> Value {
    let (whole, old, new) = (text(args, 0), text(args, 1), text(args, 2));
    if old.is_empty() {
        return args[0].clone();
    }
    let bytes = whole.len().saturating_add(whole.matches(old).count().saturating_mul(new.len()));
    if bytes > 8 * FORMULA_TEXT_CHARS_MAX {
        return run.warn(Warning::TextTooLong);
    }
    run.text(whole.replace(old, new))
}

fn repeat(args: &[Value], run: &mut Run) -> Value {
    let count = length(integer(args, 1, 0));
    if text(args, 0).chars().count().saturating_mul(count) > FORMULA_TEXT_CHARS_MAX {
        return run.warn(Warning::TextTooLong);
    }
    run.text(text(args, 0).repeat(count))
}

/// Empty when it is not in there.
fn position(whole: &str, part: &str) -> Value {
    let found = whole.find(part).map(|bytes| whole[..bytes].chars().count() + 1);
    found.map_or(Value::Empty, |position| Value::Number(position.into()))
}

/// Digits with at most one point and a leading sign; commas between thousands are passed over.
fn value(args: &[Value], _: &mut Run) -> Value {
    let plain: String = text(args, 0).trim().chars().filter(|c| *c != ',').collect();
    let digits = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    let points = digits.bytes().filter(|b| *b == b'.').count();
    let shaped = count + points == digits.len() && points <= 1 && (1..=28).contains(&count);
    let edges = digits.starts_with('.') || digits.ends_with('.');
    if !shaped || edges {
        return Value::Empty;
    }
    plain.parse::<Decimal>().map_or(Value::Empty, |number| Value::Number(number.normalize()))
}

fn number_text(args: &[Value], run: &mut Run) -> Value {
    let number = number(args, 0);
    let plain = || number.normalize().to_string();
    run.text(args.get(1).map_or_else(plain, |_| format::number(number, text(args, 1))))
}

fn rmb_upper(args: &[Value], run: &mut Run) -> Value {
    match format::rmb(number(args, 0)) {
        Some(text) => run.text(text),
        None => run.warn(Warning::NumberOutOfRange),
    }
}

/// Negative counts as nothing.
fn length(count: i64) -> usize {
    usize::try_from(count).unwrap_or(0)
}
