//! Checking a password: first the count of tries, then a place in a short line, then the costly comparison. Refuses to answer
//! faster for a name nobody has.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::lockout::Leave;
use super::network::Network;
use super::register::Register;
use crate::crypt::password::{self, Cost, Verdict};
use crate::crypt::secret::Phrase;
use crate::model::id::UserId;
use crate::model::identity::Lock;
use crate::model::limit::{SIGN_IN_LOCK_MS, SIGN_INS_AT_ONCE, SIGN_INS_WAITING_MAX};
use crate::model::time::Timestamp;

/// Somebody at the door.
pub struct Attempt {
    pub login: String,
    /// The active account of that name, if there is one.
    pub user: Option<UserId>,
    pub password: Phrase,
    pub network: Network,
    pub now: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Right {
        user: UserId,
        /// The hash at today's cost, when it was made at another.
        renewed: Option<String>,
    },
    /// `lock` is to be committed, so that the pause survives a restart.
    Wrong {
        lock: Option<Lock>,
    },
    Wait {
        until: Timestamp,
    },
    /// Too many wait for the costly comparison.
    Busy,
}

/// The one place where passwords are compared and hashed; bounds how many at once.
pub struct Door {
    register: Arc<Register>,
    cost: Cost,
    at_once: Semaphore,
    waiting: AtomicUsize,
}

/// The line was full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineFull;

impl Door {
    pub const fn new(register: Arc<Register>, cost: Cost) -> Self {
        Self { register, cost, at_once: Semaphore::const_new(SIGN_INS_AT_ONCE), waiting: AtomicUsize::new(0) }
    }

    pub async fn sign_in(&self, attempt: Attempt) -> Outcome {
        let subjects = self.register.subjects(&attempt.login, attempt.network);
        let leave = self.register.take_try(subjects, attempt.now);
        if let Leave::Wait { until } = leave {
            return Outcome::Wait { until };
        }
        let stored = attempt.user.and_then(|user| self.register.phc(user)).unwrap_or_default();
        let (register, cost, password) = (self.register.clone(), self.cost, attempt.password);
        let judge = move || {
            let verdict = password::verify(&register.pepper, password.as_str(), &stored, cost);
            let renewed =
                (verdict == Verdict::RightButOld).then(|| password::hash(&register.pepper, password.as_str(), cost));
            (verdict, renewed)
        };
        match (self.in_line(judge).await, attempt.user) {
            (Err(LineFull), _) => Outcome::Busy,
            (Ok((Verdict::Right | Verdict::RightButOld, renewed)), Some(user)) => {
                self.register.forgive(subjects);
                Outcome::Right { user, renewed }
            }
            (Ok(_), _) => {
                let lock = Lock { subject: subjects.0, until: attempt.now.plus_ms(SIGN_IN_LOCK_MS) };
                Outcome::Wrong { lock: (leave == Leave::LastGo).then_some(lock) }
            }
        }
    }

    /// A new password's hash.
    ///
    /// # Errors
    /// - `LineFull`: too many wait.
    pub async fn hash(&self, password: Phrase) -> Result<String, LineFull> {
        let (register, cost) = (self.register.clone(), self.cost);
        self.in_line(move || password::hash(&register.pepper, password.as_str(), cost)).await
    }

    async fn in_line<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, LineFull> {
        let _place = Place::take(&self.waiting)?;
        let _permit = self.at_once.acquire().await.expect("the semaphore is never closed");
        Ok(spawn_blocking(work).await.expect("comparing does not panic"))
    }
}

/// One place in the line, given back on drop: a caller who hangs up frees it.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(waiting: &'a AtomicUsize) -> Result<Self, LineFull> {
        if waiting.fetch_add(1, Ordering::Relaxed) >= SIGN_INS_AT_ONCE + SIGN_INS_WAITING_MAX {
            waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(LineFull);
        }
        Ok(Self(waiting))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
