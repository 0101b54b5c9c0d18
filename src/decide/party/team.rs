//! Teams: people who share work. A team that a flow gives work to stays.

use crate::catalog::Catalog;
use crate::decide::{events, in_use, sound};
use crate::form::definition::name;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::id::{TeamId, UserId};
use crate::model::limit::MEMBERS_MAX;
use crate::model::party::Team;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

pub(super) fn save(catalog: &Catalog, team: &Team) -> Result<Decision, Refusal> {
    let twin = catalog.directory.teams.values().any(|other| other.id != team.id && other.name == team.name);
    let twin = twin.then(|| Problem::error("name", ProblemCode::DuplicateName));
    sound(name("name", &team.name).into_iter().chain(twin).chain(members(catalog, &team.members)).collect())?;
    Ok(events([Event::TeamSaved(team.clone())]))
}

/// Each known and named once; people who were switched off may stay until somebody tidies up.
pub(super) fn members(catalog: &Catalog, members: &[UserId]) -> Vec<Problem> {
    let mut seen = std::collections::BTreeSet::new();
    let unknown = |id: &UserId| catalog.directory.user(*id).is_none();
    let many =
        (members.len() > MEMBERS_MAX).then(|| Problem::error("members", ProblemCode::TooMany).with("max", MEMBERS_MAX));
    let each = members.iter().filter_map(|id| {
        let code = if unknown(id) {
            ProblemCode::UnknownUser
        } else if seen.insert(*id) {
            return None;
        } else {
            ProblemCode::DuplicateId
        };
        Some(Problem::error("members", code).with("id", id))
    });
    many.into_iter().chain(each).collect()
}

pub(super) fn delete(catalog: &Catalog, team: TeamId) -> Result<Decision, Refusal> {
    if !catalog.directory.teams.contains_key(&team) {
        return Err(Refusal::NotFound);
    }
    in_use::refuse(in_use::by_team(catalog, team))?;
    Ok(events([Event::TeamDeleted(team)]))
}
