//! Who may do what to an order beside those whose task it is.

use crate::access::field::{self, Fields, Part};
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

/// What the person of this part may read and change beside tasks.
pub fn fields(run: &Run, part: &Part<'_>) -> Fields {
    field::of_order(run.world.catalog, part, &|rule| reaches(run, rule))
}

fn may(run: &Run, user: UserId, action: Action) -> bool {
    reaches(run, &row::rule(run.world.catalog, user, run.order.form, action))
}

fn reaches(run: &Run, rule: &RowRule) -> bool {
    match rule {
        RowRule::Nothing => false,
        RowRule::Everything => true,
        RowRule::AnyOf(reaches) => reaches.iter().any(|reach| match reach {
            Reach::Participant(user) => run.order.is_participant(*user),
            Reach::Departments(departments) => run.record.department.is_some_and(|of| departments.contains(&of)),
            Reach::Condition(rule) => run.with_scene(None, |scene| scene.holds(rule, &run.record.values)),
        }),
    }
}
