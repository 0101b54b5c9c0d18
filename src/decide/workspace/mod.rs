//! What holds for the whole workspace: its name, zone and calendars, and the channels that reach people outside.

use super::facts::Facts;
use super::{events, in_use, sound};
use crate::access::{self, Wish};
use crate::catalog::{self, Catalog};
use crate::form::definition::name;
use crate::model::calendar::NamedCalendar;
use crate::model::command::{Actor, WorkspaceAsk};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::id::ChannelId;
use crate::model::party::Power;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::setting::{Channel, Reach, Setting};

pub mod robot;
pub mod sample;
pub mod seed;
pub mod weeks;

mod backup;
mod calendar;
mod keys;

pub fn decide(facts: &Facts, actor: Actor, ask: &WorkspaceAsk) -> Result<Decision, Refusal> {
    access::may(facts.catalog, actor, Wish::Power(Power::Administer))?;
    match ask {
        WorkspaceAsk::SaveSetting(setting) => save_setting(facts.catalog, setting),
        WorkspaceAsk::SaveChannel(channel) => save_channel(facts.catalog, channel),
        WorkspaceAsk::DeleteChannel(channel) => delete_channel(facts.catalog, *channel),
        WorkspaceAsk::SaveCalendar(calendar) => save_calendar(facts.catalog, calendar),
        WorkspaceAsk::SaveBackupPlan(plan) => backup::save_plan(plan),
        WorkspaceAsk::LiftQuarantine => Ok(events([Event::QuarantineLifted])),
        WorkspaceAsk::NoteKeys(standing) => Ok(keys::note(facts.catalog.keys.as_deref(), standing)),
    }
}

fn save_setting(catalog: &Catalog, setting: &Setting) -> Result<Decision, Refusal> {
    let zone = catalog::zone(&setting.zone).is_none().then(|| Problem::error("zone", ProblemCode::BadFormat));
    let unknown = setting.calendar.filter(|calendar| !catalog.calendars.contains_key(calendar));
    let unknown = unknown.map(|id| Problem::error("calendar", ProblemCode::UnknownCalendar).with("id", id));
    sound(name("organisation", &setting.organisation).into_iter().chain(zone).chain(unknown).collect())?;
    Ok(events([Event::SettingSaved(setting.clone())]))
}

/// The address is a secret that browsers never see, so an empty one keeps what there is.
fn save_channel(catalog: &Catalog, channel: &Channel) -> Result<Decision, Refusal> {
    let Reach::WecomRobot { url } = &channel.reach;
    let before = catalog.channels.get(&channel.id).map(|channel| &channel.reach);
    let address = match before {
        Some(Reach::WecomRobot { url: before }) if url.is_empty() => Ok(before.clone()),
        Some(Reach::WecomRobot { .. }) | None => robot::address(url),
    };
    let twin = catalog.channels.values().any(|other| other.id != channel.id && other.name == channel.name);
    let twin = twin.then(|| Problem::error("name", ProblemCode::DuplicateName));
    let bad = address.as_ref().err().cloned();
    sound(name("name", &channel.name).into_iter().chain(twin).chain(bad).collect())?;
    let reach = Reach::WecomRobot { url: address.map_err(|problem| Refusal::Invalid(vec![problem]))? };
    Ok(events([Event::ChannelSaved(Channel { reach, ..channel.clone() })]))
}

fn delete_channel(catalog: &Catalog, channel: ChannelId) -> Result<Decision, Refusal> {
    if !catalog.channels.contains_key(&channel) {
        return Err(Refusal::NotFound);
    }
    in_use::refuse(in_use::by_channel(catalog, channel))?;
    Ok(events([Event::ChannelDeleted(channel)]))
}

fn save_calendar(catalog: &Catalog, calendar: &NamedCalendar) -> Result<Decision, Refusal> {
    let now = catalog.calendars.get(&calendar.id).map_or(0, |before| before.saved.rev);
    if calendar.rev != now {
        return Err(Refusal::StaleRevision { now });
    }
    let mut problems: Vec<_> = name("name", &calendar.name).into_iter().collect();
    problems.extend(calendar::check(&calendar.definition));
    sound(problems)?;
    Ok(events([Event::CalendarSaved(NamedCalendar { rev: now + 1, ..calendar.clone() })]))
}
