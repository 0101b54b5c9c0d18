//! The one way in. Refuses everything after the first failure: what a half-done write left behind is judged at the next
//! start, never acknowledged on a second try. Refuses by name, and goes on, while the disk is nearly full.

use std::sync::atomic::Ordering;
use std::sync::{MutexGuard, PoisonError};

use super::codec::{self, Commit};
use super::diary::{Diary, Noted};
use super::error::StoreError;
use super::journal::append;
use super::key::Ns;
use super::space::{Room, Space};
use super::{Core, Hand, Store, fold};
use crate::model::limit::COMMIT_BYTES_MAX;

/// Place in the log, from 1, without gaps.
pub type Seq = u64;

impl Store {
    /// Makes the commits durable, in order, with one sync for all of them, and then visible. When it returns `Ok`, no
    /// power cut takes any of them back. Gives the seq of each. Called by one thread.
    ///
    /// # Errors
    /// - `TooLarge`, `StorageFull`: nothing was written; the store goes on.
    /// - `Stopped`: it failed now or earlier. None of these was acknowledged, some may be durable; the process must exit.
    pub fn commit(&self, group: &[Commit]) -> Result<Vec<Seq>, StoreError> {
        if group.is_empty() {
            return Ok(Vec::new());
        }
        for commit in group {
            let bytes = codec::encoded_len(commit);
            if bytes > COMMIT_BYTES_MAX {
                return Err(StoreError::TooLarge { bytes, max: COMMIT_BYTES_MAX });
            }
        }
        let head = self.core.commit(group)?;
        self.keeper.wake(&self.core);
        Ok((head + 1 - group.len() as u64..=head).collect())
    }

    /// The last commit that is durable and visible; 0 before the first.
    pub fn head(&self) -> Seq {
        self.core.head.load(Ordering::Acquire)
    }

    /// Why nothing is accepted any more, if so.
    pub fn stopped(&self) -> Option<&str> {
        self.core.stopped.get().map(String::as_str)
    }

    /// Room on the disk, to warn before it runs out.
    pub fn space(&self) -> Result<Space, StoreError> {
        Space::of(&self.core.dir)
    }

    pub fn room(&self) -> Result<Room, StoreError> {
        Ok(self.space()?.room(self.core.options.reserve))
    }

    pub fn diary(&self) -> Diary {
        self.core.diary.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Core {
    fn commit(&self, group: &[Commit]) -> Result<Seq, StoreError> {
        let bodies: Vec<Vec<u8>> = group.iter().map(codec::encode).collect();
        let bytes = append::frames_len(&bodies);
        let mut hand = self.hand();
        self.go_on()?;
        self.make_room(&hand, group, bytes)?;
        self.make_room_in_memory()?;
        let tip = self.or_stop(|| hand.tail.append(&bodies))?;
        self.memtable.add(group, tip);
        hand.unsynced_bytes += bytes;
        drop(hand);
        self.head.store(tip.seq, Ordering::Release);
        Ok(tip.seq)
    }

    pub(super) fn hand(&self) -> MutexGuard<'_, Hand> {
        // A panic under the lock leaves the store stopped, see below, so the lock itself has nothing to add.
        self.hand.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// # Errors
    /// - `StorageFull`: there is too little; nothing was written.
    fn make_room(&self, hand: &Hand, group: &[Commit], bytes: u64) -> Result<(), StoreError> {
        let reserve = self.options.reserve;
        let reserve = if group.iter().all(is_about_sign_in) { reserve.halved() } else { reserve };
        // In the journal now, and in the engine later.
        let wanted = bytes + bytes * fold::DISK_BYTES_PER_BYTE + self.folding_takes();
        Space::of(&self.dir)?.admit(reserve, wanted)?;
        // A segment may come out of the reserve: what follows is then refused, and not only what would have needed it.
        if hand.tail.is_short_of(bytes) { self.spare.provide(bytes) } else { Ok(()) }
    }

    /// Whoever writes faster than the engine folds waits for it here.
    ///
    /// # Errors
    /// - `StorageFull`: the engine itself waits, for room on the disk.
    fn make_room_in_memory(&self) -> Result<(), StoreError> {
        if self.memtable.bytes() < self.memtable_max() {
            return Ok(());
        }
        self.fold()?;
        if self.memtable.is_empty() {
            return Ok(());
        }
        Space::of(&self.dir)?.admit(self.options.reserve, self.folding_takes())
    }

    /// # Errors
    /// - `Stopped`: the store has stopped.
    pub(super) fn go_on(&self) -> Result<(), StoreError> {
        self.stopped.get().map_or(Ok(()), |why| Err(StoreError::Stopped(why.clone())))
    }

    /// Does something that must succeed. If it fails, or panics, the store has stopped.
    pub(super) fn or_stop<T>(&self, work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        struct OnPanic<'a>(&'a Core);
        impl Drop for OnPanic<'_> {
            fn drop(&mut self) {
                if std::thread::panicking() {
                    self.0.stop("a bug, see the message before".to_owned());
                }
            }
        }
        let _on_panic = OnPanic(self);
        work().map_err(|error| {
            self.stop(error.to_string());
            StoreError::Stopped(error.to_string())
        })
    }

