//! A backup target by what somebody wrote for it: a folder, `s3://bucket/prefix`, or one backup in either.

use std::path::Path;
use std::sync::Arc;

use super::bucket::{self, SCHEME};
use super::config::Config;
use crate::model::time::Timestamp;
use crate::store::error::StoreError;
use crate::store::manifest;
use crate::store::restore;
use crate::store::target::{Folder, Target};

/// A target, and the backup that was named, if one was.
pub struct Named {
    pub target: Arc<dyn Target>,
    pub backup: Option<String>,
}

/// Where the setting `backup` points.
///
/// # Errors
/// - `Target`: it cannot be used as it is configured.
pub fn of(config: &Config) -> Result<Arc<dyn Target>, StoreError> {
    at(&config.backup, config)
}

/// # Errors
/// - `Target`: it cannot be used as it is configured.
pub fn at(path: &Path, config: &Config) -> Result<Arc<dyn Target>, StoreError> {
    let place = path.to_str().and_then(|text| text.strip_prefix(SCHEME));
    match (place, &config.s3) {
        (None, _) => Ok(Arc::new(Folder::new(path))),
        (Some(place), Some(s3)) => bucket::open(place.trim_end_matches('/'), s3),
        (Some(_), None) => {
            let why = "set s3.endpoint and s3.credentials_file first".to_owned();
            Err(StoreError::Target { target: path.display().to_string(), why })
        }
    }
}

/// # Errors
/// - `Target`: it cannot be used as it is configured.
pub fn named(path: &Path, config: &Config) -> Result<Named, StoreError> {
    let name = path.file_name().and_then(|name| name.to_str()).filter(|name| manifest::instant_of(name).is_some());
    let (folder, backup) = match (name, path.parent()) {
        (Some(name), Some(parent)) => (parent, Some(name.to_owned())),
        _ => (path, None),
    };
    Ok(Named { target: at(folder, config)?, backup })
}

impl Named {
    /// The backup that was named, else the one that fits best.
    ///
    /// # Errors
    /// - `BackupAbsent`: there is none.
    pub fn chosen(&self, until: Option<Timestamp>) -> Result<String, StoreError> {
        self.backup.clone().map_or_else(|| restore::choose(&*self.target, until), Ok)
    }
}
