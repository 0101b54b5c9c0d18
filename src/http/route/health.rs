//! For programs that watch: whether it lives, and its figures.

use actix_web::HttpResponse;
use actix_web::http::header::ContentType;

use super::{Route, get};
use crate::http::caller::{Allowed, Operator, Public};
use crate::http::figure;

pub fn routes() -> Vec<Route> {
    vec![get("/healthz", health), get("/metrics", metrics)]
}

async fn health(_: Allowed<Public>) -> HttpResponse {
    HttpResponse::Ok().content_type(ContentType::plaintext()).insert_header(("cache-control", "no-store")).body("ok\n")
}

async fn metrics(caller: Allowed<Operator>) -> HttpResponse {
    let text = caller.house.pulse.text(caller.house.register.sessions_open()) + &figure::text(&caller.house);
    HttpResponse::Ok().content_type(ContentType::plaintext()).body(text)
}
