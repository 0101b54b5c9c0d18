//! Sources of people: they name what exists, and a step that is set to stop when nobody is found had better find somebody.

use crate::catalog::Catalog;
use crate::catalog::form::CompiledForm;
use crate::model::flow::{Assign, Source, WhenEmpty};
use crate::model::id::UserId;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::value::Type;

pub fn assign(catalog: &Catalog, form: &CompiledForm, place: &str, assign: &Assign) -> Vec<Problem> {
    let mut problems = sources(catalog, form, place, &assign.sources);
    if assign.sources.is_empty() {
        problems.push(Problem::error(place, ProblemCode::FlowNoAssignee));
    }
    match &assign.when_empty {
        WhenEmpty::ToUser { user } => problems.extend(user_problem(catalog, place, *user)),
        WhenEmpty::Block if !assign.sources.iter().any(|source| is_certain(catalog, source)) => {
            problems.push(Problem::warning(place, ProblemCode::FlowMayBlock));
        }
        WhenEmpty::Block | WhenEmpty::ToAdministrator | WhenEmpty::Skip | WhenEmpty::ToManager => {}
    }
    problems
}

pub fn sources(catalog: &Catalog, form: &CompiledForm, place: &str, sources: &[Source]) -> Vec<Problem> {
    sources.iter().flat_map(|source| of_source(catalog, form, place, source)).collect()
}

/// Levels count from the nearest.
pub fn level(place: &str, level: u8) -> Option<Problem> {
    let is_bad = !(1..=9).contains(&level);
    is_bad.then(|| Problem::error(place, ProblemCode::OutOfRange).with("min", 1).with("max", 9))
}

fn of_source(catalog: &Catalog, form: &CompiledForm, place: &str, source: &Source) -> Vec<Problem> {
    let directory = &catalog.directory;
    let unknown = |is_known: bool, code| if is_known { Vec::new() } else { vec![Problem::error(place, code)] };
    match source {
        Source::Users { users } if users.is_empty() => vec![Problem::error(place, ProblemCode::FlowNoAssignee)],
        Source::Users { users } => users.iter().filter_map(|user| user_problem(catalog, place, *user)).collect(),
        Source::Team { team } => unknown(directory.teams.contains_key(team), ProblemCode::UnknownTeam),
        Source::Role { role } => unknown(directory.roles.contains_key(role), ProblemCode::UnknownRole),
        Source::DepartmentMembers { department } | Source::DepartmentHead { department } => {
            unknown(directory.departments.contains_key(department), ProblemCode::UnknownDepartment)
        }
        Source::InitiatorDepartmentHead { level: above } | Source::InitiatorManager { level: above } => {
            level(place, *above).into_iter().collect()
        }
        Source::Field { field } => match form.find(field).map(|field| &field.kind.kind) {
            None => vec![Problem::error(place, ProblemCode::UnknownField).with("field", field)],
            Some(kind) if gives_people(kind) => Vec::new(),
            Some(_) => vec![Problem::error(place, ProblemCode::WrongType).with("field", field)],
        },
        Source::Initiator => Vec::new(),
    }
}

/// A person who is gone can be replaced by then; one who never was cannot.
fn user_problem(catalog: &Catalog, place: &str, user: UserId) -> Option<Problem> {
    let problem = Problem::error(place, ProblemCode::UnknownUser).with("user", user);
    match catalog.directory.user(user) {
        None => Some(problem),
        Some(known) if known.is_active => None,
        Some(known) => Some(problem.into_warning().with("name", &known.name)),
    }
}

fn gives_people(kind: &Type) -> bool {
    match kind {
        Type::User | Type::Department => true,
        Type::List(item) => gives_people(item),
        Type::Text | Type::Number | Type::Bool | Type::Date | Type::DateTime | Type::Option | Type::File => false,
    }
}

/// Whether the source gives somebody active whatever the order holds and whoever sends it.
fn is_certain(catalog: &Catalog, source: &Source) -> bool {
    let directory = &catalog.directory;
    let any_active = |users: &[UserId]| users.iter().any(|user| directory.is_active(*user));
    match source {
        Source::Users { users } => any_active(users),
        Source::Team { team } => any_active(directory.team_members(*team)),
        Source::Role { role } => {
            directory.roles.get(role).is_some_and(|role| role.everyone || any_active(&role.members))
        }
        Source::DepartmentMembers { department } => directory.members_of(*department).next().is_some(),
        Source::DepartmentHead { department } => {
            directory.department_head(*department, 1).is_some_and(|head| directory.is_active(head))
        }
        Source::InitiatorDepartmentHead { .. } | Source::InitiatorManager { .. } | Source::Field { .. } => false,
        Source::Initiator => true,
    }
}
