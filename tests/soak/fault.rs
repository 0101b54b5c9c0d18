//! Calls that fail. Each write, flush, rename, creation and removal in the data directory fails once, and from then on, in a run of
//! its own: the store says so or is not affected, and never acknowledges what it did not make durable.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use tessera::crypt::error::KeyError;
use tessera::crypt::key_ring::KeyRing;
use tessera::crypt::password::Cost;
use tessera::crypt::slot::Opener;
use tessera::model::id::ContentId;
use tessera::model::time::Timestamp;
use tessera::store::Store;
use tessera::store::codec::Commit;
use tessera::store::error::StoreError;
use tessera::store::options::Options;

use super::scale;
use super::trace::{self, Harm, Point};
use crate::crash::{commit_of, file_of};
use crate::ledger::{self, Everything, Site, everything};

const DATA: &str = "TESSERA_FAULT_DATA";
const KEY: &str = "TESSERA_FAULT_KEY";
const SEED: &str = "TESSERA_FAULT_SEED";
/// Where the history ends; in its middle the store is closed and opened.
const END: u64 = 24;
/// Changes after which a file is stored.
const FILES: [u64; 3] = [8, 16, 24];
/// Threads take turns, and sled names a snapshot after a place that differs from run to run: not every try meets its point.
const TRIES: usize = 3;
/// Longer than any of them takes.
const PATIENCE_S: &str = "120";
/// What `timeout` ends with then.
const TIMED_OUT: i32 = 124;
/// Cases that run at the same time.
const HANDS: usize = 2;

#[test]
fn no_failing_call_leads_to_a_false_acknowledgement() {
    if let Some(ended) = as_child() {
        return ended;
    }
    let seed = scale::seed(0xE10);
    if let Err(why) = trace::allowed() {
        return scale::skip("failing calls", &why);
    }
    let history = History::new(seed);
    let mut cases = Vec::new();
    for point in history.points(trace::CHANGES) {
        cases.extend([(point.clone(), Harm::Once), (point, Harm::ForGood)]);
    }
    if scale::is_large() {
        cases.extend(history.points(trace::LOOKS).into_iter().map(|point| (point, Harm::Once)));
    }
    let figures = history.run(&cases);
    scale::figure("failing calls", seed, &figures);
}

/// One deterministic life of a store, from nothing to its end; cut short anywhere, it can be taken up again.
pub struct History {
    seed: u64,
    /// What the run that nothing happened to came to.
    uncut: Everything,
}

/// How the cases of one sweep came out.
#[derive(Default)]
pub struct Figures {
    cases: u64,
    /// The call was not made that often in any of the tries: threads take turns.
    missed: Vec<String>,
    /// The store said so.
    said: u64,
    /// It went on, and rightly: by call and file.
    absorbed: BTreeMap<String, u64>,
    killed: u64,
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { cases, missed, said, absorbed, killed } = self;
        write!(f, "{cases} cases: 0 false acknowledgements, 0 lost; ")?;
        if *killed > 0 {
            write!(f, "{killed} killed there and equal to the uncut run afterwards; ")?;
        } else {
            write!(f, "{said} said and stopped, {} absorbed; ", absorbed.values().sum::<u64>())?;
        }
        write!(f, "{} not reached", missed.len())?;
        if missed.is_empty() { Ok(()) } else { write!(f, ": {}", missed.join(", ")) }
    }
}

/// What a child said.
struct Heard {
    acknowledged: u64,
    stored: Vec<u64>,
    failed: Option<String>,
    is_done: bool,
}

impl History {
    pub fn new(seed: u64) -> Self {
        let site = Site::new();
        work(&site.data, &site.key, seed, &mut |_| ()).unwrap();
        Self { seed, uncut: all_of(&site).unwrap() }
    }

