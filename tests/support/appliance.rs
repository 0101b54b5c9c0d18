//! The real appliance on a folder of its own, and people who call it over HTTP. Nothing between the socket and the disk is replaced.

use std::net::SocketAddr;
use std::sync::Once;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use tessera::appliance::boot::{self, Running};
use tessera::appliance::config::{Config, LogConfig, LogFormat, TlsConfig};
use tessera::crypt::key_ring::KeyRing;
use tessera::crypt::secret::Phrase;
use tessera::crypt::slot::Opener;
use tessera::http::founding::{self, Founding};
use tessera::http::route::session;
use tessera::model::id::UserId;
use tessera::model::party::Language;
use tessera::store::options::Options;
use tessera::store::restore::{self, Keys, Source};
use tessera::store::target::Folder;
use tokio::runtime::Runtime;

pub const PASSWORD: &str = "correct horse battery";

pub struct Appliance {
    runtime: Runtime,
    running: Option<Running>,
    client: reqwest::Client,
    base: String,
    pub administrator: Person,
    pub folder: TempDir,
}

/// A browser: somebody's, or nobody's.
#[derive(Debug, Clone)]
pub struct Person {
    pub id: Option<UserId>,
    /// As the header has it; empty: signed out.
    pub cookie: String,
}

impl Person {
    pub const fn nobody() -> Self {
        Self { id: None, cookie: String::new() }
    }
}

#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// `null` when it is no JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The JSON of an answer that went well.
    #[track_caller]
    pub fn good(&self) -> Value {
        assert!(self.status < 300, "{} {}", self.status, self.text());
        self.json()
    }

    /// Status and code of a refusal.
    pub fn refusal(&self) -> (u16, String) {
        (self.status, self.json()["code"].as_str().unwrap_or_default().to_owned())
    }
}

/// What is sent.
pub enum Sent {
    Nothing,
    Json(Value),
    Bytes(&'static str, Vec<u8>),
}

impl Appliance {
    /// A workspace with an administrator and nothing else.
    pub fn empty() -> Self {
        Self::founded(&|founding| founding)
    }

    pub fn founded(bend: &dyn Fn(Founding) -> Founding) -> Self {
        Self::founded_in(TempDir::new().expect("a temporary folder"), bend)
    }

    pub fn founded_in(folder: TempDir, bend: &dyn Fn(Founding) -> Founding) -> Self {
        static TLS: Once = Once::new();
        // Another test of this process may have chosen the same one.
        TLS.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
        let runtime = Runtime::new().expect("a runtime");
        let founding = bend(Founding {
            organisation: "Acme".to_owned(),
            language: Language::En,
            zone: "Asia/Shanghai".to_owned(),
            login: "admin".to_owned(),
            name: "Admin".to_owned(),
            password: Phrase::new(PASSWORD.to_owned()),
            with_repair: false,
            with_sample: false,
        });
        let (running, administrator) = runtime.block_on(async {
            let running = boot::start(&config(&folder)).expect("it boots");
            let founded = founding::found(&running.house, founding).await.expect("it is founded");
            (running, founded.administrator)
        });
        let base = format!("http://{}", running.address);
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let nobody = Person::nobody();
        let mut appliance = Self { runtime, running: Some(running), client, base, administrator: nobody, folder };
        appliance.administrator = appliance.enter(administrator);
        appliance
    }

    /// Another machine with the same key, where the newest backup of `other` was restored.
    pub fn restored_from(other: &Self) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let config = config(&folder);
        std::fs::copy(other.folder.path().join("tessera.key"), &config.key_file).expect("the key is copied");
        let shelf = Folder::new(&other.folder.path().join("data/backup"));
        let name = restore::choose(&shelf, None).expect("a backup");
        let keys = [Opener::KeyFile(config.key_file.clone())];
        let source = Source { target: &shelf, name: &name };
        restore::restore(source, &Keys::Openers(&keys), (&config.data, &Options::USUAL), None, &mut |_| Ok(()))
            .expect("it restores");
        let runtime = Runtime::new().expect("a runtime");
        let running = runtime.block_on(async { boot::start(&config).expect("it boots") });
        let base = format!("http://{}", running.address);
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let nobody = Person::nobody();
        let mut appliance = Self { runtime, running: Some(running), client, base, administrator: nobody, folder };
        appliance.administrator = appliance.enter(other.administrator.id.expect("an administrator"));
        appliance
    }

    pub fn running(&self) -> &Running {
        self.running.as_ref().expect("it runs until it is dropped")
    }

    /// A new session, without the cost of a password.
    pub fn enter(&self, user: UserId) -> Person {
        let cookie = self.runtime.block_on(session::open(&self.running().house, user)).expect("a session");
        Person { id: Some(user), cookie: format!("{}={}", cookie.name(), cookie.value()) }
    }

    pub fn call(&self, who: &Person, method: &str, path: &str, sent: Sent) -> Answer {
        self.call_with(who, (method, path), sent, &[])
    }

    pub fn call_with(&self, who: &Person, (method, path): (&str, &str), sent: Sent, more: &[(&str, &str)]) -> Answer {
        let method = reqwest::Method::from_bytes(method.as_bytes()).expect("a method");
        let path = if path.starts_with("/healthz") || path.starts_with("/metrics") {
            path.to_owned()
        } else {
            format!("/api/v1{path}")
        };
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        request = request.header("x-tessera", "1").header("origin", &self.base).header("accept-language", "en");
        if !who.cookie.is_empty() {
            request = request.header("cookie", &who.cookie);
        }
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        request = match sent {
            Sent::Nothing => request,
            Sent::Bytes(media, bytes) => request.header("content-type", media).body(bytes),
            Sent::Json(body) => request.header("content-type", "application/json").body(body.to_string()),
        };
        self.runtime.block_on(async {
            let response = request.send().await.expect("an answer");
            let status = response.status().as_u16();
            // An event stream has no end.
            let is_stream = response.headers().get("content-type").is_some_and(|media| media == "text/event-stream");
            let bytes = if is_stream { Vec::new() } else { response.bytes().await.expect("a body").to_vec() };
            Answer { status, bytes }
        })
    }

