//! People: made, changed, given a first password, signed out. Nobody is deleted, because orders keep their names; who leaves is
//! switched off.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{Route, post, put};
use crate::crypt::secret::Phrase;
use crate::http::body::Body;
use crate::http::caller::{Administer, Allowed};
use crate::http::code::Code;
use crate::http::founding::check_password;
use crate::http::refusal::Refused;
use crate::http::stated::Stated;
use crate::model::command::{Ask, PartyAsk};
use crate::model::id::{DepartmentId, UserId};
use crate::model::party::{Language, User};
use crate::model::refusal::Refusal;

pub fn routes() -> Vec<Route> {
    vec![
        post("/users", create),
        put("/users/{user}", save),
        post("/users/{user}/password", set_password),
        post("/users/{user}/end-sessions", end_sessions),
    ]
}

/// A [`User`] before it has an id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewUser {
    login: String,
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    mobile: String,
    #[serde(default)]
    departments: Vec<DepartmentId>,
    #[serde(default)]
    manager: Option<UserId>,
    #[serde(default)]
    positions: Vec<String>,
    is_active: bool,
    #[serde(default)]
    language: Language,
}

async fn create(caller: Allowed<Administer>, body: Body<NewUser>) -> Result<web::Json<Stated<User>>, Refused> {
    let NewUser { login, name, email, mobile, departments, manager, positions, is_active, language } = body.0;
    let id = caller.fresh(UserId::from_u128);
    let user = User { id, login, name, email, mobile, departments, manager, positions, is_active, language };
    caller.submit_party(PartyAsk::SaveUser(user.clone())).await?;
    Ok(web::Json(Stated::of(user)))
}

async fn save(
    caller: Allowed<Administer>,
    id: web::Path<UserId>,
    body: Body<User>,
) -> Result<web::Json<Stated<User>>, Refused> {
    caller.house.catalog().directory.user(*id).ok_or(Refusal::NotFound)?;
    let user = User { id: *id, ..body.0 };
    caller.submit_party(PartyAsk::SaveUser(user.clone())).await?;
    Ok(web::Json(Stated::of(user)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenPassword {
    password: String,
    /// Only the owner's next one counts.
    must_change: bool,
}

/// Whoever was signed in with the old one is out.
async fn set_password(
    caller: Allowed<Administer>,
    id: web::Path<UserId>,
    body: Body<GivenPassword>,
) -> Result<HttpResponse, Refused> {
    let house = &caller.house;
    let user = *id;
    let login = house.catalog().directory.user(user).map(|user| user.login.clone()).ok_or(Refusal::NotFound)?;
    let GivenPassword { password, must_change } = body.0;
    check_password(&password, &login)?;
    let phc = house.door.hash(Phrase::new(password)).await.map_err(|_| Refused::new(Code::TooMany))?;
    let asks = [PartyAsk::SetPassword { user, phc, must_change }, PartyAsk::EndSessions { user }];
    caller.submit(Ask::Batch(asks.map(Ask::Party).to_vec())).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn end_sessions(caller: Allowed<Administer>, id: web::Path<UserId>) -> Result<HttpResponse, Refused> {
    caller.submit(Ask::Party(PartyAsk::EndSessions { user: *id })).await?;
    Ok(HttpResponse::NoContent().finish())
}
