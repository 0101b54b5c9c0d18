//! The store against a plain map: whatever was acknowledged is there, in order, after any number of restarts.

use std::collections::BTreeMap;
use std::fs;
use std::ops::{Bound, RangeBounds};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;
use tessera::crypt::key_ring::KeyRing;
use tessera::crypt::password::Cost;
use tessera::crypt::slot::{self, Opener};
use tessera::model::id::{CommandId, ContentId};
use tessera::store::Store;
use tessera::store::codec::{Commit, Write};
use tessera::store::error::StoreError;
use tessera::store::key::{Key, NAMESPACES, Ns};
use tessera::store::open::Opened;
use tessera::store::options::Options;

/// A data directory with its key file beside it.
pub struct Site {
    _dir: TempDir,
    pub data: PathBuf,
    pub key: PathBuf,
}

impl Site {
    pub fn new() -> Self {
        // In memory where there is such a place: a kill takes no file system cache with it, so nothing is proved by a disk.
        let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let (data, key) = (dir.path().join("data"), dir.path().join("root.key"));
        slot::write_key_file(&key, &data).unwrap();
        Self { _dir: dir, data, key }
    }

    pub fn openers(&self) -> [Opener; 1] {
        [Opener::KeyFile(self.key.clone())]
    }

    pub fn create(&self) -> Store {
        let ring = KeyRing::create(&self.data, &self.openers(), Cost::LEAST).unwrap();
        Store::create(&self.data, &Arc::new(ring), &Options::SMALL).unwrap()
    }

    pub fn open(&self) -> (Store, Opened) {
        self.try_open().unwrap()
    }

    pub fn try_open(&self) -> Result<(Store, Opened), StoreError> {
        open(&self.data, &self.key)
    }
}

pub fn open(data: &Path, key: &Path) -> Result<(Store, Opened), StoreError> {
    open_with(data, key, &Options::SMALL)
}

pub fn open_with(data: &Path, key: &Path, options: &Options) -> Result<(Store, Opened), StoreError> {
    let ring = KeyRing::open(data, &[Opener::KeyFile(key.to_owned())])?;
    Store::open(data, &Arc::new(ring), options, &mut |_| ())
}

/// Repeatable chance: xorshift64*.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// `0..sides`.
    pub fn below(&mut self, sides: u64) -> u64 {
        self.roll() % sides
    }
}

/// A few namespaces with a few rows; now and then a value that is cut into parts.
pub fn random_commit(dice: &mut Dice) -> Commit {
    let writes = (0..dice.below(6)).map(|_| {
        let len = match dice.below(20) {
            0 => 5_900 + dice.below(120),
            1 => dice.below(40_000),
            _ => dice.below(900),
        };
        let value = (dice.below(5) > 0).then(|| (0..len).map(|at| (at ^ dice.0).to_le_bytes()[0]).collect());
        let ns = [Ns::Record, Ns::Order, Ns::Secret][usize::try_from(dice.below(3)).unwrap()];
        Write { ns, key: Key::number(dice.below(60)), value }
    });
    let writes = writes.collect();
    Commit { command: CommandId::from_u128(u128::from(dice.roll())), writes, log: dice.roll().to_be_bytes().to_vec() }
}

/// All that a store holds.
#[derive(PartialEq)]
pub struct Everything {
    pub rows: Vec<(Ns, Key, Vec<u8>)>,
    pub log: Vec<Commit>,
    pub files: Vec<Vec<u8>>,
}

pub fn everything(store: &Store, files: &[ContentId]) -> Result<Everything, StoreError> {
    let mut rows = Vec::new();
    for ns in NAMESPACES {
        for row in store.scan(ns, Bound::Unbounded) {
            let (key, value) = row?;
            rows.push((ns, key, value));
        }
    }
    let log = store.log(1).map(|entry| entry.map(|entry| entry.commit)).collect::<Result<_, _>>()?;
    let files = files.iter().map(|file| whole(store, *file)).collect::<Result<_, _>>()?;
    Ok(Everything { rows, log, files })
}

/// Where these bytes stand, if they are stored.
pub fn place_of(store: &Store, bytes: &[u8]) -> ContentId {
    store.blobs().address_of(blake3::hash(bytes).as_bytes())
}

/// The bytes that stand there.
pub fn whole(store: &Store, content: ContentId) -> Result<Vec<u8>, StoreError> {
    let blob = store.blobs().get(content)?;
    let mut bytes = Vec::new();
    while (bytes.len() as u64) < blob.bytes() {
        bytes.extend(blob.read(bytes.len() as u64)?);
    }
    Ok(bytes)
}

pub fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_dir(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Files with anything in them, relative, in a fixed order.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            match entry.metadata().unwrap() {
                meta if meta.is_dir() => open.push(entry.path()),
                meta if meta.len() > 0 => found.push(entry.path().strip_prefix(dir).unwrap().to_owned()),
                _ => {}
            }
        }
    }
    found.sort_unstable();
    found
}

/// What a store must hold.
#[derive(Default)]
struct Model {
    rows: BTreeMap<(Ns, Key), Vec<u8>>,
    log: Vec<Commit>,
}

