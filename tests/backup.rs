//! Backups: taken while the store runs, proved without it, restored elsewhere, and refused when anybody has been at them.
//! `TESSERA_SOAK=1` makes many more rounds of the same.

use std::cell::Cell;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use tessera::crypt::chance;
use tessera::crypt::error::KeyError;
use tessera::crypt::recovery;
use tessera::crypt::slot::Opener;
use tessera::model::event::Event;
use tessera::model::id::{CommandId, ContentId, FileId, UserId};
use tessera::model::limit::FILE_UNUSED_MS_MAX;
use tessera::model::time::{DAY_MS, Timestamp};
use tessera::model::value::File;
use tessera::store::Store;
use tessera::store::backup::{Done, Made};
use tessera::store::codec::{Commit, Write};
use tessera::store::error::StoreError;
use tessera::store::key::{Key, NAMESPACES, Ns};
use tessera::store::manifest::{PIECES_FOLDER, Summary};
use tessera::store::options::Options;
use tessera::store::prove;
use tessera::store::restore::{self, Keys, Source, Until};
use tessera::store::runs::Work;
use tessera::store::sentinel::Origin;
use tessera::store::shelf::{SCRATCH_DIR, Shelf};
use tessera::store::space::{Reserve, Space};
use tessera::store::target::Folder;

use crate::ledger::{Dice, Site, open, open_with, random_commit};

/// Commits while one plain copy is made.
const GROWTH_MAX: u64 = 200;
const NOW: Timestamp = Timestamp(1_764_000_000_000);

type Everything = (Vec<(Ns, Key, Vec<u8>)>, Vec<Commit>);

fn rounds(small: u64, soak: u64) -> u64 {
    if std::env::var_os("TESSERA_SOAK").is_some_and(|soak| soak == "1") { soak } else { small }
}

/// A store, and a folder for its backups.
struct Desk {
    site: Site,
    dice: Dice,
    shelf: PathBuf,
}

impl Desk {
    fn new(seed: u64) -> Self {
        let site = Site::new();
        Self { shelf: site.data.with_file_name("shelf"), dice: Dice::new(seed), site }
    }

    fn filled(&mut self, groups: u32) -> Store {
        let store = self.site.create();
        for _ in 0..groups {
            self.commit(&store);
        }
        store
    }

    fn commit(&mut self, store: &Store) {
        store.commit(&[random_commit(&mut self.dice), random_commit(&mut self.dice)]).unwrap();
    }

    fn folder(&self) -> Folder {
        Folder::new(&self.shelf)
    }

    fn back_up(&self, store: &Store) -> Made {
        store.backup(&self.folder(), NOW, &mut |_| Ok(())).unwrap()
    }

    fn prove(&self) -> Result<Summary, StoreError> {
        let name = restore::choose(&self.folder(), None)?;
        let source = Source { target: &self.folder(), name: &name };
        prove::prove(source, &Keys::Openers(&self.site.openers()), &mut |_| Ok(()))
    }

    fn restore(&self, to: &Path, until: Option<&Until<'_>>) -> Result<u64, StoreError> {
        let name = restore::choose(&self.folder(), until.map(|until| until.at))?;
        let source = Source { target: &self.folder(), name: &name };
        let keys = Keys::Openers(&self.site.openers());
        restore::restore(source, &keys, (to, &Options::SMALL), until, &mut |_| Ok(())).map(|restored| restored.head)
    }

    fn elsewhere(&self) -> PathBuf {
        self.site.data.with_file_name("elsewhere")
    }

    fn files_of(&self, folder: &str) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.shelf.join(folder)).into_iter().flatten();
        let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
        files.sort_unstable();
        files
    }
}

fn everything(store: &Store, to: u64) -> Everything {
    let rows_of = |ns: Ns| {
        store.scan(ns, Bound::Unbounded).map(move |row| {
            let (key, value) = row.unwrap();
            (ns, key, value)
        })
    };
    let log = store.log(1).map(Result::unwrap).take_while(|entry| entry.seq <= to).map(|entry| entry.commit);
    (NAMESPACES.into_iter().flat_map(rows_of).collect(), log.collect())
}

/// Bytes that no other file has.
fn new_file(store: &Store, bytes: usize) -> ContentId {
    let plain = [chance::draw::<16>().as_slice(), &vec![5; bytes - 16]].concat();
    store.blobs().put(NOW, &mut plain.as_slice()).unwrap().content
}

