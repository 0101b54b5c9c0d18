//! People. A login belongs to one person whatever its case; managers form no circle; who is switched off is signed out.

use crate::catalog::Catalog;
use crate::decide::{events, sound};
use crate::form::definition::{name, too_long};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::id::UserId;
use crate::model::limit::{DEPARTMENTS_PER_USER_MAX, NAME_CHARS_MAX};
use crate::model::party::User;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::time::Timestamp;

pub(super) fn save(catalog: &Catalog, user: &User, now: Timestamp) -> Result<Decision, Refusal> {
    let mut problems = texts(user);
    if catalog.directory.user_by_login(&user.login).is_some_and(|other| other.id != user.id) {
        problems.push(Problem::error("login", ProblemCode::LoginTaken));
    }
    problems.extend(departments(catalog, user));
    problems.extend(user.manager.and_then(|manager| manager_problem(catalog, user.id, manager)));
    sound(problems)?;
    let is_switched_off = !user.is_active && catalog.directory.is_active(user.id);
    let signed_out = is_switched_off.then_some(Event::SessionsEnded { user: user.id, at: now });
    Ok(events([Event::UserSaved(user.clone())].into_iter().chain(signed_out)))
}

fn texts(user: &User) -> Vec<Problem> {
    let bad = |place, is_bad: bool| is_bad.then(|| Problem::error(place, ProblemCode::BadFormat));
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '@' | '+');
    let is_dialled = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ');
    let positions = user.positions.iter().find_map(|position| name("positions", position));
    [
        name("login", &user.login),
        bad("login", !user.login.chars().all(is_plain)),
        name("name", &user.name),
        too_long("email", &user.email, NAME_CHARS_MAX),
        bad("email", !user.email.is_empty() && !user.email.contains('@')),
        too_long("mobile", &user.mobile, NAME_CHARS_MAX),
        bad("mobile", !user.mobile.chars().all(is_dialled)),
        positions,
        (user.positions.len() > DEPARTMENTS_PER_USER_MAX)
            .then(|| Problem::error("positions", ProblemCode::TooMany).with("max", DEPARTMENTS_PER_USER_MAX)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn departments(catalog: &Catalog, user: &User) -> Vec<Problem> {
    let mut problems = Vec::new();
    if user.departments.len() > DEPARTMENTS_PER_USER_MAX {
        problems.push(Problem::error("departments", ProblemCode::TooMany).with("max", DEPARTMENTS_PER_USER_MAX));
    }
    for (at, department) in user.departments.iter().enumerate() {
        if !catalog.directory.departments.contains_key(department) {
            problems.push(Problem::error("departments", ProblemCode::UnknownDepartment).with("id", department));
        }
        if user.departments[..at].contains(department) {
            problems.push(Problem::error("departments", ProblemCode::DuplicateId).with("id", department));
        }
    }
    problems
}

fn manager_problem(catalog: &Catalog, user: UserId, manager: UserId) -> Option<Problem> {
    let mut at = Some(manager);
    let mut climbed = 0;
    while let Some(above) = at {
        // More steps than people: the directory already had a circle, which this person is not part of.
        if above == user || climbed > catalog.directory.users.len() {
            return Some(Problem::error("manager", ProblemCode::ManagerCycle));
        }
        at = catalog.directory.user(above).and_then(|person| person.manager);
        climbed += 1;
    }
    let is_known = catalog.directory.user(manager).is_some();
    (!is_known).then(|| Problem::error("manager", ProblemCode::UnknownUser).with("id", manager))
}
