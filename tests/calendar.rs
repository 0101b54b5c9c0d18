//! Working time against `golden/calendar/*.txt`.
//!
//! A file opens with its calendar and goes on with questions, all times local:
//!
//! ```text
//! zone Asia/Shanghai
//! weekly 1-5 09:00-12:00 13:30-18:00
//! holidays china
//! exception 2025-12-25 off            or: like 6, or intervals as in `weekly`
//! add 2025-09-30T16:00 16h => 2025-10-10T17:00
//! elapsed 2025-09-30T16:00 2025-10-10T17:00 => 16h
//! days 2025-09-30T16:00 2 => 2025-10-10T16:00
//! ```

use std::path::Path;

use jiff::tz::TimeZone;
use tessera::calendar::civil::{self, Fold};
use tessera::calendar::day::Calendar;
use tessera::calendar::holiday;
use tessera::formula::moment;
use tessera::model::calendar::{CalendarDefinition, DayRule, Exception, Interval};
use tessera::model::time::{Date, HOUR_MS, MINUTE_MS, Timestamp};

#[test]
fn golden_files_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/calendar");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let failures: Vec<String> = files.iter().flat_map(|file| check(file)).collect();
    assert!(failures.is_empty(), "{} cases differ:\n{}", failures.len(), failures.join("\n"));
}

fn check(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap();
    let mut definition =
        CalendarDefinition { zone: String::new(), weekly: vec![Vec::new(); 7], exceptions: Vec::new() };
    let mut failures = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.split_once(" => ") {
            None => declare(&mut definition, line),
            Some((question, _)) => {
                let found = format!("{question} => {}", answer(&definition, question));
                if found != line {
                    failures.push(format!("{}\n  expected {line}\n  found    {found}", file.display()));
                }
            }
        }
    }
    failures
}

fn declare(definition: &mut CalendarDefinition, line: &str) {
    let words: Vec<&str> = line.split(' ').collect();
    match words[..] {
        ["zone", zone] => zone.clone_into(&mut definition.zone),
        ["weekly", days, ..] => {
            let (first, last) = days.split_once('-').unwrap_or((days, days));
            for day in first.parse::<usize>().unwrap()..=last.parse().unwrap() {
                definition.weekly[day - 1] = intervals(&words[2..]);
            }
        }
        ["holidays", "china"] => definition.exceptions.extend(holiday::china()),
        ["exception", date, ..] => {
            let day = match words[2..] {
                ["off"] => DayRule::Off,
                ["like", weekday] => DayRule::WorkLike { weekday: weekday.parse().unwrap() },
                _ => DayRule::Intervals { intervals: intervals(&words[2..]) },
            };
            definition.exceptions.push(Exception { date: date.to_owned(), day });
        }
        _ => panic!("no such declaration: {line}"),
    }
}

fn answer(definition: &CalendarDefinition, question: &str) -> String {
    let zone = TimeZone::get(&definition.zone).unwrap();
    let calendar = Calendar::new(definition, zone.clone());
    let at = |text: &str| moment::instant(moment::parse_local(text).unwrap(), &zone);
    let words: Vec<&str> = question.split(' ').collect();
    match words[..] {
        ["add", start, span] => {
            let end = calendar.add(at(start), span_ms(span));
            if let Some(end) = end.filter(|_| span_ms(span) > 0) {
                assert_eq!(calendar.elapsed(at(start), end), span_ms(span), "{question}: elapsed undoes add");
            }
            written(end, &zone)
        }
        ["elapsed", from, to] => written_span(calendar.elapsed(at(from), at(to))),
        ["days", start, days] => written(calendar.add_days(at(start), days.parse().unwrap()), &zone),
        ["workdays", from, to] => {
            calendar.workdays_between(Date::parse(from).unwrap(), Date::parse(to).unwrap()).to_string()
        }
        _ => panic!("no such question: {question}"),
    }
}

fn intervals(words: &[&str]) -> Vec<Interval> {
    let minutes = |text: &str| {
        let (hours, minutes) = text.split_once(':').unwrap();
        hours.parse::<u16>().unwrap() * 60 + minutes.parse::<u16>().unwrap()
    };
    let split = words.iter().map(|word| word.split_once('-').unwrap());
    split.map(|(start, end)| Interval { start_min: minutes(start), end_min: minutes(end) }).collect()
}

/// `16h`, `90m`, `1h30m`.
fn span_ms(text: &str) -> i64 {
    let (hours, minutes) = text.split_once('h').unwrap_or(("", text));
    let number = |text: &str| text.trim_end_matches('m').parse::<i64>().unwrap_or(0);
    number(hours) * HOUR_MS + number(minutes) * MINUTE_MS
}

fn written_span(ms: i64) -> String {
    let sign = if ms < 0 { "-" } else { "" };
    let minutes = ms.abs() % HOUR_MS / MINUTE_MS;
    let tail = if minutes == 0 { String::new() } else { format!("{minutes}m") };
    format!("{sign}{}h{tail}", ms.abs() / HOUR_MS)
}

fn written(instant: Option<Timestamp>, zone: &TimeZone) -> String {
    let Some(instant) = instant else { return "never".to_owned() };
    let civil = moment::civil(civil::local(instant, zone));
    let text = format!("{:04}-{:02}-{:02}T{:02}:{:02}", civil.year, civil.month, civil.day, civil.hour, civil.minute);
    let first = civil::instant(civil::local(instant, zone), zone, Fold::First);
    if first == instant { text } else { format!("{text} again") }
}

#[test]
fn around_the_clock_is_the_wall_clock() {
    let calendar = Calendar::around_the_clock();
    let start = Timestamp(1_764_000_123_456);
    for ms in [1, HOUR_MS, 400 * 24 * HOUR_MS + 7] {
        assert_eq!(calendar.add(start, ms), Some(start.plus_ms(ms)));
        assert_eq!(calendar.elapsed(start, start.plus_ms(ms)), ms);
    }
}