    pub fn get(&self, who: &Person, path: &str) -> Answer {
        self.call(who, "GET", path, Sent::Nothing)
    }

    pub fn post(&self, who: &Person, path: &str, body: Value) -> Answer {
        self.call(who, "POST", path, Sent::Json(body))
    }

    pub fn put(&self, who: &Person, path: &str, body: Value) -> Answer {
        self.call(who, "PUT", path, Sent::Json(body))
    }

    pub fn delete(&self, who: &Person, path: &str) -> Answer {
        self.call(who, "DELETE", path, Sent::Nothing)
    }

    /// Asks until there is something; what happens beside the answers takes its time.
    #[track_caller]
    pub fn eventually<T>(mut look: impl FnMut() -> Option<T>) -> T {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(Instant::now() < deadline, "it did not happen");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Stops it, does something with its keys, and starts it again; who was signed in stays so.
    pub fn while_stopped(&mut self, work: &dyn Fn(&KeyRing)) {
        let config = config(&self.folder);
        // Open connections would be waited for.
        self.client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let running = self.running.take().expect("it runs until it is dropped");
        self.runtime.block_on(running.stop()).expect("it stops well");
        work(&KeyRing::open(&config.data, &[Opener::KeyFile(config.key_file.clone())]).expect("it opens"));
        let running = self.runtime.block_on(async { boot::start(&config).expect("it boots") });
        self.base = format!("http://{}", running.address);
        self.running = Some(running);
    }

    /// An app with one form whose flow sends a copy through the channel.
    pub fn app_that_tells(&self, channel: &Value) -> (Value, Value) {
        let (house, admin) = (self, &self.administrator);
        let app = house.post(admin, "/apps", json!({"name": "Repairs"})).good();
        let form = house
            .post(admin, &format!("/apps/{}/forms", app["id"].as_str().unwrap()), json!({"name": "Repair"}))
            .good();
        let path = format!("/forms/{}", form["id"].as_str().unwrap());
        let definition = json!({
            "sections": [{"id": "main", "items": [{"field": "what", "span": 12}]}],
            "fields": [{"id": "what", "label": "What", "required": true, "control": {"kind": "text"}}],
        });
        let rev = house.get(admin, &format!("{path}/draft")).good()["rev"].clone();
        let etag = rev.to_string();
        let sent = Sent::Json(json!({"definition": definition}));
        let saved = house.call_with(admin, ("PUT", &format!("{path}/draft")), sent, &[("if-match", &etag)]).good();
        house.post(admin, &format!("{path}/publish"), json!({"rev": saved["rev"], "note": ""})).good();
        let node = |id: &str, step: Value| json!({"id": id, "name": id, "x": 0, "y": 0, "step": step});
        let flow = json!({
            "nodes": [
                node("start", json!({"kind": "start"})),
                node("tell", json!({"kind": "cc", "recipients": [{"kind": "initiator"}], "channel": channel["id"]})),
                node("end", json!({"kind": "end"})),
            ],
            "edges": [
                {"id": "e1", "from": "start", "to": "tell", "port": "out"},
                {"id": "e2", "from": "tell", "to": "end", "port": "out"},
            ],
        });
        let rev = house.get(admin, &format!("{path}/flow/draft")).good()["rev"].to_string();
        let sent = Sent::Json(json!({"definition": flow}));
        let saved = house.call_with(admin, ("PUT", &format!("{path}/flow/draft")), sent, &[("if-match", &rev)]).good();
        house.post(admin, &format!("{path}/flow/publish"), json!({"rev": saved["rev"], "note": ""})).good();
        (app, form)
    }

    /// One more member of a role.
    pub fn give(&self, admin: &Person, role: &str, user: &str) {
        let roles = self.get(admin, "/roles").good();
        let mut role = roles.as_array().unwrap().iter().find(|known| known["id"] == role).expect("it is there").clone();
        role["members"].as_array_mut().unwrap().push(json!(user));
        let rev = role.as_object_mut().unwrap().remove("rev").expect("a revision").to_string();
        let path = format!("/roles/{}", role["id"].as_str().unwrap());
        self.call_with(admin, ("PUT", &path), Sent::Json(role), &[("if-match", &rev)]).good();
    }

    /// A new member, signed in.
    pub fn member(&self, login: &str) -> Person {
        let body = json!({"login": login, "name": login, "is_active": true, "language": "en"});
        let user = self.post(&self.administrator, "/users", body).good();
        self.enter(user["id"].as_str().and_then(|id| id.parse().ok()).expect("an id"))
    }
}

impl Drop for Appliance {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            let stopped = self.runtime.block_on(running.stop());
            assert!(stopped.is_ok() || std::thread::panicking(), "it stops well");
        }
    }
}

fn config(folder: &TempDir) -> Config {
    let data = folder.path().join("data");
    Config {
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        backup: data.join("backup"),
        data,
        key_file: folder.path().join("tessera.key"),
        tls: TlsConfig::Off,
        public_url: None,
        log: LogConfig { format: LogFormat::Text, level: "off".to_owned() },
        s3: None,
        metrics_token_file: None,
        workers: 1,
        outbound: vec![super::robot::listed()],
        clock_file: None,
    }
}
