//! Forms: made, named, deleted; their working copies, kept and published. Definitions travel exactly as they are stored.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{Route, delete, get, post, put};
use crate::access::row;
use crate::catalog::Catalog;
use crate::catalog::history::FormHistory;
use crate::form::definition;
use crate::http::body::Body;
use crate::http::caller::{Allowed, DesignApp, DesignForm, ViewForm};
use crate::http::refusal::{Refused, WireProblem};
use crate::model::command::{Ask, FormAsk};
use crate::model::document::Document;
use crate::model::event::Event;
use crate::model::form::FormDefinition;
use crate::model::id::{AppId, FormId, UserId};
use crate::model::problem::Problem;
use crate::model::refusal::Refusal;
use crate::model::time::Timestamp;
use crate::view::feed::WorkingCopy;

pub fn routes() -> Vec<Route> {
    vec![
        post("/apps/{app}/forms", create),
        put("/forms/{form}", rename),
        delete("/forms/{form}", remove),
        get("/forms/{form}/draft", draft),
        put("/forms/{form}/draft", save),
        post("/forms/{form}/publish", publish),
        get("/forms/{form}/versions", versions),
        get("/forms/{form}/versions/{version}", version),
        get("/forms/{form}/definition", newest),
    ]
}

/// A form without its definitions.
#[derive(Serialize)]
pub struct FormHead {
    id: FormId,
    app: AppId,
    name: String,
    form_version: u32,
    flow_version: u32,
}

impl FormHead {
    pub fn of(history: &FormHistory) -> Self {
        let form = &history.form;
        Self {
            id: form.id,
            app: form.app,
            name: form.name.clone(),
            form_version: form.form_version,
            flow_version: form.flow_version,
        }
    }
}

