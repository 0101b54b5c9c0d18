//! `tessera restore`: a data directory out of a backup, as it was at the end of it or at any earlier instant.

use std::path::PathBuf;

use clap::Args;

use super::Flags;
use super::exit::Ended;
use super::opening::Opening;
use crate::appliance::{open, target};
use crate::model::time::Timestamp;
use crate::store::restore::{self, Keys, Source, Until};
use crate::writer::reader;

#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    flags: Flags,
    #[command(flatten)]
    opening: Opening,
    /// Folder or `s3://bucket/prefix` with backups, of which the newest is taken, or one backup in it
    #[arg(long)]
    from: PathBuf,
    /// Leave out what was done later, such as 2026-11-24T15:30:00+08:00
    #[arg(long, value_parser = instant)]
    until: Option<Timestamp>,
}

fn instant(text: &str) -> Result<Timestamp, String> {
    let parsed: Result<jiff::Timestamp, _> = text.parse();
    let at = parsed.map_err(|_| "write an instant with its zone, such as 2026-11-24T15:30:00+08:00".to_owned())?;
    Ok(Timestamp(at.as_millisecond()))
}

impl Restore {
    /// # Errors
    /// Why nothing was restored.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        let named = target::named(&self.from, &config)?;
        let name = named.chosen(self.until)?;
        let options = open::options(&config)?;
        let until = self.until.map(|at| Until { at, instant_of: &|commit| Ok(reader::entry(commit)?.at) });
        let source = Source { target: &*named.target, name: &name };
        let restored = self.opening.open(&config, &mut |openers| {
            let (keys, to) = (Keys::Openers(openers), (config.data.as_path(), &options));
            restore::restore(source, &keys, to, until.as_ref(), &mut |_| Ok(()))
        })?;
        let (data, changes) = (config.data.display(), restored.head);
        println!("{data}: {changes} changes and {} files are back, from {name}.", restored.files);
        if !restored.lost.is_empty() {
            println!("Files that were removed before the next backup, and are not there any more:");
        }
        for name in &restored.lost {
            println!("  {name}");
        }
        println!(
            "Messages, reminders and scheduled work wait until an administrator lets them run, on the page Backups."
        );
        Ok(())
    }
}
