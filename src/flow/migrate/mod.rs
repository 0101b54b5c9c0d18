//! Going on by another version of the flow: the same people at the same steps with the same answers, under another drawing. Nothing
//! is decided anew and nobody is told. Refuses, reason by reason, an order that stands where the other drawing has no such place.

use std::collections::BTreeMap;

use crate::catalog::flow::CompiledFlow;
use crate::catalog::form::CompiledForm;
use crate::flow::deadline;
use crate::flow::run::{Run, World};
use crate::model::flow::Node;
use crate::model::id::{EdgeId, NodeId, VisitId};
use crate::model::order::{Frame, Visit, VisitLimit};
use crate::model::order_event::LifeEvent;

mod branch;
pub mod judge;

/// From one version to another.
pub struct Crossing<'a> {
    pub from: &'a CompiledFlow,
    pub to: &'a CompiledFlow,
    /// What the record is checked against from then on.
    pub form: &'a CompiledForm,
    /// Steps that are said to be others there.
    pub chosen: &'a BTreeMap<NodeId, NodeId>,
}

/// What is called otherwise there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    pub nodes: BTreeMap<NodeId, NodeId>,
    /// Of branches under way.
    pub edges: BTreeMap<Frame, EdgeId>,
}

/// What became of a step.
enum Counterpart<'a> {
    Same(&'a Node),
    /// It is another kind of step there.
    Other,
    Gone,
}

impl<'a> Crossing<'a> {
    /// As it was said, else by its id; a flow has one start.
    fn counterpart(&self, node: &NodeId) -> Counterpart<'a> {
        let here = self.from.find(node);
        let named = if node == self.from.start() { self.to.start() } else { node };
        let Some(there) = self.to.find(self.chosen.get(node).unwrap_or(named)) else { return Counterpart::Gone };
        let kind = |node: &Node| std::mem::discriminant(&node.step);
        if here.is_some_and(|here| kind(here) != kind(there)) { Counterpart::Other } else { Counterpart::Same(there) }
    }

    fn same(&self, node: &NodeId) -> Option<&'a Node> {
        match self.counterpart(node) {
            Counterpart::Same(node) => Some(node),
            Counterpart::Other | Counterpart::Gone => None,
        }
    }

    /// What people call a step that the order stands at.
    fn name(&self, node: &NodeId) -> String {
        let name = self.from.find(node).map(|node| node.name.trim()).filter(|name| !name.is_empty());
        name.unwrap_or(node.as_str()).to_owned()
    }
}

/// The order was judged, and is called so there. Limits that run go on as they are, those that passed stay passed; what the step does
/// not limit any more is cancelled, and what it limits only now begins now.
pub fn migrate<'a>(run: &mut Run<'a>, (flow, form): (&'a CompiledFlow, &'a CompiledForm), names: Names) {
    let there = |visit: &Visit| flow.node(names.nodes.get(&visit.node).unwrap_or(&visit.node));
    let unlimited = run.order.open_visits().filter(|(_, visit)| !deadline::is_limited(&there(visit).step));
    for visit in unlimited.map(|(id, _)| id).collect::<Vec<_>>() {
        deadline::disarm(run, visit);
    }
    run.emit(LifeEvent::Migrated {
        from: run.order.flow_version,
        to: flow.version,
        form_version: form.version,
        nodes: names.nodes.into_iter().collect(),
        edges: names.edges.into_iter().collect(),
    });
    run.world = World { flow, form, ..run.world };
    let fresh = |(id, visit): &(VisitId, &Visit)| {
        visit.limit == VisitLimit::None && run.order.tasks_of(*id).any(|(_, task)| task.is_pending())
    };
    for visit in run.order.open_visits().filter(fresh).map(|(id, _)| id).collect::<Vec<_>>() {
        deadline::arm(run, visit);
    }
}
