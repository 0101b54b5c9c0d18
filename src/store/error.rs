//! How the world fails, in sentences for the operator: each names the file and the remedy.

use std::io;
use std::path::{Path, PathBuf};

use crate::crypt::error::KeyError;
use crate::model::id::ContentId;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("{} is no data directory: it was never set up", .0.display())]
    Absent(PathBuf),
    #[error("{} is not empty: choose an empty directory", .0.display())]
    NotEmpty(PathBuf),
    #[error("the data directory {} is in use by another process", .0.display())]
    Locked(PathBuf),
    #[error("the data was written by a newer release (format {found}, this one knows {known}): use that release")]
    Newer { found: u16, known: u16 },
    #[error("these keys belong to another store")]
    WrongKey,
    #[error("{} is damaged at byte {at}: {what}. Nothing was changed; restore a backup", file.display())]
    Damaged { file: PathBuf, at: u64, what: String },
    #[error("acknowledged changes up to {acknowledged} are missing: the journal ends at {found}, in {}. Nothing was changed; put the missing files back or restore a backup", file.display())]
    Lost { file: PathBuf, acknowledged: u64, found: u64 },
    #[error("the disk is full: {free} bytes are free and {needed} are needed")]
    StorageFull { free: u64, needed: u64 },
    #[error("a commit of {bytes} bytes is too large: at most {max}")]
    TooLarge { bytes: usize, max: usize },
    #[error("the store has stopped after a failure and accepts nothing more: {0}")]
    Stopped(String),
    #[error("there is no stored file {0}")]
    FileUnknown(ContentId),
    #[error("the stored file grew past {max} bytes")]
    FileTooLarge { max: u64 },
    #[error("as many uploads are unfinished as there may be")]
    UploadsCrowded,
    #[error("there is no backup at {0}")]
    BackupAbsent(String),
    #[error("the backup at {target} cannot be used: {name} {what}. Nothing was changed; use another backup")]
    BackupPart { target: String, name: String, what: String },
    #[error("nothing had been stored by that instant: choose a later one")]
    BackupTooYoung,
    #[error("the backup target {target} cannot be used: {why}")]
    Target { target: String, why: String },
    #[error("it was cancelled")]
    Cancelled,
    #[error("row {row} is damaged: {what}. Restart: the rows are then rebuilt from the journal")]
    RowDamaged { row: String, what: String },
    #[error("the row store failed: {0}")]
    Rows(String),
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error("{doing} {}: {source}", path.display())]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
}

impl StoreError {
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::StorageFull { free: 0, needed: 1 },
            _ => Self::Io { doing, path: path.to_owned(), source },
        }
    }

    pub(super) fn damaged(file: &Path, at: u64, what: impl Into<String>) -> Self {
        Self::Damaged { file: file.to_owned(), at, what: what.into() }
    }
}
