//! Apps: what a person may open, and the making of apps.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{Route, delete, get, post, put};
use crate::access::{self, Wish, field};
use crate::catalog::Catalog;
use crate::http::body::Body;
use crate::http::caller::{Allowed, Design, DesignApp, SignedIn};
use crate::http::founding;
use crate::http::refusal::Refused;
use crate::model::command::{Actor, AppAsk, Ask};
use crate::model::definition::App;
use crate::model::form::{Color, FieldMatrix};
use crate::model::id::{AppId, BoardId, FormId, UserId};
use crate::model::party::Action;
use crate::model::refusal::Refusal;
use crate::report::pinyin;

pub fn routes() -> Vec<Route> {
    vec![
        get("/apps", list),
        post("/apps", create),
        post("/apps/install", install),
        put("/apps/{app}", save),
        delete("/apps/{app}", remove),
    ]
}

/// An app as its menu needs it; only what the person may know.
#[derive(Serialize)]
pub struct AppSummary {
    id: AppId,
    name: String,
    description: String,
    icon: String,
    color: Option<Color>,
    forms: Vec<FormSummary>,
    boards: Vec<BoardSummary>,
    actions: Vec<Action>,
}

#[derive(Serialize)]
struct FormSummary {
    id: FormId,
    name: String,
    form_version: u32,
    flow_version: u32,
    actions: Vec<Action>,
    /// Of fields that lists hide from the person or, for who may edit, only let be read.
    #[serde(skip_serializing_if = "FieldMatrix::is_empty")]
    fields: FieldMatrix,
}

#[derive(Serialize)]
struct BoardSummary {
    id: BoardId,
    name: String,
}

/// In the order of their names.
pub fn summaries(catalog: &Catalog, user: UserId) -> Vec<AppSummary> {
    let known = catalog.apps.values().filter(|app| access::knows_app(catalog, user, app.id));
    let mut apps: Vec<AppSummary> = known.map(|app| summary(catalog, user, app)).collect();
    apps.sort_by(|left, right| left.name.cmp(&right.name));
    apps
}

/// How what has a Chinese name is read, by id; see [`crate::report::pinyin`].
pub fn readings(apps: &[AppSummary]) -> BTreeMap<String, String> {
    let inside = |app: &AppSummary| {
        let forms = app.forms.iter().map(|form| (form.id.to_string(), pinyin::of(&form.name)));
        let boards = app.boards.iter().map(|board| (board.id.to_string(), pinyin::of(&board.name)));
        let itself = (app.id.to_string(), pinyin::of(&app.name));
        forms.chain(boards).chain([itself]).collect::<Vec<_>>()
    };
    apps.iter().flat_map(inside).filter_map(|(id, reading)| Some((id, reading?))).collect()
}

fn summary(catalog: &Catalog, user: UserId, app: &App) -> AppSummary {
    let may = |wish| access::can(catalog, user, wish).is_allowed();
    let forms = catalog.forms.values().map(|history| &history.form);
    let forms = forms.filter(|form| form.app == app.id && access::knows_form(catalog, user, form.id));
    let boards = catalog.boards.values().filter(|board| board.app == app.id && may(Wish::App(app.id, Action::View)));
    AppSummary {
        id: app.id,
        name: app.name.clone(),
        description: app.description.clone(),
        icon: app.icon.clone(),
        color: app.color,
        forms: forms
            .map(|form| FormSummary {
                id: form.id,
                name: form.name.clone(),
                form_version: form.form_version,
                flow_version: form.flow_version,
                actions: access::actions(catalog, user, form.id).into_iter().collect(),
                fields: field::closed_in_lists(catalog, user, form.id),
            })
            .collect(),
        boards: boards.map(|board| BoardSummary { id: board.id, name: board.name.clone() }).collect(),
        actions: Action::ALL.into_iter().filter(|action| may(Wish::App(app.id, *action))).collect(),
    }
}

async fn list(caller: Allowed<SignedIn>) -> web::Json<Vec<AppSummary>> {
    web::Json(summaries(&caller.house.catalog(), caller.who.user))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AppHead {
    name: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    icon: String,
    #[serde(default)]
    color: Option<Color>,
}

impl AppHead {
    fn into_app(self, id: AppId) -> App {
        App { id, name: self.name, description: self.description, icon: self.icon, color: self.color }
    }
}

async fn create(caller: Allowed<Design>, body: Body<AppHead>) -> Result<web::Json<App>, Refused> {
    let app = body.0.into_app(caller.fresh(AppId::from_u128));
    caller.submit(Ask::App(AppAsk::Save(app.clone()))).await?;
    Ok(web::Json(app))
}

async fn save(caller: Allowed<DesignApp>, id: web::Path<AppId>, body: Body<App>) -> Result<web::Json<App>, Refused> {
    let app = App { id: *id, ..body.0 };
    caller.submit(Ask::App(AppAsk::Save(app.clone()))).await?;
    Ok(web::Json(app))
}

async fn remove(caller: Allowed<DesignApp>, id: web::Path<AppId>) -> Result<HttpResponse, Refused> {
    caller.submit(Ask::App(AppAsk::Delete(*id))).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Install {
    template: String,
}

async fn install(caller: Allowed<Design>, body: Body<Install>) -> Result<web::Json<App>, Refused> {
    let house = &caller.house;
    let language = house.catalog().setting.as_ref().map(|setting| setting.language).unwrap_or_default();
    let (app, _) = founding::install(house, Actor::User(caller.who.user), &body.0.template, language).await?;
    let app = house.catalog().apps.get(&app).map(|app| App::clone(app)).ok_or(Refusal::NotFound)?;
    Ok(web::Json(app))
}
