//! A backup of a running store: the whole journal up to one commit, and every stored file. From it the rows follow, so it
//! is one point in time whatever happens meanwhile. Refuses to overwrite anything.

use std::path::Path;

use super::Store;
use super::archive::{Out, Record};
use super::blob::Blob;
use super::error::StoreError;
use super::journal::segment::Tip;
use super::journal::walk::Walk;
use crate::crypt::key_ring::Purpose;
use crate::crypt::whole_file;

/// What a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Everything up to this commit.
    pub head: u64,
    pub files: u64,
    /// Of the backup itself.
    pub bytes: u64,
}

impl Store {
    /// Writes a backup to `path`; durable and complete when it returns, absent if it fails. `on_entry` is told the seqs.
    ///
    /// # Errors
    /// - `NotEmpty`: there is something at `path`.
    pub fn backup(&self, path: &Path, on_entry: &mut dyn FnMut(u64)) -> Result<Summary, StoreError> {
        if path.exists() {
            return Err(StoreError::NotEmpty(path.to_owned()));
        }
        let part = whole_file::part_of(path);
        if part.exists() {
            std::fs::remove_file(&part).map_err(StoreError::io("removing", &part))?;
        }
        let summary = self.write_backup(&part, on_entry).inspect_err(|_| {
            // The failure itself is what counts; an unfinished file is overwritten by the next try.
            drop(std::fs::remove_file(&part));
        })?;
        std::fs::rename(&part, path).map_err(StoreError::io("renaming", &part))?;
        let parent = whole_file::parent(path);
        whole_file::sync_dir(parent).map_err(StoreError::io("syncing", parent))?;
        Ok(summary)
    }

    fn write_backup(&self, part: &Path, on_entry: &mut dyn FnMut(u64)) -> Result<Summary, StoreError> {
        let _pin = self.blobs.pin();
        let head = self.core.hand.lock().expect("no holder panics").applier.head().clone();
        let mut out = Out::create(part, &self.core.ring)?;
        out.put(&Record::Begin { epoch: self.sentinel()?.epoch, entries: head.tip.seq })?;
        self.write_entries(&mut out, head.tip, on_entry)?;
        let files = self.blobs.list()?;
        for id in &files {
            out.put(&Record::FileBegin { id: id.to_bytes() })?;
            write_file(&mut out, &self.blobs.get(*id)?)?;
        }
        let rows = head.tallies.iter().map(|(ns, tally)| (*ns, tally.rows)).collect();
        out.put(&Record::End { files: files.len() as u64, rows })?;
        Ok(Summary { head: head.tip.seq, files: files.len() as u64, bytes: out.finish()? })
    }

    fn write_entries(&self, out: &mut Out, to: Tip, on_entry: &mut dyn FnMut(u64)) -> Result<(), StoreError> {
        let chain = self.core.ring.derived(Purpose::Chain);
        let segments = self.core.segments.read().expect("no holder panics").clone();
        let mut tip = Tip::START;
        for (at, segment) in segments.iter().enumerate() {
            let last = segments.get(at + 1).map_or(to.seq, |next| next.start().seq).min(to.seq);
            let mut walk = Walk::from_start(segment, &chain)?;
            while tip.seq < last {
                let missing = format!("change {} is not whole", tip.seq + 1);
                let step = walk.step()?.ok_or_else(|| StoreError::damaged(&segment.path, walk.offset(), missing))?;
                tip = step.tip;
                out.put(&Record::Entry { seq: tip.seq, link: tip.link, body: step.body })?;
                on_entry(tip.seq);
            }
        }
        Ok(())
    }
}

fn write_file(out: &mut Out, blob: &Blob) -> Result<(), StoreError> {
    let mut hasher = blake3::Hasher::new();
    let mut offset = 0;
    while offset < blob.bytes() {
        let bytes = blob.read(offset)?;
        offset += bytes.len() as u64;
        hasher.update(&bytes);
        out.put(&Record::FileBytes { bytes })?;
    }
    out.put(&Record::FileEnd { digest: *hasher.finalize().as_bytes() })
}
