//! Bent, cut, lost and swapped files. Whatever is done to a data directory, the store refuses it, repairs it and says so,
//! or is not affected: it never loses or changes anything in silence, and never panics.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Bound;
use std::path::{Path, PathBuf};

use tessera::model::id::FileId;
use tessera::store::Store;
use tessera::store::codec::Commit;
use tessera::store::error::StoreError;
use tessera::store::key::{Key, NAMESPACES, Ns};

use crate::ledger::{Dice, Site, open, random_commit};

const FLIPS: u64 = 300;
const FILE: FileId = FileId::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0001);

#[derive(PartialEq)]
struct Everything {
    rows: Vec<(Ns, Key, Vec<u8>)>,
    log: Vec<Commit>,
    file: Vec<u8>,
}

fn everything(store: &Store) -> Result<Everything, StoreError> {
    let mut rows = Vec::new();
    for ns in NAMESPACES {
        for row in store.scan(ns, Bound::Unbounded) {
            let (key, value) = row?;
            rows.push((ns, key, value));
        }
    }
    let log = store.log(1).map(|entry| entry.map(|entry| entry.commit)).collect::<Result<_, _>>()?;
    let blob = store.blobs().get(FILE)?;
    let mut file = Vec::new();
    while (file.len() as u64) < blob.bytes() {
        file.extend(blob.read(file.len() as u64)?);
    }
    Ok(Everything { rows, log, file })
}

/// How a damaged directory showed itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Everything is there; the damage was in dead bytes, or in a second copy, or in rows that were rebuilt.
    Intact,
    /// It opens, and reading what is damaged, or verifying, says so.
    Reported,
    Refused,
}

/// Opens the copy and finds out; panics on silent damage.
fn outcome(case: &str, copy: &Path, key: &Path, expected: &Everything) -> Outcome {
    let store = match open(copy, key) {
        Ok((store, _)) => store,
        Err(error) => {
            assert!(!matches!(error, StoreError::Io { .. }), "{case}: {error} names no remedy");
            return Outcome::Refused;
        }
    };
    match everything(&store) {
        Ok(found) if found == *expected => Outcome::Intact,
        Ok(_) => panic!("{case}: something changed in silence"),
        Err(error) => {
            let is_missing_file = matches!(error, StoreError::FileUnknown(_));
            let is_found = || store.verify().map_or(true, |report| !report.findings.is_empty());
            assert!(is_missing_file || is_found(), "{case}: {error}");
            Outcome::Reported
        }
    }
}

/// A closed store with some history behind it, and a copy of it from before its last changes.
fn closed_store(seed: u64) -> (Site, PathBuf, Everything) {
    let (site, mut dice) = (Site::new(), Dice::new(seed));
    let mut store = site.create();
    store.blobs().put(FILE, &mut vec![9; 5_000].as_slice()).unwrap();
    let older = site.data.with_file_name("older");
    for round in 0..3 {
        for _ in 0..4 {
            store.commit(&[random_commit(&mut dice), random_commit(&mut dice)]).unwrap();
        }
        store.close().unwrap();
        if round == 1 {
            copy_dir(&site.data, &older);
        }
        store = site.open().0;
    }
    let expected = everything(&store).unwrap();
    store.close().unwrap();
    (site, older, expected)
}

fn copy_dir(from: &Path, to: &Path) {
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
fn files(dir: &Path) -> Vec<PathBuf> {
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

/// A fresh copy for every case.
fn in_a_copy(data: &Path, act: impl FnOnce(&Path)) -> PathBuf {
    let copy = data.with_file_name("copy");
    if copy.exists() {
        fs::remove_dir_all(&copy).unwrap();
    }
    copy_dir(data, &copy);
    act(&copy);
    copy
}

#[test]
fn any_bent_byte_is_harmless_repaired_or_reported() {
    let (site, _, expected) = closed_store(21);
    let files = files(&site.data);
    let mut dice = Dice::new(0xB17);
    let mut outcomes = BTreeMap::new();
    for _ in 0..FLIPS {
        let file = &files[usize::try_from(dice.below(files.len() as u64)).unwrap()];
        let mut bytes = fs::read(site.data.join(file)).unwrap();
        let at = usize::try_from(dice.below(bytes.len() as u64)).unwrap();
        bytes[at] ^= 1 << dice.below(8);
        let copy = in_a_copy(&site.data, |copy| fs::write(copy.join(file), bytes).unwrap());
        let outcome = outcome(&format!("{} byte {at}", file.display()), &copy, &site.key, &expected);
        *outcomes.entry(outcome).or_insert(0) += 1;
    }
    assert!(outcomes.len() == 3, "each kind of outcome occurs: {outcomes:?}");
}

#[test]
fn every_cut_lost_or_older_file_is_noticed() {
    let (site, older, expected) = closed_store(22);
    for file in files(&site.data) {
        let bytes = fs::read(site.data.join(&file)).unwrap();
        let name = file.display();
        for keep in [0, bytes.len() / 2, bytes.len() - 1] {
            let copy = in_a_copy(&site.data, |copy| fs::write(copy.join(&file), &bytes[..keep]).unwrap());
            outcome(&format!("{name} cut to {keep}"), &copy, &site.key, &expected);
        }
        let copy = in_a_copy(&site.data, |copy| fs::remove_file(copy.join(&file)).unwrap());
        outcome(&format!("{name} removed"), &copy, &site.key, &expected);
        if older.join(&file).exists() {
            let copy = in_a_copy(&site.data, |copy| {
                fs::copy(older.join(&file), copy.join(&file)).unwrap();
            });
            outcome(&format!("{name} of an older state"), &copy, &site.key, &expected);
        }
    }
}

#[test]
fn swapped_segments_are_refused() {
    let (site, _, expected) = closed_store(23);
    let segments: Vec<PathBuf> =
        files(&site.data).into_iter().filter(|file| file.extension().is_some_and(|ext| ext == "journal")).collect();
    for pair in segments.windows(2) {
        let copy = in_a_copy(&site.data, |copy| {
            fs::copy(site.data.join(&pair[0]), copy.join(&pair[1])).unwrap();
            fs::copy(site.data.join(&pair[1]), copy.join(&pair[0])).unwrap();
        });
        assert_eq!(outcome(&format!("{pair:?} swapped"), &copy, &site.key, &expected), Outcome::Refused);
    }
}

#[test]
fn older_rows_are_brought_up_and_an_older_journal_is_refused() {
    let (site, older, expected) = closed_store(24);
    let with_older = |part: &str| {
        in_a_copy(&site.data, |copy| {
            fs::remove_dir_all(copy.join(part)).unwrap();
            copy_dir(&older.join(part), &copy.join(part));
        })
    };
    assert_eq!(outcome("older rows", &with_older("rows"), &site.key, &expected), Outcome::Intact);
    assert_eq!(outcome("older journal", &with_older("journal"), &site.key, &expected), Outcome::Refused);
}

#[test]
fn an_emptied_directory_is_not_taken_for_a_new_store() {
    let (site, _, expected) = closed_store(25);
    for lost in [["sentinel.a", "sentinel.b"], ["journal", "rows"], ["keys.a", "keys.b"]] {
        let copy = in_a_copy(&site.data, |copy| {
            for name in lost.map(|name| copy.join(name)) {
                if name.is_dir() { fs::remove_dir_all(name).unwrap() } else { fs::remove_file(name).unwrap() }
            }
        });
        assert_eq!(outcome(&format!("{lost:?} lost"), &copy, &site.key, &expected), Outcome::Refused);
    }
}
