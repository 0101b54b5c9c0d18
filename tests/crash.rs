//! Killing the store at any moment. A child of this very test binary commits and says on its standard output what was
//! acknowledged; after it is killed, all of that must be there.

use std::io::{BufRead, BufReader, Read, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;

use tessera::store::codec::Commit;

use crate::ledger::{self, Dice, Site, random_commit};

const DATA: &str = "TESSERA_CRASH_DATA";
const KEY: &str = "TESSERA_CRASH_KEY";
const SEED: &str = "TESSERA_CRASH_SEED";
const KILLS: u64 = 50;

/// What the history with this seed has at `seq`. A child picks up where the log ends.
fn commit_of(seed: u64, seq: u64) -> Commit {
    random_commit(&mut Dice::new(seed << 32 | seq))
}

#[test]
fn nothing_acknowledged_is_lost_by_a_kill() {
    if let (Ok(data), Ok(key), Ok(seed)) = (std::env::var(DATA), std::env::var(KEY), std::env::var(SEED)) {
        return commit_until_killed(&data, &key, seed.parse().unwrap());
    }
    let (site, seed, mut dice) = (Site::new(), 0xC0DE, Dice::new(0xC0DE));
    drop(site.create());
    let mut compared = 0;
    for round in 0..KILLS {
        // Some kills hit the start itself.
        let acks_wanted = if round % 5 == 4 { 0 } else { 1 + dice.below(40) };
        let acknowledged = kill_after(&site, seed, acks_wanted, Duration::from_micros(dice.below(20_000)));
        let (store, opened) = site.open();
        assert!(opened.head >= acknowledged, "round {round}: {acknowledged} acknowledged, {opened:?}");
        assert_eq!(opened.rebuilt, None, "round {round}");
        for entry in store.log(compared + 1).map(Result::unwrap) {
            compared += 1;
            assert!((entry.seq, entry.commit) == (compared, commit_of(seed, compared)), "round {round}: {compared}");
        }
        assert_eq!(compared, opened.head);
        if round % 10 == 9 {
            assert_eq!(store.verify().unwrap().findings, [], "round {round}");
        }
    }
}

/// Runs a child until it has acknowledged that many groups and a little longer; gives the last seq it acknowledged.
fn kill_after(site: &Site, seed: u64, acks: u64, longer: Duration) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::nothing_acknowledged_is_lost_by_a_kill", "--nocapture"])
        .env(DATA, &site.data)
        .env(KEY, &site.key)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut last = 0;
    let mut line = String::new();
    let mut heard = 0;
    while heard < acks && lines.read_line(&mut line).unwrap() > 0 {
        if let Some(seq) = line.trim().strip_prefix("acknowledged ") {
            (last, heard) = (seq.parse().unwrap(), heard + 1);
        }
        line.clear();
    }
    std::thread::sleep(longer);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut rest = String::new();
    lines.read_to_string(&mut rest).unwrap();
    // The kill may cut the last line short; a cut number would be another number.
    let whole = rest.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let said = whole.lines().filter_map(|line| line.trim().strip_prefix("acknowledged "));
    said.map(|seq| seq.parse().unwrap()).next_back().unwrap_or(last)
}

fn commit_until_killed(data: &str, key: &str, seed: u64) {
    let (store, opened) = ledger::open(data.as_ref(), key.as_ref()).unwrap();
    let mut dice = Dice::new(seed ^ opened.head);
    let mut out = std::io::stdout();
    // Bounded, so that a child whose parent died does not run for ever.
    for _ in 0..2_000 {
        let next = store.head() + 1;
        let group: Vec<Commit> = (next..=next + dice.below(6)).map(|seq| commit_of(seed, seq)).collect();
        let seqs = store.commit(&group).unwrap();
        writeln!(out, "acknowledged {}", seqs.last().unwrap()).unwrap();
        out.flush().unwrap();
    }
}
