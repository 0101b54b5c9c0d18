//! The release under load, killed at any moment. Four people work; what they were answered is kept here, outside of the process,
//! and after each kill all of it must be there, whole and once.

use std::path::Path;
use std::time::Duration;

use super::release::{self, Caller, Serving};
use super::{scale, work};
use crate::ledger::Dice;

const WRITERS: u64 = 4;
/// Kills that one data directory lives through.
const KILLS_EACH: u64 = 50;
/// Milliseconds of work before a kill.
const WORK_MS: std::ops::Range<u64> = 20..2_000;
/// In the gate, most of that time proves nothing more.
const WORK_MS_SHORT: u64 = 500;
/// Every so many kills hit a start.
const START_EVERY: u64 = 5;

#[derive(Default)]
struct Tally {
    acknowledged: u64,
    orders: u64,
    files: u64,
    /// Commands whose answer the kill took: they happened, or did not.
    done: u64,
    undone: u64,
    ready: Vec<Duration>,
}

#[test]
fn nothing_the_release_acknowledged_is_lost_by_a_kill() {
    let (kills, seed) = (scale::rounds(50, 2_000), scale::seed(0xD1));
    let (mut dice, mut tally) = (Dice::new(seed), Tally::default());
    release::runtime().block_on(async {
        let mut left = kills;
        while left > 0 {
            let now = left.min(KILLS_EACH);
            life(&mut dice, now, &mut tally).await;
            left -= now;
        }
    });
    let Tally { acknowledged, orders, files, done, undone, ready } = &mut tally;
    ready.sort_unstable();
    let p95 = ready[ready.len() * 95 / 100];
    scale::figure(
        "kills of the release",
        seed,
        &format_args!(
            "{kills} kills, {acknowledged} answers kept ({orders} orders, {files} files): 0 missing, 0 torn; \
             cut commands: {done} done as a whole, {undone} not at all; ready again p95 {p95:.2?}"
        ),
    );
}

/// One data directory, from its first run to a proof of all of it.
async fn life(dice: &mut Dice, kills: u64, tally: &mut Tally) {
    let folder = release::folder();
    let folder = folder.path();
    let mut serving = Serving::start(folder);
    let mut admin = Caller::set_up(&serving, folder).await;
    let form = work::drawn(&admin).await;
    let mut writers: Vec<_> = (0..WRITERS).map(|_| work::Writer::new(&form, dice.roll())).collect();
    for kill in 1..=kills {
        let end = if scale::is_large() { WORK_MS.end } else { WORK_MS_SHORT };
        let moment = Duration::from_millis(WORK_MS.start + dice.below(end - WORK_MS.start));
        let working = writers.into_iter().map(|mut writer| {
            let caller = admin.clone();
            tokio::spawn(async move {
                writer.work_until_cut(&caller).await;
                writer
            })
        });
        let working: Vec<_> = working.collect();
        tokio::time::sleep(moment).await;
        serving.kill();
        writers = Vec::new();
        for writer in working {
            writers.push(writer.await.expect("nothing but the kill stopped it"));
        }
        if kill % START_EVERY == 0 {
            kill_a_start(folder, Duration::from_millis(dice.below(400))).await;
        }
        serving = Serving::start(folder);
        tally.ready.push(serving.ready);
        admin = admin.at(&serving);
        for writer in &mut writers {
            let settled = writer.settle(&admin).await;
            (tally.done, tally.undone) = (tally.done + settled.done, tally.undone + settled.undone);
        }
    }
    for writer in &writers {
        let (orders, files) = writer.check(&admin).await;
        (tally.orders, tally.files) = (tally.orders + orders, tally.files + files);
        tally.acknowledged += writer.acknowledged;
    }
    serving.stop(&mut admin);
    let proof = release::run(folder, "verify", &[]);
    assert!(proof.status.success(), "{}", String::from_utf8_lossy(&proof.stderr));
}

async fn kill_a_start(folder: &Path, moment: Duration) {
    let mut command = release::command(folder, "serve", &["--log-level", "error"]);
    let mut child =
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().expect("it starts");
    tokio::time::sleep(moment).await;
    child.kill().expect("it can be killed");
    child.wait().expect("it ended");
}
