//! Sealing anew after a change of data keys, a bite at a time while everybody works: rows, then stored files, then the old keys are
//! forgotten. What is done is seen from the seals themselves, so a try that was cut short simply begins again. Refuses to forget a key
//! while anything stands under it. The journal is not sealed anew: its next segment takes the new key, the old ones keep theirs.

use std::fs::File;
use std::io::ErrorKind;
use std::ops::Bound;

use super::Store;
use super::blob::{self, Blobs, INCOMING_DIR};
use super::bond;
use super::error::StoreError;
use super::rows;
use crate::crypt::class::Class;
use crate::model::id::ContentId;

/// Rows looked at in one bite, and rows sealed anew while nothing is folded.
const LOOKED_MAX: usize = 2_048;
const ROWS_MAX: usize = 64;

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    pub rows: u64,
    /// As many as there were when it began.
    pub rows_of: u64,
    pub files: u64,
    pub files_of: u64,
    /// Stored files that are damaged: they keep their key.
    pub files_damaged: u64,
}

impl Progress {
    pub fn percent(self) -> u64 {
        let (done, of) = (self.rows + self.files, (self.rows_of + self.files_of).max(1));
        (done * 100 / of).min(100)
    }
}

/// One way through everything.
#[derive(Debug, Default)]
pub struct Resealing {
    pub progress: Progress,
    stage: Stage,
}

#[derive(Debug, Default)]
enum Stage {
    #[default]
    Begin,
    /// After this raw key.
    Rows(Vec<u8>),
    Files(Vec<ContentId>),
    Forget,
}

/// What a bite came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bite {
    More,
    /// Nothing stands under an old key that could stand under a new one.
    Done,
}

impl Store {
    /// Whether some key but the newest of its class is held for rows or files.
    pub fn has_retired_keys(&self) -> bool {
        [Class::Records, Class::Secrets, Class::Attachments]
            .iter()
            .any(|class| !self.core.ring.retired(*class).is_empty())
    }

    /// New data keys for everything that is written from now on. [`Store::reseal`] brings over what is there; unfinished uploads
    /// begin anew.
    ///
    /// # Errors
    /// - `Key`: the key file could not be written; the keys are as they were, or some classes have new ones.
    /// - `StorageFull`: the journal has no room to go on under its new key yet; it takes it with its next segment.
    pub fn rotate_keys(&self) -> Result<(), StoreError> {
        for class in crate::crypt::class::CLASSES {
            self.core.ring.rotate(class)?;
        }
        self.blobs.give_up_all();
        // Beforehand, so that commits seldom wait for it; one of them may have taken it since.
        self.core.spare.provide(0)?;
        let mut hand = self.core.hand();
        self.core.go_on()?;
        self.core.spare.provide(0)?;
        self.core.or_stop(|| hand.tail.renew_key())
    }

    /// Does the next bite of `work`; waits for nobody, and no commit waits for it.
    ///
    /// # Errors
    /// - `StorageFull`: there is no room for the new twin of a file; try again later.
    /// - `RowDamaged`, `Rows`, `Stopped`: as a reader would meet them.
    pub fn reseal(&self, work: &mut Resealing) -> Result<Bite, StoreError> {
        work.stage = match std::mem::take(&mut work.stage) {
            Stage::Begin => {
                work.progress =
                    Progress { rows_of: self.rows(), files_of: self.blobs.list()?.len() as u64, ..Progress::default() };
                Stage::Rows(Vec::new())
            }
            Stage::Rows(after) => match self.reseal_rows(after, &mut work.progress)? {
                Some(after) => Stage::Rows(after),
                None => Stage::Files(self.blobs.list()?),
            },
            Stage::Files(mut left) => match left.pop() {
                Some(content) => {
                    self.reseal_file(content, &mut work.progress)?;
                    Stage::Files(left)
                }
                None => Stage::Forget,
            },
            Stage::Forget => {
                let is_clean = self.forget_keys()?;
                // A damaged file keeps its key until it is gone; looking again at once would find it again.
                if is_clean || work.progress.files_damaged > 0 {
                    return Ok(Bite::Done);
                }
                Stage::Begin
            }
        };
        Ok(Bite::More)
    }

    /// Gives the raw key it came to; `None` at the end.
    fn reseal_rows(&self, after: Vec<u8>, progress: &mut Progress) -> Result<Option<Vec<u8>>, StoreError> {
        let (mut old, mut last) = (Vec::new(), None);
        for row in self.core.rows.backend()?.range(Bound::Excluded(after), Bound::Unbounded).take(LOOKED_MAX) {
            let (raw_key, stored) = row.map_err(rows::failed)?;
            let raw_key = raw_key.to_vec();
            let is_row = rows::is_row(&raw_key, &stored);
            progress.rows += u64::from(is_row);
            if is_row && !self.core.ring.is_current(stored.get(1..).unwrap_or_default()) {
                old.push(raw_key.clone());
            }
            last = Some(raw_key);
            if old.len() >= ROWS_MAX {
                break;
            }
        }
        if !old.is_empty() {
            self.reseal_now(&old)?;
        }
        Ok(last)
    }

