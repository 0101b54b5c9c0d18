//! Everything published, compiled, immutable. A new catalog is made from the old one by an event; readers share it.
//! It decides nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::calendar::NamedCalendar;
use crate::model::definition::{App, Board, View};
use crate::model::id::{AppId, BoardId, CalendarId, ChannelId, ViewId};
use crate::model::setting::{Channel, Setting};

pub mod directory;

use directory::Directory;

#[derive(Debug, Clone, Default)]
pub struct Catalog {
    pub directory: Arc<Directory>,
    pub apps: BTreeMap<AppId, Arc<App>>,
    pub boards: BTreeMap<BoardId, Arc<Board>>,
    pub views: BTreeMap<ViewId, Arc<View>>,
    pub channels: BTreeMap<ChannelId, Arc<Channel>>,
    pub calendars: BTreeMap<CalendarId, Arc<NamedCalendar>>,
    /// Absent before the first run.
    pub setting: Option<Arc<Setting>>,
}
