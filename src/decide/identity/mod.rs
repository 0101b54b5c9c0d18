//! Sessions and pauses. The secret was checked before the command was made; here only whose session it is counts.

use super::events;
use super::facts::Facts;
use crate::model::command::{Actor, IdentityAsk};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::refusal::Refusal;

pub fn decide(facts: &Facts, actor: Actor, ask: &IdentityAsk) -> Result<Decision, Refusal> {
    match ask {
        IdentityAsk::OpenSession(session) => {
            let is_own = actor.user() == Some(session.user) && facts.catalog.directory.is_active(session.user);
            if is_own { Ok(events([Event::SessionOpened(session.clone())])) } else { Err(Refusal::NotAllowed) }
        }
        // Who holds the token of a session may end it; the digest is the proof.
        IdentityAsk::CloseSession { digest } => Ok(events([Event::SessionClosed { digest: *digest }])),
        IdentityAsk::LockSignIn(lock) => match actor {
            Actor::System => Ok(events([Event::SignInLocked(lock.clone())])),
            Actor::User(_) => Err(Refusal::NotAllowed),
        },
    }
}
