//! Everybody who may come in, and everybody who is in: passwords, sessions and pauses, folded from events and held in memory.
//! A session's last use is known only here, so a restart lets it live its idle time once more, never longer than its life.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::lockout::{Leave, Subject, Tries};
use super::network::Network;
use crate::crypt::key_ring::{KeyRing, Purpose};
use crate::crypt::secret::Key;
use crate::crypt::token;
use crate::model::event::Event;
use crate::model::id::UserId;
use crate::model::identity::{Credential, Session};
use crate::model::limit::{SESSION_IDLE_MS, SESSION_LIFE_MS, SESSIONS_PER_USER_MAX};
use crate::model::time::Timestamp;

pub struct Register {
    pub(super) pepper: Key,
    token_key: Key,
    /// Locked because every request touches its session; nothing slow happens under it.
    inner: Mutex<Inner>,
    /// Counts sessions that came to an end, to wake whoever depends on one.
    ended: watch::Sender<u64>,
}

#[derive(Default)]
struct Inner {
    credentials: HashMap<UserId, Credential>,
    sessions: HashMap<[u8; 32], Live>,
    tries: Tries,
    /// The latest instant ever seen: a clock that is set back revives nothing.
    latest: Timestamp,
}

struct Live {
    session: Session,
    used_at: Timestamp,
}

impl Register {
    pub fn new(ring: &KeyRing) -> Self {
        Self {
            pepper: ring.derived(Purpose::Pepper),
            token_key: ring.derived(Purpose::Token),
            inner: Mutex::default(),
            ended: watch::Sender::new(0),
        }
    }

    /// What the store kept, in any order. Called once, before anybody calls.
    pub fn restore(&self, kept: &[Event], now: Timestamp) {
        let ends = |event: &Event| matches!(event, Event::SessionsEnded { .. });
        for event in kept.iter().filter(|event| !ends(event)).chain(kept.iter().filter(|event| ends(event))) {
            self.apply(event, now);
            if let Event::SignInLocked(lock) = event {
                self.inner(now).tries.restore(lock);
            }
        }
    }

    /// Takes what a commit says about people coming and going.
    pub fn apply(&self, event: &Event, now: Timestamp) {
        let mut inner = self.inner(now);
        match event {
            Event::PasswordSet { user, phc, must_change } => {
                let credential = Credential { user: *user, phc: phc.clone(), must_change: *must_change };
                inner.credentials.insert(*user, credential);
            }
            Event::SessionsEnded { user, at } => {
                inner.sessions.retain(|_, live| live.session.user != *user || live.session.opened_at > *at);
            }
            Event::SessionOpened(session) => inner.open(session.clone(), now),
            Event::SessionClosed { digest } => drop(inner.sessions.remove(digest)),
            Event::UserSaved(user) if !user.is_active => inner.sessions.retain(|_, live| live.session.user != user.id),
            // The pause was counted when it began; the event keeps it over a restart.
            _ => return,
        }
        drop(inner);
        self.ended.send_modify(|ended| *ended = ended.wrapping_add(1));
    }

    /// Whose session a token opens. Using it counts as a sign of life.
    pub fn caller(&self, token: &str, now: Timestamp) -> Option<(UserId, [u8; 32])> {
        let digest = self.digest(token);
        let mut inner = self.inner(now);
        let now = inner.latest;
        let live = inner.sessions.get_mut(&digest)?;
        if live.is_over(now) {
            inner.sessions.remove(&digest);
            return None;
        }
        live.used_at = now;
        Some((live.session.user, digest))
    }

    /// Whether a session is still open, without a sign of life.
    pub fn is_in(&self, session: &[u8; 32], now: Timestamp) -> bool {
        let inner = self.inner(now);
        inner.sessions.get(session).is_some_and(|live| !live.is_over(inner.latest))
    }

    /// Changes whenever some session may have ended.
    pub fn ended(&self) -> watch::Receiver<u64> {
        self.ended.subscribe()
    }

    /// Somebody else gave the password.
    pub fn must_change(&self, user: UserId) -> bool {
        self.locked().credentials.get(&user).is_some_and(|credential| credential.must_change)
    }

    /// Whether anybody can sign in as this person.
    pub fn has_password(&self, user: UserId) -> bool {
        self.locked().credentials.contains_key(&user)
    }

    /// How many are in now, for the figures of operation.
    pub fn sessions_open(&self) -> usize {
        self.locked().sessions.len()
    }

    pub(super) fn phc(&self, user: UserId) -> Option<String> {
        self.locked().credentials.get(&user).map(|credential| credential.phc.clone())
    }

    pub(super) fn digest(&self, token: &str) -> [u8; 32] {
        token::digest(&self.token_key, token).0
    }

    /// What tries for this account from this network are counted under.
    pub(super) fn subjects(&self, login: &str, network: Network) -> (Subject, Subject) {
        let (login, network) = (login.to_lowercase(), network.0.to_string());
        let account = self.token_key.mac(&[b"account", login.as_bytes(), network.as_bytes()]);
        (account, self.token_key.mac(&[b"network", network.as_bytes()]))
    }

    pub(super) fn take_try(&self, (account, network): (Subject, Subject), now: Timestamp) -> Leave {
        let mut inner = self.inner(now);
        let now = inner.latest;
        inner.tries.take(account, network, now)
    }

    pub(super) fn forgive(&self, (account, network): (Subject, Subject)) {
        self.locked().tries.forgive(account, network);
    }

    fn inner(&self, now: Timestamp) -> MutexGuard<'_, Inner> {
        let mut inner = self.locked();
        inner.latest = inner.latest.max(now);
        inner
    }

    fn locked(&self) -> MutexGuard<'_, Inner> {
        // Every change under the lock is one step, so a panic elsewhere leaves nothing half done.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Live {
    const fn is_over(&self, now: Timestamp) -> bool {
        now.since(self.used_at) > SESSION_IDLE_MS || now.since(self.session.opened_at) > SESSION_LIFE_MS
    }
}

impl Inner {
    fn open(&mut self, session: Session, now: Timestamp) {
        let of_user = |live: &&Live| live.session.user == session.user;
        if self.sessions.values().filter(of_user).count() >= SESSIONS_PER_USER_MAX {
            let oldest = self.sessions.values().filter(of_user).min_by_key(|live| live.used_at);
            if let Some(digest) = oldest.map(|live| live.session.digest) {
                self.sessions.remove(&digest);
            }
        }
        self.sessions.insert(session.digest, Live { session, used_at: now });
    }
}
