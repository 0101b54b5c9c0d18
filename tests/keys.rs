//! Keys over their lives: no slot change leaves the data without a way in, no nonce comes twice, rotation loses nothing whenever it is
//! killed, and every slot that stays shut says why. `TESSERA_SOAK=1` makes the kills many.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tessera::crypt::class::{CLASSES, Class};
use tessera::crypt::error::KeyError;
use tessera::crypt::key_ring::KeyRing;
use tessera::crypt::password::Cost;
use tessera::crypt::recovery;
use tessera::crypt::secret::Phrase;
use tessera::crypt::slot::{self, Opener};
use tessera::model::id::ContentId;
use tessera::model::limit::SEALS_PER_KEY_MAX;
use tessera::model::time::Timestamp;
use tessera::store::Store;
use tessera::store::codec::Commit;
use tessera::store::prove::prove;
use tessera::store::reseal::{Bite, Resealing};
use tessera::store::restore::{Keys, Source};
use tessera::store::target::Folder;

use crate::ledger::{self, Dice, Site, random_commit};

const DATA: &str = "TESSERA_KEYS_DATA";
const KEY: &str = "TESSERA_KEYS_KEY";
const SEED: &str = "TESSERA_KEYS_SEED";

fn kills() -> u64 {
    if std::env::var_os("TESSERA_SOAK").is_some() { 50 } else { 2 }
}

fn phrase(text: &str) -> Phrase {
    Phrase::new(text.to_owned())
}

/// Ways in that are always the same, so that whoever comes after a kill knows them all.
fn secrets(folder: &Path) -> Vec<Opener> {
    let file = |name: &str| {
        let path = folder.join(name);
        if !path.exists() {
            slot::write_key_file(&path, &folder.join("data")).unwrap();
        }
        path
    };
    vec![
        Opener::KeyFile(file("one.key")),
        Opener::KeyFile(file("two.key")),
        Opener::Credential(file("handed.key")),
        Opener::Passphrase(phrase("correct horse battery")),
        Opener::Recovery(phrase(std::fs::read_to_string(paper(folder)).unwrap().trim())),
    ]
}

/// A recovery key has a checksum, so it is drawn once and kept.
fn paper(folder: &Path) -> PathBuf {
    let path = folder.join("paper");
    if !path.exists() {
        std::fs::write(&path, recovery::draw().as_str()).unwrap();
    }
    path
}

/// The key file as it stands on the disk: both copies and their unfinished twins.
fn copies(data: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = ["keys.a", "keys.b", "keys.a.part", "keys.b.part"];
    names.iter().filter_map(|name| Some(((*name).to_owned(), std::fs::read(data.join(name)).ok()?))).collect()
}

/// A file by name.
type Left<'a> = (&'a str, &'a [u8]);

