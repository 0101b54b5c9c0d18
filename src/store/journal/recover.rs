//! Finds the end of the journal after a stop of any kind, and proves everything before it. Tells a torn tail, which nobody
//! was told about, from lost data. Refuses a journal that has lost anything acknowledged; never drops anything quietly.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::frame::{self, ALIGN, HEAD_BYTES, Head};
use super::mark;
use super::segment::{self, Segment, Tip};
use super::walk::{Step, Walk};
use crate::crypt::key_ring::{KeyRing, Purpose};
use crate::crypt::secret::Key;
use crate::crypt::whole_file;
use crate::store::error::StoreError;

/// The journal as it was found. Nothing has been changed.
pub struct Found {
    /// Ascending, without gaps, at least one.
    pub segments: Vec<Arc<Segment>>,
    pub marks: mark::Found,
    pub chain: Key,
}

/// The end of the journal.
#[derive(Debug)]
pub struct End {
    pub tip: Tip,
    /// Where the next frame of the last segment would stand.
    pub offset: u64,
    pub torn: Option<Torn>,
}

/// Bytes after the last frame that were never acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Torn {
    pub file: PathBuf,
    pub at: u64,
    pub bytes: u64,
    /// Where a copy is kept.
    pub copy: PathBuf,
}

/// What a replay came to.
pub enum Replayed {
    /// The chain was followed to its end.
    To(End),
    /// At the seq where the replay was to begin, the chain says something else.
    OtherHistory,
}

/// Reads heads and marks.
///
/// # Errors
/// - `Damaged`: a head, both marks, or the order of the segments.
/// - `Lost`: a segment that was acknowledged is not there.
pub fn find(dir: &Path, ring: &KeyRing) -> Result<Found, StoreError> {
    let marks = mark::read(dir, ring)?;
    let mut segments: Vec<Arc<Segment>> = Vec::new();
    for (expected, (number, path)) in (1..).zip(segment::list(dir)?) {
        if number != expected {
            return Err(StoreError::damaged(&segment::path_of(dir, expected), 0, "the file is missing"));
        }
        let segment = segment::open(ring, path)?;
        let follows = segments.last().is_none_or(|last| last.first_seq <= segment.first_seq);
        if segment.number != number || !follows {
            return Err(StoreError::damaged(&segment.path, 0, "the file belongs elsewhere in the journal"));
        }
        segments.push(Arc::new(segment));
    }
    let newest = segments.last().map_or(0, |segment| segment.number);
    if newest < marks.mark.segment {
        return Err(StoreError::damaged(&segment::path_of(dir, newest + 1), 0, "the file is missing"));
    }
    if segments.first().is_none_or(|first| first.start() != Tip::START) {
        return Err(StoreError::damaged(&segment::path_of(dir, 1), 0, "the journal does not begin at its beginning"));
    }
    Ok(Found { segments, marks, chain: ring.derived(Purpose::Chain) })
}

impl Found {
    /// The last seq that is certain to be there; a lower bound of what a replay reaches.
    pub fn seq_min(&self) -> u64 {
        self.segments.last().map_or(0, |last| last.start().seq).max(self.marks.mark.tip.seq)
    }

    /// Follows the chain from `known`, which was reached before, and shows every later frame to `visit`.
    ///
    /// # Errors
    /// - `Damaged`: a frame that was acknowledged is not whole, with its file and offset.
    /// - `Lost`: the journal ends before `known` or before the mark.
    pub fn replay(
        &self,
        known: Tip,
        visit: &mut dyn FnMut(Step) -> Result<(), StoreError>,
    ) -> Result<Replayed, StoreError> {
        let from = self.segments.partition_point(|segment| segment.start().seq <= known.seq).saturating_sub(1);
        let mut tip = self.segments[from].start();
        let mut offset = 0;
        for (at, segment) in self.segments.iter().enumerate().skip(from) {
            if segment.start() != tip {
                return Err(StoreError::damaged(&segment.path, 0, "the file does not follow the one before it"));
            }
            let until = self.segments.get(at + 1).map(|next| next.start().seq);
            let mut walk = Walk::from_start(segment, &self.chain)?;
            loop {
                if tip.seq == known.seq && tip != known {
                    return Ok(Replayed::OtherHistory);
                }
                if tip.seq == self.marks.mark.tip.seq && tip != self.marks.mark.tip {
                    return Err(StoreError::damaged(&segment.path, walk.offset(), "the history is not the marked one"));
                }
                if until == Some(tip.seq) {
                    break;
                }
                let Some(step) = walk.step()? else { break };
                tip = step.tip;
                if tip.seq > known.seq {
                    visit(step)?;
                }
            }
            if until.is_some_and(|until| until != tip.seq) {
                let what = format!("change {} is missing", tip.seq + 1);
                return Err(StoreError::damaged(&segment.path, walk.offset(), what));
            }
            offset = walk.offset();
        }
        let last = self.segments.last().expect("a journal has at least one segment");
        let torn = judge_tail(last, offset, (tip.seq, known.seq.max(self.marks.mark.tip.seq)))?;
        Ok(Replayed::To(End { tip, offset, torn }))
    }
}

