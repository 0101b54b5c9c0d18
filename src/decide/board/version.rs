//! What is kept of a board that is live as soon as it is saved. A designer saves itself every few seconds, so the saves of one person
//! that follow each other are one version; a pause, another person or a note ends it. The newest version is the board as it is now.

use crate::decide::facts::Facts;
use crate::model::board::BoardDefinition;
use crate::model::definition::{Board, BoardVersion};
use crate::model::document::Document;
use crate::model::event::Event;
use crate::model::id::{BoardId, UserId};
use crate::model::limit::{BOARD_SITTING_MS, BOARD_VERSIONS_MAX};

/// Who saves, and what they say about it.
pub(super) struct Signature<'a> {
    pub by: Option<UserId>,
    pub note: &'a str,
}

/// `before`: the board as it was until now. The newest version has no document: it is the board, until the next version begins.
pub(super) fn keep(facts: &Facts, before: Option<&Board>, board: &Board, signature: &Signature<'_>) -> Vec<Event> {
    let versions = facts.catalog.board_versions.get(&board.id);
    let last = versions.and_then(|versions| versions.last_key_value()).map(|(_, last)| &**last);
    let goes_on = last.zip(before).is_some_and(|(last, before)| is_open(facts, last, (before, board), signature));
    let ended = before.filter(|_| !goes_on).map(|before| {
        // Last saved before versions were kept: what it was is not lost by this save.
        let head = last.cloned().unwrap_or_else(|| begun(facts, before, 1, &Signature { by: None, note: "" }));
        BoardVersion { name: before.name.clone(), definition: before.definition.clone(), ..head }
    });
    let version = match (&ended, last) {
        (Some(ended), _) => ended.version + 1,
        (None, Some(last)) => last.version,
        (None, None) => 1,
    };
    let newest = begun(facts, board, version, signature);
    let oldest = versions.iter().flat_map(|versions| versions.keys()).take_while(|kept| is_too_old(**kept, version));
    let dropped = oldest.map(|version| Event::BoardVersionDropped { board: board.id, version: *version });
    ended.into_iter().chain([newest]).map(Event::BoardVersionKept).chain(dropped).collect()
}

fn begun(facts: &Facts, board: &Board, version: u32, signature: &Signature<'_>) -> BoardVersion {
    BoardVersion {
        board: board.id,
        version,
        name: board.name.clone(),
        definition: Document::new(BoardDefinition::default()),
        note: signature.note.to_owned(),
        at: facts.now,
        by: signature.by,
    }
}

/// Of a board that is deleted.
pub(super) fn drop_all(facts: &Facts, board: BoardId) -> impl Iterator<Item = Event> {
    let versions = facts.catalog.board_versions.get(&board);
    let versions = versions.into_iter().flat_map(|versions| versions.keys());
    versions.map(move |version| Event::BoardVersionDropped { board, version: *version })
}

/// A note that comes alone is a word about what is kept already.
fn is_open(facts: &Facts, last: &BoardVersion, (before, board): (&Board, &Board), signature: &Signature<'_>) -> bool {
    let is_same = before.name == board.name && before.definition == board.definition;
    let is_going_on = facts.now.0 - last.at.0 < BOARD_SITTING_MS && signature.note.is_empty();
    last.by == signature.by && last.note.is_empty() && (is_same || is_going_on)
}

fn is_too_old(version: u32, newest: u32) -> bool {
    (newest - version) as usize >= BOARD_VERSIONS_MAX
}
