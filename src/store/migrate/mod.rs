//! The form of the data directory, and the steps from older forms, one file each. Before the first step a copy of the directory is
//! set aside; after each step the sentinel says the new form, so a step that was cut short is run again from its beginning. Refuses
//! data of a newer release.

use std::path::Path;

use super::error::StoreError;
use super::sentinel;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::whole_file;

mod address;
mod copy;
mod event;
mod face;
mod grant;
mod preference;
mod version;

/// The form that this release writes.
pub const FORMAT: u16 = 7;

/// From one form to the next. It may be cut short anywhere and run again, and leaves stored files as they are: the copy shares them.
pub struct Step {
    pub from: u16,
    pub run: fn(&Path, &KeyRing) -> Result<(), StoreError>,
}

/// Ascending, without gaps, up to [`FORMAT`].
pub const STEPS: &[Step] = &[address::STEP, event::STEP, preference::STEP, version::STEP, face::STEP, grant::STEP];

/// There while steps are under way; says from which form, whose copy is then complete.
const LIFTING_NAME: &str = "lifting";

/// # Errors
/// - `Newer`: a newer release wrote the data.
pub const fn admit(found: u16, known: u16) -> Result<(), StoreError> {
    if found > known { Err(StoreError::Newer { found, known }) } else { Ok(()) }
}

/// Runs the steps that are due, or the rest of them. Gives the form that there was before the first one.
///
/// # Errors
/// - `StorageFull`: there is no room for the copy; nothing was changed.
/// - `Newer`: a newer release wrote the data.
pub fn lift(dir: &Path, ring: &KeyRing, steps: &[Step]) -> Result<Option<u16>, StoreError> {
    let known = steps.last().map_or(FORMAT, |last| last.from + 1);
    let found = sentinel::read_up_to(dir, ring, known)?;
    let lifting = dir.join(LIFTING_NAME);
    let begun = std::fs::read_to_string(&lifting).ok().and_then(|text| text.parse::<u16>().ok());
    let from = begun.unwrap_or(found.format);
    let mut due = steps.iter().filter(|step| step.from >= found.format).peekable();
    if begun.is_none() && due.peek().is_some() {
        copy::set_aside(dir, from)?;
        whole_file::replace(&lifting, from.to_string().as_bytes()).map_err(StoreError::io("writing", &lifting))?;
    }
    let is_lifted = begun.is_some() || due.peek().is_some();
    for step in due {
        (step.run)(dir, ring)?;
        sentinel::write_as(dir, ring, found.sentinel, step.from + 1)?;
    }
    if lifting.exists() {
        std::fs::remove_file(&lifting).map_err(StoreError::io("removing", &lifting))?;
        whole_file::sync_dir(dir).map_err(StoreError::io("syncing", dir))?;
    }
    Ok(is_lifted.then_some(from))
}

#[cfg(test)]
mod tests {
    use std::ops::Bound;
    use std::sync::Arc;

    use super::*;
    use crate::crypt::password::Cost;
    use crate::crypt::slot::{self, Opener};
    use crate::model::id::CommandId;
    use crate::model::time::Timestamp;
    use crate::store::Store;
    use crate::store::codec::{Commit, Write};
    use crate::store::key::{Key, Ns};
    use crate::store::options::Options;

    struct Desk {
        home: tempfile::TempDir,
        ring: Arc<KeyRing>,
    }

    impl Desk {
        fn new() -> Self {
            let home = tempfile::tempdir().unwrap();
            let (dir, key) = (home.path().join("data"), home.path().join("key"));
            slot::write_key_file(&key, &dir).unwrap();
            let ring = Arc::new(KeyRing::create(&dir, &[Opener::KeyFile(key)], Cost::LEAST).unwrap());
            let store = Store::create(&dir, &ring, &Options::SMALL).unwrap();
            let write = Write { ns: Ns::Record, key: Key::number(1), value: Some(b"value".to_vec()) };
            let commit = Commit { command: CommandId::from_u128(1), writes: vec![write], log: Vec::new() };
            store.commit(&[commit]).unwrap();
            store.blobs().put(Timestamp(1), &mut [7; 100].as_slice()).unwrap();
            store.close().unwrap();
            Self { home, ring }
        }

        fn dir(&self) -> std::path::PathBuf {
            self.home.path().join("data")
        }

        fn traces(&self) -> String {
            std::fs::read_to_string(self.dir().join("trace")).unwrap_or_default()
        }
    }

    fn trace(dir: &Path, word: &str) {
        let path = dir.join("trace");
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        std::fs::write(path, before + word).unwrap();
    }

    const FIRST: Step = Step {
        from: FORMAT,
        run: |dir, _| {
            trace(dir, "1");
            Ok(())
        },
    };
    /// Is cut short the first time.
    const SECOND: Step = Step {
        from: FORMAT + 1,
        run: |dir, _| {
            trace(dir, "2");
            let half = dir.join("half");
            if half.exists() {
                return Ok(());
            }
            std::fs::write(&half, []).unwrap();
            Err(StoreError::Rows("cut short".to_owned()))
        },
    };
    const BOTH: &[Step] = &[FIRST, SECOND];

    #[test]
    fn a_step_cut_short_is_run_again_and_the_copy_is_of_before_the_first() {
        let desk = Desk::new();
        let dir = desk.dir();
        assert!(matches!(lift(&dir, &desk.ring, BOTH), Err(StoreError::Rows(_))));
        assert_eq!(sentinel::read_up_to(&dir, &desk.ring, FORMAT + 2).unwrap().format, FORMAT + 1);
        assert_eq!(lift(&dir, &desk.ring, BOTH).unwrap(), Some(FORMAT));
        assert_eq!((desk.traces().as_str(), dir.join(LIFTING_NAME).exists()), ("122", false));
        assert_eq!(sentinel::read_up_to(&dir, &desk.ring, FORMAT + 2).unwrap().format, FORMAT + 2);
        assert_eq!(lift(&dir, &desk.ring, BOTH).unwrap(), None, "there is nothing left to do");

        let copy = dir.join(format!("before-format-{FORMAT}"));
        assert!(!copy.join("trace").exists());
        let (store, opened) = Store::open(&copy, &desk.ring, &Options::SMALL, &mut |_| ()).unwrap();
        assert_eq!((opened.head, store.scan(Ns::Record, Bound::Unbounded).count()), (1, 1));
        let report = store.verify().unwrap();
        assert_eq!((report.files, report.findings), (1, Vec::new()));
    }

    #[test]
    fn an_older_release_refuses_in_one_sentence_and_changes_nothing() {
        let desk = Desk::new();
        assert_eq!(lift(&desk.dir(), &desk.ring, &[FIRST]).unwrap(), Some(FORMAT));
        let refused = Store::open(&desk.dir(), &desk.ring, &Options::SMALL, &mut |_| ()).err();
        assert!(matches!(refused, Some(StoreError::Newer { found, known: FORMAT }) if found == FORMAT + 1));
        let sentence = refused.map(|error| error.to_string()).unwrap_or_default();
        assert!(sentence.contains("newer release") && sentence.contains("use that release"), "{sentence}");
        assert_eq!(sentinel::read_up_to(&desk.dir(), &desk.ring, FORMAT + 1).unwrap().format, FORMAT + 1);
    }

    #[test]
    fn every_older_form_has_a_step() {
        let froms: Vec<u16> = STEPS.iter().map(|step| step.from).collect();
        assert_eq!(froms, (1..FORMAT).collect::<Vec<_>>());
    }
}
