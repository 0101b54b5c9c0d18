//! Messages on their way out: those that wait, those that were given up, and the last that arrived. An administrator sends one again.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{Route, get, post};
use crate::catalog::Catalog;
use crate::deliver::outbox::{Outbox, Shelf};
use crate::http::caller::{Administer, Allowed};
use crate::http::refusal::Refused;
use crate::model::command::{Ask, DeliveryAsk};
use crate::model::effect::{EffectId, NO_ORDER, Outgoing, OutgoingState, Subject};
use crate::model::id::{ChannelId, RecordId, UserId};
use crate::model::refusal::Refusal;
use crate::model::time::Timestamp;

pub fn routes() -> Vec<Route> {
    vec![get("/outbox", list), post("/outbox/{outgoing}/resend", resend)]
}

const PAGE_ROWS: usize = 50;

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    state: State,
    #[serde(default)]
    cursor: String,
}

#[derive(Clone, Copy, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    #[default]
    Parked,
    Waiting,
    Delivered,
}

impl State {
    const fn shelf(self) -> Shelf {
        match self {
            Self::Parked => Shelf::Parked,
            Self::Waiting => Shelf::Waiting,
            Self::Delivered => Shelf::Delivered,
        }
    }
}

#[derive(Serialize)]
struct Page {
    items: Vec<Item>,
    next: Option<String>,
    counts: Counts,
}

#[derive(Serialize)]
struct Counts {
    waiting: usize,
    parked: usize,
    /// Of those that are remembered.
    delivered: usize,
}

#[derive(Serialize)]
struct Item {
    id: String,
    channel: ChannelId,
    /// Empty: the channel is gone.
    channel_name: String,
    subject: Subject,
    title: String,
    /// Absent: it is about a board.
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<RecordId>,
    recipients: Vec<UserId>,
    state: State,
    attempts: u32,
    created_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_error: Option<String>,
}

impl Item {
    fn of(catalog: &Catalog, outgoing: Outgoing) -> Self {
        let (state, next_at, at, last_error) = match outgoing.state {
            OutgoingState::Waiting { next_at, last_error } => (State::Waiting, Some(next_at), None, last_error),
            OutgoingState::Parked { at, last_error } => (State::Parked, None, Some(at), Some(last_error)),
            OutgoingState::Delivered { at } => (State::Delivered, None, Some(at), None),
        };
        Self {
            id: outgoing.id.to_string(),
            channel: outgoing.channel,
            channel_name: catalog
                .channels
                .get(&outgoing.channel)
                .map_or_else(String::new, |channel| channel.name.clone()),
            subject: outgoing.message.subject,
            title: outgoing.message.title,
            order: Some(outgoing.message.order).filter(|order| *order != NO_ORDER),
            recipients: outgoing.recipients,
            state,
            attempts: outgoing.attempts,
            created_at: outgoing.created_at,
            next_at,
            at,
            last_error,
        }
    }
}

async fn list(caller: Allowed<Administer>, wanted: web::Query<Wanted>) -> Result<web::Json<Page>, Refused> {
    let before = match wanted.cursor.as_str() {
        "" => None,
        text => Some(text.parse().map_err(|_| Refused::malformed("The cursor is none of ours."))?),
    };
    let catalog = caller.house.catalog();
    let outbox: &Outbox = &caller.house.outbox;
    let mut found = outbox.page(wanted.state.shelf(), before, PAGE_ROWS + 1);
    let is_more = found.len() > PAGE_ROWS;
    found.truncate(PAGE_ROWS);
    let next = found.last().filter(|_| is_more).map(|last| last.id.to_string());
    let counts = Counts {
        waiting: outbox.count(Shelf::Waiting),
        parked: outbox.count(Shelf::Parked),
        delivered: outbox.count(Shelf::Delivered),
    };
    let items = found.into_iter().map(|outgoing| Item::of(&catalog, outgoing)).collect();
    Ok(web::Json(Page { items, next, counts }))
}

async fn resend(caller: Allowed<Administer>, id: web::Path<String>) -> Result<HttpResponse, Refused> {
    let id: EffectId = id.parse().map_err(|_| Refusal::NotFound)?;
    caller.submit(Ask::Delivery(DeliveryAsk::Resend { id })).await?;
    Ok(HttpResponse::NoContent().finish())
}
