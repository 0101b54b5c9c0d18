//! Publishing: the working copy becomes a version that never changes. Form and flow are published one after the other, and each
//! must fit the other's published version, so that new orders always start on a pair that was checked together.

use super::draft::is_fresh;
use super::soundness;
use crate::access::row;
use crate::catalog::history::FormHistory;
use crate::decide::facts::Facts;
use crate::decide::{events, sound};
use crate::form::definition::{check, too_long};
use crate::model::command::Actor;
use crate::model::decision::Decision;
use crate::model::definition::{FlowVersion, Form, FormVersion};
use crate::model::event::Event;
use crate::model::id::UserId;
use crate::model::limit::NOTE_CHARS_MAX;
use crate::model::problem::Problem;
use crate::model::refusal::Refusal;
use crate::model::time::Timestamp;

/// Who publishes, when, and what they say about it.
pub(super) struct Signature<'a> {
    by: UserId,
    at: Timestamp,
    note: &'a str,
}

impl<'a> Signature<'a> {
    /// # Errors
    /// - `NotAllowed`: a version always has a person behind it;
    /// - `Invalid`: the note is too long.
    pub(super) fn of(facts: &Facts, actor: Actor, note: &'a str) -> Result<Self, Refusal> {
        sound(too_long("note", note, NOTE_CHARS_MAX).into_iter().collect())?;
        Ok(Self { by: actor.user().ok_or(Refusal::NotAllowed)?, at: facts.now, note })
    }
}

pub(super) fn form(
    facts: &Facts,
    history: &FormHistory,
    rev: u64,
    signature: &Signature<'_>,
) -> Result<Decision, Refusal> {
    let form = &history.form;
    is_fresh(rev, form.draft_rev)?;
    let version = form.form_version + 1;
    let compiled = check(form.id, form.app, version, &form.draft).map_err(Refusal::Invalid)?;
    let mut problems = row::misfits(facts.catalog, &compiled);
    if let Some(flow) = history.current_flow() {
        let of_flow = soundness::check(facts.catalog, &compiled, &flow.definition);
        problems
            .extend(of_flow.into_iter().map(|problem| Problem { place: format!("flow.{}", problem.place), ..problem }));
    }
    sound(problems)?;
    let published = FormVersion {
        form: form.id,
        version,
        definition: form.draft.clone(),
        note: signature.note.to_owned(),
        at: signature.at,
        by: signature.by,
    };
    let form = Form { form_version: version, ..(**form).clone() };
    Ok(events([Event::FormPublished(published), Event::FormSaved(form)]))
}

pub(super) fn flow(
    facts: &Facts,
    history: &FormHistory,
    rev: u64,
    signature: &Signature<'_>,
) -> Result<Decision, Refusal> {
    let form = &history.form;
    is_fresh(rev, form.flow_draft_rev)?;
    let compiled = history.current().ok_or(Refusal::NotPublished)?;
    sound(soundness::check(facts.catalog, compiled, &form.flow_draft))?;
    let version = form.flow_version + 1;
    let published = FlowVersion {
        form: form.id,
        version,
        form_version: compiled.version,
        definition: form.flow_draft.clone(),
        note: signature.note.to_owned(),
        at: signature.at,
        by: signature.by,
    };
    let form = Form { flow_version: version, ..(**form).clone() };
    Ok(events([Event::FlowPublished(published), Event::FormSaved(form)]))
}
