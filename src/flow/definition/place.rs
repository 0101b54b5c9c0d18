//! Where the steps of a published drawing lie. Expects it to be sound.

use super::graph::Graph;
use super::region;
use crate::catalog::flow::{CompiledFlow, Places};
use crate::model::flow::FlowDefinition;

pub fn places(flow: &CompiledFlow) -> &Places {
    flow.places(trace)
}

fn trace(flow: &FlowDefinition) -> Places {
    let graph = Graph::new(flow);
    let Some(start) = graph.start() else { return Places::new() };
    let paths = region::trace(&graph, start).paths.into_iter();
    let named = |branch: &region::Branch| (graph.node(branch.split).id.clone(), graph.edge(branch.edge).id.clone());
    paths.map(|(at, path)| (graph.node(at).id.clone(), path.iter().map(named).collect())).collect()
}
