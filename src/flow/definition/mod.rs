//! Whether a drawing is sound: said in full before it is published, naming the node or line to repair. What passes cannot
//! deadlock, cannot run two tokens into one step, and always has a way to an end. Places are `nodes.<id>` and `edges.<id>`.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::catalog::flow::{CompiledFlow, Rules};
use crate::catalog::form::CompiledForm;
use crate::form::definition;
use crate::model::definition::FlowVersion;
use crate::model::document::Document;
use crate::model::flow::{FlowDefinition, Step};
use crate::model::id::UserId;
use crate::model::limit::{FLOW_EDGES_MAX, FLOW_NODES_MAX, FLOW_NOTES_MAX, FLOW_PHASES_MAX};
use crate::model::problem::{Problem, ProblemCode, Severity};
use crate::model::time::Timestamp;

pub mod canvas;
pub mod condition;
pub mod cycle;
pub mod fence;
pub mod graph;
pub mod people;
pub mod place;
pub mod port;
pub mod reach;
pub mod region;
pub mod setting;

use graph::Graph;

/// Everything that is wrong, errors and warnings, in the order a person would repair it.
pub fn check(catalog: &Catalog, form: &CompiledForm, flow: &FlowDefinition) -> Vec<Problem> {
    let mut problems = size(flow);
    problems.extend(shape(flow));
    let is_walkable = !problems.iter().any(|problem| is_about_shape(problem.code));
    problems.extend(canvas::check(flow));
    for node in &flow.nodes {
        problems.extend(setting::check(catalog, form, node));
    }
    let rules = Rules::compile(flow, form).map_err(|wrong| problems.extend(wrong)).ok();
    if !is_walkable {
        return problems;
    }
    let graph = Graph::new(flow);
    problems.extend(port::check(&graph));
    problems.extend(condition::check(&graph, rules.as_ref()));
    let Some(start) = graph.start() else { return problems };
    problems.extend(reach::check(&graph, start));
    let regions = region::trace(&graph, start);
    problems.extend(regions.problems.iter().cloned());
    if !regions.problems.iter().any(|problem| problem.severity == Severity::Error) {
        problems.extend(cycle::check(&graph, &regions));
    }
    problems
}

/// A drawing as it would run if it were published now.
///
/// # Errors
/// - everything that keeps it from that.
pub fn compiled(catalog: &Catalog, form: &CompiledForm, flow: &FlowDefinition) -> Result<CompiledFlow, Vec<Problem>> {
    let problems = check(catalog, form, flow);
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(problems);
    }
    let version = FlowVersion {
        form: form.form,
        version: 0,
        form_version: form.version,
        definition: Document::new(flow.clone()),
        note: String::new(),
        at: Timestamp(0),
        by: UserId::from_u128(0),
    };
    CompiledFlow::compile(&version, form)
}

/// Without these the drawing cannot be walked.
const fn is_about_shape(code: ProblemCode) -> bool {
    matches!(code, ProblemCode::DuplicateId | ProblemCode::FlowUnknownNode | ProblemCode::TooMany)
}

/// More than a drawing may hold, half-done or not.
pub fn size(flow: &FlowDefinition) -> Vec<Problem> {
    let counts = [
        ("nodes", flow.nodes.len(), FLOW_NODES_MAX),
        ("edges", flow.edges.len(), FLOW_EDGES_MAX),
        ("notes", flow.notes.len(), FLOW_NOTES_MAX),
        ("phases", flow.phases.len(), FLOW_PHASES_MAX),
    ];
    counts.into_iter().filter_map(|(place, count, max)| definition::too_many(place, count, max)).collect()
}

fn shape(flow: &FlowDefinition) -> Vec<Problem> {
    let mut problems = Vec::new();
    let starts = flow.nodes.iter().filter(|node| matches!(node.step, Step::Start(_))).count();
    if starts != 1 {
        problems.push(Problem::error("nodes", ProblemCode::FlowStart).with("count", starts));
    }
    let mut ids = BTreeSet::new();
    for node in &flow.nodes {
        if !ids.insert(&node.id) {
            problems.push(Problem::error(format!("nodes.{}", node.id), ProblemCode::DuplicateId));
        }
        problems.extend(definition::name(&format!("nodes.{}.name", node.id), &node.name));
    }
    let mut edges = BTreeSet::new();
    for edge in &flow.edges {
        let place = format!("edges.{}", edge.id);
        if !edges.insert(&edge.id) {
            problems.push(Problem::error(&place, ProblemCode::DuplicateId));
        }
        let unknown = [&edge.from, &edge.to].into_iter().filter(|end| !ids.contains(end));
        problems.extend(unknown.map(|end| Problem::error(&place, ProblemCode::FlowUnknownNode).with("node", end)));
    }
    for node in &flow.nodes {
        if let Step::Parallel(parallel) = &node.step
            && let Some(join) = &parallel.join
            && !flow.nodes.iter().any(|other| other.id == *join && matches!(other.step, Step::Join(_)))
        {
            let place = format!("nodes.{}.join", node.id);
            problems.push(Problem::error(place, ProblemCode::FlowUnknownNode).with("node", join));
        }
    }
    problems
}
