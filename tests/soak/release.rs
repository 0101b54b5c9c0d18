//! The binary as it is shipped: started, called over HTTPS, killed. `TESSERA_RELEASE` names it; without a name it is the one that was
//! built beside the tests. Everything it leaves is below one folder.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use reqwest::{Client, Method};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::appliance::Answer;

pub const PASSWORD: &str = "one phrase for a soak";
/// Far longer than a start or an end takes.
const PATIENCE: Duration = Duration::from_mins(1);

pub fn binary() -> PathBuf {
    std::env::var_os("TESSERA_RELEASE").map_or_else(|| env!("CARGO_BIN_EXE_tessera").into(), PathBuf::from)
}

/// In memory where there is such a place: a kill takes no file system cache with it.
pub fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a temporary folder")
}

pub fn runtime() -> tokio::runtime::Runtime {
    // Taken by whoever is first; the provider is the same.
    drop(rustls::crypto::ring::default_provider().install_default());
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

/// The command line of a verb on the data in a folder; what it says of itself is appended to `log` there.
pub fn command(folder: &Path, verb: &str, more: &[&str]) -> Command {
    command_under(&[], folder, verb, more)
}

/// The same, with another program as its tracer.
pub fn command_under(tracer: &[OsString], folder: &Path, verb: &str, more: &[&str]) -> Command {
    let mut words: Vec<OsString> = tracer.to_vec();
    words.extend([binary().into_os_string(), verb.into()]);
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).env_clear().current_dir(folder);
    command.args(["--data", "data", "--key-file", "root.key", "--listen", "127.0.0.1:0"]);
    command.args(more).stdin(Stdio::null());
    command
}

/// Runs a verb to its end.
pub fn run(folder: &Path, verb: &str, more: &[&str]) -> Output {
    command(folder, verb, more).output().expect("the binary starts")
}

/// A running appliance.
pub struct Serving {
    child: Child,
    pub address: String,
    /// While the workspace is not set up.
    pub code: Option<String>,
    /// From the start of the process to its greeting.
    pub ready: Duration,
}

impl Serving {
    pub fn start(folder: &Path) -> Self {
        Self::start_as(command(folder, "serve", &["--log-level", "info"]), folder).unwrap_or_else(|why| panic!("{why}"))
    }

