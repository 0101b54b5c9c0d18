//! 抄送: a copy for information; never blocks, and nobody is fine too.

use super::{Behaviour, Ports};
use crate::flow::run::Run;
use crate::flow::{advance, assign};
use crate::model::effect::Subject;
use crate::model::flow::{Cc, Port};
use crate::model::id::VisitId;
use crate::model::order_event::TalkEvent;

impl Behaviour for Cc {
    fn enter(&self, run: &mut Run, visit: VisitId) {
        let node = run.node(visit);
        let mut users = assign::recipients(run, &self.recipients);
        if !self.repeat {
            let copies = &run.order.copies;
            users.retain(|user| !copies.get(user).is_some_and(|copies| copies.nodes.contains(&node.id)));
        }
        if !users.is_empty() {
            run.emit(TalkEvent::Copied { node: Some(node.id.clone()), users: users.clone() });
            run.tell_through(self.channel, users, Subject::Copied, Some(node), "");
        }
        advance::leave(run, visit, &Port::Out);
    }

    fn ports(&self) -> Ports {
        Ports::one()
    }
}
