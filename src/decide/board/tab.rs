//! Tabs: each once and with a name. A tile stands on one that there is, or on the first.

use crate::form::definition::{name, too_many};
use crate::model::board::BoardDefinition;
use crate::model::id::TabId;
use crate::model::limit::BOARD_TABS_MAX;
use crate::model::problem::{Problem, ProblemCode};

/// Places are `tabs.<id>` and `tiles.<id>.tab`.
pub(super) fn check(board: &BoardDefinition) -> Vec<Problem> {
    let mut problems: Vec<_> = too_many("tabs", board.tabs.len(), BOARD_TABS_MAX).into_iter().collect();
    for (at, tab) in board.tabs.iter().enumerate() {
        let place = format!("tabs.{}", tab.id);
        if board.tabs[..at].iter().any(|other| other.id == tab.id) {
            problems.push(Problem::error(&place, ProblemCode::DuplicateId));
        }
        problems.extend(name(&format!("{place}.name"), &tab.name));
    }
    let is_known = |wanted: &TabId| board.tabs.iter().any(|tab| tab.id == *wanted);
    let adrift = board.tiles.iter().filter(|tile| tile.tab.as_ref().is_some_and(|tab| !is_known(tab)));
    problems.extend(adrift.map(|tile| Problem::error(format!("tiles.{}.tab", tile.id), ProblemCode::UnknownTab)));
    problems
}
