//! Bent, cut, lost and swapped files. Whatever is done to a data directory, the store refuses it, repairs it and says so,
//! or is not affected: it never loses or changes anything in silence, and never panics.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use tessera::model::id::ContentId;
use tessera::model::time::Timestamp;
use tessera::store::error::StoreError;

use crate::crash::{Worker, file_of};
use crate::ledger::{Dice, Everything, Site, copy_dir, everything, files, open, place_of, random_commit};
use crate::soak::scale;

/// An opening that takes longer hangs.
const PATIENCE: Duration = Duration::from_mins(1);

/// How a damaged directory showed itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Everything is there; the damage was in dead bytes, or in a second copy, or in rows that were rebuilt.
    Intact,
    /// It opens, and reading what is damaged, or verifying, says so.
    Reported,
    Refused,
}

/// A store, what it held, and a copy of it from before its last changes.
struct Victim {
    site: Site,
    older: PathBuf,
    expected: Everything,
    stored: Vec<ContentId>,
}

impl Victim {
    /// Opens the copy and finds out; panics on silent damage.
    fn outcome(&self, case: &str, copy: &Path) -> Outcome {
        let (store, opened) = match open(copy, &self.site.key) {
            Ok(opened) => opened,
            Err(error) => {
                assert!(!matches!(error, StoreError::Io { .. }), "{case}: {error} names no remedy");
                return Outcome::Refused;
            }
        };
        match everything(&store, &self.stored) {
            Ok(found) if found == self.expected => Outcome::Intact,
            // The last group is past the mark, and nothing proves that anybody was told: it is set aside, and said.
            Ok(found) if opened.torn.is_some() && self.expected.log.starts_with(&found.log) => Outcome::Reported,
            Ok(_) => panic!("{case}: something changed in silence: {opened:?}"),
            Err(error) => {
                let is_missing_file = matches!(error, StoreError::FileUnknown(_));
                let is_found = || store.verify().map_or(true, |report| !report.findings.is_empty());
                assert!(is_missing_file || is_found(), "{case}: {error}");
                Outcome::Reported
            }
        }
    }

    /// The same, and a hang is seen.
    fn outcome_in_time(&self, case: &str, copy: &Path) -> Outcome {
        let (sender, ended) = channel();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                let outcome = self.outcome(case, copy);
                // Whoever waited too long listens no more.
                let _ = sender.send(outcome);
            });
            ended.recv_timeout(PATIENCE).unwrap_or_else(|error| {
                if error == RecvTimeoutError::Timeout {
                    // Nobody can end the thread, so the whole test ends here.
                    drop(writeln!(std::io::stderr(), "{case}: hangs"));
                    std::process::exit(1);
                }
                panic!("{case}")
            })
        })
    }

    fn in_a_copy(&self, act: impl FnOnce(&Path)) -> PathBuf {
        in_a_copy(&self.site.data, act)
    }
}

/// A store whose process was killed, twice; the older copy is what the first kill left.
fn killed_store(seed: u64) -> Victim {
    let site = Site::new();
    drop(site.create());
    let mut stored = Vec::new();
    let older = site.data.with_file_name("older");
    for (groups, copy) in [(8, &older), (8, &site.data.with_file_name("pristine"))] {
        let mut worker = Worker::start(&site.data, &site.key, seed);
        worker.hear(groups);
        stored.extend(worker.kill().stored.into_iter().map(file_of));
        copy_dir(&site.data, copy);
    }
    let (store, _) = open(&site.data, &site.key).unwrap();
    let stored: Vec<_> = stored.iter().map(|bytes| place_of(&store, bytes)).collect();
    let expected = everything(&store, &stored).unwrap();
    drop(store);
    fs::remove_dir_all(&site.data).unwrap();
    fs::rename(site.data.with_file_name("pristine"), &site.data).unwrap();
    Victim { site, older, expected, stored }
}

/// A store that was closed in order, after some history.
fn closed_store(seed: u64) -> Victim {
    let (site, mut dice) = (Site::new(), Dice::new(seed));
    let mut store = site.create();
    let stored = vec![store.blobs().put(Timestamp(1), &mut vec![9; 5_000].as_slice()).unwrap().content];
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
    let expected = everything(&store, &stored).unwrap();
    store.close().unwrap();
    Victim { site, older, expected, stored }
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
    let (flips, seed) = (scale::rounds(300, 20_000), scale::seed(0xB17));
    let mut outcomes = BTreeMap::new();
    for (name, victim) in [("closed", closed_store(seed)), ("killed", killed_store(seed))] {
        let files = files(&victim.site.data);
        let mut dice = Dice::new(seed);
        for _ in 0..flips / 2 {
            let file = &files[usize::try_from(dice.below(files.len() as u64)).unwrap()];
            let mut bytes = fs::read(victim.site.data.join(file)).unwrap();
            let at = usize::try_from(dice.below(bytes.len() as u64)).unwrap();
            bytes[at] ^= 1 << dice.below(8);
            let copy = victim.in_a_copy(|copy| fs::write(copy.join(file), bytes).unwrap());
            let outcome = victim.outcome_in_time(&format!("{name}: {} byte {at}", file.display()), &copy);
            *outcomes.entry(outcome).or_insert(0) += 1;
        }
    }
    assert!(outcomes.len() == 3, "each kind of outcome occurs: {outcomes:?}");
    scale::figure("bent bytes", seed, &format_args!("{flips} flips, 0 silent: {outcomes:?}"));
}

