//! Backups: which there are, when they are made, one more now, and whether they restore. They are read back on the machine itself,
//! never over the web. What takes long is asked for here and told by the list.

use actix_web::web;
use serde::Serialize;

use super::{Route, delete, get, post, put};
use crate::http::body::Body;
use crate::http::caller::{Administer, Allowed};
use crate::http::code::Code;
use crate::http::refusal::Refused;
use crate::model::backup::BackupPlan;
use crate::model::command::{Ask, WorkspaceAsk};
use crate::model::time::Timestamp;
use crate::schedule::due;
use crate::store::runs::{Run, Runs, Work};
use crate::store::shelf::Kept;

pub fn routes() -> Vec<Route> {
    vec![
        get("/backups", list),
        post("/backups", back_up),
        put("/backups/plan", save_plan),
        post("/backups/rehearsals", rehearse),
        delete("/backups/job", cancel),
    ]
}

#[derive(Serialize)]
struct Page {
    /// Where they are.
    target: String,
    plan: BackupPlan,
    next_backup: Option<Timestamp>,
    next_rehearsal: Option<Timestamp>,
    job: Option<Job>,
    /// The last of each, however it went.
    last_backup: Option<Run>,
    last_rehearsal: Option<Run>,
    /// Newest first.
    backups: Vec<Backup>,
    /// Why they cannot be listed; absent: they can.
    trouble: Option<String>,
}

/// What is going on, or begins in a moment.
#[derive(Serialize)]
struct Job {
    work: Work,
    began: Timestamp,
    /// Bytes; 0 of 0 as long as nobody knows.
    done: u64,
    of: u64,
}

#[derive(Serialize)]
struct Backup {
    name: String,
    at: Timestamp,
    /// Absent: it cannot be read.
    bytes: Option<u64>,
    files: Option<u64>,
    /// Whether it restored when it was last tried; absent: never tried.
    rehearsal: Option<Run>,
}

impl Backup {
    fn of(kept: Kept, runs: &Runs) -> Self {
        let Kept { name, at, summary } = kept;
        let (bytes, files) = (summary.map(|summary| summary.bytes), summary.map(|summary| summary.files));
        Self { rehearsal: runs.rehearsal_of(&name).cloned(), name, at, bytes, files }
    }
}

async fn list(caller: Allowed<Administer>) -> Result<web::Json<Page>, Refused> {
    let house = caller.house;
    let look = move || {
        let (catalog, runs, now) = (house.catalog(), house.backups.runs(), house.now());
        let running = house.backups.job().map(|job| Job {
            work: job.work,
            began: job.began,
            done: job.done.bytes,
            of: job.done.of,
        });
        let asked = house.backups.asked().map(|work| Job { work, began: now, done: 0, of: 0 });
        let (kept, trouble) = match house.backups.list(&house.store) {
            Ok(kept) => (kept, None),
            Err(error) => (Vec::new(), Some(error.to_string())),
        };
        Page {
            target: house.backups.target_name(),
            plan: catalog.backup,
            next_backup: due::next_backup(&catalog.backup, &runs, (now, &catalog.zone)),
            next_rehearsal: due::next_rehearsal(&catalog.backup, &runs),
            job: running.or(asked),
            last_backup: runs.last(Work::Backup).cloned(),
            last_rehearsal: runs.last(Work::Rehearsal).cloned(),
            backups: kept.into_iter().map(|kept| Backup::of(kept, &runs)).collect(),
            trouble,
        }
    };
    Ok(web::Json(web::block(look).await.map_err(|_| Refused::new(Code::Stopping))?))
}

async fn back_up(caller: Allowed<Administer>) -> web::Json<()> {
    caller.house.backups.ask(Work::Backup);
    web::Json(())
}

/// Restores the newest one into a scratch directory and compares.
async fn rehearse(caller: Allowed<Administer>) -> web::Json<()> {
    caller.house.backups.ask(Work::Rehearsal);
    web::Json(())
}

/// What is going on ends soon; nothing to end is as good.
async fn cancel(caller: Allowed<Administer>) -> web::Json<()> {
    caller.house.backups.cancel();
    web::Json(())
}

async fn save_plan(caller: Allowed<Administer>, body: Body<BackupPlan>) -> Result<web::Json<BackupPlan>, Refused> {
    caller.submit(Ask::Workspace(WorkspaceAsk::SaveBackupPlan(body.0))).await?;
    Ok(web::Json(body.0))
}
