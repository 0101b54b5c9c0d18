//! A failing disk under the release. Calls on its data directory fail, or it dies at them, while somebody works: it refuses to start,
//! refuses the work, or stops to keep the data safe, and after a start on a sound disk everything it acknowledged is there.

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::release::{self, Caller, Serving};
use super::trace::{self, Harm, Point};
use super::{scale, work};
use crate::ledger::{Dice, copy_dir};

/// Answers one case works for: three orders.
const STEPS: u64 = 15;
/// A process that has stopped ends within this.
const END: Duration = Duration::from_secs(20);
const FLAGS: [&str; 2] = ["--log-level", "error"];

#[derive(Default)]
struct Tally {
    missed: u64,
    unstarted: u64,
    stopped: u64,
    refused: u64,
    absorbed: u64,
    killed: u64,
    acknowledged: u64,
}

#[test]
fn a_failing_disk_makes_the_release_stop_and_never_lie() {
    let (cases, seed) = (scale::rounds(12, 400), scale::seed(0xD4));
    if let Err(why) = trace::allowed() {
        return scale::skip("failing disks under the release", &why);
    }
    let mut dice = Dice::new(seed);
    let folder = release::folder();
    let pristine = folder.path().join("pristine");
    fs::create_dir(&pristine).unwrap();
    let tally = release::runtime().block_on(async {
        let serving = Serving::start(&pristine);
        let mut admin = Caller::set_up(&serving, &pristine).await;
        let form = work::drawn(&admin).await;
        serving.stop(&mut admin);
        let points = points(folder.path(), (&admin, &form)).await;
        let mut tally = Tally::default();
        for _ in 0..cases {
            let point = &points[usize::try_from(dice.below(points.len() as u64)).unwrap()];
            let harm = [Harm::Once, Harm::ForGood, Harm::Kill][usize::try_from(dice.below(3)).unwrap()];
            case(folder.path(), (&admin, &form), (point, harm), &mut tally).await;
        }
        tally
    });
    let Tally { missed, unstarted, stopped, refused, absorbed, killed, acknowledged } = tally;
    let figures = format!(
        "{cases} cases, {acknowledged} answers kept: 0 missing; {unstarted} did not start, {stopped} stopped, {refused} \
         refused the work, {absorbed} were not affected, {killed} died there, {missed} not reached"
    );
    scale::figure("failing disks under the release", seed, &figures);
}

/// What a start and the work pass; not the filling of the spare segment, which is thousands of like calls.
async fn points(folder: &Path, (admin, form): (&Caller, &str)) -> Vec<Point> {
    let desk = fresh_copy(folder);
    let log = desk.join("trace");
    let tracer = trace::watching(trace::CHANGES, &log);
    let serving = Serving::start_as(release::command_under(&tracer, &desk, "serve", &FLAGS), &desk).unwrap();
    let mut writer = work::Writer::new(form, 1);
    let mut admin = admin.at(&serving);
    assert!(writer.work(&admin, STEPS).await.is_none(), "nothing is wrong");
    serving.stop(&mut admin);
    let all = trace::points(&fs::read_to_string(log).unwrap(), &desk.join("data"));
    all.into_iter().filter(|point| !point.file.ends_with("spare.part") || point.nth <= 3).collect()
}

async fn case(folder: &Path, (admin, form): (&Caller, &str), (point, harm): (&Point, Harm), tally: &mut Tally) {
    let name = format!("{point} {harm:?}");
    let desk = fresh_copy(folder);
    let log = desk.join("trace");
    let mut writer = work::Writer::new(form, 1);
    let tracer = trace::harming(point, harm, (&desk.join("data"), &log));
    let outcome = match Serving::start_as(release::command_under(&tracer, &desk, "serve", &FLAGS), &desk) {
        Err(_) => &mut tally.unstarted,
        Ok(mut serving) => {
            let refused = writer.work(&admin.at(&serving), STEPS).await;
            let ended = if refused.is_some() || writer.acknowledged < STEPS { serving.ended(END) } else { None };
            let said = fs::read_to_string(desk.join("log")).unwrap_or_default();
            if let Some(status) = ended {
                assert!(!status.success(), "{name}: it ended as if nothing had happened");
                assert!(harm == Harm::Kill || said.contains("stopped to keep the data safe"), "{name}: {said}");
                &mut tally.stopped
            } else if let Some(refused) = refused {
                assert!(refused.status >= 500, "{name}: {}", refused.text());
                &mut tally.refused
            } else {
                &mut tally.absorbed
            }
        }
    };
    let is_done = trace::is_done(&fs::read_to_string(&log).unwrap_or_default());
    *if !is_done {
        &mut tally.missed
    } else if harm == Harm::Kill {
        &mut tally.killed
    } else {
        outcome
    } += 1;
    let serving = Serving::start(&desk);
    let mut admin = admin.at(&serving);
    writer.settle(&admin).await;
    writer.check(&admin).await;
    tally.acknowledged += writer.acknowledged;
    serving.stop(&mut admin);
}

fn fresh_copy(folder: &Path) -> std::path::PathBuf {
    let desk = folder.join("desk");
    if desk.exists() {
        fs::remove_dir_all(&desk).unwrap();
    }
    copy_dir(&folder.join("pristine"), &desk);
    desk
}
