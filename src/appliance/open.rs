//! The data directory, opened or made: its key first, then its keys, then its store. Refuses to guess: a directory that has data but
//! no fitting key is left exactly as it is.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::config::Config;
use super::readers::Readers;
use crate::crypt::error::KeyError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::password::Cost;
use crate::crypt::slot::{self, CREDENTIAL_NAME, Opener};
use crate::store::Store;
use crate::store::error::StoreError;
use crate::store::open::{OnProgress, Opened};
use crate::store::options::{Check, Options};
use crate::store::sentinel::Origin;
use crate::store::space::Space;
use crate::writer::load;

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

/// A store, and what the writer and the readers begin with.
pub type Loaded = (Data, (load::Loaded, Readers));

/// Opens what is there, or makes it when there is nothing at all, and loads it.
///
/// # Errors
/// As [`KeyRing::open`], [`Store::open`], [`Readers::load`], and those of making them.
pub fn load_or_make(config: &Config, progress: OnProgress<'_>) -> Result<Loaded, StoreError> {
    let loaded = KeyRing::open(&config.data, &openers(config)).map_err(StoreError::from);
    let made = match loaded.and_then(|ring| load_with(config, ring, progress)) {
        Err(StoreError::Key(KeyError::Absent(_))) => {
            refuse_foreign(&config.data)?;
            make(config)?
        }
        Err(StoreError::Absent(_)) => make(config)?,
        other => return other,
    };
    let readers = Readers::load(&made.store, progress)?;
    Ok((made, readers))
}

/// The same with keys that somebody opened. The rows are read once, by those who keep them in memory, and proved on the way.
///
/// # Errors
/// As [`Store::open`] and [`Readers::load`].
pub fn load_with(config: &Config, ring: KeyRing, progress: OnProgress<'_>) -> Result<Loaded, StoreError> {
    let ring = Arc::new(ring);
    let mut load = |check| {
        let data = open_checked(config, &ring, check, progress)?;
        let readers = Readers::load(&data.store, progress)?;
        Ok((data, readers))
    };
    match load(Check::OnRead) {
        // An opening that proves the rows before anybody reads them makes new ones of the journal.
        Err(StoreError::Rows(_) | StoreError::RowDamaged { .. }) => load(Check::Sum),
        other => other,
    }
}

/// For a command that does its work and ends.
///
/// # Errors
/// As [`Store::open`].
pub fn open_with(config: &Config, ring: KeyRing, progress: OnProgress<'_>) -> Result<Data, StoreError> {
    open_checked(config, &Arc::new(ring), Check::Sum, progress)
}

fn open_checked(
    config: &Config,
    ring: &Arc<KeyRing>,
    check: Check,
    progress: OnProgress<'_>,
) -> Result<Data, StoreError> {
    let options = Options { check, ..options(config)? };
    let (store, opened) = Store::open(&config.data, ring, &options, progress)?;
    Ok(Data { ring: Arc::clone(ring), store: Arc::new(store), opened: Some(opened), is_key_new: false })
}

fn make(config: &Config) -> Result<Data, StoreError> {
    let io = |doing, path: &Path, source| StoreError::Key(KeyError::Io { doing, path: path.to_owned(), source });
    fs::create_dir_all(&config.data).map_err(|source| io("making", &config.data, source))?;
    let openers = match credential() {
        Some(credential) => vec![credential],
        None => vec![Opener::KeyFile(config.key_file.clone())],
    };
    let is_key_new = openers.iter().all(|opener| matches!(opener, Opener::KeyFile(_))) && !config.key_file.exists();
    if is_key_new {
        slot::write_key_file(&config.key_file, &config.data)?;
    }
    // A first start that was cut short may have left keys without a store.
    let ring = match KeyRing::open(&config.data, &openers) {
        Err(KeyError::Absent(_)) => KeyRing::create(&config.data, &openers, Cost::SLOT)?,
        other => other?,
    };
    let ring = Arc::new(ring);
    let store = Store::create(&config.data, &ring, &options(config)?)?;
    Ok(Data { ring, store: Arc::new(store), opened: None, is_key_new })
}

/// How a store is run on the disk that it stands on.
///
/// # Errors
/// The disk cannot be asked how large it is.
pub fn options(config: &Config) -> Result<Options, StoreError> {
    Ok(Options::fitting(Space::of(&config.data)?))
}

/// What may stand in a data directory before the first start: of the disk, of us, and of a first start that was cut short.
const EMPTY_NAMES: &[&str] = &["lost+found", "tls", "backup", "lock", "keys.a.part", "keys.b.part"];

/// # Errors
/// - `Foreign`: there is something, and no keys to it.
fn refuse_foreign(data: &Path) -> Result<(), StoreError> {
    let Ok(entries) = fs::read_dir(data) else { return Ok(()) };
    let is_foreign = |name: &std::ffi::OsStr| !EMPTY_NAMES.iter().any(|known| name == *known);
    if entries.flatten().any(|entry| is_foreign(&entry.file_name())) {
        return Err(KeyError::Foreign(data.to_owned()).into());
    }
    Ok(())
}

/// What opens without a person: what the service manager hands over, and the key file.
pub fn openers(config: &Config) -> Vec<Opener> {
    credential().into_iter().chain([Opener::KeyFile(config.key_file.clone())]).collect()
}

fn credential() -> Option<Opener> {
    let file = std::path::PathBuf::from(std::env::var_os("CREDENTIALS_DIRECTORY")?).join(CREDENTIAL_NAME);
    file.exists().then_some(Opener::Credential(file))
}
