//! What a password must be. Refuses short ones, the most used ones, and the account's own name; asks for no odd characters,
//! because length is what counts (NIST SP 800-63B, section 5.1.1.2).

use crate::model::limit::{PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN};

/// Why a password is not good enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    TooShort,
    TooLong,
    /// Among the first that anybody tries.
    Common,
    /// The account's own name, or its own parts repeated.
    Guessable,
}

impl Weak {
    pub const fn name(self) -> &'static str {
        match self {
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
            Self::Common => "common",
            Self::Guessable => "guessable",
        }
    }
}

/// Beginnings and stems of what people use most; digits and signs after them add nothing.
const STEMS: &[&str] = &[
    "password",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "admin",
    "administrator",
    "root",
    "user",
    "guest",
    "test",
    "welcome",
    "letmein",
    "iloveyou",
    "woaini",
    "qwerty",
    "qwertyuiop",
    "asdfgh",
    "asdfghjkl",
    "zxcvbn",
    "zxcvbnm",
    "1qaz2wsx",
    "1q2w3e4r",
    "qazwsx",
    "abc",
    "abcd",
    "abcdef",
    "abcdefgh",
    "a1b2c3d4",
    "aa",
    "dragon",
    "monkey",
    "football",
    "baseball",
    "superman",
    "sunshine",
    "princess",
    "changeme",
    "secret",
    "default",
    "company",
    "tessera",
    "huawei",
    "wecom",
    "weixin",
    "dingtalk",
    "mima",
    "zhongguo",
    "nihao",
    "gongsi",
    "woshishui",
    "wangyi",
    "tencent",
    "alibaba",
];

/// # Errors
/// The first reason that applies.
pub fn check(password: &str, login: &str) -> Result<(), Weak> {
    let chars = password.chars().count();
    if chars < PASSWORD_CHARS_MIN {
        return Err(Weak::TooShort);
    }
    if chars > PASSWORD_CHARS_MAX {
        return Err(Weak::TooLong);
    }
    let plain = password.to_lowercase();
    let login = login.to_lowercase();
    let is_own_name = login.chars().count() >= 3 && stem(&plain) == stem(&login);
    if is_own_name || is_run(&plain) || is_repetition(&plain) {
        return Err(Weak::Guessable);
    }
    let bare = stem(&plain);
    // Ten characters after a known word are a password of their own.
    let is_common = STEMS.iter().any(|known| bare == *known || (plain.starts_with(known) && chars < known.len() + 4));
    if is_common || bare.is_empty() { Err(Weak::Common) } else { Ok(()) }
}

/// The password without what people hang on to reach a length: digits and signs at both ends.
fn stem(plain: &str) -> &str {
    plain.trim_matches(|c: char| !c.is_alphabetic())
}

/// 12345678, 87654321, abcdefgh.
fn is_run(plain: &str) -> bool {
    let codes: Vec<u32> = plain.chars().map(u32::from).collect();
    let steps = |by: i64| codes.windows(2).all(|pair| i64::from(pair[1]) - i64::from(pair[0]) == by);
    steps(1) || steps(-1)
}

/// aaaaaaaa, 12121212, abcabcabc.
fn is_repetition(plain: &str) -> bool {
    let chars: Vec<char> = plain.chars().collect();
    (1..=4).any(|period| chars.iter().enumerate().all(|(at, c)| *c == chars[at % period]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easy_ones_are_refused_with_a_reason() {
        let cases = [
            ("short", Weak::TooShort),
            ("Password123!", Weak::Common),
            ("admin888", Weak::Common),
            ("20261124", Weak::Common),
            ("qwerty12345", Weak::Common),
            ("woaini1314", Weak::Common),
            ("12345678", Weak::Guessable),
            ("aaaaaaaaaa", Weak::Guessable),
            ("abcabcabcabc", Weak::Guessable),
            ("li.wei2026", Weak::Guessable),
        ];
        for (password, weak) in cases {
            assert_eq!(check(password, "li.wei"), Err(weak), "{password}");
        }
        assert_eq!(check(&"x1".repeat(65), "li.wei"), Err(Weak::TooLong));
    }

    #[test]
    fn several_words_are_welcome() {
        for password in ["correct horse battery", "机器坏了请快来修理吧", "tessera-keeps-my-orders", "Kx9#mQ2v"]
        {
            assert_eq!(check(password, "li.wei"), Ok(()), "{password}");
        }
    }
}
