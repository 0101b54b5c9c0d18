//! What roles may do with one app: all its grants at once, whatever role they belong to. Refuses the whole list when one of them
//! does not hold, and says which by its place in the list.

use std::collections::BTreeSet;

use actix_web::web;
use serde::{Deserialize, Serialize};

use super::{Route, get, put};
use crate::catalog::Catalog;
use crate::http::body::Body;
use crate::http::caller::{Administer, Allowed, KnowGrants};
use crate::http::refusal::Refused;
use crate::model::command::{Ask, PartyAsk};
use crate::model::fingerprint::fingerprint;
use crate::model::form::FieldMatrix;
use crate::model::id::{AppId, FormId, RoleId};
use crate::model::party::{Action, Grant, Role, Scope};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

pub fn routes() -> Vec<Route> {
    vec![get("/apps/{app}/grants", list), put("/apps/{app}/grants", replace)]
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AppGrant {
    role: RoleId,
    /// Absent: every form of the app.
    #[serde(default)]
    form: Option<FormId>,
    actions: BTreeSet<Action>,
    scope: Scope,
    /// Only on one form: what it hides or only lets be read.
    #[serde(default, skip_serializing_if = "FieldMatrix::is_empty")]
    fields: FieldMatrix,
}

/// All grants on an app, with the revision that replacing them may name in `If-Match`.
#[derive(Serialize)]
struct AppGrants {
    grants: Vec<AppGrant>,
    rev: u64,
}

impl AppGrants {
    fn now(catalog: &Catalog, app: AppId) -> Self {
        let grants = of_app(catalog, app);
        Self { rev: fingerprint(&grants), grants }
    }
}

async fn list(caller: Allowed<KnowGrants>, app: web::Path<AppId>) -> web::Json<AppGrants> {
    web::Json(AppGrants::now(&caller.house.catalog(), *app))
}

/// By role, then as they stand there.
fn of_app(catalog: &Catalog, app: AppId) -> Vec<AppGrant> {
    let wire = |role: RoleId, grant: &Grant| {
        let Grant { form, actions, scope, fields, .. } = grant.clone();
        AppGrant { role, form, actions, scope, fields }
    };
    let of_role = |role: &Role| {
        let here = role.grants.iter().filter(|grant| grant.app == app);
        here.map(|grant| wire(role.id, grant)).collect::<Vec<_>>()
    };
    catalog.directory.roles.values().flat_map(|role| of_role(role)).collect()
}

async fn replace(
    caller: Allowed<Administer>,
    app: web::Path<AppId>,
    body: Body<Vec<AppGrant>>,
) -> Result<web::Json<AppGrants>, Refused> {
    let catalog = caller.house.catalog();
    if !catalog.apps.contains_key(&*app) {
        return Err(Refusal::NotFound.into());
    }
    let now = AppGrants::now(&catalog, *app).rev;
    if caller.rev.is_some_and(|seen| seen != now) {
        return Err(Refusal::StaleRevision { now }.into());
    }
    let sent = body.0;
    let unknown = (0..).zip(&sent).filter(|(_, grant)| !catalog.directory.roles.contains_key(&grant.role));
    let unknown: Vec<Problem> = unknown
        .map(|(at, _): (usize, _)| Problem::error(format!("grants.{at}.role"), ProblemCode::UnknownRole))
        .collect();
    if !unknown.is_empty() {
        return Err(Refusal::Invalid(unknown).into());
    }
    let changes = changes(&catalog, *app, &sent);
    if !changes.is_empty() {
        let asks = changes.iter().map(Change::ask).collect();
        caller.submit(Ask::Batch(asks)).await.map_err(|refused| placed(refused, &changes))?;
    }
    Ok(web::Json(AppGrants::now(&caller.house.catalog(), *app)))
}

/// A role as it is to be.
struct Change {
    role: Role,
    /// Per grant of the role, its place in the list that was sent; those of other apps have none.
    places: Vec<Option<usize>>,
    /// Of the role as it was.
    rev: u64,
}

impl Change {
    /// What others change of the role in the same moment is not lost.
    fn ask(&self) -> Ask {
        Ask::Party(PartyAsk::AsSeen { rev: self.rev, ask: Box::new(PartyAsk::SaveRole(self.role.clone())) })
    }
}

fn changes(catalog: &Catalog, app: AppId, sent: &[AppGrant]) -> Vec<Change> {
    let change = |before: &Role| {
        let kept = before.grants.iter().filter(|grant| grant.app != app).map(|grant| (grant.clone(), None));
        let new = sent.iter().enumerate().filter(|(_, grant)| grant.role == before.id).map(|(at, grant)| {
            let AppGrant { form, actions, scope, fields, .. } = grant.clone();
            (Grant { app, form, actions, scope, fields }, Some(at))
        });
        let (grants, places) = kept.chain(new).unzip();
        Change { role: Role { grants, ..before.clone() }, places, rev: fingerprint(before) }
    };
    let roles = catalog.directory.roles.values();
    roles
        .map(|role| (role, change(role)))
        .filter(|(before, after)| before.grants != after.role.grants)
        .map(|(_, c)| c)
        .collect()
}

/// The batch judged `asks.1.grants.4.scope`; the sender knows it as `grants.2.scope`.
fn placed(refused: Refused, changes: &[Change]) -> Refused {
    let renamed = |problem: Problem| {
        let place = sent_place(&problem.place, changes).unwrap_or_else(|| "grants".to_owned());
        Problem { place, ..problem }
    };
    Refused { problems: refused.problems.into_iter().map(renamed).collect(), ..refused }
}

fn sent_place(place: &str, changes: &[Change]) -> Option<String> {
    let (ask, rest) = place.strip_prefix("asks.")?.split_once('.')?;
    let rest = rest.strip_prefix("grants.")?;
    let (grant, below) = rest.split_once('.').map_or((rest, None), |(grant, below)| (grant, Some(below)));
    let at = changes.get(ask.parse::<usize>().ok()?)?.places.get(grant.parse::<usize>().ok()?).copied()??;
    Some(below.map_or_else(|| format!("grants.{at}"), |below| format!("grants.{at}.{below}")))
}
