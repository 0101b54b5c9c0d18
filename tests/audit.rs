//! The audit chain: whichever entry is bent, taken away, doubled or moved, the first wrong one is named.

use std::path::{Path, PathBuf};

use tessera::crypt::key_ring::KeyRing;
use tessera::store::audit::{Audited, audit};

use crate::ledger::{Dice, Site, random_commit};

const PAGE: usize = 4096;
const CASES: u64 = 200;

/// One entry as it lies in its segment.
#[derive(Clone)]
struct Frame {
    seq: u64,
    file: PathBuf,
    at: usize,
    len: usize,
}

/// A closed store with a few segments.
fn closed() -> (Site, Vec<Frame>) {
    let (site, mut dice) = (Site::new(), Dice::new(41));
    let store = site.create();
    for _ in 0..60 {
        store.commit(&[random_commit(&mut dice), random_commit(&mut dice)]).unwrap();
    }
    store.close().unwrap();
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(site.data.join("journal")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ext| ext == "journal"));
    files.sort();
    assert!(files.len() > 2);
    (site, files.iter().flat_map(|file| frames(file)).collect())
}

/// `magic u32 | length u32 | seq u64 | ..`, from the second page on.
fn frames(file: &Path) -> Vec<Frame> {
    let bytes = std::fs::read(file).unwrap();
    let (mut found, mut at) = (Vec::new(), PAGE);
    while at + 32 <= bytes.len() && bytes[at..at + 4] != [0; 4] {
        let len = 32 + u32::from_be_bytes(bytes[at + 4..at + 8].try_into().unwrap()) as usize;
        let seq = u64::from_be_bytes(bytes[at + 8..at + 16].try_into().unwrap());
        found.push(Frame { seq, file: file.to_owned(), at, len });
        at += len;
    }
    found
}

fn audited(site: &Site) -> Audited {
    let ring = KeyRing::open(&site.data, &site.openers()).unwrap();
    audit(&site.data, &ring, &mut |_, _| Ok(())).unwrap()
}

/// Bends the file, looks, and puts it back.
fn with(site: &Site, file: &Path, bend: impl FnOnce(&mut Vec<u8>)) -> Audited {
    let whole = std::fs::read(file).unwrap();
    let mut bent = whole.clone();
    bend(&mut bent);
    std::fs::write(file, bent).unwrap();
    let found = audited(site);
    std::fs::write(file, whole).unwrap();
    found
}

#[track_caller]
fn names(found: &Audited, frame: &Frame) {
    let wrong = found.wrong.as_ref().unwrap_or_else(|| panic!("entry {} is bent and nobody says so", frame.seq));
    assert_eq!((wrong.seq, &wrong.file, wrong.at), (frame.seq, &frame.file, frame.at as u64), "{}", wrong.what);
    assert_eq!(found.entries, frame.seq - 1);
}

#[test]
fn a_sound_log_is_followed_to_its_end_while_it_is_written_too() {
    let (site, frames) = closed();
    let found = audited(&site);
    assert_eq!((found.entries, &found.wrong), (frames.len() as u64, &None));
    let (store, _) = site.open();
    store.commit(&[random_commit(&mut Dice::new(42))]).unwrap();
    let live = audited(&site);
    assert_eq!((live.entries, live.wrong), (frames.len() as u64 + 1, None));
    assert_ne!(live.link, found.link);
}

#[test]
fn the_first_entry_that_was_bent_removed_doubled_or_swapped_is_named() {
    let (site, frames) = closed();
    let mut dice = Dice::new(0xA0D1);
    for case in 0..CASES {
        let frame = &frames[usize::try_from(dice.below(frames.len() as u64)).unwrap()];
        let range = frame.at..frame.at + frame.len;
        let next = frames.iter().find(|next| next.seq == frame.seq + 1 && next.file == frame.file);
        let found = match (case % 4, next) {
            (1, Some(_)) => with(&site, &frame.file, |bytes| drop(bytes.drain(range))),
            (2, Some(next)) => {
                // What follows a doubled entry is no longer the next one.
                let copy = with(&site, &frame.file, |bytes| {
                    let copy = bytes[range.clone()].to_vec();
                    bytes.splice(range.end..range.end, copy);
                });
                names(&copy, next);
                continue;
            }
            (3, Some(next)) => with(&site, &frame.file, |bytes| {
                let other = bytes[next.at..next.at + next.len].to_vec();
                let own = bytes[range.clone()].to_vec();
                bytes.splice(range.start..next.at + next.len, [other, own].concat());
            }),
            _ => {
                let at = frame.at + usize::try_from(dice.below(frame.len as u64)).unwrap();
                with(&site, &frame.file, |bytes| bytes[at] ^= 1 << dice.below(8))
            }
        };
        names(&found, frame);
    }
}

#[test]
fn a_log_that_was_cut_short_misses_its_first_missing_entry() {
    let (site, frames) = closed();
    let last = frames.last().unwrap().clone();
    let cut = with(&site, &last.file, |bytes| bytes.truncate(last.at));
    names(&cut, &last);
    let first_of_last = frames.iter().find(|frame| frame.file == last.file).unwrap().clone();
    let aside = last.file.with_extension("aside");
    std::fs::rename(&last.file, &aside).unwrap();
    let found = audited(&site);
    std::fs::rename(&aside, &last.file).unwrap();
    let wrong = found.wrong.expect("a segment is missing");
    assert_eq!((wrong.seq, wrong.file), (first_of_last.seq, last.file));
}
