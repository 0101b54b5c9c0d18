//! Backups in a bucket, with the real binary against a real S3-compatible store on this machine that checks every signature.
//! `make s3-peer` installs that store; without it these stories are skipped and say so.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Once;

use futures_util::{StreamExt, TryStreamExt, stream};
use tempfile::TempDir;
use tessera::cli::exit::DAMAGED;
use tessera::connect::address::AddressPolicy;
use tessera::connect::client::Client;
use tessera::connect::s3::{Bucket, BucketError, Style};
use tokio::runtime::Runtime;

use crate::support::appliance::Appliance;

const PEER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/s3-peer/bin/moto_server");
/// Calls that need no rights yet: somebody must be the first.
const FREE_CALLS: usize = 4;

struct Peer {
    child: Child,
    runtime: Runtime,
    endpoint: String,
    key_id: String,
    secret: String,
    folder: TempDir,
    /// How the appliance is told to speak to it, besides the endpoint and the credentials.
    manner: &'static [&'static str],
}

/// An authority, and what it says of the store and of its bucket, as files.
fn certify(folder: &Path) {
    let authority_key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let authority = params.self_signed(&authority_key).unwrap();
    let issuer = rcgen::Issuer::new(params, authority_key);
    let key = rcgen::KeyPair::generate().unwrap();
    let names = ["localhost", "shelf.localhost"].map(str::to_owned);
    let store = rcgen::CertificateParams::new(names).unwrap().signed_by(&key, &issuer).unwrap();
    std::fs::write(folder.join("authority.pem"), authority.pem()).unwrap();
    std::fs::write(folder.join("store.pem"), store.pem()).unwrap();
    std::fs::write(folder.join("store.key"), key.serialize_pem()).unwrap();
}

impl Drop for Peer {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Peer {
    /// With one user and one bucket, `shelf`.
    fn started() -> Option<Self> {
        Self::speaking("http://127.0.0.1", &[])
    }

    /// The same behind TLS of an authority that nobody else knows, its bucket under a host name of its own.
    fn of_the_company() -> Option<Self> {
        Self::speaking("https://localhost", &["--s3-path-style", "false", "--s3-ca-file", "authority.pem"])
    }

