//! Telling more people than the handlers when a step opens.

use crate::flow::assign;
use crate::flow::run::Run;
use crate::model::effect::Subject;
use crate::model::flow::Notice;
use crate::model::id::VisitId;

pub fn send(run: &mut Run, visit: VisitId, notices: &[Notice]) {
    let node = run.node(visit);
    for notice in notices {
        let recipients = assign::recipients(run, &notice.recipients);
        run.tell_through(notice.channel, recipients, Subject::Notice, Some(node), "");
    }
}
