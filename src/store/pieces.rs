//! Pieces put together again, each proved by its digest before a byte of it is used. Refuses one that is not the one the
//! manifest means.

use std::fs::File;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::error::StoreError;
use super::manifest::{self, Item};
use super::target::Target;
use crate::crypt::whole_file::{self, PRIVATE_MODE};

/// Told how many bytes came; an error ends the work.
pub(super) type OnBytes<'a> = &'a mut dyn FnMut(u64) -> Result<(), StoreError>;

/// Writes a segment or stored file to `path`; durable when it returns.
pub(super) fn lay(target: &dyn Target, item: &Item, path: &Path, on_bytes: OnBytes<'_>) -> Result<(), StoreError> {
    let folder = whole_file::parent(path);
    std::fs::create_dir_all(folder).map_err(StoreError::io("making", folder))?;
    let file = File::options().write(true).create_new(true).mode(PRIVATE_MODE).open(path);
    let mut file = file.map_err(StoreError::io("creating", path))?;
    pour(target, item, (&mut file, path), on_bytes)?;
    file.sync_all().map_err(StoreError::io("syncing", path))
}

/// The same into memory, for looking only.
pub(super) fn hold(target: &dyn Target, item: &Item, path: &Path, on_bytes: OnBytes<'_>) -> Result<File, StoreError> {
    let made = rustix::fs::memfd_create("tessera", rustix::fs::MemfdFlags::CLOEXEC);
    let made = made.map_err(|error| StoreError::io("setting memory aside for", path)(error.into()))?;
    let mut file = File::from(made);
    pour(target, item, (&mut file, path), on_bytes)?;
    Ok(file)
}

fn pour(
    target: &dyn Target,
    item: &Item,
    (file, path): (&mut File, &Path),
    on_bytes: OnBytes<'_>,
) -> Result<(), StoreError> {
    for (at, digest) in item.pieces.iter().enumerate() {
        let (name, bytes) = (manifest::piece_name(digest), item.piece_bytes(at));
        let piece = target.get(&name, bytes)?;
        if piece.len() as u64 != bytes || blake3::hash(&piece).as_bytes() != digest {
            let what = "is not as it was written".to_owned();
            return Err(StoreError::BackupPart { target: target.name(), name, what });
        }
        file.write_all(&piece).map_err(StoreError::io("writing", path))?;
        on_bytes(bytes)?;
    }
    Ok(())
}
