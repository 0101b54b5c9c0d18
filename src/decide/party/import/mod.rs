//! People from a table: who is new, who changes, which departments and teams are made on the way. Gives ordinary asks, each judged on
//! what those before it did, so that a trial says exactly what the import will do. Refuses nothing halfway: all problems at once, and
//! nothing is to be done while there is one.

use std::collections::HashMap;

use super::decide;
use crate::catalog::Catalog;
use crate::decide::facts::Facts;
use crate::model::command::{Actor, PartyAsk};
use crate::model::id::UserId;
use crate::model::limit::{IMPORT_PROBLEMS_MAX, IMPORT_ROWS_MAX};
use crate::model::party::User;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

pub mod header;

mod cell;
mod person;
mod place;
mod rank;

use header::{Column, Header};

/// What an import is about to do, or why it may not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Import {
    /// In an order in which each holds.
    pub asks: Vec<PartyAsk>,
    pub rows: usize,
    pub users_new: usize,
    pub users_changed: usize,
    pub users_same: usize,
    pub departments_new: usize,
    pub teams_new: usize,
    /// By row; at most `IMPORT_PROBLEMS_MAX`.
    pub problems: Vec<RowProblem>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct RowProblem {
    /// From 1, as the file counts.
    pub row: usize,
    /// The header's text as it is in the file; empty: the whole row.
    pub column: String,
    /// Its place is empty: row and column say where.
    pub problem: Problem,
}

/// One line of the table that speaks of somebody.
struct Line<'a> {
    row: usize,
    cells: HashMap<Column, &'a str>,
}

/// An ask, and the row and column that made it necessary.
struct Due {
    ask: PartyAsk,
    row: usize,
    column: Option<Column>,
}

/// A table's people against the directory as it is; `fresh` makes ids. `table[0]` is the file's first line.
pub fn import(facts: &Facts, actor: Actor, table: &[Vec<String>], fresh: &mut dyn FnMut() -> u128) -> Import {
    let Some(header) = header::find(table) else {
        let problem = Problem::error("", ProblemCode::Required);
        return Import {
            problems: vec![RowProblem { row: 1, column: "Login".to_owned(), problem }],
            ..Import::default()
        };
    };
    let lines = lines(table, &header);
    let mut import = Import { rows: lines.len(), ..Import::default() };
    let mut troubles = Troubles { header: &header, found: Vec::new() };
    for twin in &header.twins {
        let problem = Problem::error("", ProblemCode::DuplicateName);
        troubles.found.push(RowProblem { row: header.line + 1, column: twin.trim().to_owned(), problem });
    }
    if lines.len() > IMPORT_ROWS_MAX {
        troubles.add(header.line + 1, None, Problem::error("", ProblemCode::TooMany).with("max", IMPORT_ROWS_MAX));
    } else {
        let dues = plan(facts.catalog, &lines, (&mut import, &mut troubles), fresh);
        judge(facts, actor, &dues, &mut troubles);
        import.asks = dues.into_iter().map(|due| due.ask).collect();
    }
    import.problems = troubles.sorted();
    import
}

fn lines<'a>(table: &'a [Vec<String>], header: &Header) -> Vec<Line<'a>> {
    let below = table.iter().enumerate().skip(header.line + 1);
    let lines = below.map(|(at, cells)| {
        let cell = |(column, (place, _)): (&Column, &(usize, String))| {
            let text = cell::text(cells.get(*place)?);
            (!text.is_empty()).then_some((*column, text))
        };
        Line { row: at + 1, cells: header.columns.iter().filter_map(cell).collect() }
    });
    lines.filter(|line| !line.cells.is_empty()).collect()
}

fn plan(
    catalog: &Catalog,
    lines: &[Line],
    (import, troubles): (&mut Import, &mut Troubles),
    fresh: &mut dyn FnMut() -> u128,
) -> Vec<Due> {
    let people = person::read(catalog, lines, troubles, fresh);
    let mut places = place::Places::new(catalog);
    let mut users: Vec<(usize, User)> = Vec::new();
    for (line, person) in lines.iter().zip(people) {
        let Some(mut person) = person else { continue };
        places.put(line, &mut person.user, troubles, fresh);
        match &person.before {
            None => import.users_new += 1,
            Some(before) if *before == person.user => import.users_same += 1,
            Some(_) => import.users_changed += 1,
        }
        if person.before.as_ref() != Some(&person.user) {
            users.push((line.row, person.user));
        }
    }
    import.departments_new = places.departments_new();
    import.teams_new = places.teams_new();
    let (before, after) = places.dues(troubles);
    let ranked = rank::managers_first(users, troubles);
    let saved = ranked.into_iter().map(|(row, user)| Due { ask: PartyAsk::SaveUser(user), row, column: None });
    before.into_iter().chain(saved).chain(after).collect()
}

/// Each on what those before it did.
fn judge(facts: &Facts, actor: Actor, dues: &[Due], troubles: &mut Troubles) {
    let mut catalog = facts.catalog.clone();
    for due in dues {
        match decide(&Facts { catalog: &catalog, ..*facts }, actor, &due.ask) {
            Ok(decision) => decision.events.iter().for_each(|event| catalog.apply(event)),
            Err(Refusal::Invalid(problems)) => {
                // Whoever heads or joins something and is not known was refused by the own row already.
                let is_echo = |code| due.column.is_some() && code == ProblemCode::UnknownUser;
                for problem in problems.into_iter().filter(|problem| !is_echo(problem.code)) {
                    let column = due.column.or_else(|| column_of(&problem.place));
                    troubles.add(due.row, column, problem);
                }
            }
            Err(_) => troubles.add(due.row, Some(Column::Active), Problem::error("", ProblemCode::NotEditable)),
        }
    }
}

fn column_of(place: &str) -> Option<Column> {
    Some(match place {
        "login" => Column::Login,
        "name" => Column::Name,
        "email" => Column::Email,
        "mobile" => Column::Mobile,
        "departments" => Column::Department,
        "positions" => Column::Positions,
        "manager" => Column::Manager,
        _ => return None,
    })
}

/// Problems as they are found.
struct Troubles<'a> {
    header: &'a Header,
    found: Vec<RowProblem>,
}

impl Troubles<'_> {
    fn add(&mut self, row: usize, column: Option<Column>, problem: Problem) {
        let text = column.and_then(|column| self.header.columns.get(&column)).map(|(_, text)| text.clone());
        let problem = Problem { place: String::new(), ..problem };
        self.found.push(RowProblem { row, column: text.unwrap_or_default(), problem });
    }

    fn sorted(mut self) -> Vec<RowProblem> {
        self.found.sort_by_key(|found| found.row);
        self.found.dedup();
        self.found.truncate(IMPORT_PROBLEMS_MAX);
        self.found
    }
}

/// The person of a row, as the row wants it.
struct Person {
    /// As the directory has it.
    before: Option<User>,
    user: User,
}

/// Accounts of the table, in lower case, and whose they are.
type Accounts = HashMap<String, UserId>;
