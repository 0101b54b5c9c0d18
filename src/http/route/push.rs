//! Pushes of a board: when it tells its figures, and to whom; and what became of the last one. Also sends one at once, and answers with
//! what the other side said.

use std::time::Duration;

use actix_web::{HttpResponse, web};
use serde::Serialize;
use tokio::time::{Instant, sleep};

use super::{Route, delete, get, post, put};
use crate::catalog::Catalog;
use crate::deliver::outbox::Outbox;
use crate::http::body::Body;
use crate::http::caller::{Allowed, DesignBoard};
use crate::http::code::Code;
use crate::http::refusal::Refused;
use crate::model::command::Ask;
use crate::model::effect::{Outgoing, OutgoingState, Subject};
use crate::model::id::{BoardId, PushId, UserId};
use crate::model::limit::{PUSH_WORD_MS_MAX, PUSHES_PER_BOARD_MAX};
use crate::model::push::{Push, PushAsk, PushDue, PushEnd, PushFault, PushPlan, PushRun};
use crate::model::refusal::Refusal;
use crate::model::time::Timestamp;
use crate::schedule::push::next;

pub fn routes() -> Vec<Route> {
    vec![
        get("/boards/{board}/pushes", list),
        post("/boards/{board}/pushes", create),
        put("/boards/{board}/pushes/{push}", save),
        delete("/boards/{board}/pushes/{push}", remove),
        post("/boards/{board}/pushes/{push}/send", send),
    ]
}

#[derive(Serialize)]
struct Page {
    /// The oldest first.
    items: Vec<Shown>,
    max: usize,
    /// Whose clocks the minutes are of.
    zone: String,
    /// Whose working days they are; absent: Monday to Friday.
    #[serde(skip_serializing_if = "Option::is_none")]
    calendar: Option<String>,
    /// The workspace was restored, and nobody has said yet that it may act.
    is_quarantined: bool,
}

#[derive(Serialize)]
struct Shown {
    id: PushId,
    rev: u64,
    #[serde(flatten)]
    plan: PushPlan,
    /// As this person sees the figures.
    by: UserId,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Last>,
}

/// What became of it so far.
#[derive(Serialize)]
struct Last {
    at: Timestamp,
    /// Who sent it by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<UserId>,
    state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<PushFault>,
    /// What the other side, or the network, said.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// The next try.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Sent,
    /// On its way.
    Waiting,
    Failed,
}

impl Shown {
    fn of(catalog: &Catalog, outbox: &Outbox, push: &Push) -> Self {
        let Push { id, rev, ref plan, by, last, .. } = *push;
        let last = last.map(|last| Last::of(outbox, id, last));
        Self { id, rev, plan: plan.clone(), by, next: next(catalog, push), last }
    }
}

impl Last {
    fn of(outbox: &Outbox, push: PushId, run: PushRun) -> Self {
        let PushRun { at, by, .. } = run;
        let last = |state| Self { at, by, state, why: None, error: None, next_at: None };
        let fault = match run.end {
            PushEnd::Failed(why) => return Self { why: Some(why), ..last(State::Failed) },
            PushEnd::Sent => outbox.unarrived(|outgoing| is_of(outgoing, push) && outgoing.created_at == at),
        };
        match fault.map(|outgoing| outgoing.state) {
            None | Some(OutgoingState::Delivered { .. }) => last(State::Sent),
            Some(OutgoingState::Waiting { next_at, last_error: error }) => {
                Self { error, next_at: Some(next_at), ..last(State::Waiting) }
            }
            Some(OutgoingState::Parked { last_error, .. }) => Self { error: Some(last_error), ..last(State::Failed) },
        }
    }
}

fn is_of(outgoing: &Outgoing, wanted: PushId) -> bool {
    matches!(outgoing.message.subject, Subject::BoardPushed { push, .. } if push == wanted)
}

async fn list(caller: Allowed<DesignBoard>, board: web::Path<BoardId>) -> web::Json<Page> {
    let (catalog, outbox) = (caller.house.catalog(), &caller.house.outbox);
    let mine = catalog.pushes.values().filter(|push| push.board == *board);
    let setting = catalog.setting.as_deref();
    let calendar = setting.and_then(|setting| catalog.calendars.get(&setting.calendar?));
    web::Json(Page {
        items: mine.map(|push| Shown::of(&catalog, outbox, push)).collect(),
        max: PUSHES_PER_BOARD_MAX,
        zone: setting.map_or_else(|| "UTC".to_owned(), |setting| setting.zone.clone()),
        calendar: calendar.map(|calendar| calendar.saved.name.clone()),
        is_quarantined: caller.house.quarantine.is_on(),
    })
}

/// Named by the command, so that asking twice makes one.
async fn create(
    caller: Allowed<DesignBoard>,
    board: web::Path<BoardId>,
    body: Body<PushPlan>,
) -> Result<web::Json<Shown>, Refused> {
    let push = caller.fresh(PushId::from_u128);
    caller.submit(Ask::Push(PushAsk::Save { push, board: *board, rev: 0, plan: body.0 })).await?;
    shown(&caller, (*board, push))
}

async fn save(
    caller: Allowed<DesignBoard>,
    path: web::Path<(BoardId, PushId)>,
    body: Body<PushPlan>,
) -> Result<web::Json<Shown>, Refused> {
    let (board, push) = *path;
    let rev = caller.expected_rev()?;
    known(&caller, *path)?;
    caller.submit(Ask::Push(PushAsk::Save { push, board, rev, plan: body.0 })).await?;
    shown(&caller, *path)
}

async fn remove(caller: Allowed<DesignBoard>, path: web::Path<(BoardId, PushId)>) -> Result<HttpResponse, Refused> {
    let (board, push) = *path;
    caller.submit(Ask::Push(PushAsk::Delete { push, board })).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Told as soon as the other side said a word, or after a while without one.
async fn send(caller: Allowed<DesignBoard>, path: web::Path<(BoardId, PushId)>) -> Result<web::Json<Shown>, Refused> {
    let push = known(&caller, *path)?;
    let (house, counted) = (caller.house.clone(), push.clone());
    let words = web::block(move || house.words_of(&counted)).await.map_err(|_| Refused::new(Code::Stopping))?;
    let ask = PushAsk::Go { push: push.id, rev: push.rev, due: PushDue::Now, words };
    let committed = caller.submit(Ask::Push(ask)).await?;
    let last_call = Instant::now() + Duration::from_millis(PUSH_WORD_MS_MAX);
    for message in &committed.outgoing {
        let is_silent = |outgoing: &Outgoing| {
            let is_untried = matches!(outgoing.state, OutgoingState::Waiting { last_error: None, .. });
            outgoing.id == message.id && is_untried
        };
        while caller.house.outbox.unarrived(is_silent).is_some() && Instant::now() < last_call {
            sleep(LOOK).await;
        }
    }
    shown(&caller, *path)
}

const LOOK: Duration = Duration::from_millis(50);

fn known(caller: &Allowed<DesignBoard>, (board, push): (BoardId, PushId)) -> Result<Push, Refused> {
    let catalog = caller.house.catalog();
    let push = catalog.pushes.get(&push).filter(|push| push.board == board);
    Ok(push.map(|push| Push::clone(push)).ok_or(Refusal::NotFound)?)
}

fn shown(caller: &Allowed<DesignBoard>, path: (BoardId, PushId)) -> Result<web::Json<Shown>, Refused> {
    let push = known(caller, path)?;
    Ok(web::Json(Shown::of(&caller.house.catalog(), &caller.house.outbox, &push)))
}
