//! The audit, page by page, newest first.

use actix_web::web;
use serde::Deserialize;

use super::{Route, get};
use crate::http::caller::{Administer, Allowed};
use crate::http::refusal::Refused;
use crate::query::audit;

pub fn routes() -> Vec<Route> {
    vec![get("/audit", list)]
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    cursor: String,
    #[serde(default)]
    actor: String,
    #[serde(default)]
    q: String,
}

async fn list(caller: Allowed<Administer>, wanted: web::Query<Wanted>) -> Result<web::Json<audit::Page>, Refused> {
    let Wanted { cursor, actor, q } = wanted.into_inner();
    let wanted = audit::Wanted {
        before: known(&cursor, "The cursor is none of ours.")?,
        actor: known(&actor, "The actor is no id of a person.")?,
        text: q.trim().to_owned(),
    };
    Ok(web::Json(caller.read(move |reader| audit::page(reader, &wanted)).await?))
}

/// Empty: none.
fn known<T: std::str::FromStr>(text: &str, trouble: &str) -> Result<Option<T>, Refused> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Refused::malformed(trouble))
}
