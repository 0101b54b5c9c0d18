//! Full and failing disks, engines that hang, and what the operator is told of it afterwards. Stories on a small file system of their
//! own need a place where mounting is allowed, and say so where it is not.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;
use tessera::crypt::key_ring::KeyRing;
use tessera::crypt::password::Cost;
use tessera::crypt::slot::{self, Opener};
use tessera::model::id::CommandId;
use tessera::model::time::Timestamp;
use tessera::store::Store;
use tessera::store::codec::{Commit, Write};
use tessera::store::diary::Diary;
use tessera::store::error::StoreError;
use tessera::store::key::{Key, Ns};
use tessera::store::options::Options;
use tessera::store::space::{Reserve, Room, Space};

use crate::ledger::{Dice, Site, open_with, random_commit};
use crate::support::appliance::Appliance;

/// 64 MiB that fill up without harm to anybody.
struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    /// `None`, with a printed reason, where mounting is not allowed.
    fn mount() -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let mut mount = Command::new("mount");
        let mounted = mount.args(["-t", "tmpfs", "-o", "size=64m", "tmpfs"]).arg(folder.path()).output();
        if mounted.as_ref().is_ok_and(|output| output.status.success()) {
            return Some(Self { folder });
        }
        let why = mounted.map(|output| String::from_utf8_lossy(&output.stderr).trim().to_owned());
        println!("skipped: a small file system cannot be mounted here ({why:?})");
        None
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn free(&self) -> u64 {
        Space::of(self.folder.path()).unwrap().free
    }

    /// Takes room away until only so much is left.
    fn fill_to(&self, left: u64) {
        let filler = std::fs::File::create(self.path("filler")).unwrap();
        let fill = || {
            let bytes = self.free().saturating_sub(left);
            if bytes == 0 {
                Ok(())
            } else {
                rustix::fs::fallocate(&filler, rustix::fs::FallocateFlags::empty(), 0, bytes)
            }
        };
        // The store's own threads may take some of it between asking and taking.
        let filled = (0..1_000).map(|_| fill()).find(|filled| *filled != Err(rustix::io::Errno::NOSPC));
        filled.expect("the store comes to rest").unwrap();
    }

    fn clear(&self) {
        // Cut first: a child that is just being started may still hold what is removed.
        std::fs::File::create(self.path("filler")).unwrap();
        std::fs::remove_file(self.path("filler")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // What is still open goes with its holder.
        drop(Command::new("umount").arg("-l").arg(self.folder.path()).status());
    }
}

fn write(ns: Ns, number: u64, bytes: usize) -> Commit {
    let value = Some((0..bytes).map(|at| (at as u64 ^ number).to_le_bytes()[0]).collect());
    let write = Write { ns, key: Key::number(number), value };
    Commit { command: CommandId::from_u128(u128::from(number)), writes: vec![write], log: vec![1] }
}

fn store_on(dir: &Path, key: &Path) -> Store {
    slot::write_key_file(key, dir).unwrap();
    let ring = KeyRing::create(dir, &[Opener::KeyFile(key.to_owned())], Cost::LEAST).unwrap();
    Store::create(dir, &ring.into(), &Options::fitting(Space::of(dir).unwrap())).unwrap()
}

