//! The store, seen from outside: who holds it, its form, journal, rows and files, and what its diary tells.

use super::{Look, words};
use crate::appliance::config::Config;
use crate::crypt::key_ring::KeyRing;
use crate::model::limit::SCRUB_WARNING_MS;
use crate::store::diary::Diary;
use crate::store::sentinel::{self, Origin};
use crate::store::survey;

pub fn looks(config: &Config, ring: Option<&KeyRing>, is_held: bool) -> Vec<Look> {
    if !config.data.exists() {
        return Vec::new();
    }
    let mut looks = vec![holder(is_held)];
    if let Some(ring) = ring {
        looks.extend([form(config, ring), journal(config, ring, is_held)]);
    }
    looks.extend([rows(config), files(config)]);
    looks.extend(told(&Diary::read(&config.data)));
    looks
}

fn holder(is_held: bool) -> Look {
    let running = "the appliance runs and holds the data; what can be read meanwhile follows";
    Look::ok("lock", if is_held { running } else { "nobody holds the data; the appliance is stopped" })
}

fn form(config: &Config, ring: &KeyRing) -> Look {
    let found = match sentinel::read(&config.data, ring) {
        Err(error) => return Look::trouble("form", error),
        Ok(found) => found,
    };
    let format = found.format;
    if let Some(path) = found.repaired.first() {
        let bad = format!("format {format}; {} is missing or unreadable", path.display());
        return Look::warn("form", bad, "the next start writes it anew from its second copy");
    }
    match found.sentinel.origin {
        Origin::Native => Look::ok("form", format!("format {format}")),
        Origin::Restored => Look::warn(
            "form",
            format!("format {format}, restored from a backup: timers, mail and webhooks wait for a word"),
            "look at the data in the browser, then confirm it there",
        ),
    }
}

fn journal(config: &Config, ring: &KeyRing, is_held: bool) -> Look {
    let journal = match survey::journal(&config.data, ring, is_held) {
        Err(error) => return Look::trouble("journal", error),
        Ok(journal) => journal,
    };
    let survey::Journal { segments, bytes, acknowledged, end, repaired } = journal;
    let size = format!("segments: {segments}, {}", words::bytes(bytes));
    let found = match end {
        None => format!("{size}, up to change {acknowledged} at least"),
        Some(end) => format!("{size}, up to change {}", end.seq),
    };
    if let Some(path) = repaired.first() {
        let bad = format!("{found}; the mark {} is missing or unreadable", path.display());
        return Look::warn("journal", bad, "the next start writes it anew from its second copy");
    }
    match end.map_or(0, |end| end.torn_bytes) {
        0 => Look::ok("journal", found),
        torn => Look::warn(
            "journal",
            format!("{found}; {torn} bytes after it are not whole, and nobody was told that they were kept"),
            "nothing: the next start sets a copy of them aside and goes on",
        ),
    }
}

fn rows(config: &Config) -> Look {
    let found = match survey::rows(&config.data) {
        Err(error) => return Look::trouble("rows", error),
        Ok(found) => found,
    };
    let Some(folder) = found.folder else {
        return Look::warn("rows", "they are not there", "nothing: the next start makes them from the journal");
    };
    let written = folder.written.map_or_else(|| "never".to_owned(), words::instant);
    let size = format!("{}, last written {written}", words::bytes(folder.bytes));
    match found.doubted {
        None => Look::ok("rows", size),
        Some(doubted) => Look::warn(
            "rows",
            format!("{size}; rows that were not trusted stand aside, {}", words::bytes(doubted.bytes)),
            format!("look why below, then remove {}", config.data.join("rows.doubted").display()),
        ),
    }
}

fn files(config: &Config) -> Look {
    match survey::files(&config.data) {
        Err(error) => Look::trouble("files", error),
        Ok((files, incoming)) => {
            let unfinished = match incoming.files {
                0 => String::new(),
                count => format!("; {count} on their way or left behind, which the next start removes"),
            };
            Look::ok("files", format!("stored: {}, {}{unfinished}", files.files, words::bytes(files.bytes)))
        }
    }
}

/// What the diary tells; what never happened is not said.
fn told(diary: &Diary) -> Vec<Look> {
    let mut looks = Vec::new();
    if let Some(started) = &diary.started {
        let torn = match started.torn_bytes {
            0 => String::new(),
            bytes => format!("; {bytes} unacknowledged bytes set aside"),
        };
        let repaired = match started.repaired.as_slice() {
            [] => String::new(),
            paths => format!("; written anew: {}", paths.join(", ")),
        };
        looks.push(Look::ok(
            "last start",
            format!(
                "{}, took {} ms, at change {}, {} of them caught up{torn}{repaired}",
                words::instant(started.at),
                started.took_ms,
                started.head,
                started.replayed
            ),
        ));
    }
    if let Some(rebuilt) = &diary.rebuilt {
        let found = format!("the rows were made anew {}: {}", words::instant(rebuilt.at), rebuilt.what);
        looks.push(Look::ok("last rebuild", found));
    }
    if let Some(revived) = &diary.revived {
        let found = format!("the rows were opened anew while it ran, {}: {}", words::instant(revived.at), revived.what);
        looks.push(Look::ok("last revival", found));
    }
    if let Some(failed) = &diary.failed {
        let found = format!("it stopped to keep the data safe {}: {}", words::instant(failed.at), failed.what);
        looks.push(match diary.proved {
            Some(at) => Look::ok("last failure", format!("{found}; everything was read again {}", words::instant(at))),
            None => Look::wrong(
                "last failure",
                found,
                "look at the disk (its own messages are in the system's log), then start: everything is read again first",
            ),
        });
    }
    if let Some(upgraded) = &diary.upgraded {
        let found = format!("from format {} to {}, {}", upgraded.from, upgraded.to, words::instant(upgraded.at));
        looks.push(Look::ok("last upgrade", found));
    }
    looks.push(scrub(diary));
    looks
}

fn scrub(diary: &Diary) -> Look {
    let cure = "`tessera verify` reads everything while the appliance is stopped; a running one does it at night";
    let Some(scrubbed) = &diary.scrubbed else {
        return Look::ok("reading", "nothing has been read through yet; a running appliance does it at night");
    };
    let when = words::instant(scrubbed.at);
    if let Some(first) = scrubbed.findings.first() {
        let found = format!("{when}: {} are not as they were written, first {first}", scrubbed.findings.len());
        return Look::wrong("reading", found, "restore these from a backup; what else is there is as it was written");
    }
    let counts = format!("{} changes, {} rows, {} files", scrubbed.commits, scrubbed.rows, scrubbed.files);
    let found = format!("{when}: {counts}, all as they were written");
    let is_old = words::now().since(scrubbed.at) > SCRUB_WARNING_MS;
    if is_old { Look::warn("reading", found, cure) } else { Look::ok("reading", found) }
}
