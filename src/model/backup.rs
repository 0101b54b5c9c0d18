//! When backups are made, which are kept, and how often one is tried.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackupPlan {
    pub every: Every,
    pub keep: Keep,
    /// Days between two rehearsals; 0: none.
    pub rehearse_days: u16,
}

/// `{"kind": "daily", "minute": 120}` is two in the morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Every {
    /// Only when somebody asks.
    Never,
    Hours {
        hours: u16,
    },
    /// Minutes after midnight in the workspace's zone.
    Daily {
        minute: u16,
    },
}

/// The newest of each of so many days, weeks and months, besides everything of the last 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keep {
    pub daily: u16,
    pub weekly: u16,
    pub monthly: u16,
}

/// What holds until an administrator decides otherwise.
impl Default for BackupPlan {
    fn default() -> Self {
        let keep = Keep { daily: 7, weekly: 4, monthly: 6 };
        Self { every: Every::Daily { minute: 120 }, keep, rehearse_days: 7 }
    }
}
