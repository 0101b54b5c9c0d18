//! Backups: taken while the store runs, proved without it, restored elsewhere.

use std::ops::Bound;
use std::path::Path;

use tessera::crypt::chance;
use tessera::crypt::error::KeyError;
use tessera::crypt::recovery;
use tessera::crypt::slot::Opener;
use tessera::model::id::FileId;
use tessera::model::time::Timestamp;
use tessera::store::Store;
use tessera::store::backup::Summary;
use tessera::store::codec::Commit;
use tessera::store::error::StoreError;
use tessera::store::key::{Key, NAMESPACES, Ns};
use tessera::store::options::Options;
use tessera::store::restore;
use tessera::store::sentinel::Origin;

use crate::ledger::{Dice, Site, open, random_commit};

type Everything = (Vec<(Ns, Key, Vec<u8>)>, Vec<Commit>);

fn everything(store: &Store, to: u64) -> Everything {
    let rows_of = |ns: Ns| {
        store.scan(ns, Bound::Unbounded).map(move |row| {
            let (key, value) = row.unwrap();
            (ns, key, value)
        })
    };
    let log = store.log(1).map(Result::unwrap).take_while(|entry| entry.seq <= to).map(|entry| entry.commit);
    (NAMESPACES.into_iter().flat_map(rows_of).collect(), log.collect())
}

fn restore_to(site: &Site, from: &Path, to: &Path) -> Result<Summary, StoreError> {
    restore::restore(from, to, &site.openers(), (&Options::SMALL, &mut |_| ()))
}

fn filled(site: &Site, dice: &mut Dice) -> Store {
    let store = site.create();
    for _ in 0..30 {
        store.commit(&[random_commit(dice), random_commit(dice)]).unwrap();
    }
    store
}

#[test]
fn a_restored_store_holds_what_was_backed_up_and_goes_on() {
    let (site, mut dice) = (Site::new(), Dice::new(11));
    let store = filled(&site, &mut dice);
    let id = FileId::from_u128(chance::uuid_v7(Timestamp(1_764_000_000_000)));
    store.blobs().put(id, &mut vec![5; 200_000].as_slice()).unwrap();
    let (path, elsewhere) = (site.data.with_file_name("backup"), site.data.with_file_name("elsewhere"));
    let summary = store.backup(&path, &mut |_| ()).unwrap();
    assert_eq!((summary.head, summary.files), (60, 1));
    let expected = everything(&store, 60);
    store.commit(&[random_commit(&mut dice)]).unwrap();
    store.close().unwrap();

    assert_eq!(restore::verify_backup(&path, &site.openers()).unwrap(), summary);
    assert_eq!(restore_to(&site, &path, &elsewhere).unwrap(), summary);
    let (store, opened) = open(&elsewhere, &site.key).unwrap();
    assert_eq!((opened.head, opened.origin, opened.rebuilt), (60, Origin::Restored, None));
    assert!(everything(&store, 60) == expected);
    assert_eq!(store.blobs().get(id).unwrap().bytes(), 200_000);
    assert_eq!(store.verify().unwrap().findings, []);
    store.confirm_restored().unwrap();
    store.commit(&[random_commit(&mut dice)]).unwrap();
    drop(store);
    let (_, opened) = open(&elsewhere, &site.key).unwrap();
    assert_eq!((opened.head, opened.origin), (61, Origin::Native));
}

#[test]
fn a_backup_under_load_is_one_point_in_time() {
    let (site, mut dice) = (Site::new(), Dice::new(12));
    let store = filled(&site, &mut dice);
    let later: Vec<Commit> = (0..60).map(|_| random_commit(&mut dice)).collect();
    let path = site.data.with_file_name("backup");
    let mut at = 0;
    // A commit for each entry that the backup writes.
    let summary = store.backup(&path, &mut |_| {
        store.commit(&later[at..=at]).unwrap();
        at += 1;
    });
    assert_eq!((summary.unwrap().head, store.head()), (60, 120));
    let elsewhere = site.data.with_file_name("elsewhere");
    restore_to(&site, &path, &elsewhere).unwrap();
    let (restored, _) = open(&elsewhere, &site.key).unwrap();
    assert!(everything(&restored, 60).1 == everything(&store, 60).1);
    assert_eq!(restored.verify().unwrap().findings, []);
}

#[test]
fn a_bent_backup_is_refused_and_nothing_is_written() {
    let (site, mut dice) = (Site::new(), Dice::new(13));
    let path = site.data.with_file_name("backup");
    filled(&site, &mut dice).backup(&path, &mut |_| ()).unwrap();
    let whole = std::fs::read(&path).unwrap();
    let (bent_path, elsewhere) = (site.data.with_file_name("bent"), site.data.with_file_name("elsewhere"));
    let mut cases: Vec<Vec<u8>> = (0..60)
        .map(|_| {
            let mut bent = whole.clone();
            let at = usize::try_from(dice.below(whole.len() as u64)).unwrap();
            bent[at] ^= 1 << dice.below(8);
            bent
        })
        .collect();
    cases.extend([0, 10, 500, whole.len() / 2, whole.len() - 1].map(|len| whole[..len].to_vec()));
    cases.push([whole.as_slice(), &[0]].concat());
    for (number, bent) in cases.into_iter().enumerate() {
        std::fs::write(&bent_path, bent).unwrap();
        assert!(restore_to(&site, &bent_path, &elsewhere).is_err(), "case {number}");
        assert!(!elsewhere.exists(), "case {number}");
    }
}

#[test]
fn a_backup_opens_with_its_own_keys_only() {
    let (site, mut dice) = (Site::new(), Dice::new(14));
    let path = site.data.with_file_name("backup");
    let store = filled(&site, &mut dice);
    store.backup(&path, &mut |_| ()).unwrap();
    assert!(matches!(store.backup(&path, &mut |_| ()), Err(StoreError::NotEmpty(_))), "nothing is overwritten");
    let foreign = [Opener::KeyFile(Site::new().key), Opener::Recovery(recovery::draw())];
    assert!(matches!(restore::verify_backup(&path, &foreign), Err(StoreError::Key(KeyError::Sealed(_)))));
    assert!(matches!(restore_to(&site, &path, &site.data), Err(StoreError::NotEmpty(_))));
}
