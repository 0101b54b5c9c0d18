//! Where people of a table belong: departments by path and teams by name, made when they are missing; who heads a department.

use std::collections::{BTreeMap, HashMap};

use super::header::Column;
use super::{Due, Line, Troubles, cell};
use crate::catalog::Catalog;
use crate::model::command::PartyAsk;
use crate::model::id::{DepartmentId, TeamId, UserId};
use crate::model::limit::IMPORT_PLACES_MAX;
use crate::model::party::{Department, Team, User};
use crate::model::problem::{Problem, ProblemCode};

pub(super) struct Places<'a> {
    catalog: &'a Catalog,
    departments: HashMap<(Option<DepartmentId>, String), DepartmentId>,
    /// Parents first.
    new_departments: Vec<(usize, Department)>,
    heads: BTreeMap<DepartmentId, (usize, UserId)>,
    teams: HashMap<String, TeamId>,
    /// Teams as they will be, and the row that touched each first.
    touched_teams: BTreeMap<TeamId, (usize, Team)>,
    teams_new: usize,
}

impl<'a> Places<'a> {
    pub fn new(catalog: &'a Catalog) -> Self {
        let directory = &catalog.directory;
        let departments = directory.departments.values();
        let teams = directory.teams.values();
        Self {
            catalog,
            departments: departments.map(|found| ((found.parent, found.name.clone()), found.id)).collect(),
            new_departments: Vec::new(),
            heads: BTreeMap::new(),
            teams: teams.map(|team| (team.name.clone(), team.id)).collect(),
            touched_teams: BTreeMap::new(),
            teams_new: 0,
        }
    }

    pub fn put(&mut self, line: &Line, user: &mut User, troubles: &mut Troubles, fresh: &mut dyn FnMut() -> u128) {
        let of = |column: Column| line.cells.get(&column).map(|text| cell::list(text)).unwrap_or_default();
        for column in [Column::Department, Column::Teams, Column::HeadOf] {
            if of(column).iter().any(|part| cell::is_formula(part)) {
                troubles.add(line.row, Some(column), Problem::error("", ProblemCode::BadFormat));
                return;
            }
        }
        let own: Vec<_> =
            of(Column::Department).into_iter().filter_map(|part| self.department(line.row, part, fresh)).collect();
        if !own.is_empty() {
            user.departments = own;
        }
        for name in of(Column::Teams) {
            self.join(line.row, name, user.id, fresh);
        }
        for part in of(Column::HeadOf) {
            let Some(department) = self.department(line.row, part, fresh) else { continue };
            if self.heads.insert(department, (line.row, user.id)).is_some_and(|(_, head)| head != user.id) {
                troubles.add(line.row, Some(Column::HeadOf), Problem::error("", ProblemCode::NotUnique));
            }
        }
    }

    fn department(&mut self, row: usize, part: &str, fresh: &mut dyn FnMut() -> u128) -> Option<DepartmentId> {
        let mut at = None;
        for step in cell::path(part) {
            let key = (at, step.to_owned());
            let known = self.departments.get(&key).copied();
            let id = known.unwrap_or_else(|| DepartmentId::from_u128(fresh()));
            if known.is_none() {
                let made = Department { id, name: step.to_owned(), parent: at, head: None };
                self.new_departments.push((row, made));
                self.departments.insert(key, id);
            }
            at = Some(id);
        }
        at
    }

    /// Nobody leaves a team by an import.
    fn join(&mut self, row: usize, name: &str, user: UserId, fresh: &mut dyn FnMut() -> u128) {
        let known = self.teams.get(name).copied();
        let id = known.unwrap_or_else(|| TeamId::from_u128(fresh()));
        if known.is_none() {
            self.teams.insert(name.to_owned(), id);
            self.teams_new += 1;
        }
        let before = self.catalog.directory.teams.get(&id);
        if before.is_some_and(|team| team.members.contains(&user)) {
            return;
        }
        let blank = || Team { id, name: name.to_owned(), members: Vec::new() };
        let (_, team) =
            self.touched_teams.entry(id).or_insert_with(|| (row, before.map_or_else(blank, |team| Team::clone(team))));
        // A row names a team twice at most by mistake; the last member is this one's own.
        if team.members.last() != Some(&user) {
            team.members.push(user);
        }
    }

    pub const fn departments_new(&self) -> usize {
        self.new_departments.len()
    }

    pub const fn teams_new(&self) -> usize {
        self.teams_new
    }

    /// What must be there before the people, and what needs them.
    pub fn dues(self, troubles: &mut Troubles) -> (Vec<Due>, Vec<Due>) {
        let many = |count: usize| count > IMPORT_PLACES_MAX;
        if many(self.new_departments.len()) || many(self.touched_teams.len()) {
            let row = troubles.header.line + 1;
            let column = if many(self.new_departments.len()) { Column::Department } else { Column::Teams };
            troubles.add(row, Some(column), Problem::error("", ProblemCode::TooMany).with("max", IMPORT_PLACES_MAX));
            return (Vec::new(), Vec::new());
        }
        let made: HashMap<DepartmentId, &Department> =
            self.new_departments.iter().map(|(_, department)| (department.id, department)).collect();
        let known = &self.catalog.directory.departments;
        let headed = self.heads.iter().filter_map(|(id, (row, head))| {
            let department = known.get(id).map(AsRef::as_ref).or_else(|| made.get(id).copied())?;
            let ask = PartyAsk::SaveDepartment(Department { head: Some(*head), ..department.clone() });
            (department.head != Some(*head)).then_some(Due { ask, row: *row, column: Some(Column::HeadOf) })
        });
        let headed: Vec<Due> = headed.collect();
        let departments = self.new_departments.into_iter().map(|(row, department)| Due {
            ask: PartyAsk::SaveDepartment(department),
            row,
            column: Some(Column::Department),
        });
        let teams = self.touched_teams.into_values().map(|(row, team)| Due {
            ask: PartyAsk::SaveTeam(team),
            row,
            column: Some(Column::Teams),
        });
        (departments.collect(), headed.into_iter().chain(teams).collect())
    }
}
