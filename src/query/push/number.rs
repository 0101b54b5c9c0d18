//! A number as a tile writes it where there is room. Twin: `web/src/tiles/number_text.ts`.

use std::fmt::Write as _;

use jiff::tz::TimeZone;

use crate::model::party::Language;
use crate::model::report::{Large, NumberFormat};
use crate::model::time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp};
use crate::query::tile::Format;

#[derive(Debug, Clone)]
pub struct Look<'a> {
    /// ISO 4217; of money.
    pub currency: String,
    /// Behind plain numbers.
    pub suffix: String,
    /// As many as it may have.
    pub decimals: u8,
    /// What the tile's maker wants instead.
    pub own: Option<&'a NumberFormat>,
}

pub fn text(value: f64, (format, look): (Format, &Look), zone: &TimeZone, language: Language) -> String {
    match format {
        Format::Duration => span(value, language),
        Format::Datetime => date_time(Timestamp(whole(value)), zone),
        Format::Number | Format::Money | Format::Percent => amount(value, format, look, language),
    }
}

/// `2026-11-30 09:00`.
pub fn date_time(at: Timestamp, zone: &TimeZone) -> String {
    let stamp = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    stamp.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}

fn amount(value: f64, format: Format, look: &Look, language: Language) -> String {
    let own = look.own;
    let is_share = own.is_some_and(|own| own.percent);
    let value = if is_share && format != Format::Percent { value * 100.0 } else { value };
    let is_percent = is_share || format == Format::Percent;
    let is_short = own.is_some_and(|own| own.large == Some(Large::Short));
    let (value, sign) = if is_short { short(value, language) } else { (value, "") };
    let digits = digits(value.abs(), if sign.is_empty() { look.decimals } else { 2 }, own);
    let minus = if value < 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) { "-" } else { "" };
    let currency = if format == Format::Money && !is_percent { currency(&look.currency) } else { String::new() };
    let prefix = own.and_then(|own| own.prefix.clone()).unwrap_or(currency);
    let suffix = match own.and_then(|own| own.suffix.as_ref()) {
        Some(suffix) => suffix.as_str(),
        None if format == Format::Number => &look.suffix,
        None => "",
    };
    let percent = if is_percent { "%" } else { "" };
    let gap = if suffix.is_empty() { "" } else { " " };
    format!("{minus}{prefix}{digits}{sign}{percent}{gap}{suffix}")
}

/// From ten thousand on.
fn short(value: f64, language: Language) -> (f64, &'static str) {
    let steps: &[(f64, &str)] = match language {
        Language::Zh => &[(1e8, "亿"), (1e4, "万")],
        Language::En => &[(1e9, "B"), (1e6, "M"), (1e4, "K")],
    };
    let step = steps.iter().find(|(from, _)| value.abs() >= *from);
    step.map_or((value, ""), |(from, sign)| (value / if *sign == "K" { 1e3 } else { *from }, *sign))
}

fn digits(value: f64, most: u8, own: Option<&NumberFormat>) -> String {
    let wanted = own.and_then(|own| own.decimals);
    let written = format!("{value:.*}", usize::from(wanted.unwrap_or(most)));
    let (whole, rest) = written.split_once('.').unwrap_or((&written, ""));
    let rest = if wanted.is_some() { rest } else { rest.trim_end_matches('0') };
    let mut text = String::new();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && own.and_then(|own| own.thousands).unwrap_or(true) {
            text.push(',');
        }
        text.push(digit);
    }
    if !rest.is_empty() {
        let _ = write!(text, ".{rest}");
    }
    text
}

fn currency(code: &str) -> String {
    match code {
        "CNY" | "JPY" => "¥".to_owned(),
        "USD" => "$".to_owned(),
        "EUR" => "€".to_owned(),
        "GBP" => "£".to_owned(),
        other => format!("{other} "),
    }
}

/// The two largest units.
fn span(ms: f64, language: Language) -> String {
    let minutes = whole(ms.abs() / 60_000.0);
    let parts = [
        (minutes / (DAY_MS / MINUTE_MS), "天", "d"),
        (minutes % (DAY_MS / MINUTE_MS) / (HOUR_MS / MINUTE_MS), "小时", "h"),
        (minutes % (HOUR_MS / MINUTE_MS), "分钟", "min"),
    ];
    let first = parts.iter().position(|(count, _, _)| *count > 0).unwrap_or(2);
    let shown = parts.iter().skip(first).take(2).enumerate().filter(|(at, (count, _, _))| *at == 0 || *count > 0);
    let words = shown.map(|(_, (count, zh, en))| match language {
        Language::Zh => format!("{count}{zh}"),
        Language::En => format!("{count} {en}"),
    });
    words.collect::<Vec<_>>().join(if language == Language::Zh { "" } else { " " })
}

#[expect(clippy::cast_possible_truncation, reason = "rounded, and far beyond any instant it saturates")]
fn whole(value: f64) -> i64 {
    value.round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: NumberFormat =
        NumberFormat { decimals: None, thousands: None, large: None, percent: false, prefix: None, suffix: None };

    fn said(value: f64, format: Format, decimals: u8, own: &NumberFormat) -> [String; 2] {
        let look = Look { currency: "CNY".to_owned(), suffix: "kg".to_owned(), decimals, own: Some(own) };
        [Language::Zh, Language::En].map(|language| text(value, (format, &look), &TimeZone::UTC, language))
    }

    #[test]
    fn numbers_read_as_on_the_board() {
        let cases = [
            (1_234.5, Format::Number, 2, PLAIN, "1,234.5 kg", "1,234.5 kg"),
            (-0.001, Format::Number, 2, PLAIN, "0 kg", "0 kg"),
            (-123_456.0, Format::Money, 2, PLAIN, "-¥123,456", "-¥123,456"),
            (12.5, Format::Percent, 1, PLAIN, "12.5%", "12.5%"),
            (0.5, Format::Number, 0, NumberFormat { percent: true, ..PLAIN }, "50% kg", "50% kg"),
            (123_456.0, Format::Money, 2, NumberFormat { large: Some(Large::Short), ..PLAIN }, "¥12.35万", "¥123.46K"),
            (2.0, Format::Number, 0, NumberFormat { decimals: Some(2), ..PLAIN }, "2.00 kg", "2.00 kg"),
            (1_234.0, Format::Number, 0, NumberFormat { thousands: Some(false), ..PLAIN }, "1234 kg", "1234 kg"),
            (95.0 * 60_000.0, Format::Duration, 0, PLAIN, "1小时35分钟", "1 h 35 min"),
            (49.0 * 3_600_000.0, Format::Duration, 0, PLAIN, "2天1小时", "2 d 1 h"),
            (0.0, Format::Duration, 0, PLAIN, "0分钟", "0 min"),
            (0.0, Format::Datetime, 0, PLAIN, "1970-01-01 00:00", "1970-01-01 00:00"),
        ];
        for (value, format, decimals, own, zh, en) in cases {
            assert_eq!(said(value, format, decimals, &own), [zh, en], "{value} {format:?}");
        }
    }
}
