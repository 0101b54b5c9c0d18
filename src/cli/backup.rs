//! `tessera backup`: everything that is needed to restore, in a folder. A running appliance has the data, and is asked to make it
//! itself; people go on working meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;

use super::Flags;
use super::exit::{Ended, LOCKED};
use super::opening::Opening;
use crate::appliance::{open, target};
use crate::crypt::slot;
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
    #[command(flatten)]
    opening: Opening,
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
        if let Some(to) = &to {
            slot::refuse_beside(&config.key_file, to)?;
        }
        let target = to.as_ref().map_or_else(|| target::of(&config), |to| Ok(Arc::new(Folder::new(to))))?;
        let place = target.name();
        // The process that has the data has its keys as well.
        let run = if lock::is_held(&config.data)? {
            asked(&config.data, to)?
        } else {
            let ring = self.opening.ring(&config)?;
            match open::open_with(&config, ring, &mut |_| ()) {
                Ok(data) => {
                    let shelf = Shelf::new(target, config.data);
                    shelf.back_up(&data.store, &|| SystemClock::default().now()).expect("nobody else has the data")?
                }
                Err(StoreError::Locked(_)) => asked(&config.data, to)?,
                Err(error) => return Err(error.into()),
            }
        };
        let Run { name, head, files, bytes, copied, .. } = run;
        println!(
            "{name} in {place}: {head} changes, {files} files, {bytes} bytes; {copied} bytes were written for it."
        );
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
