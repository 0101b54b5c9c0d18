//! What a viewer may narrow a board by: of the columns its maker chose, those that the viewer may know of. The tiles judge again,
//! whatever is asked: see [`super::tile`].

use super::look::Viewer;
use crate::model::board::{BoardDefinition, ViewerFilter};
use crate::model::party::Action;

pub fn viewer_filters(viewer: Viewer, board: &BoardDefinition) -> Vec<ViewerFilter> {
    let may = |filter: &&ViewerFilter| {
        let knows = |form| viewer.look(form, Action::View).is_ok_and(|look| look.shapes.contains_key(&filter.column));
        filter.form.is_none_or(knows)
    };
    board.viewer_filters.iter().filter(may).cloned().collect()
}
