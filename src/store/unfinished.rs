//! Uploads that come in pieces. What has arrived stays sealed until the last byte is there, so whoever lost the network goes on from
//! where it broke off. Refuses every piece but the next one: no byte is taken twice, and none is left out.
//!
//! An upload ends with the process. Chunks are sealed under their numbers, and after a crash nobody knows which numbers were used for
//! which bytes; so the next start removes what is left, and the upload begins anew under a key of its own.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use super::blob::{Blobs, Stored};
use super::error::StoreError;
use super::space::Space;
use super::upload::Upload;
use crate::model::id::{UploadId, UserId};
use crate::model::limit::{
    FINISHED_MAX, UNFINISHED_BYTES_PER_USER_MAX, UNFINISHED_IDLE_MS, UNFINISHED_MAX, UNFINISHED_PER_USER_MAX,
};
use crate::model::time::Timestamp;
use crate::model::value::File;

#[derive(Default)]
pub struct Unfinished {
    /// Locked only to look up and to count; bytes are written under the lock of their own upload.
    all: Mutex<Begun>,
}

type Begun = BTreeMap<Whose, Announced>;

/// People choose the ids of their uploads, so nobody knows an upload by its id alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whose {
    pub user: UserId,
    pub upload: UploadId,
}

/// How far an upload has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reached {
    /// So many bytes, from the first on.
    Part(u64),
    /// What it became, and what its bytes are.
    Whole(File, Stored),
}

struct Announced {
    /// What it becomes.
    file: File,
    touched: Timestamp,
    /// It takes no room any more.
    is_whole: bool,
    /// Shared because its pieces may come beside each other.
    part: Arc<Mutex<Part>>,
}

enum Part {
    Open(Box<Upload>),
    Whole(Stored),
    /// Something failed, and nothing is left.
    Lost,
}

impl Blobs {
    /// Begins an upload of as many bytes as `file` has. Gives the file that it becomes: an upload that was begun stays what it was
    /// announced as.
    ///
    /// # Errors
    /// - `StorageFull`: there is no room for all of it.
    /// - `UploadsCrowded`: too many people are in the middle of one.
    pub fn announce(&self, whose: Whose, file: File, now: Timestamp) -> Result<File, StoreError> {
        Space::of(&self.dir)?.admit(self.reserve, file.bytes)?;
        let part = Arc::new(Mutex::new(Part::Open(Box::new(self.begin()?))));
        let mut all = self.unfinished.locked();
        if let Some(begun) = all.get(&whose) {
            return Ok(begun.file.clone());
        }
        make_room(&mut all, whose.user, file.bytes)?;
        all.insert(whose, Announced { file: file.clone(), touched: now, is_whole: false, part });
        Ok(file)
    }

    pub fn reached(&self, whose: Whose) -> Reached {
        match self.unfinished.find(whose) {
            Some((file, part)) => part.lock().expect("no holder panics").reached(&file),
            None => Reached::Part(0),
        }
    }

    /// Takes the bytes if they are the next ones; otherwise changes nothing. With the last of them it is stored, as by
    /// [`Blobs::keep`].
    ///
    /// # Errors
    /// - `FileTooLarge`: more than was announced. What is there stays.
    /// - All others: nothing is left of the upload.
    pub fn append(&self, whose: Whose, offset: u64, bytes: &[u8], now: Timestamp) -> Result<Reached, StoreError> {
        let Some((file, part)) = self.unfinished.find(whose) else { return Ok(Reached::Part(0)) };
        self.unfinished.change(whose, |announced| announced.touched = now);
        let mut part = part.lock().expect("no holder panics");
        if part.reached(&file) != Reached::Part(offset) {
            return Ok(part.reached(&file));
        }
        if offset + bytes.len() as u64 > file.bytes {
            return Err(StoreError::FileTooLarge { max: file.bytes });
        }
        let before = std::mem::replace(&mut *part, Part::Lost);
        *part = self.grown(before, bytes, (file.bytes, now)).inspect_err(|_| self.give_up(whose))?;
        if matches!(*part, Part::Whole(_)) {
            self.unfinished.change(whose, |announced| announced.is_whole = true);
        }
        Ok(part.reached(&file))
    }

