//! Runs a checked formula. Total: every formula gives a value in bounded steps, and what has no result gives the empty value.
//! Refuses nothing and looks at nothing but its [`Env`].

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::check::Checked;
use super::check::node::{Calculation, Comparison, Node};
use super::env::Env;
use super::function::{Function, Shape, Work};
use super::scope::Options;
use super::show::show;
use super::{decimal, moment};
use crate::calendar::civil;
use crate::model::id::FieldId;
use crate::model::limit::{FORMULA_LIST_MAX, FORMULA_STEPS_MAX, FORMULA_TEXT_CHARS_MAX};
use crate::model::time::Date;
use crate::model::value::Value;

/// What an evaluation read, and why parts of it came out empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trace {
    /// Each field once, in the order first read.
    pub inputs: Vec<(FieldId, Value)>,
    pub warnings: Vec<Warning>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    DivisionByZero,
    /// A number too large, or one that has no such root or power.
    NumberOutOfRange,
    /// Before year 1 or after year 9999, or no such day.
    DateOutOfRange,
    TextTooLong,
    ListTooLong,
    /// The whole result is empty.
    StepsExceeded,
}

impl Warning {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DivisionByZero => "division_by_zero",
            Self::NumberOutOfRange => "number_out_of_range",
            Self::DateOutOfRange => "date_out_of_range",
            Self::TextTooLong => "text_too_long",
            Self::ListTooLong => "list_too_long",
            Self::StepsExceeded => "steps_exceeded",
        }
    }
}

impl Checked {
    pub fn eval(&self, env: &Env) -> Value {
        self.eval_traced(env).0
    }

    /// Whether a condition holds; empty counts as no.
    pub fn holds(&self, env: &Env) -> bool {
        self.eval(env) == Value::Bool(true)
    }

    pub fn eval_traced(&self, env: &Env) -> (Value, Trace) {
        let mut run = Run { env, steps_left: FORMULA_STEPS_MAX, exhausted: false, trace: Trace::default() };
        let value = run.value(&self.root);
        if run.exhausted {
            run.warn(Warning::StepsExceeded);
            return (Value::Empty, run.trace);
        }
        (value, run.trace)
    }
}

/// One evaluation under way.
pub struct Run<'a> {
    pub(super) env: &'a Env<'a>,
    steps_left: u32,
    exhausted: bool,
    trace: Trace,
}

