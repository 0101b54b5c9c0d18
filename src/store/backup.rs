//! A backup of a running store: the journal up to one commit, and every stored file, as they stand sealed on the disk. From
//! the journal the rows follow, so it is one point in time whatever happens meanwhile. What the target has already is not
//! copied again, so each backup costs what is new. Refuses to call anything a backup before all of it is there, and to begin one
//! that would not fit beside the room that the store keeps free.

use std::collections::HashMap;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use super::Store;
use super::apply::Head;
use super::error::StoreError;
use super::manifest::{self, Digest, Item, Manifest, PIECE_BYTES, PIECES_FOLDER, Shut, Summary};
use super::space::{self, Reserve, Space};
use super::target::Target;
use crate::model::id::ContentId;
use crate::model::time::Timestamp;

/// Bytes of a segment or file that hold its salt, which no other has.
const BIRTH_BYTES: usize = 128;

/// How far it has come, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    pub bytes: u64,
    pub of: u64,
}

/// Told about every piece; an error, such as `Cancelled`, ends the work.
pub type OnDone<'a> = &'a mut dyn FnMut(Done) -> Result<(), StoreError>;

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub name: String,
    pub summary: Summary,
    /// Bytes that the target did not have.
    pub copied: u64,
}

impl Store {
    /// Durable and whole when it returns. A try that fails leaves pieces, which the next one finds there.
    ///
    /// # Errors
    /// - `StorageFull`: the folder's disk has no room for what is new in it.
    /// - as the target's, and what `on_done` says.
    pub fn backup(&self, target: &dyn Target, now: Timestamp, on_done: OnDone<'_>) -> Result<Made, StoreError> {
        let _pin = self.blobs.pin();
        let (head, segments) = self.point()?;
        let files = self.stored_files()?;
        let known = manifest::list(target)?;
        let at = free_instant(now, &known);
        let of = segments.iter().chain(&files).map(|source| source.bytes).sum();
        let done = Done { bytes: 0, of };
        let mut copy =
            Copy { target, reserve: self.kept_at(target)?, there: pieces_at(target)?, done, copied: 0, on_done };
        let earlier = Earlier::of(self.newest_of(target, &known));
        // Before the first byte: half a backup would only take the room away from the store.
        copy.admit(copy.fresh(&segments, &earlier.segments)? + copy.fresh(&files, &earlier.files)?)?;
        let mut items = |sources: &[Source], earlier: &HashMap<u128, Item>| {
            sources.iter().map(|source| copy.item(source, earlier.get(&source.id))).collect::<Result<Vec<_>, _>>()
        };
        let (segments, files) = (items(&segments, &earlier.segments)?, items(&files, &earlier.files)?);
        let contents = head.contents.into_iter().collect();
        let manifest = Manifest { at, epoch: self.sentinel()?.epoch, tip: head.tip, contents, segments, files };
        let name = manifest::name_of(at);
        let bytes = manifest.encode(&self.core.ring);
        copy.admit(bytes.len() as u64)?;
        target.put(&name, &bytes)?;
        Ok(Made { name, summary: manifest.summary(), copied: copy.copied + bytes.len() as u64 })
    }

    /// Opens a backup of this store.
    pub fn manifest(&self, target: &dyn Target, name: &str) -> Result<Manifest, StoreError> {
        Shut::read(target, name)?.open(&self.core.ring)
    }

    /// One point in time, and the segments that lead to it.
    fn point(&self) -> Result<(Head, Vec<Source>), StoreError> {
        let hand = self.core.hand();
        let (head, end) = (self.core.folded(&hand)?.applier.head().clone(), hand.tail.end());
        let segments = self.core.segments.read().expect("no holder panics").clone();
        drop(hand);
        let newest = segments.last().map(|segment| segment.number);
        let mut sources = Vec::with_capacity(segments.len());
        for segment in &segments {
            // Only the newest one grows.
            let bytes = if Some(segment.number) == newest { end } else { segment.bytes()? };
            sources.push(Source { id: u128::from(segment.number), bytes, path: segment.path.clone() });
        }
        Ok((head, sources))
    }

    fn stored_files(&self) -> Result<Vec<Source>, StoreError> {
        let source = |content: ContentId| {
            let (path, bytes) = self.blobs.sealed(content)?;
            Ok(Source { id: content.as_u128(), bytes, path })
        };
        self.blobs.list()?.into_iter().map(source).collect()
    }

    /// What must stay free on the target's disk: on the store's own, as much as the store itself keeps.
    fn kept_at(&self, target: &dyn Target) -> Result<Reserve, StoreError> {
        let is_own = target.folder().map(|folder| space::is_one_disk(folder, &self.core.dir)).transpose()?;
        Ok(if is_own == Some(true) { self.core.options.reserve } else { Reserve::LEAST })
    }

    /// The newest one that this store can read, to take over from it what has not changed.
    fn newest_of(&self, target: &dyn Target, known: &[(Timestamp, String)]) -> Option<Manifest> {
        known.iter().find_map(|(_, name)| self.manifest(target, name).ok())
    }
}

