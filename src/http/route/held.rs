//! Decisions that wait for a moment before they go, because whoever sent them asked for it with `?hold=true`; and the ways to take them
//! back meanwhile, or to let them go at once.

use actix_web::web;
use futures_util::future::join_all;
use serde::{Deserialize, Serialize};

use super::{Route, post};
use crate::http::body::Body;
use crate::http::caller::{Allowed, SignedIn, derived};
use crate::http::code::Code;
use crate::http::each::Ended;
use crate::http::refusal::Refused;
use crate::model::command::{Actor, Ask, Command, HeldAsk, OrderVerb, Verdict};
use crate::model::committed::Committed;
use crate::model::event::Event;
use crate::model::held::{Obstacle, Release};
use crate::model::id::{CommandId, RecordId};
use crate::model::limit::PAGE_ROWS_MAX;
use crate::model::problem::ProblemCode;

pub fn routes() -> Vec<Route> {
    vec![post("/held/take-back", take_back), post("/held/send", send)]
}

/// What every decision may say in its address.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    #[serde(default)]
    hold: bool,
}

impl Holding {
    pub const fn ask(&self, order: RecordId, rev: Option<u64>, verdict: Verdict) -> Ask {
        if self.hold {
            Ask::Held(HeldAsk::Hold { order, rev, verdict })
        } else {
            Ask::Order { order, rev, verb: OrderVerb::Decide(verdict) }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chosen {
    /// Of the commands that decided.
    ids: Vec<CommandId>,
}

#[derive(Serialize)]
struct Told {
    id: CommandId,
    #[serde(flatten)]
    ended: Ended,
}

type Answer = Result<web::Json<Vec<Told>>, Refused>;

async fn take_back(caller: Allowed<SignedIn>, body: Body<Chosen>) -> Answer {
    each(caller, body.0.ids, |id| (HeldAsk::TakeBack { id }, 0)).await
}

async fn send(caller: Allowed<SignedIn>, body: Body<Chosen>) -> Answer {
    each(caller, body.0.ids, |id| (HeldAsk::Send { id }, 1)).await
}

/// Each for itself. A command's id follows from the decision's, so that it is done once, whatever window asks.
async fn each(caller: Allowed<SignedIn>, ids: Vec<CommandId>, ask: fn(CommandId) -> (HeldAsk, u32)) -> Answer {
    if ids.len() > PAGE_ROWS_MAX {
        return Err(Refused::invalid("ids", ProblemCode::TooMany));
    }
    let language = caller.language();
    let asked = ids.into_iter().map(async |id| {
        let (ask, place) = ask(id);
        let actor = Actor::User(caller.who.user);
        let command = Command { id: CommandId::from_u128(derived(id, place)), actor, ask: Ask::Held(ask) };
        let code = match caller.house.submit(command).await {
            Ok(committed) => in_vain(&committed),
            Err(rejected) => Some(Refused::from(rejected).code),
        };
        Told { id, ended: Ended::of(code, language) }
    });
    Ok(web::Json(join_all(asked).await))
}

/// Why a decision that went could not be carried out; its owner finds it among the notices too.
fn in_vain(committed: &Committed) -> Option<Code> {
    committed.events.iter().find_map(|event| match event {
        Event::DecisionReleased { how: Release::Refused(why), .. } => Some(match why {
            Obstacle::TaskClosed => Code::TaskClosed,
            Obstacle::OrderEnded => Code::OrderEnded,
            Obstacle::NotYours => Code::NotYours,
            Obstacle::NotReturnable => Code::NotReturnable,
            Obstacle::Successor => Code::UserInactive,
            Obstacle::Invalid => Code::Invalid,
            Obstacle::NotAllowed => Code::NotAllowed,
        }),
        _ => None,
    })
}
