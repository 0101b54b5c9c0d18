//! A copy of the data directory while it is written to, which nobody should take for a backup: it opens with everything that was
//! acknowledged before the copy began, or it is refused; never with less.

use std::process::Command;

use tessera::store::error::StoreError;

use super::scale;
use crate::crash::{Checked, Worker};
use crate::ledger::{self, Dice, Site};

/// Copies of one store.
const COPIES_EACH: u64 = 10;

#[test]
fn a_copy_of_a_live_directory_has_everything_or_is_refused() {
    let (copies, seed) = (scale::rounds(6, 200), scale::seed(0xD8));
    let mut dice = Dice::new(seed);
    let (mut opened, mut rebuilt, mut refused) = (0, 0, 0);
    for first in (0..copies).step_by(usize::try_from(COPIES_EACH).unwrap()) {
        let site = Site::new();
        drop(site.create());
        let mut worker = Worker::start(&site.data, &site.key, seed);
        for round in first..copies.min(first + COPIES_EACH) {
            worker.hear(5 + dice.below(20));
            let copy = site.data.with_file_name(format!("copy.{round}"));
            let copied = Command::new("cp").arg("-a").args([&site.data, &copy]).output().unwrap();
            match ledger::open(&copy, &site.key) {
                Ok((store, found)) => {
                    Checked::default().go_on(&store, seed, worker.said());
                    opened += 1;
                    rebuilt += u64::from(found.rebuilt.is_some());
                }
                // A file that went away under the copy has been named by `cp` already.
                Err(StoreError::Io { .. }) => assert!(!copied.status.success(), "copy {round} names no remedy"),
                Err(_) => refused += 1,
            }
            std::fs::remove_dir_all(copy).unwrap();
        }
        worker.kill();
    }
    let figures = format!(
        "{copies} copies: {opened} with everything (rows rebuilt in {rebuilt}), {refused} refused, 0 with less"
    );
    scale::figure("copies of a live directory", seed, &figures);
}
