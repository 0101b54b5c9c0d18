//! Orders under way and the newest version of their flow: who could go on by it, and taking them over.

use std::collections::BTreeMap;

use actix_web::web;
use serde::{Deserialize, Serialize};

use super::{Route, post};
use crate::http::body::Body;
use crate::http::caller::{Allowed, DesignForm};
use crate::http::refusal::{Refused, WireProblem};
use crate::model::command::{Ask, OrderVerb};
use crate::model::flow::FlowDefinition;
use crate::model::id::{FormId, NodeId, RecordId};
use crate::model::limit::{FLOW_NODES_MAX, PAGE_ROWS_MAX};
use crate::model::problem::{Problem, ProblemCode};
use crate::query::migration::{self, Found, Rehearsal};

pub fn routes() -> Vec<Route> {
    vec![post("/forms/{form}/flow/rehearse", rehearse), post("/forms/{form}/flow/migrate", migrate)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    /// Absent: the newest version.
    #[serde(default)]
    definition: Option<FlowDefinition>,
    #[serde(default)]
    nodes: BTreeMap<NodeId, NodeId>,
}

#[derive(Serialize)]
struct Foreseen {
    to: u32,
    movable: Vec<Found>,
    staying: Vec<Stays>,
    staying_count: usize,
    left_off: usize,
}

#[derive(Serialize)]
struct Stays {
    #[serde(flatten)]
    found: Found,
    problems: Vec<WireProblem>,
}

async fn rehearse(
    caller: Allowed<DesignForm>,
    form: web::Path<FormId>,
    body: Body<Plan>,
) -> Result<web::Json<Foreseen>, Refused> {
    let Plan { definition, nodes } = body.0;
    bounded(&nodes)?;
    let rehearsal = caller.read(move |reader| migration::rehearse(reader, *form, definition.as_ref(), &nodes)).await?;
    let Rehearsal { to, movable, staying, staying_count, left_off } = rehearsal;
    let stays = |(found, problems): (Found, Vec<Problem>)| Stays { found, problems: WireProblem::all(&problems) };
    let staying = staying.into_iter().map(stays).collect();
    Ok(web::Json(Foreseen { to, movable, staying, staying_count, left_off }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    /// The newest version, as it was seen.
    to: u32,
    orders: Vec<RecordId>,
    #[serde(default)]
    nodes: BTreeMap<NodeId, NodeId>,
}

#[derive(Serialize)]
struct Became {
    order: RecordId,
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<WireProblem>,
}

/// Each for itself: what can go on by the newest version does, and of the rest it is said why not.
async fn migrate(
    caller: Allowed<DesignForm>,
    _: web::Path<FormId>,
    body: Body<Move>,
) -> Result<web::Json<Vec<Became>>, Refused> {
    let Move { to, orders, nodes } = body.0;
    bounded(&nodes)?;
    if orders.len() > PAGE_ROWS_MAX {
        return Err(Refused::invalid("orders", ProblemCode::TooMany));
    }
    let ask = |order: &RecordId| Ask::Order {
        order: *order,
        rev: None,
        verb: OrderVerb::Migrate { to, nodes: nodes.clone() },
    };
    let done = caller.submit_each(orders.iter().map(ask)).await;
    let became = orders.iter().zip(done).map(|(order, done)| {
        let refused = done.err();
        let code = refused.as_ref().map(|refused| refused.code.name());
        let problems = refused.map(|refused| WireProblem::all(&refused.problems)).unwrap_or_default();
        Became { order: *order, ok: code.is_none(), code, problems }
    });
    Ok(web::Json(became.collect()))
}

fn bounded(nodes: &BTreeMap<NodeId, NodeId>) -> Result<(), Refused> {
    if nodes.len() > FLOW_NODES_MAX { Err(Refused::invalid("nodes", ProblemCode::TooMany)) } else { Ok(()) }
}
