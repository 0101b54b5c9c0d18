//! Every circle has a step where a person stops it. A join stops one too, unless enough of its branches run through by themselves.

use std::collections::BTreeSet;

use super::graph::{At, Graph};
use super::region::{Branch, Regions};
use crate::model::flow::Need;
use crate::model::problem::{Problem, ProblemCode};

pub fn check(graph: &Graph, regions: &Regions) -> Vec<Problem> {
    let free = steps_without_rest(graph, regions);
    let mut problems = Vec::new();
    let mut told = BTreeSet::new();
    for (at, _) in graph.nodes() {
        if told.contains(&at) {
            continue;
        }
        if let Some(circle) = circle(&free, at) {
            let names: Vec<_> = circle.iter().map(|at| graph.name(*at)).collect();
            problems.push(graph.at_node(at, ProblemCode::FlowLoopWithoutRest).with("path", names.join(",")));
            told.extend(circle);
        }
    }
    problems
}

/// Where a token can go at once, by node; nothing leads out of a node where it rests.
fn steps_without_rest(graph: &Graph, regions: &Regions) -> Vec<BTreeSet<At>> {
    let mut free: Vec<BTreeSet<At>> = vec![BTreeSet::new(); graph.flow.nodes.len()];
    for (at, _) in graph.nodes() {
        if !graph.rests(at) {
            // A join is entered only through its split, below.
            free[at].extend(graph.targets(at).filter(|to| graph.join(*to).is_none()));
        }
    }
    // Inner regions first, for an outer branch may run through them.
    let mut splits: Vec<_> = graph.nodes().filter_map(|(at, _)| Some((at, graph.split(at)??))).collect();
    splits.sort_by_key(|(split, _)| std::cmp::Reverse(regions.paths.get(split).map_or(0, Vec::len)));
    for (split, join) in splits {
        let branches = graph.exits(split);
        let through = branches.iter().filter(|edge| runs_through(graph, &free, **edge, join, regions)).count();
        let needed = match graph.join(join).map(|join| join.need) {
            Some(Need::Any) => 1,
            Some(Need::Count(count)) => usize::from(count),
            Some(Need::All) | None => branches.len(),
        };
        if through >= needed {
            free[split].insert(join);
        }
    }
    free
}

/// Whether the branch can reach its join, or an end, without anybody doing anything.
fn runs_through(graph: &Graph, free: &[BTreeSet<At>], edge: At, join: At, regions: &Regions) -> bool {
    let first = graph.target(edge);
    if first == join || graph.is_end(first) {
        return true;
    }
    let branch = Branch { split: graph.at(&graph.edge(edge).from), edge };
    let is_inside = |at: &At| regions.paths.get(at).is_some_and(|path| path.contains(&branch));
    let reached = closure(free, first);
    let mut leaving = reached.iter().chain([&first]).filter(|at| !graph.rests(**at));
    leaving.any(|at| graph.is_end(*at) || (is_inside(at) && graph.targets(*at).any(|to| to == join)))
}

/// What can be reached from a node in one step or more.
fn closure(free: &[BTreeSet<At>], from: At) -> BTreeSet<At> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<_> = free[from].iter().copied().collect();
    while let Some(at) = next.pop() {
        if reached.insert(at) {
            next.extend(&free[at]);
        }
    }
    reached
}

/// The shortest way from a node back to itself.
fn circle(free: &[BTreeSet<At>], from: At) -> Option<Vec<At>> {
    if !closure(free, from).contains(&from) {
        return None;
    }
    let mut ways = vec![vec![from]];
    let mut seen = BTreeSet::new();
    loop {
        let mut longer = Vec::new();
        for way in ways {
            for to in &free[*way.last().expect("a way starts somewhere")] {
                if *to == from {
                    return Some(way);
                }
                if seen.insert(*to) {
                    longer.push(way.iter().copied().chain([*to]).collect());
                }
            }
        }
        ways = longer;
    }
}
