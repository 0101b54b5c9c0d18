//! The one table of functions. Every row is pure; what a row gives for odd arguments is the empty value and a warning.

use super::eval::Run;
use super::scope::type_name;
use crate::model::value::{Type, Value};

pub mod date;
pub mod list;
pub mod logic;
pub mod number;
pub mod people;
pub mod statistic;
pub mod text;

/// By family, in the order documentation shows them.
pub const FUNCTIONS: &[(&str, &[Function])] = &[
    ("logic", logic::TABLE),
    ("number", number::TABLE),
    ("statistic", statistic::TABLE),
    ("text", text::TABLE),
    ("date", date::TABLE),
    ("list", list::TABLE),
    ("people", people::TABLE),
];

/// One row. Its one-line purpose is translated under the key `function.<name in lower case>`.
#[derive(Debug)]
pub struct Function {
    /// In capitals.
    pub name: &'static str,
    /// Arguments that must be there, then those that may follow in order, then a group that may repeat.
    pub takes: &'static [Shape],
    pub may_take: &'static [Shape],
    pub repeats: &'static [Shape],
    pub gives: Shape,
    pub work: Work,
}

/// What an argument may be, or what a result is. `Item` stands for one and the same type in the whole row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Text,
    Number,
    Bool,
    Date,
    DateTime,
    User,
    Department,
    /// A date or an instant; as a result, of the type of the first such argument.
    Moment,
    Any,
    Item,
    Items,
    /// One or many of a type that has an order.
    OrderedItems,
    /// One or many numbers.
    Numbers,
    Texts,
    Bools,
    /// Anything, as people read it.
    Shown,
    /// Many of anything, each as people read it.
    ShownItems,
    /// One of these words, written as a literal.
    Word(&'static [&'static str]),
}

#[derive(Debug, Clone, Copy)]
pub enum Work {
    /// Typed and run by name, because it does not evaluate all its arguments or takes two kinds of them.
    Form(Form),
    /// An empty argument gives the empty value, or FALSE where the row gives a bool.
    Strict(Evaluate),
    /// Sees empty arguments.
    Open(Evaluate),
}

/// Arguments come typed as the row says, one per written argument.
pub type Evaluate = fn(&[Value], &mut Run) -> Value;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    If,
    Ifs,
    Switch,
    Coalesce,
    And,
    Or,
    Between,
    In,
    Contains,
}

pub fn find(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().flat_map(|(_, rows)| rows.iter()).find(|function| function.name == name)
}

impl Function {
    const fn new(name: &'static str, takes: &'static [Shape], gives: Shape, work: Work) -> Self {
        Self { name, takes, may_take: &[], repeats: &[], gives, work }
    }

    const fn may_take(mut self, shapes: &'static [Shape]) -> Self {
        self.may_take = shapes;
        self
    }

    const fn repeats(mut self, shapes: &'static [Shape]) -> Self {
        self.repeats = shapes;
        self
    }

    /// `None` without an upper end.
    pub fn arguments_max(&self) -> Option<usize> {
        self.repeats.is_empty().then_some(self.takes.len() + self.may_take.len())
    }

    /// The shape of the argument at `index` (from 0); `None` past the last.
    pub fn shape(&self, index: usize) -> Option<Shape> {
        let fixed = self.takes.len() + self.may_take.len();
        if index >= fixed {
            return self.repeats.iter().cycle().nth((index - fixed) % self.repeats.len().max(1)).copied();
        }
        self.takes.iter().chain(self.may_take).nth(index).copied()
    }

    /// `ROUND(number, [number]) -> number`.
    pub fn signature(&self) -> String {
        let plain = self.takes.iter().map(|shape| shape.name());
        let optional = self.may_take.iter().map(|shape| format!("[{}]", shape.name()));
        let repeated = self.repeats.iter().map(|shape| format!("{}...", shape.name()));
        let arguments: Vec<String> = plain.chain(optional).chain(repeated).collect();
        format!("{}({}) -> {}", self.name, arguments.join(", "), self.gives.name())
    }
}

impl Shape {
    /// The one type this shape stands for; `None` where several will do.
    pub fn kind(self) -> Option<Type> {
        match self {
            Self::Text | Self::Word(_) | Self::Shown => Some(Type::Text),
            Self::Number => Some(Type::Number),
            Self::Bool => Some(Type::Bool),
            Self::Date => Some(Type::Date),
            Self::DateTime => Some(Type::DateTime),
            Self::User => Some(Type::User),
            Self::Department => Some(Type::Department),
            Self::Texts | Self::ShownItems => Some(Type::List(Box::new(Type::Text))),
            Self::Bools => Some(Type::List(Box::new(Type::Bool))),
            Self::Moment | Self::Any | Self::Item | Self::Items | Self::OrderedItems | Self::Numbers => None,
        }
    }

    pub fn name(self) -> String {
        match self {
            Self::Moment => "date|date_time".to_owned(),
            Self::Any => "any".to_owned(),
            Self::Item => "item".to_owned(),
            Self::Items => "list<item>".to_owned(),
            Self::OrderedItems => "item|list<item>".to_owned(),
            Self::Numbers => "number|list<number>".to_owned(),
            Self::Shown => "shown".to_owned(),
            Self::ShownItems => "list<shown>".to_owned(),
            Self::Word(words) => words.join("|"),
            Self::Text
            | Self::Number
            | Self::Bool
            | Self::Date
            | Self::DateTime
            | Self::User
            | Self::Department
            | Self::Texts
            | Self::Bools => self.kind().map(|kind| type_name(&kind)).unwrap_or_default(),
        }
    }
}

const fn form(name: &'static str, takes: &'static [Shape], gives: Shape, form: Form) -> Function {
    Function::new(name, takes, gives, Work::Form(form))
}

const fn strict(name: &'static str, takes: &'static [Shape], gives: Shape, evaluate: Evaluate) -> Function {
    Function::new(name, takes, gives, Work::Strict(evaluate))
}

const fn open(name: &'static str, takes: &'static [Shape], gives: Shape, evaluate: Evaluate) -> Function {
    Function::new(name, takes, gives, Work::Open(evaluate))
}
