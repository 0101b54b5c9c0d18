//! A whole appliance in a temporary folder, reached as browsers reach it: TLS, cookies, headers.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use reqwest::{Client, Method, RequestBuilder};
use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use serde_json::{Value, json};
use tempfile::TempDir;
use tessera::appliance::boot::{self, Running};
use tessera::appliance::config::{Config, LogConfig, LogFormat, TlsConfig};
use tessera::crypt::chance;
use tessera::crypt::secret::Phrase;
use tessera::http::founding;
use tessera::model::time::Timestamp;

pub const PASSWORD: &str = "one phrase for everybody";

pub struct Site {
    pub running: Running,
    _dir: TempDir,
    client: Client,
    commands: AtomicU64,
}

/// Somebody's browser.
pub struct Person<'a> {
    site: &'a Site,
    pub id: String,
    cookie: String,
    /// What the browser asks for; the user's own language comes before it.
    language: &'static str,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub bytes: Vec<u8>,
}

/// Runs a story against a fresh appliance, and stops it in order.
pub fn story<F>(tell: F)
where
    F: AsyncFnOnce(&Site),
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let site = Site::start();
        tell(&site).await;
        let Site { running, client, .. } = site;
        drop(client);
        running.stop().await.unwrap();
    });
}

impl Site {
    fn start() -> Self {
        let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let config = Config {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            data: dir.path().join("data"),
            key_file: dir.path().join("root.key"),
            tls: TlsConfig::SelfMade,
            public_url: None,
            log: LogConfig { format: LogFormat::Text, level: "off".to_owned() },
            backup: dir.path().join("backup"),
            s3: None,
            metrics_token_file: None,
            workers: 1,
            outbound: Vec::new(),
            clock_file: None,
        };
        let running = boot::start(&config).unwrap();
        let client = client(&config.data.join("tls/certificate.pem"));
        Self { running, _dir: dir, client, commands: AtomicU64::new(1) }
    }

    /// The first run over HTTPS: the ready-made repair app and the sample company. Everybody gets the same password.
    pub async fn found(&self) -> Person<'_> {
        let nobody = self.stranger();
        let code = self.running.setup_code.as_ref().unwrap().as_str();
        let token = nobody.post("/setup/code", &json!({ "code": code })).await.json()["token"].clone();
        let administrator = json!({"login": "admin", "name": "Ada", "password": PASSWORD});
        let setup = json!({
            "token": token, "language": "zh", "organisation": "Precision", "zone": "Asia/Shanghai",
            "administrator": administrator, "start": "repair", "sample": true,
        });
        let answer = nobody.post("/setup", &setup).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let admin = Person { cookie: cookie(&answer), ..self.stranger() };
        let key = answer.json()["recovery_key"].clone();
        assert_eq!(admin.post("/setup/recovery", &json!({ "recovery_key": key })).await.status, 204);
        let me = admin.get("/session").await.json();
        let house = &self.running.house;
        let id = me["user"]["id"].as_str().unwrap();
        founding::give_everybody(house, id.parse().unwrap(), Phrase::new(PASSWORD.to_owned())).await.unwrap();
        Person { id: id.to_owned(), ..admin }
    }

    pub const fn stranger(&self) -> Person<'_> {
        Person { site: self, id: String::new(), cookie: String::new(), language: "zh-CN,zh;q=0.9" }
    }

    pub async fn sign_in(&self, login: &str) -> Person<'_> {
        let answer = self.stranger().post("/session", &json!({ "login": login, "password": PASSWORD })).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let id = answer.json()["user"]["id"].as_str().unwrap().to_owned();
        Person { id, cookie: cookie(&answer), ..self.stranger() }
    }

    pub fn form(&self) -> String {
        self.running.house.catalog().forms.keys().next().unwrap().to_string()
    }
}

/// Trusts the certificate that the appliance made for itself, and no other.
fn client(certificate: &Path) -> Client {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(certificate).unwrap()).unwrap();
    let tls = rustls::ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Client::builder().no_proxy().tls_backend_preconfigured(tls).build().unwrap()
}

fn cookie(answer: &Answer) -> String {
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    cookie.split(';').next().unwrap().to_owned()
}

impl Person<'_> {
    /// With everything our own pages send.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let base = format!("https://{}", self.site.running.address);
        let number = u128::from(self.site.commands.fetch_add(1, Ordering::Relaxed));
        let command = uuid::Uuid::from_u128(chance::uuid_v7(Timestamp(0)) ^ number);
        let request = self.site.client.request(method, format!("{base}/api/v1{path}"));
        let request = request.header("X-Tessera", "1").header("Origin", base).header("Accept-Language", self.language);
        request.header("Cookie", &self.cookie).header("Idempotency-Key", command.to_string())
    }

    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        Answer::of(self.request(Method::POST, path).json(body)).await
    }

    pub async fn put(&self, path: &str, rev: u64, body: &Value) -> Answer {
        Answer::of(self.request(Method::PUT, path).header("If-Match", format!("\"{rev}\"")).json(body)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::DELETE, path)).await
    }

    pub async fn upload(&self, name: &str, bytes: &[u8]) -> Answer {
        let name: String = name.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let request = self.request(Method::POST, &format!("/files?name={name}"));
        Answer::of(request.header("Content-Type", "application/octet-stream").body(bytes.to_vec())).await
    }
}

impl Answer {
    pub async fn of(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, bytes: response.bytes().await.unwrap().to_vec() }
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The body of an answer that is a yes.
    pub fn fine(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text());
        self.json()
    }

    /// Status and code of a no, which is said as RFC 9457 asks.
    pub fn refusal(&self) -> (u16, String) {
        assert_eq!(self.headers["content-type"], "application/problem+json", "{}", self.text());
        let body = self.json();
        assert_eq!(body["status"], self.status);
        assert_eq!(body["request_id"], self.headers["x-request-id"].to_str().unwrap());
        (self.status, body["code"].as_str().unwrap().to_owned())
    }
}
