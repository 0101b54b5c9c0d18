//! Saved views. One's own need no right but to know the form; a shared one is part of the app's design. Nobody sees or changes
//! another person's own view.

use super::facts::Facts;
use super::{column, events, sound};
use crate::access::{self, Wish};
use crate::catalog::form::CompiledForm;
use crate::form::definition::name as name_problem;
use crate::model::command::{Actor, ViewAsk};
use crate::model::decision::Decision;
use crate::model::definition::View;
use crate::model::document::Document;
use crate::model::event::Event;
use crate::model::id::{FormId, UserId, ViewId};
use crate::model::limit::{COLUMN_PX_MAX, COLUMN_PX_MIN};
use crate::model::party::Action;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::report::{Arrangement, Column, Layout, Total, ViewDefinition, Width};

pub fn decide(facts: &Facts, actor: Actor, ask: &ViewAsk) -> Result<Decision, Refusal> {
    match ask {
        ViewAsk::Save { view, form, name, shared, definition } => {
            let owner = if *shared { None } else { Some(actor.user().ok_or(Refusal::NotAllowed)?) };
            let (id, form, name) = (*view, *form, name.trim().to_owned());
            save(facts, actor, View { id, form, name, owner, definition: Document::new(definition.clone()) })
        }
        ViewAsk::Delete { view } => delete(facts, actor, *view),
    }
}

fn save(facts: &Facts, actor: Actor, view: View) -> Result<Decision, Refusal> {
    may_change(facts, actor, view.form, view.owner)?;
    if let Some(before) = facts.catalog.views.get(&view.id) {
        if before.form != view.form {
            return Err(Refusal::NotFound);
        }
        may_change(facts, actor, before.form, before.owner)?;
    }
    let history = facts.catalog.form(view.form).ok_or(Refusal::NotFound)?;
    let form = history.current().ok_or(Refusal::NotPublished)?;
    let problems = name_problem("name", &view.name).into_iter().chain(check(form, &view.definition));
    sound(problems.collect())?;
    Ok(events([Event::ViewSaved(view)]))
}

fn delete(facts: &Facts, actor: Actor, view: ViewId) -> Result<Decision, Refusal> {
    let before = facts.catalog.views.get(&view).ok_or(Refusal::NotFound)?;
    may_change(facts, actor, before.form, before.owner)?;
    Ok(events([Event::ViewDeleted(view)]))
}

fn may_change(facts: &Facts, actor: Actor, form: FormId, owner: Option<UserId>) -> Result<(), Refusal> {
    match owner {
        None => access::may(facts.catalog, actor, Wish::Form(form, Action::Design)).map(|_| ()),
        Some(owner) if actor.user() == Some(owner) && access::knows_form(facts.catalog, owner, form) => Ok(()),
        Some(_) => Err(Refusal::NotFound),
    }
}

fn check(form: &CompiledForm, view: &ViewDefinition) -> Vec<Problem> {
    let mut problems = column::filters(form, &view.filters, "filters");
    problems.extend(column::columns(form, &view.columns, "columns"));
    problems.extend(column::sorts(form, &view.sort, "sort"));
    if view.columns.is_empty() {
        problems.push(Problem::error("columns", ProblemCode::Required));
    }
    if let Layout::Kanban { by } = &view.layout {
        problems.extend(lane(form, by, "layout.by"));
    }
    problems.extend(view.group.as_ref().and_then(|by| lane(form, by, "group")));
    problems.extend(view.arrangement.iter().flat_map(|arrangement| arranged(form, view.columns.len(), arrangement)));
    problems
}

/// A record stands in one lane, or in one group.
fn lane(form: &CompiledForm, by: &Column, place: &str) -> Option<Problem> {
    match column::kind(form, by, place) {
        Ok(column::Kind::Option(_) | column::Kind::State | column::Kind::User | column::Kind::Department) => None,
        Ok(_) => Some(Problem::error(place, ProblemCode::WrongType)),
        Err(problem) => Some(problem),
    }
}

fn arranged(form: &CompiledForm, columns: usize, arrangement: &Arrangement) -> Vec<Problem> {
    let Arrangement { frozen, height: _, widths, summed: _, totals } = arrangement;
    let names: Vec<Column> = widths.iter().map(|width| width.column.clone()).collect();
    let mut problems = column::columns(form, &names, "arrangement.widths");
    let is_drawn = |width: &Width| (COLUMN_PX_MIN..=COLUMN_PX_MAX).contains(&width.px);
    if !widths.iter().all(is_drawn) {
        let off = Problem::error("arrangement.widths", ProblemCode::OutOfRange);
        problems.push(off.with("min", COLUMN_PX_MIN).with("max", COLUMN_PX_MAX));
    }
    if usize::from(*frozen) > columns {
        let off = Problem::error("arrangement.frozen", ProblemCode::OutOfRange);
        problems.push(off.with("min", 0).with("max", columns));
    }
    let names: Vec<Column> = totals.iter().map(|total| total.column.clone()).collect();
    problems.extend(column::columns(form, &names, "arrangement.totals"));
    let is_counted =
        |total: &Total| column::kind(form, &total.column, "").map_or(true, |kind| kind == column::Kind::Number);
    if !totals.iter().all(is_counted) {
        problems.push(Problem::error("arrangement.totals", ProblemCode::WrongType));
    }
    problems
}
