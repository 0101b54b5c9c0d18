//! The command line, with the real binary: each kind of trouble is one clear sentence and its own exit code, a backup brings back the
//! same data, and whoever asks the appliance to end is obeyed in order.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use tessera::cli::exit::{DAMAGED, KEY, LOCKED, OTHER, SETTING};

const PASSWORD: &str = "correct horse battery";

/// A folder with a configuration that stays on this machine.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, verb: &str, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tessera"));
        command.env_clear().current_dir(self.folder.path()).args(verb.split(' '));
        command.args(["--data", "data", "--listen", "127.0.0.1:0", "--log-level", "info"]);
        if !more.contains(&"--key-file") {
            command.args(["--key-file", "tessera.key"]);
        }
        command.args(more).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, verb: &str, more: &[&str]) -> Output {
        self.run_with(verb, more, "")
    }

    pub fn run_with(&self, verb: &str, more: &[&str], input: &str) -> Output {
        let mut child = self.command(verb, more).spawn().expect("the binary starts");
        let mut stdin = child.stdin.take().expect("it has an input");
        // It may have ended without reading.
        drop(stdin.write_all(input.as_bytes()));
        drop(stdin);
        child.wait_with_output().expect("it ends")
    }

    /// Gives the recovery key.
    pub fn set_up(&self) -> String {
        let line = [
            "--organisation",
            "Acme",
            "--login",
            "admin",
            "--name",
            "Admin",
            "--language",
            "en",
            "--repair",
            "--sample",
        ];
        let output = self.run_with("setup", &line, &format!("{PASSWORD}\n"));
        assert!(output.status.success(), "{}", words(&output.stderr));
        let words = words(&output.stdout);
        assert!(
            words.contains("recovery key") && words.lines().count() == 2 + usize::from(words.contains("new key")),
            "{words}"
        );
        words.lines().last().expect("it is shown last").to_owned()
    }

    /// A running appliance that has said where it is.
    pub fn serve(&self) -> Serving {
        self.serve_until("listening on", &[])
    }

    /// One that has said this, with its address at the end of the line.
    pub fn serve_until(&self, word: &str, more: &[&str]) -> Serving {
        let mut child = self.command("serve", more).spawn().expect("the binary starts");
        let mut lines = BufReader::new(child.stdout.take().expect("it has an output")).lines();
        let greeting = lines.by_ref().find_map(|line| line.ok().filter(|line| line.contains(word)));
        let Some(greeting) = greeting else {
            panic!("it did not start: {}", words(&child.wait_with_output().expect("it ended").stderr));
        };
        let address = greeting.rsplit("//").next().unwrap_or_default().to_owned();
        Serving { child, address, _lines: lines }
    }
}

pub struct Serving {
    child: Child,
    /// Host and port.
    pub address: String,
    /// Open as long as it runs: it goes on talking.
    _lines: Lines<BufReader<ChildStdout>>,
}

impl Serving {
    pub fn signal(&self, name: &str) {
        let asked = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(asked.is_ok_and(|status| status.success()), "the signal was sent");
    }

