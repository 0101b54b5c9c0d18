//! What happened to the store as such, for the operator: its last start, rebuild, failure and reading-through. One small file that
//! needs no key to be read and holds nothing of anybody. Nothing depends on it: a diary that is missing or bent is a new one.
//!
//! `diary.json`: one line of JSON, then its BLAKE3 in hex.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use crate::crypt::whole_file;
use crate::model::time::Timestamp;

pub const NAME: &str = "diary.json";

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Diary {
    pub started: Option<Started>,
    /// The last time that the rows were made anew from the journal.
    pub rebuilt: Option<Noted>,
    /// The last time that the rows' engine was opened anew beside the running store.
    pub revived: Option<Noted>,
    /// The last time that the store stopped by itself.
    pub failed: Option<Noted>,
    /// When everything had been read again after the last failure; absent while that is due.
    pub proved: Option<Timestamp>,
    pub scrubbed: Option<Scrubbed>,
    pub upgraded: Option<Upgraded>,
}

/// When, and why or what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    pub at: Timestamp,
    pub what: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Started {
    pub at: Timestamp,
    pub head: u64,
    pub took_ms: u64,
    /// Commits that the rows did not have yet.
    pub replayed: u64,
    /// Bytes after the last commit that nobody had been told about.
    pub torn_bytes: u64,
    /// Second copies that were written anew.
    pub repaired: Vec<String>,
}

/// One reading of everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scrubbed {
    pub at: Timestamp,
    pub took_ms: u64,
    pub commits: u64,
    pub rows: u64,
    pub files: u64,
    /// Empty: everything is as it was written.
    pub findings: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upgraded {
    pub at: Timestamp,
    pub from: u16,
    pub to: u16,
}

impl Diary {
    pub fn read(dir: &Path) -> Self {
        // A diary that cannot be read says nothing; it is no reason to refuse anything.
        std::fs::read_to_string(dir.join(NAME)).ok().and_then(|text| parse(&text)).unwrap_or_default()
    }

    pub(super) fn write(&self, dir: &Path) -> Result<(), StoreError> {
        let line = serde_json::to_string(self).expect("a diary is plain data");
        let text = format!("{line}\n{}\n", blake3::hash(line.as_bytes()).to_hex());
        let path = dir.join(NAME);
        whole_file::replace(&path, text.as_bytes()).map_err(StoreError::io("writing", &path))
    }

    /// The store stopped by itself, and not everything has been read since.
    pub const fn is_proof_due(&self) -> bool {
        self.failed.is_some() && self.proved.is_none()
    }
}

impl Noted {
    pub(super) fn now(what: impl Into<String>) -> Self {
        Self { at: now(), what: what.into() }
    }
}

fn parse(text: &str) -> Option<Diary> {
    let (line, rest) = text.split_once('\n')?;
    let is_whole = rest.trim_end() == blake3::hash(line.as_bytes()).to_hex().as_str();
    is_whole.then(|| serde_json::from_str(line).ok())?
}

/// The machine's clock: what befalls the machine is told in its time.
pub(super) fn now() -> Timestamp {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    Timestamp(i64::try_from(elapsed).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diary_comes_back_whole_or_as_a_new_one() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(Diary::read(dir.path()), Diary::default());
        let failed = Some(Noted { at: Timestamp(5), what: "the disk said no".to_owned() });
        let diary = Diary { failed, ..Diary::default() };
        diary.write(dir.path()).unwrap();
        assert!(Diary::read(dir.path()) == diary && diary.is_proof_due());
        let whole = std::fs::read(dir.path().join(NAME)).unwrap();
        for at in 0..whole.len() - 1 {
            let mut bent = whole.clone();
            bent[at] ^= 1;
            std::fs::write(dir.path().join(NAME), bent).unwrap();
            assert_eq!(Diary::read(dir.path()), Diary::default(), "byte {at}");
        }
    }
}