    /// # Errors
    /// What it said instead of its greeting.
    pub fn start_as(mut command: Command, folder: &Path) -> Result<Self, String> {
        let began = Instant::now();
        let log = folder.join("log");
        let file = std::fs::OpenOptions::new().create(true).append(true).open(&log).expect("a log");
        let mut child = command.stdout(Stdio::piped()).stderr(file).spawn().expect("the binary starts");
        let output = BufReader::new(child.stdout.take().expect("it has an output"));
        let (sender, lines) = channel();
        // It must be read to its end, or the process would wait; nobody may listen any more.
        std::thread::spawn(move || output.lines().map_while(Result::ok).for_each(|line| drop(sender.send(line))));
        let (mut address, mut code) = (None, None);
        // The line with the code, or that of the fingerprint when there is none, comes last.
        while let Some(line) = match lines.recv_timeout(PATIENCE) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("no greeting within {PATIENCE:?}"),
        } {
            if let Some((_, found)) = line.split_once("listening on ") {
                address = Some(found.to_owned());
            }
            if let Some((_, found)) = line.split_once("Setup code: ") {
                code = Some(found.to_owned());
            }
            if address.is_some() && line.starts_with("Certificate fingerprint") && is_set_up(folder) || code.is_some() {
                break;
            }
        }
        if let Some(address) = address {
            return Ok(Self { child, address, code, ready: began.elapsed() });
        }
        child.wait().expect("it ended");
        // A device has no end.
        let is_file = std::fs::metadata(&log).is_ok_and(|meta| meta.is_file());
        let said = if is_file { std::fs::read_to_string(log).unwrap_or_default() } else { String::new() };
        Err(said.lines().last().unwrap_or_default().to_owned())
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ended");
    }

    /// Asks it to end, in order. Whoever called hangs up first: an open connection is waited for.
    pub fn stop(mut self, caller: &mut Caller) {
        caller.client = client();
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        assert!(asked.is_ok_and(|status| status.success()), "the signal was sent");
        assert!(self.child.wait().expect("it ends").success(), "it stops well");
    }

    /// How it ended by itself, if it did within a while.
    pub fn ended(&mut self, within: Duration) -> Option<ExitStatus> {
        let began = Instant::now();
        loop {
            match self.child.try_wait().expect("it is our child") {
                None if began.elapsed() < within => std::thread::sleep(Duration::from_millis(10)),
                ended => return ended,
            }
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // A failed test leaves nothing running; one that ended well has nothing to kill.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

const SET_UP: &str = "set-up";

fn is_set_up(folder: &Path) -> bool {
    folder.join(SET_UP).exists()
}

/// Somebody's browser.
#[derive(Clone)]
pub struct Caller {
    client: Client,
    base: String,
    cookie: String,
}

/// What is sent.
#[derive(Clone)]
pub enum Sent {
    Nothing,
    Json(Value),
    Bytes(Vec<u8>),
}

impl Caller {
    pub fn stranger(serving: &Serving) -> Self {
        Self { client: client(), base: serving.address.clone(), cookie: String::new() }
    }

    /// The same person at the same workspace after a restart.
    pub fn at(&self, serving: &Serving) -> Self {
        Self { cookie: self.cookie.clone(), ..Self::stranger(serving) }
    }

    /// The first run: the administrator, signed in.
    pub async fn set_up(serving: &Serving, folder: &Path) -> Self {
        let nobody = Self::stranger(serving);
        let code = serving.code.as_deref().expect("it is not set up");
        let proved = nobody.call(Method::POST, "/setup/code", &Sent::Json(json!({ "code": code }))).await.good();
        let administrator = json!({ "login": "admin", "name": "Ada", "password": PASSWORD });
        let setup = json!({
            "token": proved["token"], "language": "en", "organisation": "Soak", "zone": "UTC", "start": "empty",
            "administrator": administrator,
        });
        let request = nobody.request(Method::POST, "/setup", 1).json(&setup);
        let response = request.send().await.expect("an answer");
        let cookie = response.headers().get("set-cookie").expect("a session").to_str().expect("it is a text");
        let cookie = cookie.split(';').next().expect("it has a value").to_owned();
        assert!(response.status().is_success(), "{}", response.text().await.unwrap_or_default());
        std::fs::write(folder.join(SET_UP), []).expect("the folder can be written");
        Self { cookie, ..nobody }
    }

    /// Signs in; another person's browser.
    pub async fn sign_in(&self, login: &str, password: &str) -> Result<Self, Answer> {
        let nobody = Self { cookie: String::new(), ..self.clone() };
        let request = nobody.request(Method::POST, "/session", fresh());
        let response = request.json(&json!({ "login": login, "password": password })).send().await.expect("an answer");
        let cookie = response.headers().get("set-cookie").and_then(|cookie| cookie.to_str().ok().map(str::to_owned));
        let status = response.status().as_u16();
        match cookie.filter(|_| status == 200) {
            Some(cookie) => Ok(Self { cookie: cookie.split(';').next().expect("it has a value").to_owned(), ..nobody }),
            None => Err(Answer { status, bytes: response.bytes().await.expect("a body").to_vec() }),
        }
    }

    fn request(&self, method: Method, path: &str, command: u128) -> reqwest::RequestBuilder {
        let request = self.client.request(method, format!("{}/api/v1{path}", self.base));
        let request = request.header("X-Tessera", "1").header("Origin", &self.base).header("Cookie", &self.cookie);
        request.header("Accept-Language", "en").header("Idempotency-Key", uuid::Uuid::from_u128(command).to_string())
    }

    /// Sends a command under its own name; `None`: nobody answered, or not to the end.
    pub async fn send(&self, method: Method, path: &str, (command, sent): (u128, &Sent)) -> Option<Answer> {
        let request = self.request(method, path, command);
        let request = match sent {
            Sent::Nothing => request,
            Sent::Json(body) => request.json(body),
            Sent::Bytes(bytes) => request.header("Content-Type", "application/octet-stream").body(bytes.clone()),
        };
        let response = request.send().await.ok()?;
        let status = response.status().as_u16();
        Some(Answer { status, bytes: response.bytes().await.ok()?.to_vec() })
    }

    pub async fn call(&self, method: Method, path: &str, sent: &Sent) -> Answer {
        let answer = self.send(method.clone(), path, (fresh(), sent)).await;
        answer.unwrap_or_else(|| panic!("no answer to {method} {path}"))
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, &Sent::Nothing).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.call(Method::POST, path, &Sent::Json(body)).await
    }

    pub async fn put(&self, path: &str, rev: &Value, body: Value) -> Answer {
        let request = self.request(Method::PUT, path, fresh()).header("If-Match", format!("\"{rev}\"")).json(&body);
        let response = request.send().await.expect("an answer");
        let status = response.status().as_u16();
        Answer { status, bytes: response.bytes().await.expect("a body").to_vec() }
    }
}

fn client() -> Client {
    // The appliance made its certificate itself, on its first start.
    let client = Client::builder().no_proxy().tls_danger_accept_invalid_certs(true).timeout(PATIENCE);
    client.build().expect("a client")
}

/// Names a command that nobody sent before.
pub fn fresh() -> u128 {
    tessera::crypt::chance::uuid_v7(tessera::model::time::Timestamp(1_795_507_200_000))
}
