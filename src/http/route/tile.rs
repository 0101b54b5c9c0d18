//! Charts: one question, one answer, with the rights of whoever asks.

use actix_web::web;
use serde::Deserialize;

use super::{Route, post};
use crate::http::body::Body;
use crate::http::caller::{Allowed, SignedIn};
use crate::http::refusal::Refused;
use crate::model::report::{Chart, Condition};
use crate::query::behind::{self, Behind};
use crate::query::tile::{self, TileData};

pub fn routes() -> Vec<Route> {
    vec![post("/tiles", run), post("/tiles/behind", open)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    chart: Chart,
    /// The board's.
    #[serde(default)]
    filters: Vec<Condition>,
}

async fn run(caller: Allowed<SignedIn>, body: Body<Asked>) -> Result<web::Json<TileData>, Refused> {
    let Asked { chart, filters } = body.0;
    Ok(web::Json(caller.look(move |viewer| tile::tile(viewer, &chart, &filters)).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bar {
    chart: Chart,
    #[serde(default)]
    filters: Vec<Condition>,
    key: String,
    /// Of a stacked bar, or a line.
    #[serde(default)]
    part: Option<String>,
}

async fn open(caller: Allowed<SignedIn>, body: Body<Bar>) -> Result<web::Json<Behind>, Refused> {
    let Bar { chart, filters, key, part } = body.0;
    let behind =
        move |viewer: crate::query::look::Viewer<'_>| behind::behind(viewer, &chart, &filters, (&key, part.as_deref()));
    Ok(web::Json(caller.look(behind).await?))
}
