//! Who may come in, as it is kept: digests and hashes only, never a secret.

use serde::{Deserialize, Serialize};

use super::id::UserId;
use super::time::Timestamp;

/// One person's password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    pub user: UserId,
    /// Argon2id in PHC form, peppered.
    pub phc: String,
    /// Somebody else gave it; only the owner's next one counts.
    pub must_change: bool,
}

/// One signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Of the token in the cookie; also the row's key.
    pub digest: [u8; 32],
    pub user: UserId,
    pub opened_at: Timestamp,
}

/// A pause after too many wrong passwords.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// Digest of the account's name and the network; says nothing about either.
    pub subject: [u8; 32],
    pub until: Timestamp,
}
