//! Finding a piece of text in many texts, without regard to case.

use super::pinyin::Typed;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    /// Asked for as it is read aloud, too.
    typed: Option<Typed>,
    lower: String,
    /// No letter outside ASCII has a case here, so bytes can be compared.
    is_plain: bool,
}

impl Needle {
    pub fn new(text: &str) -> Self {
        let lower = text.to_lowercase();
        let is_plain = lower.chars().all(|letter| letter.is_ascii() || letter.to_uppercase().eq([letter]));
        Self { typed: None, lower, is_plain }
    }

    /// Names and titles are found by how they are read aloud as well. In a long text two initials stand somewhere in any case.
    pub fn of_names(text: &str) -> Self {
        Self { typed: Typed::new(text), ..Self::new(text) }
    }

    pub fn is_in(&self, text: &str) -> bool {
        self.is_written_in(text) || self.typed.as_ref().is_some_and(|typed| typed.says(text))
    }

    fn is_written_in(&self, text: &str) -> bool {
        if self.is_plain { self.is_in_bytes(text.as_bytes()) } else { text.to_lowercase().contains(&self.lower) }
    }

    fn is_in_bytes(&self, text: &[u8]) -> bool {
        let Some((first, rest)) = self.lower.as_bytes().split_first() else { return true };
        let upper = first.to_ascii_uppercase();
        let Some(last) = text.len().checked_sub(rest.len()) else { return false };
        text[..last].iter().enumerate().any(|(at, byte)| {
            (byte == first || *byte == upper) && text[at + 1..=at + rest.len()].eq_ignore_ascii_case(rest)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_how_they_are_read() {
        for (needle, text, expected) in [
            ("shuibeng", "3 号水泵漏水", true),
            ("sb", "3 号水泵漏水", true),
            ("水泵", "3 号水泵漏水", true),
            ("bs", "3 号水泵漏水", false),
            ("3", "三号水泵", false),
        ] {
            assert_eq!(Needle::of_names(needle).is_in(text), expected, "{needle} in {text}");
        }
        assert!(!Needle::new("sb").is_in("3 号水泵漏水"));
    }

    #[test]
    fn case_does_not_matter_in_any_script() {
        for (needle, text, expected) in [
            ("", "", true),
            ("pump", "The PUMP leaks", true),
            ("pumps", "The PUMP", false),
            ("水泵", "3 号水泵漏水", true),
            ("水泵A", "水泵a", true),
            ("ÜBER", "überdruck", true),
            ("straße", "STRASSE", false),
            ("k", "\u{212a}", false),
            ("x", "", false),
        ] {
            assert_eq!(Needle::new(needle).is_in(text), expected, "{needle} in {text}");
        }
    }
}
