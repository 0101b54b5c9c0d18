//! The inbox of whoever asks, and one yes for many tasks.

use std::collections::BTreeMap;

use actix_web::web;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::held::Holding;
use super::{Route, get, post};
use crate::http::body::Body;
use crate::http::caller::{Allowed, SignedIn};
use crate::http::each::Ended;
use crate::http::refusal::Refused;
use crate::model::command::{Opinion, Ruling, Verdict};
use crate::model::id::{CommandId, RecordId, TaskId};
use crate::model::limit::PAGE_ROWS_MAX;
use crate::model::problem::ProblemCode;
use crate::model::raw::RawRecord;
use crate::query::inbox::{self, InboxPage, Tab};

pub fn routes() -> Vec<Route> {
    vec![get("/inbox", show), post("/inbox/approve", approve)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    #[serde(default = "todo")]
    tab: Tab,
    #[serde(default)]
    cursor: String,
    #[serde(default)]
    q: String,
}

const fn todo() -> Tab {
    Tab::Todo
}

async fn show(caller: Allowed<SignedIn>, wanted: web::Query<Wanted>) -> Result<web::Json<InboxPage>, Refused> {
    let Wanted { tab, cursor, q } = wanted.into_inner();
    Ok(web::Json(caller.look(move |viewer| inbox::inbox(viewer, tab, Some(&cursor), &q)).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Yes {
    items: Vec<Chosen>,
    #[serde(default)]
    comment: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chosen {
    order: RecordId,
    task: crate::http::wire::Named<TaskId>,
}

#[derive(Serialize)]
struct Said {
    order: RecordId,
    task: String,
    #[serde(flatten)]
    ended: Ended,
    /// It waits under this id, and can be taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    held: Option<CommandId>,
    /// As the refusal of that one alone has it: who was faster, and when.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    data: BTreeMap<&'static str, Value>,
}

/// Each for itself: what can be approved is, and of the rest it is said why not.
async fn approve(
    caller: Allowed<SignedIn>,
    holding: web::Query<Holding>,
    body: Body<Yes>,
) -> Result<web::Json<Vec<Said>>, Refused> {
    let Yes { items, comment } = body.0;
    if items.len() > PAGE_ROWS_MAX {
        return Err(Refused::invalid("items", ProblemCode::TooMany));
    }
    let language = caller.language();
    let asks = items.iter().map(|Chosen { order, task }| {
        let ruling = Ruling::Approve { values: RawRecord::new() };
        holding.ask(*order, None, Verdict { task: task.0, ruling, opinion: Opinion::of(comment.clone()) })
    });
    let done = caller.submit_each(asks).await;
    let published = caller.house.published();
    let waiting = published.snapshot.held(caller.who.user);
    let said = items.iter().zip(done).map(|(Chosen { order, task }, done)| {
        let (held, refused) = match done {
            Ok(committed) => (waiting.get(committed.command).map(|held| held.id), None),
            Err(refused) => (None, Some(refused)),
        };
        let ended = Ended::of(refused.as_ref().map(|refused| refused.code), language);
        let data = refused.map(|refused| refused.data).unwrap_or_default();
        Said { order: *order, task: task.0.to_string(), ended, held, data }
    });
    Ok(web::Json(said.collect()))
}
