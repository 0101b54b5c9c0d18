//! What people set up for themselves: each for oneself, for the command names nobody else.

use super::events;
use super::facts::Facts;
use crate::model::command::{Actor, PreferenceAsk};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::refusal::Refusal;

mod phrase;

pub fn decide(facts: &Facts, actor: Actor, ask: &PreferenceAsk) -> Result<Decision, Refusal> {
    let is_in = |user: &_| facts.catalog.directory.is_active(*user);
    let user = actor.user().filter(is_in).ok_or(Refusal::NotAllowed)?;
    let before = facts.catalog.preference(user);
    let mut after = before.clone();
    match ask {
        PreferenceAsk::ChooseTheme(theme) => after.theme = *theme,
        PreferenceAsk::BeginTour(tour) => drop(after.tours.insert(*tour)),
        PreferenceAsk::KeepPhrase(phrase) => phrase::keep(&mut after.phrases, phrase)?,
        PreferenceAsk::MovePhrase { phrase, at } => phrase::move_to(&mut after.phrases, phrase, *at)?,
        PreferenceAsk::RemovePhrase(phrase) => after.phrases.retain(|kept| kept != phrase),
    }
    // The second window of one person says the same again.
    Ok(events((after != before).then_some(Event::PreferenceSaved(after))))
}
