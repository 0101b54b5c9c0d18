//! What a designer sees before publishing: who would get each step of a drawing, for somebody who fills the form like this.

use crate::access::{self, Wish};
use crate::decide::facts::Facts;
use crate::decide::order::fill;
use crate::flow::definition;
use crate::flow::preview::{self, Preview};
use crate::flow::run::World;
use crate::model::command::Actor;
use crate::model::flow::FlowDefinition;
use crate::model::id::{FormId, UserId};
use crate::model::party::Action;
use crate::model::raw::RawRecord;
use crate::model::refusal::Refusal;

/// Whose order it would be, and what would stand in it; what cannot be read is left out.
pub struct Sample<'a> {
    pub initiator: UserId,
    pub values: &'a RawRecord,
}

/// # Errors
/// - `NotFound`, `NotAllowed`: this person does not design the form;
/// - `NotPublished`: the form has no version a flow could run on;
/// - `Invalid`: the drawing is unsound;
/// - `UserInactive`: nobody active would send it.
pub fn preview(
    facts: &Facts,
    designer: UserId,
    (form, drawing): (FormId, &FlowDefinition),
    sample: &Sample,
) -> Result<Preview, Refusal> {
    access::may(facts.catalog, Actor::User(designer), Wish::Form(form, Action::Design))?;
    let history = facts.catalog.form(form).ok_or(Refusal::NotFound)?;
    let compiled = history.current().ok_or(Refusal::NotPublished)?;
    if !facts.catalog.directory.is_active(sample.initiator) {
        return Err(Refusal::UserInactive { user: sample.initiator });
    }
    let flow = definition::compiled(facts.catalog, compiled, drawing).map_err(Refusal::Invalid)?;
    let world = World { now: facts.now, catalog: facts.catalog, flow: &flow, form: compiled };
    let values = fill::sample(facts, world, sample.initiator, sample.values);
    Ok(preview::preview(world, sample.initiator, values))
}
