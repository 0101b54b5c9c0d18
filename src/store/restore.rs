//! From a backup back to a store. Proves the whole backup before it writes the first byte, and compares chain and counts
//! after the last. Refuses a directory with anything in it, and leaves a store that knows that it was restored.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::archive::{In, Record};
use super::backup::Summary;
use super::blob::Blobs;
use super::codec;
use super::error::StoreError;
use super::journal::walk::{self, Link};
use super::layout::Layout;
use super::options::Options;
use super::sentinel::{Origin, Sentinel};
use super::upload::Upload;
use crate::crypt::key_ring::{KeyRing, Purpose};
use crate::crypt::secret::Key;
use crate::crypt::slot::Opener;
use crate::model::id::FileId;

/// Reads a whole backup and proves every record, without a store.
///
/// # Errors
/// - `Damaged`: it is not as it was written.
/// - `Key`: no slot opens it.
pub fn verify_backup(path: &Path, openers: &[Opener]) -> Result<Summary, StoreError> {
    // There is no data directory that the key file could lie in.
    let (archive, ring) = In::open(path, path, openers)?;
    prove(archive, &ring.derived(Purpose::Chain), &mut |_| Ok(()))
}

/// Makes a store in `dir` out of a backup. It opens with [`Origin::Restored`].
///
/// # Errors
/// - `NotEmpty`: there is something in `dir`.
/// - `Damaged`, `Key`: the backup cannot be used; nothing was written.
pub fn restore(
    path: &Path,
    dir: &Path,
    openers: &[Opener],
    (options, on_entry): (&Options, &mut dyn FnMut(u64)),
) -> Result<Summary, StoreError> {
    if dir.exists() && std::fs::read_dir(dir).map_err(StoreError::io("listing", dir))?.next().is_some() {
        return Err(StoreError::NotEmpty(dir.to_owned()));
    }
    verify_backup(path, openers)?;
    std::fs::create_dir_all(dir).map_err(StoreError::io("making", dir))?;
    let (archive, ring) = In::open(path, dir, openers)?;
    let ring = Arc::new(ring.settle(dir)?);
    let mut target = Target::new(dir, &ring, options)?;
    let summary = prove(archive, &ring.derived(Purpose::Chain), &mut |record| {
        if let Record::Entry { seq, .. } = record {
            on_entry(seq);
        }
        target.take(record)
    })?;
    let sentinel = Sentinel { epoch: target.epoch + 1, origin: Origin::Restored };
    target.layout.finish(sentinel)?;
    Ok(summary)
}

/// A store in the making.
struct Target {
    layout: Layout,
    blobs: Blobs,
    upload: Option<Upload>,
    epoch: u32,
    group: Vec<(Link, Vec<u8>)>,
    group_bytes: usize,
}

const GROUP_BYTES_MAX: usize = 4 << 20;

impl Target {
    fn new(dir: &Path, ring: &Arc<KeyRing>, options: &Options) -> Result<Self, StoreError> {
        let layout = Layout::begin(dir, ring, options)?;
        let blobs = Blobs::open(dir, Arc::clone(ring), options.reserve)?;
        Ok(Self { layout, blobs, upload: None, epoch: 0, group: Vec::new(), group_bytes: 0 })
    }

    fn take(&mut self, record: Record) -> Result<(), StoreError> {
        match record {
            Record::Begin { epoch, .. } => self.epoch = epoch,
            Record::Entry { link, body, .. } => {
                self.group_bytes += body.len();
                self.group.push((link, body));
                if self.group_bytes >= GROUP_BYTES_MAX {
                    self.flush()?;
                }
            }
            Record::FileBegin { id } => {
                let id = FileId::from_u128(u128::from_be_bytes(id));
                self.upload = Some(self.blobs.begin(id)?);
            }
            Record::FileBytes { bytes } => {
                self.upload.as_mut().expect("records come in order").write(&bytes)?;
            }
            Record::FileEnd { .. } => {
                self.upload.take().expect("records come in order").finish()?;
            }
            Record::End { rows, .. } => {
                self.flush()?;
                self.layout.expect_rows(&rows.into_iter().collect::<BTreeMap<u16, u64>>())?;
            }
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), StoreError> {
        self.group_bytes = 0;
        self.layout.append(&std::mem::take(&mut self.group))
    }
}

/// Reads to the end and checks order, chain and digests on the way. `visit` sees only what has been proved so far.
fn prove(
    mut archive: In,
    chain: &Key,
    visit: &mut dyn FnMut(Record) -> Result<(), StoreError>,
) -> Result<Summary, StoreError> {
    let bent = |archive: &In, what: &str| StoreError::damaged(archive.path(), 0, what);
    let (mut summary, mut link, mut expected) = (Summary::default(), [0; 32], None);
    let mut file: Option<blake3::Hasher> = None;
    let mut is_ended = false;
    while let Some(record) = archive.next_record()? {
        let fits = !is_ended
            && match &record {
                Record::Begin { entries, .. } => expected.replace(*entries).is_none(),
                Record::Entry { seq, link: claimed, body } => {
                    let after = walk::link_after(chain, &link, *seq, body);
                    (link, summary.head) = (after, summary.head + 1);
                    *seq == summary.head && after == *claimed && codec::decode(body).is_some() && file.is_none()
                }
                Record::FileBegin { .. } => file.replace(blake3::Hasher::new()).is_none(),
                Record::FileBytes { bytes } => file.as_mut().map(|file| file.update(bytes)).is_some(),
                Record::FileEnd { digest } => {
                    summary.files += 1;
                    file.take().is_some_and(|file| file.finalize().as_bytes() == digest)
                }
                Record::End { files, .. } => {
                    is_ended = true;
                    file.is_none() && *files == summary.files && expected == Some(summary.head)
                }
            };
        if !fits {
            return Err(bent(&archive, "a record of the backup does not fit the ones before it"));
        }
        visit(record)?;
    }
    if !is_ended {
        return Err(bent(&archive, "the backup has no end"));
    }
    let size = std::fs::metadata(archive.path()).map_err(StoreError::io("asking for the size of", archive.path()))?;
    summary.bytes = size.len();
    Ok(summary)
}
