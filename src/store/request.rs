//! A wish for a backup, from the page or from another process on the machine: that one leaves it as a file in the data
//! directory, for whoever may write there may have a backup. Refuses a wish that does not parse, by forgetting it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::runs::Work;
use crate::crypt::whole_file;

const NAME: &str = "backup.request";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub work: Work,
    /// Another folder than the usual one.
    pub to: Option<PathBuf>,
}

/// Leaves it in the data directory.
pub fn leave(data: &Path, request: &Request) -> Result<(), StoreError> {
    let path = data.join(NAME);
    let text = serde_json::to_vec(request).expect("a request is plain data");
    whole_file::replace(&path, &text).map_err(StoreError::io("writing", &path))
}

/// Whether it has not been taken yet.
pub fn waits(data: &Path) -> bool {
    data.join(NAME).exists()
}

/// Takes it away; nobody acts on it twice.
pub fn take(data: &Path) -> Option<Request> {
    let path = data.join(NAME);
    let text = std::fs::read(&path).ok()?;
    std::fs::remove_file(&path).ok()?;
    serde_json::from_slice(&text).ok()
}
