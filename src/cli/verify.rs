//! `tessera verify`: reads the data directory, its event log alone, or a backup from end to end.

use std::path::PathBuf;

use clap::Args;

use super::exit::{DAMAGED, Ended};
use super::opening::Opening;
use super::{Flags, bar};
use crate::appliance::config::Config;
use crate::appliance::{open, target};
use crate::crypt::key_ring::KeyRing;
use crate::model::time::Timestamp;
use crate::store::audit;
use crate::store::prove;
use crate::store::restore::{Keys, Source};
use crate::writer::reader;

#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    flags: Flags,
    #[command(flatten)]
    opening: Opening,
    /// Folder or `s3://bucket/prefix` with backups, of which the newest is proved, or one backup in it, instead of the data directory
    #[arg(long)]
    from: Option<PathBuf>,
    /// Only the event log, entry by entry; the appliance may run meanwhile
    #[arg(long, conflicts_with = "from")]
    audit: bool,
}

impl Verify {
    /// # Errors
    /// What is missing or changed.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        if let Some(backup) = &self.from {
            let named = target::named(backup, &config)?;
            let name = named.chosen(None)?;
            let source = Source { target: &*named.target, name: &name };
            let summary = self
                .opening
                .open(&config, &mut |openers| prove::prove(source, &Keys::Openers(openers), &mut |_| Ok(())))?;
            println!("{name}: sound, {} changes, {} files.", summary.head, summary.files);
            return Ok(());
        }
        if self.audit {
            return audited(&config, &self.opening.ring(&config)?);
        }
        let ring = self.opening.ring(&config)?;
        let report = open::open_with(&config, ring, &mut bar::opening())?.store.verify()?;
        let (commits, rows, files) = (report.commits, report.rows, report.files);
        if report.findings.is_empty() {
            println!("{}: sound, {commits} changes, {rows} rows, {files} files.", config.data.display());
            return Ok(());
        }
        let lines = report.findings.iter().map(ToString::to_string);
        Err(Ended { code: DAMAGED, why: lines.collect::<Vec<_>>().join("\n") })
    }
}

/// Follows the chain, and that entries parse and follow each other in time.
fn audited(config: &Config, ring: &KeyRing) -> Result<(), Ended> {
    let mut last: Option<Timestamp> = None;
    let audited = audit::audit(&config.data, ring, &mut |_, commit| {
        let entry = reader::entry(commit).map_err(|error| format!("what it says does not parse: {error}"))?;
        if last.is_some_and(|last| entry.at < last) {
            return Err(format!("it is of {}, before the one it follows", moment(entry.at)));
        }
        last = Some(entry.at);
        Ok(())
    })?;
    let (entries, data) = (audited.entries, config.data.display());
    let before = last.map_or_else(|| "there is none before it".to_owned(), |last| format!("after {}", moment(last)));
    if let Some(wrong) = audited.wrong {
        let audit::Wrong { seq, what, file, at } = wrong;
        let place = format!("{} at byte {at}", file.display());
        let why = format!(
            "{data}: entry {seq} of the event log ({before}) is wrong: {what}, in {place}. The {entries} before it are as they were \
             written. Keep this directory as it is and restore a backup beside it"
        );
        return Err(Ended { code: DAMAGED, why });
    }
    let chain: String = audited.link.iter().map(|byte| format!("{byte:02x}")).collect();
    println!(
        "{data}: sound, {entries} entries{}.",
        last.map_or(String::new(), |last| format!(" up to {}", moment(last)))
    );
    println!("Chain after the last: {chain}");
    Ok(())
}

fn moment(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().strftime("%Y-%m-%d %H:%M:%S.%3fZ").to_string()
}
