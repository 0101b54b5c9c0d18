//! The flow of a form: its working copy and its versions.

use actix_web::web;
use serde::Serialize;

use super::definition::{Draft, FormHead, Newest, Publish, Published, Save, Saved, Version, VersionHead, history};
use super::{Route, get, post, put};
use crate::catalog::Catalog;
use crate::catalog::history::FormHistory;
use crate::flow::definition;
use crate::http::body::Body;
use crate::http::caller::{Allowed, DesignForm, ViewForm};
use crate::http::refusal::{Refused, WireProblem};
use crate::model::command::{Ask, FormAsk};
use crate::model::definition::FlowVersion;
use crate::model::document::Document;
use crate::model::event::Event;
use crate::model::flow::FlowDefinition;
use crate::model::id::FormId;
use crate::model::problem::Problem;
use crate::model::refusal::Refusal;
use crate::query::migration;
use crate::view::feed::WorkingCopy;

pub fn routes() -> Vec<Route> {
    vec![
        get("/forms/{form}/flow/draft", draft),
        put("/forms/{form}/flow/draft", save),
        post("/forms/{form}/flow/publish", publish),
        get("/forms/{form}/flow/versions", versions),
        get("/forms/{form}/flow/versions/{version}", version),
        get("/forms/{form}/flow/definition", newest),
    ]
}

async fn draft(
    caller: Allowed<DesignForm>,
    form: web::Path<FormId>,
) -> Result<web::Json<Draft<FlowDefinition>>, Refused> {
    let catalog = caller.house.catalog();
    let history = history(&catalog, *form)?;
    Ok(web::Json(Draft {
        form: FormHead::of(history),
        rev: history.form.flow_draft_rev,
        definition: history.form.flow_draft.clone(),
        problems: WireProblem::all(&problems(&catalog, history)),
        live: history.current_flow().map(|flow| flow.definition.clone()),
    }))
}

/// What keeps the working copy from being published. Before the form itself is published there is nothing to hold it against.
fn problems(catalog: &Catalog, history: &FormHistory) -> Vec<Problem> {
    history.current().map_or_else(Vec::new, |form| definition::check(catalog, form, &history.form.flow_draft))
}

async fn save(
    caller: Allowed<DesignForm>,
    form: web::Path<FormId>,
    body: Body<Save<FlowDefinition>>,
) -> Result<web::Json<Saved>, Refused> {
    let rev = caller.expected_rev()?;
    let ask = FormAsk::SaveFlow { form: *form, rev, definition: body.0.definition };
    caller.write(WorkingCopy::Flow(*form), Ask::Form(ask)).await?;
    let catalog = caller.house.catalog();
    let problems = problems(&catalog, history(&catalog, *form)?);
    Ok(web::Json(Saved { rev: rev + 1, problems: WireProblem::all(&problems) }))
}

async fn publish(
    caller: Allowed<DesignForm>,
    form: web::Path<FormId>,
    body: Body<Publish>,
) -> Result<web::Json<Published>, Refused> {
    let Publish { rev, note } = body.0;
    let committed = caller.submit(Ask::Form(FormAsk::PublishFlow { form: *form, rev, note })).await?;
    let version = committed.events.iter().find_map(|event| match event {
        Event::FlowPublished(published) => Some(published.version),
        _ => None,
    });
    let now = || history(&caller.house.catalog(), *form).map(|history| history.form.flow_version);
    Ok(web::Json(Published { version: version.map_or_else(now, Ok)? }))
}

/// A version, and how many orders are on their way by it.
#[derive(Serialize)]
struct FlowHead {
    #[serde(flatten)]
    head: VersionHead,
    under_way: usize,
}

/// Newest first.
async fn versions(caller: Allowed<DesignForm>, form: web::Path<FormId>) -> Result<web::Json<Vec<FlowHead>>, Refused> {
    let heads = caller.look(move |viewer| {
        let history = viewer.catalog.form(*form).ok_or(Refusal::NotFound)?;
        let under_way = migration::under_way(viewer.snapshot, *form);
        let head = |version: &FlowVersion| FlowHead {
            head: head(version),
            under_way: under_way.get(&version.version).copied().unwrap_or(0),
        };
        Ok(history.flow_versions.values().rev().map(|version| head(version)).collect())
    });
    Ok(web::Json(heads.await?))
}

fn head(version: &FlowVersion) -> VersionHead {
    VersionHead { version: version.version, at: version.at, by: version.by, note: version.note.clone() }
}

async fn version(
    caller: Allowed<DesignForm>,
    path: web::Path<(FormId, u32)>,
) -> Result<web::Json<Version<FlowDefinition>>, Refused> {
    let catalog = caller.house.catalog();
    let (form, number) = *path;
    let version = history(&catalog, form)?.flow_versions.get(&number).ok_or(Refusal::NotFound)?;
    Ok(web::Json(Version { head: head(version), definition: version.definition.clone() }))
}

async fn newest(
    caller: Allowed<ViewForm>,
    form: web::Path<FormId>,
) -> Result<web::Json<Newest<FlowDefinition>>, Refused> {
    let catalog = caller.house.catalog();
    let history = history(&catalog, *form)?;
    let flow = history.current_flow().ok_or(Refusal::NotPublished)?;
    let definition = for_readers(&flow.definition);
    Ok(web::Json(Newest { form: FormHead::of(history), version: flow.version, definition }))
}

/// What designers noted is between them.
pub fn for_readers(drawn: &Document<FlowDefinition>) -> Document<FlowDefinition> {
    if drawn.notes.is_empty() {
        return drawn.clone();
    }
    Document::new(FlowDefinition { notes: Vec::new(), ..(**drawn).clone() })
}
