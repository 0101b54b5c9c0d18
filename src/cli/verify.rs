//! `tessera verify`: reads the data directory or a backup from end to end.

use std::path::PathBuf;

use clap::Args;

use super::Flags;
use super::exit::{DAMAGED, Ended};
use crate::appliance::{open, target};
use crate::store::prove;
use crate::store::restore::{Keys, Source};

#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    flags: Flags,
    /// Folder or <s3://bucket/prefix> with backups, of which the newest is proved, or one backup in it, instead of the data directory
    #[arg(long)]
    from: Option<PathBuf>,
}

impl Verify {
    /// # Errors
    /// What is missing or changed.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        if let Some(backup) = &self.from {
            let (named, openers) = (target::named(backup, &config)?, open::openers(&config));
            let name = named.chosen(None)?;
            let source = Source { target: &*named.target, name: &name };
            let summary = prove::prove(source, &Keys::Openers(&openers), &mut |_| Ok(()))?;
            println!("{name}: sound, {} changes, {} files.", summary.head, summary.files);
            return Ok(());
        }
        let report = open::open(&config, &mut |_| ())?.store.verify()?;
        let (commits, rows, files) = (report.commits, report.rows, report.files);
        if report.findings.is_empty() {
            println!("{}: sound, {commits} changes, {rows} rows, {files} files.", config.data.display());
            return Ok(());
        }
        let lines = report.findings.iter().map(|finding| match &finding.file {
            Some(file) => format!("{}: {}", file.display(), finding.what),
            None => finding.what.clone(),
        });
        Err(Ended { code: DAMAGED, why: lines.collect::<Vec<_>>().join("\n") })
    }
}
