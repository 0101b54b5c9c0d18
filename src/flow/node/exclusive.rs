//! 条件: the first edge whose condition holds, else the default. What each condition saw is recorded.

use super::{Behaviour, Ports};
use crate::flow::advance;
use crate::flow::run::Run;
use crate::model::flow::Exclusive;
use crate::model::id::VisitId;
use crate::model::order::Incident;
use crate::model::order_event::{Tried, VisitEvent};
use crate::model::value::Value;

impl Behaviour for Exclusive {
    fn enter(&self, run: &mut Run, visit: VisitId) {
        let flow = run.world.flow;
        let node = &run.node(visit).id;
        let mut tried = Vec::new();
        let mut chosen = None;
        for edge in flow.exits(node) {
            let Some(condition) = flow.condition(&edge.id) else { continue };
            let values = &run.record.values;
            let (result, trace) =
                run.with_scene(Some(node), |scene| scene.run(values, |env| condition.eval_traced(env)));
            let holds = result == Value::Bool(true);
            tried.push(Tried { edge: edge.id.clone(), inputs: trace.inputs, holds });
            if holds {
                chosen = Some(edge);
                break;
            }
        }
        let default = flow.exits(node).find(|edge| edge.condition.is_none());
        let Some(edge) = chosen.or(default) else {
            advance::incident(run, visit, Incident::NoPath);
            return;
        };
        run.emit(VisitEvent::PathChosen { visit, edge: edge.id.clone(), tried });
        advance::leave_by(run, visit, edge);
    }

    fn ports(&self) -> Ports {
        Ports::Many
    }
}