    fn speaking(origin: &str, manner: &'static [&'static str]) -> Option<Self> {
        static TLS: Once = Once::new();
        TLS.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
        if !Path::new(PEER).exists() {
            eprintln!("skipped: there is no S3-compatible store at {PEER}; `make s3-peer` installs one");
            return None;
        }
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let folder = TempDir::new().unwrap();
        let mut command = Command::new(PEER);
        command.args(["-H", "127.0.0.1", "-p", &port.to_string()]);
        if origin.starts_with("https") {
            certify(folder.path());
            command.current_dir(folder.path()).args(["-c", "store.pem", "-k", "store.key"]);
        }
        let child = command
            .env("INITIAL_NO_AUTH_ACTION_COUNT", FREE_CALLS.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (endpoint, runtime) = (format!("{origin}:{port}"), Runtime::new().unwrap());
        let mut peer = Self { child, runtime, endpoint, key_id: String::new(), secret: String::new(), folder, manner };
        Appliance::eventually(|| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok());
        let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#;
        peer.iam(&[("Action", "CreateUser"), ("UserName", "keeper")]);
        let rights = ("PolicyDocument", policy);
        peer.iam(&[("Action", "PutUserPolicy"), ("UserName", "keeper"), ("PolicyName", "shelf"), rights]);
        let made = peer.iam(&[("Action", "CreateAccessKey"), ("UserName", "keeper")]);
        let part = |name: &str| {
            let (_, rest) = made.split_once(&format!("<{name}>")).expect("it is there");
            rest.split_once('<').expect("it ends").0.to_owned()
        };
        (peer.key_id, peer.secret) = (part("AccessKeyId"), part("SecretAccessKey"));
        peer.unsigned("s3", "PUT", "/shelf", String::new());
        std::fs::write(peer.folder.path().join("s3.key"), format!("{}\n{}\n", peer.key_id, peer.secret)).unwrap();
        Some(peer)
    }

    fn iam(&self, fields: &[(&str, &str)]) -> String {
        let encoded = |text: &str| tessera::connect::sign::encoded(text, tessera::connect::sign::Slash::Encoded);
        let fields: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        self.unsigned("iam", "POST", "/", fields.join("&"))
    }

    fn unsigned(&self, service: &str, method: &str, path: &str, body: String) -> String {
        let scope = format!("AWS4-HMAC-SHA256 Credential=first/20260101/us-east-1/{service}/aws4_request");
        // Who it is does not matter to the one who founds it.
        let client = reqwest::Client::builder().no_proxy().danger_accept_invalid_certs(true).build().unwrap();
        let request = client
            .request(method.parse().unwrap(), format!("{}{path}", self.endpoint))
            .header("authorization", format!("{scope}, SignedHeaders=host, Signature=none"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body);
        self.runtime.block_on(async {
            let answer = request.send().await.unwrap();
            assert_eq!(answer.status(), 200);
            answer.text().await.unwrap()
        })
    }

    fn bucket(&self, secret: &str) -> Bucket {
        let host = self.endpoint.trim_start_matches("http://");
        Bucket {
            client: Client::new(AddressPolicy { listed: vec![host.parse().unwrap()] }).unwrap(),
            endpoint: self.endpoint.clone(),
            region: "us-east-1".to_owned(),
            name: "shelf".to_owned(),
            style: Style::Path,
            key_id: self.key_id.clone(),
            secret: secret.to_owned(),
        }
    }

    fn run(&self, verb: &str, more: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tessera"));
        command.env_clear().current_dir(self.folder.path()).arg(verb).args(["--key-file", "tessera.key"]);
        command.args(["--backup", "s3://shelf/acme", "--s3-endpoint", &self.endpoint]);
        command.args(["--s3-credentials-file", "s3.key", "--listen", "127.0.0.1:0"]).args(self.manner).args(more);
        command.stdin(Stdio::null()).output().unwrap()
    }

    #[track_caller]
    fn good(&self, verb: &str, more: &[&str]) -> String {
        let output = self.run(verb, more);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn set_up(&self) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tessera"));
        command.env_clear().current_dir(self.folder.path()).args(["setup", "--key-file", "tessera.key"]);
        let line = ["--organisation", "Acme", "--login", "admin", "--name", "Admin", "--repair", "--sample"];
        let mut child = command.args(line).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"correct horse battery\n").unwrap();
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn a_bucket_holds_backups_as_a_folder_does() {
    let Some(peer) = Peer::started() else { return };
    peer.set_up();
    let counted = peer.good("verify", &[]);
    assert!(peer.good("backup", &[]).contains(" in s3://shelf/acme: "));
    let again = peer.good("backup", &[]);
    let new: u64 = again.split_once(" bytes; ").unwrap().1.split_once(' ').unwrap().0.parse().unwrap();
    assert!(new < 100_000, "what the bucket has is not copied again: {again}");
    assert!(peer.good("verify", &["--from", "s3://shelf/acme"]).contains(": sound, "));
    assert!(peer.good("doctor", &[]).contains("ok     backups"));
    std::fs::rename(peer.folder.path().join("data"), peer.folder.path().join("old")).unwrap();
    peer.good("restore", &["--from", "s3://shelf/acme"]);
    assert_eq!(peer.good("verify", &[]), counted);

    let bucket = peer.bucket(&peer.secret);
    peer.runtime.block_on(async {
        // Every one, because which of them the newest backup needs is hidden in its list.
        for piece in bucket.list("acme/pieces/").await.unwrap() {
            let mut bytes = bucket.get(&piece.key, 8 << 20).await.unwrap();
            bytes[100] ^= 1;
            bucket.put(&piece.key, &bytes).await.unwrap();
        }
    });
    let refused = peer.run("verify", &["--from", "s3://shelf/acme"]);
    assert_eq!(refused.status.code(), Some(i32::from(DAMAGED)));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("use another backup"));
}

#[test]
fn a_bucket_may_have_a_host_name_of_its_own_and_an_authority_of_the_company() {
    let Some(mut peer) = Peer::of_the_company() else { return };
    peer.set_up();
    let counted = peer.good("verify", &[]);
    assert!(peer.good("backup", &[]).contains(" in s3://shelf/acme: "));
    std::fs::rename(peer.folder.path().join("data"), peer.folder.path().join("old")).unwrap();
    peer.good("restore", &["--from", "s3://shelf/acme"]);
    assert_eq!(peer.good("verify", &[]), counted);

    peer.manner = &["--s3-path-style", "false"];
    let refused = peer.run("backup", &[]);
    let sentence = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && sentence.contains("s3.ca_file"), "{sentence}");
}

#[test]
fn a_bucket_says_why_it_refuses() {
    let Some(peer) = Peer::started() else { return };
    peer.set_up();
    std::fs::write(peer.folder.path().join("s3.key"), format!("{}\nanother secret\n", peer.key_id)).unwrap();
    let refused = peer.run("backup", &[]);
    let sentence = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && sentence.contains("SignatureDoesNotMatch"), "{sentence}");
    std::fs::write(peer.folder.path().join("s3.key"), "one line\n").unwrap();
    assert!(String::from_utf8_lossy(&peer.run("backup", &[]).stderr).contains("two lines"));
}

#[test]
fn a_long_list_is_read_page_by_page() {
    const OBJECTS: usize = 1_050;
    let Some(peer) = Peer::started() else { return };
    let bucket = peer.bucket(&peer.secret);
    peer.runtime.block_on(async {
        let names = stream::iter((0..OBJECTS).map(|number| format!("many/a {number:04}&+")));
        let put = |name: String| {
            let bucket = &bucket;
            async move { bucket.put(&name, name.as_bytes()).await }
        };
        names.map(put).buffer_unordered(8).try_collect::<Vec<()>>().await.unwrap();
        bucket.put("many/deeper/one", b"1").await.unwrap();
        let listed = bucket.list("many/").await.unwrap();
        assert_eq!(listed.len(), OBJECTS);
        assert_eq!((listed[7].key.as_str(), listed[7].bytes), ("many/a 0007&+", 13));
        assert_eq!(bucket.get("many/a 0007&+", 13).await.unwrap(), b"many/a 0007&+");
        assert!(matches!(bucket.get("many/a 0007&+", 12).await, Err(BucketError::TooLong(12))));
        bucket.remove("many/a 0007&+").await.unwrap();
        let gone = bucket.get("many/a 0007&+", 13).await;
        assert!(matches!(gone, Err(BucketError::Absent)), "{gone:?}");
        bucket.remove("many/a 0007&+").await.unwrap();
    });
}
