//! Boards that tell of themselves at set times. Who may design the board's app makes, changes and deletes a push, and may send it at
//! once; its figures are what whoever saved it last sees. Refuses to say the same due instant twice.

use super::events;
use super::facts::Facts;
use crate::access::{self, Wish};
use crate::model::command::Actor;
use crate::model::decision::Decision;
use crate::model::definition::Board;
use crate::model::event::Event;
use crate::model::id::{BoardId, PushId};
use crate::model::party::Action;
use crate::model::push::{Push, PushAsk};
use crate::model::refusal::Refusal;

mod go;
mod save;

pub fn decide(facts: &Facts, actor: Actor, ask: &PushAsk) -> Result<Decision, Refusal> {
    match ask {
        PushAsk::Save { push, board, rev, plan } => save::decide(facts, actor, (*push, *board, *rev), plan),
        PushAsk::Delete { push, board } => {
            let board = designed(facts, actor, *board)?;
            of(facts, board.id, *push)?;
            Ok(events([Event::PushDeleted(*push)]))
        }
        PushAsk::Go { push, rev, due, words } => go::decide(facts, actor, (*push, *rev, *due), words),
    }
}

/// Those of a board that is deleted.
pub(super) fn drop_all(facts: &Facts, board: BoardId) -> impl Iterator<Item = Event> {
    let pushes = facts.catalog.pushes.values().filter(move |push| push.board == board);
    pushes.map(|push| Event::PushDeleted(push.id))
}

fn designed<'a>(facts: &Facts<'a>, actor: Actor, board: BoardId) -> Result<&'a Board, Refusal> {
    let board = facts.catalog.boards.get(&board).ok_or(Refusal::NotFound)?;
    access::may(facts.catalog, actor, Wish::App(board.app, Action::Design))?;
    Ok(board)
}

fn of<'a>(facts: &Facts<'a>, board: BoardId, push: PushId) -> Result<&'a Push, Refusal> {
    let push = facts.catalog.pushes.get(&push).filter(|push| push.board == board);
    push.map(AsRef::as_ref).ok_or(Refusal::NotFound)
}
