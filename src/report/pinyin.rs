//! How Chinese names are read aloud, so that a person is found from a keyboard without characters. A name is a row of syllables,
//! each with all its readings, since only its owner knows which is meant: `王强` is `wang/yu qiang/jiang`. Refuses to guess tones.

use std::collections::BTreeSet;

use pinyin::{Pinyin, ToPinyinMulti};

/// Syllables with a space between, readings with a `/`; letters and digits between characters are a syllable of their own.
/// `None` for a name without Chinese characters: it is found as it is written.
pub fn of(name: &str) -> Option<String> {
    let syllables = syllables(name);
    name.chars().any(|letter| letter.to_pinyin_multi().is_some()).then(|| {
        let rows: Vec<String> = syllables.iter().map(|readings| readings.join("/")).collect();
        rows.join(" ")
    })
}

/// Whether somebody who types this may mean the name: syllables, their beginnings or initials, from any syllable on. `wangqiang`,
/// `wang q`, `wq` and `qiang` all say 王强.
pub fn is_said(name: &str, typed: &str) -> bool {
    let typed: String =
        typed.chars().filter(|it| !it.is_whitespace() && *it != '\'').collect::<String>().to_lowercase();
    if typed.is_empty() || !typed.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return false;
    }
    // How much of what was typed may be said when a syllable begins.
    let mut said = BTreeSet::from([0]);
    for readings in syllables(name) {
        let mut next = BTreeSet::from([0]);
        for at in said {
            for reading in &readings {
                let shared = reading.bytes().zip(typed[at..].bytes()).take_while(|(one, other)| one == other).count();
                next.extend((1..=shared).map(|more| at + more));
            }
        }
        if next.contains(&typed.len()) {
            return true;
        }
        said = next;
    }
    false
}

fn syllables(name: &str) -> Vec<Vec<String>> {
    let mut syllables: Vec<Vec<String>> = Vec::new();
    let mut is_run = false;
    for letter in name.chars() {
        if let Some(readings) = letter.to_pinyin_multi() {
            let mut row: Vec<String> = readings.into_iter().map(|it| Pinyin::plain(it).replace('ü', "v")).collect();
            let mut seen = BTreeSet::new();
            row.retain(|reading| seen.insert(reading.clone()));
            syllables.push(row);
            is_run = false;
        } else if letter.is_ascii_alphanumeric() {
            let letter = letter.to_ascii_lowercase();
            match syllables.last_mut().filter(|_| is_run) {
                Some(run) => run[0].push(letter),
                None => syllables.push(vec![letter.into()]),
            }
            is_run = true;
        } else {
            is_run = false;
        }
    }
    syllables
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The browser's search reads the same table: web/src/model/pinyin.test.ts.
    const TABLE: &str = include_str!("../../tests/golden/pinyin.txt");

    #[test]
    fn a_name_is_found_by_syllables_beginnings_and_initials() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let [name, read, said, not_said] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
            assert_eq!(of(name).as_deref(), Some(read));
            for typed in said.split(", ") {
                assert!(is_said(name, typed), "{typed} says {name}");
            }
            for typed in not_said.split(", ") {
                assert!(!is_said(name, typed), "{typed} does not say {name}");
            }
        }
    }

    #[test]
    fn a_name_without_characters_is_read_as_it_is_written() {
        assert_eq!(of("Anna Schmidt"), None);
        assert_eq!(of(""), None);
    }

    #[test]
    fn many_ways_to_split_cost_no_more_than_one() {
        let name = "aaaaaaaa ".repeat(20);
        assert!(!is_said(&name, &format!("{}b", "a".repeat(100))));
    }
}
