//! `tessera backup`: everything that is needed to restore, in a folder. A running appliance is asked to make it itself.

use std::path::PathBuf;

use clap::Args;

use super::Flags;
use super::exit::Ended;
use crate::appliance::{open, target};
use crate::store::shelf::Shelf;
use crate::writer::clock::{Clock, SystemClock};

#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    flags: Flags,
    /// Folder to write to instead of the one of the setting `backup`; what it has already is not copied again
    #[arg(long)]
    to: Option<PathBuf>,
}

impl Backup {
    /// # Errors
    /// Why no backup was written.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        let data = open::open(&config, &mut |_| ())?;
        let target = target::folder(self.to.as_ref().unwrap_or(&config.backup));
        let shelf = Shelf::new(target, config.data.clone());
        let run = shelf.back_up(&data.store, &|| SystemClock::default().now()).expect("nobody else has the data")?;
        println!(
            "{} in {}: {} changes, {} files, {} bytes, of which {} are new.",
            run.name,
            shelf.target_name(),
            run.head,
            run.files,
            run.bytes,
            run.copied
        );
        println!("It opens with the same key or the recovery key; neither is inside.");
        Ok(())
    }
}
