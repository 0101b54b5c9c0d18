//! What can go wrong with keys, in sentences for the operator: each names the slot or file and the remedy.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::slot::SlotKind;

#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("{} has no keys: not a data directory, or never set up", .0.display())]
    Absent(PathBuf),
    #[error("{} already has keys", .0.display())]
    Exists(PathBuf),
    #[error("both copies of the keys are damaged ({what}): put a backup of keys.a or keys.b back")]
    Damaged { what: &'static str },
    #[error("the keys were written by a newer release (format {found}, this one knows {known})")]
    Newer { found: u16, known: u16 },
    #[error("sealed, no key slot opens: {}", listed(.0))]
    Sealed(Vec<SlotFailure>),
    #[error("the key file {} lies inside the data directory: keep it elsewhere, or a stolen disk opens itself", .0.display())]
    KeyFileInside(PathBuf),
    #[error("the key file {} is no key: exactly 32 random bytes are expected", .0.display())]
    KeyFileWeak(PathBuf),
    #[error("the passphrase is too short: at least {} characters", crate::model::limit::PASSPHRASE_CHARS_MIN)]
    PassphraseShort,
    #[error("the recovery key is mistyped: its checksum does not fit")]
    RecoveryMistyped,
    #[error("no more than {} key slots", crate::model::limit::KEY_SLOTS_MAX)]
    SlotsFull,
    #[error("there is no key slot {0}")]
    SlotUnknown(u8),
    #[error("key slot {0} is the last one: removing it would lose the data for good")]
    SlotLast(u8),
    #[error("the value does not belong here, or is damaged")]
    Forged,
    #[error("the value was sealed with key {0}, which this keyring does not hold")]
    KeyUnknown(u32),
    #[error("{doing} {}: {source}", path.display())]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
}

impl KeyError {
    pub(super) fn io(doing: &'static str, path: &std::path::Path, source: io::Error) -> Self {
        Self::Io { doing, path: path.to_owned(), source }
    }
}

impl From<super::seal::Forged> for KeyError {
    fn from(_: super::seal::Forged) -> Self {
        Self::Forged
    }
}

/// Why one slot stayed shut.
#[derive(Debug)]
pub struct SlotFailure {
    pub slot: u8,
    pub kind: SlotKind,
    pub why: Shut,
}

#[derive(Debug)]
pub enum Shut {
    /// Nothing to open this kind of slot was given.
    NotTried,
    /// The secret is another one, or the slot is damaged; the two cannot be told apart.
    Wrong,
    /// The secret itself could not be read.
    Unreadable(Box<KeyError>),
}

impl fmt::Display for SlotFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            SlotKind::KeyFile => "key file",
            SlotKind::Passphrase(_) => "passphrase",
            SlotKind::Recovery => "recovery key",
            SlotKind::Credential => "system credential",
        };
        write!(f, "slot {} ({kind}): ", self.slot)?;
        match &self.why {
            Shut::NotTried => f.write_str("not given"),
            Shut::Wrong => f.write_str("wrong secret or damaged slot"),
            Shut::Unreadable(error) => error.fmt(f),
        }
    }
}

fn listed(failures: &[SlotFailure]) -> String {
    failures.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
