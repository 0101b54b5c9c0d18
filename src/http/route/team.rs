//! Teams: made, filled, deleted when no flow gives them work.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{Route, delete, post, put};
use crate::http::body::Body;
use crate::http::caller::{Administer, Allowed};
use crate::http::refusal::Refused;
use crate::http::stated::Stated;
use crate::model::command::PartyAsk;
use crate::model::id::{TeamId, UserId};
use crate::model::party::Team;
use crate::model::refusal::Refusal;

pub fn routes() -> Vec<Route> {
    vec![post("/teams", create), put("/teams/{team}", save), delete("/teams/{team}", remove)]
}

/// A [`Team`] before it has an id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewTeam {
    name: String,
    #[serde(default)]
    members: Vec<UserId>,
}

async fn create(caller: Allowed<Administer>, body: Body<NewTeam>) -> Result<web::Json<Stated<Team>>, Refused> {
    let NewTeam { name, members } = body.0;
    let team = Team { id: caller.fresh(TeamId::from_u128), name, members };
    caller.submit_party(PartyAsk::SaveTeam(team.clone())).await?;
    Ok(web::Json(Stated::of(team)))
}

async fn save(
    caller: Allowed<Administer>,
    id: web::Path<TeamId>,
    body: Body<Team>,
) -> Result<web::Json<Stated<Team>>, Refused> {
    caller.house.catalog().directory.teams.get(&*id).ok_or(Refusal::NotFound)?;
    let team = Team { id: *id, ..body.0 };
    caller.submit_party(PartyAsk::SaveTeam(team.clone())).await?;
    Ok(web::Json(Stated::of(team)))
}

async fn remove(caller: Allowed<Administer>, id: web::Path<TeamId>) -> Result<HttpResponse, Refused> {
    caller.submit_party(PartyAsk::DeleteTeam(*id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