/// Makes a file of that name known.
fn told(store: &Store, (id, name): (FileId, &str), plain: &[u8]) -> u64 {
    let bytes = plain.len() as u64;
    let file = File { id, name: name.to_owned(), bytes, media: "text/plain".to_owned() };
    let told = Event::FileStored { file, by: UserId::from_u128(1), digest: *blake3::hash(plain).as_bytes() };
    commit_file(store, id, Some(postcard::to_allocvec(&told).unwrap()))
}

fn commit_file(store: &Store, id: FileId, value: Option<Vec<u8>>) -> u64 {
    let write = Write { ns: Ns::File, key: Key::id(id.to_bytes()), value };
    let commit = Commit { command: CommandId::from_u128(1), writes: vec![write], log: Vec::new() };
    store.commit(&[commit]).unwrap()[0]
}

#[test]
fn a_restored_store_holds_what_was_backed_up_and_goes_on() {
    let mut desk = Desk::new(11);
    let store = desk.filled(30);
    let id = new_file(&store, 9_000_000);
    let made = desk.back_up(&store);
    assert_eq!((made.summary.head, made.summary.files), (60, 1));
    let expected = everything(&store, 60);
    desk.commit(&store);
    store.close().unwrap();

    assert_eq!(desk.prove().unwrap(), made.summary);
    let elsewhere = desk.elsewhere();
    assert_eq!(desk.restore(&elsewhere, None).unwrap(), 60);
    let (store, opened) = open(&elsewhere, &desk.site.key).unwrap();
    assert_eq!((opened.head, opened.origin, opened.rebuilt), (60, Origin::Restored, None));
    assert!(everything(&store, 60) == expected);
    assert_eq!(store.blobs().get(id).unwrap().bytes(), 9_000_000);
    assert_eq!(store.verify().unwrap().findings, []);
    store.confirm_restored().unwrap();
    desk.commit(&store);
    let again = desk.back_up(&store);
    assert_eq!(again.summary.head, 62, "a restored store backs up to the same place");
    drop(store);
    assert_eq!(desk.prove().unwrap(), again.summary);
    let (_, opened) = open(&elsewhere, &desk.site.key).unwrap();
    assert_eq!((opened.head, opened.origin), (62, Origin::Native));
}

#[test]
fn a_backup_copies_only_what_the_folder_does_not_have() {
    let mut desk = Desk::new(12);
    let store = desk.filled(200);
    new_file(&store, 5_000_000);
    let first = desk.back_up(&store);
    assert!(first.copied > 5_000_000);
    let same = desk.back_up(&store);
    let manifest = std::fs::metadata(desk.shelf.join(&same.name)).unwrap().len();
    assert_eq!((same.summary, same.copied), (first.summary, manifest), "nothing but the list of it");
    desk.commit(&store);
    let more = desk.back_up(&store);
    assert!(more.copied < Options::SMALL.segment_bytes + 2 * manifest, "{more:?}");
    assert_eq!(desk.prove().unwrap(), more.summary);
    // Some belong to the older backups alone, and which comes first is chance.
    for piece in desk.files_of(PIECES_FOLDER) {
        std::fs::remove_file(piece).unwrap();
    }
    assert!(matches!(desk.prove(), Err(StoreError::BackupPart { .. })));
    let healed = desk.back_up(&store);
    assert_eq!(desk.prove().unwrap(), healed.summary, "what somebody removed is copied again");
}

#[test]
fn a_backup_under_load_is_one_point_in_time() {
    for round in 0..rounds(3, 50) {
        let mut desk = Desk::new(13 + round);
        let store = desk.filled(20);
        let (stop, acknowledged) = (AtomicBool::new(false), AtomicU64::new(0));
        let mut dice = Dice::new(1_300 + round);
        let (made, before) = std::thread::scope(|scope| {
            scope.spawn(|| {
                while !stop.load(Ordering::Acquire) {
                    let seqs = store.commit(&[random_commit(&mut dice), random_commit(&mut dice)]).unwrap();
                    acknowledged.store(seqs[1], Ordering::Release);
                    new_file(&store, 3_000);
                }
            });
            while acknowledged.load(Ordering::Acquire) < 60 {
                std::thread::yield_now();
            }
            let before = acknowledged.load(Ordering::Acquire);
            let made = desk.back_up(&store);
            stop.store(true, Ordering::Release);
            (made, before)
        });
        assert!(made.summary.head >= before && made.summary.head <= store.head(), "round {round}");
        assert_eq!(desk.prove().unwrap(), made.summary, "round {round}");
        let elsewhere = desk.elsewhere();
        assert_eq!(desk.restore(&elsewhere, None).unwrap(), made.summary.head, "round {round}");
        let (restored, _) = open(&elsewhere, &desk.site.key).unwrap();
        assert!(everything(&restored, u64::MAX).1 == everything(&store, made.summary.head).1, "round {round}");
        assert_eq!(restored.verify().unwrap().findings, [], "round {round}");
    }
}

