//! Everything published, compiled, immutable. A new catalog is made from the old one by an event; readers share it.
//! It decides nothing and knows no clock.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::calendar::day::Calendar;
use crate::model::backup::BackupPlan;
use crate::model::definition::{App, Board, BoardVersion, View};
use crate::model::event::Event;
use crate::model::id::{AppId, BoardId, CalendarId, ChannelId, FormId, PushId, UserId, ViewId};
use crate::model::keys::KeyStanding;
use crate::model::preference::Preference;
use crate::model::push::Push;
use crate::model::setting::{Channel, Setting};

pub mod calendar;
pub mod directory;
pub mod flow;
pub mod form;
pub mod history;
pub mod rule;
pub mod scene;

use calendar::CompiledCalendar;
use directory::Directory;
use history::FormHistory;

/// Cloning shares everything; changing one thing copies the list it stands in, never what it holds.
#[derive(Debug, Clone)]
pub struct Catalog {
    pub directory: Arc<Directory>,
    pub apps: BTreeMap<AppId, Arc<App>>,
    pub forms: BTreeMap<FormId, Arc<FormHistory>>,
    pub boards: BTreeMap<BoardId, Arc<Board>>,
    /// By version, ascending; nothing of boards that were last saved before versions were kept.
    pub board_versions: BTreeMap<BoardId, Arc<BTreeMap<u32, Arc<BoardVersion>>>>,
    pub views: BTreeMap<ViewId, Arc<View>>,
    pub pushes: BTreeMap<PushId, Arc<Push>>,
    /// Of those who chose something.
    pub preferences: Arc<BTreeMap<UserId, Preference>>,
    pub channels: BTreeMap<ChannelId, Arc<Channel>>,
    pub calendars: BTreeMap<CalendarId, Arc<CompiledCalendar>>,
    /// Absent before the first run.
    pub setting: Option<Arc<Setting>>,
    pub backup: BackupPlan,
    /// As the log was last told; absent before it was.
    pub keys: Option<Arc<KeyStanding>>,
    /// The workspace's; universal time before the first run.
    pub zone: TimeZone,
}

impl Default for Catalog {
    fn default() -> Self {
        Self {
            directory: Arc::default(),
            apps: BTreeMap::new(),
            forms: BTreeMap::new(),
            boards: BTreeMap::new(),
            board_versions: BTreeMap::new(),
            pushes: BTreeMap::new(),
            views: BTreeMap::new(),
            preferences: Arc::default(),
            channels: BTreeMap::new(),
            calendars: BTreeMap::new(),
            setting: None,
            backup: BackupPlan::default(),
            keys: None,
            zone: TimeZone::UTC,
        }
    }
}

/// A zone by its IANA name, from the table inside the binary: the machine's own may differ from yesterday's.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

impl Catalog {
    pub fn form(&self, form: FormId) -> Option<&FormHistory> {
        self.forms.get(&form).map(AsRef::as_ref)
    }

    /// The newest version of a board is the board as it stands.
    pub fn board_version(&self, board: BoardId, version: u32) -> Option<BoardVersion> {
        let versions = self.board_versions.get(&board)?;
        let kept = BoardVersion::clone(versions.get(&version)?);
        let is_newest = versions.last_key_value().is_some_and(|(newest, _)| *newest == version);
        Some(match self.boards.get(&board).filter(|_| is_newest) {
            Some(now) => BoardVersion { definition: now.definition.clone(), ..kept },
            None => kept,
        })
    }

    pub fn preference(&self, user: UserId) -> Preference {
        self.preferences.get(&user).cloned().unwrap_or_else(|| Preference::of(user))
    }

    /// Of the calendar that is named, else of the workspace's; `None` is around the clock.
    pub fn hours(&self, named: Option<CalendarId>) -> Option<&Calendar> {
        let id = named.or_else(|| self.setting.as_ref()?.calendar)?;
        self.calendars.get(&id).map(|calendar| &calendar.hours)
    }

