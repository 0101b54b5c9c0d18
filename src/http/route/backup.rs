//! Backups: which there are, and one more now. They are read back on the machine itself, never over the web.

use actix_web::web;
use serde::Serialize;

use super::{Route, get, post};
use crate::http::caller::{Administer, Allowed};
use crate::http::code::Code;
use crate::http::refusal::Refused;
use crate::model::time::Timestamp;
use crate::store::shelf::Kept;

pub fn routes() -> Vec<Route> {
    vec![get("/backups", list), post("/backups", create)]
}

#[derive(Serialize)]
struct Backup {
    name: String,
    at: Timestamp,
    bytes: u64,
}

impl Backup {
    fn of(kept: Kept) -> Self {
        let Kept { name, at, summary } = kept;
        Self { name, at, bytes: summary.map_or(0, |summary| summary.bytes) }
    }
}

async fn list(caller: Allowed<Administer>) -> Result<web::Json<Vec<Backup>>, Refused> {
    let house = caller.house;
    let kept =
        web::block(move || house.backups.list(&house.store)).await.map_err(|_| Refused::new(Code::Stopping))??;
    Ok(web::Json(kept.into_iter().map(Backup::of).collect()))
}

/// Answers when it is on the disk.
async fn create(caller: Allowed<Administer>) -> Result<web::Json<Backup>, Refused> {
    let house = caller.house;
    let write = move || house.backups.back_up(&house.store, &|| house.now()).transpose();
    let run = web::block(write).await.map_err(|_| Refused::new(Code::Stopping))??;
    let busy = || Refused { retry_after: Some(10), ..Refused::new(Code::Busy) };
    let run = run.ok_or_else(busy)?;
    Ok(web::Json(Backup { name: run.name, at: run.at, bytes: run.bytes }))
}
