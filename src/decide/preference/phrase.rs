//! The sentences that somebody often writes. Each says something, and stands once.

use crate::decide::sound;
use crate::form::definition::too_long;
use crate::model::limit::{PHRASE_CHARS_MAX, PHRASES_MAX};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;

const PLACE: &str = "phrase";

pub(super) fn keep(phrases: &mut Vec<String>, phrase: &str) -> Result<(), Refusal> {
    let phrase = phrase.trim();
    let problem = |code| Problem::error(PLACE, code);
    let problems = [
        phrase.is_empty().then(|| problem(ProblemCode::Blank)),
        too_long(PLACE, phrase, PHRASE_CHARS_MAX),
        phrases.iter().any(|kept| kept == phrase).then(|| problem(ProblemCode::NotUnique)),
        (phrases.len() >= PHRASES_MAX).then(|| problem(ProblemCode::TooMany).with("max", PHRASES_MAX)),
    ];
    sound(problems.into_iter().flatten().collect())?;
    phrases.push(phrase.to_owned());
    Ok(())
}

/// Behind the last when there are fewer.
pub(super) fn move_to(phrases: &mut Vec<String>, phrase: &str, at: usize) -> Result<(), Refusal> {
    let from = phrases.iter().position(|kept| kept == phrase).ok_or(Refusal::NotFound)?;
    let moved = phrases.remove(from);
    phrases.insert(at.min(phrases.len()), moved);
    Ok(())
}