fn lay_out(data: &Path, files: &[Left<'_>]) {
    for name in copies(data).into_keys() {
        std::fs::remove_file(data.join(name)).unwrap();
    }
    for (name, bytes) in files {
        std::fs::write(data.join(name), bytes).unwrap();
    }
}

/// Everything that a kill may leave of one change of the key file: `keys.a` comes first, and each goes over its unfinished twin.
fn at_every_step(data: &Path, before: &BTreeMap<String, Vec<u8>>, look: &dyn Fn(&str)) {
    let after = copies(data);
    let (old_a, old_b) = (before["keys.a"].as_slice(), before["keys.b"].as_slice());
    let (new_a, new_b) = (after["keys.a"].as_slice(), after["keys.b"].as_slice());
    let torn = &new_a[..new_a.len() / 2];
    let steps: [(&str, &[Left<'_>]); 7] = [
        ("nothing yet", &[("keys.a", old_a), ("keys.b", old_b)]),
        ("the first twin torn", &[("keys.a", old_a), ("keys.b", old_b), ("keys.a.part", torn)]),
        ("the first twin whole", &[("keys.a", old_a), ("keys.b", old_b), ("keys.a.part", new_a)]),
        ("the first copy new", &[("keys.a", new_a), ("keys.b", old_b)]),
        ("the second twin torn", &[("keys.a", new_a), ("keys.b", old_b), ("keys.b.part", torn)]),
        ("the second twin whole", &[("keys.a", new_a), ("keys.b", old_b), ("keys.b.part", new_b)]),
        ("both copies new", &[("keys.a", new_a), ("keys.b", new_b)]),
    ];
    for (step, files) in steps {
        lay_out(data, files);
        look(step);
    }
}

type Change = fn(&KeyRing, &[Opener], usize);

#[test]
fn no_change_of_slots_leaves_the_data_without_a_way_in_wherever_it_is_cut() {
    let changes: [(&str, Change); 4] = [
        ("add", |ring, secrets, at| assert_eq!(ring.add_slot(&secrets[at], Cost::LEAST).unwrap(), 2)),
        ("remove", |ring, _, _| ring.remove_slot(1).unwrap()),
        ("replace", |ring, secrets, at| ring.replace_slot(1, &secrets[at], Cost::LEAST).unwrap()),
        ("new root", |ring, secrets, _| ring.rotate_root(secrets).unwrap()),
    ];
    for (name, change) in changes {
        for at in 0..5 {
            let folder = tempfile::tempdir().unwrap();
            let (data, secrets) = (folder.path().join("data"), secrets(folder.path()));
            let other = (at + 1) % secrets.len();
            // What is removed, or replaced by the next, is the slot of this kind.
            let first = if name == "add" { &secrets[other..=other] } else { &secrets[at..=at] };
            let ring = KeyRing::create(&data, first, Cost::LEAST).unwrap();
            if name == "remove" {
                ring.add_slot(&secrets[other], Cost::LEAST).unwrap();
            }
            let mut sealing = ring.sealing(Class::Records, 1).unwrap();
            let sealed = sealing.seal(b"here", b"value");
            let before = copies(&data);
            change(&ring, &secrets, if name == "replace" { other } else { at });
            at_every_step(&data, &before, &|step| {
                let place = format!("{name}, slot kind {at}, {step}");
                let ring = KeyRing::open(&data, &secrets).unwrap_or_else(|error| panic!("{place}: {error}"));
                assert_eq!(ring.open_value(Class::Records, b"here", &sealed).unwrap(), b"value", "{place}");
                if name == "add" || name == "remove" {
                    let kept = std::slice::from_ref(&secrets[other]);
                    assert!(KeyRing::open(&data, kept).is_ok(), "{place}: the slot that was not touched");
                }
                // Whoever goes on from here leaves two whole copies.
                ring.mend().unwrap();
                assert_eq!(ring.mend().unwrap(), Vec::<PathBuf>::new(), "{place}");
            });
        }
    }
}

#[test]
fn the_last_slot_stays_and_what_was_removed_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (data, secrets) = (folder.path().join("data"), secrets(folder.path()));
    let ring = KeyRing::create(&data, &secrets[..2], Cost::LEAST).unwrap();
    ring.remove_slot(1).unwrap();
    assert!(matches!(ring.remove_slot(2), Err(KeyError::SlotLast(2))));
    assert!(matches!(ring.remove_slot(1), Err(KeyError::SlotUnknown(1))));
    assert!(KeyRing::open(&data, &secrets[..1]).is_err());
    ring.replace_slot(2, &secrets[3], Cost::LEAST).unwrap();
    assert!(KeyRing::open(&data, &secrets[1..2]).is_err());
    assert!(KeyRing::open(&data, &secrets[3..4]).is_ok());
    for _ in ring.slots().len()..tessera::model::limit::KEY_SLOTS_MAX {
        ring.add_slot(&Opener::Recovery(recovery::draw()), Cost::LEAST).unwrap();
    }
    assert!(matches!(ring.add_slot(&secrets[0], Cost::LEAST), Err(KeyError::SlotsFull)));
}

#[test]
fn a_new_root_key_takes_every_secret_and_the_old_backups_still_open() {
    let folder = tempfile::tempdir().unwrap();
    let (data, secrets) = (folder.path().join("data"), secrets(folder.path()));
    let ring = Arc::new(KeyRing::create(&data, &secrets, Cost::LEAST).unwrap());
    let store = Store::create(&data, &ring, &tessera::store::options::Options::SMALL).unwrap();
    store.commit(&[random_commit(&mut Dice::new(5))]).unwrap();
    let shelf = Folder::new(&folder.path().join("backups"));
    let old = store.backup(&shelf, Timestamp(1), &mut |_| Ok(())).unwrap().name;
    let lacking = ring.rotate_root(&secrets[..3]).unwrap_err();
    assert!(matches!(&lacking, KeyError::SlotsClosed(slots) if *slots == [4, 5]), "{lacking}");
    ring.rotate_root(&secrets).unwrap();
    let new = store.backup(&shelf, Timestamp(2), &mut |_| Ok(())).unwrap();
    assert!(store.manifest(&shelf, &old).is_ok(), "its list can be read, so that retention knows what it needs");
    drop(store);
    for secret in secrets.chunks(1) {
        assert!(KeyRing::open(&data, secret).is_ok(), "{secret:?}");
        for name in [&old, &new.name] {
            let source = Source { target: &shelf, name };
            assert_eq!(prove(source, &Keys::Openers(secret), &mut |_| Ok(())).unwrap().head, 1);
        }
    }
}

#[test]
fn a_backup_keeps_the_keys_of_what_it_copied_while_new_ones_were_made() {
    let site = Site::new();
    let store = site.create();
    for number in 1..=20_u8 {
        store.blobs().put(Timestamp(1), &mut vec![number; 50_000].as_slice()).unwrap();
    }
    store.commit(&[random_commit(&mut Dice::new(5))]).unwrap();
    let shelf = Folder::new(&site.data.with_file_name("backups"));
    let name = std::thread::scope(|scope| {
        let mut rotating = None;
        let made = store.backup(&shelf, Timestamp(1), &mut |_| {
            rotating.get_or_insert_with(|| {
                scope.spawn(|| {
                    store.rotate_keys().unwrap();
                    let mut work = Resealing::default();
                    while store.reseal(&mut work).unwrap() == Bite::More {}
                })
            });
            Ok(())
        });
        made.unwrap().name
    });
    assert!(!store.has_retired_keys(), "it is held up, not given up");
    let source = Source { target: &shelf, name: &name };
    let summary = prove(source, &Keys::Openers(&site.openers()), &mut |_| Ok(())).unwrap();
    assert_eq!((summary.head, summary.files), (1, 20));
}

#[test]
fn every_shut_slot_says_why_and_what_to_do_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (data, secrets) = (folder.path().join("data"), secrets(folder.path()));
    drop(KeyRing::create(&data, &secrets, Cost::LEAST).unwrap());
    let before = copies(&data);
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("short.key"), [7; 31]).unwrap();
    std::fs::write(path("zero.key"), [0; 32]).unwrap();
    slot::write_key_file(&path("other.key"), &data).unwrap();
    std::fs::copy(path("one.key"), data.join("inside.key")).unwrap();
    let cases: [(Opener, &[&str]); 7] = [
        (Opener::KeyFile(path("gone.key")), &["slot 1 (key file): ", "gone.key is not there", "put it back"]),
        (Opener::KeyFile(path("short.key")), &["short.key is damaged", "32 random bytes", "safe copy"]),
        (Opener::KeyFile(path("zero.key")), &["zero.key is damaged"]),
        (
            Opener::KeyFile(path("other.key")),
            &["slot 2 (key file): it is the key of other data, or the slot is damaged"],
        ),
        (Opener::KeyFile(data.join("inside.key")), &["inside.key lies inside the data directory"]),
        (Opener::Passphrase(phrase("wrong horse battery")), &["slot 4 (passphrase): wrong passphrase or damaged slot"]),
        (Opener::Recovery(phrase("7ZC4K0QF")), &["slot 5 (recovery key): the recovery key is mistyped"]),
    ];
    for (opener, says) in cases {
        let error = KeyRing::open(&data, &[opener]).err().expect("it opens nothing").to_string();
        for part in says {
            assert!(error.contains(part), "{part:?} is not in: {error}");
        }
    }
    let none = KeyRing::open(&data, &[]).err().unwrap().to_string();
    for part in
        ["slot 3 (system credential): the service manager handed none", "slot 4 (passphrase): nobody has typed it"]
    {
        assert!(none.contains(part), "{part:?} is not in: {none}");
    }
    assert_eq!(copies(&data), before);
    // A credential and a key file are the same thing by two ways.
    assert!(KeyRing::open(&data, &[Opener::KeyFile(path("handed.key"))]).is_ok());
}