#[test]
fn a_restore_can_stop_at_any_instant() {
    let mut desk = Desk::new(14);
    let store = desk.filled(0);
    let mut states = Vec::new();
    for _ in 0..40 {
        desk.commit(&store);
        states.push(everything(&store, u64::MAX));
    }
    desk.back_up(&store);
    drop(store);
    for (at, expected) in (1..).zip(&states).step_by(7).chain([(40, &states[39])]) {
        let seen = Cell::new(0);
        // The n-th group was made at instant n.
        let instant_of = |_: &Commit| {
            seen.set(seen.get() + 1);
            Ok(Timestamp((seen.get() + 1) / 2))
        };
        let to = desk.site.data.with_file_name(format!("until-{at}"));
        let head = desk.restore(&to, Some(&Until { at: Timestamp(at), instant_of: &instant_of })).unwrap();
        assert_eq!(head, 2 * u64::try_from(at).unwrap());
        let (store, opened) = open(&to, &desk.site.key).unwrap();
        assert_eq!((opened.rebuilt, opened.torn), (None, None), "instant {at}");
        assert!(everything(&store, u64::MAX) == *expected, "instant {at}");
        desk.commit(&store);
    }
    let none = Until { at: Timestamp(0), instant_of: &|_| Ok(Timestamp(1)) };
    assert!(matches!(desk.restore(&desk.elsewhere(), Some(&none)), Err(StoreError::BackupTooYoung)));
    assert!(!desk.elsewhere().exists());
}

#[test]
fn a_file_that_was_removed_since_the_instant_comes_from_an_earlier_backup_or_is_named() {
    let mut desk = Desk::new(28);
    let store = desk.filled(1);
    let [kept, twin, brief] = [1, 2, 3].map(FileId::from_u128);
    let (drawing, note) = (vec![5; 70_000], vec![6; 100]);
    store.blobs().put(NOW, &mut drawing.as_slice()).unwrap();
    told(&store, (kept, "drawing.pdf"), &drawing);
    told(&store, (twin, "the same.pdf"), &drawing);
    desk.back_up(&store);
    store.blobs().put(NOW, &mut note.as_slice()).unwrap();
    let instant = told(&store, (brief, "note.txt"), &note);
    for file in [kept, twin, brief] {
        commit_file(&store, file, None);
    }
    let later = NOW.plus_ms(FILE_UNUSED_MS_MAX + DAY_MS);
    assert_eq!(store.sweep(later).unwrap(), 2);
    store.backup(&desk.folder(), later, &mut |_| Ok(())).unwrap();
    drop(store);

    let seen = Cell::new(0);
    let instant_of = |_: &Commit| {
        seen.set(seen.get() + 1);
        Ok(if seen.get() <= instant { NOW.plus_ms(1) } else { later })
    };
    let until = Until { at: NOW.plus_ms(1), instant_of: &instant_of };
    let (folder, keys) = (desk.folder(), desk.site.openers());
    let name = restore::choose(&folder, Some(until.at)).unwrap();
    let (source, to) = (Source { target: &folder, name: &name }, desk.elsewhere());
    let restored =
        restore::restore(source, &Keys::Openers(&keys), (&to, &Options::SMALL), Some(&until), &mut |_| Ok(())).unwrap();
    assert_eq!((restored.head, restored.files), (instant, 1));
    assert_eq!(restored.lost, ["note.txt"]);
    let (store, _) = open(&to, &desk.site.key).unwrap();
    assert_eq!([kept, twin].map(|file| store.file(file).unwrap().bytes()), [70_000; 2]);
    assert!(matches!(store.file(brief), Err(StoreError::FileUnknown(_))));
    assert_eq!(store.verify().unwrap().findings, []);

    // What that restore lost is no fault of the backups that follow; what they miss of what is still there is one.
    let name = store.backup(&folder, later, &mut |_| Ok(())).unwrap().name;
    let rehearse = || {
        let scratch = to.with_file_name("rehearsal");
        store.rehearse(Source { target: &folder, name: &name }, &scratch, &mut |_| Ok(()))
    };
    assert_eq!(rehearse().unwrap().files, 1);
    store.blobs().put(later, &mut note.as_slice()).unwrap();
    assert!(matches!(rehearse(), Err(StoreError::FileUnknown(_))));
}

