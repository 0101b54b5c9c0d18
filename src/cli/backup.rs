//! `tessera backup`: everything that is needed to restore, in a folder. A running appliance has the data, and is asked to make it
//! itself; people go on working meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;

use super::Flags;
use super::exit::{Ended, LOCKED};
use crate::appliance::config::Config;
use crate::appliance::{open, target};
use crate::model::time::{DAY_MS, HOUR_MS, Timestamp};
use crate::store::error::StoreError;
use crate::store::lock;
use crate::store::request::{self, Request};
use crate::store::runs::{Run, Runs, Work};
use crate::store::shelf::Shelf;
use crate::store::target::Folder;
use crate::writer::clock::{Clock, SystemClock};

#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    flags: Flags,
    /// Folder to write to instead of the one of the setting `backup`; what it has already is not copied again
    #[arg(long)]
    to: Option<PathBuf>,
}

/// How often the appliance is looked at.
const LOOK: Duration = Duration::from_millis(200);

impl Backup {
    /// # Errors
    /// Why no backup was written.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        let to = self.to.as_ref().map(std::path::absolute).transpose();
        let to = to.map_err(|error| Ended::setting(format!("--to: {error}")))?;
        let target = to.as_ref().map_or_else(|| target::of(&config), |to| Ok(Arc::new(Folder::new(to))))?;
        let place = target.name();
        let run = match open::open(&config, &mut |_| ()) {
            Ok(data) => {
                let shelf = Shelf::new(target, config.data);
                shelf.back_up(&data.store, &|| SystemClock::default().now()).expect("nobody else has the data")?
            }
            Err(StoreError::Locked(_)) => asked(&config.data, to)?,
            Err(error) => return Err(error.into()),
        };
        let Run { name, head, files, bytes, copied, .. } = run;
        println!("{name} in {place}: {head} changes, {files} files, {bytes} bytes, of which {copied} are new.");
        println!("It opens with the same key or the recovery key; neither is inside.");
        Ok(())
    }
}

/// Has it made by the process that holds the data.
fn asked(data: &Path, to: Option<PathBuf>) -> Result<Run, Ended> {
    println!("The appliance is running and makes the backup itself.");
    let before = Runs::read(data).last(Work::Backup).cloned();
    request::leave(data, &Request { work: Work::Backup, to })?;
    loop {
        std::thread::sleep(LOOK);
        let last = Runs::read(data).last(Work::Backup).cloned();
        if let Some(run) = last.filter(|run| !request::waits(data) && Some(run) != before.as_ref()) {
            return match run.error {
                None => Ok(run),
                Some(error) => Err(Ended::other(error)),
            };
        }
        if lock::take(data).is_ok() {
            drop(request::take(data));
            return Err(Ended {
                code: LOCKED,
                why: "the appliance ended before the backup was whole; try again".to_owned(),
            });
        }
    }
}

/// How the last backup and the last rehearsal went, for the doctor.
pub(super) fn state(config: &Config) -> Result<String, String> {
    let runs = Runs::read(&config.data).at(&target::of(config).map_err(|error| error.to_string())?.name());
    let now = SystemClock::default().now();
    let Some(good) = runs.last_good(Work::Backup) else {
        return match runs.last(Work::Backup).and_then(|run| run.error.as_deref()) {
            Some(error) => Err(format!("none was ever made: {error}")),
            None => Ok("none was made yet; run `tessera backup`, or see the page Backups".to_owned()),
        };
    };
    if let Some(error) = runs.last(Work::Backup).and_then(|run| run.error.as_deref()) {
        return Err(format!("the last one failed: {error}; the newest whole one is {} old", age(now, good)));
    }
    if now.since(good.at) > 7 * DAY_MS {
        return Err(format!(
            "the newest one is {} old; run `tessera backup`, or plan them on the page Backups",
            age(now, good)
        ));
    }
    let whole = format!("the newest one is {} old", age(now, good));
    match runs.last(Work::Rehearsal) {
        None => Ok(format!("{whole}; none was rehearsed yet")),
        Some(Run { error: Some(error), .. }) => Err(format!("{whole}, but the rehearsal failed: {error}")),
        Some(rehearsal) => Ok(format!("{whole}; a rehearsal restored one {} ago", age(now, rehearsal))),
    }
}

fn age(now: Timestamp, run: &Run) -> String {
    match now.since(run.at).max(0) {
        ms if ms < HOUR_MS => format!("{} minutes", ms / 60_000),
        ms if ms < 2 * DAY_MS => format!("{} hours", ms / HOUR_MS),
        ms => format!("{} days", ms / DAY_MS),
    }
}
