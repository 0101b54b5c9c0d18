//! What handlers reach: the way to change, the published state, and who is calling. Made by the appliance, one per process.

use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use arc_swap::ArcSwap;
use tokio::sync::watch;

use super::header::Tls;
use super::presence::Presence;
use super::pulse::Pulse;
use super::turns::Turns;
use crate::catalog::Catalog;
use crate::connect::client::Client;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::slot::Opener;
use crate::deliver::outbox::Outbox;
use crate::identity::first_run::FirstRun;
use crate::identity::register::Register;
use crate::identity::sign_in::Door;
use crate::model::command::Command;
use crate::model::committed::Committed;
use crate::model::time::Timestamp;
use crate::schedule::{Timers, quarantine::Quarantine, rotation::Rotation};
use crate::store::Store;
use crate::store::shelf::Shelf;
use crate::view::published::Published;
use crate::writer::clock::{Clock, SystemClock};
use crate::writer::queue::{Rejected, Writer};

pub struct House {
    pub writer: Writer,
    pub published: Arc<ArcSwap<Published>>,
    /// Of the newest commit that is published.
    pub head: watch::Receiver<u64>,
    pub store: Arc<Store>,
    pub ring: Arc<KeyRing>,
    /// What opens the keys without a person, as it is just now.
    pub openers: Box<dyn Fn() -> Vec<Opener> + Send + Sync>,
    pub register: Arc<Register>,
    pub door: Door,
    pub first_run: FirstRun,
    pub clock: Arc<SystemClock>,
    pub outbox: Arc<Outbox>,
    pub timers: Arc<Timers>,
    pub rotation: Arc<Rotation>,
    /// Calls out, for trying a channel.
    pub client: Client,
    pub backups: Arc<Shelf>,
    pub quarantine: Arc<Quarantine>,
    pub pulse: Pulse,
    pub turns: Turns,
    pub presence: Presence,
    pub setting: RimSetting,
    /// When the certificate in use ends, in milliseconds; 0 without TLS.
    pub certificate_ends: Arc<AtomicI64>,
    /// True once the process ends: long answers stop.
    pub stopping: watch::Receiver<bool>,
}

/// What the rim must know of the configuration.
#[derive(Debug, Clone)]
pub struct RimSetting {
    pub tls: Tls,
    pub public_url: Option<String>,
    /// Lets a program read the figures of operation from another machine.
    pub metrics_token: Option<String>,
}

impl House {
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Definitions and data of one moment.
    pub fn published(&self) -> Published {
        Published::clone(&self.published.load())
    }

    pub fn catalog(&self) -> Arc<Catalog> {
        self.published.load().catalog.clone()
    }

    /// Submits, and tells identity what came of it before anybody else hears.
    ///
    /// # Errors
    /// As [`Writer::submit`].
    pub async fn submit(&self, command: Command) -> Result<Arc<Committed>, Rejected> {
        let committed = self.writer.submit(command).await?;
        for event in &committed.events {
            self.register.apply(event, committed.at);
        }
        Ok(committed)
    }

    pub fn is_set_up(&self) -> bool {
        self.published.load().catalog.setting.is_some()
    }
}
