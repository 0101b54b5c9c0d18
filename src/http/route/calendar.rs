//! Working calendars: the week, holidays and make-up days. Designers read them, administrators change them; none is deleted, because
//! limits under way count with it.

use actix_web::web;
use serde::Deserialize;

use super::{Route, get, post, put};
use crate::http::body::Body;
use crate::http::caller::{Administer, Allowed, DesignSomething};
use crate::http::refusal::Refused;
use crate::model::calendar::{CalendarDefinition, NamedCalendar};
use crate::model::command::{Ask, WorkspaceAsk};
use crate::model::document::Document;
use crate::model::id::CalendarId;
use crate::model::refusal::Refusal;

pub fn routes() -> Vec<Route> {
    vec![get("/calendars", list), post("/calendars", create), put("/calendars/{calendar}", save)]
}

async fn list(caller: Allowed<DesignSomething>) -> web::Json<Vec<NamedCalendar>> {
    let catalog = caller.house.catalog();
    web::Json(catalog.calendars.values().map(|calendar| calendar.saved.clone()).collect())
}

/// A [`NamedCalendar`] before it has an id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewCalendar {
    name: String,
    definition: CalendarDefinition,
}

async fn create(caller: Allowed<Administer>, body: Body<NewCalendar>) -> Result<web::Json<NamedCalendar>, Refused> {
    let NewCalendar { name, definition } = body.0;
    let id = caller.fresh(CalendarId::from_u128);
    kept(&caller, NamedCalendar { id, name, rev: 0, definition: Document::new(definition) }).await
}

/// `rev` is the one that was read.
async fn save(
    caller: Allowed<Administer>,
    id: web::Path<CalendarId>,
    body: Body<NamedCalendar>,
) -> Result<web::Json<NamedCalendar>, Refused> {
    caller.house.catalog().calendars.get(&*id).ok_or(Refusal::NotFound)?;
    kept(&caller, NamedCalendar { id: *id, ..body.0 }).await
}

async fn kept(caller: &Allowed<Administer>, calendar: NamedCalendar) -> Result<web::Json<NamedCalendar>, Refused> {
    let rev = calendar.rev + 1;
    caller.submit(Ask::Workspace(WorkspaceAsk::SaveCalendar(calendar.clone()))).await?;
    Ok(web::Json(NamedCalendar { rev, ..calendar }))
}
