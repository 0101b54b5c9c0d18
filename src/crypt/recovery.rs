//! The recovery key as people keep it: 256 bits and a checksum on paper. Refuses a mistyped one before any key is tried.

use zeroize::Zeroizing;

use super::chance;
use super::error::KeyError;
use super::secret::{Key, Phrase};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK_BYTES: usize = 3;

/// A new recovery key: seven groups of eight characters, `7ZC4K0QF-...`. Shown once and never stored.
pub fn draw() -> Phrase {
    let mut bytes = Zeroizing::new([0; Key::BYTES + CHECK_BYTES]);
    let (secret, check) = bytes.split_at_mut(Key::BYTES);
    chance::fill(secret);
    check.copy_from_slice(&checksum(secret));
    let plain = Zeroizing::new(base32(&*bytes));
    let groups: Vec<&str> =
        plain.as_bytes().chunks(8).map(|group| std::str::from_utf8(group).expect("the alphabet is ASCII")).collect();
    Phrase::new(groups.join("-"))
}

/// Reads what a person typed: case, blanks and dashes do not matter, and O, I and L are read as 0, 1 and 1.
///
/// # Errors
/// - `RecoveryMistyped`: a character is wrong or missing.
pub fn parse(phrase: &Phrase) -> Result<Key, KeyError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(Key::BYTES + CHECK_BYTES));
    let (mut bits, mut held) = (0_u32, 0_u32);
    for symbol in phrase.as_str().chars().filter(|c| !c.is_whitespace() && *c != '-') {
        bits = (bits << 5 | symbol_value(symbol).ok_or(KeyError::RecoveryMistyped)?) & 0xFFFF;
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xFF).expect("masked to eight bits"));
        }
    }
    let (secret, check) = bytes.split_first_chunk::<{ Key::BYTES }>().ok_or(KeyError::RecoveryMistyped)?;
    if held != 0 || check != checksum(secret) {
        return Err(KeyError::RecoveryMistyped);
    }
    Ok(Key::new(*secret))
}

/// Whether what was typed back is what was shown.
pub fn is_same(shown: &Phrase, typed: &Phrase) -> bool {
    matches!((parse(shown), parse(typed)), (Ok(shown), Ok(typed)) if shown.bytes() == typed.bytes())
}

/// Crockford's base 32, most significant bit first, the last symbol padded with zero bits.
pub(super) fn base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity((bytes.len() * 8).div_ceil(5));
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in bytes {
        bits = (bits << 8 | u32::from(*byte)) & 0xFFFF;
        held += 8;
        while held >= 5 {
            held -= 5;
            text.push(char::from(ALPHABET[(bits >> held & 31) as usize]));
        }
    }
    if held > 0 {
        text.push(char::from(ALPHABET[(bits << (5 - held) & 31) as usize]));
    }
    text
}

fn symbol_value(symbol: char) -> Option<u32> {
    let upper = match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    (0_u32..).zip(ALPHABET).find_map(|(value, known)| (char::from(*known) == upper).then_some(value))
}

fn checksum(secret: &[u8]) -> [u8; CHECK_BYTES] {
    let hash = blake3::derive_key("tessera recovery key checksum", secret);
    [hash[0], hash[1], hash[2]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_shown_is_what_is_read() {
        let phrase = draw();
        assert_eq!(phrase.as_str().len(), 7 * 8 + 6);
        let typed = Phrase::new(phrase.as_str().to_lowercase().replace('-', " "));
        let (shown, read) = (parse(&phrase).unwrap(), parse(&typed).unwrap());
        assert_eq!(shown.bytes(), read.bytes());
    }

    #[test]
    fn one_wrong_character_is_noticed() {
        let phrase = draw();
        for at in (0..phrase.as_str().len()).filter(|at| phrase.as_str().as_bytes()[*at] != b'-') {
            let mut typed = phrase.as_str().to_owned();
            let other = if typed.as_bytes()[at] == b'7' { "8" } else { "7" };
            typed.replace_range(at..=at, other);
            assert!(matches!(parse(&Phrase::new(typed)), Err(KeyError::RecoveryMistyped)), "character {at}");
        }
        assert!(matches!(parse(&Phrase::new(String::new())), Err(KeyError::RecoveryMistyped)));
        let longer = Phrase::new(format!("{}0", phrase.as_str()));
        assert!(matches!(parse(&longer), Err(KeyError::RecoveryMistyped)));
    }
}
