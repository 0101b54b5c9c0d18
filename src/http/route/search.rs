//! One search over what the caller may see.

use actix_web::web;
use serde::Deserialize;

use super::{Route, get};
use crate::http::caller::{Allowed, SignedIn};
use crate::http::refusal::Refused;
use crate::model::limit::NOTE_CHARS_MAX;
use crate::query::search::{self, Hits};

pub fn routes() -> Vec<Route> {
    vec![get("/search", find)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    q: String,
}

async fn find(caller: Allowed<SignedIn>, wanted: web::Query<Wanted>) -> Result<web::Json<Hits>, Refused> {
    let text: String = wanted.into_inner().q.chars().take(NOTE_CHARS_MAX).collect();
    Ok(web::Json(caller.look(move |viewer| Ok(search::search(viewer, &text))).await?))
}
