//! A group robot of WeCom as it answers: HTTP 200 whatever happens, the verdict in `errcode`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicI64, AtomicU8, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::Value;
use tessera::connect::address::Listed;

const PORT: u16 = 17_877;

/// For the list of private addresses that channels may call; no test relies on one of these being refused.
pub fn listed() -> Listed {
    format!("127.7.0.0/16:{PORT}").parse().expect("a net")
}

/// Robots of several tests, and of several runs at once, have addresses of their own.
fn address() -> Ipv4Addr {
    static NEXT: AtomicU8 = AtomicU8::new(1);
    let run = std::process::id().to_be_bytes()[3];
    Ipv4Addr::new(127, 7, run, NEXT.fetch_add(1, Ordering::Relaxed))
}

pub struct Robot {
    address: Ipv4Addr,
    verdict: Arc<AtomicI64>,
    told: Arc<Mutex<Vec<String>>>,
}

impl Robot {
    pub fn start() -> Self {
        let address = address();
        let listener = TcpListener::bind((address, PORT)).expect("an address of its own");
        let (verdict, told) = (Arc::new(AtomicI64::new(0)), Arc::new(Mutex::new(Vec::new())));
        let robot = Self { address, verdict: Arc::clone(&verdict), told: Arc::clone(&told) };
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Some(text) = stream.ok().and_then(|stream| answer(stream, verdict.load(Ordering::Relaxed))) else {
                    continue;
                };
                if verdict.load(Ordering::Relaxed) == 0 {
                    told.lock().expect("nobody panics with it").push(text);
                }
            }
        });
        robot
    }

    pub fn url(&self) -> String {
        format!("http://{}:{PORT}/cgi-bin/webhook/send?key=693a91f6-7bc4-4bc4-97a0-0ec2fa5aaa17", self.address)
    }

    /// What it took, the oldest first.
    pub fn told(&self) -> Vec<String> {
        self.told.lock().expect("nobody panics with it").clone()
    }

    /// Says from now on; 0 is yes.
    pub fn says(&self, verdict: i64) {
        self.verdict.store(verdict, Ordering::Relaxed);
    }
}

fn answer(mut stream: TcpStream, verdict: i64) -> Option<String> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 || line == "\r\n" {
            break;
        }
        let line = line.to_ascii_lowercase();
        length = line.strip_prefix("content-length:").map_or(length, |text| text.trim().parse().unwrap_or(0));
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let said = format!(r#"{{"errcode":{verdict},"errmsg":"as asked"}}"#);
    write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{said}", said.len()).ok()?;
    let body: Value = serde_json::from_slice(&body).ok()?;
    body["markdown"]["content"].as_str().map(str::to_owned)
}
