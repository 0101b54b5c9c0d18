//! The description of the API, for people who write programs.

use actix_web::web;
use serde_json::Value;

use super::{Route, get};
use crate::http::caller::{Allowed, SignedIn};
use crate::http::openapi;

pub fn routes() -> Vec<Route> {
    vec![get("/openapi.json", show)]
}

async fn show(_: Allowed<SignedIn>) -> web::Json<Value> {
    web::Json(openapi::document())
}
