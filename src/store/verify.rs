//! Reads everything back and compares. Refuses nothing: what it finds is a report, for the caller to act on.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Bound;
use std::path::PathBuf;
use std::time::Instant;

use super::Store;
use super::diary::{self, Scrubbed};
use super::error::StoreError;
use super::journal::segment::Tip;
use super::journal::walk::Walk;
use super::key::NAMESPACES;
use super::sum;
use crate::crypt::key_ring::Purpose;
use crate::model::id::FileId;

/// What was read, and what did not fit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    pub commits: u64,
    pub rows: u64,
    pub files: u64,
    pub findings: Vec<Finding>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file, where one can be named.
    pub file: Option<PathBuf>,
    pub what: String,
}

/// Asked between two steps of a long reading.
pub type IsOver<'a> = &'a (dyn Fn() -> bool + Sync);

/// One step of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Of the journal or of a stored file.
    Bytes(u64),
    Row,
    /// Adding up rows that were told already.
    Sum,
}

/// Told about every step; an error ends the reading.
pub(super) type OnStep<'a> = &'a mut dyn FnMut(Step) -> Result<(), StoreError>;

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.file {
            Some(file) => write!(f, "{}: {}", file.display(), self.what),
            None => f.write_str(&self.what),
        }
    }
}

/// Of a thread that is in nobody's way.
const NICE_LEAST: i32 = 19;
/// Comparisons that commits may disturb before they are made to wait.
const TRIES_FREE: u32 = 3;

impl Store {
    /// Reads everything at the lowest priority and writes down how it went. Sound rows are saved, where there is room and commits
    /// pause for long enough. Takes as long as it takes.
    ///
    /// # Errors
    /// - `Stopped`: `is_over` became true meanwhile.
    pub fn scrub(&self, is_over: IsOver<'_>) -> Result<Scrubbed, StoreError> {
        let (at, began) = (diary::now(), Instant::now());
        let report = std::thread::scope(|scope| {
            let work = || {
                // Where it is not allowed, it is only a little more in the way.
                let _ = rustix::process::nice(NICE_LEAST);
                let over = || StoreError::Stopped("the reading was called off".to_owned());
                let report = self.verify_telling(&mut |_| if is_over() { Err(over()) } else { Ok(()) })?;
                if report.findings.is_empty() {
                    self.core.save_rows()?;
                }
                Ok(report)
            };
            let thread = std::thread::Builder::new().name("store-scrub".to_owned()).spawn_scoped(scope, work);
            let thread = thread.map_err(StoreError::io("starting to read through", &self.core.dir))?;
            thread.join().unwrap_or_else(|_| Err(StoreError::Rows("reading through it failed".to_owned())))
        })?;
        let Report { commits, rows, files, findings } = report;
        let took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let findings = findings.iter().map(ToString::to_string).collect();
        let scrubbed = Scrubbed { at, took_ms, commits, rows, files, findings };
        self.core.note(|diary| diary.scrubbed = Some(scrubbed.clone()));
        Ok(scrubbed)
    }

    /// Reads the whole journal, every row and every stored file while the store runs. Commits wait only if they never pause.
    pub fn verify(&self) -> Result<Report, StoreError> {
        self.verify_telling(&mut |_| Ok(()))
    }

    pub(super) fn verify_telling(&self, on_step: OnStep<'_>) -> Result<Report, StoreError> {
        self.core.fold()?;
        let mut report = Report::default();
        report.commits = self.verify_journal(&mut report.findings, on_step)?;
        for ns in NAMESPACES {
            for row in self.scan(ns, Bound::Unbounded) {
                on_step(Step::Row)?;
                report.rows += 1;
                note(row.map(drop), &mut report.findings)?;
            }
        }
        note(self.verify_sums(on_step), &mut report.findings)?;
        report.files = self.verify_contents(&mut report.findings, on_step)?;
        Ok(report)
    }

    /// Names every file that a damaged one stands for.
    fn verify_contents(&self, findings: &mut Vec<Finding>, on_step: OnStep<'_>) -> Result<u64, StoreError> {
        let (contents, mut damaged) = (self.blobs.list()?, BTreeMap::new());
        for content in &contents {
            let mut on_bytes = |bytes| on_step(Step::Bytes(bytes));
            match self.blobs.get(*content).and_then(|blob| blob.prove(&mut on_bytes)) {
                Err(StoreError::Damaged { file, what, .. }) => drop(damaged.insert(*content, (file, what))),
                other => note(other, findings)?,
            }
        }
        if damaged.is_empty() {
            return Ok(contents.len() as u64);
        }
        let users = self.files_of(damaged.keys().copied());
        for (content, (file, what)) in damaged {
            let used = match &users {
                Ok(users) => used_by(&users[&content]),
                // The row itself was found already.
                Err(_) => "which files use it cannot be read".to_owned(),
            };
            findings.push(Finding { file: Some(file), what: format!("{what}; {used}") });
        }
        Ok(contents.len() as u64)
    }

    fn verify_journal(&self, findings: &mut Vec<Finding>, on_step: OnStep<'_>) -> Result<u64, StoreError> {
        let head = self.head();
        let chain = self.core.ring.derived(Purpose::Chain);
        let segments = self.core.segments.read().expect("no holder panics").clone();
        let mut tip = Tip::START;
        for (at, segment) in segments.iter().enumerate() {
            let last = segments.get(at + 1).map_or(head, |next| next.start().seq).min(head);
            let mut walk = Walk::from_start(segment, &chain)?;
            let mut damaged = (segment.start() != tip).then(|| "it does not follow the one before it".to_owned());
            while damaged.is_none() && tip.seq < last {
                let at = walk.offset();
                match walk.step() {
                    Ok(Some(step)) => {
                        tip = step.tip;
                        on_step(Step::Bytes(walk.offset() - at))?;
                    }
                    Ok(None) => damaged = Some(format!("change {} is not whole", tip.seq + 1)),
                    Err(StoreError::Damaged { what, .. }) => damaged = Some(what),
                    Err(error) => return Err(error),
                }
            }
            if let Some(what) = damaged {
                findings.push(Finding { file: Some(segment.path.clone()), what });
                tip = segments.get(at + 1).map_or(tip, |next| next.start());
            }
        }
        Ok(tip.seq)
    }

    fn verify_sums(&self, on_step: OnStep<'_>) -> Result<(), StoreError> {
        for _ in 0..TRIES_FREE {
            let head = self.core.folding().applier.head().clone();
            let summed = sum::prove(&self.core.rows, &head, &mut |_| on_step(Step::Sum));
            if self.core.folding().applier.head().tip == head.tip {
                return summed;
            }
        }
        let folding = self.core.folding();
        sum::prove(&self.core.rows, folding.applier.head(), &mut |_| on_step(Step::Sum))
    }
}

fn used_by(files: &[FileId]) -> String {
    match files {
        [] => "no file uses it".to_owned(),
        files => format!("used by {}", files.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
    }
}

/// Damage becomes a finding; anything else is an error of its own.
fn note(result: Result<(), StoreError>, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
    match result {
        // Removed by a sweep since it was listed.
        Ok(()) | Err(StoreError::FileUnknown(_)) => Ok(()),
        Err(StoreError::Damaged { file, what, .. }) => {
            findings.push(Finding { file: Some(file), what });
            Ok(())
        }
        Err(error @ (StoreError::RowDamaged { .. } | StoreError::Rows(_))) => {
            findings.push(Finding { file: None, what: error.to_string() });
            Ok(())
        }
        Err(error) => Err(error),
    }
}