/// `key id 4 | nonce 12` of an envelope.
fn key_and_nonce(sealed: &[u8]) -> [u8; 16] {
    sealed[2..18].try_into().unwrap()
}

#[test]
fn no_nonce_comes_twice_under_a_key_over_rotations_restarts_and_kills() {
    let folder = tempfile::tempdir().unwrap();
    let (data, secrets) = (folder.path().join("data"), secrets(folder.path()));
    let mut ring = KeyRing::create(&data, &secrets[..1], Cost::LEAST).unwrap();
    let (mut dice, mut seen, mut made) = (Dice::new(0x90CE), HashSet::new(), HashMap::<u32, u64>::new());
    for _ in 0..400 {
        let class = CLASSES[usize::try_from(dice.below(4)).unwrap()];
        match dice.below(12) {
            0 => ring.rotate(class).unwrap(),
            1 => ring.renew_epoch(class).unwrap(),
            2 => ring = KeyRing::open(&data, &secrets[..1]).unwrap(),
            _ => {
                // Some of what is set aside is never used, as when a batch fails.
                let count = usize::try_from(1 + dice.below(200)).unwrap();
                let mut sealing = ring.sealing(class, count).unwrap();
                for _ in dice.below(3)..count as u64 {
                    let sealed = sealing.seal(b"here", b"value");
                    assert!(seen.insert(key_and_nonce(&sealed)));
                    *made.entry(u32::from_be_bytes(sealed[2..6].try_into().unwrap())).or_default() += 1;
                    assert!(ring.is_current(&sealed), "the newest data key seals");
                }
            }
        }
        for keys in ring.classes() {
            assert!(keys.seals <= SEALS_PER_KEY_MAX);
        }
    }
    // What was made never passes what the key file had set aside by then, and that survives every restart.
    let ring = KeyRing::open(&data, &secrets[..1]).unwrap();
    for class in CLASSES {
        let sealed = ring.sealing(class, 1).unwrap().seal(b"here", b"value");
        let epoch = u32::from_be_bytes(sealed[2..6].try_into().unwrap());
        let held = ring.classes().into_iter().find(|keys| keys.class == class).unwrap().seals;
        assert!(made.get(&epoch).is_none_or(|made| *made < held), "{class:?}");
    }
}