#[test]
fn a_restore_takes_the_backup_that_fits_the_instant() {
    let mut desk = Desk::new(15);
    let store = desk.filled(1);
    let names: Vec<String> = (0..3)
        .map(|day| store.backup(&desk.folder(), NOW.plus_ms(day * DAY_MS), &mut |_| Ok(())).unwrap().name)
        .collect();
    let chosen = |until: Option<i64>| restore::choose(&desk.folder(), until.map(|ms| NOW.plus_ms(ms))).unwrap();
    assert_eq!(chosen(None), names[2]);
    assert_eq!(chosen(Some(-DAY_MS)), names[0]);
    assert_eq!(chosen(Some(1)), names[1]);
    assert_eq!(chosen(Some(9 * DAY_MS)), names[2]);
    assert!(matches!(restore::choose(&Folder::new(&desk.elsewhere()), None), Err(StoreError::BackupAbsent(_))));
}

#[test]
fn a_backup_that_would_not_fit_beside_what_is_kept_free_is_refused_before_its_first_byte() {
    let desk = Desk::new(26);
    drop(desk.site.create());
    let reserve = Reserve { bytes: 1 << 20, percent: 0 };
    let free = || Space::of(&desk.site.data).unwrap().free;
    let (store, _) = open_with(&desk.site.data, &desk.site.key, &Options { reserve, ..Options::SMALL }).unwrap();
    new_file(&store, 9_000_000);
    let tight = Reserve { bytes: free() / 3 * 4, percent: 0 };
    drop(store);
    let (store, _) = open_with(&desk.site.data, &desk.site.key, &Options { reserve: tight, ..Options::SMALL }).unwrap();
    let refused = store.backup(&desk.folder(), NOW, &mut |_| Ok(()));
    assert!(matches!(refused, Err(StoreError::StorageFull { .. })), "{refused:?}");
    assert!(!desk.shelf.exists(), "nothing of it takes room away");
    drop(store);
    let (store, _) = open_with(&desk.site.data, &desk.site.key, &Options { reserve, ..Options::SMALL }).unwrap();
    assert_eq!(desk.back_up(&store).summary.files, 1, "with room it is made");
}

#[test]
fn a_cancelled_backup_is_none_and_the_next_one_goes_on_from_there() {
    let mut desk = Desk::new(16);
    let store = desk.filled(60);
    new_file(&store, 9_000_000);
    let mut last = Done::default();
    let cancelled = store.backup(&desk.folder(), NOW, &mut |done| {
        last = done;
        if done.bytes * 2 > done.of { Err(StoreError::Cancelled) } else { Ok(()) }
    });
    assert!(matches!(cancelled, Err(StoreError::Cancelled)));
    assert!(matches!(desk.prove(), Err(StoreError::BackupAbsent(_))));
    let made = desk.back_up(&store);
    assert!(made.copied < made.summary.bytes - last.bytes / 2, "{made:?}");
    assert_eq!(desk.prove().unwrap(), made.summary);
}

