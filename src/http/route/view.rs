//! Saved views: ways to look at a form's records that people keep.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{Route, delete, get, post, put};
use crate::http::body::Body;
use crate::http::caller::{Allowed, KnowView, ViewForm};
use crate::http::refusal::Refused;
use crate::model::command::{Ask, ViewAsk};
use crate::model::definition::View;
use crate::model::document::Document;
use crate::model::id::{FormId, ViewId};
use crate::model::refusal::Refusal;
use crate::model::report::ViewDefinition;

pub fn routes() -> Vec<Route> {
    vec![
        get("/forms/{form}/views", list),
        post("/forms/{form}/views", create),
        put("/views/{view}", save),
        delete("/views/{view}", remove),
    ]
}

/// The shared ones, then one's own; each by name.
async fn list(caller: Allowed<ViewForm>, form: web::Path<FormId>) -> web::Json<Vec<View>> {
    let catalog = caller.house.catalog();
    let is_seen = |view: &View| view.form == *form && view.owner.is_none_or(|owner| owner == caller.who.user);
    let mut views: Vec<View> =
        catalog.views.values().filter(|view| is_seen(view)).map(|view| View::clone(view)).collect();
    views.sort_by(|one, other| (one.owner.is_some(), &one.name).cmp(&(other.owner.is_some(), &other.name)));
    web::Json(views)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    #[serde(default)]
    shared: bool,
    definition: ViewDefinition,
}

impl Written {
    fn into_ask(self, view: ViewId, form: FormId) -> Ask {
        let Self { name, shared, definition } = self;
        Ask::View(ViewAsk::Save { view, form, name, shared, definition })
    }
}

/// Named by the command, so that asking twice makes one.
async fn create(
    caller: Allowed<ViewForm>,
    form: web::Path<FormId>,
    body: Body<Written>,
) -> Result<web::Json<View>, Refused> {
    let id = ViewId::from_u128(caller.command.as_u128());
    let owner = (!body.0.shared).then_some(caller.who.user);
    let definition = Document::new(body.0.definition.clone());
    let view = View { id, form: *form, name: body.0.name.trim().to_owned(), owner, definition };
    caller.submit(body.0.into_ask(id, *form)).await?;
    Ok(web::Json(view))
}

async fn save(caller: Allowed<KnowView>, id: web::Path<ViewId>, body: Body<Written>) -> Result<HttpResponse, Refused> {
    let form = caller.house.catalog().views.get(&*id).map(|view| view.form).ok_or(Refusal::NotFound)?;
    caller.submit(body.0.into_ask(*id, form)).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn remove(caller: Allowed<KnowView>, id: web::Path<ViewId>) -> Result<HttpResponse, Refused> {
    caller.submit(Ask::View(ViewAsk::Delete { view: *id })).await?;
    Ok(HttpResponse::NoContent().finish())
}
