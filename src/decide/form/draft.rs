//! Keeping working copies. Half-done drawings are fine; writing over somebody else's newer copy is not.

use crate::catalog::history::FormHistory;
use crate::decide::{events, sound};
use crate::flow;
use crate::form::definition;
use crate::model::decision::Decision;
use crate::model::definition::Form;
use crate::model::document::Document;
use crate::model::event::Event;
use crate::model::flow::FlowDefinition;
use crate::model::form::FormDefinition;
use crate::model::refusal::Refusal;

pub(super) fn save(history: &FormHistory, rev: u64, definition: &FormDefinition) -> Result<Decision, Refusal> {
    let form = &history.form;
    is_fresh(rev, form.draft_rev)?;
    sound(definition::check_draft(definition))?;
    let draft = Document::new(definition.clone());
    Ok(events([Event::FormSaved(Form { draft, draft_rev: rev + 1, ..(**form).clone() })]))
}

pub(super) fn save_flow(history: &FormHistory, rev: u64, definition: &FlowDefinition) -> Result<Decision, Refusal> {
    let form = &history.form;
    is_fresh(rev, form.flow_draft_rev)?;
    sound(flow::definition::size(definition))?;
    let flow_draft = Document::new(definition.clone());
    Ok(events([Event::FormSaved(Form { flow_draft, flow_draft_rev: rev + 1, ..(**form).clone() })]))
}

/// # Errors
/// - `StaleRevision`: somebody saved after the caller read.
pub(super) const fn is_fresh(rev: u64, now: u64) -> Result<(), Refusal> {
    if rev == now { Ok(()) } else { Err(Refusal::StaleRevision { now }) }
}
