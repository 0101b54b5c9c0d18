//! 并行: all edges at once.

use super::{Behaviour, Ports};
use crate::flow::run::Run;
use crate::flow::{advance, fork};
use crate::model::flow::Parallel;
use crate::model::id::VisitId;
use crate::model::limit::LIVE_VISITS_MAX;
use crate::model::order::Incident;

impl Behaviour for Parallel {
    fn enter(&self, run: &mut Run, visit: VisitId) {
        let flow = run.world.flow;
        let edges: Vec<_> = flow.exits(&run.node(visit).id).collect();
        let live = run.order.open_visits().count();
        if edges.is_empty() {
            advance::incident(run, visit, Incident::NoPath);
        } else if live + edges.len() > LIVE_VISITS_MAX {
            advance::incident(run, visit, Incident::BranchLimit);
        } else {
            fork::split(run, visit, &edges, self.join.as_ref());
        }
    }

    fn ports(&self) -> Ports {
        Ports::Many
    }
}
