//! Who is who, for everybody who is signed in: names and departments; whole records for administrators alone.

use std::collections::BTreeMap;

use actix_web::web;
use serde::Serialize;

use super::{Route, get};
use crate::catalog::directory::Directory;
use crate::http::caller::{Allowed, SignedIn};
use crate::http::stated::{self, Stated};
use crate::model::id::{DepartmentId, UserId};
use crate::model::party::{Department, Power, Role, Team, User};
use crate::report::pinyin;

pub fn routes() -> Vec<Route> {
    vec![get("/directory", show)]
}

#[derive(Serialize)]
struct Whole {
    departments: Vec<Stated<Department>>,
    teams: Vec<Stated<Team>>,
    users: Vec<Person>,
    #[serde(skip_serializing_if = "Option::is_none")]
    roles: Option<Vec<Stated<Role>>>,
    /// How what has a Chinese name is read, by id; see [`crate::report::pinyin`].
    pinyin: BTreeMap<String, String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Person {
    Known {
        id: UserId,
        name: String,
        departments: Vec<DepartmentId>,
        is_active: bool,
    },
    Record {
        #[serde(flatten)]
        user: Stated<User>,
        /// False: nobody can sign in as this person yet.
        has_password: bool,
    },
}

/// In the order in which they were made.
async fn show(caller: Allowed<SignedIn>) -> web::Json<Whole> {
    let catalog = caller.house.catalog();
    let directory = &catalog.directory;
    let administers = directory.has_power(caller.who.user, Power::Administer);
    let person = |user: &User| {
        if administers {
            Person::Record { user: Stated::of(user.clone()), has_password: caller.house.register.has_password(user.id) }
        } else {
            let User { id, name, departments, is_active, .. } = user.clone();
            Person::Known { id, name, departments, is_active }
        }
    };
    web::Json(Whole {
        departments: stated::all(&directory.departments),
        teams: stated::all(&directory.teams),
        users: directory.users.values().map(|user| person(user)).collect(),
        roles: administers.then(|| stated::all(&directory.roles)),
        pinyin: readings(directory, administers),
    })
}

/// Of every name that is answered.
fn readings(directory: &Directory, administers: bool) -> BTreeMap<String, String> {
    let users = directory.users.values().map(|it| (it.id.to_string(), &it.name));
    let departments = directory.departments.values().map(|it| (it.id.to_string(), &it.name));
    let teams = directory.teams.values().map(|it| (it.id.to_string(), &it.name));
    let roles = directory.roles.values().filter(|_| administers).map(|it| (it.id.to_string(), &it.name));
    let named = users.chain(departments).chain(teams).chain(roles);
    named.filter_map(|(id, name)| Some((id, pinyin::of(name)?))).collect()
}
