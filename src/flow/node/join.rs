//! 汇聚: one token goes on; [`crate::flow::fork`] decided when, and through which exit.

use super::{Behaviour, Ports};
use crate::flow::advance;
use crate::flow::run::Run;
use crate::model::flow::{Join, Port};
use crate::model::id::VisitId;
use crate::model::order::{Outcome, Reason};

impl Behaviour for Join {
    fn enter(&self, run: &mut Run, visit: VisitId) {
        let fired = run.order.forks.values().filter_map(|fork| fork.fired.as_ref()).find(|fired| fired.visit == visit);
        let port = fired.expect("a join is entered only when it fires").port.clone();
        let is_drawn = run.world.flow.exit(&run.node(visit).id, &port).is_some();
        if port == Port::Rejected && !is_drawn {
            advance::complete(run, visit, port);
            advance::end(run, Outcome::Rejected, Reason::OrderEnded, String::new());
        } else {
            advance::leave(run, visit, &port);
        }
    }

    fn ports(&self) -> Ports {
        Ports::Named { needed: vec![Port::Out], optional: vec![Port::Rejected] }
    }
}
