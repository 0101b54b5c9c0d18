//! Who may do what, and why. Default deny; grants of all roles a person holds add up; nothing denies explicitly.
//! What the holder of a task may do with its order comes from the task and is judged with the order, not here.
//!
//! Choices that are not obvious:
//! - An inactive person may nothing, whatever roles say.
//! - `Administer` is not a key to the business: it manages and sees every order (somebody must be able to terminate and
//!   reassign), but edits, deletes and exports nothing without a grant.
//! - `Design` opens every app's definitions and no record at all.
//! - Who may do anything with a form may know that it exists; to everybody else it does not (the same answer as for an
//!   unknown id).

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::model::command::Actor;
use crate::model::id::{AppId, FormId, RoleId, UserId};
use crate::model::party::{Action, Grant, Power};
use crate::model::refusal::Refusal;

pub mod field;
pub mod row;

/// What is to be done, and to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    Power(Power),
    App(AppId, Action),
    Form(FormId, Action),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Allowed(Reason),
    Denied(Denial),
}

/// Why somebody may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A timer, the outbox, the first run.
    System,
    /// A power of this role.
    Power(RoleId, Power),
    /// A grant of this role.
    Grant(RoleId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    Inactive,
    /// There is no such thing, or the person may not know of it.
    Unknown,
    /// The person may know the thing, but not do this to it.
    Missing,
}

impl Verdict {
    /// # Errors
    /// - `NotFound`: it does not exist, or must not seem to;
    /// - `NotAllowed`: not by this person.
    pub const fn or_refuse(self) -> Result<Reason, Refusal> {
        match self {
            Self::Allowed(reason) => Ok(reason),
            Self::Denied(Denial::Unknown) => Err(Refusal::NotFound),
            Self::Denied(Denial::Inactive | Denial::Missing) => Err(Refusal::NotAllowed),
        }
    }

    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Allowed(_))
    }
}

/// The judgement over whoever gives a command.
pub fn may(catalog: &Catalog, actor: Actor, wish: Wish) -> Result<Reason, Refusal> {
    match actor {
        Actor::System => Ok(Reason::System),
        Actor::User(user) => can(catalog, user, wish).or_refuse(),
    }
}

pub fn can(catalog: &Catalog, user: UserId, wish: Wish) -> Verdict {
    if !catalog.directory.is_active(user) {
        return Verdict::Denied(Denial::Inactive);
    }
    match wish {
        Wish::Power(power) => by_power(catalog, user, power).map_or(Verdict::Denied(Denial::Missing), Verdict::Allowed),
        Wish::App(app, action) => on_app(catalog, user, app, action),
        Wish::Form(form, action) => match catalog.form(form) {
            Some(history) => on_form(catalog, user, (history.form.app, form), action),
            None => Verdict::Denied(Denial::Unknown),
        },
    }
}

/// Everything the person may do with the form's records and definitions; the screen offers no more.
pub fn actions(catalog: &Catalog, user: UserId, form: FormId) -> BTreeSet<Action> {
    let is_allowed = |action: &Action| can(catalog, user, Wish::Form(form, *action)).is_allowed();
    Action::ALL.into_iter().filter(is_allowed).collect()
}

/// Whether the app shows up for the person at all.
pub fn knows_app(catalog: &Catalog, user: UserId, app: AppId) -> bool {
    let is_known = grants(catalog, user).any(|(_, grant)| grant.app == app && !grant.actions.is_empty());
    catalog.directory.is_active(user) && (is_known || by_any_power(catalog, user).is_some())
}

pub fn knows_form(catalog: &Catalog, user: UserId, form: FormId) -> bool {
    let Some(history) = catalog.form(form) else { return false };
    let reaches = |grant: &Grant| covers(grant, history.form.app, form) && !grant.actions.is_empty();
    let is_known = grants(catalog, user).any(|(_, grant)| reaches(grant));
    catalog.directory.is_active(user) && (is_known || by_any_power(catalog, user).is_some())
}

fn on_app(catalog: &Catalog, user: UserId, app: AppId, action: Action) -> Verdict {
    if !catalog.apps.contains_key(&app) {
        return Verdict::Denied(Denial::Unknown);
    }
    // A grant on one form shows its app's boards and pages, but changes nothing in the app beside the form.
    let is_enough = |grant: &Grant| {
        grant.app == app && grant.actions.contains(&action) && (grant.form.is_none() || action != Action::Design)
    };
    let granted = grants(catalog, user).find(|(_, grant)| is_enough(grant)).map(|(role, _)| Reason::Grant(role));
    match granted.or_else(|| implied(catalog, user, action)) {
        Some(reason) => Verdict::Allowed(reason),
        None if knows_app(catalog, user, app) => Verdict::Denied(Denial::Missing),
        None => Verdict::Denied(Denial::Unknown),
    }
}

fn on_form(catalog: &Catalog, user: UserId, (app, form): (AppId, FormId), action: Action) -> Verdict {
    let granted = grants(catalog, user)
        .find(|(_, grant)| covers(grant, app, form) && grant.actions.contains(&action))
        .map(|(role, _)| Reason::Grant(role));
    match granted.or_else(|| implied(catalog, user, action)) {
        Some(reason) => Verdict::Allowed(reason),
        None if knows_form(catalog, user, form) => Verdict::Denied(Denial::Missing),
        None => Verdict::Denied(Denial::Unknown),
    }
}

/// What powers allow everywhere without a grant.
fn implied(catalog: &Catalog, user: UserId, action: Action) -> Option<Reason> {
    match action {
        Action::Design => by_power(catalog, user, Power::Design),
        Action::View | Action::Manage => by_power(catalog, user, Power::Administer),
        Action::Create | Action::Edit | Action::Delete | Action::Export => None,
    }
}

fn by_power(catalog: &Catalog, user: UserId, power: Power) -> Option<Reason> {
    let mut roles = catalog.directory.roles_of(user);
    roles.find(|role| role.powers.contains(&power)).map(|role| Reason::Power(role.id, power))
}

fn by_any_power(catalog: &Catalog, user: UserId) -> Option<Reason> {
    by_power(catalog, user, Power::Administer).or_else(|| by_power(catalog, user, Power::Design))
}

/// Every grant the person holds, with the role it comes from.
fn grants(catalog: &Catalog, user: UserId) -> impl Iterator<Item = (RoleId, &Grant)> {
    catalog.directory.roles_of(user).flat_map(|role| role.grants.iter().map(|grant| (role.id, grant)))
}

/// Those of an active person's grants that allow the action on the form; what powers imply is asked apart.
fn granting(catalog: &Catalog, user: UserId, form: FormId, action: Action) -> impl Iterator<Item = &Grant> {
    let known = catalog.form(form).filter(|_| catalog.directory.is_active(user));
    known.into_iter().flat_map(move |history| {
        let here = grants(catalog, user).map(|(_, grant)| grant);
        here.filter(move |grant| covers(grant, history.form.app, form) && grant.actions.contains(&action))
    })
}

fn covers(grant: &Grant, app: AppId, form: FormId) -> bool {
    grant.app == app && grant.form.is_none_or(|only| only == form)
}