impl Run<'_> {
    /// Notes why, once per kind, and gives the empty value.
    pub(super) fn warn(&mut self, warning: Warning) -> Value {
        if !self.trace.warnings.contains(&warning) {
            self.trace.warnings.push(warning);
        }
        Value::Empty
    }

    /// False when the budget is used up; then the result no longer matters.
    pub(super) fn spend(&mut self, steps: usize) -> bool {
        let steps = u32::try_from(steps).unwrap_or(u32::MAX);
        self.exhausted |= steps > self.steps_left;
        self.steps_left = self.steps_left.saturating_sub(steps);
        !self.exhausted
    }

    pub(super) fn text(&mut self, text: String) -> Value {
        if text.is_empty() {
            return Value::Empty;
        }
        // Bytes bound characters, so the count is only taken near the limit.
        if text.len() > FORMULA_TEXT_CHARS_MAX && text.chars().count() > FORMULA_TEXT_CHARS_MAX {
            return self.warn(Warning::TextTooLong);
        }
        Value::Text(text)
    }

    /// A list holds no empties; without items it is the empty value.
    pub(super) fn list(&mut self, items: impl IntoIterator<Item = Value>) -> Value {
        let items: Vec<Value> = items.into_iter().filter(|item| !item.is_empty()).collect();
        if items.len() > FORMULA_LIST_MAX {
            return self.warn(Warning::ListTooLong);
        }
        if !self.spend(items.len()) || items.is_empty() { Value::Empty } else { Value::List(items) }
    }

    pub(super) fn number(&mut self, number: Option<Decimal>) -> Value {
        number.map_or_else(|| self.warn(Warning::NumberOutOfRange), Value::Number)
    }

    pub(super) fn date(&mut self, date: Option<Date>) -> Value {
        date.map_or_else(|| self.warn(Warning::DateOutOfRange), Value::Date)
    }

    fn value(&mut self, node: &Node) -> Value {
        if !self.spend(1) {
            return Value::Empty;
        }
        match node {
            Node::Literal(value) => value.clone(),
            Node::Field(id) => self.field(id),
            Node::List(items) => self.items(items),
            Node::Call(function, args) => self.call(function, args),
            Node::Choose(arms, otherwise) => self.choose(arms, otherwise.as_deref()),
            Node::Match(subject, cases, otherwise) => self.matched(subject, cases, otherwise.as_deref()),
            Node::FirstOf(options) => self.first_of(options),
            Node::All(parts) => Value::Bool(parts.iter().all(|part| self.holds(part))),
            Node::AnyOf(parts) => Value::Bool(parts.iter().any(|part| self.holds(part))),
            Node::Not(inner) => Value::Bool(!self.holds(inner)),
            Node::Compare(comparison, left, right) => self.compare(*comparison, left, right),
            Node::Within(parts) => self.within(parts),
            Node::Member(item, list) => self.member(item, list),
            Node::Part(text, part) => self.part(text, part),
            Node::Calculate(calculation, left, right) => self.calculate(*calculation, left, right),
            Node::Negate(inner) => self.negate(inner),
            Node::Concat(parts) => self.concat(parts),
            Node::Shown(options, inner) => {
                let value = self.value(inner);
                self.shown(value, options, ItemsAs::One)
            }
            Node::ShownItems(options, inner) => {
                let value = self.value(inner);
                self.shown(value, options, ItemsAs::Each)
            }
            Node::Local(local) => Value::DateTime(moment::instant(*local, self.env.zone)),
            Node::Instant(inner) => match self.value(inner) {
                Value::Date(date) => Value::DateTime(moment::instant(civil::midnight(date), self.env.zone)),
                other => other,
            },
        }
    }

    fn holds(&mut self, node: &Node) -> bool {
        self.value(node) == Value::Bool(true)
    }

    fn field(&mut self, id: &FieldId) -> Value {
        let value = canonical((self.env.fields)(id));
        if !self.trace.inputs.iter().any(|(seen, _)| seen == id) {
            self.trace.inputs.push((id.clone(), value.clone()));
        }
        if let Value::List(items) = &value {
            self.spend(items.len());
        }
        value
    }

    fn items(&mut self, items: &[Node]) -> Value {
        let items: Vec<Value> = items.iter().map(|item| self.value(item)).collect();
        self.list(items)
    }

    fn call(&mut self, function: &Function, args: &[Node]) -> Value {
        let values: Vec<Value> = args.iter().map(|arg| self.value(arg)).collect();
        let items = values.iter().map(|value| if let Value::List(items) = value { items.len() } else { 0 }).sum();
        if !self.spend(items) {
            return Value::Empty;
        }
        let evaluate = match function.work {
            Work::Strict(_) if values.iter().any(Value::is_empty) => {
                return if function.gives == Shape::Bool { Value::Bool(false) } else { Value::Empty };
            }
            Work::Strict(evaluate) | Work::Open(evaluate) => evaluate,
            Work::Form(_) => unreachable!("the checker turns forms into nodes of their own"),
        };
        evaluate(&values, self)
    }

    fn choose(&mut self, arms: &[(Node, Node)], otherwise: Option<&Node>) -> Value {
        for (condition, result) in arms {
            if self.holds(condition) {
                return self.value(result);
            }
        }
        otherwise.map_or(Value::Empty, |node| self.value(node))
    }

    fn matched(&mut self, subject: &Node, cases: &[(Node, Node)], otherwise: Option<&Node>) -> Value {
        let subject = self.value(subject);
        for (case, result) in cases {
            let case = self.value(case);
            if !subject.is_empty() && case == subject {
                return self.value(result);
            }
        }
        otherwise.map_or(Value::Empty, |node| self.value(node))
    }

    fn first_of(&mut self, options: &[Node]) -> Value {
        for option in options {
            let value = self.value(option);
            if !value.is_empty() {
                return value;
            }
        }
        Value::Empty
    }

    fn compare(&mut self, comparison: Comparison, left: &Node, right: &Node) -> Value {
        let (left, right) = (self.value(left), self.value(right));
        if left.is_empty() || right.is_empty() {
            return Value::Bool(comparison == Comparison::NotEqual);
        }
        let order = order(&left, &right);
        Value::Bool(match comparison {
            Comparison::Equal => left == right,
            Comparison::NotEqual => left != right,
            Comparison::Less => order.is_some_and(Ordering::is_lt),
            Comparison::LessEqual => order.is_some_and(Ordering::is_le),
            Comparison::Greater => order.is_some_and(Ordering::is_gt),
            Comparison::GreaterEqual => order.is_some_and(Ordering::is_ge),
        })
    }

    fn within(&mut self, parts: &[Node; 3]) -> Value {
        let [subject, low, high] = parts.each_ref().map(|part| self.value(part));
        let inside =
            order(&subject, &low).is_some_and(Ordering::is_ge) && order(&subject, &high).is_some_and(Ordering::is_le);
        Value::Bool(inside)
    }

    fn member(&mut self, item: &Node, list: &Node) -> Value {
        let item = self.value(item);
        let found = match self.value(list) {
            Value::List(items) => self.spend(items.len()) && items.contains(&item),
            _ => false,
        };
        Value::Bool(found)
    }

    fn part(&mut self, text: &Node, part: &Node) -> Value {
        let found = match (self.value(text), self.value(part)) {
            (Value::Text(text), Value::Text(part)) => text.contains(&part),
            _ => false,
        };
        Value::Bool(found)
    }

    fn calculate(&mut self, calculation: Calculation, left: &Node, right: &Node) -> Value {
        match (self.value(left), self.value(right)) {
            (Value::Number(left), Value::Number(right)) => self.arithmetic(calculation, left, right),
            (Value::Date(date), Value::Number(days)) => {
                let days = if calculation == Calculation::Subtract { -days } else { days };
                self.date(decimal::whole(days).and_then(|days| moment::plus_days(date, days)))
            }
            (Value::Date(left), Value::Date(right)) => Value::Number((i64::from(left.0) - i64::from(right.0)).into()),
            _ => Value::Empty,
        }
    }

    pub(super) fn arithmetic(&mut self, calculation: Calculation, left: Decimal, right: Decimal) -> Value {
        if right.is_zero() && matches!(calculation, Calculation::Divide | Calculation::Remainder) {
            return self.warn(Warning::DivisionByZero);
        }
        let result = match calculation {
            Calculation::Add => decimal::add(left, right),
            Calculation::Subtract => decimal::subtract(left, right),
            Calculation::Multiply => decimal::multiply(left, right),
            Calculation::Divide => decimal::divide(left, right),
            Calculation::Remainder => decimal::remainder(left, right),
            Calculation::Power => decimal::power(left, right),
        };
        self.number(result)
    }

    fn negate(&mut self, inner: &Node) -> Value {
        match self.value(inner) {
            Value::Number(number) => Value::Number((-number).normalize()),
            _ => Value::Empty,
        }
    }

    fn concat(&mut self, parts: &[Node]) -> Value {
        let mut whole = String::new();
        for part in parts {
            if let Value::Text(text) = self.value(part) {
                whole.push_str(&text);
            }
            if whole.len() > 4 * FORMULA_TEXT_CHARS_MAX {
                return self.warn(Warning::TextTooLong);
            }
        }
        self.text(whole)
    }

    fn shown(&mut self, value: Value, options: &Options, items_as: ItemsAs) -> Value {
        match (value, items_as) {
            (Value::Empty, _) => Value::Empty,
            (Value::List(items), ItemsAs::Each) => {
                let shown: Vec<Value> = items.iter().map(|item| Value::Text(show(item, options, self.env))).collect();
                self.list(shown)
            }
            (value, _) => {
                let text = show(&value, options, self.env);
                self.text(text)
            }
        }
    }
}

/// Whether a list is shown as one text, or item by item.
#[derive(Clone, Copy)]
enum ItemsAs {
    One,
    Each,
}

/// Order of two values of one type; `None` for types that have none.
pub(super) fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => Some(left.cmp(right)),
        (Value::Text(left), Value::Text(right)) => Some(left.cmp(right)),
        (Value::Date(left), Value::Date(right)) => Some(left.cmp(right)),
        (Value::DateTime(left), Value::DateTime(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

/// Empty texts and lists are the empty value, whoever made them.
fn canonical(value: Value) -> Value {
    match value {
        Value::Text(text) if text.is_empty() => Value::Empty,
        Value::List(items) if items.is_empty() => Value::Empty,
        other => other,
    }
}
