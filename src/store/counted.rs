//! How often content is named, counted from the rows of the files; nothing else counts it. Refuses to sweep while one of them cannot
//! be read, and to remove what is so young that the file that names it may be on its way.

use std::collections::{BTreeMap, HashSet};
use std::fs::OpenOptions;
use std::ops::Bound;
use std::os::unix::fs::FileExt;
use std::time::UNIX_EPOCH;

use super::Store;
use super::address::Named;
use super::blob::{Blob, Blobs};
use super::bond::HEAD_BYTES;
use super::error::StoreError;
use super::key::{Key, Ns};
use crate::model::id::{ContentId, FileId};
use crate::model::limit::FILE_UNUSED_MS_MAX;
use crate::model::time::Timestamp;

impl Store {
    /// The bytes of a file that somebody brought.
    ///
    /// # Errors
    /// - `FileUnknown`: there is no such file, or no more.
    pub fn file(&self, id: FileId) -> Result<Blob, StoreError> {
        let row = self.get(Ns::File, Key::id(id.to_bytes()))?;
        let row = row.ok_or_else(|| StoreError::FileUnknown(ContentId::from_u128(id.as_u128())))?;
        self.blobs.named(&self.blobs.addresses.named_by(&row)?)
    }

    /// Removes for good what no file names, once it had time to be named. Removes nothing while a backup reads. Gives how much was
    /// removed.
    pub fn sweep(&self, now: Timestamp) -> Result<u64, StoreError> {
        let mut used = HashSet::new();
        self.each_named(&mut |named| used.extend(named.places))?;
        self.blobs.sweep(now, &|content| used.contains(&content))
    }

    /// The files that name each of these.
    pub(super) fn files_of(
        &self,
        contents: impl Iterator<Item = ContentId>,
    ) -> Result<BTreeMap<ContentId, Vec<FileId>>, StoreError> {
        let mut files: BTreeMap<ContentId, Vec<FileId>> = contents.map(|content| (content, Vec::new())).collect();
        self.each_named(&mut |named| {
            for place in named.places {
                files.entry(place).and_modify(|files| files.push(named.file));
            }
        })?;
        Ok(files)
    }

    fn each_named(&self, on_named: &mut dyn FnMut(Named)) -> Result<(), StoreError> {
        for found in self.scan(Ns::File, Bound::Unbounded) {
            on_named(self.blobs.addresses.named_by(&found?.1)?);
        }
        Ok(())
    }
}

impl Blobs {
    pub(super) fn named(&self, named: &Named) -> Result<Blob, StoreError> {
        let [address, own] = named.places;
        match self.get(address) {
            Err(StoreError::FileUnknown(_)) => self.get(own),
            found => found,
        }
    }

