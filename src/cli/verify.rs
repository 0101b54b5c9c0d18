//! `tessera verify`: reads the data directory or a backup from end to end.

use std::path::PathBuf;

use clap::Args;

use super::Flags;
use super::exit::{DAMAGED, Ended};
use crate::appliance::open;
use crate::store::restore;

#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    flags: Flags,
    /// A backup to prove instead of the data directory
    #[arg(long)]
    from: Option<PathBuf>,
}

impl Verify {
    /// # Errors
    /// What is missing or changed.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        if let Some(backup) = &self.from {
            let summary = restore::verify_backup(backup, &open::openers(&config))?;
            println!("{}: sound, {} changes, {} files.", backup.display(), summary.head, summary.files);
            return Ok(());
        }
        let report = open::open(&config, &mut |_| ())?.store.verify()?;
        let (commits, rows, files) = (report.commits, report.rows, report.files);
        if report.findings.is_empty() {
            println!("{}: sound, {commits} changes, {rows} rows, {files} files.", config.data.display());
            return Ok(());
        }
        let lines = report.findings.iter().map(ToString::to_string);
        Err(Ended { code: DAMAGED, why: lines.collect::<Vec<_>>().join("\n") })
    }
}
