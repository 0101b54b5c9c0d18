//! Every node can be reached from the start, and an end from every node.

use super::graph::{At, Graph};
use crate::flow::node::{self, Ports};
use crate::model::problem::{Problem, ProblemCode};

pub fn check(graph: &Graph, start: At) -> Vec<Problem> {
    let reached = forward(graph, start);
    let mut problems: Vec<_> = (0..reached.len())
        .filter(|at| !reached[*at])
        .map(|at| graph.at_node(at, ProblemCode::FlowUnreachable))
        .collect();
    if !(0..reached.len()).any(|at| reached[at] && graph.is_end(at)) {
        problems.push(Problem::error("nodes", ProblemCode::FlowNoEnd));
        return problems;
    }
    let leads_out = backward(graph);
    let stuck = (0..reached.len()).filter(|at| reached[*at] && !leads_out[*at]);
    problems.extend(stuck.map(|at| graph.at_node(at, ProblemCode::FlowDeadEnd)));
    problems
}

fn forward(graph: &Graph, start: At) -> Vec<bool> {
    let mut reached = vec![false; graph.flow.nodes.len()];
    let mut next = vec![start];
    while let Some(at) = next.pop() {
        if !std::mem::replace(&mut reached[at], true) {
            next.extend(graph.targets(at));
        }
    }
    reached
}

/// Which nodes have a way to an end, or to a node whose missing exit is said already.
fn backward(graph: &Graph) -> Vec<bool> {
    let is_open = |at: At| match node::behaviour(&graph.node(at).step).ports() {
        Ports::Named { needed, .. } => graph.exits(at).len() < needed.len(),
        Ports::Many => graph.exits(at).is_empty(),
        Ports::None => true,
    };
    let mut leads: Vec<bool> = (0..graph.flow.nodes.len()).map(is_open).collect();
    loop {
        let more: Vec<_> =
            (0..leads.len()).filter(|at| !leads[*at] && graph.targets(*at).any(|to| leads[to])).collect();
        if more.is_empty() {
            return leads;
        }
        for at in more {
            leads[at] = true;
        }
    }
}