impl Model {
    fn take(&mut self, group: Vec<Commit>) {
        for write in group.iter().flat_map(|commit| commit.writes.clone()) {
            match write.value {
                Some(value) => self.rows.insert((write.ns, write.key), value),
                None => self.rows.remove(&(write.ns, write.key)),
            };
        }
        self.log.extend(group);
    }

    /// Before and after the last commits are folded.
    fn compare(&self, store: &Store) {
        self.compare_rows(store);
        store.checkpoint().unwrap();
        self.compare_rows(store);
        for ns in NAMESPACES {
            assert_eq!(store.count(ns), self.rows.keys().filter(|(of, _)| *of == ns).count() as u64);
        }
        let log: Vec<Commit> = store.log(1).map(|entry| entry.unwrap().commit).collect();
        assert_eq!(log, self.log);
        assert_eq!(store.head(), self.log.len() as u64);
    }

    fn compare_rows(&self, store: &Store) {
        for ns in NAMESPACES {
            let of_ns = self.rows.iter().filter(|((of, _), _)| *of == ns);
            let expected: Vec<(Key, Vec<u8>)> = of_ns.map(|((_, key), value)| (*key, value.clone())).collect();
            for from in [Bound::Unbounded, Bound::Included(Key::number(20)), Bound::Excluded(Key::number(20))] {
                let stored: Vec<(Key, Vec<u8>)> = store.scan(ns, from).map(Result::unwrap).collect();
                let expected = expected.iter().filter(|(key, _)| (from, Bound::Unbounded).contains(key));
                assert_eq!(stored, expected.cloned().collect::<Vec<_>>());
            }
            for (key, value) in &expected {
                assert_eq!(store.get(ns, *key).unwrap().as_ref(), Some(value));
            }
        }
    }
}

/// Each was once a failure, or covers a turn-over, long values and an empty commit.
const SEEDS: [u64; 4] = [1, 2, 3, 0x51F3];

#[test]
fn what_was_acknowledged_is_there_after_any_restart() {
    for seed in SEEDS {
        let (site, mut dice, mut model) = (Site::new(), Dice::new(seed), Model::default());
        let mut store = site.create();
        for _ in 0..60 {
            let group: Vec<Commit> = (0..dice.below(6)).map(|_| random_commit(&mut dice)).collect();
            let first = model.log.len() as u64 + 1;
            let seqs = store.commit(&group).unwrap();
            assert_eq!(seqs, (first..first + group.len() as u64).collect::<Vec<_>>());
            model.take(group);
            match dice.below(12) {
                0 => {
                    store.close().unwrap();
                    let opened;
                    (store, opened) = site.open();
                    assert_eq!((opened.replayed, opened.rebuilt, opened.torn), (0, None, None), "seed {seed}");
                }
                1 => {
                    drop(store);
                    store = site.open().0;
                }
                2 => store.checkpoint().unwrap(),
                _ => {}
            }
        }
        model.compare(&store);
        assert_eq!(store.verify().unwrap().findings, []);
        drop(store);
        model.compare(&site.open().0);
    }
}

#[test]
fn rows_lost_as_a_whole_are_rebuilt_from_the_journal() {
    let (site, mut dice, mut model) = (Site::new(), Dice::new(7), Model::default());
    let store = site.create();
    for _ in 0..20 {
        let group = vec![random_commit(&mut dice), random_commit(&mut dice)];
        store.commit(&group).unwrap();
        model.take(group);
    }
    store.close().unwrap();
    std::fs::remove_dir_all(site.data.join("rows")).unwrap();
    let (store, opened) = site.open();
    assert_eq!((opened.replayed, opened.rebuilt.as_deref()), (40, Some("the rows carry no head")));
    model.compare(&store);
}

#[test]
fn the_log_can_be_read_from_anywhere() {
    let (site, mut dice) = (Site::new(), Dice::new(9));
    let store = site.create();
    let commits: Vec<Commit> = (0..300).map(|_| random_commit(&mut dice)).collect();
    for group in commits.chunks(7) {
        store.commit(group).unwrap();
    }
    for from in [1, 2, 63, 64, 65, 150, 299, 300] {
        let entry = store.log(from).next().unwrap().unwrap();
        assert_eq!((entry.seq, &entry.commit), (from, &commits[usize::try_from(from).unwrap() - 1]));
        assert_eq!(store.log(from).count() as u64, 301 - from);
    }
    assert_eq!(store.log(301).count(), 0);
}

#[test]
fn a_second_process_is_refused() {
    let site = Site::new();
    let store = site.create();
    assert!(matches!(site.try_open().err(), Some(StoreError::Locked(_))));
    drop(store);
    site.open();
}

#[test]
fn a_commit_too_large_leaves_no_trace() {
    let site = Site::new();
    let store = site.create();
    let value = Some(vec![0; tessera::model::limit::COMMIT_BYTES_MAX]);
    let write = Write { ns: Ns::Record, key: Key::number(1), value };
    let commit = Commit { command: CommandId::from_u128(1), writes: vec![write], log: Vec::new() };
    assert!(matches!(store.commit(&[commit]).err(), Some(StoreError::TooLarge { .. })));
    assert_eq!((store.head(), store.stopped()), (0, None));
    Model::default().compare(&store);
}
