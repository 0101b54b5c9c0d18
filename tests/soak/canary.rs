//! Secrets at rest. Five hundred things that people wrote or chose, each with a mark of its own, are not found in the data directory,
//! in backups, in what the process says, or in what the system tells about it.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use reqwest::Method;
use serde_json::json;

use super::release::{self, Caller, Sent, Serving, fresh};
use super::{scale, work};

/// Begins every mark; long enough that chance does not write it.
const MARK: &str = "q7Zk9vRwX2";
/// Where only hexadecimal digits may stand.
const HEX_MARK: &str = "c0ffee91-7e57-4";
const PEOPLE: usize = 40;
const ORDERS: usize = 60;

/// Hands marks out.
#[derive(Default)]
struct Marks {
    count: usize,
}

impl Marks {
    fn next(&mut self) -> String {
        self.count += 1;
        format!("{MARK}{:04}", self.count)
    }

    fn hex(&mut self) -> String {
        self.count += 1;
        format!("{HEX_MARK}{:03x}-8000-{:012x}", self.count, self.count)
    }
}

#[test]
fn nothing_that_people_wrote_is_readable_at_rest() {
    let mut marks = Marks::default();
    let folder = release::folder();
    let folder = folder.path();
    let environment = release::runtime().block_on(async {
        let command = release::command(folder, "serve", &["--log-level", "debug"]);
        let serving = Serving::start_as(command, folder).unwrap();
        let mut admin = Caller::set_up(&serving, folder).await;
        plant(&admin, &mut marks).await;
        let environment = fs::read(format!("/proc/{}/environ", serving.pid())).unwrap();
        let line = fs::read(format!("/proc/{}/cmdline", serving.pid())).unwrap();
        // What a kill leaves is searched too, and what the next start makes of it.
        serving.kill();
        fs::create_dir(folder.join("killed")).unwrap();
        crate::ledger::copy_dir(&folder.join("data"), &folder.join("killed"));
        let serving = Serving::start(folder);
        admin = admin.at(&serving);
        admin.get("/session").await.good();
        serving.stop(&mut admin);
        [environment, line].concat()
    });
    let backup = release::run(folder, "backup", &["--to", "backup"]);
    assert!(backup.status.success(), "{}", String::from_utf8_lossy(&backup.stderr));
    let doctor = release::run(folder, "doctor", &[]);
    fs::write(folder.join("said"), [environment, backup.stdout, backup.stderr, doctor.stdout, doctor.stderr].concat())
        .unwrap();

    assert!(marks.count >= 500, "{} marks", marks.count);
    let needles = needles();
    let planted = folder.with_extension("planted");
    fs::write(&planted, format!("{}{MARK}0001", "x".repeat(PIECE_BYTES - 3))).unwrap();
    let found = search(&planted, &needles);
    fs::remove_file(&planted).unwrap();
    assert_eq!(found, Some("as it is"), "the search finds what is there");
    let (mut files, mut bytes) = (0, 0);
    for file in files_below(folder) {
        assert_eq!(search(&file, &needles), None, "a mark stands in {}", file.display());
        (files, bytes) = (files + 1, bytes + fs::metadata(&file).unwrap().len());
    }
    let figures = format!("{} marks, 0 found in {files} files, {} MiB", marks.count, bytes >> 20);
    scale::figure("canaries", 0, &figures);
}

/// Writes a mark wherever people write.
async fn plant(admin: &Caller, marks: &mut Marks) {
    let form = work::drawn(admin).await;
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        let login = format!("{}.{number}", marks.next().to_lowercase());
        let password = format!("{} phrase", marks.next());
        let person = json!({
            "login": login, "name": marks.next(), "email": format!("{}@example.com", marks.next()), "language": "en",
            "is_active": true, "positions": [marks.next()],
        });
        let user = admin.post("/users", person).await.good();
        let path = format!("/users/{}/password", user["id"].as_str().unwrap());
        admin.post(&path, json!({ "password": password, "must_change": false })).await.good();
        people.push((login, password));
        admin.post("/departments", json!({ "name": marks.next() })).await.good();
        let reach = json!({ "kind": "wecom_robot", "url": marks.hex() });
        admin.post("/channels", json!({ "name": marks.next(), "is_active": false, "reach": reach })).await.good();
    }
    // Two know their passwords, and one does not.
    for (login, password) in &people[..2] {
        assert!(admin.sign_in(login, password).await.is_ok());
    }
    assert!(admin.sign_in(&people[2].0, &marks.next()).await.is_err());
    for _ in 0..ORDERS {
        let (name, inside) = (marks.next(), marks.next());
        let sent = Sent::Bytes(format!("{inside}\n").repeat(9_000).into_bytes());
        let path = format!("/files?name={name}.txt");
        let file = admin.send(Method::POST, &path, (fresh(), &sent)).await.unwrap().good();
        let what = marks.next();
        let values = json!({ "what": what, "cost": "1.00", "papers": [file["id"]] });
        let order = admin.post("/orders", json!({ "form": form, "values": values })).await.good();
        assert_eq!(order["values"]["what"], what, "it was stored");
        let path = format!("/orders/{}/comment", order["id"].as_str().unwrap());
        admin.post(&path, json!({ "text": marks.next() })).await.good();
    }
    // What is asked for, and what is refused.
    admin.get(&format!("/search?q={}", marks.next())).await;
    let refused = json!({ "form": form, "values": { "what": 1, marks.next(): "x", "cost": marks.next() } });
    assert!(admin.post("/orders", refused).await.status >= 400);
}

/// How a mark could be written, and what that is called.
fn needles() -> Vec<(&'static str, Vec<u8>)> {
    let mut needles = Vec::new();
    for mark in [MARK, HEX_MARK, &MARK.to_lowercase()] {
        needles.push(("as it is", mark.as_bytes().to_vec()));
        needles.push(("in two bytes a letter", mark.encode_utf16().flat_map(u16::to_le_bytes).collect()));
        needles
            .push(("in hexadecimal", mark.bytes().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes()));
        needles.push(("backwards", mark.bytes().rev().collect()));
    }
    needles
}

/// Bytes that are searched at once.
const PIECE_BYTES: usize = 1 << 20;

fn search(file: &Path, needles: &[(&'static str, Vec<u8>)]) -> Option<&'static str> {
    let mut file = File::open(file).unwrap();
    // The end of a piece is searched again with the next one.
    let overlap = needles.iter().map(|(_, needle)| needle.len()).max().unwrap();
    let (mut piece, zeros) = (Vec::new(), vec![0; PIECE_BYTES + overlap]);
    loop {
        piece.drain(..piece.len().saturating_sub(overlap));
        if file.by_ref().take(PIECE_BYTES as u64).read_to_end(&mut piece).unwrap() == 0 {
            return None;
        }
        // Most of a data directory is room set aside.
        if piece == zeros[..piece.len()] {
            continue;
        }
        let found = needles.iter().find(|(_, needle)| holds(&piece, needle));
        if let Some((name, _)) = found {
            return Some(name);
        }
    }
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == needle[0]) {
        at += next;
        if bytes[at..].starts_with(needle) {
            return true;
        }
        at += 1;
    }
    false
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    crate::ledger::files(folder).into_iter().map(|file| folder.join(file)).collect()
}
