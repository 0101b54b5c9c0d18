//! The first run's door: a code that is printed at each start until somebody used it. Only its digest is held, only in memory, so
//! a lost code is replaced by a restart.

use std::sync::{Mutex, PoisonError};

use crate::crypt::token::{self, Token};
use crate::model::limit::SETUP_TRIES_MAX;
use crate::model::time::{MINUTE_MS, Timestamp};

/// Closed once the workspace is set up.
#[derive(Debug, Default)]
pub struct FirstRun {
    /// Locked because tries are counted before they are judged.
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    code: Option<[u8; 32]>,
    token: Option<[u8; 32]>,
    tries: u32,
    since: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    Code,
    TooMany { retry_at: Timestamp },
}

impl FirstRun {
    /// A new code; older ones open nothing any more.
    pub fn draw_code(&self) -> Token {
        let code = Token::draw("");
        self.state().code = Some(digest(code.as_str()));
        code
    }

    /// The token that the next steps carry.
    ///
    /// # Errors
    /// - `Code`: it is another one;
    /// - `TooMany`: more than `SETUP_TRIES_MAX` in a minute.
    pub fn prove(&self, code: &str, now: Timestamp) -> Result<Token, Wrong> {
        let mut state = self.state();
        if now.since(state.since) > MINUTE_MS {
            (state.tries, state.since) = (0, now);
        }
        state.tries += 1;
        if state.tries > SETUP_TRIES_MAX {
            return Err(Wrong::TooMany { retry_at: state.since.plus_ms(MINUTE_MS) });
        }
        let typed = digest(&code.trim().to_lowercase());
        if !state.code.is_some_and(|kept| token::same(&kept, &typed)) {
            return Err(Wrong::Code);
        }
        let token = Token::draw("");
        state.token = Some(digest(token.as_str()));
        Ok(token)
    }

    pub fn is_proved(&self, token: &str) -> bool {
        self.state().token.is_some_and(|kept| token::same(&kept, &digest(token)))
    }

    /// The workspace is set up.
    pub fn close(&self) {
        *self.state() = State::default();
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The code is 256 random bits, so a plain digest gives nothing away.
fn digest(text: &str) -> [u8; 32] {
    use sha2::Digest as _;
    sha2::Sha256::digest(text.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_code_opens_and_only_once_it_is_proved() {
        let first = FirstRun::default();
        let old = first.draw_code();
        let code = first.draw_code();
        assert_eq!(first.prove(old.as_str(), Timestamp(0)).err(), Some(Wrong::Code));
        assert!(!first.is_proved(code.as_str()));
        let token = first.prove(&format!(" {}\n", code.as_str().to_uppercase()), Timestamp(0)).unwrap();
        assert!(first.is_proved(token.as_str()));
        first.close();
        assert!(!first.is_proved(token.as_str()));
        assert_eq!(first.prove(code.as_str(), Timestamp(0)).err(), Some(Wrong::Code));
    }

    #[test]
    fn guessing_is_slow() {
        let first = FirstRun::default();
        let code = first.draw_code();
        let now = Timestamp(70_000);
        for _ in 0..SETUP_TRIES_MAX {
            assert_eq!(first.prove("guess", now).err(), Some(Wrong::Code));
        }
        let wait = Wrong::TooMany { retry_at: now.plus_ms(MINUTE_MS) };
        assert_eq!(first.prove(code.as_str(), now).err(), Some(wait));
        assert!(first.prove(code.as_str(), now.plus_ms(MINUTE_MS + 1)).is_ok());
    }
}
