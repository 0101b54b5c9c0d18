//! Uploaded files become known, and are forgotten again by housekeeping when no record mentions them.

use super::{events, sound};
use crate::form::definition::name;
use crate::model::command::{Actor, FileAsk};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::limit::FILE_BYTES_MAX;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::value::File;

pub fn decide(actor: Actor, ask: &FileAsk) -> Result<Decision, Refusal> {
    match (ask, actor) {
        (FileAsk::Stored { file, digest }, Actor::User(by)) => {
            check(file)?;
            Ok(events([Event::FileStored { file: file.clone(), by, digest: *digest }]))
        }
        (FileAsk::Drop { file }, Actor::System) => Ok(events([Event::FileDropped { file: *file }])),
        (FileAsk::Stored { .. }, Actor::System) | (FileAsk::Drop { .. }, Actor::User(_)) => Err(Refusal::NotAllowed),
    }
}

/// Whether it would be taken, which may be asked before its bytes travel.
pub fn check(file: &File) -> Result<(), Refusal> {
    sound(problems(file))
}

/// A name is shown and offered for saving, so it must not lead anywhere.
fn problems(file: &File) -> Vec<Problem> {
    let is_path = file.name.contains(['/', '\\', ':']) || file.name.chars().any(char::is_control);
    let path = (is_path || file.name.starts_with('.')).then(|| Problem::error("name", ProblemCode::BadFormat));
    let large = (file.bytes > FILE_BYTES_MAX)
        .then(|| Problem::error("bytes", ProblemCode::TooLarge).with("max", FILE_BYTES_MAX));
    name("name", &file.name).into_iter().chain(path).chain(large).collect()
}