#[test]
fn a_rehearsal_tells_a_backup_that_restores_from_one_that_does_not() {
    let mut desk = Desk::new(17);
    let store = desk.filled(60);
    new_file(&store, 5_000);
    let shelf = Shelf::new(std::sync::Arc::new(desk.folder()), desk.site.data.clone());
    let now = || NOW;
    assert!(matches!(shelf.rehearse(&store, &now), Some(Err(StoreError::BackupAbsent(_)))));
    let made = shelf.back_up(&store, &now).unwrap().unwrap();
    desk.commit(&store);
    let good = shelf.rehearse(&store, &now).unwrap().unwrap();
    assert_eq!((&good.name, good.head, good.files, &good.error), (&made.name, 120, 1, &None));
    assert_eq!(good.rows, desk.restored_rows());
    for piece in desk.files_of(PIECES_FOLDER) {
        bend(&piece, &mut desk.dice);
    }
    assert!(matches!(shelf.rehearse(&store, &now), Some(Err(StoreError::BackupPart { .. }))));
    assert!(!desk.site.data.join(SCRATCH_DIR).exists());
    let runs = shelf.runs();
    assert_eq!(runs.0.iter().map(|run| run.error.is_none()).collect::<Vec<_>>(), [false, true, true, false]);
    assert_eq!(runs.last_good(Work::Rehearsal), Some(&good));
    assert!(runs.rehearsal_of(&made.name).unwrap().error.is_some(), "the last word counts");
    assert_eq!(shelf.job(), None);
}

#[test]
fn a_rehearsal_tells_how_far_it_is_and_can_be_cancelled_while_it_compares() {
    let mut desk = Desk::new(27);
    let store = desk.filled(200);
    new_file(&store, 3_000_000);
    let made = desk.back_up(&store);
    let (target, scratch) = (desk.folder(), desk.site.data.join(SCRATCH_DIR));
    let rehearse = |on_done: &mut dyn FnMut(Done) -> Result<(), StoreError>| {
        store.rehearse(Source { target: &target, name: &made.name }, &scratch, on_done)
    };
    let mut seen: Vec<Done> = Vec::new();
    rehearse(&mut |done| {
        seen.push(done);
        Ok(())
    })
    .unwrap();
    assert!(seen.is_sorted_by_key(|done| done.bytes) && seen.iter().all(|done| done.of == seen[0].of), "it goes on");
    let compared = seen.iter().filter(|done| done.bytes * 2 > done.of).count();
    assert!(compared > 200, "it moves while it compares, {compared} times");
    assert!(seen.last().is_some_and(|last| last.bytes * 10 > last.of * 9), "{:?}", seen.last());
    let cancelled =
        rehearse(&mut |done| if done.bytes * 3 > done.of * 2 { Err(StoreError::Cancelled) } else { Ok(()) });
    assert!(matches!(cancelled, Err(StoreError::Cancelled)), "{cancelled:?}");
    assert!(!scratch.exists());
}

impl Desk {
    fn restored_rows(&self) -> u64 {
        self.restore(&self.elsewhere(), None).unwrap();
        let (store, _) = open(&self.elsewhere(), &self.site.key).unwrap();
        store.verify().unwrap().rows
    }
}

#[test]
fn tidying_up_leaves_every_kept_backup_whole() {
    let mut desk = Desk::new(18);
    let store = desk.filled(10);
    let shelf = Shelf::new(std::sync::Arc::new(desk.folder()), desk.site.data.clone());
    let mut names = Vec::new();
    for day in 0..4 {
        for _ in 0..20 {
            desk.commit(&store);
        }
        let now = move || NOW.plus_ms(day * DAY_MS);
        names.push(shelf.back_up(&store, &now).unwrap().unwrap().name);
    }
    let before = desk.files_of(PIECES_FOLDER).len();
    let later = Timestamp(jiff::Timestamp::now().as_millisecond()).plus_ms(3 * DAY_MS);
    shelf.tidy(&store, later, &|name| name == names[3]).unwrap().unwrap();
    assert_eq!(desk.files_of(""), [desk.shelf.join(&names[3])]);
    assert!(desk.files_of(PIECES_FOLDER).len() < before, "the ends of segments that grew on are gone");
    assert_eq!(desk.prove().unwrap().head, store.head());

    // One that cannot be read may need any piece.
    shelf.back_up(&store, &|| later).unwrap().unwrap();
    bend(&desk.shelf.join(&names[3]), &mut desk.dice);
    let all = desk.files_of(PIECES_FOLDER);
    assert!(shelf.tidy(&store, later, &|name| name == names[3]).unwrap().is_err());
    assert_eq!(desk.files_of(PIECES_FOLDER), all);
}

