//! Deciding. Logic is two-valued: an empty yes/no counts as no.

use super::Shape::{Any, Bool, Item, Items};
use super::{Form, Function, form, open};
use crate::formula::eval::Run;
use crate::model::value::Value;

pub(super) const TABLE: &[Function] = &[
    form("IF", &[Bool, Item], Item, Form::If).may_take(&[Item]),
    form("IFS", &[Bool, Item], Item, Form::Ifs).repeats(&[Bool, Item]),
    form("SWITCH", &[Any, Any, Item], Item, Form::Switch).repeats(&[Any]),
    form("COALESCE", &[Item], Item, Form::Coalesce).repeats(&[Item]),
    form("AND", &[Bool], Bool, Form::And).repeats(&[Bool]),
    form("OR", &[Bool], Bool, Form::Or).repeats(&[Bool]),
    open("XOR", &[Bool], Bool, xor).repeats(&[Bool]),
    open("TRUE", &[], Bool, |_, _| Value::Bool(true)),
    open("FALSE", &[], Bool, |_, _| Value::Bool(false)),
    open("IS_EMPTY", &[Any], Bool, is_empty),
    open("ISBLANK", &[Any], Bool, is_empty),
    form("BETWEEN", &[Item, Item, Item], Bool, Form::Between),
    form("IN", &[Item, Items], Bool, Form::In),
    form("CONTAINS", &[Any, Any], Bool, Form::Contains),
];

fn xor(args: &[Value], _: &mut Run) -> Value {
    Value::Bool(args.iter().filter(|arg| **arg == Value::Bool(true)).count() % 2 == 1)
}

fn is_empty(args: &[Value], _: &mut Run) -> Value {
    Value::Bool(args[0].is_empty())
}
