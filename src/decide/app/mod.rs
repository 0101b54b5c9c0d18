//! Apps: kept and deleted. An app with forms or boards in it is not deleted.

use super::facts::Facts;
use super::{events, in_use, sound};
use crate::access::{self, Wish};
use crate::form::definition::{name, too_long};
use crate::model::command::{Actor, AppAsk};
use crate::model::decision::Decision;
use crate::model::definition::App;
use crate::model::event::Event;
use crate::model::id::AppId;
use crate::model::limit::{NAME_CHARS_MAX, NOTE_CHARS_MAX};
use crate::model::party::{Action, Power};
use crate::model::refusal::Refusal;

pub mod package;
pub mod ready_made;

pub fn decide(facts: &Facts, actor: Actor, ask: &AppAsk) -> Result<Decision, Refusal> {
    match ask {
        AppAsk::Save(app) => save(facts, actor, app),
        AppAsk::Delete(app) => delete(facts, actor, *app),
    }
}

/// A new app needs the power to design; an app that exists, the right to design this one.
fn save(facts: &Facts, actor: Actor, app: &App) -> Result<Decision, Refusal> {
    let is_new = !facts.catalog.apps.contains_key(&app.id);
    let wish = if is_new { Wish::Power(Power::Design) } else { Wish::App(app.id, Action::Design) };
    access::may(facts.catalog, actor, wish)?;
    let problems = [
        name("name", &app.name),
        too_long("description", &app.description, NOTE_CHARS_MAX),
        too_long("icon", &app.icon, NAME_CHARS_MAX),
    ];
    sound(problems.into_iter().flatten().collect())?;
    Ok(events([Event::AppSaved(app.clone())]))
}

/// Grants on it go with it.
fn delete(facts: &Facts, actor: Actor, app: AppId) -> Result<Decision, Refusal> {
    access::may(facts.catalog, actor, Wish::App(app, Action::Design))?;
    let forms = facts.catalog.forms.values().filter(|history| history.form.app == app);
    let forms = forms.map(|history| format!("forms.{}", history.form.name));
    let boards = facts.catalog.boards.values().filter(|board| board.app == app);
    let boards = boards.map(|board| format!("boards.{}", board.name));
    in_use::refuse(forms.chain(boards).collect())?;
    let roles = super::party::role::without_grants(facts.catalog, |grant| grant.app == app);
    Ok(events(roles.into_iter().chain([Event::AppDeleted(app)])))
}