#[test]
fn a_backup_opens_with_its_own_keys_only() {
    let mut desk = Desk::new(19);
    let store = desk.filled(5);
    let made = desk.back_up(&store);
    let foreign = [Opener::KeyFile(Site::new().key), Opener::Recovery(recovery::draw())];
    let source = Source { target: &desk.folder(), name: &made.name };
    let refused = prove::prove(source, &Keys::Openers(&foreign), &mut |_| Ok(()));
    assert!(matches!(refused, Err(StoreError::Key(KeyError::Sealed(_)))));
    assert!(matches!(desk.restore(&desk.site.data, None), Err(StoreError::NotEmpty(_))));
    let mut other = Desk::new(20);
    let other_store = other.filled(5);
    assert!(other_store.manifest(&desk.folder(), &made.name).is_err());
}

fn bend(path: &Path, dice: &mut Dice) {
    let mut bytes = std::fs::read(path).unwrap();
    let at = usize::try_from(dice.below(bytes.len() as u64)).unwrap();
    bytes[at] ^= 1 << dice.below(8);
    std::fs::write(path, bytes).unwrap();
}

/// One way to be at a backup. `None`: this round changed nothing.
fn harm(desk: &Desk, dice: &mut Dice) -> String {
    let mut files = desk.files_of(PIECES_FOLDER);
    files.extend(desk.files_of(""));
    let count = files.len() as u64;
    let mut pick = || files[usize::try_from(dice.below(count)).unwrap()].clone();
    let (one, other) = (pick(), pick());
    let mut bytes = std::fs::read(&one).unwrap();
    let len = bytes.len() as u64;
    let mut below = |sides: u64| usize::try_from(dice.below(sides)).unwrap();
    let how = match below(8) {
        0 => {
            bytes.truncate(below(len));
            "trimmed"
        }
        1 => {
            let more = 1 + below(100);
            bytes.extend((0..more).map(|_| u8::try_from(below(256)).unwrap()));
            "extended"
        }
        2 => {
            let (from, len) = (below(len - 64), 32);
            let (left, right) = bytes.split_at_mut(from + len);
            left[from..].swap_with_slice(&mut right[..len]);
            "reordered"
        }
        3 if one != other => {
            bytes = std::fs::read(&other).unwrap();
            "swapped"
        }
        4 => {
            std::fs::remove_file(&one).unwrap();
            std::os::unix::fs::symlink(desk.site.data.join("keys.a"), &one).unwrap();
            return format!("{} became a link", one.display());
        }
        5 => {
            let manifest = desk.files_of("").pop().unwrap();
            bytes = std::fs::read(&manifest).unwrap();
            bytes[8..10].copy_from_slice(&[[0, 1], [0, 3], [255, 255]][below(3)]);
            std::fs::write(&manifest, bytes).unwrap();
            return "another version".to_owned();
        }
        6 => {
            std::fs::remove_file(&one).unwrap();
            return format!("{} removed", one.display());
        }
        _ => {
            let at = below(len);
            bytes[at] ^= 1 << below(8);
            "bent"
        }
    };
    std::fs::write(&one, bytes).unwrap();
    format!("{} {how}", one.display())
}

/// Everything below a folder but one part of it, with its content.
fn tree(folder: &Path, but: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for path in std::fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path != but) {
            if path.is_dir() { open.push(path) } else { found.push((path.clone(), std::fs::read(&path).unwrap())) }
        }
    }
    found.sort_unstable();
    found
}

fn copy(from: &Path, to: &Path) {
    drop(std::fs::remove_dir_all(to));
    let copied = std::process::Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap();
    assert!(copied.success());
}

#[test]
fn a_hostile_backup_is_refused_and_nothing_is_written() {
    let mut desk = Desk::new(21);
    let store = desk.filled(60);
    new_file(&store, 20_000);
    desk.back_up(&store);
    drop(store);
    let kept = desk.site.data.with_file_name("kept");
    std::fs::rename(&desk.shelf, &kept).unwrap();
    let whole = desk.site.data.parent().unwrap().to_owned();
    let before = tree(&whole, &desk.shelf);
    let mut dice = Dice::new(0xB5);
    for round in 0..rounds(50, 10_000) {
        copy(&kept, &desk.shelf);
        let how = harm(&desk, &mut dice);
        if tree(&desk.shelf, &kept).iter().map(|(_, bytes)| bytes).eq(tree(&kept, &kept).iter().map(|(_, bytes)| bytes))
        {
            continue;
        }
        let refused = desk.prove().expect_err(&format!("round {round}: {how}"));
        assert!(!matches!(refused, StoreError::Io { .. }), "round {round}: {how}: {refused} names no remedy");
        assert!(desk.restore(&desk.elsewhere(), None).is_err(), "round {round}: {how}");
        assert!(!desk.elsewhere().exists(), "round {round}: {how}");
        assert!(tree(&whole, &desk.shelf) == before, "round {round}: {how}: something was written");
    }
}

