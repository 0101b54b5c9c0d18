//! Reads a whole backup and proves every piece, every link of the history and every chunk of every file, without a store
//! and without writing anything. Refuses the backup at the first thing that does not fit.

use std::path::Path;

use super::backup::{Done, OnDone};
use super::blob::Blob;
use super::error::StoreError;
use super::journal::chain::{Chain, Flow};
use super::journal::segment;
use super::manifest::{Shut, Summary};
use super::pieces;
use super::restore::{Keys, Source};
use crate::model::id::ContentId;

/// # Errors
/// - `BackupPart`, `Damaged`: it is not as it was written.
/// - `Key`: no slot opens it.
pub fn prove(source: Source<'_>, keys: &Keys<'_>, on_done: OnDone<'_>) -> Result<Summary, StoreError> {
    let Source { target, name } = source;
    let shut = Shut::read(target, name)?;
    // There is no data directory that the key file could lie in.
    let ring = keys.open(&shut, Path::new(name))?;
    let manifest = shut.open(&ring)?;
    let summary = manifest.summary();
    let mut done = Done { bytes: 0, of: summary.bytes };
    let mut on_bytes = |more| {
        done.bytes += more;
        on_done(done)
    };
    let mut chain = Chain::new(&ring);
    for (number, item) in (1..).zip(&manifest.segments) {
        let path = segment::path_of(Path::new(name), number);
        let file = pieces::hold(target, item, &path, &mut on_bytes)?;
        chain.follow(&segment::open_file(&ring, path, file)?, &mut |_, _, _| Ok(Flow::On))?;
    }
    if chain.tip() != manifest.tip {
        return Err(StoreError::damaged(Path::new(name), 0, "the history does not end where the backup says"));
    }
    for item in &manifest.files {
        let content = ContentId::from_u128(item.id);
        let path = Path::new(name).join(content.to_string());
        let file = pieces::hold(target, item, &path, &mut on_bytes)?;
        Blob::of(&ring, content, path, file)?.prove(&mut |_| Ok(()))?;
    }
    Ok(summary)
}
