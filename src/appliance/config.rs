//! What an administrator sets: one file, the environment, and flags, the later before the earlier. Refuses to start on any bad
//! value, and then names all of them at once, each with its cure. Secrets are never among them, only paths of files.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use super::bucket::SCHEME;
use crate::connect::address::Listed;
use crate::connect::s3::Style;
use crate::crypt::slot;

/// A checked configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    pub listen: SocketAddr,
    pub data: PathBuf,
    /// Outside `data`, so that a stolen data directory opens nothing.
    pub key_file: PathBuf,
    pub tls: TlsConfig,
    /// Where people reach the appliance, without a slash at the end: `https://orders.example.com`.
    pub public_url: Option<String>,
    pub log: LogConfig,
    /// Where backups are written: a folder, `data/backup` unless set, or `s3://bucket/prefix`.
    pub backup: PathBuf,
    /// How a bucket is reached; absent: there is none.
    pub s3: Option<S3Config>,
    /// A file whose content lets a program read `/metrics` from another machine.
    pub metrics_token_file: Option<PathBuf>,
    pub workers: usize,
    /// Private addresses that channels may call.
    pub outbound: Vec<Listed>,
    /// A file with the milliseconds by which the clock is moved, for rehearsals only.
    pub clock_file: Option<PathBuf>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TlsConfig {
    /// A certificate made at the first start, kept in the data directory.
    SelfMade,
    /// The company's own, PEM; read again when the files change.
    Files { certificate: PathBuf, key: PathBuf },
    /// Behind a proxy on the same machine; only ever on a loopback address.
    Off,
}

/// An S3-compatible store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct S3Config {
    /// `https://s3.corp:9000`, without a slash at the end.
    pub endpoint: String,
    pub region: String,
    pub style: Style,
    /// Two lines: the access key and its secret.
    pub credentials_file: PathBuf,
    /// Authorities to trust besides the public ones, PEM.
    pub ca_file: Option<PathBuf>,
}

impl S3Config {
    /// What is called for that bucket: `s3.corp:9000`, and the bucket's own name there.
    pub fn hosts(&self, bucket: &str) -> Vec<String> {
        let (scheme, host) = self.endpoint.split_once("://").unwrap_or(("https", &self.endpoint));
        let port = if scheme == "http" { 80 } else { 443 };
        let host = if host.contains(':') { host.to_owned() } else { format!("{host}:{port}") };
        vec![format!("{bucket}.{host}"), host]
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogConfig {
    pub format: LogFormat,
    /// `info`, or directives such as `info,tessera=debug`.
    pub level: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// One setting that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it came from: `TESSERA_LISTEN`, `--listen`, `tessera.toml: listen`.
    pub origin: String,
    pub value: String,
    pub cure: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} = {:?}: {}", self.origin, self.value, self.cure)
    }
}

/// The names of all settings, as in the file; `tls.key` is `TESSERA_TLS_KEY` and `--tls-key`.
pub const NAMES: &[&str] = &[
    "listen",
    "data",
    "key_file",
    "tls.mode",
    "tls.certificate",
    "tls.key",
    "public_url",
    "log.format",
    "log.level",
    "backup",
    "metrics_token_file",
    "workers",
    "outbound",
    "clock_file",
    "s3.endpoint",
    "s3.region",
    "s3.path_style",
    "s3.credentials_file",
    "s3.ca_file",
];

/// Settings as they were written, before any is understood.
#[derive(Debug, Default)]
pub struct Layers {
    values: BTreeMap<String, (String, String)>,
    faults: Vec<Fault>,
}

impl Layers {
    /// The lowest layer: a file's text.
    pub fn file(&mut self, path: &str, text: &str) {
        match text.parse::<toml::Table>() {
            Ok(table) => self.table(path, "", &table),
            Err(error) => self.faults.push(Fault {
                origin: path.to_owned(),
                value: String::new(),
                cure: format!("this is no TOML: {}", error.message()),
            }),
        }
    }

    fn table(&mut self, path: &str, prefix: &str, table: &toml::Table) {
        for (key, value) in table {
            let name = format!("{prefix}{key}");
            let origin = format!("{path}: {name}");
            match value {
                toml::Value::Table(inner) => self.table(path, &format!("{name}."), inner),
                toml::Value::String(text) => self.set(&name, text, origin),
                toml::Value::Array(items) => {
                    let items: Vec<_> = items.iter().map(|item| item.as_str().unwrap_or_default()).collect();
                    self.set(&name, &items.join(","), origin);
                }
                other => self.set(&name, &other.to_string(), origin),
            }
        }
    }

