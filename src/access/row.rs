//! Which records of a form a person reaches: one predicate for list, count, search, fold and export alike, applied before
//! anything is counted. Refuses to widen: a condition that no longer fits the form reaches nothing.

use std::collections::BTreeSet;

use super::{covers, granting, implied};
use crate::catalog::Catalog;
use crate::catalog::form::CompiledForm;
use crate::catalog::history::FormHistory;
use crate::catalog::rule::{self, Rule};
use crate::formula::scope::FieldType;
use crate::model::id::{DepartmentId, FormId, UserId};
use crate::model::party::{Action, Grant, Scope};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::value::Type;

#[derive(Debug, Clone)]
pub enum RowRule {
    Nothing,
    Everything,
    /// A record is reached when one of these reaches it; never empty.
    AnyOf(Vec<Reach>),
}

#[derive(Debug, Clone)]
pub enum Reach {
    /// Orders the person takes part in: initiator, present and former handlers, cc.
    Participant(UserId),
    /// Records opened by somebody of these departments ([`crate::model::record::Record::department`]).
    Departments(BTreeSet<DepartmentId>),
    /// Holds over the record's values, with the person as the acting user.
    Condition(Rule),
}

/// The union over all grants with `action`. Seeing always includes the orders the person takes part in; any other action
/// reaches those only by a grant.
pub fn rule(catalog: &Catalog, user: UserId, form: FormId, action: Action) -> RowRule {
    let Some(history) = catalog.form(form).filter(|_| catalog.directory.is_active(user)) else {
        return RowRule::Nothing;
    };
    if implied(catalog, user, action).is_some() && action != Action::Design {
        return RowRule::Everything;
    }
    let mut reach = Reaching::new(user, action == Action::View);
    granting(catalog, user, form, action).for_each(|grant| reach.add(catalog, history, grant));
    reach.into_rule()
}

/// What one grant of the person reaches by itself.
pub(super) fn of_grant(catalog: &Catalog, user: UserId, form: FormId, grant: &Grant) -> RowRule {
    let Some(history) = catalog.form(form) else { return RowRule::Nothing };
    let mut reach = Reaching::new(user, false);
    reach.add(catalog, history, grant);
    reach.into_rule()
}

/// Grants being added up.
struct Reaching {
    user: UserId,
    is_everything: bool,
    is_participant: bool,
    departments: BTreeSet<DepartmentId>,
    conditions: Vec<Rule>,
}

impl Reaching {
    const fn new(user: UserId, is_participant: bool) -> Self {
        Self { user, is_everything: false, is_participant, departments: BTreeSet::new(), conditions: Vec::new() }
    }

    fn add(&mut self, catalog: &Catalog, history: &FormHistory, grant: &Grant) {
        match &grant.scope {
            Scope::All => self.is_everything = true,
            Scope::Own => self.is_participant = true,
            Scope::Department => self.departments.extend(own_departments(catalog, self.user)),
            Scope::DepartmentAndBelow => self.departments.extend(departments_and_below(catalog, self.user)),
            Scope::Condition { formula } => {
                self.conditions.extend(history.current().and_then(|form| condition(form, formula)));
            }
        }
    }

    fn into_rule(self) -> RowRule {
        if self.is_everything {
            return RowRule::Everything;
        }
        let participant = self.is_participant.then_some(Reach::Participant(self.user));
        let departments = (!self.departments.is_empty()).then_some(Reach::Departments(self.departments));
        let conditions = self.conditions.into_iter().map(Reach::Condition);
        let reaches: Vec<_> = participant.into_iter().chain(departments).chain(conditions).collect();
        if reaches.is_empty() { RowRule::Nothing } else { RowRule::AnyOf(reaches) }
    }
}

/// Roles whose condition fits the form as it is published and not its `next` version: it would reach nothing any more, and nobody
/// would be told.
pub fn misfits(catalog: &Catalog, next: &CompiledForm) -> Vec<Problem> {
    let Some(now) = catalog.form(next.form).and_then(|history| history.current()) else { return Vec::new() };
    let is_lost = |grant: &Grant| match &grant.scope {
        Scope::Condition { formula } if covers(grant, next.app, next.form) => {
            condition(now, formula).is_some() && condition(next, formula).is_none()
        }
        _ => false,
    };
    let roles = catalog.directory.roles.values().filter(|role| role.grants.iter().any(is_lost));
    roles
        .map(|role| Problem::error(format!("roles.{}", role.id), ProblemCode::ConditionLost).with("role", &role.name))
        .collect()
}

/// A condition written for another version may speak of fields that are gone.
fn condition(form: &CompiledForm, formula: &str) -> Option<Rule> {
    rule::compile("scope", formula, &form.scope, &FieldType::plain(Type::Bool)).ok()
}

fn own_departments(catalog: &Catalog, user: UserId) -> Vec<DepartmentId> {
    catalog.directory.user(user).map_or_else(Vec::new, |user| user.departments.clone())
}

fn departments_and_below(catalog: &Catalog, user: UserId) -> Vec<DepartmentId> {
    let own = own_departments(catalog, user);
    let is_below = |id: &&DepartmentId| own.iter().any(|ancestor| catalog.directory.is_within(**id, *ancestor));
    catalog.directory.departments.keys().filter(is_below).copied().collect()
}
