//! What one person may hear of a commit: topics to ask again for, never what they hold. Whoever may not read an order does not hear
//! that it moved.

use super::look::Viewer;
use crate::access;
use crate::model::id::{BoardId, FormId, RecordId};
use crate::model::party::Action;
use crate::view::feed::{Definition, Touch};

/// `order:<id>`, `form:<id>`, `board`, `inbox`, `notices`, `definition:<id>`, `directory`.
pub fn topics(viewer: Viewer, touch: &Touch) -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    let mut add = |topic: String| {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    };
    for (order, form) in &touch.orders {
        if knows(viewer, *order, *form) {
            add(format!("order:{order}"));
            add(format!("form:{form}"));
            add("board".to_owned());
        }
    }
    // Nobody else hears that somebody is about to decide.
    for (_, order) in touch.held.iter().filter(|(user, _)| *user == viewer.user) {
        add(format!("order:{order}"));
        add("inbox".to_owned());
    }
    if touch.inboxes.contains(&viewer.user) {
        add("inbox".to_owned());
    }
    if touch.bells.contains(&viewer.user) {
        add("notices".to_owned());
    }
    for definition in &touch.definitions {
        if let Some(id) = known(viewer, *definition) {
            add(format!("definition:{id}"));
        }
    }
    if touch.directory || touch.workspace {
        add("directory".to_owned());
    }
    topics
}

fn knows(viewer: Viewer, order: RecordId, form: FormId) -> bool {
    let Some(place) = viewer.snapshot.place(order) else { return false };
    let takes_part = viewer.snapshot.table_of(place).participants(place.row).contains(&viewer.user);
    takes_part || viewer.look_at_own(form, Action::View).is_some_and(|look| look.reaches(place.row))
}

/// What is gone is told to everybody signed in: an id says nothing by itself.
fn known(viewer: Viewer, definition: Definition) -> Option<String> {
    let (catalog, user) = (viewer.catalog, viewer.user);
    match definition {
        Definition::App(app) if catalog.apps.contains_key(&app) => {
            access::knows_app(catalog, user, app).then(|| app.to_string())
        }
        Definition::Form(form) if catalog.forms.contains_key(&form) => {
            access::knows_form(catalog, user, form).then(|| form.to_string())
        }
        Definition::Board(board) => board_known(viewer, board).then(|| board.to_string()),
        Definition::App(app) => Some(app.to_string()),
        Definition::Form(form) => Some(form.to_string()),
    }
}

fn board_known(viewer: Viewer, board: BoardId) -> bool {
    let board = viewer.catalog.boards.get(&board);
    board.is_none_or(|board| access::knows_app(viewer.catalog, viewer.user, board.app))
}