    /// The middle layer: `TESSERA_*` of the environment.
    pub fn environment(&mut self, variables: impl Iterator<Item = (String, String)>) {
        for (variable, value) in variables {
            let Some(rest) = variable.strip_prefix("TESSERA_") else { continue };
            let known = NAMES.iter().find(|name| name.replace('.', "_").to_uppercase() == rest);
            if let Some(name) = known {
                self.set(name, &value, variable);
            }
        }
    }

    /// The top layer: a flag.
    pub fn flag(&mut self, name: &str, value: &str) {
        self.set(name, value, format!("--{}", name.replace(['.', '_'], "-")));
    }

    fn set(&mut self, name: &str, value: &str, origin: String) {
        if NAMES.contains(&name) {
            self.values.insert(name.to_owned(), (value.to_owned(), origin));
        } else {
            let cure = format!("there is no such setting; there are {}", NAMES.join(", "));
            self.faults.push(Fault { origin, value: value.to_owned(), cure });
        }
    }

    fn fault(&mut self, name: &str, cure: &str) {
        let (value, origin) = self.values.get(name).cloned().unwrap_or((String::new(), name.to_owned()));
        self.faults.push(Fault { origin, value, cure: cure.to_owned() });
    }

    fn text(&self, name: &str) -> Option<String> {
        self.values.get(name).map(|(value, _)| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn path(&self, name: &str) -> Option<PathBuf> {
        self.text(name).map(PathBuf::from)
    }

    fn read<T>(&mut self, name: &str, default: T, parse: impl Fn(&str) -> Option<T>, cure: &str) -> T {
        let Some(text) = self.text(name) else { return default };
        parse(&text).unwrap_or_else(|| {
            self.fault(name, cure);
            default
        })
    }

    /// # Errors
    /// Every bad value at once, never none.
    pub fn check(mut self) -> Result<Config, Vec<Fault>> {
        let listen = self.read(
            "listen",
            SocketAddr::from(([0, 0, 0, 0], 8443)),
            |text| text.parse().ok(),
            "write an address and a port, such as 0.0.0.0:8443",
        );
        let data = self.path("data").unwrap_or_else(|| PathBuf::from("data"));
        let key_file = self.path("key_file").unwrap_or_else(|| PathBuf::from("/etc/tessera/tessera.key"));
        if key_file.starts_with(&data) {
            self.fault("key_file", "keep the key outside the data directory, so that a copy of the data opens nothing");
        }
        let tls = self.tls(listen);
        let log = self.log();
        let public_url = self.public_url();
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let workers = self.read(
            "workers",
            cores.clamp(1, 16),
            |text| text.parse().ok().filter(|count| (1..=64).contains(count)),
            "write a whole number from 1 to 64",
        );
        let backup = self.path("backup").unwrap_or_else(|| data.join("backup"));
        if !key_file.starts_with(&data)
            && let Err(error) = slot::refuse_beside(&key_file, &backup)
        {
            self.fault("key_file", &error.to_string());
        }
        let s3 = self.s3(&backup);
        let outbound = self.read(
            "outbound",
            Vec::new(),
            |text| text.split(',').map(|entry| entry.trim().parse().ok()).collect(),
            "write addresses such as 10.20.0.0/16:443 or erp.corp:8080, with commas between",
        );
        let (metrics_token_file, clock_file) = (self.path("metrics_token_file"), self.path("clock_file"));
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        Ok(Config {
            listen,
            data,
            key_file,
            tls,
            public_url,
            log,
            backup,
            s3,
            metrics_token_file,
            workers,
            outbound,
            clock_file,
        })
    }

    fn tls(&mut self, listen: SocketAddr) -> TlsConfig {
        let mode = self.text("tls.mode").unwrap_or_else(|| "on".to_owned());
        match (mode.as_str(), self.path("tls.certificate"), self.path("tls.key")) {
            ("off", ..) if !listen.ip().is_loopback() => {
                self.fault("tls.mode", "without TLS listen on a loopback address only, such as 127.0.0.1:8080");
                TlsConfig::Off
            }
            ("off", ..) => TlsConfig::Off,
            ("on", None, None) => TlsConfig::SelfMade,
            ("on", Some(certificate), Some(key)) => TlsConfig::Files { certificate, key },
            ("on", Some(_), None) => {
                self.fault("tls.key", "name the key that belongs to tls.certificate");
                TlsConfig::SelfMade
            }
            ("on", None, Some(_)) => {
                self.fault("tls.certificate", "name the certificate that belongs to tls.key");
                TlsConfig::SelfMade
            }
            _ => {
                self.fault("tls.mode", "write on or off");
                TlsConfig::SelfMade
            }
        }
    }

    fn log(&mut self) -> LogConfig {
        let format = self.read(
            "log.format",
            LogFormat::Text,
            |text| match text {
                "text" => Some(LogFormat::Text),
                "json" => Some(LogFormat::Json),
                _ => None,
            },
            "write text or json",
        );
        let level = self.read(
            "log.level",
            "info".to_owned(),
            |text| text.parse::<tracing_subscriber::EnvFilter>().ok().map(|_| text.to_owned()),
            "write error, warn, info, debug or trace",
        );
        LogConfig { format, level }
    }

    fn s3(&mut self, backup: &Path) -> Option<S3Config> {
        let is_wanted = backup.to_str().is_some_and(|backup| backup.starts_with(SCHEME));
        let address = self.text("s3.endpoint").map(|text| text.trim_end_matches('/').to_owned());
        let is_origin = |text: &String| {
            let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
            rest.is_some_and(|rest| !rest.is_empty() && !rest.contains('/'))
        };
        let endpoint = address.clone().filter(is_origin);
        if (is_wanted || address.is_some()) && endpoint.is_none() {
            self.fault("s3.endpoint", "write the address of the store, such as https://s3.corp:9000");
        }
        let credentials_file = self.path("s3.credentials_file");
        if endpoint.is_some() && credentials_file.is_none() {
            self.fault("s3.credentials_file", "name a file with two lines: the access key and its secret");
        }
        let style = self.read(
            "s3.path_style",
            Style::Path,
            |text| match text {
                "true" => Some(Style::Path),
                "false" => Some(Style::Host),
                _ => None,
            },
            "write true for https://endpoint/bucket, false for https://bucket.endpoint",
        );
        let region = self.text("s3.region").unwrap_or_else(|| "us-east-1".to_owned());
        let ca_file = self.path("s3.ca_file");
        Some(S3Config { endpoint: endpoint?, region, style, credentials_file: credentials_file?, ca_file })
    }

    fn public_url(&mut self) -> Option<String> {
        let text = self.text("public_url")?;
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let is_origin = rest.is_some_and(|rest| !rest.is_empty() && !rest.trim_end_matches('/').contains('/'));
        if is_origin {
            return Some(text.trim_end_matches('/').to_owned());
        }
        self.fault("public_url", "write the address people open, such as https://orders.example.com");
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers(file: &str, environment: &[(&str, &str)], flags: &[(&str, &str)]) -> Result<Config, Vec<String>> {
        let mut layers = Layers::default();
        layers.file("tessera.toml", file);
        layers.environment(environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        for (name, value) in flags {
            layers.flag(name, value);
        }
        layers.check().map_err(|faults| faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn flags_win_over_the_environment_and_that_over_the_file() {
        let file = "listen = \"10.0.0.1:1\"\ndata = \"/a\"\nworkers = 3\n[log]\nformat = \"json\"\n";
        let config = layers(file, &[("TESSERA_LISTEN", "10.0.0.2:2"), ("TESSERA_DATA", "/b")], &[("data", "/c")]);
        let config = config.unwrap();
        assert_eq!((config.listen.to_string().as_str(), config.workers), ("10.0.0.2:2", 3));
        assert_eq!((config.data.to_str(), config.backup.to_str()), (Some("/c"), Some("/c/backup")));
        assert_eq!(config.log.format, LogFormat::Json);
    }

    #[test]
    fn every_bad_value_is_named_at_once_with_its_cure() {
        let faults = layers(
            "lisen = \"x\"\n[tls]\ncertificate = \"/a.pem\"",
            &[("TESSERA_LOG_FORMAT", "xml"), ("TESSERA_PUBLIC_URL", "orders")],
            &[("workers", "0"), ("data", "/d"), ("key_file", "/d/key")],
        )
        .unwrap_err();
        let origins: Vec<&str> = faults.iter().map(|fault| fault.split(" = ").next().unwrap()).collect();
        let expected =
            ["tessera.toml: lisen", "--key-file", "tls.key", "TESSERA_LOG_FORMAT", "TESSERA_PUBLIC_URL", "--workers"];
        assert_eq!(origins, expected);
    }

    #[test]
    fn the_settings_file_that_is_shipped_says_the_defaults_of_an_installation() {
        let config = layers(include_str!("../../packaging/tessera.toml"), &[], &[]).unwrap();
        assert_eq!((config.listen.port(), config.data.to_str()), (8443, Some("/var/lib/tessera")));
        assert_eq!(config.log.format, LogFormat::Json);
    }

    #[test]
    fn plain_http_stays_on_the_machine() {
        assert!(layers("", &[], &[("tls.mode", "off")]).is_err());
        let config = layers("", &[], &[("tls.mode", "off"), ("listen", "127.0.0.1:8080")]).unwrap();
        assert_eq!(config.tls, TlsConfig::Off);
    }
}
