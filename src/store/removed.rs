//! Files that were removed between an instant and the backup that is restored to it: an earlier backup of the same store may still hold
//! them. Refuses nothing: what is in no backup any more is told, for a person to know it by name.

use std::fs::File;
use std::ops::Bound;
use std::path::Path;
use std::sync::Arc;

use super::blob::{self, Blob};
use super::error::StoreError;
use super::key::Ns;
use super::manifest::{self, Item, Manifest, Shut};
use super::pieces;
use super::restore::Source;
use super::rows::Rows;
use crate::crypt::key_ring::KeyRing;
use crate::model::id::FileId;

/// A stored file that the rows speak of.
pub(super) struct Missing {
    id: FileId,
    row: Vec<u8>,
}

/// Those that the backup does not hold.
pub(super) fn missing(rows: &Arc<Rows>, manifest: &Manifest) -> Result<Vec<Missing>, StoreError> {
    let mut missing = Vec::new();
    for found in rows.scan(Ns::File, Bound::Unbounded) {
        let (key, row) = found?;
        // A row under another kind of key speaks of no file.
        let Ok(id) = key.as_bytes().try_into().map(u128::from_be_bytes) else { continue };
        if manifest.files.binary_search_by_key(&id, |item| item.id).is_err() {
            missing.push(Missing { id: FileId::from_u128(id), row });
        }
    }
    Ok(missing)
}

/// Lays out what other backups hold of them. Gives the rows of those that are lost.
pub(super) fn fetch(
    source: Source<'_>,
    ring: &KeyRing,
    dir: &Path,
    mut missing: Vec<Missing>,
) -> Result<Vec<Vec<u8>>, StoreError> {
    if missing.is_empty() {
        return Ok(Vec::new());
    }
    for (_, name) in manifest::list(source.target)?.into_iter().filter(|(_, name)| name != source.name) {
        // One that cannot be read, or is of another store, holds nothing for this one.
        let Ok(other) = Shut::read(source.target, &name).and_then(|shut| shut.open(ring)) else { continue };
        missing.retain(|file| {
            let at = other.files.binary_search_by_key(&file.id.as_u128(), |item| item.id);
            !at.is_ok_and(|at| lay(source, ring, (dir, file.id), &other.files[at]).is_ok())
        });
    }
    Ok(missing.into_iter().map(|file| file.row).collect())
}

/// Whole and readable when it succeeds; nothing is left of it otherwise.
fn lay(source: Source<'_>, ring: &KeyRing, (dir, id): (&Path, FileId), item: &Item) -> Result<(), StoreError> {
    let path = dir.join(blob::path_below(id));
    let laid = pieces::lay(source.target, item, &path, &mut |_| Ok(())).and_then(|()| {
        let file = File::open(&path).map_err(StoreError::io("opening", &path))?;
        // Its key may have been forgotten since.
        Blob::of(ring, id, path.clone(), file)?.prove(&mut |_| Ok(()))
    });
    laid.inspect_err(|_| drop(std::fs::remove_file(&path)))
}