#[test]
fn a_full_disk_refuses_writes_reads_on_and_resumes_by_itself() {
    let Some(disk) = SmallDisk::mount() else { return };
    let home = TempDir::new().unwrap();
    let (dir, key) = (disk.path("data"), home.path().join("key"));
    let mut store = store_on(&dir, &key);
    let mut number = 0;
    for round in 0..3 {
        // Filled by its own writes, then by a stranger to the last byte.
        loop {
            number += 1;
            match store.commit(&[write(Ns::Record, number % 500, 10_000)]) {
                Ok(_) => {}
                Err(StoreError::StorageFull { .. }) => break,
                Err(error) => panic!("round {round}: {error}"),
            }
            if number.is_multiple_of(80) {
                disk.fill_to(6 << 20);
            }
        }
        assert!(store.room().unwrap() != Room::Ample && store.stopped().is_none(), "round {round}");
        store.commit(&[write(Ns::Session, number, 100)]).expect("signing in still works");
        let head = store.head();
        disk.fill_to(0);
        let refused = store.commit(&[write(Ns::Session, number, 100)]);
        assert!(matches!(refused, Err(StoreError::StorageFull { .. })), "round {round}: {refused:?}");
        store.checkpoint().expect("nothing is lost, so nothing stops");
        assert!(store.get(Ns::Record, Key::number(1)).unwrap().is_some(), "reading goes on");
        assert_eq!((store.head(), store.stopped()), (head, None), "round {round}");
        disk.clear();
        store.commit(&[write(Ns::Record, 1, 10)]).expect("there is room again");
        assert_eq!(store.verify().unwrap().findings, [], "round {round}");
        // A full disk can be opened, too.
        disk.fill_to(0);
        drop(store);
        let opened;
        let options = Options::fitting(Space::of(&dir).unwrap());
        (store, opened) = open_with(&dir, &key, &options).unwrap_or_else(|error| panic!("round {round}: {error}"));
        assert_eq!(opened.head, head + 1, "round {round}: {opened:?}");
        assert_eq!(store.get(Ns::Record, Key::number(1)).unwrap().map(|value| value.len()), Some(10));
        disk.clear();
        store.commit(&[write(Ns::Record, 2, 10)]).expect("there is room again");
    }
}

#[test]
fn people_sign_in_and_look_while_the_disk_is_full_and_work_resumes_within_ten_seconds() {
    let Some(disk) = SmallDisk::mount() else { return };
    let house = Appliance::founded_in(TempDir::new_in(disk.folder.path()).unwrap(), &|founding| founding);
    let admin = house.administrator.clone();
    let department = |name: &str| house.post(&admin, "/departments", json!({"name": name, "parent": null}));
    department("Before").good();
    let health = house.get(&admin, "/system").good();
    assert_eq!((&health["disk"]["room"], &health["stopped"]), (&json!("ample"), &json!(null)), "{health}");

    // What the store sets aside for its next commits is no room to count on.
    Appliance::eventually(|| std::fs::exists(house.folder.path().join("data/journal/spare")).unwrap().then_some(()));
    disk.fill_to(6 << 20);
    assert_eq!(house.get(&admin, "/system").good()["disk"]["room"], "low");
    department("Low").good();
    disk.fill_to(3 << 20);
    let began = Instant::now();
    assert_eq!(department("Full").refusal(), (507, "storage_full".to_owned()));
    assert!(began.elapsed() < Duration::from_secs(1));
    assert_eq!(house.get(&admin, "/system").good()["disk"]["room"], "full");
    let session = json!({"login": "admin", "password": crate::support::appliance::PASSWORD});
    house.post(&crate::support::appliance::Person::nobody(), "/session", session).good();
    house.get(&admin, "/directory").good();

    disk.clear();
    let freed = Instant::now();
    Appliance::eventually(|| (department("After").status < 300).then_some(()));
    assert!(freed.elapsed() < Duration::from_secs(10), "{:?}", freed.elapsed());
}

#[test]
fn signing_in_may_use_half_of_the_reserve_and_nothing_else_may() {
    let site = Site::new();
    drop(site.create());
    let free = Space::of(&site.data).unwrap().free;
    let reserve = Reserve { bytes: free / 3 * 4, percent: 0 };
    let (store, _) = open_with(&site.data, &site.key, &Options { reserve, ..Options::SMALL }).unwrap();
    let (visit, work) = (write(Ns::Session, 1, 10), write(Ns::Record, 1, 10));
    assert!(matches!(store.commit(std::slice::from_ref(&work)), Err(StoreError::StorageFull { .. })));
    assert!(matches!(store.commit(&[visit.clone(), work]), Err(StoreError::StorageFull { .. })));
    assert_eq!((store.commit(&[visit]).unwrap(), store.stopped()), (vec![1], None));
}

