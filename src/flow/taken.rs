//! Which lines of the drawing an order went along. What was undone by a return or a withdrawal is not among them.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::flow::CompiledFlow;
use crate::model::flow::Step;
use crate::model::id::{EdgeId, VisitId};
use crate::model::order::{Order, VisitState};

/// `chosen` says which edge each stay in an exclusive node took.
pub fn edges(order: &Order, flow: &CompiledFlow, chosen: &BTreeMap<VisitId, EdgeId>) -> BTreeSet<EdgeId> {
    let mut taken = BTreeSet::new();
    for (id, visit) in &order.visits {
        let VisitState::Done { port, .. } = &visit.state else { continue };
        // The order may have been there under a drawing that had more steps.
        let Some(node) = flow.find(&visit.node) else { continue };
        match &node.step {
            Step::Exclusive(_) => taken.extend(chosen.get(id).cloned()),
            Step::Start(_)
            | Step::Handle(_)
            | Step::Approve(_)
            | Step::Parallel(_)
            | Step::Join(_)
            | Step::Cc(_)
            | Step::Update(_)
            | Step::End(_) => {
                let left_by = flow.exits(&visit.node).filter(|edge| edge.port == *port);
                taken.extend(left_by.map(|edge| edge.id.clone()));
            }
        }
    }
    taken
}
