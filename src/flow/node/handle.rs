//! 办理: somebody, or several, must do something and say so.

use super::{Behaviour, Ports};
use crate::flow::assign::{self, Initiator, Seats};
use crate::flow::run::Run;
use crate::flow::seat::{self, Turns};
use crate::flow::{advance, node};
use crate::model::flow::{Dispatch, Handle, HandleMode, Port};
use crate::model::form::FieldMatrix;
use crate::model::id::VisitId;
use crate::model::order::Incident;

impl Behaviour for Handle {
    fn enter(&self, run: &mut Run, visit: VisitId) {
        match assign::find(run, visit, &self.assign, Initiator::Welcome) {
            Seats::People(people) => {
                // Whoever did it before the return does it again; no new race for it.
                let is_repeat = run.visit(visit).no_auto;
                match (self.dispatch, self.mode) {
                    (Dispatch::Claim, _) if !is_repeat => seat::offer(run, visit, people),
                    (_, HandleMode::Single) => seat::hand_out(run, visit, &people[..1], Turns::Together),
                    (_, HandleMode::Any | HandleMode::All) => seat::hand_out(run, visit, &people, Turns::Together),
                    (_, HandleMode::Sequential) => seat::hand_out(run, visit, &people, Turns::OneByOne),
                }
            }
            Seats::Rescue(administrators) => seat::offer(run, visit, administrators),
            Seats::Nobody => {
                let button = self.outcomes.first().map(|outcome| Port::Outcome(outcome.id.clone()));
                advance::leave(run, visit, &button.unwrap_or_default());
                return;
            }
            Seats::Block => {
                advance::incident(run, visit, Incident::NoAssignee);
                return;
            }
        }
        node::notice::send(run, visit, &self.notices);
    }

    fn ports(&self) -> Ports {
        let buttons: Vec<_> = self.outcomes.iter().map(|outcome| Port::Outcome(outcome.id.clone())).collect();
        if buttons.is_empty() { Ports::one() } else { Ports::Named { needed: buttons, optional: Vec::new() } }
    }

    fn rests(&self) -> bool {
        true
    }

    fn fields(&self) -> Option<&FieldMatrix> {
        Some(&self.fields)
    }
}
