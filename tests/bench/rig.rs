//! An appliance to measure: the binary as it is shipped, set up over HTTPS, with a form and a flow to drive orders through.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Names the binary; `make bench` builds and names it.
const BINARY: &str = "TESSERA_RELEASE";
/// Linux tells processor time to every program in hundredths of a second.
const TICK_MS: f64 = 10.0;
const PASSWORD: &str = "a long phrase for measuring";

pub struct Rig {
    pub dir: TempDir,
    child: Child,
    port: u16,
    code: String,
    cookie: String,
    /// From the start of the process to its first answer.
    pub first_answer: Duration,
    commands: AtomicU64,
}

impl Rig {
    /// Starts an empty appliance.
    pub async fn start() -> Self {
        let (mut rig, lines) = Self::over(folder()).await;
        let code = lines.iter().find_map(|line| line.split_once("Setup code: ").map(|(_, code)| code.to_owned()));
        rig.code = code.expect("an empty appliance prints its code");
        rig
    }

    /// Starts an appliance on the `data` and the `key` that are in `dir`, and gives what it prints, line by line.
    pub async fn over(dir: TempDir) -> (Self, Receiver<String>) {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let Started { child, first_answer, lines } = run(dir.path(), port).await;
        let (code, cookie, commands) = (String::new(), String::new(), AtomicU64::new(1));
        (Self { dir, child, port, code, cookie, first_answer, commands }, lines)
    }

    /// Sets the workspace up, with nobody but the administrator in it.
    pub async fn set_up(&mut self) {
        let client = client();
        let proved = self.post("/setup/code", &json!({ "code": self.code })).answer(&client).await;
        let answers = json!({
            "token": proved["token"], "language": "en", "organisation": "Bench", "zone": "UTC", "start": "empty",
            "administrator": { "login": "admin", "name": "Admin", "password": PASSWORD },
        });
        let response = self.request(&client, Method::POST, "/setup").json(&answers).send().await.unwrap();
        let cookie = response.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().unwrap().clone_into(&mut self.cookie);
        assert!(response.status().is_success(), "{}", response.text().await.unwrap());
    }

    pub fn get(&self, path: &str) -> Call<'_> {
        Call { rig: self, method: Method::GET, path: path.to_owned(), body: None, revision: None }
    }

    pub fn post(&self, path: &str, body: &Value) -> Call<'_> {
        Call { rig: self, method: Method::POST, path: path.to_owned(), body: Some(body.clone()), revision: None }
    }

    /// `revision` is null where there is none.
    pub fn put(&self, path: &str, revision: &Value, body: &Value) -> Call<'_> {
        let revision = (!revision.is_null()).then(|| format!("\"{revision}\""));
        Call { rig: self, method: Method::PUT, path: path.to_owned(), body: Some(body.clone()), revision }
    }

    fn request(&self, client: &Client, method: Method, path: &str) -> RequestBuilder {
        let base = format!("https://localhost:{}", self.port);
        let number = self.commands.fetch_add(1, Ordering::Relaxed);
        client
            .request(method, format!("{base}/api/v1{path}"))
            .header("X-Tessera", "1")
            .header("Origin", base)
            .header("Cookie", &self.cookie)
            .header(
                "Idempotency-Key",
                uuid::Uuid::from_u128(u128::from(std::process::id()) << 64 | u128::from(number)).to_string(),
            )
    }

    /// Milliseconds of processor that the appliance has used.
    pub fn cpu_ms(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let rest: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
        let ticks = rest[11].parse::<f64>().unwrap() + rest[12].parse::<f64>().unwrap();
        ticks * TICK_MS
    }

    /// Resident memory in MiB.
    pub fn memory_mib(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1_024.0
    }
}

impl Drop for Rig {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One request with what it says.
pub struct Call<'a> {
    rig: &'a Rig,
    method: Method,
    path: String,
    body: Option<Value>,
    revision: Option<String>,
}

impl Call<'_> {
    /// Sends it and returns the answer; a refusal ends the bench with its words.
    pub async fn answer(self, client: &Client) -> Value {
        let mut request = self.rig.request(client, self.method, &self.path);
        if let Some(revision) = self.revision {
            request = request.header("If-Match", revision);
        }
        if let Some(body) = &self.body {
            request = request.json(body);
        }
        let response = request.send().await.unwrap();
        let (status, text) = (response.status(), response.text().await.unwrap());
        assert!(status.is_success(), "{}: {status} {text}", self.path);
        if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() }
    }
}

/// On the disk that is to be measured.
pub fn folder() -> TempDir {
    tempfile::tempdir_in(std::env::var("TESSERA_BENCH_DIR").unwrap_or_else(|_| "target".to_owned())).unwrap()
}

/// One browser's worth of connections.
pub fn client() -> Client {
    // Taken by whoever is first; the provider is the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().tls_danger_accept_invalid_certs(true).build().unwrap()
}

struct Started {
    child: Child,
    first_answer: Duration,
    /// What it prints, line by line.
    lines: Receiver<String>,
}

async fn run(dir: &Path, port: u16) -> Started {
    let binary = std::env::var(BINARY).expect("TESSERA_RELEASE names the binary; `make bench` builds and names it");
    let began = Instant::now();
    let mut child = Command::new(binary)
        .args(["serve", "--log-level", "error", "--listen", &format!("127.0.0.1:{port}")])
        .args(["--data".as_ref(), dir.join("data").as_os_str(), "--key-file".as_ref(), dir.join("key").as_os_str()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (sender, lines) = channel();
    let output = BufReader::new(child.stdout.take().unwrap());
    // It must be read to its end, or the process would wait; nobody may listen any more.
    std::thread::spawn(move || output.lines().map_while(Result::ok).for_each(|line| drop(sender.send(line))));
    let client = client();
    while client.get(format!("https://localhost:{port}/api/v1/state")).send().await.is_err() {
        assert!(began.elapsed() < Duration::from_mins(1), "no answer within a minute");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    Started { child, first_answer: began.elapsed(), lines }
}
