//! Content that was removed between an instant and the backup that is restored to it: another backup of the same store may still hold
//! it. Refuses nothing: files whose content is in no backup any more are told, for a person to know them by name.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::path::Path;
use std::sync::Arc;

use super::address::{Addresses, Named};
use super::blob::{self, Blob};
use super::error::StoreError;
use super::key::Ns;
use super::manifest::{self, Item, Manifest, Shut};
use super::pieces;
use super::restore::Source;
use super::rows::Rows;
use crate::crypt::key_ring::KeyRing;
use crate::model::id::ContentId;

/// What came of looking for them.
#[derive(Default)]
pub(super) struct Found {
    /// Contents that were laid out.
    pub laid: u64,
    /// Names of files whose content is lost.
    pub lost: Vec<String>,
}

/// Files that the rows speak of and whose content the backup does not hold.
pub(super) fn missing(rows: &Arc<Rows>, manifest: &Manifest) -> Result<Vec<Named>, StoreError> {
    let addresses = Addresses::new(rows.ring());
    let mut missing = Vec::new();
    for found in rows.scan(Ns::File, Bound::Unbounded) {
        let named = addresses.named_by(&found?.1)?;
        if named.places.iter().all(|place| item_of(manifest, *place).is_none()) {
            missing.push(named);
        }
    }
    Ok(missing)
}

/// Lays out what other backups hold of them.
pub(super) fn fetch(
    source: Source<'_>,
    ring: &KeyRing,
    dir: &Path,
    mut missing: Vec<Named>,
) -> Result<Found, StoreError> {
    if missing.is_empty() {
        return Ok(Found::default());
    }
    let mut laid = BTreeSet::new();
    for (_, name) in manifest::list(source.target)?.into_iter().filter(|(_, name)| name != source.name) {
        // One that cannot be read, or is of another store, holds nothing for this one.
        let Ok(other) = Shut::read(source.target, &name).and_then(|shut| shut.open(ring)) else { continue };
        missing.retain(|file| {
            let found = file.places.into_iter().find(|place| {
                // Several files may name one content.
                laid.contains(place)
                    || item_of(&other, *place).is_some_and(|item| lay(source, ring, (dir, *place), item).is_ok())
            });
            laid.extend(found);
            found.is_none()
        });
    }
    Ok(Found { laid: laid.len() as u64, lost: missing.into_iter().map(|file| file.name).collect() })
}

fn item_of(manifest: &Manifest, content: ContentId) -> Option<&Item> {
    let at = manifest.files.binary_search_by_key(&content.as_u128(), |item| item.id);
    at.ok().map(|at| &manifest.files[at])
}

/// Whole and readable when it succeeds; nothing is left of it otherwise.
fn lay(source: Source<'_>, ring: &KeyRing, (dir, content): (&Path, ContentId), item: &Item) -> Result<(), StoreError> {
    let path = dir.join(blob::path_below(content));
    let laid = pieces::lay(source.target, item, &path, &mut |_| Ok(())).and_then(|()| {
        let file = blob::open(&path, content)?;
        // Its key may have been forgotten since.
        Blob::of(ring, content, path.clone(), file)?.prove(&mut |_| Ok(()))
    });
    laid.inspect_err(|_| drop(std::fs::remove_file(&path)))
}
