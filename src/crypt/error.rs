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
    #[error("{} is not empty and holds no keys: another folder was meant, or keys.a and keys.b were lost; put one of them back from a copy of the data", .0.display())]
    Foreign(PathBuf),
    #[error("the key file {} lies inside the data directory: keep it elsewhere, or a stolen disk opens itself", .0.display())]
    KeyFileInside(PathBuf),
    #[error("the key file {} lies beside the backups in {}: keep the two apart, or a stolen backup opens itself", file.display(), folder.display())]
    KeyFileBeside { file: PathBuf, folder: PathBuf },
    #[error("the key file {} is not there: put it back, or mount the disk that holds it", .0.display())]
    KeyFileMissing(PathBuf),
    #[error("the key file {} is damaged or no key, for that is exactly 32 random bytes: put its safe copy back", .0.display())]
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
    #[error("the root key is wrapped anew for every slot, which takes the secret of each: give that of slot {}, or remove the slot first", numbered(.0))]
    SlotsClosed(Vec<u8>),
    #[error("key {0} still has something sealed, or is in use")]
    KeyInUse(u32),
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
    NotGiven,
    /// The secret is another one, or the slot is damaged; the two cannot be told apart.
    Wrong,
    /// The secret itself could not be read.
    Unreadable(Box<KeyError>),
}

impl SlotFailure {
    /// Why it stayed shut, and what to do.
    pub fn reason(&self) -> String {
        let sentence = match (&self.why, self.kind) {
            (Shut::Unreadable(error), _) => return error.to_string(),
            (Shut::NotGiven, SlotKind::KeyFile) => "no key file was given",
            (Shut::NotGiven, SlotKind::Passphrase(_) | SlotKind::Recovery) => "nobody has typed it yet",
            (Shut::NotGiven, SlotKind::Credential) => {
                "the service manager handed none over; the unit needs LoadCredentialEncrypted=tessera-root-key"
            }
            (Shut::Wrong, SlotKind::KeyFile | SlotKind::Credential) => {
                "it is the key of other data, or the slot is damaged; put the key back that belongs to this data"
            }
            (Shut::Wrong, SlotKind::Passphrase(_)) => "wrong passphrase or damaged slot",
            (Shut::Wrong, SlotKind::Recovery) => {
                "it is the recovery key of other data or an older one, or the slot is damaged"
            }
        };
        sentence.to_owned()
    }
}

impl fmt::Display for SlotFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "slot {} ({}): {}", self.slot, self.kind, self.reason())
    }
}

impl fmt::Display for SlotKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::KeyFile => "key file",
            Self::Passphrase(_) => "passphrase",
            Self::Recovery => "recovery key",
            Self::Credential => "system credential",
        })
    }
}

fn listed(failures: &[SlotFailure]) -> String {
    failures.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

fn numbered(slots: &[u8]) -> String {
    slots.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
