//! `tessera serve`: starts the appliance, says where it is, and waits until it is asked to end.

use std::pin::pin;

use clap::Args;

use super::exit::Ended;
use super::{Flags, bar};
use crate::appliance::boot::{self, BootError, Running};
use crate::appliance::config::Config;
use crate::appliance::sealed::Sealed;
use crate::appliance::{shutdown, tls, trace};
use crate::crypt::error::KeyError;
use crate::crypt::secret::Phrase;
use crate::crypt::token::Token;
use crate::http::founding::{self, Founding};
use crate::model::party::Language;
use crate::store::error::StoreError;

#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    flags: Flags,
    /// Set up a workspace with a sample company if there is none yet, and print how to sign in
    #[arg(long)]
    demo: bool,
}

impl Serve {
    /// # Errors
    /// Why it did not start, or what stopped it.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        trace::start(&config.log);
        warn_of_few_files();
        runtime()?.block_on(async {
            let asked =
                shutdown::listen().map_err(|error| Ended::other(format!("signals cannot be heard: {error}")))?;
            let mut asked = pin!(asked);
            let mut running = match boot::start_telling(&config, &mut bar::opening()) {
                Err(BootError::Store(StoreError::Key(why @ KeyError::Sealed(_)))) => {
                    tokio::select! {
                        () = &mut asked => return Ok(()),
                        running = unsealed(&config, why) => running?,
                    }
                }
                started => started?,
            };
            if running.is_key_new {
                println!("A new key is in {}: keep a copy in a safe place.", config.key_file.display());
            }
            greet(&running, config.public_url.as_deref());
            if self.demo && running.setup_code.is_some() {
                demonstrate(&running).await?;
            } else if let Some(code) = &running.setup_code {
                println!("The workspace is not set up yet. Setup code: {}", code.as_str());
            }
            // Without a service manager there is nobody to tell.
            let _ = sd_notify::notify(&[sd_notify::NotifyState::Ready]);
            tokio::select! {
                () = &mut asked => {}
                error = running.failed() => {
                    return Err(Ended { why: format!("stopped to keep the data safe: {error}"), ..error.into() });
                }
            }
            tracing::info!("stopping");
            let _ = sd_notify::notify(&[sd_notify::NotifyState::Stopping]);
            running.stop().await?;
            Ok(())
        })
    }
}

/// Says what is wrong, and waits at the usual address until somebody opens the data.
async fn unsealed(config: &Config, why: KeyError) -> Result<Running, Ended> {
    eprintln!("tessera: {why}");
    let sealed = Sealed::start(config, why)?;
    let scheme = if sealed.fingerprint.is_some() { "https" } else { "http" };
    println!("Tessera {} is sealed, and waits on {scheme}://{}", env!("CARGO_PKG_VERSION"), sealed.address);
    println!("Open that address and type a passphrase or the recovery key, or put the key right and look again there.");
    if let Some(fingerprint) = &sealed.fingerprint {
        println!("Certificate fingerprint (SHA-256): {fingerprint}");
    }
    // Without a service manager there is nobody to tell.
    let _ = sd_notify::notify(&[sd_notify::NotifyState::Ready, sd_notify::NotifyState::Status("sealed")]);
    let (ring, listener) = sealed.opened().await;
    tracing::info!("opened by hand");
    let _ = sd_notify::notify(&[sd_notify::NotifyState::Status("opened by hand")]);
    Ok(boot::start_opened(config, ring, listener)?)
}

pub(super) fn runtime() -> Result<tokio::runtime::Runtime, Ended> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Ended::other(format!("the runtime cannot start: {error}")))
}

fn greet(running: &Running, public_url: Option<&str>) {
    let scheme = if running.fingerprint.is_some() { "https" } else { "http" };
    println!("Tessera {} is listening on {scheme}://{}", env!("CARGO_PKG_VERSION"), running.address);
    let port = running.address.port();
    match (public_url, tls::outward_address()) {
        (Some(url), _) => println!("Open {url}"),
        (None, Some(ip)) if running.address.ip().is_unspecified() => {
            println!("Open {scheme}://localhost:{port} here, or {scheme}://{ip}:{port} from another machine");
        }
        (None, _) => println!("Open {scheme}://localhost:{port}"),
    }
    if let Some(fingerprint) = &running.fingerprint {
        println!("Certificate fingerprint (SHA-256): {fingerprint}");
    }
}

async fn demonstrate(running: &Running) -> Result<(), Ended> {
    let refused = |refused: crate::http::refusal::Refused| Ended::other(format!("the demonstration failed: {refused}"));
    let password: String = Token::draw("").as_str().chars().take(16).collect();
    let founding = Founding {
        organisation: "Tessera".to_owned(),
        language: Language::Zh,
        zone: "Asia/Shanghai".to_owned(),
        login: "admin".to_owned(),
        name: "管理员".to_owned(),
        password: Phrase::new(password.clone()),
        with_repair: true,
        with_sample: true,
    };
    let founded = founding::found(&running.house, founding).await.map_err(refused)?;
    let everybody = Phrase::new(password.clone());
    founding::give_everybody(&running.house, founded.administrator, everybody).await.map_err(refused)?;
    let catalog = running.house.catalog();
    let others = catalog.directory.users.values().filter(|user| user.id != founded.administrator);
    let logins: Vec<&str> = others.map(|user| user.login.as_str()).collect();
    println!("Demonstration: sign in as admin, or as one of {}", logins.join(", "));
    println!("Everybody's password: {password}");
    println!("Recovery key: {}", founded.recovery_key.as_str());
    Ok(())
}

/// Ten thousand browsers need as many open files.
fn warn_of_few_files() {
    const ENOUGH: u64 = 16_384;
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    let soft = line.and_then(|line| line.split_whitespace().next()).and_then(|soft| soft.parse::<u64>().ok());
    if let Some(soft) = soft.filter(|soft| *soft < ENOUGH) {
        tracing::warn!(soft, "few open files are allowed; raise LimitNOFILE to 65536 for many people");
    }
}
