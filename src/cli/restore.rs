//! `tessera restore`: a data directory out of a backup, proved before anything is written.

use std::path::PathBuf;

use clap::Args;

use super::Flags;
use super::exit::Ended;
use crate::appliance::open;
use crate::store::restore;

#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    flags: Flags,
    /// The backup
    #[arg(long)]
    from: PathBuf,
}

impl Restore {
    /// # Errors
    /// Why nothing was restored.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        let openers = open::openers(&config);
        let options = open::options(&config)?;
        let summary = restore::restore(&self.from, &config.data, &openers, (&options, &mut |_| ()))?;
        println!("{}: {} changes and {} files are back.", config.data.display(), summary.head, summary.files);
        Ok(())
    }
}