    /// Where a run can be harmed.
    pub fn points(&self, calls: &str) -> Vec<Point> {
        let site = Site::new();
        let log = site.data.with_file_name("trace");
        let heard = self.child(&site, trace::watching(calls, &log));
        assert!(heard.is_done, "{:?}", heard.failed);
        let points = trace::points(&std::fs::read_to_string(log).unwrap(), &site.data);
        assert!(points.len() > 50, "the watched run was seen: {points:?}");
        points
    }

    pub fn run(&self, cases: &[(Point, Harm)]) -> Figures {
        let (next, figures) = (AtomicUsize::new(0), Mutex::new(Figures::default()));
        std::thread::scope(|scope| {
            for _ in 0..HANDS {
                scope.spawn(|| {
                    while let Some((point, harm)) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                        self.case(point, *harm, &figures);
                    }
                });
            }
        });
        let figures = figures.into_inner().unwrap();
        assert!(figures.missed.len() * 5 < cases.len(), "the harm was done: {figures}");
        figures
    }

    fn case(&self, point: &Point, harm: Harm, figures: &Mutex<Figures>) {
        let case = format!("{point} {harm:?}");
        let once = || {
            let site = Site::new();
            let log = site.data.with_file_name("trace");
            let heard = self.child(&site, trace::harming(point, harm, (&site.data, &log)));
            (site, heard, trace::is_done(&std::fs::read_to_string(log).unwrap()))
        };
        let (mut site, mut heard, mut is_harmed) = once();
        for _ in 1..TRIES {
            if !is_harmed {
                (site, heard, is_harmed) = once();
            }
        }
        let figures = || figures.lock().unwrap();
        figures().cases += 1;
        if !is_harmed {
            assert!(heard.is_done, "{case}: {:?}", heard.failed);
            figures().missed.push(case.clone());
        } else if harm == Harm::Kill {
            assert!(!heard.is_done, "{case}");
            figures().killed += 1;
        } else if heard.is_done {
            assert!(!must_be_said(point), "{case}: nobody said so");
            *figures().absorbed.entry(format!("{} {}", point.file.display(), point.call)).or_default() += 1;
        } else {
            assert!(heard.failed.is_some(), "{case}: it ended without a word");
            figures().said += 1;
        }
        self.judge(&case, &site, &heard);
    }

    /// What was acknowledged is there; and taken up again, the history comes to what it came to uncut.
    fn judge(&self, case: &str, site: &Site, heard: &Heard) {
        match site.try_open() {
            Ok((store, _)) => {
                assert!(store.head() >= heard.acknowledged, "{case}: the log ends at {}", store.head());
                for entry in store.log(1).map(|entry| entry.unwrap_or_else(|error| panic!("{case}: {error}"))) {
                    assert!(entry.commit == commit_of(self.seed, entry.seq), "{case}: change {}", entry.seq);
                }
                for seq in &heard.stored {
                    let bytes = file_of(*seq);
                    let found = ledger::whole(&store, ledger::place_of(&store, &bytes));
                    assert!(found.is_ok_and(|found| found == bytes), "{case}: file {seq}");
                }
            }
            Err(error) => {
                let is_absent = matches!(error, StoreError::Absent(_) | StoreError::Key(KeyError::Absent(_)));
                assert!(is_absent && heard.acknowledged == 0, "{case}: {error}");
            }
        }
        work(&site.data, &site.key, self.seed, &mut |_| ())
            .unwrap_or_else(|error| panic!("{case}, afterwards: {error}"));
        let now = all_of(site).unwrap_or_else(|error| panic!("{case}, afterwards: {error}"));
        assert!(now == self.uncut, "{case}: afterwards it is not what it is uncut");
    }

    fn child(&self, site: &Site, tracer: Vec<std::ffi::OsString>) -> Heard {
        let output = Command::new("timeout")
            .arg(PATIENCE_S)
            .args(tracer)
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "soak::fault::no_failing_call_leads_to_a_false_acknowledgement", "--nocapture"])
            .env(DATA, &site.data)
            .env(KEY, &site.key)
            .env(SEED, self.seed.to_string())
            .output()
            .unwrap();
        assert_ne!(output.status.code(), Some(TIMED_OUT), "it hangs: {}", site.data.display());
        let mut heard = Heard { acknowledged: 0, stored: Vec::new(), failed: None, is_done: false };
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            match line.split_once(' ') {
                Some(("acknowledged", seq)) => heard.acknowledged = seq.parse().unwrap(),
                Some(("stored", seq)) => heard.stored.push(seq.parse().unwrap()),
                Some(("failed", why)) => heard.failed = Some(why.to_owned()),
                Some(("done", _)) => heard.is_done = true,
                _ => {}
            }
        }
        let noise = String::from_utf8_lossy(&output.stderr);
        heard.failed = heard.failed.or_else(|| noise.contains("panicked").then(|| noise.into_owned()));
        heard
    }
}

