//! Taking an order over to the newest version of its flow, with the form that new orders begin with. For whoever designs the form,
//! whether or not they may read the order: nothing of what it says is looked at or told.

use std::collections::BTreeMap;

use super::Desk;
use crate::access::{self, Wish};
use crate::catalog::flow::CompiledFlow;
use crate::flow::migrate::judge::judge;
use crate::flow::migrate::{self, Crossing};
use crate::flow::run::Run;
use crate::model::id::NodeId;
use crate::model::party::Action;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

pub fn decide<'a>(desk: Desk<'a>, to: u32, nodes: &BTreeMap<NodeId, NodeId>) -> Result<Run<'a>, Refusal> {
    let order = desk.facts.order.filter(|order| order.submitted_at.is_some()).ok_or(Refusal::NotFound)?;
    access::can(desk.facts.catalog, desk.user, Wish::Form(order.form, Action::Design)).or_refuse()?;
    let mut run = super::running(super::open(desk.facts, Some(desk.user))?)?;
    let history = desk.facts.catalog.form(order.form).ok_or(Refusal::NotFound)?;
    let (Some(form), Some(flow)) = (history.current(), history.current_flow()) else {
        return Err(Refusal::NotPublished);
    };
    if flow.version != to {
        return Err(Refusal::StaleRevision { now: flow.version.into() });
    }
    known(flow, nodes)?;
    if run.order.flow_version != to {
        let crossing = Crossing { from: run.world.flow, to: flow, form, chosen: nodes };
        let names = judge(&crossing, &run.order, &run.record).map_err(Refusal::MigrationBlocked)?;
        migrate::migrate(&mut run, (flow, form), names);
    }
    Ok(run)
}

/// # Errors
/// - `Invalid`: a step that orders are to be taken to is not there.
pub fn known(flow: &CompiledFlow, nodes: &BTreeMap<NodeId, NodeId>) -> Result<(), Refusal> {
    let unknown = nodes.iter().filter(|(_, there)| flow.find(there).is_none());
    let problem = |(here, there): (&NodeId, &NodeId)| {
        Problem::error(format!("nodes.{here}"), ProblemCode::FlowUnknownNode).with("node", there)
    };
    let problems: Vec<_> = unknown.map(problem).collect();
    if problems.is_empty() { Ok(()) } else { Err(Refusal::Invalid(problems)) }
}
