//! What stands in one cell. Refuses formulas: a name that begins like one is somebody's trick or a broken sheet.

use crate::model::party::Language;
use crate::model::problem::ProblemCode;

/// Spaces of every width, and marks that nobody sees.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}')
}

/// The text between the blanks; an apostrophe that a spreadsheet's export put before a sign is taken off.
pub(super) fn text(cell: &str) -> &str {
    let text = cell.trim_matches(is_blank);
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        Some(_) | None => text,
    }
}

/// Separated by `;`, each without blanks; empty ones are dropped.
pub(super) fn list(cell: &str) -> Vec<&str> {
    cell.split([';', '；', '\n']).map(text).filter(|part| !part.is_empty()).collect()
}

/// A department's path, from its root: `Plant/Shop 1`.
pub(super) fn path(part: &str) -> Vec<&str> {
    part.split(['/', '／']).map(text).filter(|step| !step.is_empty()).collect()
}

pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '@', '#'])
}

/// # Errors
/// - `BadFormat`: neither yes nor no.
pub(super) fn active(text: &str) -> Result<bool, ProblemCode> {
    match text.to_lowercase().as_str() {
        "是" | "启用" | "在职" | "正常" | "yes" | "y" | "true" | "1" | "active" => Ok(true),
        "否" | "停用" | "离职" | "禁用" | "no" | "n" | "false" | "0" | "inactive" => Ok(false),
        _ => Err(ProblemCode::BadFormat),
    }
}

/// # Errors
/// - `BadFormat`: no language of ours.
pub(super) fn language(text: &str) -> Result<Language, ProblemCode> {
    match text.to_lowercase().as_str() {
        "zh" | "zh-cn" | "中文" | "chinese" => Ok(Language::Zh),
        "en" | "en-us" | "英文" | "english" => Ok(Language::En),
        _ => Err(ProblemCode::BadFormat),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_people_write_them() {
        assert_eq!(text("\u{3000}'+86 138\u{200b}"), "+86 138");
        assert_eq!(list("生产部/一车间； 仓库;"), ["生产部/一车间", "仓库"]);
        assert_eq!(path(" 生产部 / 一车间"), ["生产部", "一车间"]);
        assert_eq!((active("是"), active("No"), active("?")), (Ok(true), Ok(false), Err(ProblemCode::BadFormat)));
        assert!(is_formula("=HYPERLINK(1)") && !is_formula("O'Neil"));
    }
}
