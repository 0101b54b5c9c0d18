//! Parallel regions: every node lies in one branch of each split around it, whichever way a token comes. Then a token can only
//! ever reach the join of its own split, which is all a join needs to know (`flow.md`, D4).
//!
//! The walk gives each node a path of branches, from the outermost split inwards. A line that would give a node a second,
//! different path is the one to repair. An end takes tokens from anywhere: it only consumes them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::fence::Fence;
use super::graph::{At, Graph};
use crate::model::flow::{Need, OnReject, Step};
use crate::model::problem::{Problem, ProblemCode};

/// One branch of a split, by the split and the edge it starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Branch {
    pub split: At,
    pub edge: At,
}

pub struct Regions {
    /// Of reached nodes; ends have none.
    pub paths: BTreeMap<At, Vec<Branch>>,
    fences: Vec<Fence>,
    /// Branches that can reach their join.
    arriving: BTreeSet<Branch>,
    pub problems: Vec<Problem>,
}

pub fn trace(graph: &Graph, start: At) -> Regions {
    let fences = Fence::all(graph, start);
    let paths = BTreeMap::from([(start, Vec::new())]);
    let mut regions = Regions { paths, fences, arriving: BTreeSet::new(), problems: Vec::new() };
    let mut next = VecDeque::from([start]);
    while let Some(at) = next.pop_front() {
        for edge in graph.exits(at) {
            let mut path = regions.paths[&at].clone();
            if graph.split(at).is_some() {
                path.push(Branch { split: at, edge: *edge });
            }
            if let Some(found) = regions.follow(graph, *edge, path) {
                next.push_back(found);
            }
        }
    }
    regions.pairing(graph);
    regions.branches(graph);
    regions
}

impl Regions {
    /// Where the edge leads when it leads there first.
    fn follow(&mut self, graph: &Graph, edge: At, mut path: Vec<Branch>) -> Option<At> {
        let to = graph.target(edge);
        if graph.is_end(to) {
            return None;
        }
        if graph.join(to).is_some() {
            path = self.arrive(graph, edge, path)?;
        } else if let Some(problem) = self.misplaced(graph, edge, &path) {
            self.problems.push(problem);
            return None;
        }
        match self.paths.get(&to) {
            None => {
                self.paths.insert(to, path);
                Some(to)
            }
            Some(known) if *known == path => None,
            Some(known) => {
                let problem = clash(graph, edge, &path, known);
                self.problems.push(problem);
                None
            }
        }
    }

    /// A line that leaves the region it starts in, or enters one.
    fn misplaced(&self, graph: &Graph, edge: At, path: &[Branch]) -> Option<Problem> {
        let to = graph.target(edge);
        let (around, others): (Vec<_>, Vec<_>) =
            self.fences.iter().partition(|fence| path.iter().any(|branch| branch.split == fence.split));
        let left = around.into_iter().find(|fence| fence.excludes(to));
        let entered = others.into_iter().find(|fence| fence.holds(to));
        let (code, fence) = match (left, entered) {
            (Some(fence), _) => (ProblemCode::FlowOutOfRegion, fence),
            (None, Some(fence)) => (ProblemCode::FlowIntoRegion, fence),
            (None, None) => return None,
        };
        Some(graph.at_edge(edge, code).with("split", graph.name(fence.split)))
    }

    /// The path beyond the join, if this is its way in.
    fn arrive(&mut self, graph: &Graph, edge: At, mut path: Vec<Branch>) -> Option<Vec<Branch>> {
        let join = graph.target(edge);
        let Some(branch) = path.pop() else {
            self.problems.push(graph.at_edge(edge, ProblemCode::FlowWrongJoin));
            return None;
        };
        match graph.split(branch.split).flatten() {
            Some(paired) if paired == join => {
                self.arriving.insert(branch);
                Some(path)
            }
            Some(_) => {
                let problem = graph.at_edge(edge, ProblemCode::FlowWrongJoin);
                self.problems.push(problem.with("split", graph.name(branch.split)));
                None
            }
            None => {
                let problem = graph.at_node(branch.split, ProblemCode::FlowSplitUnpaired);
                let problem = problem.with("join", graph.name(join));
                if !self.problems.contains(&problem) {
                    self.problems.push(problem);
                }
                None
            }
        }
    }

    /// Every join belongs to one split, and does not wait for more branches than there are.
    fn pairing(&mut self, graph: &Graph) {
        for (at, node) in graph.nodes() {
            let Step::Join(join) = &node.step else { continue };
            let splits: Vec<_> =
                graph.nodes().map(|(split, _)| split).filter(|split| graph.split(*split) == Some(Some(at))).collect();
            match splits.as_slice() {
                [] => self.problems.push(graph.at_node(at, ProblemCode::FlowSplitUnpaired)),
                [split] => {
                    let branches = graph.exits(*split).len();
                    if let Need::Count(count) = join.need
                        && usize::from(count) > branches
                    {
                        let problem = graph.at_node(at, ProblemCode::FlowNeedTooMany);
                        self.problems.push(problem.with("need", count).with("branches", branches));
                    }
                }
                [_, second, ..] => {
                    let problem = graph.at_node(*second, ProblemCode::FlowWrongJoin);
                    self.problems.push(problem.with("join", graph.name(at)));
                }
            }
        }
    }

    /// Branches that never arrive, and rejections of a branch where there is none.
    fn branches(&mut self, graph: &Graph) {
        for (at, node) in graph.nodes() {
            if graph.split(at).is_some_and(|join| join.is_some()) && self.paths.contains_key(&at) {
                let lost = graph.exits(at).iter().filter(|edge| {
                    let branch = Branch { split: at, edge: **edge };
                    !self.arriving.contains(&branch)
                });
                let warning = |edge: &At| graph.at_edge(*edge, ProblemCode::FlowBranchNeverJoins).into_warning();
                let warnings: Vec<_> = lost.map(warning).collect();
                self.problems.extend(warnings);
            }
            if let Step::Approve(approve) = &node.step
                && approve.on_reject == OnReject::EndBranch
                && self.paths.get(&at).is_some_and(Vec::is_empty)
            {
                self.problems.push(graph.at_node(at, ProblemCode::FlowEndBranchOutside));
            }
        }
    }
}

/// A line between places that must not be joined by one: what is wrong with it depends on where the two ways part.
fn clash(graph: &Graph, edge: At, path: &[Branch], known: &[Branch]) -> Problem {
    let shared = path.iter().zip(known).take_while(|(left, right)| left == right).count();
    let (code, split) = match (path.get(shared), known.get(shared)) {
        (Some(left), Some(right)) if left.split == right.split => (ProblemCode::FlowCrossBranch, left.split),
        (_, Some(right)) => (ProblemCode::FlowIntoRegion, right.split),
        (Some(left), None) => (ProblemCode::FlowOutOfRegion, left.split),
        (None, None) => unreachable!("two different paths part somewhere"),
    };
    graph.at_edge(edge, code).with("split", graph.name(split))
}
