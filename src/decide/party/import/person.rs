//! A row as a person: what its cells change, what an empty cell leaves as it was.

use super::header::Column;
use super::{Accounts, Line, Person, Troubles, cell};
use crate::catalog::Catalog;
use crate::model::id::UserId;
use crate::model::party::User;
use crate::model::problem::{Problem, ProblemCode};

/// One per line; `None` for a line without an account of its own, which is told.
pub(super) fn read(
    catalog: &Catalog,
    lines: &[Line],
    troubles: &mut Troubles,
    fresh: &mut dyn FnMut() -> u128,
) -> Vec<Option<Person>> {
    let mut accounts = Accounts::new();
    let mut people: Vec<Option<Person>> = Vec::with_capacity(lines.len());
    for line in lines {
        people.push(account(line, &accounts, troubles).map(|login| {
            let before = catalog.directory.user_by_login(login).cloned();
            let user = before.clone().unwrap_or_else(|| blank(catalog, UserId::from_u128(fresh()), login.to_owned()));
            accounts.insert(login.to_lowercase(), user.id);
            Person { before, user }
        }));
    }
    for (line, person) in lines.iter().zip(&mut people) {
        if let Some(person) = person {
            fill(line, &mut person.user, troubles);
            manager(catalog, line, (&accounts, &mut person.user), troubles);
        }
    }
    people
}

/// `None` when the row names none, or one that an earlier row named.
fn account<'a>(line: &Line<'a>, accounts: &Accounts, troubles: &mut Troubles) -> Option<&'a str> {
    let Some(login) = line.cells.get(&Column::Login) else {
        troubles.add(line.row, Some(Column::Login), Problem::error("", ProblemCode::Required));
        return None;
    };
    if accounts.contains_key(&login.to_lowercase()) {
        troubles.add(line.row, Some(Column::Login), Problem::error("", ProblemCode::NotUnique));
        return None;
    }
    Some(login)
}

fn blank(catalog: &Catalog, id: UserId, login: String) -> User {
    User {
        id,
        login,
        name: String::new(),
        email: String::new(),
        mobile: String::new(),
        departments: Vec::new(),
        manager: None,
        positions: Vec::new(),
        is_active: true,
        language: catalog.setting.as_ref().map(|setting| setting.language).unwrap_or_default(),
    }
}

fn fill(line: &Line, user: &mut User, troubles: &mut Troubles) {
    let mut told = |column: Column, code: ProblemCode| troubles.add(line.row, Some(column), Problem::error("", code));
    for (column, text) in &line.cells {
        match column {
            Column::Name => {
                if cell::is_formula(text) {
                    told(*column, ProblemCode::BadFormat);
                }
                (*text).clone_into(&mut user.name);
            }
            Column::Email => (*text).clone_into(&mut user.email),
            Column::Mobile => (*text).clone_into(&mut user.mobile),
            Column::Positions => {
                let positions = cell::list(text);
                if positions.iter().any(|position| cell::is_formula(position)) {
                    told(*column, ProblemCode::BadFormat);
                }
                user.positions = positions.into_iter().map(str::to_owned).collect();
            }
            Column::Language => match cell::language(text) {
                Ok(language) => user.language = language,
                Err(code) => told(*column, code),
            },
            Column::Active => match cell::active(text) {
                Ok(is_active) => user.is_active = is_active,
                Err(code) => told(*column, code),
            },
            Column::Login | Column::Department | Column::Manager | Column::Teams | Column::HeadOf => {}
        }
    }
}

/// Somebody of the table or of the directory, by account.
fn manager(catalog: &Catalog, line: &Line, (accounts, user): (&Accounts, &mut User), troubles: &mut Troubles) {
    let Some(login) = line.cells.get(&Column::Manager) else { return };
    let known = accounts.get(&login.to_lowercase()).copied();
    match known.or_else(|| catalog.directory.user_by_login(login).map(|manager| manager.id)) {
        Some(manager) => user.manager = Some(manager),
        None => {
            troubles.add(
                line.row,
                Some(Column::Manager),
                Problem::error("", ProblemCode::UnknownUser).with("id", login),
            );
        }
    }
}
