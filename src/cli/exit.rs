//! Exit codes: each kind of trouble has its own, so that scripts can tell them apart.

use crate::appliance::boot::BootError;
use crate::crypt::error::KeyError;
use crate::store::error::StoreError;

/// How it ended, when it did not end well.
#[derive(Debug)]
pub struct Ended {
    pub code: u8,
    /// One sentence, with the remedy.
    pub why: String,
}

/// | code | trouble |
/// | --- | --- |
/// | 1 | anything else |
/// | 2 | a setting |
/// | 3 | the key does not open the data |
/// | 4 | another process has the data |
/// | 5 | the disk is full |
/// | 6 | the data is damaged, or something is missing |
/// | 7 | the address is taken |
/// | 8 | it stopped to keep the data safe; the next start reads everything again first |
pub const OTHER: u8 = 1;
pub const SETTING: u8 = 2;
pub const KEY: u8 = 3;
pub const LOCKED: u8 = 4;
pub const FULL: u8 = 5;
pub const DAMAGED: u8 = 6;
pub const ADDRESS: u8 = 7;
pub const STOPPED: u8 = 8;

impl Ended {
    pub fn other(why: impl Into<String>) -> Self {
        Self { code: OTHER, why: why.into() }
    }

    pub fn setting(why: impl Into<String>) -> Self {
        Self { code: SETTING, why: why.into() }
    }
}

impl From<KeyError> for Ended {
    fn from(error: KeyError) -> Self {
        StoreError::Key(error).into()
    }
}

impl From<StoreError> for Ended {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::Key(
                KeyError::Damaged { .. } | KeyError::Forged | KeyError::KeyUnknown(_) | KeyError::Foreign(_),
            ) => DAMAGED,
            StoreError::Key(KeyError::KeyFileInside(_) | KeyError::KeyFileBeside { .. }) => SETTING,
            StoreError::Key(_) | StoreError::WrongKey => KEY,
            StoreError::Locked(_) => LOCKED,
            StoreError::StorageFull { .. } => FULL,
            StoreError::Damaged { .. }
            | StoreError::Lost { .. }
            | StoreError::RowDamaged { .. }
            | StoreError::BackupPart { .. } => DAMAGED,
            StoreError::Stopped(_) => STOPPED,
            _ => OTHER,
        };
        Self { code, why: error.to_string() }
    }
}

impl From<BootError> for Ended {
    fn from(error: BootError) -> Self {
        match error {
            BootError::Store(error) => error.into(),
            BootError::Listen { .. } => Self { code: ADDRESS, why: error.to_string() },
            BootError::Tls(_) | BootError::MetricsToken { .. } => Self { code: SETTING, why: error.to_string() },
            BootError::Client(_) | BootError::Thread(_) => Self::other(error.to_string()),
        }
    }
}
