//! Killing the store at any moment. A child of this very test binary commits and says on its standard output what was
//! acknowledged; after it is killed, all of that must be there.

use std::io::{BufRead, BufReader, Read, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use tessera::model::id::{FileId, UploadId, UserId};
use tessera::model::time::Timestamp;
use tessera::model::value::File;
use tessera::store::Store;
use tessera::store::codec::Commit;
use tessera::store::unfinished::Whose;

use crate::ledger::{self, Dice, Site, random_commit};
use crate::soak::scale;

const DATA: &str = "TESSERA_CRASH_DATA";
const KEY: &str = "TESSERA_CRASH_KEY";
const SEED: &str = "TESSERA_CRASH_SEED";
/// Changes between two stored files.
const FILE_EVERY: u64 = 8;

/// What the history with this seed has at `seq`. A child picks up where the log ends.
pub fn commit_of(seed: u64, seq: u64) -> Commit {
    random_commit(&mut Dice::new(seed << 32 | seq))
}

/// What the file that came with `seq` holds.
pub fn file_of(seq: u64) -> Vec<u8> {
    let len = 1 + seq.wrapping_mul(7_919) % 150_000;
    (0..len).map(|at| (at ^ seq).to_le_bytes()[0]).collect()
}

#[test]
fn nothing_acknowledged_is_lost_by_a_kill() {
    if let (Ok(data), Ok(key), Ok(seed)) = (std::env::var(DATA), std::env::var(KEY), std::env::var(SEED)) {
        return commit_until_killed(&data, &key, seed.parse().unwrap());
    }
    let (kills, seed) = (scale::rounds(50, 2_000), scale::seed(0xC0DE));
    let (mut site, mut dice, mut checked) = (Site::new(), Dice::new(seed), Checked::default());
    drop(site.create());
    let mut before = 0;
    for round in 0..kills {
        // A journal that grew over a hundred kills has shown what it can.
        if round % 100 == 99 {
            (site, before) = (Site::new(), before + checked.head);
            checked = Checked::default();
            drop(site.create());
        }
        // Some kills hit the start itself.
        let acks_wanted = if round % 5 == 4 { 0 } else { 1 + dice.below(40) };
        let mut worker = Worker::start(&site.data, &site.key, seed);
        worker.hear(acks_wanted);
        std::thread::sleep(Duration::from_micros(dice.below(20_000)));
        let said = worker.kill();
        let (store, opened) = site.open();
        assert_eq!(opened.rebuilt, None, "round {round}");
        checked.go_on(&store, seed, &said);
        assert_eq!(std::fs::read_dir(site.data.join("blobs/incoming")).unwrap().count(), 0, "round {round}");
        if round % 10 == 9 {
            assert_eq!(store.verify().unwrap().findings, [], "round {round}");
        }
    }
    let all = before + checked.head;
    scale::figure("kills of the store", seed, &format_args!("{kills} kills, {all} changes: 0 missing, 0 torn"));
}

/// What a worker has said so far.
#[derive(Debug, Default)]
pub struct Said {
    /// The last change.
    pub acknowledged: u64,
    /// Every file, by the change it came with.
    pub stored: Vec<u64>,
}

/// What was found to be there, over many openings of one store.
#[derive(Default)]
pub struct Checked {
    pub head: u64,
}

impl Checked {
    /// Everything said is there, and everything there is what the history has.
    pub fn go_on(&mut self, store: &Store, seed: u64, said: &Said) {
        assert!(store.head() >= said.acknowledged, "{said:?}, but the log ends at {}", store.head());
        for entry in store.log(self.head + 1).map(Result::unwrap) {
            self.head += 1;
            assert!((entry.seq, entry.commit) == (self.head, commit_of(seed, self.head)), "change {}", self.head);
        }
        assert_eq!(self.head, store.head());
        for seq in &said.stored {
            let bytes = file_of(*seq);
            assert!(ledger::whole(store, ledger::place_of(store, &bytes)).unwrap() == bytes, "{seq}");
        }
    }
}

/// A child that commits until it is killed.
pub struct Worker {
    child: Child,
    lines: BufReader<ChildStdout>,
    said: Said,
}

impl Worker {
    pub fn start(data: &Path, key: &Path, seed: u64) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "crash::nothing_acknowledged_is_lost_by_a_kill", "--nocapture"])
            .env(DATA, data)
            .env(KEY, key)
            .env(SEED, seed.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, lines, said: Said::default() }
    }

    /// Waits until it has acknowledged that many groups.
    pub fn hear(&mut self, groups: u64) {
        let mut line = String::new();
        let mut heard = 0;
        while heard < groups && self.lines.read_line(&mut line).unwrap() > 0 {
            heard += u64::from(line.trim().starts_with("acknowledged "));
            self.said.take(&line);
            line.clear();
        }
    }

    /// As far as it was heard.
    pub const fn said(&self) -> &Said {
        &self.said
    }

    /// Kills it; gives all that it has said.
    pub fn kill(mut self) -> Said {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let mut rest = String::new();
        self.lines.read_to_string(&mut rest).unwrap();
        // The kill may cut the last line short; a cut number would be another number.
        let whole = rest.rsplit_once('\n').map_or("", |(whole, _)| whole);
        whole.lines().for_each(|line| self.said.take(line));
        self.said
    }
}

impl Said {
    fn take(&mut self, line: &str) {
        match line.trim().split_once(' ') {
            Some(("acknowledged", seq)) => self.acknowledged = seq.parse().unwrap(),
            Some(("stored", seq)) => self.stored.push(seq.parse().unwrap()),
            _ => {}
        }
    }
}

/// At once, or in pieces, of which a kill leaves some behind.
fn bring(store: &Store, seq: u64) {
    let (blobs, bytes, now) = (store.blobs(), file_of(seq), Timestamp(1));
    if seq.is_multiple_of(2 * FILE_EVERY) {
        blobs.put(now, &mut bytes.as_slice()).unwrap();
        return;
    }
    let id = u128::from(seq);
    let (name, media) = ("note.txt".to_owned(), "text/plain".to_owned());
    let file = File { id: FileId::from_u128(id), name, bytes: bytes.len() as u64, media };
    let whose = Whose { user: UserId::from_u128(1), upload: UploadId::from_u128(id) };
    blobs.announce(whose, file, now).unwrap();
    let mut offset = 0;
    for piece in bytes.chunks(40_000) {
        blobs.append(whose, offset, piece, now).unwrap();
        offset += piece.len() as u64;
    }
}

fn commit_until_killed(data: &str, key: &str, seed: u64) {
    let (store, opened) = ledger::open(data.as_ref(), key.as_ref()).unwrap();
    let mut dice = Dice::new(seed ^ opened.head);
    let mut out = std::io::stdout();
    // Bounded, so that a child whose parent died does not run for ever.
    for _ in 0..2_000 {
        let next = store.head() + 1;
        let group: Vec<Commit> = (next..=next + dice.below(6)).map(|seq| commit_of(seed, seq)).collect();
        let last = *store.commit(&group).unwrap().last().unwrap();
        writeln!(out, "acknowledged {last}").unwrap();
        out.flush().unwrap();
        if last % FILE_EVERY == 0 {
            bring(&store, last);
            writeln!(out, "stored {last}").unwrap();
            out.flush().unwrap();
        }
    }
}
