//! The power goes. The data lies on an ext4 file system in a file; at a random moment the writer dies and the file is copied, so what
//! only the kernel's memory had is lost. The copy is mounted, the store opened, and everything acknowledged must be there. What the
//! copy has, the next round goes on with.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;
use tessera::crypt::slot;

use super::mount::{self, Mount};
use super::release::{self, Caller, Serving};
use super::{fault, scale, work};
use crate::crash::{Checked, Worker};
use crate::ledger::{self, Dice};

const IMAGE_BYTES: u64 = 128 << 20;
/// The release keeps half a gibibyte free and sets segments aside.
const RELEASE_IMAGE_BYTES: u64 = 2 << 30;
/// Rounds that one history lives through.
const ROUNDS_EACH: u64 = 50;

/// A disk whose power can go.
struct Disk {
    folder: TempDir,
    mount: Mount,
    cuts: u64,
}

impl Disk {
    fn new(bytes: u64) -> Result<Self, String> {
        let folder = release::folder();
        let image = folder.path().join("disk.0");
        mount::make_image(&image, bytes)?;
        let mount = Mount::image(&image, &folder.path().join("at"), options(0))?;
        Ok(Self { folder, mount, cuts: 0 })
    }

    fn path(&self) -> &Path {
        &self.mount.at
    }

    fn image(&self, number: u64) -> PathBuf {
        self.folder.path().join(format!("disk.{number}"))
    }

    /// From here on there is what the device had.
    fn cut(self) -> Self {
        let (before, after) = (self.image(self.cuts), self.image(self.cuts + 1));
        mount::copy_image(&before, &after);
        let Self { folder, mount, cuts } = self;
        let at = mount.at.clone();
        drop(mount);
        std::fs::remove_file(before).unwrap();
        let mount = Mount::image(&after, &at, options(cuts + 1)).unwrap();
        Self { folder, mount, cuts: cuts + 1 }
    }
}

/// The usual interval of the file system's own journal, and a long one.
const fn options(cuts: u64) -> &'static str {
    if cuts.is_multiple_of(2) { "commit=5" } else { "commit=60" }
}

#[test]
fn nothing_acknowledged_is_lost_by_a_power_cut() {
    let (cuts, seed) = (scale::rounds(8, 240), scale::seed(0xD2));
    let mut dice = Dice::new(seed);
    let (mut changes, mut rebuilt, mut torn) = (0, 0, 0);
    for first in (0..cuts).step_by(usize::try_from(ROUNDS_EACH).unwrap()) {
        let mut disk = match Disk::new(IMAGE_BYTES) {
            Ok(disk) => disk,
            Err(why) => return scale::skip("power cuts under the store", &why),
        };
        let (data, key) = (disk.path().join("data"), disk.folder.path().join("root.key"));
        slot::write_key_file(&key, &data).unwrap();
        drop(fault::open_or_make(&data, &key).unwrap());
        let mut checked = Checked::default();
        for round in first..cuts.min(first + ROUNDS_EACH) {
            let mut worker = Worker::start(&data, &key, seed);
            worker.hear(1 + dice.below(60));
            std::thread::sleep(Duration::from_micros(dice.below(20_000)));
            let said = worker.kill();
            disk = disk.cut();
            let (store, opened) = ledger::open(&data, &key).unwrap_or_else(|error| panic!("cut {round}: {error}"));
            rebuilt += u64::from(opened.rebuilt.is_some());
            torn += u64::from(opened.torn.is_some());
            checked.go_on(&store, seed, &said);
            if round % 10 == 9 {
                assert_eq!(store.verify().unwrap().findings, [], "cut {round}");
            }
        }
        changes += checked.head;
    }
    let figures =
        format!("{cuts} cuts, {changes} changes: 0 lost, 0 unopenable; rows rebuilt {rebuilt}, torn tails {torn}");
    scale::figure("power cuts under the store", seed, &figures);
}

#[test]
fn nothing_the_release_acknowledged_is_lost_by_a_power_cut() {
    let (cuts, seed) = (scale::rounds(2, 60), scale::seed(0xD2));
    let mut dice = Dice::new(seed);
    let mut disk = match Disk::new(RELEASE_IMAGE_BYTES) {
        Ok(disk) => disk,
        Err(why) => return scale::skip("power cuts under the release", &why),
    };
    release::runtime().block_on(async {
        let mut serving = Serving::start(disk.path());
        let mut admin = Caller::set_up(&serving, disk.path()).await;
        let mut writer = work::Writer::new(&work::drawn(&admin).await, dice.roll());
        for _ in 0..cuts {
            let caller = admin.clone();
            let working = tokio::spawn(async move {
                writer.work_until_cut(&caller).await;
                writer
            });
            tokio::time::sleep(Duration::from_millis(20 + dice.below(600))).await;
            serving.kill();
            writer = working.await.expect("nothing but the cut stopped it");
            disk = disk.cut();
            serving = Serving::start(disk.path());
            admin = admin.at(&serving);
            writer.settle(&admin).await;
        }
        let (orders, files) = writer.check(&admin).await;
        let kept = writer.acknowledged;
        let figures =
            format!("{cuts} cuts, {kept} answers kept ({orders} orders, {files} files): 0 lost, 0 unopenable");
        serving.stop(&mut admin);
        scale::figure("power cuts under the release", seed, &figures);
    });
}
