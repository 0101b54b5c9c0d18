//! 发起: where an order is written, and comes back to when it is returned or withdrawn.

use super::{Behaviour, Ports};
use crate::flow::advance;
use crate::flow::assign::{self, Initiator, Seats};
use crate::flow::run::Run;
use crate::flow::seat::{self, Turns};
use crate::model::flow::{Assign, Source, Start, WhenEmpty};
use crate::model::form::FieldMatrix;
use crate::model::id::VisitId;
use crate::model::order::Incident;

impl Behaviour for Start {
    fn enter(&self, run: &mut Run, visit: VisitId) {
        let assign =
            Assign { sources: vec![Source::Initiator], when_empty: WhenEmpty::ToAdministrator, ..Assign::default() };
        match assign::find(run, visit, &assign, Initiator::Welcome) {
            Seats::People(people) => seat::hand_out(run, visit, &people, Turns::Together),
            Seats::Rescue(administrators) => seat::offer(run, visit, administrators),
            Seats::Nobody | Seats::Block => advance::incident(run, visit, Incident::NoAssignee),
        }
    }

    fn ports(&self) -> Ports {
        Ports::one()
    }

    fn rests(&self) -> bool {
        true
    }

    fn fields(&self) -> Option<&FieldMatrix> {
        Some(&self.fields)
    }
}