    fn sweep(&self, now: Timestamp, is_used: &dyn Fn(ContentId) -> bool) -> Result<u64, StoreError> {
        let Ok(_alone) = self.pins.try_write() else { return Ok(0) };
        let mut removed = 0;
        for content in self.list()?.into_iter().filter(|content| !is_used(*content)) {
            let _naming = self.naming.lock().expect("no holder panics");
            if now.since(self.stored_at(content)?) > FILE_UNUSED_MS_MAX {
                self.shred(content)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    fn stored_at(&self, content: ContentId) -> Result<Timestamp, StoreError> {
        let since = self.age_of(content)?.duration_since(UNIX_EPOCH).unwrap_or_default();
        Ok(Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX)))
    }

    fn shred(&self, content: ContentId) -> Result<(), StoreError> {
        let path = self.path_of(content);
        let file = OpenOptions::new().write(true).open(&path).map_err(StoreError::io("opening", &path))?;
        file.write_all_at(&[0; HEAD_BYTES], 0).map_err(StoreError::io("shredding", &path))?;
        file.sync_data().map_err(StoreError::io("syncing", &path))?;
        std::fs::remove_file(&path).map_err(StoreError::io("removing", &path))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::crypt::class::Class;
    use crate::crypt::key_ring::KeyRing;
    use crate::crypt::password::Cost;
    use crate::crypt::recovery;
    use crate::crypt::slot::Opener;
    use crate::crypt::stream::{Place, Stream};
    use crate::model::event::Event;
    use crate::model::id::{CommandId, UserId};
    use crate::model::time::DAY_MS;
    use crate::model::value::File;
    use crate::store::codec::{Commit, Write};
    use crate::store::options::Options;
    use crate::store::reseal::{Bite, Resealing};

    const NOW: Timestamp = Timestamp(1_764_000_000_000);
    const LATER: Timestamp = NOW.plus_ms(FILE_UNUSED_MS_MAX + DAY_MS);

    struct Desk {
        dir: tempfile::TempDir,
        ring: Arc<KeyRing>,
        store: Store,
    }

    impl Desk {
        fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let ring = KeyRing::create(dir.path(), &[Opener::Recovery(recovery::draw())], Cost::LEAST).unwrap();
            let ring = Arc::new(ring);
            let store = Store::create(dir.path(), &ring, &Options::SMALL).unwrap();
            Self { dir, ring, store }
        }

        fn reopened(self) -> Self {
            let Self { dir, ring, store } = self;
            store.close().unwrap();
            let (store, _) = Store::open(dir.path(), &ring, &Options::SMALL, &mut |_| ()).unwrap();
            Self { dir, ring, store }
        }

        fn bring(&self, id: u128, plain: &[u8], at: Timestamp) -> ContentId {
            let content = self.store.blobs().put(at, &mut &*plain).unwrap().content;
            self.tell(id, plain);
            content
        }

        fn tell(&self, id: u128, plain: &[u8]) {
            let file = File {
                id: FileId::from_u128(id),
                name: "note.txt".to_owned(),
                bytes: plain.len() as u64,
                media: "text/plain".to_owned(),
            };
            let told = Event::FileStored { file, by: UserId::from_u128(1), digest: *blake3::hash(plain).as_bytes() };
            self.write(id, Some(postcard::to_allocvec(&told).unwrap()));
        }

        fn forget(&self, id: u128) {
            self.write(id, None);
        }

        fn write(&self, id: u128, value: Option<Vec<u8>>) {
            let write = Write { ns: Ns::File, key: Key::id(id.to_be_bytes()), value };
            let commit = Commit { command: CommandId::from_u128(id), writes: vec![write], log: Vec::new() };
            self.store.commit(&[commit]).unwrap();
        }

        fn read(&self, id: u128) -> Result<Vec<u8>, StoreError> {
            self.store.file(FileId::from_u128(id))?.read(0)
        }

        fn is_unknown(&self, id: u128) -> bool {
            matches!(self.read(id), Err(StoreError::FileUnknown(_)))
        }
    }

    #[test]
    fn two_files_of_the_same_bytes_take_the_room_of_one_until_both_are_gone() {
        let desk = Desk::new();
        let content = desk.bring(1, b"the same", NOW);
        assert_eq!(desk.bring(2, b"the same", NOW), content);
        assert_eq!(desk.store.blobs().list().unwrap(), [content]);
        desk.forget(1);
        assert_eq!(desk.store.sweep(LATER).unwrap(), 0);
        assert!(desk.is_unknown(1));
        assert_eq!(desk.read(2).unwrap(), b"the same");
        desk.forget(2);
        assert_eq!(desk.store.sweep(LATER).unwrap(), 1);
        assert_eq!(desk.store.blobs().list().unwrap(), []);
    }

    #[test]
    fn a_sweep_spares_what_is_young_brought_again_being_backed_up_or_named_by_a_row_it_cannot_read() {
        let desk = Desk::new();
        let blobs = desk.store.blobs();
        for plain in [b"old", b"new"] {
            blobs.put(NOW, &mut plain.as_slice()).unwrap();
        }
        assert_eq!(desk.store.sweep(NOW.plus_ms(FILE_UNUSED_MS_MAX)).unwrap(), 0);
        blobs.put(LATER, &mut b"new".as_slice()).unwrap();
        let pin = blobs.pin();
        assert_eq!(desk.store.sweep(LATER).unwrap(), 0);
        drop(pin);
        desk.write(1, Some(b"no event".to_vec()));
        assert!(matches!(desk.store.sweep(LATER), Err(StoreError::Rows(_))));
        desk.forget(1);
        assert_eq!(desk.store.sweep(LATER).unwrap(), 1);
        desk.tell(2, b"new");
        assert_eq!(desk.read(2).unwrap(), b"new");
    }

    #[test]
    fn a_flipped_byte_is_told_with_every_file_that_it_concerns() {
        let desk = Desk::new();
        let content = desk.bring(1, b"the same", NOW);
        desk.bring(2, b"the same", NOW);
        desk.bring(3, b"another", NOW);
        let (path, _) = desk.store.blobs().sealed(content).unwrap();
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[HEAD_BYTES] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        let report = desk.store.verify().unwrap();
        assert_eq!(report.files, 2);
        let [finding] = report.findings.as_slice() else { panic!("{:?}", report.findings) };
        assert_eq!(finding.file.as_ref(), Some(&path));
        let named = [1, 2].map(|id| FileId::from_u128(id).to_string());
        assert!(finding.what.ends_with(&format!("used by {}, {}", named[0], named[1])), "{finding}");
    }

    /// As an earlier release stored a small file under its id.
    fn sealed_by_id(ring: &KeyRing, own: ContentId, plain: &[u8]) -> Vec<u8> {
        let (dek, salt, id) = (ring.newest_dek(Class::Attachments), [3; 32], own.to_bytes());
        let mut sealed = [b"TSFILE\r\n\0\x01".as_slice(), &dek.to_be_bytes(), &salt, &[0; 18]].concat();
        let key = ring.subkey(dek, &salt, &[b"blob", &id]).unwrap();
        let stream = Stream::new(&key, &[b"ts1 blob", ring.store().as_slice(), &id, &sealed].concat());
        stream.seal(0, Place::Last, plain, &mut sealed);
        sealed
    }

    #[test]
    fn a_file_of_an_earlier_release_is_read_under_its_id_before_and_after_a_rotation() {
        let desk = Desk::new();
        let own = ContentId::from_u128(7);
        let path = desk.store.blobs().path_of(own);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, sealed_by_id(&desk.ring, own, b"from before")).unwrap();
        desk.tell(7, b"from before");
        assert_eq!(desk.read(7).unwrap(), b"from before");
        desk.store.rotate_keys().unwrap();
        let mut work = Resealing::default();
        while desk.store.reseal(&mut work).unwrap() == Bite::More {}
        assert!(!desk.store.has_retired_keys());
        assert_eq!(desk.read(7).unwrap(), b"from before");
        let much_later = Timestamp(i64::MAX);
        assert_eq!(desk.store.sweep(much_later).unwrap(), 0);
        desk.forget(7);
        assert_eq!(desk.store.sweep(much_later).unwrap(), 1);
    }

