//! Where a formula of a definition runs: who acts, when, on which order, among which people. Owns nothing.

use jiff::tz::TimeZone;

use super::directory::Directory;
use crate::formula::check::Checked;
use crate::formula::env::{DepartmentFacts, Env, OrderFacts, PersonFacts};
use crate::model::id::{DepartmentId, FieldId, UserId};
use crate::model::limit::DEPARTMENT_DEPTH_MAX;
use crate::model::record::Values;
use crate::model::time::Timestamp;
use crate::model::value::Value;

#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub now: Timestamp,
    pub zone: &'a TimeZone,
    /// Who acts; `None` when a timer does.
    pub user: Option<UserId>,
    pub directory: &'a Directory,
    pub order: &'a OrderFacts,
}

impl Scene<'_> {
    pub fn eval(&self, rule: &Checked, values: &Values) -> Value {
        self.run(values, |env| rule.eval(env))
    }

    /// Whether a condition holds; empty counts as no.
    pub fn holds(&self, rule: &Checked, values: &Values) -> bool {
        self.run(values, |env| rule.holds(env))
    }

    /// For whoever wants the trace as well.
    pub fn run<R>(&self, values: &Values, run: impl FnOnce(&Env) -> R) -> R {
        run(&Env {
            fields: &|field: &FieldId| values.get(field).cloned().unwrap_or_default(),
            now: self.now,
            zone: self.zone,
            user: self.user,
            person: &|user| person(self.directory, user),
            department: &|id| department(self.directory, id),
            order: self.order,
        })
    }
}

fn person(directory: &Directory, id: UserId) -> Option<PersonFacts> {
    let user = directory.user(id)?;
    let mut managers = Vec::new();
    let mut at = user.manager;
    while let Some(manager) = at.filter(|manager| managers.len() < MANAGERS_MAX && !managers.contains(manager)) {
        managers.push(manager);
        at = directory.user(manager).and_then(|user| user.manager);
    }
    Some(PersonFacts {
        name: user.name.clone(),
        departments: user.departments.clone(),
        managers,
        roles: directory.roles_of(id).map(|role| role.id).collect(),
    })
}

/// No company has more levels than this between a person and the top.
const MANAGERS_MAX: usize = 2 * DEPARTMENT_DEPTH_MAX;

fn department(directory: &Directory, id: DepartmentId) -> Option<DepartmentFacts> {
    let department = directory.departments.get(&id)?;
    let above = directory.department_path(id).into_iter().skip(1).collect();
    Some(DepartmentFacts { name: department.name.clone(), head: department.head, above })
}