/// A child of this very test binary that runs `test` on this site.
fn child(test: &str, data: &Path, key: &Path, seed: u64) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]).env(DATA, data).env(KEY, key).env(SEED, seed.to_string());
    command.stdout(Stdio::piped()).spawn().unwrap()
}

/// Where and how a child is to work; `None` in the parent.
fn charge() -> Option<(PathBuf, PathBuf, u64)> {
    let seed = std::env::var(SEED).ok()?.parse().ok()?;
    Some((std::env::var_os(DATA)?.into(), std::env::var_os(KEY)?.into(), seed))
}

/// Lets a child say `lines` lines that begin with `word`, and a little longer; gives all it said.
fn killed_after(mut child: Child, word: &str, lines: u64, longer: Duration) -> Vec<String> {
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    let (mut said, mut line, mut heard) = (Vec::new(), String::new(), 0);
    while heard < lines && reader.read_line(&mut line).unwrap() > 0 {
        heard += u64::from(line.starts_with(word));
        said.push(std::mem::take(&mut line));
    }
    std::thread::sleep(longer);
    child.kill().unwrap();
    child.wait().unwrap();
    said.extend(reader.lines().map_while(Result::ok).map(|line| line + "\n"));
    said
}

#[test]
fn slots_changed_under_kills_are_never_none() {
    const TEST: &str = "keys::slots_changed_under_kills_are_never_none";
    if let Some((data, folder, seed)) = charge() {
        return change_slots_until_killed(&data, &folder, seed);
    }
    let folder = tempfile::tempdir().unwrap();
    let (data, mut dice) = (folder.path().join("data"), Dice::new(0x5107));
    let secrets = secrets(folder.path());
    drop(KeyRing::create(&data, &secrets[..1], Cost::LEAST).unwrap());
    for round in 0..kills() * 5 {
        let running = child(TEST, &data, folder.path(), dice.roll());
        killed_after(running, "changed", dice.below(30), Duration::from_micros(dice.below(3_000)));
        let ring = KeyRing::open(&data, &secrets).unwrap_or_else(|error| panic!("round {round}: {error}"));
        assert!(!ring.slots().is_empty(), "round {round}");
    }
}

