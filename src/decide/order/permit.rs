//! Who may do what to an order beside those whose task it is.

use crate::access::row::{self, Reach, RowRule};
use crate::flow::run::Run;
use crate::model::id::UserId;
use crate::model::party::Action;

/// Participants always see their orders; a draft is seen only by who writes it.
pub fn views(run: &Run, user: UserId) -> bool {
    if run.order.submitted_at.is_none() { user == run.order.initiator } else { may(run, user, Action::View) }
}

pub fn edits(run: &Run, user: UserId) -> bool {
    run.order.submitted_at.is_some() && may(run, user, Action::Edit)
}

/// Terminate it, change who has a task, resolve an incident.
pub fn manages(run: &Run, user: UserId) -> bool {
    may(run, user, Action::Manage)
}

fn may(run: &Run, user: UserId, action: Action) -> bool {
    match row::rule(run.world.catalog, user, run.order.form, action) {
        RowRule::Nothing => false,
        RowRule::Everything => true,
        RowRule::AnyOf(reaches) => reaches.iter().any(|reach| match reach {
            Reach::Participant(user) => run.order.is_participant(*user),
            Reach::Departments(departments) => run.record.department.is_some_and(|of| departments.contains(&of)),
            Reach::Condition(rule) => run.with_scene(None, |scene| scene.holds(rule, &run.record.values)),
        }),
    }
}
