//! Roles: made, given people and powers, deleted when no flow relies on them; with their grants.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{Route, delete, get, post, put};
use crate::http::body::Body;
use crate::http::caller::{Administer, Allowed};
use crate::http::refusal::Refused;
use crate::http::stated::{self, Stated};
use crate::model::command::PartyAsk;
use crate::model::id::{RoleId, UserId};
use crate::model::party::{Grant, Power, Role};
use crate::model::refusal::Refusal;

pub fn routes() -> Vec<Route> {
    vec![get("/roles", list), post("/roles", create), put("/roles/{role}", save), delete("/roles/{role}", remove)]
}

async fn list(caller: Allowed<Administer>) -> web::Json<Vec<Stated<Role>>> {
    web::Json(stated::all(&caller.house.catalog().directory.roles))
}

/// A [`Role`] before it has an id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewRole {
    name: String,
    #[serde(default)]
    members: Vec<UserId>,
    #[serde(default)]
    everyone: bool,
    #[serde(default)]
    powers: BTreeSet<Power>,
    #[serde(default)]
    grants: Vec<Grant>,
}

async fn create(caller: Allowed<Administer>, body: Body<NewRole>) -> Result<web::Json<Stated<Role>>, Refused> {
    let NewRole { name, members, everyone, powers, grants } = body.0;
    let role = Role { id: caller.fresh(RoleId::from_u128), name, members, everyone, powers, grants };
    caller.submit_party(PartyAsk::SaveRole(role.clone())).await?;
    Ok(web::Json(Stated::of(role)))
}

async fn save(
    caller: Allowed<Administer>,
    id: web::Path<RoleId>,
    body: Body<Role>,
) -> Result<web::Json<Stated<Role>>, Refused> {
    caller.house.catalog().directory.roles.get(&*id).ok_or(Refusal::NotFound)?;
    let role = Role { id: *id, ..body.0 };
    caller.submit_party(PartyAsk::SaveRole(role.clone())).await?;
    Ok(web::Json(Stated::of(role)))
}

async fn remove(caller: Allowed<Administer>, id: web::Path<RoleId>) -> Result<HttpResponse, Refused> {
    caller.submit_party(PartyAsk::DeleteRole(*id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