fn change_slots_until_killed(data: &Path, folder: &Path, seed: u64) {
    let (secrets, mut dice) = (secrets(folder), Dice::new(seed));
    let ring = KeyRing::open(data, &secrets).unwrap();
    for _ in 0..5_000 {
        let slots = ring.slots();
        let secret = &secrets[usize::try_from(dice.below(5)).unwrap()];
        let (slot, _) = slots[usize::try_from(dice.below(slots.len() as u64)).unwrap()];
        let changed = match dice.below(4) {
            0 => ring.add_slot(secret, Cost::LEAST).map(drop),
            1 => ring.remove_slot(slot),
            2 => ring.replace_slot(slot, secret, Cost::LEAST),
            _ => ring.rotate_root(&secrets),
        };
        assert!(matches!(changed, Ok(()) | Err(KeyError::SlotLast(_) | KeyError::SlotsFull)), "{changed:?}");
        println!("changed");
    }
}

/// What the history with this seed has at `seq`.
fn commit_of(seed: u64, seq: u64) -> Commit {
    random_commit(&mut Dice::new(seed << 32 | seq))
}

fn reseal(store: &Store) -> Resealing {
    let mut work = Resealing::default();
    while store.reseal(&mut work).unwrap() == Bite::More {}
    work
}

#[test]
fn rotation_under_load_and_kills_loses_nothing_and_comes_to_its_end() {
    const TEST: &str = "keys::rotation_under_load_and_kills_loses_nothing_and_comes_to_its_end";
    if let Some((data, key, seed)) = charge() {
        return rotate_until_killed(&data, &key, seed);
    }
    let (site, seed, mut dice) = (Site::new(), 0xD5E4, Dice::new(0xD5E4));
    let (mut compared, mut salts) = (0, HashMap::new());
    let store = site.create();
    let files = stored_files(&store);
    drop(store);
    for round in 0..kills() {
        let said = killed_after(
            child(TEST, &site.data, &site.key, seed),
            "rotated",
            // Some kills hit the start itself.
            if round % 5 == 4 { 0 } else { 1 + dice.below(3) },
            Duration::from_micros(dice.below(200_000)),
        );
        assert!(said.iter().all(|line| !line.contains("panicked")), "round {round}: {said:?}");
        let acknowledged =
            said.iter().rev().find_map(|line| line.strip_suffix('\n')?.strip_prefix("acknowledged ")?.parse().ok());
        let (store, opened) = site.open();
        assert!(opened.head >= acknowledged.unwrap_or(0), "round {round}: {acknowledged:?}, {opened:?}");
        assert_eq!(opened.rebuilt, None, "round {round}");
        for entry in store.log(compared + 1).map(Result::unwrap) {
            compared += 1;
            assert!(entry.commit == commit_of(seed, compared), "round {round}: {compared}");
        }
        assert_eq!(compared, opened.head);
        assert_eq!(store.verify().unwrap().findings, [], "round {round}");
        assert_eq!(files, read_files(&store, files.keys().copied()), "round {round}");
        salts_are_fresh(&site.data, &mut salts);
    }
    let store = site.open().0;
    let progress = reseal(&store).progress;
    assert_eq!((progress.rows, progress.files), (progress.rows_of, progress.files_of));
    assert!(!store.has_retired_keys(), "nothing stands under an old key");
    drop(store);
    let (store, opened) = site.open();
    assert_eq!((opened.rebuilt, opened.head), (None, compared));
    assert_eq!(store.verify().unwrap().findings, []);
    assert_eq!(files, read_files(&store, files.keys().copied()));
}

