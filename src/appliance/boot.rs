//! Builds the graph and starts everything that runs by itself. The one place where threads and tasks begin, so each has a name, an
//! owner and an end. Refuses to start half: either all of it runs, or one sentence says why not.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};
use tokio::sync::{oneshot, watch as channel};
use tokio::task::JoinHandle;

use super::config::Config;
use super::tls::{Line, TlsError};
use super::{graph, open, opening, watch};
use crate::catalog::Catalog;
use crate::connect::client::CallError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::token::Token;
use crate::deliver::outbox::Sender;
use crate::http::house::House;
use crate::http::{asset, frame, route};
use crate::schedule::push::{Pushes, Words};
use crate::schedule::{backup::Backups, keys, quarantine::Quarantine, scrub, sweep};
use crate::store::error::StoreError;
use crate::store::open::OnProgress;
use crate::writer::clock::SystemClock;
use crate::writer::run::WriterLoop;

/// A connection that says nothing for this long is closed.
pub(super) const QUIET: Duration = Duration::from_secs(10);
/// Answers that are under way when the process is asked to end have this long; so has a browser's idle connection, which is not told
/// apart and would hold up every restart.
const LAST_ANSWERS_SECONDS: u64 = 3;

#[derive(Debug, thiserror::Error)]
pub enum BootError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Tls(#[from] TlsError),
    #[error("cannot listen on {address}: {source}")]
    Listen { address: SocketAddr, source: std::io::Error },
    #[error("the figures' token at {path} cannot be read: {source}")]
    MetricsToken { path: String, source: std::io::Error },
    #[error("calls to the outside cannot be made: {0}")]
    Client(#[from] CallError),
    #[error("a thread cannot be started: {0}")]
    Thread(#[source] std::io::Error),
}

/// An appliance that runs. Dropping it without [`Running::stop`] loses nothing; it only makes the next start longer.
pub struct Running {
    pub address: SocketAddr,
    /// Of the certificate; absent without TLS.
    pub fingerprint: Option<String>,
    /// Opens the first run; absent once the workspace is set up.
    pub setup_code: Option<Token>,
    /// A key file was made just now.
    pub is_key_new: bool,
    pub house: web::Data<House>,
    server: ServerHandle,
    tasks: Vec<JoinHandle<()>>,
    stopping: channel::Sender<bool>,
    writer_thread: thread::JoinHandle<()>,
    failure: oneshot::Receiver<StoreError>,
}

impl Running {
    /// Waits until the store has failed, which ends the process: memory may be ahead of the disk, and the disk is right.
    pub async fn failed(&mut self) -> StoreError {
        let writer = async {
            match (&mut self.failure).await {
                Ok(error) => error,
                // The writer ended without trouble, because everybody let go of it.
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! {
            error = writer => error,
            error = watch::stopped(&self.house.store) => error,
        }
    }

    /// The way down: no new requests, last answers, the queue to its end, the rows on the disk.
    pub async fn stop(self) -> Result<(), StoreError> {
        // Nobody may be listening any more.
        let _ = self.stopping.send(true);
        self.house.backups.cancel();
        self.server.stop(true).await;
        for task in &self.tasks {
            task.abort();
        }
        for task in self.tasks {
            let _ = task.await;
        }
        let store = self.house.store.clone();
        drop(self.house);
        // The last handle is gone with the house, so the loop ends by itself.
        let _ = tokio::task::spawn_blocking(move || self.writer_thread.join()).await;
        store.checkpoint()
    }
}

/// Everything from a configuration to a listening appliance.
///
/// # Errors
/// The first reason why it cannot run, as a sentence. `Store(Key(Sealed))` is one that a person can help with: see
/// [`super::sealed`].
pub fn start(config: &Config) -> Result<Running, BootError> {
    start_telling(config, &mut opening::log())
}

/// As [`start`], and tells how far opening has come.
pub fn start_telling(config: &Config, progress: OnProgress<'_>) -> Result<Running, BootError> {
    let loaded = open::load_or_make(config, progress)?;
    run(config, loaded, listen(config)?)
}

/// The same with keys that somebody opened, at an address that is held already.
///
/// # Errors
/// As [`start`].
pub fn start_opened(config: &Config, ring: KeyRing, listener: TcpListener) -> Result<Running, BootError> {
    run(config, open::load_with(config, ring, &mut opening::log())?, listener)
}

pub(super) fn listen(config: &Config) -> Result<TcpListener, BootError> {
    TcpListener::bind(config.listen).map_err(|source| BootError::Listen { address: config.listen, source })
}

fn run(config: &Config, (data, loaded): open::Loaded, listener: TcpListener) -> Result<Running, BootError> {
    data.opened.iter().for_each(opening::report);
    let line = Line::open(config)?;
    let address = listener.local_addr().map_err(|source| BootError::Listen { address: config.listen, source })?;
    let clock = Arc::new(SystemClock::default());
    // Before anything is stamped or restored: sessions would end when the clock jumps afterwards.
    if let Some(path) = &config.clock_file {
        watch::set_clock(path, &clock);
    }
    let (stopping, stopped) = channel::channel(false);
    let parts = graph::parts(config, &data, loaded, &clock, stopped)?;
    let (writer_thread, failure) = run_writer(parts.writer)?;
    let server = serve(config, listener, line.clone(), parts.house.clone())
        .map_err(|source| BootError::Listen { address: config.listen, source })?;
    let handle = server.handle();
    let base_url = config.public_url.clone().unwrap_or_else(|| format!("https://{address}"));
    let catalog: Arc<dyn Fn() -> Arc<Catalog> + Send + Sync> = {
        let published = parts.house.published.clone();
        Arc::new(move || published.load().catalog.clone())
    };
    let backups = Backups {
        shelf: parts.house.backups.clone(),
        store: data.store.clone(),
        clock: clock.clone(),
        catalog: catalog.clone(),
        quarantine: parts.house.quarantine.clone(),
    };
    let sender = Sender {
        outbox: parts.outbox,
        writer: parts.house.writer.clone(),
        client: parts.house.client.clone(),
        clock: clock.clone(),
        catalog: catalog.clone(),
        base_url,
    };
    let pushes = Pushes {
        writer: parts.house.writer.clone(),
        clock: clock.clone(),
        catalog: catalog.clone(),
        words: words(&parts.house),
    };
    let quarantine = parts.house.quarantine.clone();
    let mut tasks = vec![
        tokio::spawn(async move { drop(server.await) }),
        tokio::spawn(after(quarantine.clone(), parts.timers.run(parts.house.writer.clone(), clock.clone()))),
        tokio::spawn(after(quarantine.clone(), pushes.run())),
        tokio::spawn(after(quarantine, sender.run())),
        tokio::spawn(backups.run()),
        tokio::spawn(sweep::run(data.store.clone(), parts.house.writer.clone(), clock.clone())),
        tokio::spawn(sweep::run_unfinished(data.store.clone(), clock.clone())),
        tokio::spawn(parts.house.rotation.clone().run(data.store.clone())),
        tokio::spawn(keys::run(data.ring.clone(), parts.house.writer.clone(), clock.clone(), catalog)),
        tokio::spawn(watch::watchdog()),
        tokio::spawn(watch::room(data.store.clone())),
        tokio::spawn(scrub::run(data.store.clone(), clock.clone(), zone(&parts.house))),
    ];
    let ends = parts.house.certificate_ends.clone();
    tasks.extend(line.clone().map(|line| tokio::spawn(watch::certificate(line, ends))));
    tasks.extend(config.clock_file.clone().map(|path| tokio::spawn(watch::clock(path, clock.clone()))));
    let setup_code = (!parts.house.is_set_up()).then(|| parts.house.first_run.draw_code());
    Ok(Running {
        address,
        fingerprint: line.map(|line| line.fingerprint()),
        setup_code,
        is_key_new: data.is_key_new,
        house: parts.house,
        server: handle,
        tasks,
        stopping,
        writer_thread,
        failure,
    })
}

/// Of the workspace; in the machine's own nobody lives.
fn zone(house: &web::Data<House>) -> impl Fn() -> jiff::tz::TimeZone + Send + Sync + use<> {
    let published = house.published.clone();
    move || published.load().catalog.zone.clone()
}

/// The scheduler and the read side do not know one another.
fn words(house: &web::Data<House>) -> Words {
    let house = house.clone();
    Arc::new(move |push| house.words_of(push))
}

/// A restored workspace does nothing by itself before an administrator says so.
async fn after(quarantine: Arc<Quarantine>, work: impl Future<Output = ()>) {
    quarantine.over().await;
    work.await;
}

type WriterThread = (thread::JoinHandle<()>, oneshot::Receiver<StoreError>);

fn run_writer(work: WriterLoop) -> Result<WriterThread, BootError> {
    let (failed, failure) = oneshot::channel();
    let run = move || {
        if let Err(error) = work.run() {
            // Nobody waits when the process is ending anyway.
            let _ = failed.send(error);
        }
    };
    let thread = thread::Builder::new().name("writer".to_owned()).spawn(run).map_err(BootError::Thread)?;
    Ok((thread, failure))
}

fn serve(
    config: &Config,
    listener: TcpListener,
    line: Option<Arc<Line>>,
    house: web::Data<House>,
) -> std::io::Result<actix_web::dev::Server> {
    let app = move || {
        App::new()
            .app_data(house.clone())
            .wrap(from_fn(frame::around))
            .configure(route::configure)
            .configure(route::mount)
            .default_service(web::to(asset::serve))
    };
    let server = HttpServer::new(app)
        .workers(config.workers)
        .keep_alive(QUIET)
        .client_request_timeout(QUIET)
        .tls_handshake_timeout(QUIET)
        // An answer is written in two pieces; the second would wait for the first one's receipt, some 40 ms.
        .tcp_nodelay(true)
        .shutdown_timeout(LAST_ANSWERS_SECONDS)
        .disable_signals();
    let server = match line {
        Some(line) => server.listen_rustls_0_23(listener, line.server_config())?,
        None => server.listen(listener)?,
    };
    Ok(server.run())
}
