//! What a board is made of: tabs, tiles and where they stand, what narrows them. JSON documents, like every definition.

use serde::{Deserialize, Serialize};

use super::id::{FormId, TabId, TileId};
use super::report::{Chart, Column, Condition};

/// A page of tiles.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardDefinition {
    pub tiles: Vec<Tile>,
    /// The pages it is read in, in this order, at most `BOARD_TABS_MAX`; none: it is one page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tabs: Vec<Tab>,
    /// Hold for every tile.
    #[serde(default)]
    pub filters: Vec<Condition>,
    /// What whoever looks may narrow it by, in this order; at most `VIEWER_FILTERS_MAX`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub viewer_filters: Vec<ViewerFilter>,
    /// How phones show the tiles, from the top; absent: as they are read on the grid, row by row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Vec<PhoneTile>>,
}

/// One page of a board, with a grid of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tab {
    pub id: TabId,
    pub name: String,
}

/// A column that whoever looks at a board may narrow it by: every tile whose form has it follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewerFilter {
    pub column: Column,
    /// Whose field it is, for ids of fields repeat from form to form; absent for what every order has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<FormId>,
}

/// One chart on a phone. A tile that no entry names stands behind the one it is read after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneTile {
    pub id: TileId,
    /// Absent: as its kind needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<PhoneHeight>,
    #[serde(default)]
    pub hidden: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneHeight {
    Low,
    Middle,
    High,
}

/// One chart on a board's grid of twelve columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tile {
    pub id: TileId,
    pub title: String,
    /// Where it stands; absent: on the first tab, if there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tab: Option<TabId>,
    pub x: u8,
    pub y: u16,
    pub w: u8,
    pub h: u8,
    pub chart: Chart,
}
