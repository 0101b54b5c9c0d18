//! The proof that counts: a backup becomes a store in a scratch directory, everything in it is read, and what its rows say
//! is compared with what the backed up rows said. Leaves nothing behind.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Store;
use super::backup::{Done, OnDone};
use super::error::StoreError;
use super::key::{NAMESPACES, Ns};
use super::options::{Check, Options};
use super::restore::{self, Keys, Restored, Source};
use super::rows;
use super::tally::{Content, Tally};
use super::verify::{OnStep, Step};
use crate::crypt::key_ring::Purpose;

/// A segment of a store that only lives for minutes.
const SCRATCH_SEGMENT_BYTES: u64 = 1 << 20;

/// What was restored and compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rehearsed {
    pub head: u64,
    pub rows: u64,
    pub files: u64,
}

impl Store {
    /// # Errors
    /// - as [`restore::restore`];
    /// - `Damaged`, `RowDamaged`, `Rows`: it restores to something else than what was backed up.
    pub fn rehearse(&self, source: Source<'_>, scratch: &Path, on_done: OnDone<'_>) -> Result<Rehearsed, StoreError> {
        clear(scratch)?;
        // What is compared is added up on the way, so opening need not do it as well.
        let check = Check::OnRead;
        let options = Options { ballast_bytes: 0, segment_bytes: SCRATCH_SEGMENT_BYTES, check, ..self.core.options };
        let keys = Keys::Ring(&self.core.ring);
        // Restoring reads and writes about as much as comparing reads.
        let mut halfway = |done: Done| on_done(Done { of: 2 * done.of, ..done });
        let restored = restore::restore(source, &keys, (scratch, &options), None, &mut halfway);
        let rehearsed = restored.and_then(|restored| {
            let mut progress = Comparing::of(&restored, on_done);
            compare((self, &restored), (scratch, &options), &mut |step| progress.step(step))
        });
        clear(scratch)?;
        rehearsed
    }
}

/// Removes what an earlier rehearsal may have left.
pub fn clear(scratch: &Path) -> Result<(), StoreError> {
    match std::fs::remove_dir_all(scratch) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::io("clearing", scratch)(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// How far the comparing has come: journal and files are read once, rows twice.
struct Comparing<'a> {
    /// Bytes that were restored; as many are to be compared.
    restored: u64,
    journal: u64,
    rows_of: u64,
    bytes: u64,
    rows: u64,
    on_done: OnDone<'a>,
}

impl<'a> Comparing<'a> {
    fn of(restored: &Restored, on_done: OnDone<'a>) -> Self {
        let Restored { manifest, .. } = restored;
        let journal = manifest.segments.iter().map(|segment| segment.bytes).sum();
        let rows_of = 2 * manifest.contents.iter().map(|(_, tally)| tally.rows).sum::<u64>();
        Self { restored: manifest.summary().bytes + journal, journal, rows_of, bytes: 0, rows: 0, on_done }
    }

    fn step(&mut self, step: Step) -> Result<(), StoreError> {
        match step {
            Step::Bytes(bytes) => self.bytes += bytes,
            Step::Row => self.rows += 1,
            Step::Sum => {}
        }
        // All rows together count for as much as the journal that they are made of.
        let share = u128::from(self.journal) * u128::from(self.rows) / u128::from(self.rows_of.max(1));
        let compared = self.bytes + u64::try_from(share).unwrap_or(u64::MAX);
        let bytes = self.restored + compared.min(self.restored);
        (self.on_done)(Done { bytes, of: 2 * self.restored })
    }
}

fn compare(
    (live, restored): (&Store, &Restored),
    (scratch, options): (&Path, &Options),
    on_step: OnStep<'_>,
) -> Result<Rehearsed, StoreError> {
    let (store, _) = Store::open(scratch, &restored.ring, options, &mut |_| ())?;
    let report = store.verify_telling(on_step)?;
    let differs = |what: String| StoreError::damaged(scratch, 0, what);
    if let Some(finding) = report.findings.first() {
        return Err(differs(finding.what.clone()));
    }
    let contents = store.contents(on_step)?;
    let expected: BTreeMap<u16, Tally> = restored.manifest.contents.iter().copied().collect();
    if contents != expected {
        let unlike: Vec<&u16> = expected.keys().filter(|ns| contents.get(ns) != expected.get(ns)).collect();
        return Err(differs(format!("the restored rows say something else in namespaces {unlike:?}")));
    }
    for row in store.scan(Ns::File, Bound::Unbounded) {
        let named = store.blobs.addresses.named_by(&row?.1)?;
        match store.blobs.named(&named) {
            // Lost before, and named by the restore to an instant that lost it.
            Err(StoreError::FileUnknown(_)) if matches!(live.blobs.named(&named), Err(StoreError::FileUnknown(_))) => {}
            held => drop(held?),
        }
    }
    Ok(Rehearsed { head: restored.head, rows: report.rows, files: report.files })
}

impl Store {
    /// What all rows say, added up from the rows themselves.
    fn contents(&self, on_step: OnStep<'_>) -> Result<BTreeMap<u16, Tally>, StoreError> {
        let key = self.core.ring.derived(Purpose::Tally);
        let mut contents: BTreeMap<u16, Tally> = BTreeMap::new();
        for ns in NAMESPACES {
            for row in self.scan(ns, Bound::Unbounded) {
                on_step(Step::Row)?;
                let (row_key, value) = row?;
                let raw_key = rows::raw_key(ns.number(), row_key.as_bytes());
                contents.entry(ns.number()).or_default().add(&key, Content { key: &raw_key, value: &value });
            }
        }
        Ok(contents)
    }
}
