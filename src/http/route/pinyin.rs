//! How names are read that somebody is still giving: fields, options and steps of a draft. Keeps nothing and tells nothing of what is stored.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::web;
use serde::Deserialize;

use super::{Route, post};
use crate::http::body::Body;
use crate::http::caller::{Allowed, SignedIn};
use crate::http::refusal::Refused;
use crate::report::pinyin;

pub fn routes() -> Vec<Route> {
    vec![post("/pinyin", read)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    names: BTreeSet<String>,
}

/// By name; one without Chinese characters is absent.
async fn read(_: Allowed<SignedIn>, body: Body<Read>) -> Result<web::Json<BTreeMap<String, String>>, Refused> {
    let read = |name: String| pinyin::of(&name).map(|reading| (name, reading));
    Ok(web::Json(body.0.names.into_iter().filter_map(read).collect()))
}
