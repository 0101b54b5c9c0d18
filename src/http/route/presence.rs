//! Who else has a form, a flow or a board open to draw it. A window says every so often that it is still there.

use actix_web::web;
use serde::{Deserialize, Serialize};

use super::{Route, post};
use crate::http::body::Body;
use crate::http::caller::{Allowed, Caller, DesignBoard, DesignForm, Permission};
use crate::http::refusal::Refused;
use crate::model::id::{BoardId, FormId, UserId, WindowId};
use crate::view::feed::WorkingCopy;

pub fn routes() -> Vec<Route> {
    vec![
        post("/forms/{form}/draft/presence", form),
        post("/forms/{form}/flow/draft/presence", flow),
        post("/boards/{board}/presence", board),
    ]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Here {
    window: WindowId,
    /// The window closes, or opens something else.
    #[serde(default)]
    leaves: bool,
}

#[derive(Serialize)]
struct Company {
    /// In the order they came; the caller, too, when another window of the same person has it open.
    others: Vec<UserId>,
}

type Told = Result<web::Json<Company>, Refused>;

async fn form(caller: Allowed<DesignForm>, form: web::Path<FormId>, body: Body<Here>) -> Told {
    Ok(here(&caller, WorkingCopy::Form(*form), &body.0))
}

async fn flow(caller: Allowed<DesignForm>, form: web::Path<FormId>, body: Body<Here>) -> Told {
    Ok(here(&caller, WorkingCopy::Flow(*form), &body.0))
}

async fn board(caller: Allowed<DesignBoard>, board: web::Path<BoardId>, body: Body<Here>) -> Told {
    Ok(here(&caller, WorkingCopy::Board(*board), &body.0))
}

fn here<P: Permission<Who = Caller>>(caller: &Allowed<P>, copy: WorkingCopy, here: &Here) -> web::Json<Company> {
    let house = &caller.house;
    let others = house.presence.hear(copy, (here.window, caller.who.user), here.leaves, house.now());
    web::Json(Company { others })
}
