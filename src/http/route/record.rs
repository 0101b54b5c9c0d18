//! A form's records: as a list, in lanes, as a file to take away.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use futures_util::stream;
use serde::Deserialize;

use super::{Route, get, post};
use crate::http::body::Body;
use crate::http::caller::{Allowed, ExportForm, ViewForm};
use crate::http::refusal::Refused;
use crate::model::id::{FormId, ViewId};
use crate::model::time::Timestamp;
use crate::query::export::{self, Export};
use crate::query::kanban::{self, Kanban, KanbanQuery};
use crate::query::look::Viewer;
use crate::query::records::{self, RecordPage, RecordQuery};
use crate::view::published::Published;

pub fn routes() -> Vec<Route> {
    vec![post("/forms/{form}/query", list), post("/forms/{form}/kanban", lanes), get("/forms/{form}/export", take_away)]
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
struct Chosen {
    view: Option<ViewId>,
}

/// Written piece by piece from the moment it was asked for: changes meanwhile do not show, and a million rows need no memory.
async fn take_away(
    caller: Allowed<ExportForm>,
    form: web::Path<FormId>,
    chosen: web::Query<Chosen>,
) -> Result<HttpResponse, Refused> {
    let (form, view) = (*form, chosen.view);
    let file = caller.look(move |viewer| export::begin(viewer, form, view)).await?;
    let moment = Moment { published: caller.house.published(), user: caller.who.user, now: caller.house.now() };
    let name = format!("{}.csv", file.name.replace(|c: char| c.is_control() || "\"\\/:*?<>|".contains(c), " "));
    let pieces = stream::unfold((file, moment, 0), |(file, moment, from)| async move {
        let written = web::block(move || {
            let piece = moment.piece(&file, from);
            (piece, file, moment)
        });
        let (piece, file, moment) = written.await.ok()?;
        let (text, next) = piece?;
        Some((Ok::<_, actix_web::Error>(web::Bytes::from(text)), (file, moment, next)))
    });
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{}", percent(&name))))
        .streaming(Box::pin(pieces)))
}

struct Moment {
    published: Published,
    user: crate::model::id::UserId,
    now: Timestamp,
}

impl Moment {
    fn piece(&self, file: &Export, from: usize) -> Option<(String, usize)> {
        let Published { catalog, snapshot } = &self.published;
        export::piece(Viewer { snapshot, catalog, user: self.user, now: self.now }, file, from)
    }
}

/// RFC 5987.
fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
