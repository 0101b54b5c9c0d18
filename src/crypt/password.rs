//! Passwords as Argon2id hashes with a pepper that the database does not hold. Refuses to say why a password is wrong.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};

use super::chance;
use super::secret::Key;

/// What one guess costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Cost {
    /// Log-in: OWASP's first choice for Argon2id, 19 MiB and two passes.
    pub const LOGIN: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    /// Opening the store, which happens once per start.
    pub const SLOT: Self = Self { memory_kib: 256 * 1024, passes: 3, lanes: 1 };
    /// The least that Argon2 allows. For tests.
    pub const LEAST: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };

    const MEMORY_KIB_MAX: u32 = 1024 * 1024;
    const PASSES_MAX: u32 = 32;

    /// `None` when the figures are outside of what this program will ever spend.
    pub(super) fn params(self) -> Option<Params> {
        let is_sane = self.memory_kib <= Self::MEMORY_KIB_MAX && self.passes <= Self::PASSES_MAX && self.lanes <= 8;
        is_sane.then(|| Params::new(self.memory_kib, self.passes, self.lanes, Some(Key::BYTES)).ok())?
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Right,
    /// Right, and hashed at another cost than today's: hash it again and store that.
    RightButOld,
    Wrong,
}

/// A PHC string: `$argon2id$v=19$m=..,t=..,p=..$salt$hash`.
pub fn hash(pepper: &Key, password: &str, cost: Cost) -> String {
    let salt: [u8; 16] = chance::draw();
    argon(pepper, cost)
        .hash_password_with_salt(password.as_bytes(), &salt)
        .expect("salt and output have lengths that Argon2 takes")
        .to_string()
}

/// Takes as long for a `stored` that is no hash as for a wrong password, so give a constant one for unknown accounts.
pub fn verify(pepper: &Key, password: &str, stored: &str, cost: Cost) -> Verdict {
    let argon = argon(pepper, cost);
    let Some((parsed, found)) = PasswordHash::new(stored).ok().and_then(|parsed| cost_of(&parsed).map(|c| (parsed, c)))
    else {
        let mut unused = [0; Key::BYTES];
        let spent = argon.hash_password_into(password.as_bytes(), &[0; 16], &mut unused);
        spent.expect("salt and output have lengths that Argon2 takes");
        return Verdict::Wrong;
    };
    match argon.verify_password(password.as_bytes(), &parsed) {
        Ok(()) if found == cost => Verdict::Right,
        Ok(()) => Verdict::RightButOld,
        Err(_) => Verdict::Wrong,
    }
}

fn argon(pepper: &Key, cost: Cost) -> Argon2<'_> {
    let params = cost.params().expect("costs are constants of this program");
    Argon2::new_with_secret(pepper.bytes(), Algorithm::Argon2id, Version::V0x13, params)
        .expect("a pepper of 32 bytes is short enough")
}

fn cost_of(parsed: &PasswordHash) -> Option<Cost> {
    let params = Params::try_from(parsed).ok()?;
    let cost = Cost { memory_kib: params.m_cost(), passes: params.t_cost(), lanes: params.p_cost() };
    cost.params().map(|_| cost)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OTHER: Cost = Cost { memory_kib: 16, passes: 1, lanes: 1 };

    #[test]
    fn a_password_is_right_with_its_pepper_only() {
        let (pepper, other) = (Key::new([1; 32]), Key::new([2; 32]));
        let stored = hash(&pepper, "correct horse", Cost::LEAST);
        assert!(stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{stored}");
        assert_eq!(verify(&pepper, "correct horse", &stored, Cost::LEAST), Verdict::Right);
        assert_eq!(verify(&pepper, "correct horse", &stored, OTHER), Verdict::RightButOld);
        assert_eq!(verify(&pepper, "wrong horse", &stored, Cost::LEAST), Verdict::Wrong);
        assert_eq!(verify(&other, "correct horse", &stored, Cost::LEAST), Verdict::Wrong);
    }

    #[test]
    fn no_stored_text_is_trusted() {
        let pepper = Key::new([1; 32]);
        for stored in ["", "plain", "$argon2id$", "$argon2id$v=19$m=99999999,t=9,p=1$c2FsdHNhbHQ$aGFzaGhhc2g"] {
            assert_eq!(verify(&pepper, "plain", stored, Cost::LEAST), Verdict::Wrong, "{stored}");
        }
    }
}
