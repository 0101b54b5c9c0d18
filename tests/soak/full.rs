//! The disk fills up, by work, by files, by a backup, by the audit, and to its last byte by somebody else. The release refuses by name
//! and at once, goes on reading, keeps what it acknowledged, and takes up its work by itself when there is room again.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use reqwest::Method;
use rustix::fs::FallocateFlags;
use serde_json::json;
use tessera::store::options::Options;
use tessera::store::space::Space;

use super::mount::Mount;
use super::release::{self, Caller, PASSWORD, Sent, Serving, fresh};
use super::{scale, work};
use crate::support::appliance::Answer;

/// Holds the release's segments beside the room it keeps free.
const DISK_BYTES: u64 = 1 << 30;
/// An answer while the disk is full comes within this.
const ANSWER: Duration = Duration::from_secs(1);
/// With room again, work goes on within this.
const AGAIN: Duration = Duration::from_secs(10);
/// Long enough for it to be idle and to have done what it does then.
const PAUSE: Duration = Duration::from_millis(400);
/// Less than what was brought when files filled the disk, and enough for a small file: each is let in only beside another piece of room.
const LESS_THAN_FILES: u64 = 6 << 20;

#[derive(Debug, Clone, Copy)]
enum Fill {
    /// Orders take the last room.
    Work,
    /// Files take it.
    Files,
    /// A backup of them would take it.
    Backup,
    /// The audit has taken even what is kept for it: nobody comes in unseen.
    Audit,
    /// Somebody else takes it all, and what the release keeps free as well.
    Others,
}

#[test]
fn a_full_disk_is_refused_by_name_and_work_goes_on_with_room() {
    let (fills, seed) = (scale::rounds(5, 20), scale::seed(0xD3));
    let folder = release::folder();
    let disk = match Mount::memory(&folder.path().join("disk"), DISK_BYTES) {
        Ok(disk) => disk,
        Err(why) => return scale::skip("full disks", &why),
    };
    let mut slowest = (Duration::ZERO, Duration::ZERO);
    let kept = release::runtime().block_on(async {
        let serving = Serving::start(&disk.at);
        let mut admin = Caller::set_up(&serving, &disk.at).await;
        let mut writer = work::Writer::new(&work::drawn(&admin).await, seed);
        let kinds = [Fill::Work, Fill::Files, Fill::Backup, Fill::Audit, Fill::Others];
        for fill in kinds.into_iter().cycle().take(usize::try_from(fills).unwrap()) {
            assert!(writer.work(&admin, 7).await.is_none(), "there is room");
            let filler = Filler::take(&disk.at, fill);
            match fill {
                Fill::Work | Fill::Others => judge(&writer.work(&admin, 5_000).await.expect("the room ends"), fill),
                Fill::Files => judge(&brought(&admin).await, fill),
                Fill::Audit => judge(&admin.sign_in("admin", PASSWORD).await.err().expect("nobody comes in"), fill),
                Fill::Backup => {
                    let why = backed_up(&admin).await.expect("there is no room for it");
                    assert!(why.starts_with("the disk is full"), "{why}");
                    let refused = writer.work(&admin, 5).await;
                    assert!(refused.is_none(), "it took room away from the work: {}", refused.unwrap().text());
                }
            }
            slowest.0 = slowest.0.max(reads(&admin, &writer, fill).await);
            drop(filler);
            slowest.1 = slowest.1.max(goes_on(&admin, &mut writer).await);
            writer.check(&admin).await;
        }
        serving.stop(&mut admin);
        let proof = release::run(&disk.at, "verify", &[]);
        assert!(proof.status.success(), "{}", String::from_utf8_lossy(&proof.stderr));
        writer.acknowledged
    });
    let figures = format!(
        "{fills} fills, {kept} answers kept: 0 lost, 0 restarts; slowest refusal {:.0?}, slowest return to work {:.0?}",
        slowest.0, slowest.1
    );
    scale::figure("full disks", seed, &figures);
}

/// The disk that is full may be the log's.
#[test]
fn a_log_that_cannot_be_written_harms_no_request() {
    release::runtime().block_on(async {
        let folder = release::folder();
        let folder = folder.path();
        std::os::unix::fs::symlink("/dev/full", folder.join("log")).unwrap();
        let serving = Serving::start(folder);
        let mut admin = Caller::set_up(&serving, folder).await;
        assert_eq!(admin.get("/session").await.status, 200);
        serving.stop(&mut admin);
    });
}

