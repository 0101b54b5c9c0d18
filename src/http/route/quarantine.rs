//! The quarantine of a restored workspace: everybody may know of it, an administrator lifts it.

use actix_web::web;
use serde::Serialize;

use super::{Route, delete, get};
use crate::http::caller::{Administer, Allowed, SignedIn};
use crate::http::code::Code;
use crate::http::refusal::Refused;
use crate::model::command::{Ask, WorkspaceAsk};
use crate::model::refusal::Refusal;

pub fn routes() -> Vec<Route> {
    vec![get("/quarantine", show), delete("/quarantine", lift)]
}

#[derive(Serialize)]
struct Quarantine {
    is_on: bool,
}

async fn show(caller: Allowed<SignedIn>) -> web::Json<Quarantine> {
    web::Json(Quarantine { is_on: caller.house.quarantine.is_on() })
}

/// Reminders, messages and scheduled work begin when it answers. The log has it first: who did it is never lost.
async fn lift(caller: Allowed<Administer>) -> Result<web::Json<Quarantine>, Refused> {
    if !caller.house.quarantine.is_on() {
        return Err(Refusal::NotFound.into());
    }
    caller.submit(Ask::Workspace(WorkspaceAsk::LiftQuarantine)).await?;
    let house = caller.house.clone();
    let confirm = move || house.store.confirm_restored();
    web::block(confirm).await.map_err(|_| Refused::new(Code::Stopping))??;
    caller.house.quarantine.lift();
    Ok(web::Json(Quarantine { is_on: false }))
}
