//! Boards: kept whole or not at all. A board runs with its viewer's rights, so its maker only needs to know the forms it counts.

use super::facts::Facts;
use super::{events, push, sound};
use crate::access::{self, Wish};
use crate::form::definition::{name as name_problem, too_long};
use crate::model::command::{Actor, BoardAsk};
use crate::model::decision::Decision;
use crate::model::definition::Board;
use crate::model::document::Document;
use crate::model::event::Event;
use crate::model::id::BoardId;
use crate::model::limit::NOTE_CHARS_MAX;
use crate::model::party::Action;
use crate::model::refusal::Refusal;

mod phone;
mod tab;
pub(super) mod tile;
mod version;
mod viewer;

use version::Signature;

pub fn decide(facts: &Facts, actor: Actor, ask: &BoardAsk) -> Result<Decision, Refusal> {
    match ask {
        BoardAsk::Save { board, app, name, rev, definition, note } => {
            access::may(facts.catalog, actor, Wish::App(*app, Action::Design))?;
            let (id, app, rev) = (*board, *app, *rev);
            let (name, definition) = (name.trim().to_owned(), Document::new(definition.clone()));
            save(facts, actor, Board { id, app, name, definition, rev }, note)
        }
        BoardAsk::Delete { board } => delete(facts, actor, *board),
    }
}

/// `board.rev` is the one its maker read; 0 for a new board.
fn save(facts: &Facts, actor: Actor, board: Board, note: &str) -> Result<Decision, Refusal> {
    let before = facts.catalog.boards.get(&board.id).map(|before| &**before);
    if before.is_some_and(|before| before.app != board.app) {
        return Err(Refusal::NotFound);
    }
    let now = before.map_or(0, |before| before.rev);
    if board.rev != now {
        return Err(Refusal::StaleRevision { now });
    }
    let mut problems: Vec<_> = name_problem("name", &board.name).into_iter().collect();
    problems.extend(tile::check(facts.catalog, actor, &board.definition));
    problems.extend(tab::check(&board.definition));
    problems.extend(phone::check(&board.definition));
    problems.extend(viewer::check(facts.catalog, &board.definition));
    problems.extend(too_long("note", note, NOTE_CHARS_MAX));
    sound(problems)?;
    let board = Board { rev: now + 1, ..board };
    let kept = version::keep(facts, before, &board, &Signature { by: actor.user(), note: note.trim() });
    Ok(events([Event::BoardSaved(board)].into_iter().chain(kept)))
}

fn delete(facts: &Facts, actor: Actor, board: BoardId) -> Result<Decision, Refusal> {
    let before = facts.catalog.boards.get(&board).ok_or(Refusal::NotFound)?;
    access::may(facts.catalog, actor, Wish::App(before.app, Action::Design))?;
    let kept = version::drop_all(facts, board).chain(push::drop_all(facts, board));
    Ok(events(kept.chain([Event::BoardDeleted(board)])))
}