    #[must_use]
    pub fn with(&self, event: &Event) -> Self {
        let mut next = self.clone();
        next.apply(event);
        next
    }

    /// Changes in place what nobody shares and copies the rest. Whoever loads a catalog from rows gives apps and forms first, then
    /// form versions, then flow versions, each ascending: a version is compiled as it comes.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::AppSaved(app) => put(&mut self.apps, app.id, app),
            Event::AppDeleted(app) => drop(self.apps.remove(app)),
            Event::FormSaved(form) => match self.forms.get_mut(&form.id) {
                Some(history) => Arc::make_mut(history).form = Arc::new(form.clone()),
                None => put(&mut self.forms, form.id, &FormHistory::new(form.clone())),
            },
            Event::FormDeleted(form) => {
                self.forms.remove(form);
                self.views.retain(|_, view| view.form != *form);
            }
            Event::FormPublished(version) => {
                if let Some(history) = self.forms.get_mut(&version.form) {
                    Arc::make_mut(history).publish(version);
                }
            }
            Event::FlowPublished(version) => {
                if let Some(history) = self.forms.get_mut(&version.form) {
                    Arc::make_mut(history).publish_flow(version);
                }
            }
            Event::BoardSaved(board) => put(&mut self.boards, board.id, board),
            Event::BoardDeleted(board) => drop(self.boards.remove(board)),
            Event::BoardVersionKept(kept) => {
                let versions = self.board_versions.entry(kept.board).or_default();
                put(Arc::make_mut(versions), kept.version, kept);
            }
            Event::BoardVersionDropped { board, version } => {
                if let Some(versions) = self.board_versions.get_mut(board) {
                    Arc::make_mut(versions).remove(version);
                    self.board_versions.retain(|_, versions| !versions.is_empty());
                }
            }
            Event::ViewSaved(view) => put(&mut self.views, view.id, view),
            Event::ViewDeleted(view) => drop(self.views.remove(view)),
            Event::PushSaved(push) | Event::PushWent(push) => put(&mut self.pushes, push.id, push),
            Event::PushDeleted(push) => drop(self.pushes.remove(push)),
            Event::PreferenceSaved(saved) => {
                Arc::make_mut(&mut self.preferences).insert(saved.user, saved.clone());
            }
            Event::SettingSaved(setting) => {
                // An unknown zone was refused when the setting was saved.
                self.zone = zone(&setting.zone).unwrap_or(TimeZone::UTC);
                self.setting = Some(Arc::new(setting.clone()));
            }
            Event::ChannelSaved(channel) => put(&mut self.channels, channel.id, channel),
            Event::ChannelDeleted(channel) => drop(self.channels.remove(channel)),
            Event::CalendarSaved(saved) => put(&mut self.calendars, saved.id, &CompiledCalendar::new(saved)),
            Event::BackupPlanSaved(plan) => self.backup = *plan,
            Event::KeysStand(standing) => self.keys = Some(Arc::new(standing.clone())),
            Event::UserSaved(_)
            | Event::DepartmentSaved(_)
            | Event::DepartmentDeleted(_)
            | Event::TeamSaved(_)
            | Event::TeamDeleted(_)
            | Event::RoleSaved(_)
            | Event::RoleDeleted(_) => Arc::make_mut(&mut self.directory).apply(event),
            Event::Order { .. }
            | Event::PasswordSet { .. }
            | Event::SessionsEnded { .. }
            | Event::FileStored { .. }
            | Event::FileDropped { .. }
            | Event::OutgoingMoved { .. }
            | Event::NoticesRead { .. }
            | Event::SessionOpened(_)
            | Event::SessionClosed { .. }
            | Event::SignInLocked(_)
            | Event::RecordsExported(_)
            | Event::DecisionHeld(_)
            | Event::DecisionReleased { .. }
            | Event::KeysChanged(_)
            | Event::QuarantineLifted => {}
        }
    }
}

fn put<K: Ord, V: Clone>(map: &mut BTreeMap<K, Arc<V>>, id: K, value: &V) {
    map.insert(id, Arc::new(value.clone()));
}
