//! Forms with their flows: made, named, drafted, published, deleted; and what was taken away of their records. Published versions
//! never change; orders depend on them.

use std::sync::Arc;

use super::events;
use super::facts::Facts;
use crate::access::{self, Wish};
use crate::catalog::history::FormHistory;
use crate::model::command::{Actor, FormAsk};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::id::FormId;
use crate::model::party::Action;
use crate::model::refusal::Refusal;

mod create;
mod delete;
mod draft;
mod publish;
mod soundness;

pub fn decide(facts: &Facts, actor: Actor, ask: &FormAsk) -> Result<Decision, Refusal> {
    match ask {
        FormAsk::Create { form, app, name } => create::decide(facts, actor, (*app, *form), name),
        FormAsk::Rename { form, name } => create::rename(designed(facts, actor, *form)?, name),
        FormAsk::Delete { form } => delete::decide(facts, designed(facts, actor, *form)?),
        FormAsk::SaveDraft { form, rev, definition } => draft::save(designed(facts, actor, *form)?, *rev, definition),
        FormAsk::Publish { form, rev, note } => {
            let history = designed(facts, actor, *form)?;
            publish::form(facts, history, *rev, &publish::Signature::of(facts, actor, note)?)
        }
        FormAsk::SaveFlow { form, rev, definition } => {
            draft::save_flow(designed(facts, actor, *form)?, *rev, definition)
        }
        FormAsk::PublishFlow { form, rev, note } => {
            let history = designed(facts, actor, *form)?;
            publish::flow(facts, history, *rev, &publish::Signature::of(facts, actor, note)?)
        }
        FormAsk::NoteExport(exported) => {
            access::may(facts.catalog, actor, Wish::Form(exported.form, Action::Export))?;
            Ok(events([Event::RecordsExported(*exported)]))
        }
    }
}

fn designed<'a>(facts: &Facts<'a>, actor: Actor, form: FormId) -> Result<&'a Arc<FormHistory>, Refusal> {
    access::may(facts.catalog, actor, Wish::Form(form, Action::Design))?;
    facts.catalog.forms.get(&form).ok_or(Refusal::NotFound)
}
