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
use super::options::Options;
use super::restore::{self, Keys, Restored, Source};
use super::rows;
use super::tally::{Content, Tally};
use crate::crypt::key_ring::Purpose;
use crate::model::id::FileId;

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
        let options = Options { ballast_bytes: 0, segment_bytes: SCRATCH_SEGMENT_BYTES, ..self.core.options };
        let keys = Keys::Ring(&self.core.ring);
        let mut last = Done::default();
        let mut noted = |done| {
            last = done;
            on_done(done)
        };
        let restored = restore::restore(source, &keys, (scratch, &options), None, &mut noted);
        let rehearsed = restored.and_then(|restored| compare(&restored, (scratch, &options), &mut || on_done(last)));
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

/// `go_on` ends it by an error.
fn compare(
    restored: &Restored,
    (scratch, options): (&Path, &Options),
    go_on: &mut dyn FnMut() -> Result<(), StoreError>,
) -> Result<Rehearsed, StoreError> {
    let (store, _) = Store::open(scratch, &restored.ring, options, &mut |_| ())?;
    go_on()?;
    let report = store.verify()?;
    go_on()?;
    let differs = |what: String| StoreError::damaged(scratch, 0, what);
    if let Some(finding) = report.findings.first() {
        return Err(differs(finding.what.clone()));
    }
    let contents = store.contents(go_on)?;
    let expected: BTreeMap<u16, Tally> = restored.manifest.contents.iter().copied().collect();
    if contents != expected {
        let unlike: Vec<&u16> = expected.keys().filter(|ns| contents.get(ns) != expected.get(ns)).collect();
        return Err(differs(format!("the restored rows say something else in namespaces {unlike:?}")));
    }
    for row in store.scan(Ns::File, Bound::Unbounded) {
        let id = row?.0.as_bytes().try_into().map(|id| FileId::from_u128(u128::from_be_bytes(id)));
        store.blobs.get(id.map_err(|_| differs("a stored file has no id".to_owned()))?)?;
    }
    Ok(Rehearsed { head: restored.head, rows: report.rows, files: report.files })
}

impl Store {
    /// What all rows say, added up from the rows themselves.
    fn contents(&self, go_on: &mut dyn FnMut() -> Result<(), StoreError>) -> Result<BTreeMap<u16, Tally>, StoreError> {
        let key = self.core.ring.derived(Purpose::Tally);
        let mut contents: BTreeMap<u16, Tally> = BTreeMap::new();
        for ns in NAMESPACES {
            go_on()?;
            for row in self.scan(ns, Bound::Unbounded) {
                let (row_key, value) = row?;
                let raw_key = rows::raw_key(ns.number(), row_key.as_bytes());
                contents.entry(ns.number()).or_default().add(&key, Content { key: &raw_key, value: &value });
            }
        }
        Ok(contents)
    }
}