    #[derive(Debug, Clone)]
    enum Step {
        Bring(u8),
        /// The upload ends before a file names it.
        BringInVain(u8),
        BreakOff(u8),
        /// The nth of the files.
        Forget(usize),
        Wait(i64),
        Sweep,
        Reopen,
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            4 => (0..4_u8).prop_map(Step::Bring),
            2 => (0..4_u8).prop_map(Step::BringInVain),
            1 => (0..4_u8).prop_map(Step::BreakOff),
            3 => (0..8_usize).prop_map(Step::Forget),
            3 => (1..6_i64).prop_map(Step::Wait),
            3 => Just(Step::Sweep),
            1 => Just(Step::Reopen),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]
        #[test]
        fn what_is_stored_is_what_files_name_and_what_is_young(steps in prop::collection::vec(step(), 1..40)) {
            let (mut desk, mut now) = (Desk::new(), NOW);
            let (mut files, mut ages) = (BTreeMap::new(), BTreeMap::new());
            let plain = |kind: u8| vec![kind; 1 + usize::from(kind) * 25_000];
            for (id, step) in (1..).zip(steps) {
                match step {
                    Step::Bring(kind) => {
                        desk.bring(id, &plain(kind), now);
                        files.insert(id, kind);
                        ages.insert(kind, now);
                    }
                    Step::BringInVain(kind) => {
                        desk.store.blobs().put(now, &mut plain(kind).as_slice()).unwrap();
                        ages.insert(kind, now);
                    }
                    Step::BreakOff(kind) => desk.store.blobs().begin().unwrap().write(&plain(kind)).unwrap(),
                    Step::Forget(nth) => {
                        if let Some(id) = files.keys().nth(nth).copied() {
                            files.remove(&id);
                            desk.forget(id);
                        }
                    }
                    Step::Wait(days) => now = now.plus_ms(days * DAY_MS),
                    Step::Sweep => {
                        let before = ages.len();
                        let named: BTreeSet<u8> = files.values().copied().collect();
                        ages.retain(|kind, at| named.contains(kind) || now.since(*at) <= FILE_UNUSED_MS_MAX);
                        let swept = (before - ages.len()) as u64;
                        prop_assert_eq!(desk.store.sweep(now).unwrap(), swept);
                    }
                    Step::Reopen => desk = desk.reopened(),
                }
                let blobs = desk.store.blobs();
                let mut stored: Vec<_> =
                    ages.keys().map(|kind| blobs.address_of(blake3::hash(&plain(*kind)).as_bytes())).collect();
                stored.sort_unstable();
                prop_assert_eq!(blobs.list().unwrap(), stored);
                for (id, kind) in &files {
                    let blob = desk.store.file(FileId::from_u128(*id)).unwrap();
                    prop_assert_eq!(blob.bytes(), plain(*kind).len() as u64);
                    let last = blob.read(blob.bytes() - 1).unwrap();
                    prop_assert_eq!(last, vec![*kind]);
                }
            }
            prop_assert_eq!(desk.store.verify().unwrap().findings, []);
        }
    }
}