/// Ways to bend a directory without bending a byte.
#[derive(Debug, Clone, Copy)]
enum Bend {
    Cut,
    Remove,
    Swap,
    Duplicate,
    Older,
}

#[test]
fn cut_lost_swapped_doubled_and_older_files_are_noticed() {
    let (bends, seed) = (scale::rounds(50, 500), scale::seed(0x1207));
    let mut outcomes = BTreeMap::new();
    for (name, victim) in [("closed", closed_store(seed)), ("killed", killed_store(seed))] {
        let files = files(&victim.site.data);
        let mut dice = Dice::new(seed);
        for round in 0..bends / 2 {
            let any = |dice: &mut Dice| &files[usize::try_from(dice.below(files.len() as u64)).unwrap()];
            let (one, other) = (any(&mut dice), any(&mut dice));
            let bend = [Bend::Cut, Bend::Remove, Bend::Swap, Bend::Duplicate, Bend::Older]
                [usize::try_from(round % 5).unwrap()];
            let from = |file: &Path| victim.site.data.join(file);
            let copy = victim.in_a_copy(|copy| match bend {
                Bend::Cut => {
                    let bytes = fs::read(from(one)).unwrap();
                    let keep = usize::try_from(dice.below(bytes.len() as u64)).unwrap();
                    fs::write(copy.join(one), &bytes[..keep]).unwrap();
                }
                Bend::Remove => fs::remove_file(copy.join(one)).unwrap(),
                Bend::Swap => {
                    fs::copy(from(one), copy.join(other)).unwrap();
                    fs::copy(from(other), copy.join(one)).unwrap();
                }
                Bend::Duplicate => drop(fs::copy(from(one), copy.join(other)).unwrap()),
                Bend::Older => {
                    if victim.older.join(one).exists() {
                        fs::copy(victim.older.join(one), copy.join(one)).unwrap();
                    }
                }
            });
            let case = format!("{name}: {bend:?} {} {}", one.display(), other.display());
            *outcomes.entry(victim.outcome_in_time(&case, &copy)).or_insert(0) += 1;
        }
    }
    scale::figure("bent directories", seed, &format_args!("{bends} bends, 0 silent: {outcomes:?}"));
}

#[test]
fn every_cut_lost_or_older_file_is_noticed() {
    let victim = closed_store(22);
    let (site, older) = (&victim.site, &victim.older);
    for file in files(&site.data) {
        let bytes = fs::read(site.data.join(&file)).unwrap();
        let name = file.display();
        for keep in [0, bytes.len() / 2, bytes.len() - 1] {
            let copy = in_a_copy(&site.data, |copy| fs::write(copy.join(&file), &bytes[..keep]).unwrap());
            victim.outcome(&format!("{name} cut to {keep}"), &copy);
        }
        let copy = in_a_copy(&site.data, |copy| fs::remove_file(copy.join(&file)).unwrap());
        victim.outcome(&format!("{name} removed"), &copy);
        if older.join(&file).exists() {
            let copy = in_a_copy(&site.data, |copy| {
                fs::copy(older.join(&file), copy.join(&file)).unwrap();
            });
            victim.outcome(&format!("{name} of an older state"), &copy);
        }
    }
}

#[test]
fn swapped_segments_are_refused() {
    let victim = closed_store(23);
    let site = &victim.site;
    let segments: Vec<PathBuf> =
        files(&site.data).into_iter().filter(|file| file.extension().is_some_and(|ext| ext == "journal")).collect();
    for pair in segments.windows(2) {
        let copy = in_a_copy(&site.data, |copy| {
            fs::copy(site.data.join(&pair[0]), copy.join(&pair[1])).unwrap();
            fs::copy(site.data.join(&pair[1]), copy.join(&pair[0])).unwrap();
        });
        assert_eq!(victim.outcome(&format!("{pair:?} swapped"), &copy), Outcome::Refused);
    }
}

#[test]
fn older_rows_are_brought_up_and_an_older_journal_is_refused() {
    let victim = closed_store(24);
    let (site, older) = (&victim.site, &victim.older);
    let with_older = |part: &str| {
        in_a_copy(&site.data, |copy| {
            fs::remove_dir_all(copy.join(part)).unwrap();
            copy_dir(&older.join(part), &copy.join(part));
        })
    };
    assert_eq!(victim.outcome("older rows", &with_older("rows")), Outcome::Intact);
    assert_eq!(victim.outcome("older journal", &with_older("journal")), Outcome::Refused);
}

#[test]
fn an_emptied_directory_is_not_taken_for_a_new_store() {
    let victim = closed_store(25);
    let site = &victim.site;
    for lost in [["sentinel.a", "sentinel.b"], ["journal", "rows"], ["keys.a", "keys.b"]] {
        let copy = in_a_copy(&site.data, |copy| {
            for name in lost.map(|name| copy.join(name)) {
                if name.is_dir() { fs::remove_dir_all(name).unwrap() } else { fs::remove_file(name).unwrap() }
            }
        });
        assert_eq!(victim.outcome(&format!("{lost:?} lost"), &copy), Outcome::Refused);
    }
}