#[test]
fn rows_that_hang_while_they_open_are_rebuilt_and_it_is_told() {
    let (site, mut dice) = (Site::new(), Dice::new(31));
    let store = site.create();
    for _ in 0..20 {
        store.commit(&[random_commit(&mut dice)]).unwrap();
    }
    store.close().unwrap();
    // Whoever opens a pipe that nobody writes to waits for ever.
    let conf = site.data.join("rows/conf");
    std::fs::remove_file(&conf).unwrap();
    assert!(Command::new("mkfifo").arg(&conf).status().unwrap().success());
    let patience = Duration::from_millis(300);
    let (store, opened) = open_with(&site.data, &site.key, &Options { patience, ..Options::SMALL }).unwrap();
    let why = opened.rebuilt.expect("the rows were rebuilt");
    assert!(why.contains("did not open within"), "{why}");
    assert_eq!((opened.head, opened.replayed, store.diary().rebuilt.unwrap().what), (20, 20, why));
    assert_eq!(store.verify().unwrap().findings, []);
    assert!(Diary::read(&site.data).rebuilt.is_some(), "it can be read without a key");
}

#[test]
fn rows_are_rebuilt_from_those_that_were_last_found_sound() {
    let (site, mut dice) = (Site::new(), Dice::new(33));
    let store = site.create();
    let mut go_on = |store: &Store, count| {
        for _ in 0..count {
            store.commit(&[random_commit(&mut dice)]).unwrap();
        }
    };
    go_on(&store, 30);
    assert_eq!(store.scrub(&|| false).unwrap().findings, Vec::<String>::new());
    go_on(&store, 12);
    let contents = |store: &Store| {
        let rows = |ns| store.scan(ns, std::ops::Bound::Unbounded).map(Result::unwrap).collect::<Vec<_>>();
        tessera::store::key::NAMESPACES.map(rows)
    };
    let expected = contents(&store);
    store.close().unwrap();
    let saved = site.data.join("rows.saved");
    let whole = std::fs::read(&saved).unwrap();
    let mut bent = whole.clone();
    bent[whole.len() / 2] ^= 1;
    for (bytes, replayed) in [(&whole, 12), (&bent, 42), (&whole[..10].to_vec(), 42)] {
        std::fs::write(&saved, bytes).unwrap();
        std::fs::remove_dir_all(site.data.join("rows")).unwrap();
        let (store, opened) = site.open();
        assert_eq!((opened.head, opened.replayed, opened.rebuilt.is_some()), (42, replayed, true));
        assert!(contents(&store) == expected);
        assert_eq!(store.verify().unwrap().findings, []);
    }
}

#[test]
fn a_reading_through_finds_a_bent_file_and_writes_it_down() {
    let site = Site::new();
    let store = site.create();
    let content = store.blobs().put(Timestamp(7), &mut [5; 1_000].as_slice()).unwrap().content;
    store.commit(&[write(Ns::Record, 1, 10)]).unwrap();
    let sound = store.scrub(&|| false).unwrap();
    assert_eq!((sound.commits, sound.rows, sound.files, sound.findings.len()), (1, 1, 1, 0));
    let name = format!("{:032x}", content.as_u128());
    let path = site.data.join("blobs").join(&name[30..]).join(&name);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[500] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let called_off = store.scrub(&|| true);
    assert!(matches!(called_off, Err(StoreError::Stopped(_))) && store.stopped().is_none());
    let bent = store.scrub(&|| false).unwrap();
    assert!(matches!(bent.findings.as_slice(), [finding] if finding.contains(&path.display().to_string())), "{bent:?}");
    assert_eq!((store.diary().scrubbed, Diary::read(&site.data).scrubbed), (Some(bent.clone()), Some(bent)));
}
