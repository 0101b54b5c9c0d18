//! What became of one of several things that were asked for at once, each for itself.

use serde::Serialize;

use super::code::Code;
use crate::model::party::Language;

#[derive(Debug, Serialize)]
pub struct Ended {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    /// Why not, in the caller's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'static str>,
}

impl Ended {
    /// `code`: why it was not done; none where it was.
    pub fn of(code: Option<Code>, language: Language) -> Self {
        Self { ok: code.is_none(), code: code.map(Code::name), title: code.map(|code| code.title(language)) }
    }
}
