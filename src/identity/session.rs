//! A signed-in browser. The token is shown once, in the cookie; only its digest is kept.

use super::register::Register;
use crate::crypt::token::Token;
use crate::model::id::UserId;
use crate::model::identity::Session;
use crate::model::time::Timestamp;

/// A fresh token and what is to be committed for it. It opens nothing before that.
pub fn draw(register: &Register, user: UserId, now: Timestamp) -> (Token, Session) {
    let token = Token::draw("ts_");
    let session = Session { digest: register.digest(token.as_str()), user, opened_at: now };
    (token, session)
}
