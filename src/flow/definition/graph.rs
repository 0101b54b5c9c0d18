//! A drawing as numbers: nodes and edges by position, with what the checks ask of them. Expects ids to be unique and known.

use std::collections::BTreeMap;

use crate::flow::node;
use crate::model::flow::{Edge, FlowDefinition, Join, Node, Step};
use crate::model::id::NodeId;
use crate::model::problem::{Problem, ProblemCode};

/// Position of a node, and of an edge, in the definition.
pub type At = usize;

pub struct Graph<'a> {
    pub flow: &'a FlowDefinition,
    index: BTreeMap<&'a NodeId, At>,
    /// Edges out of each node, in drawn order.
    exits: Vec<Vec<At>>,
}

impl<'a> Graph<'a> {
    pub fn new(flow: &'a FlowDefinition) -> Self {
        let index: BTreeMap<_, _> = flow.nodes.iter().enumerate().map(|(at, node)| (&node.id, at)).collect();
        let mut exits = vec![Vec::new(); flow.nodes.len()];
        for (at, edge) in flow.edges.iter().enumerate() {
            exits[index[&edge.from]].push(at);
        }
        Self { flow, index, exits }
    }

    pub fn nodes(&self) -> impl Iterator<Item = (At, &'a Node)> + use<'a> {
        self.flow.nodes.iter().enumerate()
    }

    pub fn node(&self, at: At) -> &'a Node {
        &self.flow.nodes[at]
    }

    pub fn edge(&self, at: At) -> &'a Edge {
        &self.flow.edges[at]
    }

    pub fn at(&self, id: &NodeId) -> At {
        self.index[id]
    }

    pub fn exits(&self, node: At) -> &[At] {
        &self.exits[node]
    }

    pub fn target(&self, edge: At) -> At {
        self.index[&self.flow.edges[edge].to]
    }

    pub fn targets(&self, node: At) -> impl Iterator<Item = At> + '_ {
        self.exits[node].iter().map(|edge| self.target(*edge))
    }

    /// The one start node.
    pub fn start(&self) -> Option<At> {
        let mut starts = self.nodes().filter(|(_, node)| matches!(node.step, Step::Start(_)));
        let (start, _) = starts.next()?;
        starts.next().is_none().then_some(start)
    }

    pub fn is_end(&self, node: At) -> bool {
        matches!(self.node(node).step, Step::End(_))
    }

    pub fn join(&self, node: At) -> Option<&'a Join> {
        match &self.node(node).step {
            Step::Join(join) => Some(join),
            Step::Start(_)
            | Step::Handle(_)
            | Step::Approve(_)
            | Step::Exclusive(_)
            | Step::Parallel(_)
            | Step::Cc(_)
            | Step::Update(_)
            | Step::End(_) => None,
        }
    }

    /// Of a split: its paired join, if it has one. `None` for any other node.
    pub fn split(&self, node: At) -> Option<Option<At>> {
        self.node(node).step.split().map(|join| join.map(|join| self.at(join)))
    }

    pub fn rests(&self, node: At) -> bool {
        node::behaviour(&self.node(node).step).rests()
    }

    /// What people call it.
    pub fn name(&self, node: At) -> &'a str {
        let node = self.node(node);
        if node.name.trim().is_empty() { node.id.as_str() } else { &node.name }
    }

    pub fn at_node(&self, node: At, code: ProblemCode) -> Problem {
        Problem::error(format!("nodes.{}", self.node(node).id), code).with("node", self.name(node))
    }

    pub fn at_edge(&self, edge: At, code: ProblemCode) -> Problem {
        let drawn = self.edge(edge);
        let (from, to) = (self.name(self.at(&drawn.from)), self.name(self.target(edge)));
        Problem::error(format!("edges.{}", drawn.id), code).with("from", from).with("to", to)
    }

    /// The same, for the condition on the line.
    pub fn at_condition(&self, edge: At, code: ProblemCode) -> Problem {
        let problem = self.at_edge(edge, code);
        Problem { place: format!("{}.condition", problem.place), ..problem }
    }
}
