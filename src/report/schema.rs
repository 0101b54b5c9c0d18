//! What a plan is made against: the columns there are, what codes mean, and when and for whom it is made.

use std::collections::BTreeMap;

use super::lane::{Family, Kind, Shape};
use super::symbol::{Symbol, Symbols};
use super::zone::Zone;
use crate::catalog::directory::Directory;
use crate::model::id::UserId;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::report::Column;
use crate::model::time::Timestamp;

pub struct Schema<'a> {
    pub shapes: &'a BTreeMap<Column, Shape>,
    pub symbols: &'a Symbols,
    pub directory: &'a Directory,
    pub zone: &'a Zone,
    pub now: Timestamp,
    /// Whom the operand `me` names.
    pub viewer: UserId,
}

impl<'a> Schema<'a> {
    pub fn shape(&self, column: &Column, place: &str) -> Result<&'a Shape, Problem> {
        self.shapes
            .get(column)
            .ok_or_else(|| Problem::error(place, ProblemCode::UnknownField).with("column", column_name(column)))
    }

    /// Natural order: the rank of every code. Drawn values as drawn, people and departments by name, states by their course.
    pub fn ranks(&self, shape: &Shape) -> Vec<u32> {
        let mut codes: Vec<(u32, &Symbol)> = self.symbols.iter().collect();
        let (Kind::Code(family) | Kind::Codes(family)) = shape.kind else { return vec![0; codes.len()] };
        match family {
            Family::State => codes.sort_by_key(|(_, symbol)| *symbol),
            Family::Option | Family::Node => {
                let drawn: BTreeMap<&Symbol, usize> = shape.drawn.iter().zip(0..).collect();
                codes.sort_by_key(|(code, symbol)| (drawn.get(symbol).copied().unwrap_or(usize::MAX), *code));
            }
            Family::User | Family::Department => codes.sort_by_cached_key(|(_, symbol)| self.name(symbol)),
        }
        let mut ranks = vec![0; codes.len()];
        for (rank, (code, _)) in (0..).zip(codes) {
            ranks[code as usize] = rank;
        }
        ranks
    }

    /// Sorts people and departments; ids break ties.
    fn name(&self, symbol: &Symbol) -> (String, Symbol) {
        let name = match symbol {
            Symbol::User(user) => self.directory.user(*user).map(|user| user.name.clone()),
            Symbol::Department(department) => {
                self.directory.departments.get(department).map(|found| found.name.clone())
            }
            Symbol::State(_) | Symbol::Option(_) | Symbol::Node(_) => None,
        };
        (name.unwrap_or_default(), symbol.clone())
    }
}

/// The lanes a plan reads, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lanes(pub Vec<Column>);

impl Lanes {
    /// The place of a column's lane in every block.
    pub fn place(&mut self, column: &Column) -> usize {
        self.0.iter().position(|known| known == column).unwrap_or_else(|| {
            self.0.push(column.clone());
            self.0.len() - 1
        })
    }
}

/// The wire form: `field.amount`, `created_at`.
pub fn column_name(column: &Column) -> String {
    match column {
        Column::Field(field) => return format!("field.{field}"),
        Column::Title => "title",
        Column::State => "state",
        Column::Node => "node",
        Column::Handler => "handler",
        Column::Initiator => "initiator",
        Column::Department => "department",
        Column::CreatedAt => "created_at",
        Column::SubmittedAt => "submitted_at",
        Column::UpdatedAt => "updated_at",
        Column::EndedAt => "ended_at",
        Column::Duration => "duration",
    }
    .to_owned()
}
