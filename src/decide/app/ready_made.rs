//! The apps that come with the house, in both languages. They are packages like any other.

use crate::model::party::Language;

/// Codes in the order they are offered.
pub const READY_MADE: [&str; 1] = ["repair"];

/// The package's text; `None` for a code that is not offered.
pub fn package(code: &str, language: Language) -> Option<&'static str> {
    match (code, language) {
        ("repair", Language::Zh) => Some(include_str!("../../../assets/apps/repair.zh.json")),
        ("repair", Language::En) => Some(include_str!("../../../assets/apps/repair.en.json")),
        _ => None,
    }
}
