//! What people set up for themselves: each for oneself, for the command names nobody else.

use super::events;
use super::facts::Facts;
use crate::model::command::{Actor, PreferenceAsk};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::party::{Language, User};
use crate::model::refusal::Refusal;

mod phrase;

pub fn decide(facts: &Facts, actor: Actor, ask: &PreferenceAsk) -> Result<Decision, Refusal> {
    let known = actor.user().and_then(|user| facts.catalog.directory.user(user));
    let person = known.filter(|person| person.is_active).ok_or(Refusal::NotAllowed)?;
    let before = facts.catalog.preference(person.id);
    let mut after = before.clone();
    match ask {
        PreferenceAsk::ChooseTheme(theme) => after.theme = *theme,
        PreferenceAsk::ChooseLanguage(language) => return Ok(choose_language(person, *language)),
        PreferenceAsk::BeginTour(tour) => drop(after.tours.insert(*tour)),
        PreferenceAsk::KeepPhrase(phrase) => phrase::keep(&mut after.phrases, phrase)?,
        PreferenceAsk::MovePhrase { phrase, at } => phrase::move_to(&mut after.phrases, phrase, *at)?,
        PreferenceAsk::RemovePhrase(phrase) => after.phrases.retain(|kept| kept != phrase),
    }
    // The second window of one person says the same again.
    Ok(events((after != before).then_some(Event::PreferenceSaved(after))))
}

/// The one thing of the own record that needs no administrator.
fn choose_language(person: &User, language: Language) -> Decision {
    let chosen = || Event::UserSaved(User { language, ..person.clone() });
    events((person.language != language).then(chosen))
}