    /// A failing engine may have taken the batch or not, so the store stops; a damaged row is left to whoever reads it.
    fn reseal_now(&self, raw_keys: &[Vec<u8>]) -> Result<(), StoreError> {
        let mut folding = self.core.folding();
        self.core.go_on()?;
        match folding.applier.reseal(raw_keys) {
            Err(error @ StoreError::Rows(_)) => self.core.or_stop(|| Err(error)),
            other => other,
        }
    }

    fn reseal_file(&self, content: ContentId, progress: &mut Progress) -> Result<(), StoreError> {
        progress.files += 1;
        match self.blobs.reseal(content) {
            // Swept since it was listed.
            Ok(()) | Err(StoreError::FileUnknown(_)) => Ok(()),
            Err(StoreError::Damaged { .. }) => {
                progress.files_damaged += 1;
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// Forgets the keys under which nothing stands. Whether none of the old ones is left.
    fn forget_keys(&self) -> Result<bool, StoreError> {
        let ring = &self.core.ring;
        // The head, too; and what the engine has must be on the disk, for an older state may not come back without its keys.
        self.reseal_now(&[])?;
        self.core.or_stop(|| self.core.rows.sync())?;
        if self.is_every_row_current()? {
            for dek in [Class::Records, Class::Secrets].into_iter().flat_map(|class| ring.retired(class)) {
                ring.forget(dek)?;
            }
        }
        // A backup under way may have copied files under the old keys, and lists the keys that there are at its end.
        let _alone = self.blobs.alone();
        let used = self.blobs.data_keys()?;
        for dek in ring
            .retired(Class::Attachments)
            .into_iter()
            .filter(|dek| !used.contains(&Some(*dek)) && !used.contains(&None))
        {
            ring.forget(dek)?;
        }
        Ok(!self.has_retired_keys())
    }

    fn is_every_row_current(&self) -> Result<bool, StoreError> {
        for row in self.core.rows.backend()?.range(Bound::Unbounded, Bound::Unbounded) {
            let (_, stored) = row.map_err(rows::failed)?;
            if !self.core.ring.is_current(stored.get(1..).unwrap_or_default()) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn rows(&self) -> u64 {
        self.core.folding().applier.head().tallies.values().map(|tally| tally.rows).sum()
    }
}

impl Blobs {
    /// Replaces stored content by its twin under the newest data key; whoever reads the old one reads on.
    fn reseal(&self, content: ContentId) -> Result<(), StoreError> {
        let _pin = self.pin();
        let newest = Some(self.ring.newest_dek(Class::Attachments));
        if self.data_key_of(content)? == newest {
            return Ok(());
        }
        let blob = self.get(content)?;
        let mut upload = self.begin()?;
        let mut offset = 0;
        while offset < blob.bytes() {
            let bytes = blob.read(offset)?;
            offset += bytes.len() as u64;
            upload.write(&bytes)?;
        }
        upload.end()?;
        upload.bind(content)?;
        let path = self.path_of(content);
        let naming = self.naming.lock().expect("no holder panics");
        upload.settle(&path, self.age_of(content)?)?;
        drop(naming);
        self.sync_names(content)
    }

    /// Data keys of everything that is stored or on its way in. Incoming files come first: one that is stored meanwhile is then seen
    /// among the stored ones. `None` stands for one that has not said its key yet.
    fn data_keys(&self) -> Result<Vec<Option<u32>>, StoreError> {
        let incoming = self.dir.join(INCOMING_DIR);
        let mut keys = Vec::new();
        for entry in std::fs::read_dir(&incoming).map_err(StoreError::io("listing", &incoming))? {
            let path = entry.map_err(StoreError::io("listing", &incoming))?.path();
            match File::open(&path) {
                Ok(file) => keys.push(bond::data_key(&file)),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(StoreError::io("opening", &path)(error)),
            }
        }
        for content in self.list()? {
            match self.data_key_of(content) {
                Ok(key) => keys.push(key),
                Err(StoreError::FileUnknown(_)) => {}
                Err(error) => return Err(error),
            }
        }
        keys.sort_unstable();
        keys.dedup();
        Ok(keys)
    }

    fn data_key_of(&self, content: ContentId) -> Result<Option<u32>, StoreError> {
        Ok(bond::data_key(&blob::open(&self.path_of(content), content)?))
    }
}
