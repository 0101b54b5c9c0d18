//! Backups and rehearsals: how the last ones went, and how old they are.

use super::{Look, words};
use crate::appliance::config::Config;
use crate::appliance::target;
use crate::model::limit::BACKUP_WARNING_MS;
use crate::store::runs::{Run, Runs, Work};

const CURE: &str = "make one with `tessera backup` or on the page Backups, and plan them there";

pub fn looks(config: &Config) -> Vec<Look> {
    if !config.data.exists() {
        return vec![Look::ok("backups", "none yet")];
    }
    match target::of(config) {
        Err(error) => vec![Look::trouble("backups", error)],
        Ok(target) => {
            let runs = Runs::read(&config.data).at(&target.name());
            vec![last_backup(&runs, &target.name()), last_rehearsal(&runs)]
        }
    }
}

fn last_backup(runs: &Runs, place: &str) -> Look {
    let error = runs.last(Work::Backup).and_then(|run| run.error.as_deref());
    match (runs.last_good(Work::Backup), error) {
        (None, None) => Look::warn("backups", format!("none of this data was made in {place} yet"), CURE),
        (None, Some(error)) => Look::wrong("backups", format!("none was ever made: {error}"), CURE),
        (Some(good), Some(error)) => {
            let found = format!("the last one failed: {error}; the newest whole one is of {}", words::instant(good.at));
            Look::wrong("backups", found, CURE)
        }
        (Some(good), None) => {
            let found = format!("the newest one in {place} is of {}", words::instant(good.at));
            let is_old = words::now().since(good.at) > BACKUP_WARNING_MS;
            if is_old { Look::warn("backups", found, CURE) } else { Look::ok("backups", found) }
        }
    }
}

fn last_rehearsal(runs: &Runs) -> Look {
    let cure = "start a rehearsal on the page Backups";
    match runs.last(Work::Rehearsal) {
        None => Look::warn("rehearsal", "no backup was restored for a try yet", cure),
        Some(Run { error: Some(error), .. }) => Look::wrong("rehearsal", format!("the last one failed: {error}"), cure),
        Some(run) => Look::ok("rehearsal", format!("a backup was restored and compared at {}", words::instant(run.at))),
    }
}
