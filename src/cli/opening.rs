//! Opens data, or a backup, whose slots want a secret: with what is at hand, with the line of a file, with what a person types at the
//! terminal. Refuses to wait for a person where there is none, and a file that others may read.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use clap::Args;
use zeroize::Zeroizing;

use super::exit::Ended;
use super::prompt;
use crate::appliance::config::Config;
use crate::appliance::open;
use crate::crypt::error::{KeyError, SlotFailure};
use crate::crypt::key_ring::KeyRing;
use crate::crypt::secret::Phrase;
use crate::crypt::slot::{Opener, SlotKind};
use crate::store::error::StoreError;

#[derive(Debug, Args)]
pub struct Opening {
    /// File whose first line is a passphrase or the recovery key, for data that no key file opens; without it the terminal asks
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

impl Opening {
    /// The keys of the data directory.
    ///
    /// # Errors
    /// As [`KeyRing::open`], and that the file cannot be used.
    pub fn ring(&self, config: &Config) -> Result<KeyRing, Ended> {
        self.open(config, &mut |openers| Ok(KeyRing::open(&config.data, openers)?))
    }

    /// Does what takes openers, a second time with what a person types if nothing at hand opens.
    ///
    /// # Errors
    /// What `work` says, and that the file cannot be used.
    pub fn open<T>(
        &self,
        config: &Config,
        work: &mut dyn FnMut(&[Opener]) -> Result<T, StoreError>,
    ) -> Result<T, Ended> {
        let mut openers = open::openers(config);
        if let Some(path) = &self.passphrase_file {
            openers.extend(typed(&line(path)?));
        }
        match work(&openers) {
            Err(StoreError::Key(sealed @ KeyError::Sealed(_))) if waits_for_a_person(&sealed) && prompt::is_asked() => {
                eprintln!("tessera: {sealed}");
                openers.extend(typed(&prompt::secret(QUESTION)?));
                Ok(work(&openers)?)
            }
            done => Ok(done?),
        }
    }
}

pub const QUESTION: &str = "Passphrase or recovery key";

/// Whoever types need not say which of the two it is.
pub fn typed(secret: &Phrase) -> [Opener; 2] {
    let copy = || Phrase::new(secret.as_str().to_owned());
    [Opener::Recovery(copy()), Opener::Passphrase(copy())]
}

fn waits_for_a_person(sealed: &KeyError) -> bool {
    let is_typed = |slot: &SlotFailure| matches!(slot.kind, SlotKind::Passphrase(_) | SlotKind::Recovery);
    matches!(sealed, KeyError::Sealed(slots) if slots.iter().any(is_typed))
}

fn line(path: &Path) -> Result<Phrase, Ended> {
    let bad = |why: &str| Ended::setting(format!("--passphrase-file {}: {why}", path.display()));
    let meta = std::fs::metadata(path).map_err(|error| bad(&error.to_string()))?;
    if meta.is_file() && meta.permissions().mode() & 0o077 != 0 {
        return Err(bad("others can read it; chmod 0400 it"));
    }
    let text = Zeroizing::new(std::fs::read_to_string(path).map_err(|error| bad(&error.to_string()))?);
    match text.lines().next().filter(|line| !line.is_empty()) {
        Some(line) => Ok(Phrase::new(line.to_owned())),
        None => Err(bad("its first line is empty")),
    }
}
