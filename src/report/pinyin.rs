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

/// What somebody types to say a name: letters and digits alone, one letter among them at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed(String);

/// Where a syllable may begin is one bit of a word each.
const TYPED_MAX: usize = 127;

impl Typed {
    /// `None`: it says no name.
    pub fn new(text: &str) -> Option<Self> {
        let typed = text.chars().filter(|it| !it.is_whitespace() && *it != '\'').collect::<String>().to_lowercase();
        let is_plain = typed.len() <= TYPED_MAX && typed.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (is_plain && typed.bytes().any(|byte| byte.is_ascii_alphabetic())).then_some(Self(typed))
    }

    /// Whether the name may be meant: syllables, their beginnings or initials, from any syllable on. `wangqiang`, `wang q`, `wq` and
    /// `qiang` all say 王强. Asked of every row of a list, so it sets nothing aside.
    pub fn says(&self, name: &str) -> bool {
        let typed = self.0.as_bytes();
        // How much of what was typed may be said when a syllable begins.
        let mut said: u128 = 1;
        let mut rest = name;
        while let Some(letter) = rest.chars().next() {
            let run = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let (syllable, behind) = rest.split_at(run.max(letter.len_utf8()));
            rest = behind;
            let next = if run > 0 {
                onward(said, typed, || syllable.bytes().map(|byte| byte.to_ascii_lowercase()))
            } else if let Some(readings) = letter.to_pinyin_multi() {
                let each = readings
                    .into_iter()
                    .map(|reading| onward(said, typed, || Pinyin::plain(reading).chars().map(plain)));
                each.fold(0, |one, other| one | other)
            } else {
                continue;
            };
            if (next >> typed.len()) & 1 == 1 {
                return true;
            }
            said = next | 1;
        }
        false
    }
}

/// How much may be said after this syllable, or its beginning.
fn onward<I: Iterator<Item = u8>>(said: u128, typed: &[u8], syllable: impl Fn() -> I) -> u128 {
    let mut next = 0;
    let mut left = said;
    while left != 0 {
        let at = left.trailing_zeros() as usize;
        left &= left - 1;
        let shared = syllable().zip(&typed[at..]).take_while(|(one, other)| one == *other).count();
        next |= (1..=shared).map(|more| 1_u128 << (at + more)).fold(0, |one, other| one | other);
    }
    next
}

/// On a keyboard.
fn plain(letter: char) -> u8 {
    if letter == 'ü' { b'v' } else { u8::try_from(letter).unwrap_or_default() }
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

    fn says(name: &str, typed: &str) -> bool {
        Typed::new(typed).is_some_and(|typed| typed.says(name))
    }

    #[test]
    fn a_name_is_found_by_syllables_beginnings_and_initials() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let [name, read, said, not_said] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
            assert_eq!(of(name).as_deref(), Some(read));
            for typed in said.split(", ") {
                assert!(says(name, typed), "{typed} says {name}");
            }
            for typed in not_said.split(", ") {
                assert!(!says(name, typed), "{typed} does not say {name}");
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
        assert!(!says(&name, &format!("{}b", "a".repeat(100))));
    }
}