/// What stands after the last whole frame of the last segment.
///
/// # Errors
/// - `Damaged`, `Lost`: something that was acknowledged.
pub fn judge_tail(segment: &Segment, at: u64, (last, acknowledged): (u64, u64)) -> Result<Option<Torn>, StoreError> {
    let len = usize::try_from(segment.bytes()?.saturating_sub(at)).expect("a segment fits into memory");
    let mut tail = vec![0; len];
    segment.read(at, &mut tail)?;
    let bytes = tail.iter().rposition(|byte| *byte != 0).map_or(0, |last| last as u64 + 1);
    let missing = last + 1;
    if acknowledged >= missing && bytes == 0 {
        return Err(StoreError::Lost { file: segment.path.clone(), acknowledged, found: last });
    }
    if acknowledged >= missing || later_frame_proves(&tail, missing) {
        return Err(StoreError::damaged(&segment.path, at, format!("change {missing}, which was acknowledged")));
    }
    let copy = segment.path.with_extension(format!("torn-at-{at}"));
    Ok((bytes > 0).then(|| Torn { file: segment.path.clone(), at, bytes, copy }))
}

/// Whether a whole frame further on was written when `missing` was already durable.
fn later_frame_proves(tail: &[u8], missing: u64) -> bool {
    (0..tail.len().saturating_sub(HEAD_BYTES)).step_by(ALIGN).any(|at| {
        Head::parse(&tail[at..])
            .filter(|head| head.seq > missing && head.durable_before >= missing)
            .is_some_and(|head| tail.get(at..at + head.frame_len()).is_some_and(|frame| frame::is_whole(head, frame)))
    })
}

