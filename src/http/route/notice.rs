//! The bell: what the caller was told, and what of it was read. The words are made in the browser, in the reader's language.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{Route, get, post};
use crate::http::body::Body;
use crate::http::caller::{Allowed, SignedIn};
use crate::http::refusal::Refused;
use crate::http::wire::Named;
use crate::model::command::{Ask, DeliveryAsk};
use crate::model::effect::{EffectId, Message, Notice};
use crate::model::limit::PAGE_ROWS_MAX;
use crate::model::problem::ProblemCode;
use crate::query::notices::{self, Bell};

pub fn routes() -> Vec<Route> {
    vec![get("/notices", list), post("/notices/read", read)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    #[serde(default)]
    cursor: String,
}

#[derive(Serialize)]
struct Page {
    items: Vec<Line>,
    unread: usize,
    next: Option<String>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    message: Message,
    at: crate::model::time::Timestamp,
    is_read: bool,
}

impl Line {
    fn of(notice: Notice) -> Self {
        let Notice { id, message, at, is_read, .. } = notice;
        Self { id: id.to_string(), message, at, is_read }
    }
}

/// The newest first.
async fn list(caller: Allowed<SignedIn>, wanted: web::Query<Wanted>) -> Result<web::Json<Page>, Refused> {
    let before: Option<EffectId> = match wanted.into_inner().cursor {
        text if text.is_empty() => None,
        text => Some(text.parse().map_err(|_| Refused::invalid("cursor", ProblemCode::BadFormat))?),
    };
    let Bell { ids, unread, next } = caller.look(move |viewer| Ok(notices::bell(viewer, before))).await?;
    let items = caller.read(move |reader| notices::notices(reader, &ids)).await?;
    let next = next.map(|id| id.to_string());
    Ok(web::Json(Page { items: items.into_iter().map(Line::of).collect(), unread, next }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    ids: Vec<Named<EffectId>>,
}

async fn read(caller: Allowed<SignedIn>, body: Body<Read>) -> Result<HttpResponse, Refused> {
    let ids: Vec<EffectId> = body.0.ids.into_iter().map(|id| id.0).collect();
    if ids.len() > PAGE_ROWS_MAX {
        return Err(Refused::invalid("ids", ProblemCode::TooMany));
    }
    caller.submit(Ask::Delivery(DeliveryAsk::ReadNotices { ids })).await?;
    Ok(HttpResponse::NoContent().finish())
}
