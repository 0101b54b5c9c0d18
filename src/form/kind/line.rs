//! Typed text: trimming, length, and the shapes a line can be asked to have.

use crate::model::form::TextFormat;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::Raw;
use crate::model::value::Value;

/// Whether a text may have several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    One,
    Many,
}

/// Trimmed; line ends become `\n`. Control characters have no place in a text that people read.
pub(super) fn parse(place: &str, raw: &Raw, lines: Lines) -> Result<Value, Problem> {
    let text = match raw {
        Raw::Null => return Ok(Value::Empty),
        Raw::Text(text) => text.replace("\r\n", "\n"),
        Raw::Bool(_) | Raw::Number(_) | Raw::List(_) => return Err(super::wrong_type(place)),
    };
    let text = text.trim();
    let is_allowed = |c: char| !c.is_control() || c == '\t' || (c == '\n' && lines == Lines::Many);
    if !text.chars().all(is_allowed) {
        return Err(Problem::error(place, ProblemCode::BadFormat));
    }
    Ok(if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) })
}

pub(super) fn too_long(place: &str, value: &Value, max_chars: u32) -> Option<Problem> {
    let Value::Text(text) = value else { return None };
    super::problem_if(text.chars().count() > max_chars as usize, || {
        Problem::error(place, ProblemCode::TooLong).with("max", max_chars)
    })
}

/// A number people dial loses its spaces and hyphens, so that the same number is the same text.
pub(super) fn canonical(text: String, format: TextFormat) -> String {
    match format {
        TextFormat::Mobile => text.chars().filter(|c| !matches!(c, ' ' | '-')).collect(),
        TextFormat::Any | TextFormat::Email | TextFormat::Url => text,
    }
}

pub(super) fn has_format(text: &str, format: TextFormat) -> bool {
    match format {
        TextFormat::Any => true,
        TextFormat::Mobile => is_mobile(text),
        TextFormat::Email => is_email(text),
        TextFormat::Url => is_url(text),
    }
}

/// Eleven digits of the mainland, or `+` and 7 to 15 digits (ITU-T E.164).
fn is_mobile(text: &str) -> bool {
    let is_digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    match text.strip_prefix('+') {
        Some(digits) => (7..=15).contains(&digits.len()) && is_digits(digits),
        None => {
            text.len() == 11 && is_digits(text) && text.starts_with('1') && matches!(text.as_bytes()[1], b'3'..=b'9')
        }
    }
}

/// One `@`, a local part of at most 64 bytes, a domain with a point inside; what a mail server thinks of it is its matter.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_plain = |part: &str| !part.is_empty() && part.chars().all(|c| !c.is_whitespace() && c != '@' && c != ',');
    let has_point = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
    local.len() <= 64 && text.len() <= 254 && is_plain(local) && is_plain(domain) && has_point
}

/// Only what a browser opens as a page: a `javascript:` address never becomes a link.
fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !host.starts_with(':') && !rest.chars().any(char::is_whitespace)
    })
}
