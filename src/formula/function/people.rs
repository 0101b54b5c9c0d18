//! Who acts, who is above whom, and the order at hand. Whoever the directory does not know reads as empty.

use super::Shape::{Bool, DateTime, Department, Number, Text, Texts, User, Word};
use super::number::integer;
use super::text::text;
use super::{Function, open, strict};
use crate::formula::decimal;
use crate::formula::env::PersonFacts;
use crate::formula::eval::Run;
use crate::model::id::{DepartmentId, UserId};
use crate::model::time::{DAY_MS, HOUR_MS, MINUTE_MS};
use crate::model::value::Value;

const ELAPSED_UNITS: &[&str] = &["day", "hour", "minute", "second"];

pub(super) const TABLE: &[Function] = &[
    open("USER", &[], User, |_, run| user(run.env.user)),
    open("USERDEPT", &[], Department, |_, run| department(main_department(run.env.user, run))),
    open("USERROLES", &[], Texts, user_roles),
    open("INITIATOR", &[], User, |_, run| user(run.env.order.initiator)),
    open("DEPTOF", &[User], Department, |args, run| department(main_department(id_of(args, 0), run))),
    open("MANAGER", &[], User, manager).may_take(&[Number, User]),
    open("DEPTHEAD", &[], User, department_head).may_take(&[Department]),
    strict("INDEPT", &[User, Department], Bool, in_department),
    strict("HASROLE", &[Text], Bool, has_role).may_take(&[User]),
    open("NODE", &[], Text, |_, run| told(run.env.order.node.as_ref(), run)),
    open("RECORDID", &[], Text, |_, run| told(run.env.order.record.as_ref(), run)),
    open("SERIAL", &[], Text, |_, run| told(run.env.order.serial.as_ref(), run)),
    open("CREATED", &[], DateTime, |_, run| run.env.order.created.map_or(Value::Empty, Value::DateTime)),
    open("ELAPSED", &[], Number, elapsed).may_take(&[Word(ELAPSED_UNITS)]),
];

fn user(id: Option<UserId>) -> Value {
    id.map_or(Value::Empty, Value::User)
}

fn department(id: Option<DepartmentId>) -> Value {
    id.map_or(Value::Empty, Value::Department)
}

fn told(fact: Option<&impl ToString>, run: &mut Run) -> Value {
    fact.map_or(Value::Empty, |fact| run.text(fact.to_string()))
}

fn id_of(args: &[Value], index: usize) -> Option<UserId> {
    match args.get(index) {
        Some(Value::User(id)) => Some(*id),
        _ => None,
    }
}

/// The person of the argument if one is written, else who acts.
fn person(args: &[Value], index: usize, run: &Run) -> Option<PersonFacts> {
    let id = if args.len() > index { id_of(args, index) } else { run.env.user };
    id.and_then(run.env.person)
}

fn main_department(id: Option<UserId>, run: &Run) -> Option<DepartmentId> {
    id.and_then(run.env.person)?.departments.first().copied()
}

fn user_roles(_: &[Value], run: &mut Run) -> Value {
    let roles = person(&[], 0, run).map(|person| person.roles).unwrap_or_default();
    run.list(roles.iter().map(|role| Value::Text(role.to_string())))
}

/// Level 1 is the direct manager.
fn manager(args: &[Value], run: &mut Run) -> Value {
    let level = usize::try_from(integer(args, 0, 1) - 1).ok();
    let above = person(args, 1, run).map(|person| person.managers).unwrap_or_default();
    user(level.and_then(|level| above.get(level)).copied())
}

fn department_head(args: &[Value], run: &mut Run) -> Value {
    let id = match args.first() {
        Some(Value::Department(id)) => Some(*id),
        Some(_) => None,
        None => main_department(run.env.user, run),
    };
    user(id.and_then(run.env.department).and_then(|department| department.head))
}

/// In the department or somewhere below it.
fn in_department(args: &[Value], run: &mut Run) -> Value {
    let Value::Department(wanted) = args[1] else { return Value::Bool(false) };
    let own = person(args, 0, run).map(|person| person.departments).unwrap_or_default();
    let above = |id: &DepartmentId| (run.env.department)(*id).is_some_and(|facts| facts.above.contains(&wanted));
    Value::Bool(own.iter().any(|id| *id == wanted || above(id)))
}

/// By the role's id.
fn has_role(args: &[Value], run: &mut Run) -> Value {
    let roles = person(args, 1, run).map(|person| person.roles).unwrap_or_default();
    Value::Bool(roles.iter().any(|role| role.to_string() == text(args, 0)))
}

/// Since the order was created, on the wall clock; hours where no unit is written.
fn elapsed(args: &[Value], run: &mut Run) -> Value {
    let unit_ms = match text(args, 0) {
        "day" => DAY_MS,
        "minute" => MINUTE_MS,
        "second" => 1_000,
        _ => HOUR_MS,
    };
    match run.env.order.created {
        Some(created) => run.number(decimal::divide(run.env.now.since(created).into(), unit_ms.into())),
        None => Value::Empty,
    }
}
