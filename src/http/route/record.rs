//! A form's records: as a list, in lanes, as a file to take away.

use actix_web::web;
use serde::Deserialize;

use super::{Route, post};
use crate::http::body::Body;
use crate::http::caller::{Allowed, ExportForm, ViewForm};
use crate::http::refusal::Refused;
use crate::http::take_away::{self, Framing};
use crate::model::id::FormId;
use crate::query::export::ExportQuery;
use crate::query::kanban::{self, Kanban, KanbanQuery};
use crate::query::records::{self, RecordPage, RecordQuery};

pub fn routes() -> Vec<Route> {
    vec![post("/forms/{form}/query", list), post("/forms/{form}/kanban", lanes), post("/forms/{form}/export", export)]
}

async fn list(
    caller: Allowed<ViewForm>,
    form: web::Path<FormId>,
    body: Body<RecordQuery>,
) -> Result<web::Json<RecordPage>, Refused> {
    Ok(web::Json(caller.look(move |viewer| records::records(viewer, *form, &body.0)).await?))
}

async fn lanes(
    caller: Allowed<ViewForm>,
    form: web::Path<FormId>,
    body: Body<KanbanQuery>,
) -> Result<web::Json<Kanban>, Refused> {
    Ok(web::Json(caller.look(move |viewer| kanban::kanban(viewer, *form, &body.0)).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Taken {
    #[serde(default)]
    framing: Framing,
}

async fn export(
    caller: Allowed<ExportForm>,
    at: web::Path<FormId>,
    taken: web::Query<Taken>,
    body: Body<ExportQuery>,
) -> Result<actix_web::HttpResponse, Refused> {
    take_away::answer(&caller, *at, body.0, taken.framing).await
}
