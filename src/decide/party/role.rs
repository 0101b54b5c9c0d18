//! Roles and their grants. The three every workspace has keep their powers and are never deleted; a grant must point at
//! something that exists, and its condition must fit the form.

use super::fields;
use crate::catalog::Catalog;
use crate::catalog::rule;
use crate::decide::{events, in_use, sound};
use crate::form::definition::name;
use crate::formula::scope::FieldType;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::id::RoleId;
use crate::model::limit::GRANTS_PER_ROLE_MAX;
use crate::model::party::{ADMINISTRATOR, DESIGNER, Grant, MEMBER, Role, Scope};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::value::Type;

pub(super) fn save(catalog: &Catalog, role: &Role) -> Result<Decision, Refusal> {
    let before = catalog.directory.roles.get(&role.id);
    let is_bent = |before: &Role| before.powers != role.powers || before.everyone != role.everyone;
    if is_built_in(role.id) && before.is_some_and(|before| is_bent(before)) {
        return Err(Refusal::BuiltIn);
    }
    let twin = catalog.directory.roles.values().any(|other| other.id != role.id && other.name == role.name);
    let twin = twin.then(|| Problem::error("name", ProblemCode::DuplicateName));
    let many = (role.grants.len() > GRANTS_PER_ROLE_MAX)
        .then(|| Problem::error("grants", ProblemCode::TooMany).with("max", GRANTS_PER_ROLE_MAX));
    // An everyday role for everybody that is also a key to everything is a slip of the hand.
    let open = (role.everyone && !role.powers.is_empty()).then(|| Problem::error("powers", ProblemCode::OutOfRange));
    let mut problems: Vec<_> = name("name", &role.name).into_iter().chain(twin).chain(many).chain(open).collect();
    problems.extend(super::team::members(catalog, &role.members));
    for (at, grant) in role.grants.iter().enumerate() {
        let place = format!("grants.{at}");
        problems.extend(grant_problems(catalog, &place, grant));
        problems.extend(fields::problems(catalog, &place, grant, before.map(AsRef::as_ref)));
    }
    sound(problems)?;
    Ok(events([Event::RoleSaved(role.clone())]))
}

fn grant_problems(catalog: &Catalog, place: &str, grant: &Grant) -> Vec<Problem> {
    let forms: Vec<_> = match grant.form {
        Some(form) => catalog.form(form).filter(|history| history.form.app == grant.app).into_iter().collect(),
        None => catalog.forms.values().map(AsRef::as_ref).filter(|history| history.form.app == grant.app).collect(),
    };
    if !catalog.apps.contains_key(&grant.app) || (grant.form.is_some() && forms.is_empty()) {
        return vec![Problem::error(place, ProblemCode::UnknownForm)];
    }
    let blank = grant.actions.is_empty().then(|| Problem::error(format!("{place}.actions"), ProblemCode::Blank));
    let Scope::Condition { formula } = &grant.scope else { return blank.into_iter().collect() };
    let place = format!("{place}.scope.formula");
    let published = forms.iter().filter_map(|history| history.current());
    let misfits =
        published.filter_map(|form| rule::compile(&place, formula, &form.scope, &FieldType::plain(Type::Bool)).err());
    blank.into_iter().chain(misfits.flatten()).collect()
}

pub(super) fn delete(catalog: &Catalog, role: RoleId) -> Result<Decision, Refusal> {
    if is_built_in(role) {
        return Err(Refusal::BuiltIn);
    }
    if !catalog.directory.roles.contains_key(&role) {
        return Err(Refusal::NotFound);
    }
    in_use::refuse(in_use::by_role(catalog, role))?;
    Ok(events([Event::RoleDeleted(role)]))
}

/// Every role that holds such a grant, saved again without it: what a grant points at is about to go.
pub fn without_grants(catalog: &Catalog, is_gone: impl Fn(&Grant) -> bool) -> Vec<Event> {
    let holds = |role: &&std::sync::Arc<Role>| role.grants.iter().any(&is_gone);
    let saved = |role: &std::sync::Arc<Role>| {
        let mut role = Role::clone(role);
        role.grants.retain(|grant| !is_gone(grant));
        Event::RoleSaved(role)
    };
    catalog.directory.roles.values().filter(holds).map(saved).collect()
}

fn is_built_in(role: RoleId) -> bool {
    [ADMINISTRATOR, DESIGNER, MEMBER].contains(&role)
}
