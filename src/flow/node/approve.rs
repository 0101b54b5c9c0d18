//! 审批: a decision by one or several people.

use super::{Behaviour, Ports};
use crate::flow::assign::{self, Initiator, Seats};
use crate::flow::run::Run;
use crate::flow::seat::{self, Turns};
use crate::flow::{advance, node};
use crate::model::flow::{Approve, ApproveMode, Port};
use crate::model::form::FieldMatrix;
use crate::model::id::VisitId;
use crate::model::order::Incident;

impl Behaviour for Approve {
    fn enter(&self, run: &mut Run, visit: VisitId) {
        match assign::find(run, visit, &self.assign, Initiator::Judged) {
            Seats::People(people) => {
                let turns = match self.mode {
                    ApproveMode::Any | ApproveMode::All => Turns::Together,
                    ApproveMode::Sequential => Turns::OneByOne,
                };
                seat::hand_out(run, visit, &people, turns);
                node::notice::send(run, visit, &self.notices);
            }
            Seats::Rescue(administrators) => {
                seat::offer(run, visit, administrators);
                node::notice::send(run, visit, &self.notices);
            }
            Seats::Nobody => advance::leave(run, visit, &Port::Approved),
            Seats::Block => advance::incident(run, visit, Incident::NoAssignee),
        }
    }

    fn ports(&self) -> Ports {
        Ports::Named { needed: vec![Port::Approved], optional: vec![Port::Rejected] }
    }

    fn rests(&self) -> bool {
        true
    }

    fn fields(&self) -> Option<&FieldMatrix> {
        Some(&self.fields)
    }
}
