//! Where the frames of one segment are. Remembers every 64th; walks the heads in between. Refuses a head that is not the
//! next one.

use std::sync::Mutex;

use super::frame::{HEAD_BYTES, Head, Tag};
use super::segment::{PAGE_BYTES, Segment};
use crate::store::error::StoreError;

const STRIDE: u64 = 64;

/// Ascending `(seq, offset)`. Locked because several readers may extend it at once.
pub struct Index(Mutex<Vec<(u64, u64)>>);

impl Index {
    pub fn starting_at(first_seq: u64) -> Self {
        Self(Mutex::new(vec![(first_seq, PAGE_BYTES as u64)]))
    }

    /// The offset of frame `seq`, and the tag of the frame before it. The segment must hold `seq` or end just before it.
    pub fn locate(&self, segment: &Segment, seq: u64) -> Result<(u64, Tag), StoreError> {
        let (mut here, mut at) = self.nearest(seq);
        while here < seq {
            let mut head = [0; HEAD_BYTES];
            segment.read(at, &mut head)?;
            let head = Head::parse(&head).filter(|head| head.seq == here);
            let head =
                head.ok_or_else(|| StoreError::damaged(&segment.path, at, format!("change {here} is missing")))?;
            at += head.frame_len() as u64;
            here += 1;
            if (here - segment.first_seq).is_multiple_of(STRIDE) {
                self.remember(here, at);
            }
        }
        let mut tag = segment.start().tag;
        if seq > segment.first_seq {
            segment.read(at - tag.len() as u64, &mut tag)?;
        }
        Ok((at, tag))
    }

    fn nearest(&self, seq: u64) -> (u64, u64) {
        let known = self.0.lock().expect("no holder panics");
        let after = known.partition_point(|(known, _)| *known <= seq);
        known[after.saturating_sub(1)]
    }

    fn remember(&self, seq: u64, at: u64) {
        let mut known = self.0.lock().expect("no holder panics");
        if known.last().is_some_and(|(last, _)| *last < seq) {
            known.push((seq, at));
        }
    }
}
