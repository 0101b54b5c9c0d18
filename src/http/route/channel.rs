//! Channels: ways to reach people outside. Their addresses are secrets: they come in, and only their last letters go out.

use std::time::Instant;

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{Route, delete, get, post, put};
use crate::deliver::trial;
use crate::http::body::Body;
use crate::http::caller::{Administer, Allowed, DesignSomething};
use crate::http::refusal::Refused;
use crate::model::command::{Ask, WorkspaceAsk};
use crate::model::id::ChannelId;
use crate::model::party::{Language, Power};
use crate::model::refusal::Refusal;
use crate::model::setting::{Channel, Reach};

pub fn routes() -> Vec<Route> {
    vec![
        get("/channels", list),
        post("/channels", create),
        put("/channels/{channel}", save),
        delete("/channels/{channel}", remove),
        post("/channels/{channel}/test", test),
    ]
}

/// A channel as browsers know it.
#[derive(Serialize)]
struct Shown {
    id: ChannelId,
    name: String,
    is_active: bool,
    reach: ShownReach,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum ShownReach {
    WecomRobot {
        /// The end of the address, for administrators.
        #[serde(skip_serializing_if = "Option::is_none")]
        url_hint: Option<String>,
    },
}

/// Letters of a secret that tell two robots apart and open neither.
const HINT_CHARS: usize = 4;

impl Shown {
    fn of(channel: &Channel, administers: bool) -> Self {
        let Reach::WecomRobot { url } = &channel.reach;
        let end = url.char_indices().rev().nth(HINT_CHARS - 1).map_or(0, |(at, _)| at);
        let url_hint = administers.then(|| format!("…{}", &url[end..]));
        let reach = ShownReach::WecomRobot { url_hint };
        Self { id: channel.id, name: channel.name.clone(), is_active: channel.is_active, reach }
    }
}

async fn list(caller: Allowed<DesignSomething>) -> web::Json<Vec<Shown>> {
    let catalog = caller.house.catalog();
    let administers = catalog.directory.has_power(caller.who.user, Power::Administer);
    web::Json(catalog.channels.values().map(|channel| Shown::of(channel, administers)).collect())
}

/// A [`Channel`] before it has an id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewChannel {
    name: String,
    reach: Reach,
    is_active: bool,
}

async fn create(caller: Allowed<Administer>, body: Body<NewChannel>) -> Result<web::Json<Shown>, Refused> {
    let NewChannel { name, reach, is_active } = body.0;
    let channel = Channel { id: caller.fresh(ChannelId::from_u128), name, reach, is_active };
    kept(&caller, channel).await
}

async fn save(
    caller: Allowed<Administer>,
    id: web::Path<ChannelId>,
    body: Body<Channel>,
) -> Result<web::Json<Shown>, Refused> {
    known(&caller, *id)?;
    kept(&caller, Channel { id: *id, ..body.0 }).await
}

/// What was saved may differ from what was sent: an address is completed, an empty one keeps what there was.
async fn kept(caller: &Allowed<Administer>, channel: Channel) -> Result<web::Json<Shown>, Refused> {
    let id = channel.id;
    caller.submit(Ask::Workspace(WorkspaceAsk::SaveChannel(channel))).await?;
    Ok(web::Json(Shown::of(&known(caller, id)?, true)))
}

fn known(caller: &Allowed<Administer>, id: ChannelId) -> Result<Channel, Refused> {
    let catalog = caller.house.catalog();
    Ok(catalog.channels.get(&id).map(|channel| Channel::clone(channel)).ok_or(Refusal::NotFound)?)
}

async fn remove(caller: Allowed<Administer>, id: web::Path<ChannelId>) -> Result<HttpResponse, Refused> {
    caller.submit(Ask::Workspace(WorkspaceAsk::DeleteChannel(*id))).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[derive(Serialize)]
struct Tested {
    ok: bool,
    /// The other side's own number.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    ms: u64,
}

async fn test(caller: Allowed<Administer>, id: web::Path<ChannelId>) -> Result<web::Json<Tested>, Refused> {
    let channel = known(&caller, *id)?;
    let catalog = caller.house.catalog();
    let setting = catalog.setting.as_deref();
    let language = setting.map_or(Language::default(), |setting| setting.language);
    let organisation = setting.map_or("", |setting| setting.organisation.as_str());
    let began = Instant::now();
    let trial = trial::send(&caller.house.client, &channel, organisation, language).await;
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    Ok(web::Json(Tested { ok: trial.is_delivered, code: trial.code, error: trial.error, ms }))
}
