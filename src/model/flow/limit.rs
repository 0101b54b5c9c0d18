//! How long a step may take, and what follows when it takes longer.

use serde::{Deserialize, Serialize};

use crate::model::id::{CalendarId, ChannelId};

/// How long a visit may last, in working time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// 1 to `LIMIT_MINUTES_MAX`.
    pub minutes: u32,
    /// Absent: the workspace's calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarId>,
    /// Done once each when the limit is reached.
    pub actions: Vec<LimitAction>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum LimitAction {
    /// Tells whoever holds the tasks.
    Remind {
        #[serde(default)]
        channel: Option<ChannelId>,
    },
    /// Tells the n-th manager up of whoever holds the tasks.
    TellManager {
        level: u8,
        #[serde(default)]
        channel: Option<ChannelId>,
    },
}