    fn grown(&self, part: Part, bytes: &[u8], (whole, now): (u64, Timestamp)) -> Result<Part, StoreError> {
        let Part::Open(mut upload) = part else { return Ok(part) };
        upload.write(bytes)?;
        if upload.bytes() < whole { Ok(Part::Open(upload)) } else { Ok(Part::Whole(self.keep(*upload, now)?)) }
    }

    /// Nothing is left of it.
    pub fn give_up(&self, whose: Whose) {
        self.unfinished.locked().remove(&whose);
    }

    /// All of them: what they have is under a key that is to be forgotten.
    pub(super) fn give_up_all(&self) {
        self.unfinished.locked().clear();
    }

    /// Gives up what nobody goes on with. Gives the number of unfinished ones among it.
    pub fn sweep_unfinished(&self, now: Timestamp) -> usize {
        let mut given_up = 0;
        self.unfinished.locked().retain(|_, announced| {
            let stays = now.since(announced.touched) <= UNFINISHED_IDLE_MS;
            given_up += usize::from(!stays && !announced.is_whole);
            stays
        });
        given_up
    }
}

impl Unfinished {
    fn locked(&self) -> MutexGuard<'_, Begun> {
        self.all.lock().expect("no holder panics")
    }

    fn find(&self, whose: Whose) -> Option<(File, Arc<Mutex<Part>>)> {
        self.locked().get(&whose).map(|announced| (announced.file.clone(), Arc::clone(&announced.part)))
    }

    fn change(&self, whose: Whose, change: impl FnOnce(&mut Announced)) {
        if let Some(announced) = self.locked().get_mut(&whose) {
            change(announced);
        }
    }
}

impl Part {
    fn reached(&self, file: &File) -> Reached {
        match self {
            Self::Open(upload) => Reached::Part(upload.bytes()),
            Self::Whole(stored) => Reached::Whole(file.clone(), *stored),
            Self::Lost => Reached::Part(0),
        }
    }
}

/// For one more of `bytes` bytes. What waits longest of the person's own gives way, and of the finished ones whatever is oldest.
fn make_room(all: &mut Begun, user: UserId, bytes: u64) -> Result<(), StoreError> {
    let is_own = |whose: &Whose, announced: &Announced| whose.user == user && !announced.is_whole;
    let is_finished = |_: &Whose, announced: &Announced| announced.is_whole;
    loop {
        let own = all.iter().filter(|(whose, announced)| is_own(whose, announced));
        let (count, sum) = own.fold((0, 0), |(count, sum), (_, announced)| (count + 1, sum + announced.file.bytes));
        let is_room = count < UNFINISHED_PER_USER_MAX && sum + bytes <= UNFINISHED_BYTES_PER_USER_MAX;
        if is_room || count == 0 {
            break;
        }
        drop_oldest(all, is_own);
    }
    let finished = all.values().filter(|announced| announced.is_whole).count();
    if finished >= FINISHED_MAX {
        drop_oldest(all, is_finished);
    }
    if all.len() - finished.min(FINISHED_MAX) >= UNFINISHED_MAX { Err(StoreError::UploadsCrowded) } else { Ok(()) }
}

