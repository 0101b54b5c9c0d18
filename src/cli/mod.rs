//! The command line: reads the settings, does one thing, and says how it went in one sentence and an exit code. The only room that
//! prints.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::appliance::config::{Config, Fault, Layers};

pub mod backup;
pub mod bar;
pub mod doctor;
pub mod exit;
pub mod key;
mod opening;
mod prompt;
pub mod restore;
pub mod serve;
pub mod setup;
pub mod verify;

use exit::Ended;

/// Work orders without code, in one file.
#[derive(Debug, Parser)]
#[command(name = "tessera", version, about, propagate_version = true)]
pub struct Line {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Start the appliance.
    Serve(serve::Serve),
    /// Create the workspace and its administrator without a browser.
    Setup(setup::Setup),
    /// Look at the settings, the keys and the data, and say what is wrong.
    Doctor(doctor::Doctor),
    /// Write a backup; a running appliance goes on meanwhile.
    Backup(backup::Backup),
    /// Make a data directory out of a backup.
    Restore(restore::Restore),
    /// List, check, add, replace and remove the ways in to the data; make new keys.
    Key(key::Key),
    /// Read everything once and prove that nothing is missing or changed.
    Verify(verify::Verify),
}

/// Settings, each of which may also stand in the file or in the environment.
#[derive(Debug, Args)]
pub struct Flags {
    /// Settings file; `tessera.toml` is read if it is there (or `TESSERA_CONFIG`)
    #[arg(long, env = "TESSERA_CONFIG", hide_env = true)]
    config: Option<PathBuf>,
    /// Address and port, such as 0.0.0.0:8443
    #[arg(long)]
    listen: Option<String>,
    /// Data directory
    #[arg(long)]
    data: Option<String>,
    /// Key file, outside the data directory
    #[arg(long)]
    key_file: Option<String>,
    /// on, or off behind a proxy on the same machine
    #[arg(long)]
    tls_mode: Option<String>,
    /// Certificate of your own, PEM
    #[arg(long)]
    tls_certificate: Option<String>,
    /// Its key, PEM
    #[arg(long)]
    tls_key: Option<String>,
    /// Where people reach the appliance, such as `https://orders.example.com`
    #[arg(long)]
    public_url: Option<String>,
    /// text or json
    #[arg(long)]
    log_format: Option<String>,
    /// error, warn, info, debug or trace
    #[arg(long)]
    log_level: Option<String>,
    /// Where backups are written
    #[arg(long)]
    backup: Option<String>,
    /// File with the token for /metrics from another machine
    #[arg(long)]
    metrics_token_file: Option<String>,
    /// Threads that answer requests
    #[arg(long)]
    workers: Option<String>,
    /// Private addresses that channels may call, such as erp.corp:8080
    #[arg(long)]
    outbound: Option<String>,
    /// S3-compatible store for backups, such as `https://s3.corp:9000`
    #[arg(long)]
    s3_endpoint: Option<String>,
    /// Its region, us-east-1 unless set
    #[arg(long)]
    s3_region: Option<String>,
    /// true: `https://endpoint/bucket`; false: `https://bucket.endpoint`
    #[arg(long)]
    s3_path_style: Option<String>,
    /// File with two lines: the access key and its secret
    #[arg(long)]
    s3_credentials_file: Option<String>,
    /// Authorities to trust besides the public ones, PEM
    #[arg(long)]
    s3_ca_file: Option<String>,
    /// File with milliseconds by which the clock is moved, for rehearsals
    #[arg(long)]
    clock_file: Option<String>,
}

impl Flags {
    /// # Errors
    /// Every bad setting at once.
    pub fn config(&self) -> Result<Config, Ended> {
        let mut layers = Layers::default();
        let file = self.config.clone().unwrap_or_else(|| PathBuf::from("tessera.toml"));
        match std::fs::read_to_string(&file) {
            Ok(text) => layers.file(&file.display().to_string(), &text),
            Err(error) if self.config.is_some() => {
                return Err(Ended::setting(format!("{} cannot be read: {error}", file.display())));
            }
            // The usual file may be absent.
            Err(_) => {}
        }
        layers.environment(std::env::vars());
        for (name, value) in self.named() {
            if let Some(value) = value {
                layers.flag(name, value);
            }
        }
        layers.check().map_err(|faults| {
            let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
            Ended::setting(format!("the settings cannot be used:\n  {}", lines.join("\n  ")))
        })
    }

    fn named(&self) -> [(&'static str, Option<&str>); 19] {
        [
            ("listen", self.listen.as_deref()),
            ("data", self.data.as_deref()),
            ("key_file", self.key_file.as_deref()),
            ("tls.mode", self.tls_mode.as_deref()),
            ("tls.certificate", self.tls_certificate.as_deref()),
            ("tls.key", self.tls_key.as_deref()),
            ("public_url", self.public_url.as_deref()),
            ("log.format", self.log_format.as_deref()),
            ("log.level", self.log_level.as_deref()),
            ("backup", self.backup.as_deref()),
            ("metrics_token_file", self.metrics_token_file.as_deref()),
            ("workers", self.workers.as_deref()),
            ("outbound", self.outbound.as_deref()),
            ("clock_file", self.clock_file.as_deref()),
            ("s3.endpoint", self.s3_endpoint.as_deref()),
            ("s3.region", self.s3_region.as_deref()),
            ("s3.path_style", self.s3_path_style.as_deref()),
            ("s3.credentials_file", self.s3_credentials_file.as_deref()),
            ("s3.ca_file", self.s3_ca_file.as_deref()),
        ]
    }
}

/// Does what the line says.
///
/// # Errors
/// How it ended, when it did not end well.
pub fn run(line: &Line) -> Result<(), Ended> {
    match &line.verb {
        Verb::Serve(serve) => serve.run(),
        Verb::Setup(setup) => setup.run(),
        Verb::Doctor(doctor) => doctor.run(),
        Verb::Backup(backup) => backup.run(),
        Verb::Restore(restore) => restore.run(),
        Verb::Key(key) => key.run(),
        Verb::Verify(verify) => verify.run(),
    }
}
