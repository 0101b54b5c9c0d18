//! What people at a node of a flow may undo.

use serde::{Deserialize, Serialize};

/// What people at a node may undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GoingBack {
    pub returns: ReturnRule,
    /// Taking back one's own decision until somebody after touched the order.
    pub recall: bool,
    pub transfer: bool,
}

impl Default for GoingBack {
    fn default() -> Self {
        Self { returns: ReturnRule::Any, recall: true, transfer: true }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnRule {
    Off,
    Start,
    Previous,
    #[default]
    Any,
}