/// Before an acknowledgement there is no way around these.
fn must_be_said(point: &Point) -> bool {
    let is_journal = point.file.starts_with("journal") && point.file.extension().is_some_and(|ext| ext == "journal");
    let is_blob = point.file.starts_with("blobs");
    (is_journal || is_blob) && ["pwrite64", "fdatasync", "fsync", "rename"].contains(&point.call.as_str())
}

fn all_of(site: &Site) -> Result<Everything, StoreError> {
    let (store, _) = site.try_open()?;
    let files: Vec<ContentId> = FILES.iter().map(|seq| ledger::place_of(&store, &file_of(*seq))).collect();
    everything(&store, &files)
}

/// Does what a child does, when this is one.
fn as_child() -> Option<()> {
    let named = |name| std::env::var(name).ok();
    let (data, key, seed) = (named(DATA)?, named(KEY)?, named(SEED)?);
    // The harness may have left its line open.
    println!();
    match work(data.as_ref(), key.as_ref(), seed.parse().unwrap(), &mut |said| println!("{said}")) {
        Ok(()) => println!("done ."),
        Err(error) => println!("failed {error}"),
    }
    Some(())
}

fn work(data: &Path, key: &Path, seed: u64, say: &mut dyn FnMut(String)) -> Result<(), StoreError> {
    let mut store = open_or_make(data, key)?;
    let mut is_reopened = store.head() >= END / 2;
    loop {
        for seq in FILES.into_iter().filter(|seq| *seq <= store.head()) {
            let bytes = file_of(seq);
            let content = ledger::place_of(&store, &bytes);
            if matches!(store.blobs().get(content), Err(StoreError::FileUnknown(_))) {
                store.blobs().put(Timestamp(1), &mut bytes.as_slice())?;
                say(format!("stored {seq}"));
            }
        }
        let next = store.head() + 1;
        if next > END {
            store.checkpoint()?;
            return store.close();
        }
        if next > END / 2 && !is_reopened {
            store.close()?;
            store = ledger::open(data, key)?.0;
            is_reopened = true;
        }
        let group: Vec<Commit> = (next..=END.min(next + next % 3)).map(|seq| commit_of(seed, seq)).collect();
        let done = store.commit(&group);
        if matches!(done, Err(StoreError::Stopped(_))) {
            assert!(matches!(store.commit(&group), Err(StoreError::Stopped(_))), "a stopped store accepts nothing");
        }
        say(format!("acknowledged {}", done?.last().unwrap()));
    }
}

/// As the appliance does on its first start, also when an earlier first start was cut short.
pub fn open_or_make(data: &Path, key: &Path) -> Result<Store, StoreError> {
    match ledger::open(data, key) {
        Err(StoreError::Key(KeyError::Absent(_)) | StoreError::Absent(_)) => {}
        other => return other.map(|(store, _)| store),
    }
    let openers = [Opener::KeyFile(key.to_owned())];
    std::fs::create_dir_all(data).map_err(|source| KeyError::Io { doing: "making", path: data.to_owned(), source })?;
    let ring = match KeyRing::open(data, &openers) {
        Err(KeyError::Absent(_)) => KeyRing::create(data, &openers, Cost::LEAST)?,
        other => other?,
    };
    Store::create(data, &Arc::new(ring), &Options::SMALL)
}