fn rotate_until_killed(data: &Path, key: &Path, seed: u64) {
    let (store, opened) = ledger::open(data, key).unwrap();
    let say = |line: String| {
        let mut out = std::io::stdout();
        writeln!(out, "{line}").and_then(|()| out.flush()).unwrap();
    };
    // Where the parent reads it.
    std::panic::set_hook(Box::new(move |panic| say(format!("panicked: {panic}"))));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut dice = Dice::new(seed ^ opened.head);
            // Bounded, so that a child whose parent died does not run for ever.
            for _ in 0..4_000 {
                let next = store.head() + 1;
                let group: Vec<Commit> = (next..=next + dice.below(4)).map(|seq| commit_of(seed, seq)).collect();
                say(format!("acknowledged {}", store.commit(&group).unwrap().last().unwrap()));
            }
        });
        scope.spawn(|| {
            for _ in 0..400 {
                // The first one brings over what the last life left.
                reseal(&store);
                store.rotate_keys().unwrap();
                say("rotated".to_owned());
            }
        });
        scope.spawn(|| {
            for round in 0..400 {
                for ns in tessera::store::key::NAMESPACES {
                    for row in store.scan(ns, std::ops::Bound::Unbounded) {
                        row.unwrap_or_else(|error| panic!("read {round}: {error}"));
                    }
                }
                read_files(&store, store.blobs().list().unwrap().into_iter());
            }
        });
    });
}

fn stored_files(store: &Store) -> BTreeMap<ContentId, Vec<u8>> {
    let made = (0..6_usize).map(|number| {
        let bytes: Vec<u8> = (0..number * 40_000).map(|at| (at % 251).to_le_bytes()[0]).collect();
        (store.blobs().put(Timestamp(1), &mut bytes.as_slice()).unwrap().content, bytes)
    });
    made.collect()
}

fn read_files(store: &Store, contents: impl Iterator<Item = ContentId>) -> BTreeMap<ContentId, Vec<u8>> {
    let read = contents.map(|content| {
        let blob = store.blobs().get(content).unwrap();
        let mut bytes = Vec::new();
        while (bytes.len() as u64) < blob.bytes() {
            bytes.extend(blob.read(bytes.len() as u64).unwrap());
        }
        (content, bytes)
    });
    read.collect()
}

/// Journal segments and stored files count their nonces from zero under a key of their own, so a salt must never come twice.
fn salts_are_fresh(data: &Path, seen: &mut HashMap<Vec<u8>, PathBuf>) {
    let mut take = |path: PathBuf, at: usize| {
        let bytes = std::fs::read(&path).unwrap();
        let salt = bytes[at..at + 32].to_vec();
        let of = seen.entry(salt).or_insert_with(|| path.clone());
        assert_eq!(*of, path, "two files share a salt");
    };
    for entry in std::fs::read_dir(data.join("journal")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "journal") {
            take(path, 94);
        }
    }
    for folder in std::fs::read_dir(data.join("blobs")).unwrap() {
        for entry in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            take(entry.unwrap().path(), 14);
        }
    }
}
