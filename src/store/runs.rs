//! How backups and rehearsals went lately, in a small file of the data directory that anybody on the machine may read: it
//! says when and whether, not what. Refuses nothing; a file that does not parse is as good as none.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use crate::crypt::whole_file;
use crate::model::time::Timestamp;

pub const NAME: &str = "backups.json";
const RUNS_MAX: usize = 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    Backup,
    Rehearsal,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub work: Work,
    /// When it was begun.
    pub at: Timestamp,
    pub took_ms: i64,
    /// Where, as people call it.
    pub target: String,
    /// Of the backup; empty when there was none.
    pub name: String,
    /// Absent: it went well.
    pub error: Option<String>,
    /// The last commit that is in it.
    pub head: u64,
    pub rows: u64,
    pub files: u64,
    /// Of the whole backup.
    pub bytes: u64,
    /// Bytes that the target did not have.
    pub copied: u64,
}

/// Newest first, at most `RUNS_MAX`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Runs(pub Vec<Run>);

impl Run {
    pub const fn begun(work: Work, target: String, at: Timestamp) -> Self {
        Self {
            work,
            target,
            at,
            took_ms: 0,
            name: String::new(),
            error: None,
            head: 0,
            rows: 0,
            files: 0,
            bytes: 0,
            copied: 0,
        }
    }
}

impl Runs {
    /// `data` is the data directory.
    pub fn read(data: &Path) -> Self {
        let text = std::fs::read(data.join(NAME)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    pub(super) fn add(data: &Path, run: Run) -> Result<(), StoreError> {
        let Self(mut runs) = Self::read(data);
        runs.insert(0, run);
        runs.truncate(RUNS_MAX);
        let path = data.join(NAME);
        let text = serde_json::to_vec(&Self(runs)).expect("runs are plain data");
        whole_file::replace(&path, &text).map_err(StoreError::io("writing", &path))
    }

    /// Those at one target.
    #[must_use]
    pub fn at(mut self, target: &str) -> Self {
        self.0.retain(|run| run.target == target);
        self
    }

    /// The last of its kind.
    pub fn last(&self, work: Work) -> Option<&Run> {
        self.0.iter().find(|run| run.work == work)
    }

    /// The last of its kind that went well.
    pub fn last_good(&self, work: Work) -> Option<&Run> {
        self.0.iter().find(|run| run.work == work && run.error.is_none())
    }

    /// How the backup of that name was last tried.
    pub fn rehearsal_of(&self, name: &str) -> Option<&Run> {
        self.0.iter().find(|run| run.work == Work::Rehearsal && run.name == name)
    }
}
