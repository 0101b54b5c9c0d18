//! The directory: people, departments, teams, roles, and what identity asks about them. Only administrators change it, and there
//! is always one left who can.

use super::events;
use super::facts::Facts;
use crate::access::{self, Wish};
use crate::catalog::Catalog;
use crate::catalog::directory::Directory;
use crate::model::command::{Actor, PartyAsk};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::fingerprint::fingerprint;
use crate::model::id::UserId;
use crate::model::party::{Department, Power, Role, Team, User};
use crate::model::refusal::Refusal;

pub mod import;
pub mod role;

mod department;
mod fields;
mod team;
mod user;

pub fn decide(facts: &Facts, actor: Actor, ask: &PartyAsk) -> Result<Decision, Refusal> {
    let catalog = facts.catalog;
    let administered = |change: &dyn Fn() -> Result<Decision, Refusal>| {
        access::may(catalog, actor, Wish::Power(Power::Administer))?;
        let decision = change()?;
        keeps_an_administrator(catalog, &decision)?;
        Ok(decision)
    };
    match ask {
        PartyAsk::SaveUser(user) => administered(&|| user::save(catalog, user, facts.now)),
        PartyAsk::SaveDepartment(department) => administered(&|| department::save(catalog, department)),
        PartyAsk::DeleteDepartment(department) => administered(&|| department::delete(catalog, *department)),
        PartyAsk::SaveTeam(team) => administered(&|| team::save(catalog, team)),
        PartyAsk::DeleteTeam(team) => administered(&|| team::delete(catalog, *team)),
        PartyAsk::SaveRole(role) => administered(&|| role::save(catalog, role)),
        PartyAsk::DeleteRole(role) => administered(&|| role::delete(catalog, *role)),
        PartyAsk::SetPassword { user, phc, must_change } => {
            is_own_or_administered(catalog, actor, *user)?;
            Ok(events([Event::PasswordSet { user: *user, phc: phc.clone(), must_change: *must_change }]))
        }
        PartyAsk::EndSessions { user } => {
            is_own_or_administered(catalog, actor, *user)?;
            Ok(events([Event::SessionsEnded { user: *user, at: facts.now }]))
        }
        PartyAsk::AsSeen { rev, ask } => administered(&|| {
            still(&catalog.directory, ask, *rev)?;
            decide(facts, actor, ask)
        }),
    }
}

/// # Errors
/// - `NotFound`: there is nothing yet that could have been seen.
/// - `StaleRevision`: it says something else by now.
fn still(directory: &Directory, ask: &PartyAsk, seen: u64) -> Result<(), Refusal> {
    let now = match ask {
        PartyAsk::SaveUser(User { id, .. }) => directory.users.get(id).map(fingerprint),
        PartyAsk::SaveDepartment(Department { id, .. }) | PartyAsk::DeleteDepartment(id) => {
            directory.departments.get(id).map(fingerprint)
        }
        PartyAsk::SaveTeam(Team { id, .. }) | PartyAsk::DeleteTeam(id) => directory.teams.get(id).map(fingerprint),
        PartyAsk::SaveRole(Role { id, .. }) | PartyAsk::DeleteRole(id) => directory.roles.get(id).map(fingerprint),
        PartyAsk::SetPassword { .. } | PartyAsk::EndSessions { .. } | PartyAsk::AsSeen { .. } => None,
    };
    match now {
        Some(now) if now == seen => Ok(()),
        Some(now) => Err(Refusal::StaleRevision { now }),
        None => Err(Refusal::NotFound),
    }
}

/// One's own password and sessions are one's own matter.
fn is_own_or_administered(catalog: &Catalog, actor: Actor, user: UserId) -> Result<(), Refusal> {
    if actor.user() != Some(user) {
        access::may(catalog, actor, Wish::Power(Power::Administer))?;
    }
    catalog.directory.user(user).map(|_| ()).ok_or(Refusal::NotFound)
}

/// Before the first run there is none to lose.
fn keeps_an_administrator(catalog: &Catalog, decision: &Decision) -> Result<(), Refusal> {
    // A large import saves people by the thousand; they take no power from anybody.
    let is_harmless = |event: &Event| match event {
        Event::UserSaved(user) => user.is_active,
        event => !matches!(event, Event::RoleSaved(_) | Event::RoleDeleted(_)),
    };
    if decision.events.iter().all(is_harmless) || catalog.directory.administrators().is_empty() {
        return Ok(());
    }
    let mut after = catalog.clone();
    decision.events.iter().for_each(|event| after.apply(event));
    if after.directory.administrators().is_empty() { Err(Refusal::LastAdministrator) } else { Ok(()) }
}
