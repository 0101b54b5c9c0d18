//! Makes the graph of a loaded store: who holds what, and what everybody learns when a group is durable. Starts nothing.

use std::sync::Arc;

use actix_web::web;
use tokio::sync::watch;

use super::boot::BootError;
use super::config::{Config, TlsConfig};
use super::open::{self, Data};
use super::readers::Readers;
use super::target;
use crate::connect::{address::AddressPolicy, client::Client};
use crate::crypt::password::Cost;
use crate::deliver::outbox::Outbox;
use crate::http::header::Tls;
use crate::http::house::{House, RimSetting};
use crate::http::{presence::Presence, pulse::Pulse, turns::Turns};
use crate::identity::first_run::FirstRun;
use crate::identity::register::Register;
use crate::identity::sign_in::Door;
use crate::schedule::Timers;
use crate::schedule::quarantine::Quarantine;
use crate::store::shelf::Shelf;
use crate::writer::clock::{Clock, SystemClock};
use crate::writer::load::Loaded;
use crate::writer::run::{Publish, WriterLoop, writer};

/// What is made of a loaded store.
pub struct Parts {
    pub house: web::Data<House>,
    pub writer: WriterLoop,
    pub timers: Arc<Timers>,
    pub outbox: Arc<Outbox>,
}

/// # Errors
/// - `MetricsToken`: the file named in the configuration cannot be read;
/// - `Client`: the outgoing client cannot be built.
pub fn parts(
    config: &Config,
    data: &Data,
    (loaded, readers): (Loaded, Readers),
    clock: &Arc<SystemClock>,
    stopping: watch::Receiver<bool>,
) -> Result<Parts, BootError> {
    let register = Arc::new(Register::new(&data.ring));
    register.restore(&loaded.identity, clock.now());
    let (published, head) = (readers.published.clone(), readers.head());
    let (timers, outbox) = (readers.timers.clone(), readers.outbox.clone());
    let publish: Publish = Box::new(move |group, newest| readers.hear(group, newest));
    let (writer, writer_loop) = writer(loaded, clock.clone(), publish);
    let house = House {
        writer,
        published,
        head,
        store: data.store.clone(),
        ring: data.ring.clone(),
        openers: {
            let config = config.clone();
            Box::new(move || open::openers(&config))
        },
        door: Door::new(register.clone(), Cost::LOGIN),
        register,
        first_run: FirstRun::default(),
        clock: clock.clone(),
        outbox: outbox.clone(),
        timers: timers.clone(),
        rotation: Arc::default(),
        client: Client::new(AddressPolicy { listed: config.outbound.clone() })?,
        backups: Arc::new(Shelf::new(target::of(config)?, config.data.clone())),
        quarantine: Arc::new(Quarantine::new(data.is_restored())),
        pulse: Pulse::default(),
        turns: Turns::default(),
        presence: Presence::default(),
        setting: rim_setting(config)?,
        certificate_ends: Arc::default(),
        stopping,
    };
    Ok(Parts { house: web::Data::new(house), writer: writer_loop, timers, outbox })
}

fn rim_setting(config: &Config) -> Result<RimSetting, BootError> {
    let metrics_token = match &config.metrics_token_file {
        None => None,
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .map_err(|source| BootError::MetricsToken { path: path.display().to_string(), source })?;
            Some(text.trim().to_owned()).filter(|token| token.len() >= 16)
        }
    };
    let tls = if config.tls == TlsConfig::Off { Tls::Off } else { Tls::On };
    Ok(RimSetting { tls, public_url: config.public_url.clone(), metrics_token })
}
