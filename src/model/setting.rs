//! What holds for the whole workspace.

use serde::{Deserialize, Serialize};

use super::id::{CalendarId, ChannelId};
use super::party::Language;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// The organisation's name.
    pub organisation: String,
    #[serde(default)]
    pub language: Language,
    /// IANA name; days, weeks and serial numbers are counted in it.
    pub zone: String,
    /// The calendar of limits that name none; absent: around the clock.
    #[serde(default)]
    pub calendar: Option<CalendarId>,
}

/// A way to reach people outside the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    pub id: ChannelId,
    pub name: String,
    pub reach: Reach,
    pub is_active: bool,
}

/// `{"kind": "wecom_robot", "url": "..."}`; the URL is a secret and is never sent back to a browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Reach {
    /// A group robot of WeCom. The whole address; a bare key is completed when it is saved.
    WecomRobot { url: String },
}
