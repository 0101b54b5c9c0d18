//! The one HTTP client: time-outs, a cap on what is read, no redirects, and the address policy at connect time, so that a
//! name that changes its address between check and use gains nothing.

use std::error::Error;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use hickory_resolver::TokioResolver;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use rustls::pki_types::CertificateDer;

use super::address::AddressPolicy;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
const TOTAL_TIMEOUT: Duration = Duration::from_secs(10);
/// An answer longer than this is cut and refused.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The address is not a URL we call: `https`, or `http` to a listed address.
    #[error("address refused: {0}")]
    Refused(String),
    #[error("cannot reach {host}")]
    Unreachable { host: String, source: reqwest::Error },
    /// Of an authority that is not known here, run out, or for another name.
    #[error("the certificate of {host} is not trusted: {why}")]
    Untrusted { host: String, why: String },
    #[error("the answer of {host} is longer than {bytes} bytes")]
    TooLong { host: String, bytes: usize },
    #[error("the client could not be built")]
    Client(#[source] reqwest::Error),
}

/// One request.
#[derive(Debug)]
pub struct Call {
    pub method: &'static str,
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    pub limits: Limits,
}

/// What an answer may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub timeout: Duration,
    /// A longer body is refused.
    pub answer_bytes: usize,
}

impl Limits {
    pub const SMALL: Self = Self { timeout: TOTAL_TIMEOUT, answer_bytes: ANSWER_BYTES_MAX };
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// Cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    policy: Arc<AddressPolicy>,
}

impl Client {
    pub fn new(policy: AddressPolicy) -> Result<Self, CallError> {
        Self::trusting(policy, &[])
    }

    /// Trusts more authorities than everybody does: a company's own.
    pub fn trusting(policy: AddressPolicy, more: &[CertificateDer<'static>]) -> Result<Self, CallError> {
        let policy = Arc::new(policy);
        // A machine without name servers still serves; only what is called by name cannot be reached from it.
        let resolver = TokioResolver::builder_tokio().and_then(hickory_resolver::ResolverBuilder::build).ok();
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TOTAL_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .dns_resolver(Guarded { resolver, policy: Arc::clone(&policy) })
            .tls_backend_preconfigured(tls(more))
            .build()
            .map_err(CallError::Client)?;
        Ok(Self { http, policy })
    }

    /// Posts a JSON text. Never retries.
    pub async fn post_json(&self, url: &str, body: String) -> Result<Answer, CallError> {
        let headers = vec![("content-type".to_owned(), "application/json".to_owned())];
        let call =
            Call { method: "POST", url: url.to_owned(), headers, body: body.into_bytes(), limits: Limits::SMALL };
        self.send(call).await
    }

    /// Never retries.
    pub async fn send(&self, call: Call) -> Result<Answer, CallError> {
        let url = self.checked(&call.url)?;
        let host = url.host_str().unwrap_or_default().to_owned();
        // The address may hold a secret key.
        let unreachable = |error: reqwest::Error| match mistrust(&error) {
            Some(why) => CallError::Untrusted { host: host.clone(), why },
            None => CallError::Unreachable { host: host.clone(), source: error.without_url() },
        };
        let method = reqwest::Method::from_bytes(call.method.as_bytes()).expect("the house names its methods");
        let mut request = self.http.request(method, url).timeout(call.limits.timeout).body(call.body);
        for (name, value) in call.headers {
            request = request.header(name, value);
        }
        let answer = request.send().await.map_err(unreachable)?;
        let status = answer.status().as_u16();
        // A no explains itself at more length than a small yes.
        let room = if answer.status().is_success() { call.limits.answer_bytes } else { ANSWER_BYTES_MAX };
        let mut body = Vec::new();
        let mut chunks = answer.bytes_stream();
        while let Some(chunk) = chunks.next().await {
            let chunk = chunk.map_err(unreachable)?;
            if body.len() + chunk.len() > room {
                return Err(CallError::TooLong { host, bytes: room });
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer { status, body })
    }

    /// A literal address never reaches the resolver, so it is judged here; plain HTTP only goes where IT said so.
    fn checked(&self, text: &str) -> Result<reqwest::Url, CallError> {
        let url = reqwest::Url::parse(text).map_err(|_| CallError::Refused(String::new()))?;
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let port = url.port_or_known_default().unwrap_or_default();
        let literal = host.parse::<IpAddr>().ok();
        let listed = self.policy.listed.iter().any(|entry| entry.names(&host, port));
        let secure = url.scheme() == "https" || (url.scheme() == "http" && listed);
        let open = literal.is_none_or(|address| self.policy.allows(&host, address, port));
        // A listed name opens its listed port only.
        let open = open && (listed || !self.policy.listed.iter().any(|entry| entry.names_host(&host)));
        let named = url.username().is_empty() && url.password().is_none() && !host.is_empty();
        if secure && open && named { Ok(url) } else { Err(CallError::Refused(format!("{host}:{port}"))) }
    }
}

/// What the other side's certificate lacks, if that is why nothing came of the call.
fn mistrust(error: &reqwest::Error) -> Option<String> {
    let mut at: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(cause) = at {
        if let Some(rustls::Error::InvalidCertificate(why)) = cause.downcast_ref() {
            return Some(why.to_string());
        }
        // What an I/O error carries is not its source: that would be the source of what it carries.
        let carried = cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        at = carried.map_or_else(|| cause.source(), |carried| Some(carried));
    }
    None
}

fn tls(more: &[CertificateDer<'static>]) -> rustls::ClientConfig {
    let mut roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    roots.add_parsable_certificates(more.iter().cloned());
    rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("ring offers TLS 1.2 and 1.3")
        .with_root_certificates(roots)
        .with_no_client_auth()
}

/// Names resolve in Rust (a static program has no name service switch), and only to allowed addresses.
struct Guarded {
    /// Absent: the machine names no name server.
    resolver: Option<TokioResolver>,
    policy: Arc<AddressPolicy>,
}

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let (resolver, policy) = (self.resolver.clone(), Arc::clone(&self.policy));
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let resolver = resolver.ok_or("this machine has no name server")?;
            let found = resolver.lookup_ip(host.as_str()).await?;
            // The port is not known here; `checked` has compared it with the listed one.
            let open: Vec<SocketAddr> = found
                .iter()
                .filter(|address| {
                    policy.listed.iter().any(|entry| entry.names_host(&host)) || super::address::is_public(*address)
                })
                .map(|address| SocketAddr::new(address, 0))
                .collect();
            if open.is_empty() {
                return Err("the name leads only to addresses that are not allowed".into());
            }
            Ok(Box::new(open.into_iter()) as Addrs)
        })
    }
}
