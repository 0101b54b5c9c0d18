//! The line: TLS 1.2 and 1.3 only, with a certificate made at the first start or the company's own, which may be replaced while
//! it runs. Refuses a key that does not belong to its certificate, and keeps the good one when a replacement is bad.

use std::fs;
use std::io::Write;
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use arc_swap::ArcSwap;
use rustls::ServerConfig;
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use sha2::{Digest, Sha256};

use super::config::{Config, TlsConfig};
use super::expiry;
use crate::model::time::Timestamp;

const FOLDER: &str = "tls";
/// Days a self-made certificate is good for: what phones accept at most.
const SELF_MADE_DAYS: i64 = 820;
/// It is made anew at a start when it is older.
const RENEW_AFTER: Duration = Duration::from_hours(24 * 760);

#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    #[error("the certificate or key at {path} cannot be read: {detail}")]
    Unreadable { path: PathBuf, detail: String },
    #[error("the key at {key} does not belong to the certificate at {certificate}")]
    Mismatch { certificate: PathBuf, key: PathBuf },
    #[error("a certificate could not be made: {0}")]
    Make(String),
    #[error("the certificate cannot be kept at {path}")]
    Keep { path: PathBuf, source: std::io::Error },
}

/// The certificate in use.
#[derive(Debug)]
pub struct Line {
    certificate: PathBuf,
    key: PathBuf,
    current: ArcSwap<CertifiedKey>,
}

impl Line {
    /// `None` when TLS is off.
    ///
    /// # Errors
    /// - `Unreadable`, `Mismatch`: the named files do not serve.
    /// - `Make`, `Keep`: no certificate could be made.
    pub fn open(config: &Config) -> Result<Option<Arc<Self>>, TlsError> {
        let (certificate, key) = match &config.tls {
            TlsConfig::Off => return Ok(None),
            TlsConfig::Files { certificate, key } => (certificate.clone(), key.clone()),
            TlsConfig::SelfMade => {
                let files = self_made(config);
                if is_due(&files.0, &files.1) {
                    make(&config.data.join(FOLDER), &files, names(config))?;
                }
                files
            }
        };
        let current = ArcSwap::from_pointee(load(&certificate, &key)?);
        Ok(Some(Arc::new(Self { certificate, key, current })))
    }

    pub fn server_config(self: &Arc<Self>) -> ServerConfig {
        let mut config = ServerConfig::builder_with_provider(provider())
            .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])
            .expect("ring knows both versions")
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(Resolver(self.clone())));
        config.max_early_data_size = 0;
        config
    }

    /// SHA-256 of the certificate, for comparing by eye: `AB:CD:...`.
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(self.current.load().cert.first().map_or(&[][..], |cert| cert.as_ref()));
        digest.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
    }

    /// When the certificate ends; `None` when it does not say so in a way that is known here.
    pub fn ends(&self) -> Option<Timestamp> {
        self.current.load().cert.first().and_then(|cert| expiry::of(cert))
    }

    /// When the files last changed; compared to notice a replacement.
    pub fn stamp(&self) -> Option<(SystemTime, SystemTime)> {
        Some((modified(&self.certificate)?, modified(&self.key)?))
    }

    /// Takes the files as they are now; new connections use them.
    ///
    /// # Errors
    /// As [`Line::open`]; the certificate in use stays.
    pub fn reload(&self) -> Result<(), TlsError> {
        self.current.store(Arc::new(load(&self.certificate, &self.key)?));
        Ok(())
    }
}

/// Where the certificate that the appliance makes for itself is kept, and its key.
pub fn self_made(config: &Config) -> (PathBuf, PathBuf) {
    let folder = config.data.join(FOLDER);
    (folder.join("certificate.pem"), folder.join("key.pem"))
}

#[derive(Debug)]
struct Resolver(Arc<Line>);

impl ResolvesServerCert for Resolver {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.current.load_full())
    }
}

/// Only suites with forward secrecy and authenticated encryption, which are all that this provider has.
fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|meta| meta.modified()).ok()
}

fn load(certificate: &Path, key: &Path) -> Result<CertifiedKey, TlsError> {
    let unreadable = |path: &Path, detail: String| TlsError::Unreadable { path: path.to_owned(), detail };
    let chain: Vec<_> = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect)
        .map_err(|error| unreadable(certificate, error.to_string()))?;
    if chain.is_empty() {
        return Err(unreadable(certificate, "there is no certificate in it".to_owned()));
    }
    let secret = PrivateKeyDer::from_pem_file(key).map_err(|error| unreadable(key, error.to_string()))?;
    CertifiedKey::from_der(chain, secret, &provider()).map_err(|error| match error {
        rustls::Error::InconsistentKeys(_) => {
            TlsError::Mismatch { certificate: certificate.to_owned(), key: key.to_owned() }
        }
        other => unreadable(key, other.to_string()),
    })
}

fn is_due(certificate: &Path, key: &Path) -> bool {
    let (Some(made), Some(_)) = (modified(certificate), modified(key)) else { return true };
    SystemTime::now().duration_since(made).is_ok_and(|age| age > RENEW_AFTER)
}

/// What people may type to get here.
fn names(config: &Config) -> Vec<String> {
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    if let Ok(host) = fs::read_to_string("/proc/sys/kernel/hostname") {
        names.push(host.trim().to_lowercase());
    }
    let url_host = config.public_url.as_deref().and_then(|url| url.split_once("://")).map(|(_, rest)| rest);
    if let Some(host) = url_host {
        names.push(host.rsplit_once(':').map_or(host, |(host, _)| host).to_owned());
    }
    if !config.listen.ip().is_unspecified() {
        names.push(config.listen.ip().to_string());
    }
    names.extend(outward_address().map(|ip| ip.to_string()));
    names.retain(|name| !name.is_empty());
    names.sort();
    names.dedup();
    names
}

/// The address this machine shows to its network. Nothing is sent: connecting a datagram socket only chooses a route.
pub fn outward_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect(SocketAddr::from(([192, 0, 2, 1], 9))).ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|ip| !ip.is_unspecified())
}

fn make(folder: &Path, files: &(PathBuf, PathBuf), names: Vec<String>) -> Result<(), TlsError> {
    let broken = |error: rcgen::Error| TlsError::Make(error.to_string());
    let key = rcgen::KeyPair::generate().map_err(broken)?;
    let mut params = rcgen::CertificateParams::new(names).map_err(broken)?;
    params.distinguished_name.push(rcgen::DnType::CommonName, "Tessera");
    let today = jiff::Zoned::now().date();
    let midnight = |date: jiff::civil::Date| {
        rcgen::date_time_ymd(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs())
    };
    params.not_before = midnight(today.saturating_sub(jiff::Span::new().days(1)));
    params.not_after = midnight(today.saturating_add(jiff::Span::new().days(SELF_MADE_DAYS)));
    params.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::ServerAuth];
    let certificate = params.self_signed(&key).map_err(broken)?;
    let kept = |path: &Path| {
        let path = path.to_owned();
        move |source| TlsError::Keep { path, source }
    };
    fs::create_dir_all(folder).map_err(kept(folder))?;
    write(&files.1, &key.serialize_pem()).map_err(kept(&files.1))?;
    write(&files.0, &certificate.pem()).map_err(kept(&files.0))
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
