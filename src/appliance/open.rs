//! The data directory, opened or made: its key first, then its keys, then its store. Refuses to guess: a directory that has data but
//! no fitting key is left exactly as it is.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::config::Config;
use crate::crypt::error::KeyError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::password::Cost;
use crate::crypt::slot::{self, CREDENTIAL_NAME, Opener};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::open::{OnProgress, Opened};
use crate::store::options::Options;
use crate::store::sentinel::Origin;

/// What was opened.
pub struct Data {
    pub ring: Arc<KeyRing>,
    pub store: Arc<Store>,
    /// Absent for a store that was made just now.
    pub opened: Option<Opened>,
    /// A key file was made just now: it wants a safe copy.
    pub is_key_new: bool,
}

impl Data {
    /// It came from a backup, and nobody has confirmed yet that it may act.
    pub fn is_restored(&self) -> bool {
        self.opened.as_ref().is_some_and(|opened| opened.origin == Origin::Restored)
    }
}

/// Opens what is there, or makes it when there is nothing at all.
///
/// # Errors
/// As [`KeyRing::open`], [`Store::open`], and those of making them.
pub fn open_or_make(config: &Config, progress: OnProgress<'_>) -> Result<Data, StoreError> {
    match open(config, progress) {
        Err(StoreError::Key(KeyError::Absent(_)) | StoreError::Absent(_)) => make(config),
        other => other,
    }
}

/// # Errors
/// - `Key(Absent)`, `Absent`: there is nothing to open.
/// - as [`KeyRing::open`] and [`Store::open`].
pub fn open(config: &Config, progress: OnProgress<'_>) -> Result<Data, StoreError> {
    let ring = Arc::new(KeyRing::open(&config.data, &openers(config))?);
    let (store, opened) = Store::open(&config.data, &ring, &Options::USUAL, progress)?;
    Ok(Data { ring, store: Arc::new(store), opened: Some(opened), is_key_new: false })
}

fn make(config: &Config) -> Result<Data, StoreError> {
    let io = |doing, path: &Path, source| StoreError::Key(KeyError::Io { doing, path: path.to_owned(), source });
    fs::create_dir_all(&config.data).map_err(|source| io("making", &config.data, source))?;
    let openers = openers(config);
    let is_key_new = openers.iter().all(|opener| matches!(opener, Opener::KeyFile(_))) && !config.key_file.exists();
    if is_key_new {
        if let Some(folder) = config.key_file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|source| io("making", folder, source))?;
        }
        slot::write_key_file(&config.key_file, &config.data)?;
    }
    // A first start that was cut short may have left keys without a store.
    let ring = match KeyRing::open(&config.data, &openers) {
        Err(KeyError::Absent(_)) => KeyRing::create(&config.data, &openers, Cost::SLOT)?,
        other => other?,
    };
    let ring = Arc::new(ring);
    let store = Store::create(&config.data, &ring, &Options::USUAL)?;
    Ok(Data { ring, store: Arc::new(store), opened: None, is_key_new })
}

/// The system credential comes before the key file when the service manager hands one over.
pub fn openers(config: &Config) -> Vec<Opener> {
    let handed = std::env::var_os("CREDENTIALS_DIRECTORY").map(std::path::PathBuf::from);
    match handed.filter(|folder| folder.join(CREDENTIAL_NAME).exists()) {
        Some(folder) => vec![Opener::Credential(folder)],
        None => vec![Opener::KeyFile(config.key_file.clone())],
    }
}
