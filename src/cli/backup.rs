//! `tessera backup`: one file from which everything can be restored. A running appliance holds the data, and makes its own.

use std::path::PathBuf;

use clap::Args;

use super::Flags;
use super::exit::Ended;
use crate::appliance::open;
use crate::crypt::{slot, whole_file};

#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    flags: Flags,
    /// The file to write; it must not exist
    #[arg(long)]
    to: PathBuf,
}

impl Backup {
    /// # Errors
    /// Why no backup was written.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        slot::refuse_beside(&config.key_file, whole_file::parent(&self.to))?;
        let data = open::open(&config, &mut |_| ())?;
        let summary = data.store.backup(&self.to, &mut |_| ())?;
        let to = self.to.display();
        println!("{to}: {} changes, {} files, {} bytes.", summary.head, summary.files, summary.bytes);
        println!("It opens with the same key or the recovery key; neither is inside.");
        Ok(())
    }
}