/// A working copy with what keeps it from being published.
#[derive(Serialize)]
pub struct Draft<T> {
    pub form: FormHead,
    pub rev: u64,
    pub definition: Document<T>,
    pub problems: Vec<WireProblem>,
    /// What is published now.
    pub live: Option<Document<T>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Save<T> {
    pub definition: T,
}

#[derive(Serialize)]
pub struct Saved {
    pub rev: u64,
    pub problems: Vec<WireProblem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    pub rev: u64,
    #[serde(default)]
    pub note: String,
}

#[derive(Serialize)]
pub struct Published {
    pub version: u32,
}

/// Who published a version, and why.
#[derive(Serialize)]
pub struct VersionHead {
    pub version: u32,
    pub at: Timestamp,
    pub by: UserId,
    pub note: String,
}

#[derive(Serialize)]
pub struct Version<T> {
    #[serde(flatten)]
    pub head: VersionHead,
    pub definition: Document<T>,
}

/// The newest published version.
#[derive(Serialize)]
pub struct Newest<T> {
    pub form: FormHead,
    pub version: u32,
    pub definition: Document<T>,
}

pub fn history(catalog: &Catalog, form: FormId) -> Result<&FormHistory, Refused> {
    catalog.form(form).ok_or_else(|| Refusal::NotFound.into())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: String,
}

async fn create(
    caller: Allowed<DesignApp>,
    app: web::Path<AppId>,
    body: Body<Name>,
) -> Result<web::Json<FormHead>, Refused> {
    // Named after the command, so that asking again finds what was made.
    let form = caller.fresh(FormId::from_u128);
    caller.submit(Ask::Form(FormAsk::Create { form, app: *app, name: body.0.name })).await?;
    Ok(web::Json(FormHead::of(history(&caller.house.catalog(), form)?)))
}

async fn rename(
    caller: Allowed<DesignForm>,
    form: web::Path<FormId>,
    body: Body<Name>,
) -> Result<web::Json<FormHead>, Refused> {
    caller.submit(Ask::Form(FormAsk::Rename { form: *form, name: body.0.name })).await?;
    Ok(web::Json(FormHead::of(history(&caller.house.catalog(), *form)?)))
}

async fn remove(caller: Allowed<DesignForm>, form: web::Path<FormId>) -> Result<HttpResponse, Refused> {
    caller.submit(Ask::Form(FormAsk::Delete { form: *form })).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn draft(
    caller: Allowed<DesignForm>,
    form: web::Path<FormId>,
) -> Result<web::Json<Draft<FormDefinition>>, Refused> {
    let catalog = caller.house.catalog();
    let history = history(&catalog, *form)?;
    Ok(web::Json(Draft {
        form: FormHead::of(history),
        rev: history.form.draft_rev,
        definition: history.form.draft.clone(),
        problems: WireProblem::all(&problems(&catalog, history)),
        live: history.current().map(|compiled| compiled.definition.clone()),
    }))
}

/// What keeps the working copy from being published.
fn problems(catalog: &Catalog, history: &FormHistory) -> Vec<Problem> {
    let form = &history.form;
    match definition::check(form.id, form.app, 0, &form.draft) {
        Ok(next) => row::misfits(catalog, &next),
        Err(problems) => problems,
    }
}

async fn save(
    caller: Allowed<DesignForm>,
    form: web::Path<FormId>,
    body: Body<Save<FormDefinition>>,
) -> Result<web::Json<Saved>, Refused> {
    let rev = caller.expected_rev()?;
    let ask = FormAsk::SaveDraft { form: *form, rev, definition: body.0.definition };
    caller.write(WorkingCopy::Form(*form), Ask::Form(ask)).await?;
    let catalog = caller.house.catalog();
    Ok(web::Json(Saved { rev: rev + 1, problems: WireProblem::all(&problems(&catalog, history(&catalog, *form)?)) }))
}

async fn publish(
    caller: Allowed<DesignForm>,
    form: web::Path<FormId>,
    body: Body<Publish>,
) -> Result<web::Json<Published>, Refused> {
    let Publish { rev, note } = body.0;
    let committed = caller.submit(Ask::Form(FormAsk::Publish { form: *form, rev, note })).await?;
    let version = committed.events.iter().find_map(|event| match event {
        Event::FormPublished(published) => Some(published.version),
        _ => None,
    });
    let now = || history(&caller.house.catalog(), *form).map(|history| history.form.form_version);
    Ok(web::Json(Published { version: version.map_or_else(now, Ok)? }))
}

/// Newest first.
async fn versions(
    caller: Allowed<DesignForm>,
    form: web::Path<FormId>,
) -> Result<web::Json<Vec<VersionHead>>, Refused> {
    let catalog = caller.house.catalog();
    let versions = history(&catalog, *form)?.versions.values().rev().map(|published| {
        let version = &published.version;
        VersionHead { version: version.version, at: version.at, by: version.by, note: version.note.clone() }
    });
    Ok(web::Json(versions.collect()))
}

async fn version(
    caller: Allowed<DesignForm>,
    path: web::Path<(FormId, u32)>,
) -> Result<web::Json<Version<FormDefinition>>, Refused> {
    let catalog = caller.house.catalog();
    let (form, number) = *path;
    let version = &history(&catalog, form)?.versions.get(&number).ok_or(Refusal::NotFound)?.version;
    Ok(web::Json(Version {
        head: VersionHead { version: number, at: version.at, by: version.by, note: version.note.clone() },
        definition: version.definition.clone(),
    }))
}

async fn newest(
    caller: Allowed<ViewForm>,
    form: web::Path<FormId>,
) -> Result<web::Json<Newest<FormDefinition>>, Refused> {
    let catalog = caller.house.catalog();
    let history = history(&catalog, *form)?;
    let compiled = history.current().ok_or(Refusal::NotPublished)?;
    Ok(web::Json(Newest {
        form: FormHead::of(history),
        version: compiled.version,
        definition: compiled.definition.clone(),
    }))
}