fn drop_oldest(all: &mut Begun, is_meant: impl Fn(&Whose, &Announced) -> bool) {
    let meant = all.iter().filter(|(whose, announced)| is_meant(whose, announced));
    if let Some(oldest) = meant.min_by_key(|(_, announced)| announced.touched).map(|(whose, _)| *whose) {
        all.remove(&oldest);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::crypt::key_ring::KeyRing;
    use crate::crypt::password::Cost;
    use crate::crypt::recovery;
    use crate::crypt::slot::Opener;
    use crate::model::id::FileId;
    use crate::store::Store;
    use crate::store::blob::{CHUNK_BYTES, DIR, INCOMING_DIR};
    use crate::store::options::Options;
    use crate::store::reseal::{Bite, Resealing};
    use crate::store::space::Reserve;

    const NOW: Timestamp = Timestamp(1_764_000_000_000);
    const OWN: Whose = whose(1, 1);

    const fn whose(user: u128, upload: u128) -> Whose {
        Whose { user: UserId::from_u128(user), upload: UploadId::from_u128(upload) }
    }

    fn blobs(dir: &Path) -> Blobs {
        let ring = KeyRing::create(dir, &[Opener::Recovery(recovery::draw())], Cost::LEAST).unwrap();
        Blobs::open(dir, Arc::new(ring), Reserve::NONE).unwrap()
    }

    fn plain(len: usize) -> Vec<u8> {
        (0..len).map(|at| (at % 251).to_le_bytes()[0]).collect()
    }

    fn file(bytes: usize) -> File {
        let (name, media) = ("note.txt".to_owned(), "text/plain".to_owned());
        File { id: FileId::from_u128(7), name, bytes: bytes as u64, media }
    }

    fn parts(dir: &Path) -> usize {
        std::fs::read_dir(dir.join(DIR).join(INCOMING_DIR)).unwrap().count()
    }

    #[test]
    fn pieces_of_any_length_become_what_the_whole_would() {
        let plain = plain(3 * CHUNK_BYTES + 7);
        for len in [1_000, CHUNK_BYTES, CHUNK_BYTES + 1, plain.len()] {
            let dir = tempfile::tempdir().unwrap();
            let blobs = blobs(dir.path());
            blobs.announce(OWN, file(plain.len()), NOW).unwrap();
            let mut reached = Reached::Part(0);
            for (number, piece) in plain.chunks(len).enumerate() {
                assert_eq!(reached, Reached::Part((number * len) as u64));
                reached = blobs.append(OWN, (number * len) as u64, piece, NOW).unwrap();
            }
            let stored = blobs.put(NOW, &mut plain.as_slice()).unwrap();
            assert_eq!(reached, Reached::Whole(file(plain.len()), stored), "{len}");
            assert_eq!((blobs.list().unwrap(), parts(dir.path())), (vec![stored.content], 0));
            assert_eq!(blobs.append(OWN, plain.len() as u64, &[], NOW).unwrap(), reached, "told again");
            assert_eq!(blobs.append(OWN, 0, &plain[..len], NOW).unwrap(), reached);
        }
    }

    #[test]
    fn a_piece_that_is_not_the_next_one_changes_nothing_and_is_told_where_to_go_on() {
        let dir = tempfile::tempdir().unwrap();
        let (blobs, plain) = (blobs(dir.path()), plain(300_000));
        assert_eq!(blobs.append(OWN, 0, &plain, NOW).unwrap(), Reached::Part(0), "nobody began it");
        blobs.announce(OWN, file(plain.len()), NOW).unwrap();
        assert_eq!(blobs.append(OWN, 0, &plain[..100_000], NOW).unwrap(), Reached::Part(100_000));
        for (offset, what) in [(0, "twice"), (50_000, "overlapping"), (100_001, "a hole"), (200_000, "too far")] {
            let piece = &plain[offset..offset + 90_000];
            assert_eq!(blobs.append(OWN, offset as u64, piece, NOW).unwrap(), Reached::Part(100_000), "{what}");
        }
        let long = [&plain[100_000..], &[1]].concat();
        let refused = blobs.append(OWN, 100_000, &long, NOW);
        assert!(matches!(refused, Err(StoreError::FileTooLarge { max: 300_000 })), "{refused:?}");
        assert_eq!(blobs.announce(OWN, file(5), NOW).unwrap(), file(plain.len()), "it goes on");
        let Reached::Whole(_, stored) = blobs.append(OWN, 100_000, &plain[100_000..], NOW).unwrap() else { panic!() };
        assert_eq!(stored.digest, *blake3::hash(&plain).as_bytes());
    }

    #[test]
    fn of_equal_pieces_at_the_same_moment_one_is_taken() {
        let dir = tempfile::tempdir().unwrap();
        let (blobs, plain) = (blobs(dir.path()), plain(8 * 50_000));
        blobs.announce(OWN, file(plain.len()), NOW).unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for (number, piece) in plain.chunks(50_000).enumerate() {
                        blobs.append(OWN, (number * 50_000) as u64, piece, NOW).unwrap();
                    }
                });
            }
        });
        let Reached::Whole(_, stored) = blobs.reached(OWN) else { panic!("{:?}", blobs.reached(OWN)) };
        assert_eq!((stored.bytes, stored.digest), (plain.len() as u64, *blake3::hash(&plain).as_bytes()));
    }

    #[test]
    fn the_same_id_of_somebody_else_is_another_upload() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        blobs.announce(OWN, file(10), NOW).unwrap();
        blobs.append(OWN, 0, b"their", NOW).unwrap();
        let foreign = whose(2, 1);
        assert_eq!(blobs.reached(foreign), Reached::Part(0));
        assert_eq!(blobs.append(foreign, 5, b"words", NOW).unwrap(), Reached::Part(0));
        blobs.give_up(foreign);
        assert_eq!(blobs.reached(OWN), Reached::Part(5));
    }

    #[test]
    fn what_is_given_up_idle_or_interrupted_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        for upload in 1..=3 {
            blobs.announce(whose(1, upload), file(10), NOW).unwrap();
            blobs.append(whose(1, upload), 0, b"their", NOW).unwrap();
        }
        assert_eq!(parts(dir.path()), 3);
        blobs.give_up(OWN);
        assert_eq!((parts(dir.path()), blobs.reached(OWN)), (2, Reached::Part(0)));
        let idle = NOW.plus_ms(UNFINISHED_IDLE_MS);
        assert_eq!(blobs.append(whose(1, 2), 5, b"w", idle).unwrap(), Reached::Part(6));
        assert_eq!(blobs.sweep_unfinished(idle), 0);
        assert_eq!(blobs.sweep_unfinished(idle.plus_ms(1)), 1);
        assert_eq!((blobs.reached(whose(1, 2)), blobs.reached(whose(1, 3))), (Reached::Part(6), Reached::Part(0)));
        let ring = Arc::clone(&blobs.ring);
        std::mem::forget(blobs);
        assert_eq!(parts(dir.path()), 1);
        let blobs = Blobs::open(dir.path(), ring, Reserve::NONE).unwrap();
        assert_eq!((parts(dir.path()), blobs.reached(whose(1, 2))), (0, Reached::Part(0)));
        assert_eq!(blobs.list().unwrap(), []);
    }

    #[test]
    fn no_unfinished_upload_holds_on_to_an_old_key() {
        let dir = tempfile::tempdir().unwrap();
        let ring = Arc::new(KeyRing::create(dir.path(), &[Opener::Recovery(recovery::draw())], Cost::LEAST).unwrap());
        let store = Store::create(dir.path(), &ring, &Options::SMALL).unwrap();
        store.blobs().announce(OWN, file(10), NOW).unwrap();
        store.blobs().append(OWN, 0, b"their", NOW).unwrap();
        store.rotate_keys().unwrap();
        assert_eq!(store.blobs().reached(OWN), Reached::Part(0));
        let mut work = Resealing::default();
        while store.reseal(&mut work).unwrap() == Bite::More {}
        assert!(!store.has_retired_keys());
    }

    #[test]
    fn of_too_many_the_one_that_waits_longest_gives_way_and_never_somebody_elses() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        let (foreign, most) = (whose(2, 1), UNFINISHED_PER_USER_MAX as u128);
        let begin = |whose: Whose, bytes: u64, at: i64| {
            blobs.announce(whose, File { bytes, ..file(0) }, NOW.plus_ms(at)).unwrap();
            blobs.append(whose, 0, b"begun", NOW.plus_ms(at)).unwrap();
        };
        begin(foreign, 10, 0);
        for upload in 1..=most {
            begin(whose(1, upload), 10, i64::try_from(upload).unwrap());
        }
        blobs.append(OWN, 5, b"go", NOW.plus_ms(100)).unwrap();
        begin(whose(1, most + 1), 10, 101);
        assert_eq!([whose(1, 2), OWN, foreign].map(|whose| blobs.reached(whose)), [0, 7, 5].map(Reached::Part));
        begin(whose(1, most + 2), UNFINISHED_BYTES_PER_USER_MAX - 20, 102);
        let left = (1..=most + 2).filter(|upload| blobs.reached(whose(1, *upload)) != Reached::Part(0));
        assert_eq!(left.collect::<Vec<_>>(), [1, most + 1, most + 2]);
        assert_eq!(parts(dir.path()), 4);
    }

    #[test]
    fn finished_ones_take_nobodys_place_and_a_full_house_says_so() {
        let dir = tempfile::tempdir().unwrap();
        let blobs = blobs(dir.path());
        for user in 0..UNFINISHED_MAX as u128 {
            blobs.announce(whose(user, 1), file(3), NOW).unwrap();
        }
        let late = || blobs.announce(whose(9_999, 1), file(3), NOW);
        assert!(matches!(late(), Err(StoreError::UploadsCrowded)));
        blobs.append(whose(0, 1), 0, b"all", NOW).unwrap();
        late().unwrap();
    }
}
