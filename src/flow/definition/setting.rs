//! The settings of one node: who gets it, what may be written there, how long it may take.

use super::people;
use crate::catalog::Catalog;
use crate::catalog::form::CompiledForm;
use crate::flow::node;
use crate::form::kind;
use crate::model::flow::limit::{Limit, LimitAction};
use crate::model::flow::{Approve, Cc, Dispatch, Handle, HandleMode, Join, Need, Node, Notice, Step, WhenEmpty};
use crate::model::form::{FieldAccess, FieldMatrix};
use crate::model::id::ChannelId;
use crate::model::limit::LIMIT_MINUTES_MAX;
use crate::model::problem::{Problem, ProblemCode};

pub fn check(catalog: &Catalog, form: &CompiledForm, node: &Node) -> Vec<Problem> {
    let place = format!("nodes.{}", node.id);
    let mut problems = match &node.step {
        Step::Handle(handle) => of_handle(catalog, form, &place, handle),
        Step::Approve(approve) => of_approve(catalog, form, &place, approve),
        Step::Cc(cc) => of_cc(catalog, form, &place, cc),
        Step::Join(join) => of_join(&place, join),
        Step::Start(_) | Step::Exclusive(_) | Step::Parallel(_) | Step::Update(_) | Step::End(_) => Vec::new(),
    };
    if let Some(fields) = node::behaviour(&node.step).fields() {
        problems.extend(of_fields(form, &place, fields));
        if matches!(node.step, Step::Start(_)) {
            problems.extend(out_of_reach(form, &place, fields));
        }
    }
    problems
}

fn of_handle(catalog: &Catalog, form: &CompiledForm, place: &str, handle: &Handle) -> Vec<Problem> {
    let mut problems = people::assign(catalog, form, &format!("{place}.assign"), &handle.assign);
    if !handle.outcomes.is_empty() {
        let is_for_all = matches!(handle.mode, HandleMode::All | HandleMode::Sequential);
        if is_for_all && handle.dispatch == Dispatch::Direct {
            problems.push(Problem::error(format!("{place}.outcomes"), ProblemCode::FlowOutcomesMode));
        }
        // Which button would a step press that nobody has?
        if handle.assign.when_empty == WhenEmpty::Skip {
            problems.push(Problem::error(format!("{place}.assign.when_empty"), ProblemCode::FlowOutcomesMode));
        }
    }
    for (at, outcome) in handle.outcomes.iter().enumerate() {
        let place = format!("{place}.outcomes.{}", outcome.id);
        if handle.outcomes[..at].iter().any(|other| other.id == outcome.id) {
            problems.push(Problem::error(&place, ProblemCode::DuplicateName));
        }
        problems.extend(crate::form::definition::name(&place, &outcome.label));
    }
    problems.extend(of_limit(catalog, place, handle.limit.as_ref()));
    problems.extend(of_notices(catalog, form, place, &handle.notices));
    problems
}

fn of_approve(catalog: &Catalog, form: &CompiledForm, place: &str, approve: &Approve) -> Vec<Problem> {
    let mut problems = people::assign(catalog, form, &format!("{place}.assign"), &approve.assign);
    problems.extend(of_limit(catalog, place, approve.limit.as_ref()));
    problems.extend(of_notices(catalog, form, place, &approve.notices));
    problems
}

fn of_cc(catalog: &Catalog, form: &CompiledForm, place: &str, cc: &Cc) -> Vec<Problem> {
    let place = format!("{place}.recipients");
    let mut problems = people::sources(catalog, form, &place, &cc.recipients);
    if cc.recipients.is_empty() {
        problems.push(Problem::error(&place, ProblemCode::FlowNoAssignee));
    }
    problems.extend(of_channel(catalog, &place, cc.channel));
    problems
}

fn of_join(place: &str, join: &Join) -> Vec<Problem> {
    if join.need == Need::Count(0) {
        return vec![Problem::error(format!("{place}.need"), ProblemCode::OutOfRange).with("min", 1)];
    }
    Vec::new()
}

fn of_limit(catalog: &Catalog, place: &str, limit: Option<&Limit>) -> Vec<Problem> {
    let Some(limit) = limit else { return Vec::new() };
    let place = format!("{place}.limit");
    let mut problems = Vec::new();
    if !(1..=LIMIT_MINUTES_MAX).contains(&limit.minutes) {
        let problem = Problem::error(&place, ProblemCode::OutOfRange);
        problems.push(problem.with("min", 1).with("max", LIMIT_MINUTES_MAX));
    }
    if limit.calendar.is_some_and(|id| !catalog.calendars.contains_key(&id)) {
        problems.push(Problem::error(&place, ProblemCode::UnknownCalendar));
    }
    for action in &limit.actions {
        match action {
            LimitAction::Remind { channel } => problems.extend(of_channel(catalog, &place, *channel)),
            LimitAction::TellManager { level, channel } => {
                problems.extend(people::level(&place, *level));
                problems.extend(of_channel(catalog, &place, *channel));
            }
        }
    }
    problems
}

fn of_notices(catalog: &Catalog, form: &CompiledForm, place: &str, notices: &[Notice]) -> Vec<Problem> {
    let place = format!("{place}.notices");
    let mut problems = Vec::new();
    for notice in notices {
        problems.extend(people::sources(catalog, form, &place, &notice.recipients));
        problems.extend(of_channel(catalog, &place, notice.channel));
    }
    problems
}

fn of_channel(catalog: &Catalog, place: &str, channel: Option<ChannelId>) -> Option<Problem> {
    let channel = channel.filter(|id| !catalog.channels.contains_key(id))?;
    Some(Problem::error(place, ProblemCode::UnknownChannel).with("channel", channel))
}

fn of_fields(form: &CompiledForm, place: &str, fields: &FieldMatrix) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (field, access) in fields {
        let place = format!("{place}.fields.{field}");
        match form.definition_of(field) {
            None => problems.push(Problem::error(place, ProblemCode::UnknownField).with("field", field)),
            Some(definition) if *access == FieldAccess::Required && !kind::is_typed(&definition.control) => {
                let problem = Problem::warning(place, ProblemCode::FlowRequiredNotEditable);
                problems.push(problem.with("field", &definition.label));
            }
            Some(_) => {}
        }
    }
    problems
}

/// Fields the form demands, but the start node does not let anybody fill.
fn out_of_reach(form: &CompiledForm, place: &str, fields: &FieldMatrix) -> Vec<Problem> {
    let demanded = form.definition.fields.iter().filter(|field| field.required && kind::is_typed(&field.control));
    let closed = demanded.filter(|field| fields.get(&field.id).is_some_and(|access| *access < FieldAccess::Edit));
    closed
        .map(|field| {
            let place = format!("{place}.fields.{}", field.id);
            Problem::warning(place, ProblemCode::FlowRequiredNotEditable).with("field", &field.label)
        })
        .collect()
}
