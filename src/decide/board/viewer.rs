//! What viewers may narrow a board by: columns that some tile's form has, each once. Which of them a viewer is offered is judged
//! when they look: [`crate::query::board`].

use super::tile::form_of;
use crate::catalog::Catalog;
use crate::decide::column;
use crate::model::board::{BoardDefinition, ViewerFilter};
use crate::model::limit::VIEWER_FILTERS_MAX;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::report::Column;

/// Places are `viewer_filters.N`. A form that is gone is told at the tiles that count it.
pub(super) fn check(catalog: &Catalog, board: &BoardDefinition) -> Vec<Problem> {
    let filters = &board.viewer_filters;
    if filters.len() > VIEWER_FILTERS_MAX {
        return vec![Problem::error("viewer_filters", ProblemCode::TooMany).with("max", VIEWER_FILTERS_MAX)];
    }
    let wrong = filters.iter().enumerate().filter_map(|(at, filter)| {
        let is_twice = filters[..at].contains(filter);
        let code = if is_twice { ProblemCode::DuplicateId } else { fault(catalog, board, filter)? };
        let problem = Problem::error(format!("viewer_filters.{at}"), code);
        Some(match &filter.column {
            Column::Field(field) => problem.with("field", field),
            _ => problem,
        })
    });
    wrong.collect()
}

fn fault(catalog: &Catalog, board: &BoardDefinition, filter: &ViewerFilter) -> Option<ProblemCode> {
    let form = match (&filter.column, filter.form) {
        (Column::Field(_), Some(form)) => form,
        (Column::Field(_), None) => return Some(ProblemCode::UnknownForm),
        (_, None) => return None,
        (_, Some(_)) => return Some(ProblemCode::WrongType),
    };
    if !board.tiles.iter().any(|tile| form_of(tile) == form) {
        return Some(ProblemCode::ViewerFilterIdle);
    }
    let compiled = catalog.form(form)?.current()?;
    column::kind(compiled, &filter.column, "").is_err().then_some(ProblemCode::ViewerFilterGone)
}
