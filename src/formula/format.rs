//! Numbers and moments written by a pattern, and amounts in the capitals of Chinese receipts.

use rust_decimal::{Decimal, RoundingStrategy};

use super::moment::Civil;

/// `#,##0.00`: the part from the first to the last of `# 0 , .` shapes the number, what stands around it is copied.
/// A zero is a digit that is always written, `#` one that may be missing, `,` groups by thousands.
pub fn number(number: Decimal, pattern: &str) -> String {
    let is_shape = |c: char| matches!(c, '#' | '0' | ',' | '.');
    let Some(start) = pattern.find(is_shape) else { return pattern.to_owned() };
    let end = pattern.rfind(is_shape).map_or(start, |last| last + 1);
    let (whole_shape, fraction_shape) = pattern[start..end].split_once('.').unwrap_or((&pattern[start..end], ""));
    let zeros = |shape: &str| shape.bytes().filter(|b| *b == b'0').count();
    let places = fraction_shape.bytes().filter(|b| matches!(b, b'0' | b'#')).count().min(28);
    let places = u32::try_from(places).expect("at most 28");
    let rounded = number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize();
    let plain = rounded.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let whole = if whole == "0" { "" } else { whole };
    let width = zeros(whole_shape).min(40);
    let whole = group(&format!("{whole:0>width$}"), whole_shape.contains(','));
    let width = zeros(fraction_shape).min(28);
    let fraction = format!("{fraction:0<width$}");
    let point = if fraction.is_empty() { "" } else { "." };
    let sign = if rounded.is_sign_negative() && !rounded.is_zero() { "-" } else { "" };
    format!("{sign}{}{whole}{point}{fraction}{}", &pattern[..start], &pattern[end..])
}

fn group(digits: &str, by_thousands: bool) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if by_thousands && index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `yyyy yy MM M dd d HH H mm m ss s`; everything else is copied, letters between apostrophes too.
pub fn moment(civil: &Civil, pattern: &str) -> String {
    let chars: Vec<char> = pattern.chars().collect();
    let mut text = String::new();
    let mut quoted = false;
    let mut at = 0;
    while at < chars.len() {
        let letter = chars[at];
        let run = chars[at..].iter().take_while(|c| **c == letter).count();
        if letter == '\'' {
            quoted ^= run % 2 == 1;
        } else if quoted {
            text.extend(std::iter::repeat_n(letter, run));
        } else {
            text.push_str(&part(civil, letter, run));
        }
        at += run;
    }
    text
}

fn part(civil: &Civil, letter: char, run: usize) -> String {
    let number = match letter {
        'y' if run == 2 => civil.year % 100,
        'y' => return format!("{:04}", civil.year),
        'M' => civil.month,
        'd' => civil.day,
        'H' => civil.hour,
        'm' => civil.minute,
        's' => civil.second,
        _ => return std::iter::repeat_n(letter, run).collect(),
    };
    if run >= 2 { format!("{number:02}") } else { number.to_string() }
}

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const UNITS: [&str; 4] = ["", "拾", "佰", "仟"];
const MYRIADS: [&str; 4] = ["", "万", "亿", "万亿"];

/// `1234.5` as `壹仟贰佰叁拾肆元伍角`; an amount without fen ends in `整`. `None` from 10^16 yuan on.
pub fn rmb(amount: Decimal) -> Option<String> {
    let rounded = amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let mut fen = u128::try_from(rounded.abs().checked_mul(Decimal::ONE_HUNDRED)?.trunc()).ok()?;
    if fen >= 1_000_000_000_000_000_000 {
        return None;
    }
    if fen == 0 {
        return Some("零元整".to_owned());
    }
    let (jiao, last) = (fen / 10 % 10, fen % 10);
    fen /= 100;
    let mut text = if rounded.is_sign_negative() { "负".to_owned() } else { String::new() };
    if fen > 0 {
        text.push_str(&yuan(fen));
        text.push('元');
    }
    if jiao > 0 {
        text.push(digit(jiao));
        text.push('角');
    } else if last > 0 && fen > 0 {
        text.push('零');
    }
    if last > 0 {
        text.push(digit(last));
        text.push('分');
    } else {
        text.push('整');
    }
    Some(text)
}

/// Groups of four digits; one `零` stands for every run of zeros before another digit.
fn yuan(amount: u128) -> String {
    let mut text = String::new();
    let mut gap = false;
    for place in (0..16).rev() {
        let value = amount / 10_u128.pow(place) % 10;
        let (group, unit) = (usize::try_from(place / 4).unwrap_or(0), usize::try_from(place % 4).unwrap_or(0));
        if value == 0 {
            gap = !text.is_empty();
        } else {
            if gap {
                text.push('零');
            }
            gap = false;
            text.push(digit(value));
            text.push_str(UNITS[unit]);
        }
        let group_value = amount / 10_u128.pow(place - place % 4) % 10_000;
        if unit == 0 && group_value > 0 {
            text.push_str(if group == 3 && !(amount / 100_000_000).is_multiple_of(10_000) {
                "万"
            } else {
                MYRIADS[group]
            });
        }
    }
    text
}

fn digit(value: u128) -> char {
    usize::try_from(value).ok().and_then(|value| DIGITS.get(value)).copied().unwrap_or('零')
}