/// A sealed file of the store.
struct Source {
    id: u128,
    bytes: u64,
    path: PathBuf,
}

/// What an earlier backup says of each segment and file.
#[derive(Default)]
struct Earlier {
    segments: HashMap<u128, Item>,
    files: HashMap<u128, Item>,
}

impl Earlier {
    fn of(manifest: Option<Manifest>) -> Self {
        let by_id = |items: Vec<Item>| items.into_iter().map(|item| (item.id, item)).collect();
        manifest.map_or_else(Self::default, |manifest| Self {
            segments: by_id(manifest.segments),
            files: by_id(manifest.files),
        })
    }
}

/// A copy under way.
struct Copy<'a> {
    target: &'a dyn Target,
    reserve: Reserve,
    /// Pieces at the target, by name, with their length.
    there: HashMap<String, u64>,
    done: Done,
    copied: u64,
    on_done: OnDone<'a>,
}

impl Copy<'_> {
    fn item(&mut self, source: &Source, earlier: Option<&Item>) -> Result<Item, StoreError> {
        let file = File::open(&source.path).map_err(StoreError::io("opening", &source.path))?;
        let birth = birth(&file, source)?;
        let mut item = Item { id: source.id, bytes: source.bytes, birth, pieces: Vec::new() };
        for at in 0..item.cuts() {
            let bytes = item.piece_bytes(at);
            item.pieces.push(match self.same(&item, earlier, at) {
                Some(digest) => digest,
                None => self.piece((&file, &source.path), at as u64 * PIECE_BYTES, bytes)?,
            });
            self.done.bytes += bytes;
            (self.on_done)(self.done)?;
        }
        Ok(item)
    }

    /// The piece that the target has of it already. What stood before a cut stands there for ever, so equal length means equal bytes.
    fn same(&self, item: &Item, earlier: Option<&Item>, at: usize) -> Option<Digest> {
        let (bytes, born) = (item.piece_bytes(at), |earlier: &&Item| earlier.birth == item.birth);
        let same = earlier.filter(born).filter(|earlier| earlier.pieces.len() > at && earlier.piece_bytes(at) == bytes);
        same.map(|earlier| earlier.pieces[at]).filter(|digest| self.has(digest, bytes))
    }

    /// Bytes that the target does not have yet, as far as can be told without reading them.
    fn fresh(&self, sources: &[Source], earlier: &HashMap<u128, Item>) -> Result<u64, StoreError> {
        let mut fresh = 0;
        for source in sources {
            let file = File::open(&source.path).map_err(StoreError::io("opening", &source.path))?;
            let birth = birth(&file, source)?;
            let item = Item { id: source.id, bytes: source.bytes, birth, pieces: Vec::new() };
            let is_new = |at: &usize| self.same(&item, earlier.get(&source.id), *at).is_none();
            fresh += (0..item.cuts()).filter(is_new).map(|at| item.piece_bytes(at)).sum::<u64>();
        }
        Ok(fresh)
    }

    fn admit(&self, wanted: u64) -> Result<(), StoreError> {
        self.target.folder().map_or(Ok(()), |folder| Space::of(folder)?.admit(self.reserve, wanted))
    }

    fn piece(&mut self, (file, path): (&File, &Path), at: u64, bytes: u64) -> Result<Digest, StoreError> {
        let mut piece = vec![0; usize::try_from(bytes).expect("a piece is small")];
        file.read_exact_at(&mut piece, at).map_err(StoreError::io("reading", path))?;
        let digest = *blake3::hash(&piece).as_bytes();
        if !self.has(&digest, bytes) {
            self.admit(bytes)?;
            self.target.put(&manifest::piece_name(&digest), &piece)?;
            self.there.insert(manifest::hex(&digest), bytes);
            self.copied += bytes;
        }
        Ok(digest)
    }

    fn has(&self, digest: &Digest, bytes: u64) -> bool {
        self.there.get(&manifest::hex(digest)) == Some(&bytes)
    }
}

fn birth(file: &File, source: &Source) -> Result<Digest, StoreError> {
    let mut head = vec![0; usize::try_from(source.bytes).unwrap_or(usize::MAX).min(BIRTH_BYTES)];
    file.read_exact_at(&mut head, 0).map_err(StoreError::io("reading", &source.path))?;
    Ok(*blake3::hash(&head).as_bytes())
}

fn pieces_at(target: &dyn Target) -> Result<HashMap<String, u64>, StoreError> {
    Ok(target.list(PIECES_FOLDER)?.into_iter().map(|object| (object.name, object.bytes)).collect())
}

/// Two backups never have one name.
fn free_instant(now: Timestamp, known: &[(Timestamp, String)]) -> Timestamp {
    let mut at = now;
    while known.iter().any(|(known, _)| *known == at) {
        at = at.plus_ms(1);
    }
    at
}
