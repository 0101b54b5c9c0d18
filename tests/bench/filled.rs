//! A workspace with so many orders in it, submitted through the writer as people would: the ready-made repair app and the sample
//! company's own words, with everything that a submission writes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use futures_util::stream::{FuturesUnordered, StreamExt};
use tempfile::TempDir;
use tessera::catalog::Catalog;
use tessera::crypt::chance;
use tessera::crypt::key_ring::KeyRing;
use tessera::crypt::password::Cost;
use tessera::crypt::slot::{self, Opener};
use tessera::decide::app::{package, ready_made};
use tessera::decide::workspace::sample;
use tessera::decide::workspace::seed;
use tessera::model::command::{Actor, Ask, Command, OrderVerb};
use tessera::model::id::{CommandId, FormId, RecordId, UserId};
use tessera::model::party::Language;
use tessera::model::time::Timestamp;
use tessera::store::Store;
use tessera::store::options::Options;
use tessera::writer::clock::{Clock, SystemClock};
use tessera::writer::load::load;
use tessera::writer::queue::Writer;
use tessera::writer::run::writer;

#[path = "../support/first_run.rs"]
mod first_run;

use first_run::{ADMIN, first_run};

/// Commands on their way at the same time; fewer than may wait.
const AT_ONCE: usize = 512;
/// Different reports; then they come again.
const REPORTS: usize = 2_000;

/// A data directory and its key file.
pub struct Site {
    pub folder: TempDir,
}

impl Site {
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn key(&self) -> PathBuf {
        self.folder.path().join("key")
    }

    pub fn create(&self) -> Store {
        if !self.key().exists() {
            slot::write_key_file(&self.key(), &self.data()).unwrap();
        }
        fs::create_dir_all(self.data()).unwrap();
        let ring = KeyRing::create(&self.data(), &[Opener::KeyFile(self.key())], Cost::LEAST).unwrap();
        Store::create(&self.data(), &Arc::new(ring), &Options::USUAL).unwrap()
    }

    pub fn open(&self) -> Store {
        open(&self.data(), &self.key())
    }
}

pub fn open(data: &Path, key: &Path) -> Store {
    let ring = KeyRing::open(data, &[Opener::KeyFile(key.to_owned())]).unwrap();
    Store::open(data, &Arc::new(ring), &Options::USUAL, &mut |_| ()).unwrap().0
}

/// Adds orders to what is there; sets the workspace up when nothing is.
pub fn grow(site: &Site, orders: u64) {
    let store = Arc::new(site.open());
    submit(&store, orders);
    // The writer has ended, so this is the last handle.
    Arc::into_inner(store).expect("nobody else holds the store").close().unwrap();
}

fn submit(store: &Arc<Store>, orders: u64) {
    let loaded = load(store, &mut |_| (), &mut |_, _| ()).unwrap();
    let (catalog, clock) = (Arc::new(Mutex::new(loaded.catalog.clone())), Arc::new(SystemClock::default()));
    let shown = catalog.clone();
    let publish = Box::new(move |_: &[_], fresh: &Arc<Catalog>| shown.lock().unwrap().clone_from(fresh));
    let (writer, wheel) = writer(loaded, clock.clone() as Arc<dyn Clock>, publish);
    let thread = std::thread::spawn(|| wheel.run());
    let newest = || catalog.lock().unwrap().clone();
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
        if newest().forms.is_empty() {
            furnish(&writer, &newest).await;
        }
        let catalog = newest();
        let form = *catalog.forms.keys().next().unwrap();
        let users = catalog.directory.users.iter().map(|(id, user)| (user.login.clone(), *id)).collect();
        report(&writer, (form, &users), clock.now(), orders).await;
    });
    drop(writer);
    thread.join().unwrap().unwrap();
}

async fn report(writer: &Writer, (form, users): (FormId, &BTreeMap<String, UserId>), now: Timestamp, orders: u64) {
    let reports = sample::repairs(Language::Zh, 7, &vec![now; REPORTS]);
    let mut left = orders;
    let mut under_way = FuturesUnordered::new();
    for report in reports.iter().cycle() {
        if left == 0 {
            break;
        }
        left -= 1;
        let verb = OrderVerb::Submit { form, values: report.values.clone() };
        let ask = Ask::Order { order: RecordId::from_u128(chance::uuid_v7(now)), rev: None, verb };
        let actor = users.get(&report.by).copied().unwrap_or(ADMIN);
        under_way.push(writer.submit(command(Actor::User(actor), ask)));
        if under_way.len() >= AT_ONCE {
            under_way.next().await.unwrap().unwrap();
        }
    }
    while let Some(done) = under_way.next().await {
        done.unwrap();
    }
}

async fn furnish(writer: &Writer, newest: &dyn Fn() -> Arc<Catalog>) {
    writer.submit(command(Actor::System, Ask::Batch(seed::asks(&first_run(Language::Zh))))).await.unwrap();
    let mut fresh = || chance::uuid_v7(Timestamp(0));
    let text = ready_made::package("repair", Language::Zh).unwrap();
    let installation = package::install(&newest(), text, &mut fresh).unwrap();
    writer.submit(command(Actor::User(ADMIN), Ask::Batch(installation.asks))).await.unwrap();
    let (asks, _) = sample::company(&newest(), Language::Zh, &mut fresh);
    writer.submit(command(Actor::User(ADMIN), Ask::Batch(asks))).await.unwrap();
}

fn command(actor: Actor, ask: Ask) -> Command {
    Command { id: CommandId::from_u128(chance::uuid_v7(Timestamp(0))), actor, ask }
}
