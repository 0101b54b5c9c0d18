//! A new form, empty and unpublished; and giving a form another name, which needs no publishing.

use crate::access::{self, Wish};
use crate::catalog::history::FormHistory;
use crate::decide::facts::Facts;
use crate::decide::{events, sound};
use crate::form::definition::name as name_problem;
use crate::model::command::Actor;
use crate::model::decision::Decision;
use crate::model::definition::Form;
use crate::model::document::Document;
use crate::model::event::Event;
use crate::model::flow::FlowDefinition;
use crate::model::form::FormDefinition;
use crate::model::id::{AppId, FormId};
use crate::model::party::Action;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

pub(super) fn decide(
    facts: &Facts,
    actor: Actor,
    (app, form): (AppId, FormId),
    name: &str,
) -> Result<Decision, Refusal> {
    access::may(facts.catalog, actor, Wish::App(app, Action::Design))?;
    if !facts.catalog.apps.contains_key(&app) {
        return Err(Refusal::NotFound);
    }
    let taken = facts.catalog.forms.contains_key(&form).then(|| Problem::error("form", ProblemCode::DuplicateId));
    sound(taken.into_iter().chain(name_problem("name", name)).collect())?;
    Ok(events([Event::FormSaved(Form {
        id: form,
        app,
        name: name.trim().to_owned(),
        draft: Document::new(FormDefinition::default()),
        draft_rev: 0,
        flow_draft: Document::new(FlowDefinition::default()),
        flow_draft_rev: 0,
        form_version: 0,
        flow_version: 0,
    })]))
}

pub(super) fn rename(history: &FormHistory, name: &str) -> Result<Decision, Refusal> {
    sound(name_problem("name", name).into_iter().collect())?;
    let form = Form { name: name.trim().to_owned(), ..(*history.form).clone() };
    Ok(events([Event::FormSaved(form)]))
}
