//! The end of the journal, where commits are added. Refuses nothing itself: after any error here the store must stop, for
//! what reached the disk is then unknown, and a second try could acknowledge what a power cut takes back.

use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, RwLock};

use super::frame::{self, Order};
use super::mark::{Mark, Marks};
use super::segment::{self, PAGE_BYTES, Segment, Tip};
use super::walk;
use crate::crypt::class::Class;
use crate::crypt::key_ring::{KeyRing, Purpose};
use crate::crypt::secret::Key;
use crate::store::error::StoreError;

/// Every segment, ascending; shared with readers, and locked because the writer adds to it.
pub type Segments = Arc<RwLock<Vec<Arc<Segment>>>>;

/// The segment that is set aside ahead of need. Locked because the keeper and the writer may both find it missing.
pub struct Spare {
    dir: PathBuf,
    bytes: u64,
    busy: Mutex<()>,
}

impl Spare {
    pub const fn new(dir: PathBuf, bytes: u64) -> Self {
        Self { dir, bytes, busy: Mutex::new(()) }
    }

    /// Bytes that [`Spare::provide`] would take from the disk.
    pub fn wanted(&self, frames: u64) -> u64 {
        if self.has_room_for(frames) { 0 } else { self.bytes.max(PAGE_BYTES as u64 + frames) }
    }

    fn has_room_for(&self, frames: u64) -> bool {
        segment::spare_len(&self.dir).is_some_and(|len| len >= PAGE_BYTES as u64 + frames)
    }

    /// A small spare where a usual one does not fit: a full disk can be opened, read and cleared up.
    pub fn provide_some(&self) -> Result<(), StoreError> {
        match self.provide(0) {
            Err(StoreError::StorageFull { .. }) => segment::prepare_spare(&self.dir, SMALL_BYTES),
            done => done,
        }
    }

    /// Sets a spare aside unless one with room for `frames` bytes is there.
    ///
    /// # Errors
    /// - `StorageFull`: there is no room; nothing else has happened.
    pub fn provide(&self, frames: u64) -> Result<(), StoreError> {
        let _busy = self.busy.lock().expect("no holder panics");
        match self.wanted(frames) {
            0 => Ok(()),
            wanted => segment::prepare_spare(&self.dir, wanted),
        }
    }
}

const SMALL_BYTES: u64 = 64 << 10;

pub struct Tail {
    dir: PathBuf,
    ring: Arc<KeyRing>,
    chain: Key,
    segments: Segments,
    segment: Arc<Segment>,
    marks: Marks,
    at: u64,
    room: u64,
    tip: Tip,
    #[cfg(test)]
    breakage: Option<std::fs::File>,
}

impl Tail {
    /// Adds `segment`, just begun, to `segments` and goes on there.
    pub fn new(
        dir: &Path,
        ring: Arc<KeyRing>,
        segments: Segments,
        (segment, marks): (Segment, Marks),
    ) -> Result<Self, StoreError> {
        let segment = Arc::new(segment);
        segments.write().expect("no holder panics").push(Arc::clone(&segment));
        let (room, tip) = (segment.bytes()?, segment.start());
        let chain = ring.derived(Purpose::Chain);
        Ok(Self {
            dir: dir.to_owned(),
            ring,
            chain,
            segments,
            segment,
            marks,
            at: PAGE_BYTES as u64,
            room,
            tip,
            #[cfg(test)]
            breakage: None,
        })
    }

    /// Of the last durable frame.
    pub const fn tip(&self) -> Tip {
        self.tip
    }

    pub const fn segments(&self) -> &Segments {
        &self.segments
    }

    /// Where the next frame of the newest segment will stand; nothing before it ever changes.
    pub const fn end(&self) -> u64 {
        self.at
    }

    /// Whether `frames` bytes need a new segment, and so a spare.
    pub const fn is_short_of(&self, frames: u64) -> bool {
        self.at + frames > self.room
    }

    /// Makes the bodies durable, in order, as one write and one sync. Gives the seq of the last.
    pub fn append(&mut self, bodies: &[Vec<u8>]) -> Result<Tip, StoreError> {
        if self.is_short_of(frames_len(bodies)) {
            self.turn_over()?;
        }
        let durable_before = self.tip.seq;
        let mut frames = Vec::with_capacity(usize::try_from(frames_len(bodies)).expect("a group fits into memory"));
        let mut tip = self.tip;
        for body in bodies {
            let seq = tip.seq + 1;
            let (link, payload) = walk::payload(&self.chain, &tip.link, seq, body);
            let (cipher, place) = (self.segment.cipher(), self.segment.place(&tip.tag));
            let tag = frame::write(cipher, place, Order { seq, durable_before }, &payload, &mut frames);
            tip = Tip { seq, tag, link };
        }
        let (path, file) = (&self.segment.path, self.file());
        file.write_all_at(&frames, self.at).map_err(StoreError::io("writing", path))?;
        file.sync_data().map_err(StoreError::io("syncing", path))?;
        self.at += frames.len() as u64;
        self.tip = tip;
        Ok(tip)
    }

    /// Writes the acknowledged mark if it lags.
    pub fn mark(&mut self) -> Result<(), StoreError> {
        let mark = Mark { segment: self.segment.number, tip: self.tip };
        if self.marks.newest() == mark { Ok(()) } else { self.marks.write(mark) }
    }

    /// Goes on under the newest data key. A spare must be there.
    pub fn renew_key(&mut self) -> Result<(), StoreError> {
        if self.segment.dek == self.ring.newest_dek(Class::Audit) { Ok(()) } else { self.turn_over() }
    }

    fn file(&self) -> &std::fs::File {
        #[cfg(test)]
        if let Some(broken) = &self.breakage {
            return broken;
        }
        &self.segment.file
    }

    /// From now on the disk takes nothing.
    #[cfg(test)]
    pub fn fail_writes(&mut self) {
        self.breakage = Some(std::fs::File::options().write(true).open("/dev/full").expect("Linux has it"));
    }

    #[cfg(test)]
    pub fn heal_writes(&mut self) {
        self.breakage = None;
    }

    /// Goes on in the spare. The mark names the new segment before anything in it is acknowledged, so its loss is seen.
    fn turn_over(&mut self) -> Result<(), StoreError> {
        let next = Arc::new(segment::begin(&self.dir, &self.ring, self.segment.number + 1, self.tip)?);
        self.segment.file.set_len(self.at).map_err(StoreError::io("trimming", &self.segment.path))?;
        self.segments.write().expect("no holder panics").push(Arc::clone(&next));
        (self.room, self.at, self.segment) = (next.bytes()?, PAGE_BYTES as u64, next);
        self.mark()
    }
}

/// Bytes that the bodies take in the journal.
pub fn frames_len(bodies: &[Vec<u8>]) -> u64 {
    bodies.iter().map(|body| frame::len_of(walk::payload_len(body.len())) as u64).sum()
}