/// Keeps a copy of torn bytes, before their segment is trimmed.
pub fn keep_torn(segment: &Segment, torn: &Torn) -> Result<(), StoreError> {
    let mut bytes = vec![0; usize::try_from(torn.bytes).expect("a segment fits into memory")];
    segment.read(torn.at, &mut bytes)?;
    whole_file::replace(&torn.copy, &bytes).map_err(StoreError::io("copying torn bytes to", &torn.copy))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::FileExt;
    use std::path::Path;

    use super::*;
    use crate::crypt::password::Cost;
    use crate::crypt::recovery;
    use crate::crypt::slot::Opener;
    use crate::store::journal::append::{Spare, Tail};
    use crate::store::journal::mark::{Mark, Marks};
    use crate::store::journal::segment::PAGE_BYTES;

    const SEGMENT_BYTES: u64 = 16 << 10;

    struct Desk {
        dir: tempfile::TempDir,
        ring: Arc<KeyRing>,
        tail: Tail,
        /// Offset of each frame in the first segment.
        frames: Vec<u64>,
    }

    impl Desk {
        fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path();
            let opener = Opener::Recovery(recovery::draw());
            let ring = Arc::new(KeyRing::create(path, &[opener], Cost::LEAST).unwrap());
            Spare::new(path.to_owned(), SEGMENT_BYTES).provide(0).unwrap();
            let first = segment::begin(path, &ring, 1, Tip::START).unwrap();
            let marks = Marks::resume(path, &ring, 0, Mark { segment: 1, tip: Tip::START }).unwrap();
            let tail = Tail::new(path, Arc::clone(&ring), Arc::default(), (first, marks)).unwrap();
            Self { dir, ring, tail, frames: Vec::new() }
        }

        /// Groups of that many bodies of 100 bytes.
        fn append(mut self, groups: &[usize]) -> Self {
            for len in groups {
                let bodies: Vec<Vec<u8>> = (0..*len).map(|at| vec![at.to_le_bytes()[0]; 100]).collect();
                self.frames.extend(bodies.iter().map(|_| 0));
                Spare::new(self.path().to_owned(), SEGMENT_BYTES).provide(0).unwrap();
                self.tail.append(&bodies).unwrap();
            }
            for (at, frame) in self.frames.iter_mut().enumerate() {
                *frame = (PAGE_BYTES + at * frame::len_of(super::super::walk::payload_len(100))) as u64;
            }
            self
        }

        fn marked(mut self) -> Self {
            self.tail.mark().unwrap();
            self
        }

        fn bend(self, at: u64, bytes: &[u8]) -> Self {
            self.first_segment().write_all_at(bytes, at).unwrap();
            self
        }

        /// Never leaves the byte as it was, whatever the seal made of it.
        fn flip(self, at: u64) -> Self {
            let mut byte = [0];
            self.first_segment().read_exact_at(&mut byte, at).unwrap();
            self.bend(at, &[!byte[0]])
        }

        fn first_segment(&self) -> std::fs::File {
            std::fs::OpenOptions::new().read(true).write(true).open(segment::path_of(self.path(), 1)).unwrap()
        }

        fn path(&self) -> &Path {
            self.dir.path()
        }

        /// The last seq and what was torn.
        fn replay(&self) -> Result<(u64, Option<Torn>), StoreError> {
            let mut seqs = Vec::new();
            let found = find(self.path(), &self.ring)?;
            let replayed = found.replay(Tip::START, &mut |step| {
                seqs.push(step.tip.seq);
                Ok(())
            });
            match replayed? {
                Replayed::To(end) => {
                    assert_eq!(seqs, (1..=end.tip.seq).collect::<Vec<_>>());
                    Ok((end.tip.seq, end.torn))
                }
                Replayed::OtherHistory => panic!("nothing was known before"),
            }
        }
    }

    #[test]
    fn a_whole_journal_is_followed_to_its_end() {
        assert_eq!(Desk::new().replay().unwrap(), (0, None));
        assert_eq!(Desk::new().append(&[1, 3, 2]).replay().unwrap(), (6, None));
        assert_eq!(Desk::new().append(&[30; 12]).replay().unwrap(), (360, None), "over several segments");
    }

    #[test]
    fn a_torn_last_group_is_reported_and_the_rest_is_there() {
        let desk = Desk::new().append(&[2, 3]);
        let (at, copy) = (desk.frames[3], segment::path_of(desk.path(), 1));
        let desk = desk.flip(at + 50);
        let (last, torn) = desk.replay().unwrap();
        let torn = torn.unwrap();
        assert_eq!((last, torn.at, &torn.file), (3, at, &copy));
        assert!(torn.bytes > 256, "the frames after it are of the same group, and torn with it");
    }

    #[test]
    fn damage_before_a_later_group_is_no_torn_tail() {
        for at in 0..3 {
            for byte in [0, 4, 8, 16, 24, 28, 40, 191] {
                let desk = Desk::new().append(&[1, 2, 1]);
                let offset = desk.frames[at];
                let desk = desk.flip(offset + byte);
                let damaged = |error| matches!(error, StoreError::Damaged { at, .. } if at == offset);
                assert!(desk.replay().is_err_and(damaged), "byte {byte} of frame {at}");
            }
        }
    }

    #[test]
    fn damage_below_the_mark_is_no_torn_tail() {
        let desk = Desk::new().append(&[2]).marked();
        let at = desk.frames[1];
        assert!(matches!(desk.bend(at, &[0; 64]).replay(), Err(StoreError::Damaged { .. })));
        let desk = Desk::new().append(&[2]).marked();
        let at = desk.frames[1];
        let wiped = desk.bend(at, &[0; 1024]).replay();
        assert!(matches!(wiped, Err(StoreError::Lost { acknowledged: 2, found: 1, .. })));
    }

    #[test]
    fn a_missing_or_misplaced_segment_is_named() {
        let long = || Desk::new().append(&[20; 20]);
        for number in 1..=4 {
            let desk = long();
            let path = segment::path_of(desk.path(), number);
            std::fs::remove_file(&path).unwrap();
            assert!(matches!(desk.replay(), Err(StoreError::Damaged { file, .. }) if file == path), "segment {number}");
        }
        let desk = long();
        std::fs::copy(segment::path_of(desk.path(), 2), segment::path_of(desk.path(), 3)).unwrap();
        assert!(matches!(desk.replay(), Err(StoreError::Damaged { .. })));
    }

    #[test]
    fn rows_of_another_history_are_noticed() {
        let desk = Desk::new().append(&[2, 2]);
        let other = Tip { seq: 2, tag: [7; 16], link: [7; 32] };
        let replayed = find(desk.path(), &desk.ring).unwrap().replay(other, &mut |_| Ok(()));
        assert!(matches!(replayed, Ok(Replayed::OtherHistory)));
        let ahead = Tip { seq: 9, ..other };
        let replayed = find(desk.path(), &desk.ring).unwrap().replay(ahead, &mut |_| Ok(()));
        assert!(matches!(replayed, Err(StoreError::Lost { acknowledged: 9, found: 4, .. })));
    }
}
