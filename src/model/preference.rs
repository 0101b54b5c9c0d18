//! What people set up for themselves: the face of the product and the phrases they often write. It follows them to every device;
//! widths of panes and columns stay with the device.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::id::UserId;

/// One person's; their language stands with the person, because messages are written in it too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preference {
    pub user: UserId,
    #[serde(default)]
    pub theme: Theme,
    /// Those that were begun; none is given a second time.
    #[serde(default)]
    pub tours: BTreeSet<Tour>,
    /// For opinions, in the order in which they are offered. At most `PHRASES_MAX`, each once.
    #[serde(default)]
    pub phrases: Vec<String>,
}

impl Preference {
    /// Of somebody who chose nothing yet.
    pub fn of(user: UserId) -> Self {
        Self { user, theme: Theme::default(), tours: BTreeSet::new(), phrases: Vec::new() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    Light,
    Dark,
}

/// A few sentences that show a newcomer around.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tour {
    /// Of the first day.
    Welcome,
    /// Of the form designer.
    Form,
    /// Of the flow designer.
    Flow,
    /// Of the board designer.
    Board,
}