/// Takes room on a disk until it is dropped.
struct Filler(PathBuf);

impl Filler {
    fn take(disk: &Path, fill: Fill) -> Self {
        settled(disk);
        let path = disk.join("filler");
        let file = File::create(&path).unwrap();
        // The release takes room at the same time, so what was free may be gone.
        while let Err(error) = rustix::fs::fallocate(&file, FallocateFlags::empty(), 0, Self::wanted(disk, fill)) {
            assert_eq!(error, rustix::io::Errno::NOSPC);
        }
        Self(path)
    }

    fn wanted(disk: &Path, fill: Fill) -> u64 {
        let stat = rustix::fs::statvfs(disk).unwrap();
        let (free, total) = (stat.f_bavail * stat.f_frsize, stat.f_blocks * stat.f_frsize);
        let reserve = Options::fitting(Space { free, total }).reserve;
        let kept = reserve.bytes.max(total / 100 * u64::from(reserve.percent));
        let leave = match fill {
            Fill::Work => kept + (1 << 20),
            Fill::Files => kept + (12 << 20),
            Fill::Backup => kept + LESS_THAN_FILES,
            Fill::Audit => kept / 2 - (1 << 20),
            Fill::Others => 0,
        };
        free.checked_sub(leave).expect("the disk is not full")
    }
}

impl Drop for Filler {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).unwrap();
    }
}

/// Waits until the release has set aside what it needs next, which it does when work pauses.
fn settled(disk: &Path) {
    let free = || rustix::fs::statvfs(disk).unwrap().f_bavail;
    let (mut seen, mut since) = (free(), Instant::now());
    while since.elapsed() < PAUSE {
        std::thread::sleep(PAUSE / 20);
        let now = free();
        if now != seen {
            (seen, since) = (now, Instant::now());
        }
    }
}

/// Brings files until one is refused.
async fn brought(admin: &Caller) -> Answer {
    for _ in 0..64 {
        // Equal bytes would take the room of one.
        let command = fresh();
        let mut text = format!("{command}").repeat((1 << 20) / 32);
        text.truncate(1 << 20);
        let sent = Sent::Bytes(text.into_bytes());
        let answer = admin.send(Method::POST, "/files?name=large.txt", (command, &sent)).await.expect("it runs");
        if answer.status != 200 {
            return answer;
        }
    }
    panic!("64 MiB found room on a full disk");
}

/// Asks for a backup; says why there is none.
async fn backed_up(admin: &Caller) -> Option<String> {
    let last = async || admin.get("/backups").await.good()["last_backup"].clone();
    let before = last().await;
    admin.post("/backups", json!(null)).await.good();
    let began = Instant::now();
    loop {
        let run = last().await;
        if run != before {
            return run["error"].as_str().map(str::to_owned);
        }
        assert!(began.elapsed() < AGAIN, "it is made or refused");
    }
}

#[track_caller]
fn judge(refused: &Answer, fill: Fill) {
    let code = refused.json()["code"].clone();
    assert_eq!((refused.status, code), (507, json!("storage_full")), "{fill:?}: {}", refused.text());
}

/// Everybody reads on, and whoever writes is refused at once. Gives how long that took.
async fn reads(admin: &Caller, writer: &work::Writer, fill: Fill) -> Duration {
    writer.check(admin).await;
    assert_eq!(admin.get("/session").await.status, 200);
    let began = Instant::now();
    let answer = admin.post("/apps", json!({ "name": "One more" })).await;
    let took = began.elapsed();
    // A disk that is only nearly full may have had room for so little.
    if answer.status != 200 {
        judge(&answer, fill);
    }
    assert!(took < ANSWER, "{fill:?}: the answer took {took:?}");
    if let Err(answer) = admin.sign_in("admin", PASSWORD).await {
        judge(&answer, fill);
    }
    took
}

/// The same process works again. Gives how long that took.
async fn goes_on(admin: &Caller, writer: &mut work::Writer) -> Duration {
    let began = Instant::now();
    while let Some(refused) = writer.work(admin, 5).await {
        assert!(began.elapsed() < AGAIN, "there is room, and still: {}", refused.text());
    }
    began.elapsed()
}
