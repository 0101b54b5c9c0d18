//! sled 0.34.7, driven so that its known faults cannot reach the data: the journal has everything, so rows here may lag,
//! but they must never lie. Refuses values that sled would put into files it does not sync, and turns its panics into
//! errors.

use std::fs::File;
use std::ops::Bound;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::{Batch, Failure, VALUE_BYTES_MAX};

/// The name under which sled keeps its pages.
pub const FILE_NAME: &str = "db";

const LOCK_REST: Duration = Duration::from_secs(10);
const LOCK_LOOK: Duration = Duration::from_millis(5);
const FLUSH_LOOK: Duration = Duration::from_secs(1);

pub struct Backend {
    db: sled::Db,
    /// A second handle on the pages, because `flush` alone does not make them durable.
    pages: File,
}

impl Backend {
    /// Opens or makes the rows in `dir`. A snapshot that was never finished is removed first: sled would take it for one.
    pub fn open(dir: &Path, cache_bytes: u64) -> Result<Self, Failure> {
        std::fs::create_dir_all(dir)?;
        for entry in std::fs::read_dir(dir)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "generating") {
                std::fs::remove_file(path)?;
            }
        }
        let config = sled::Config::default().path(dir).cache_capacity(cache_bytes).mode(sled::Mode::LowSpace);
        let db = contained(|| unlocked(|| config.open()))?;
        let pages = File::open(dir.join(FILE_NAME))?;
        Ok(Self { db, pages })
    }

    pub fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Failure> {
        Ok(contained(|| self.db.get(key))?.map(|value| value.to_vec()))
    }

    /// # Panics
    /// When a value is longer than `VALUE_BYTES_MAX`.
    pub fn apply(&self, batch: Batch) -> Result<(), Failure> {
        let mut merged = sled::Batch::default();
        for (key, value) in batch {
            match value {
                Some(value) => {
                    assert!(value.len() <= VALUE_BYTES_MAX, "long values are cut into parts before they come here");
                    merged.insert(key, value);
                }
                None => merged.remove(key),
            }
        }
        contained(|| self.db.apply_batch(merged))
    }

    /// Ascending. Not a snapshot: rows that change meanwhile appear old or new.
    pub fn range(&self, from: Bound<Vec<u8>>, to: Bound<Vec<u8>>) -> Range {
        Range(self.db.range::<Vec<u8>, _>((from, to)))
    }

    /// Everything applied so far is durable when it returns.
    pub fn sync(&self) -> Result<(), Failure> {
        self.flush()?;
        Ok(self.pages.sync_data()?)
    }

    /// When a write fails while `flush` waits for it, sled may tell nobody, and `flush` would wait for ever. The next one finds the
    /// failure and wakes those who wait; on a slow disk it waits beside them.
    fn flush(&self) -> Result<(), Failure> {
        let (tell, told) = mpsc::channel();
        let mut patience = FLUSH_LOOK;
        loop {
            let (db, tell) = (self.db.clone(), tell.clone());
            // Nobody listens to those that come after the first answer.
            let flush = move || drop(tell.send(contained(|| db.flush())));
            std::thread::Builder::new().name("rows-flush".to_owned()).spawn(flush)?;
            if let Ok(flushed) = told.recv_timeout(patience) {
                return flushed.map(drop);
            }
            patience *= 2;
        }
    }
}

/// Bytes that are shared with the page they stand on.
pub type Bytes = sled::IVec;

pub struct Range(sled::Iter);

impl Iterator for Range {
    type Item = Result<(Bytes, Bytes), Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        contained(|| self.0.next().transpose()).transpose()
    }
}

/// Whoever opens holds the data directory's own lock, so a lock on the pages is only the rest of a store that this process has just
/// closed: sled's threads let go of it a little later.
fn unlocked(open: impl Fn() -> Result<sled::Db, sled::Error>) -> Result<sled::Db, sled::Error> {
    let began = Instant::now();
    loop {
        match open() {
            Err(sled::Error::Io(error)) if is_lock(&error) && began.elapsed() < LOCK_REST => {
                std::thread::sleep(LOCK_LOOK);
            }
            other => return other,
        }
    }
}

/// sled wraps the system's answer into a sentence of its own.
fn is_lock(error: &std::io::Error) -> bool {
    error.to_string().contains("could not acquire lock")
}

/// sled panics where it meets damage; whoever holds the rows then rebuilds them or stops.
fn contained<T>(work: impl FnOnce() -> Result<T, sled::Error>) -> Result<T, Failure> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(|error| Failure(error.to_string())),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
            Err(Failure(text.unwrap_or("it panicked").to_owned()))
        }
    }
}
