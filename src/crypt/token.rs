//! Random tokens, and the digests under which they are kept. Refuses to store a token: only its digest is comparable.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::chance;
use super::recovery;
use super::secret::Key;

/// A bearer secret of 256 bits, shown once.
pub struct Token(Zeroizing<String>);

impl Token {
    /// `prefix`, then 52 characters of 0-9 a-z without i l o u.
    pub fn draw(prefix: &str) -> Self {
        let bytes = Zeroizing::new(chance::draw::<32>());
        Self(Zeroizing::new(format!("{prefix}{}", recovery::base32(&*bytes).to_ascii_lowercase())))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

/// What is stored in a token's place, and looked up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

/// `key` is the key ring's token key; without it the digests say nothing about the tokens.
pub fn digest(key: &Key, token: &str) -> Digest {
    Digest(hmac_sha256(key.bytes(), &[token.as_bytes()]))
}

/// HMAC-SHA256 over the parts one after the other, as webhook signatures want it.
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Equality in time that depends on the lengths only.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_256_bits_behind_its_prefix() {
        let token = Token::draw("ts_");
        assert!(token.as_str().starts_with("ts_"));
        assert_eq!(token.as_str().len(), 3 + 52);
        assert_ne!(token.as_str(), Token::draw("ts_").as_str());
    }

    #[test]
    fn digests_need_the_key() {
        let digest_under = |key: u8| digest(&Key::new([key; 32]), "ts_0");
        assert_eq!(digest_under(1), digest_under(1));
        assert_ne!(digest_under(1), digest_under(2));
    }

    #[test]
    fn hmac_agrees_with_rfc_4231_case_2() {
        let mac = hmac_sha256(b"Jefe", &[b"what do ya want ", b"for nothing?"]);
        assert_eq!(mac[..8], [0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e]);
        assert!(same(&mac, &mac) && !same(&mac, &mac[1..]));
    }
}
