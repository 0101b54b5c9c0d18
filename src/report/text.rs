//! Finding a piece of text in many texts, without regard to case.

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    lower: String,
    /// No letter outside ASCII has a case here, so bytes can be compared.
    is_plain: bool,
}

impl Needle {
    pub fn new(text: &str) -> Self {
        let lower = text.to_lowercase();
        let is_plain = lower.chars().all(|letter| letter.is_ascii() || letter.to_uppercase().eq([letter]));
        Self { lower, is_plain }
    }

    pub fn is_in(&self, text: &str) -> bool {
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
