//! Flows that are drawn anew while an order is on its way.

use std::collections::BTreeMap;

use tessera::model::flow::{Assign, Edge, FlowDefinition, Handle, Node, Port, Source, Step};
use tessera::model::id::{EdgeId, NodeId};

use super::luck::Luck;

/// The same drawing, in which every step and line is called otherwise.
pub fn renamed(flow: &FlowDefinition) -> (FlowDefinition, BTreeMap<NodeId, NodeId>) {
    let other = |id: &str| id.strip_suffix("_x").map_or_else(|| format!("{id}_x"), str::to_owned);
    let node = |id: &NodeId| NodeId::parse(&other(id.as_str())).expect("a slug");
    let mut drawn = flow.clone();
    for one in &mut drawn.nodes {
        one.id = node(&one.id);
        if let Step::Parallel(parallel) = &mut one.step {
            parallel.join = parallel.join.as_ref().map(node);
        }
    }
    for edge in &mut drawn.edges {
        edge.id = EdgeId::parse(&other(edge.id.as_str())).expect("a slug");
        (edge.from, edge.to) = (node(&edge.from), node(&edge.to));
    }
    (drawn, flow.nodes.iter().map(|one| (one.id.clone(), node(&one.id))).collect())
}

/// One step less, or one more. Not always sound.
pub fn changed(luck: &mut Luck, flow: &FlowDefinition, version: u32) -> FlowDefinition {
    let mut drawn = flow.clone();
    if luck.percent(50) {
        less(luck, &mut drawn);
    } else {
        more(luck, &mut drawn, version);
    }
    drawn
}

/// What led to a step leads on to where the step led.
fn less(luck: &mut Luck, flow: &mut FlowDefinition) {
    let can_go = |node: &&Node| matches!(node.step, Step::Handle(_) | Step::Cc(_) | Step::Update(_));
    let steps: Vec<NodeId> = flow.nodes.iter().filter(can_go).map(|node| node.id.clone()).collect();
    let Some(gone) = luck.pick(&steps) else { return };
    let exits: Vec<Edge> = flow.edges.iter().filter(|edge| edge.from == *gone).cloned().collect();
    let [exit] = exits.as_slice() else { return };
    flow.edges.retain(|edge| edge.id != exit.id);
    flow.edges.iter_mut().filter(|edge| edge.to == *gone).for_each(|edge| edge.to = exit.to.clone());
    flow.nodes.retain(|node| node.id != *gone);
}

/// Named after the version: an id is never given again.
fn more(luck: &mut Luck, flow: &mut FlowDefinition, version: u32) {
    let id = NodeId::parse(&format!("extra{version}")).expect("a slug");
    let at = luck.below(flow.edges.len());
    let to = std::mem::replace(&mut flow.edges[at].to, id.clone());
    let line = EdgeId::parse(&format!("from_{id}")).expect("a slug");
    let edge = Edge { id: line, from: id.clone(), to, port: Port::Out, condition: None, label: String::new() };
    flow.edges.push(edge);
    let assign = Assign { sources: vec![Source::Initiator], ..Assign::default() };
    let step = Step::Handle(Handle { assign, ..Handle::default() });
    flow.nodes.push(Node { name: id.to_string(), id, x: 0, y: 0, step });
}