    fn stop(&self, why: String) {
        // The first reason is the one that counts.
        if self.stopped.set(why.clone()).is_ok() {
            self.note(|diary| (diary.failed, diary.proved) = (Some(Noted::now(why)), None));
        }
    }

    /// Writes something down for the operator.
    pub(super) fn note(&self, what: impl FnOnce(&mut Diary)) {
        // A panic elsewhere leaves a diary that is as good as any.
        let mut diary = self.diary.lock().unwrap_or_else(PoisonError::into_inner);
        what(&mut diary);
        // On a failing disk it stays in memory, and the message of the failure itself goes to the log.
        drop(diary.write(&self.dir));
    }
}

/// Sessions, pauses and renewed password hashes; every commit also keeps its answer.
fn is_about_sign_in(commit: &Commit) -> bool {
    commit.writes.iter().all(|write| matches!(write.ns, Ns::Session | Ns::Credential | Ns::Answer))
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::crypt::key_ring::KeyRing;
    use crate::crypt::password::Cost;
    use crate::crypt::recovery;
    use crate::crypt::slot::Opener;
    use crate::model::id::CommandId;
    use crate::store::codec::Write;
    use crate::store::key::{Key, Ns};
    use crate::store::options::Options;
    use crate::store::space::Reserve;

    fn create(dir: &Path, options: Options) -> Store {
        let ring = KeyRing::create(dir, &[Opener::Recovery(recovery::draw())], Cost::LEAST).unwrap();
        Store::create(dir, &Arc::new(ring), &options).unwrap()
    }

    fn commit(number: u64) -> Commit {
        let write = Write { ns: Ns::Record, key: Key::number(number), value: Some(b"value".to_vec()) };
        Commit { command: CommandId::from_u128(u128::from(number)), writes: vec![write], log: Vec::new() }
    }

    #[test]
    fn after_a_failed_write_nothing_is_acknowledged_any_more() {
        let dir = tempfile::tempdir().unwrap();
        let store = create(dir.path(), Options::SMALL);
        store.commit(&[commit(1)]).unwrap();
        store.core.hand.lock().unwrap().tail.fail_writes();
        for _ in 0..2 {
            assert!(matches!(store.commit(&[commit(2)]), Err(StoreError::Stopped(_))));
            store.core.hand.lock().unwrap().tail.heal_writes();
        }
        assert!(matches!(store.checkpoint(), Err(StoreError::Stopped(_))));
        assert!(store.stopped().is_some());
        assert_eq!(store.head(), 1);
        assert_eq!(store.get(Ns::Record, Key::number(1)).unwrap().as_deref(), Some(b"value".as_slice()));
        assert_eq!(store.get(Ns::Record, Key::number(2)).unwrap(), None);
    }

    #[test]
    fn after_a_stop_by_failure_everything_is_read_again_once() {
        let dir = tempfile::tempdir().unwrap();
        let ring = Arc::new(KeyRing::create(dir.path(), &[Opener::Recovery(recovery::draw())], Cost::LEAST).unwrap());
        let store = Store::create(dir.path(), &ring, &Options::SMALL).unwrap();
        store.commit(&[commit(1)]).unwrap();
        store.core.hand.lock().unwrap().tail.fail_writes();
        assert!(matches!(store.commit(&[commit(2)]), Err(StoreError::Stopped(_))));
        assert!(store.diary().is_proof_due() && Diary::read(dir.path()).is_proof_due());
        drop(store);
        for proved in [true, false] {
            let (store, opened) = Store::open(dir.path(), &ring, &Options::SMALL, &mut |_| ()).unwrap();
            assert_eq!((opened.head, opened.proved, store.diary().is_proof_due()), (1, proved, false));
        }
    }

    #[test]
    fn a_failed_engine_is_opened_anew_and_brought_up() {
        let dir = tempfile::tempdir().unwrap();
        let store = create(dir.path(), Options::SMALL);
        for number in 1..=30 {
            store.commit(&[commit(number)]).unwrap();
            if number == 20 {
                store.core.folding().is_lame = true;
            }
        }
        store.checkpoint().unwrap();
        assert_eq!(store.diary().revived.map(|revived| revived.what).as_deref(), Some(fold::ROOM_AGAIN));
        assert_eq!((store.head(), store.count(Ns::Record)), (30, 30));
        assert_eq!(store.verify().unwrap().findings, []);
    }

    #[test]
    fn a_full_disk_refuses_by_name_and_stops_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let reserve = Reserve { bytes: u64::MAX, percent: 0 };
        let store = create(dir.path(), Options { reserve, ..Options::SMALL });
        assert!(matches!(store.commit(&[commit(1)]), Err(StoreError::StorageFull { .. })));
        assert_eq!((store.head(), store.stopped()), (0, None));
        let at = crate::model::time::Timestamp(1);
        assert!(matches!(store.blobs().put(at, &mut [1].as_slice()), Err(StoreError::StorageFull { .. })));
        assert_eq!(store.get(Ns::Record, Key::number(1)).unwrap(), None);
    }
}
