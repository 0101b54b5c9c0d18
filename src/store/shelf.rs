//! The folder where backups stand. Lists them and adds one; refuses to make two at once, and never removes any.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::UNIX_EPOCH;

use super::Store;
use super::error::StoreError;
use crate::model::time::Timestamp;

const ENDING: &str = ".backup";

/// One backup, by the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub name: String,
    /// When it was written.
    pub at: Timestamp,
    pub bytes: u64,
}

#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    is_writing: AtomicBool,
}

impl Shelf {
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder, is_writing: AtomicBool::new(false) }
    }

    /// Newest first. A folder that is not there yet holds none.
    pub fn list(&self) -> Result<Vec<Kept>, StoreError> {
        let entries = match std::fs::read_dir(&self.folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(StoreError::io("reading", &self.folder))?,
        };
        let mut kept = Vec::new();
        for entry in entries {
            let entry = entry.map_err(StoreError::io("reading", &self.folder))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // Somebody may tidy up meanwhile; what is gone is not listed.
            if let (true, Ok(data)) = (name.ends_with(ENDING), entry.metadata()) {
                let written = data.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
                let ms = written.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX));
                kept.push(Kept { name, at: Timestamp(ms), bytes: data.len() });
            }
        }
        kept.sort_by(|left, right| (right.at, &right.name).cmp(&(left.at, &left.name)));
        Ok(kept)
    }

    /// Writes one more; `None` while another is being written.
    pub fn add(&self, store: &Store, now: Timestamp) -> Result<Option<Kept>, StoreError> {
        if self.is_writing.swap(true, Ordering::AcqRel) {
            return Ok(None);
        }
        let added = self.write(store, now);
        self.is_writing.store(false, Ordering::Release);
        added.map(Some)
    }

    /// Named by the instant in UTC, so that names sort by age: `tessera-20261124-034512-019.backup`.
    fn write(&self, store: &Store, now: Timestamp) -> Result<Kept, StoreError> {
        std::fs::create_dir_all(&self.folder).map_err(StoreError::io("making", &self.folder))?;
        let instant = jiff::Timestamp::from_millisecond(now.0).unwrap_or_default();
        let name = format!("tessera-{}{ENDING}", instant.strftime("%Y%m%d-%H%M%S-%3f"));
        let summary = store.backup(&self.folder.join(&name), &mut |_| ())?;
        Ok(Kept { name, at: now, bytes: summary.bytes })
    }
}
