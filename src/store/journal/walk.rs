//! Reads frames one after the other and checks every link of the chain. Stops at the first place where no whole frame
//! stands; what that means is for [`super::recover`] to judge. Refuses a whole frame that does not fit the chain.

use super::frame::{self, HEAD_BYTES, Head, Tag};
use super::segment::{PAGE_BYTES, Segment, Tip};
use crate::crypt::secret::Key;
use crate::store::error::StoreError;

/// The chain over everything that ever happened: `MAC(previous link, seq, body)`. It outlives keys and segments, so the
/// same history has the same links after a restore.
pub type Link = [u8; 32];

const LINK_BYTES: usize = 32;
const PREFIX_BYTES: usize = LINK_BYTES + 4;
const READ_BYTES: usize = 256 * 1024;

/// `link 32 | body length u32 | body`: what a frame seals.
pub fn payload(chain: &Key, previous: &Link, seq: u64, body: &[u8]) -> (Link, Vec<u8>) {
    let link = link_after(chain, previous, seq, body);
    let length = u32::try_from(body.len()).expect("a commit is far below 4 GiB");
    (link, [link.as_slice(), &length.to_be_bytes(), body].concat())
}

pub const fn payload_len(body: usize) -> usize {
    PREFIX_BYTES + body
}

/// One frame that was read.
pub struct Step {
    pub tip: Tip,
    pub body: Vec<u8>,
}

pub struct Walk<'a> {
    segment: &'a Segment,
    chain: &'a Key,
    at: u64,
    end: u64,
    seq: u64,
    tag: Tag,
    /// Unknown when the walk began in the middle; then the first link is taken as it is.
    link: Option<Link>,
    buffer: Vec<u8>,
    buffer_at: u64,
}

impl<'a> Walk<'a> {
    /// From the segment's first frame.
    pub fn from_start(segment: &'a Segment, chain: &'a Key) -> Result<Self, StoreError> {
        let start = segment.start();
        Self::at(segment, chain, (start.seq, start.tag), (PAGE_BYTES as u64, Some(start.link)))
    }

    /// From frame `seq`, which the segment holds or ends just before.
    pub fn from_seq(segment: &'a Segment, chain: &'a Key, seq: u64) -> Result<Self, StoreError> {
        if seq == segment.first_seq {
            return Self::from_start(segment, chain);
        }
        let (at, tag) = segment.index.locate(segment, seq)?;
        Self::at(segment, chain, (seq - 1, tag), (at, None))
    }

    fn at(
        segment: &'a Segment,
        chain: &'a Key,
        (seq, tag): (u64, Tag),
        (at, link): (u64, Option<Link>),
    ) -> Result<Self, StoreError> {
        let end = segment.bytes()?;
        Ok(Self { segment, chain, at, end, seq, tag, link, buffer: Vec::new(), buffer_at: at })
    }

    /// Where the next frame stands, or should.
    pub const fn offset(&self) -> u64 {
        self.at
    }

    /// The next frame; `None` when no whole one stands here.
    ///
    /// # Errors
    /// - `Damaged`: a whole frame that is not the next of this chain.
    pub fn step(&mut self) -> Result<Option<Step>, StoreError> {
        let Some(head) = self.peek(HEAD_BYTES)?.and_then(Head::parse) else { return Ok(None) };
        let Some(frame) = self.peek(head.frame_len())?.map(<[u8]>::to_vec) else { return Ok(None) };
        if head.seq != self.seq + 1 || !frame::is_whole(head, &frame) {
            return Ok(None);
        }
        let forged =
            |what: &str| StoreError::damaged(&self.segment.path, self.at, format!("change {} {what}", head.seq));
        let plain = frame::open(self.segment.cipher(), self.segment.place(&self.tag), &frame)
            .map_err(|_| forged("is not as this store wrote it"))?;
        let (link, body) = parts(&plain).ok_or_else(|| forged("does not parse"))?;
        if self.link.is_some_and(|previous| link_after(self.chain, &previous, head.seq, body) != link) {
            return Err(forged("does not follow the one before it"));
        }
        let body = body.to_vec();
        (self.seq, self.tag, self.link) = (head.seq, frame::tag_of(&frame), Some(link));
        self.at += frame.len() as u64;
        Ok(Some(Step { tip: Tip { seq: self.seq, tag: self.tag, link }, body }))
    }

    /// The next `len` bytes; `None` when the file ends before.
    fn peek(&mut self, len: usize) -> Result<Option<&[u8]>, StoreError> {
        if self.at + len as u64 > self.end {
            return Ok(None);
        }
        let held = self.buffer_at + self.buffer.len() as u64;
        if self.at < self.buffer_at || self.at + len as u64 > held {
            let rest = usize::try_from(self.end - self.at).unwrap_or(usize::MAX);
            self.buffer.resize(len.max(READ_BYTES).min(rest), 0);
            self.segment.read(self.at, &mut self.buffer)?;
            self.buffer_at = self.at;
        }
        let from = usize::try_from(self.at - self.buffer_at).expect("the buffer holds it");
        Ok(self.buffer.get(from..from + len))
    }
}

/// How the chain goes on.
pub fn link_after(chain: &Key, previous: &Link, seq: u64, body: &[u8]) -> Link {
    chain.mac(&[previous, &seq.to_be_bytes(), body])
}

fn parts(plain: &[u8]) -> Option<(Link, &[u8])> {
    let (link, rest) = plain.split_first_chunk::<LINK_BYTES>()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let body = rest.get(..u32::from_be_bytes(*length) as usize)?;
    rest[body.len()..].iter().all(|byte| *byte == 0).then_some((*link, body))
}