    /// Its exit code and how long it took.
    pub fn ended(mut self) -> (Option<i32>, Duration) {
        let began = Instant::now();
        let status = self.child.wait().expect("it ends");
        (status.code(), began.elapsed())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // A failed story leaves nothing running; one that ended well has nothing to kill.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

pub fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Ended with this code, and one line of ours that says all of this.
#[track_caller]
pub fn refused(output: &Output, code: u8, says: &[&str]) {
    let stderr = words(&output.stderr);
    assert_eq!(output.status.code(), Some(i32::from(code)), "{stderr}");
    let ours: Vec<&str> = stderr.lines().filter(|line| line.starts_with("tessera: ")).collect();
    assert_eq!(ours.len(), 1, "{stderr}");
    for part in says {
        assert!(stderr.contains(part), "{part:?} is not in: {stderr}");
    }
    assert!(!stderr.contains("panicked"), "{stderr}");
}

/// The line in which `verify` counts what there is.
pub fn counted(desk: &Desk) -> String {
    let output = desk.run("verify", &[]);
    assert!(output.status.success(), "{}", words(&output.stderr));
    words(&output.stdout).split_once(": sound, ").expect("it is sound").1.to_owned()
}

#[test]
fn every_bad_setting_is_named_at_once() {
    let desk = Desk::new();
    std::fs::write(desk.path("tessera.toml"), "lisen = \"x\"\n[log]\nformat = \"xml\"\n").unwrap();
    let mut command = desk.command("doctor", &["--workers", "0"]);
    let output = command.env("TESSERA_PUBLIC_URL", "orders").output().expect("the binary starts");
    refused(&output, SETTING, &["tessera.toml: lisen", "tessera.toml: log.format", "TESSERA_PUBLIC_URL", "--workers"]);
    let output = desk.run("doctor", &["--config", "nowhere.toml"]);
    refused(&output, SETTING, &["nowhere.toml"]);
    assert!(!desk.path("data").exists(), "a doctor changes nothing");
}

#[test]
fn a_weak_password_sets_nothing_up() {
    let desk = Desk::new();
    let line = ["--organisation", "Acme", "--login", "admin", "--name", "Admin"];
    refused(&desk.run_with("setup", &line, "admin123\n"), SETTING, &["password"]);
    desk.set_up();
    let again = desk.run_with("setup", &line, &format!("{PASSWORD}\n"));
    refused(&again, SETTING, &["set up"]);
}

#[test]
fn another_key_opens_nothing_and_changes_nothing() {
    let desk = Desk::new();
    desk.set_up();
    let before = counted(&desk);
    let other = Desk::new();
    other.set_up();
    let key = other.path("tessera.key");
    let says = ["slot 1 (key file): it is the key of other data", "slot 2 (recovery key): nobody has typed it yet"];
    refused(&desk.run("verify", &["--key-file", key.to_str().unwrap()]), KEY, &says);
    refused(&desk.run("verify", &["--key-file", "nowhere.key"]), KEY, &["nowhere.key is not there: put it back"]);
    assert!(!desk.path("nowhere.key").exists(), "no second key was made");
    assert_eq!(counted(&desk), before);
    let doctor = desk.run("doctor", &["--key-file", key.to_str().unwrap()]);
    let doctor = words(&doctor.stdout);
    assert!(doctor.contains("WRONG  data") && says.iter().all(|part| doctor.contains(part)), "{doctor}");
}

#[test]
fn two_processes_never_share_a_data_directory() {
    let desk = Desk::new();
    desk.set_up();
    let serving = desk.serve();
    for verb in ["serve", "verify"] {
        refused(&desk.run(verb, &[]), LOCKED, &["data", "in use by another process"]);
    }
    for to in [&["--to", "shelf"][..], &[]] {
        let made = desk.run("backup", to);
        assert!(
            made.status.success() && words(&made.stdout).contains("makes the backup itself"),
            "{}",
            words(&made.stderr)
        );
    }
    assert_eq!(backups(&desk).len(), 1);
    assert!(desk.run("verify", &["--from", "data/backup"]).status.success());
    serving.signal("TERM");
    assert_eq!(serving.ended().0, Some(0));
    let doctor = desk.run("doctor", &[]);
    assert!(words(&doctor.stdout).contains("ok     data"), "{}", words(&doctor.stdout));
    assert!(words(&doctor.stdout).contains("ok     backups      the newest one in"), "{}", words(&doctor.stdout));
}

#[test]
fn asked_to_end_it_ends_soon_and_well_and_comes_back_after_being_killed() {
    let desk = Desk::new();
    desk.set_up();
    let before = counted(&desk);
    for signal in ["TERM", "INT"] {
        let serving = desk.serve();
        serving.signal(signal);
        let (code, took) = serving.ended();
        assert_eq!(code, Some(0), "{signal}");
        assert!(took < Duration::from_secs(10), "{signal} took {took:?}");
    }
    let serving = desk.serve();
    serving.signal("KILL");
    assert_eq!(serving.ended().0, None);
    assert_eq!(counted(&desk), before);
}

#[test]
fn a_backup_restores_the_same_data_and_nothing_over_other_data() {
    let desk = Desk::new();
    desk.set_up();
    let before = counted(&desk);
    let made = desk.run("backup", &["--to", "shelf"]);
    assert!(made.status.success(), "{}", words(&made.stderr));
    assert!(desk.run("verify", &["--from", "shelf"]).status.success());
    assert!(desk.run("backup", &["--to", "shelf"]).status.success());
    assert_eq!(backups(&desk).len(), 2, "a backup is never overwritten");
    refused(&desk.run("backup", &["--to", "."]), SETTING, &["tessera.key lies beside the backups"]);

    let over = desk.run("restore", &["--from", "shelf"]);
    assert!(!over.status.success() && words(&over.stderr).contains("not empty"), "{}", words(&over.stderr));
    std::fs::rename(desk.path("data"), desk.path("old")).unwrap();
    refused(&desk.run("restore", &["--from", "nowhere"]), OTHER, &["no backup at nowhere"]);
    refused(&desk.run("restore", &["--from", "shelf", "--until", "2001-01-01T00:00:00Z"]), OTHER, &["later one"]);
    assert_eq!(desk.run("restore", &["--from", "shelf", "--until", "yesterday"]).status.code(), Some(2));
    assert!(!desk.path("data").exists());
    let restored = desk.run("restore", &["--from", "shelf"]);
    assert!(restored.status.success(), "{}", words(&restored.stderr));
    assert_eq!(counted(&desk), before);
    let serving = desk.serve();
    serving.signal("TERM");
    assert_eq!(serving.ended().0, Some(0));

    let newest = backups(&desk).pop().unwrap();
    bent(&newest);
    for from in ["shelf", newest.to_str().unwrap()] {
        refused(&desk.run("verify", &["--from", from]), DAMAGED, &["use another backup"]);
    }
    std::fs::rename(desk.path("data"), desk.path("older")).unwrap();
    refused(&desk.run("restore", &["--from", "shelf"]), DAMAGED, &["use another backup"]);
    assert!(!desk.path("data").exists());
    let earlier = backups(&desk).remove(0);
    assert!(desk.run("restore", &["--from", earlier.to_str().unwrap()]).status.success());
    assert_eq!(counted(&desk), before);
}

/// Of the folder `shelf`, oldest first.
fn backups(desk: &Desk) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(desk.path("shelf")).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries.filter(|path| path.is_file()).collect();
    found.sort_unstable();
    found
}

/// One bit in the middle of a file.
fn bent(path: &Path) {
    let mut bytes = std::fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(path, bytes).unwrap();
}

/// What `doctor --json` found, by what was looked at.
fn doctor(desk: &Desk) -> BTreeMap<String, Value> {
    let output = desk.run("doctor", &["--json"]);
    let looks: Vec<Value> = serde_json::from_slice(&output.stdout).expect("it is JSON");
    looks.into_iter().map(|look| (look["what"].as_str().expect("a name").to_owned(), look)).collect()
}

#[test]
fn a_doctor_explains_the_data_at_rest_and_in_use() {
    let desk = Desk::new();
    let before = doctor(&desk);
    assert!(!before.contains_key("journal") && before["data"]["state"] == "ok", "{before:?}");
    assert!(!desk.path("data").exists(), "looking makes nothing");
    desk.set_up();
    let looks = doctor(&desk);
    for what in ["settings", "key file", "lock", "form", "journal", "rows", "files", "last start", "disk", "TLS"] {
        assert_eq!(looks[what]["state"], "ok", "{what}: {looks:?}");
    }
    assert_eq!((&looks["backups"]["state"], looks["backups"]["cure"].is_string()), (&json!("warn"), true));
    let serving = desk.serve();
    let running = doctor(&desk);
    assert!(running["lock"]["found"].as_str().unwrap().contains("runs and holds"), "{running:?}");
    assert_eq!((&running["journal"]["state"], &running["address"]["state"]), (&json!("ok"), &json!("ok")));
    let audit = desk.run("verify", &["--audit"]);
    assert!(audit.status.success() && words(&audit.stdout).contains("sound"), "{}", words(&audit.stderr));
    serving.signal("KILL");
    serving.ended();

    let segment = newest_segment(&desk);
    let mut bytes = std::fs::read(&segment).unwrap();
    let at = bytes.iter().rposition(|byte| *byte != 0).unwrap() + 1;
    bytes[at.next_multiple_of(64)] = 7;
    std::fs::write(&segment, bytes).unwrap();
    assert_eq!(doctor(&desk)["journal"]["state"], "warn", "a torn tail is no loss");
    std::fs::remove_file(&segment).unwrap();
    let lost = doctor(&desk);
    assert_eq!(lost["journal"]["state"], "wrong");
    assert!(lost["journal"]["found"].as_str().unwrap().contains(".journal"), "{lost:?}");
    assert_eq!(desk.run("doctor", &[]).status.code(), Some(1));
}

#[test]
fn the_first_wrong_entry_of_the_event_log_is_named() {
    let desk = Desk::new();
    desk.set_up();
    let sound = desk.run("verify", &["--audit"]);
    assert!(words(&sound.stdout).contains("Chain after the last: "), "{}", words(&sound.stderr));
    // The second page begins with the first entry.
    let first = desk.path("data/journal/000000000001.journal");
    let mut bytes = std::fs::read(&first).unwrap();
    bytes[4096 + 100] ^= 1;
    std::fs::write(&first, bytes).unwrap();
    let says = ["entry 1 of the event log", "000000000001.journal at byte 4096", "The 0 before it"];
    refused(&desk.run("verify", &["--audit"]), DAMAGED, &says);
}

fn newest_segment(desk: &Desk) -> PathBuf {
    let entries = std::fs::read_dir(desk.path("data/journal")).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|ext| ext == "journal")).max().unwrap()
}
