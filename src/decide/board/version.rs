//! What is kept of a board that is live as soon as it is saved. A designer saves itself every few seconds, so the saves of one person
//! that follow each other are one version; a pause, another person or a note ends it. The newest version is the board as it is now.

use crate::decide::facts::Facts;
use crate::model::definition::{Board, BoardVersion};
use crate::model::event::Event;
use crate::model::id::{BoardId, UserId};
use crate::model::limit::{BOARD_SITTING_MS, BOARD_VERSIONS_MAX};

/// Who saves, and what they say about it.
pub(super) struct Signature<'a> {
    pub by: Option<UserId>,
    pub note: &'a str,
}

/// `before`: the board as it was until now.
pub(super) fn keep(facts: &Facts, before: Option<&Board>, board: &Board, signature: &Signature<'_>) -> Vec<Event> {
    let kept = |version, board: &Board, by, note: &str| BoardVersion {
        board: board.id,
        version,
        name: board.name.clone(),
        definition: board.definition.clone(),
        note: note.to_owned(),
        at: facts.now,
        by,
    };
    let versions = facts.catalog.board_versions.get(&board.id);
    let last = versions.and_then(|versions| versions.last_key_value()).map(|(_, last)| &**last);
    // Last saved before versions were kept: what it was is not lost by this save.
    let first = before.filter(|_| last.is_none()).map(|before| kept(1, before, None, ""));
    let version = match last {
        Some(last) if is_open(facts, last, board, signature) => last.version,
        Some(last) => last.version + 1,
        None => first.as_ref().map_or(1, |first| first.version + 1),
    };
    let now = kept(version, board, signature.by, signature.note);
    let oldest = versions.iter().flat_map(|versions| versions.keys()).take_while(|kept| is_too_old(**kept, version));
    let dropped = oldest.map(|version| Event::BoardVersionDropped { board: board.id, version: *version });
    first.into_iter().chain([now]).map(Event::BoardVersionKept).chain(dropped).collect()
}

/// Of a board that is deleted.
pub(super) fn drop_all(facts: &Facts, board: BoardId) -> impl Iterator<Item = Event> {
    let versions = facts.catalog.board_versions.get(&board);
    let versions = versions.into_iter().flat_map(|versions| versions.keys());
    versions.map(move |version| Event::BoardVersionDropped { board, version: *version })
}

/// A note that comes alone is a word about what is kept already.
fn is_open(facts: &Facts, last: &BoardVersion, board: &Board, signature: &Signature<'_>) -> bool {
    let is_same = last.name == board.name && last.definition == board.definition;
    let is_going_on = facts.now.0 - last.at.0 < BOARD_SITTING_MS && signature.note.is_empty();
    last.by == signature.by && last.note.is_empty() && (is_same || is_going_on)
}

fn is_too_old(version: u32, newest: u32) -> bool {
    (newest - version) as usize >= BOARD_VERSIONS_MAX
}