#[test]
fn names_that_lead_out_of_the_folder_are_no_backups() {
    let mut desk = Desk::new(22);
    let store = desk.filled(5);
    let made = desk.back_up(&store);
    let manifest = std::fs::read(desk.shelf.join(&made.name)).unwrap();
    for name in ["tessera-..%2f..%2fevil.backup", "tessera-99999999-999999-999.backup", "..backup", "tessera-.backup"] {
        std::fs::write(desk.shelf.join(name), &manifest).unwrap();
    }
    std::fs::create_dir(desk.shelf.join("tessera-20991124-034512-019.backup")).unwrap();
    assert_eq!(restore::choose(&desk.folder(), None).unwrap(), made.name);
}

/// Commits until it is told to stop, never more than `limit`, so that the tests end on a slow machine, too.
struct Load {
    stop: AtomicBool,
    acknowledged: AtomicU64,
    limit: AtomicU64,
}

impl Load {
    fn run(&self, store: &Store, mut dice: Dice) {
        while !self.stop.load(Ordering::Acquire) {
            if store.head() >= self.limit.load(Ordering::Acquire) {
                std::thread::yield_now();
                continue;
            }
            let seqs = store.commit(&[random_commit(&mut dice), random_commit(&mut dice)]).unwrap();
            self.acknowledged.store(seqs[1], Ordering::Release);
        }
    }
}

#[test]
fn a_plain_copy_of_a_live_directory_has_everything_acknowledged_before_or_is_refused() {
    let desk = Desk::new(23);
    let store = desk.site.create();
    let load = Load { stop: AtomicBool::new(false), acknowledged: AtomicU64::new(0), limit: AtomicU64::new(0) };
    let (mut whole, mut refused) = (0, 0);
    std::thread::scope(|scope| {
        scope.spawn(|| load.run(&store, Dice::new(0xC0)));
        for round in 0..rounds(25, 200) {
            let before = load.acknowledged.load(Ordering::Acquire);
            load.limit.store(before + GROWTH_MAX, Ordering::Release);
            let to = desk.site.data.with_file_name("hot");
            drop(std::fs::remove_dir_all(&to));
            // Files that vanish meanwhile are what a person's copy would complain of, too.
            drop(std::process::Command::new("cp").arg("-a").arg(&desk.site.data).arg(&to).output().unwrap());
            match open(&to, &desk.site.key) {
                Ok((copy, opened)) => {
                    whole += 1;
                    assert!(opened.head >= before, "round {round}: {before} acknowledged, {opened:?}");
                    let from = before.saturating_sub(GROWTH_MAX);
                    let both = copy.log(from).zip(store.log(from)).map(|(one, other)| (one.unwrap(), other.unwrap()));
                    assert!(both.into_iter().all(|(one, other)| one == other), "round {round}");
                    assert_eq!(copy.verify().unwrap().findings, [], "round {round}");
                }
                Err(error) => {
                    refused += 1;
                    assert!(!matches!(error, StoreError::Io { .. }), "round {round}: {error} names no remedy");
                    assert!(error.to_string().lines().count() == 1, "round {round}: {error}");
                }
            }
        }
        load.stop.store(true, Ordering::Release);
    });
    println!("{whole} copies opened whole, {refused} were refused");
}

#[test]
fn a_plain_copy_of_a_stopped_directory_is_a_valid_backup() {
    let mut desk = Desk::new(24);
    let store = desk.filled(30);
    let id = new_file(&store, 70_000);
    let expected = everything(&store, u64::MAX);
    store.close().unwrap();
    let to = desk.site.data.with_file_name("cold");
    copy(&desk.site.data, &to);
    let (copied, opened) = open(&to, &desk.site.key).unwrap();
    assert_eq!((opened.rebuilt, opened.replayed), (None, 0));
    assert!(everything(&copied, u64::MAX) == expected);
    assert_eq!(copied.blobs().get(id).unwrap().bytes(), 70_000);
    assert_eq!(copied.verify().unwrap().findings, []);
}
