//! How many event streams are open, and whose. Refuses one more than a person or the house may have, so that a browser gone wild
//! takes nobody's place.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use actix_web::web;

use super::code::Code;
use super::house::House;
use super::refusal::Refused;
use crate::model::id::UserId;
use crate::model::limit::{STREAMS_MAX, STREAMS_PER_USER_MAX};

/// Locked only to count.
#[derive(Default)]
pub struct Streams(Mutex<HashMap<UserId, usize>>);

/// One open stream; its place is free again when this is dropped.
pub struct Seat {
    house: web::Data<House>,
    user: UserId,
}

impl Seat {
    /// # Errors
    /// - `TooMany`: this person, or everybody together, has as many as there may be.
    pub fn take(house: &web::Data<House>, user: UserId) -> Result<Self, Refused> {
        let mut open = house.turns.streams.locked();
        let own = open.get(&user).copied().unwrap_or_default();
        if own >= STREAMS_PER_USER_MAX || open.values().sum::<usize>() >= STREAMS_MAX {
            return Err(Refused { retry_after: Some(30), ..Refused::new(Code::TooMany) });
        }
        open.insert(user, own + 1);
        house.pulse.streams.inc();
        drop(open);
        Ok(Self { house: house.clone(), user })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut open = self.house.turns.streams.locked();
        if let Some(own) = open.get_mut(&self.user) {
            *own -= 1;
            if *own == 0 {
                open.remove(&self.user);
            }
        }
        self.house.pulse.streams.dec();
    }
}

impl Streams {
    fn locked(&self) -> MutexGuard<'_, HashMap<UserId, usize>> {
        // Every change under the lock is one step, so a panic elsewhere leaves nothing half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
