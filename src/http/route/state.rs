//! What anybody may know before signing in: whether the workspace is set up, its name and language; and what a refusal means.

use actix_web::http::header::ContentType;
use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{Route, get};
use crate::http::caller::{Allowed, Public};
use crate::http::code::Code;
use crate::http::refusal::Refused;
use crate::model::party::Language;

pub fn routes() -> Vec<Route> {
    vec![get("/state", state), get("/refusals/{code}", refusal)]
}

#[derive(Serialize)]
struct State {
    setup_needed: bool,
    version: &'static str,
    organisation: String,
    language: Language,
    signed_in: bool,
}

async fn state(caller: Allowed<Public>) -> web::Json<State> {
    let catalog = caller.house.catalog();
    let setting = catalog.setting.as_deref();
    web::Json(State {
        setup_needed: setting.is_none(),
        version: env!("CARGO_PKG_VERSION"),
        organisation: setting.map(|setting| setting.organisation.clone()).unwrap_or_default(),
        language: setting.map(|setting| setting.language).unwrap_or_default(),
        signed_in: caller.who.is_some(),
    })
}

async fn refusal(_: Allowed<Public>, code: web::Path<String>) -> Result<HttpResponse, Refused> {
    let page = Code::parse(&code).ok_or_else(|| Refused::new(Code::NotFound))?.page();
    let text = format!("{}\n{}\n\n{}", page.zh, page.en, page.text);
    Ok(HttpResponse::Ok().content_type(ContentType::plaintext()).body(text))
}
