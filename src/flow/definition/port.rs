//! Exits: each that a node has is drawn once, and nothing leaves by one it has not.

use super::graph::{At, Graph};
use crate::flow::node::{self, Ports};
use crate::model::flow::{Port, Step};
use crate::model::problem::{Problem, ProblemCode};

pub fn check(graph: &Graph) -> Vec<Problem> {
    graph.nodes().flat_map(|(at, _)| of_node(graph, at)).collect()
}

fn of_node(graph: &Graph, at: At) -> Vec<Problem> {
    let node = graph.node(at);
    match (node::behaviour(&node.step).ports(), &node.step) {
        (Ports::Named { needed, optional }, _) => named(graph, at, &needed, &optional),
        (Ports::Many, Step::Exclusive(_)) => {
            let mut problems = at_least(graph, at, 1);
            problems.extend(defaults(graph, at));
            problems
        }
        (Ports::Many, _) => at_least(graph, at, 2),
        (Ports::None, _) => named(graph, at, &[], &[]),
    }
}

fn named(graph: &Graph, at: At, needed: &[Port], optional: &[Port]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut drawn: Vec<&Port> = Vec::new();
    for edge in graph.exits(at) {
        let port = &graph.edge(*edge).port;
        if !needed.contains(port) && !optional.contains(port) {
            problems.push(graph.at_edge(*edge, ProblemCode::FlowPortUnknown).with("port", name(port)));
        } else if drawn.contains(&port) {
            problems.push(graph.at_edge(*edge, ProblemCode::FlowPortTwice).with("port", name(port)));
        }
        drawn.push(port);
    }
    let missing = needed.iter().filter(|port| !drawn.contains(port));
    problems.extend(missing.map(|port| graph.at_node(at, ProblemCode::FlowPortMissing).with("port", name(port))));
    problems
}

/// Of a gateway: that many edges, all through its one exit.
fn at_least(graph: &Graph, at: At, count: usize) -> Vec<Problem> {
    let odd = graph.exits(at).iter().filter(|edge| graph.edge(**edge).port != Port::Out);
    let mut problems: Vec<_> = odd
        .map(|edge| {
            let port = name(&graph.edge(*edge).port);
            graph.at_edge(*edge, ProblemCode::FlowPortUnknown).with("port", port)
        })
        .collect();
    if graph.exits(at).len() < count {
        problems.push(graph.at_node(at, ProblemCode::FlowPortMissing).with("port", name(&Port::Out)));
    }
    problems
}

/// Exactly one edge out of an exclusive node has no condition.
fn defaults(graph: &Graph, at: At) -> Vec<Problem> {
    let mut defaults = graph.exits(at).iter().filter(|edge| graph.edge(**edge).condition.is_none());
    if defaults.next().is_none() && !graph.exits(at).is_empty() {
        return vec![graph.at_node(at, ProblemCode::FlowNoDefault)];
    }
    defaults.map(|edge| graph.at_edge(*edge, ProblemCode::FlowTwoDefaults)).collect()
}

/// As it stands in the document; an outcome by its option.
fn name(port: &Port) -> &str {
    match port {
        Port::Out => "out",
        Port::Approved => "approved",
        Port::Rejected => "rejected",
        Port::Outcome(option) => option.as_str(),
    }
}
