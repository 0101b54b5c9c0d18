//! People from a file: tried first, then taken over, as a whole or in portions. Each portion is one commit and holds by itself; the same
//! file sent again does what is left, so an import that stopped anywhere goes on from there.

use actix_web::web;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{Route, post};
use crate::crypt::chance;
use crate::decide::party::import::{self, Import, RowProblem};
use crate::http::body::Whole;
use crate::http::caller::{Administer, Allowed};
use crate::http::code::Code;
use crate::http::refusal::Refused;
use crate::http::sheet;
use crate::model::command::{Actor, Ask, Command, PartyAsk};
use crate::model::id::CommandId;
use crate::model::limit::{BATCH_ASKS_MAX, IMPORT_BYTES_MAX};
use crate::model::problem::{Problem, ProblemCode};
use crate::query::reading;

pub fn routes() -> Vec<Route> {
    vec![post("/directory/import", import)]
}

#[derive(Deserialize)]
struct How {
    /// Anything but `0`: nothing is changed.
    #[serde(default)]
    dry: Option<String>,
    /// So many changes of it; absent: all.
    changes: Option<usize>,
}

#[derive(Serialize)]
struct Report {
    rows: usize,
    users_new: usize,
    users_changed: usize,
    users_same: usize,
    departments_new: usize,
    teams_new: usize,
    /// Changes that are still to be made.
    left: usize,
    problems: Vec<ShownProblem>,
}

#[derive(Serialize)]
struct ShownProblem {
    row: usize,
    column: String,
    code: ProblemCode,
    data: BTreeMap<String, String>,
}

impl Report {
    fn of(import: &Import) -> Self {
        let shown = |found: &RowProblem| ShownProblem {
            row: found.row,
            column: found.column.clone(),
            code: found.problem.code,
            data: found.problem.data.iter().cloned().collect(),
        };
        Self {
            rows: import.rows,
            users_new: import.users_new,
            users_changed: import.users_changed,
            users_same: import.users_same,
            departments_new: import.departments_new,
            teams_new: import.teams_new,
            left: import.asks.len(),
            problems: import.problems.iter().map(shown).collect(),
        }
    }
}

async fn import(
    caller: Allowed<Administer>,
    how: web::Query<How>,
    file: Whole<IMPORT_BYTES_MAX>,
) -> Result<web::Json<Report>, Refused> {
    let import = plan(&caller, file.0).await?;
    let mut report = Report::of(&import);
    if how.dry.as_deref().is_some_and(|dry| dry != "0") {
        return Ok(web::Json(report));
    }
    if !import.problems.is_empty() {
        let placed = |found: RowProblem| Problem { place: format!("{}.{}", found.row, found.column), ..found.problem };
        let problems = import.problems.into_iter().map(placed).collect();
        return Err(Refused { problems, ..Refused::new(Code::Invalid) });
    }
    let mut asks = import.asks;
    asks.truncate(how.changes.unwrap_or(usize::MAX));
    report.left -= asks.len();
    apply(&caller, asks).await?;
    Ok(web::Json(report))
}

/// Reading a large table takes a moment, and holds up nobody else.
async fn plan(caller: &Allowed<Administer>, bytes: Vec<u8>) -> Result<Import, Refused> {
    let (house, actor) = (caller.house.clone(), Actor::User(caller.who.user));
    let planned = web::block(move || {
        let table = sheet::read(&bytes)?;
        let (catalog, now) = (house.catalog(), house.now());
        // Not derived from the command: a second try after a broken one is another plan.
        let mut fresh = || chance::uuid_v7(now);
        Ok::<_, Refused>(import::import(&reading::facts(now, &catalog, None), actor, &table, &mut fresh))
    });
    planned.await.map_err(|_| Refused::new(Code::Stopping))?
}

/// The plan was judged as a whole, so a batch is refused only when somebody changed the directory meanwhile.
async fn apply(caller: &Allowed<Administer>, mut asks: Vec<PartyAsk>) -> Result<(), Refused> {
    while !asks.is_empty() {
        let rest = asks.split_off(asks.len().min(BATCH_ASKS_MAX));
        let batch = std::mem::replace(&mut asks, rest);
        let ask = Ask::Batch(batch.into_iter().map(Ask::Party).collect());
        let id = CommandId::from_u128(chance::uuid_v7(caller.house.now()));
        caller.house.submit(Command { id, actor: Actor::User(caller.who.user), ask }).await?;
    }
    Ok(())
}
