//! A backup target by what somebody wrote for it: a folder, or one backup in it.

use std::path::Path;
use std::sync::Arc;

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
pub fn of(config: &Config) -> Arc<dyn Target> {
    folder(&config.backup)
}

pub fn folder(path: &Path) -> Arc<dyn Target> {
    Arc::new(Folder::new(path))
}

pub fn named(path: &Path) -> Named {
    let name = path.file_name().and_then(|name| name.to_str()).filter(|name| manifest::instant_of(name).is_some());
    match (name, path.parent()) {
        (Some(name), Some(parent)) => Named { target: folder(parent), backup: Some(name.to_owned()) },
        _ => Named { target: folder(path), backup: None },
    }
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
