//! The layout of a board on phones: tiles of the board, each at most once. Those that are not named stand where they are read.

use crate::model::board::BoardDefinition;
use crate::model::problem::{Problem, ProblemCode};

/// Places are `phone.<id>`.
pub(super) fn check(board: &BoardDefinition) -> Vec<Problem> {
    let placed = board.phone.as_deref().unwrap_or_default();
    let wrong = placed.iter().enumerate().filter_map(|(at, placed_tile)| {
        let is_known = board.tiles.iter().any(|tile| tile.id == placed_tile.id);
        let is_twice = placed[..at].iter().any(|other| other.id == placed_tile.id);
        let code = match (is_known, is_twice) {
            (_, true) => ProblemCode::TilePlacedTwice,
            (false, false) => ProblemCode::UnknownTile,
            (true, false) => return None,
        };
        Some(Problem::error(format!("phone.{}", placed_tile.id), code))
    });
    wrong.collect()
}
