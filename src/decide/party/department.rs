//! Departments: a tree without circles, of bounded depth. One that people, other departments or flows rely on stays.

use crate::catalog::Catalog;
use crate::decide::{events, in_use, sound};
use crate::form::definition::name;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::flow::Source;
use crate::model::id::DepartmentId;
use crate::model::limit::DEPARTMENT_DEPTH_MAX;
use crate::model::party::Department;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

pub(super) fn save(catalog: &Catalog, department: &Department) -> Result<Decision, Refusal> {
    let directory = &catalog.directory;
    let twin = directory
        .departments
        .values()
        .any(|other| other.id != department.id && other.parent == department.parent && other.name == department.name);
    let twin = twin.then(|| Problem::error("name", ProblemCode::DuplicateName));
    let unknown = department.head.filter(|head| directory.user(*head).is_none());
    let unknown = unknown.map(|head| Problem::error("head", ProblemCode::UnknownUser).with("id", head));
    let parent = department.parent.and_then(|parent| parent_problem(catalog, department.id, parent));
    sound(name("name", &department.name).into_iter().chain(twin).chain(unknown).chain(parent).collect())?;
    Ok(events([Event::DepartmentSaved(department.clone())]))
}

fn parent_problem(catalog: &Catalog, department: DepartmentId, parent: DepartmentId) -> Option<Problem> {
    let directory = &catalog.directory;
    if parent == department || directory.is_within(parent, department) {
        return Some(Problem::error("parent", ProblemCode::DepartmentCycle));
    }
    if !directory.departments.contains_key(&parent) {
        return Some(Problem::error("parent", ProblemCode::UnknownDepartment).with("id", parent));
    }
    let above = directory.department_path(parent).len();
    let own = directory.department_path(department).len();
    let below = directory.departments.keys().map(|id| directory.department_path(*id));
    // Levels from the department down to its deepest descendant, itself included.
    let height =
        below.filter(|path| path.contains(&department)).map(|path| path.len() + 1 - own.max(1)).max().unwrap_or(1);
    (above + height > DEPARTMENT_DEPTH_MAX)
        .then(|| Problem::error("parent", ProblemCode::TooMany).with("max", DEPARTMENT_DEPTH_MAX))
}

pub(super) fn delete(catalog: &Catalog, department: DepartmentId) -> Result<Decision, Refusal> {
    let directory = &catalog.directory;
    if !directory.departments.contains_key(&department) {
        return Err(Refusal::NotFound);
    }
    let below = directory.departments.values().filter(|other| other.parent == Some(department));
    let below = below.map(|other| format!("departments.{}", other.name));
    let people = directory.users.values().filter(|user| user.departments.contains(&department));
    let people = people.map(|user| format!("users.{}", user.name));
    let is_it = |source: &Source| match source {
        Source::DepartmentMembers { department: id } | Source::DepartmentHead { department: id } => *id == department,
        Source::Users { .. }
        | Source::Team { .. }
        | Source::Role { .. }
        | Source::InitiatorDepartmentHead { .. }
        | Source::InitiatorManager { .. }
        | Source::Field { .. }
        | Source::Initiator => false,
    };
    in_use::refuse(below.chain(people).chain(in_use::by_source(catalog, is_it)).collect())?;
    Ok(events([Event::DepartmentDeleted(department)]))
}
