//! Figures of the house behind the rim, in Prometheus's text form: the writer's queue and its flushes, the outbox, timers, rows, the
//! disk, and the last reading-through.

use std::fmt::Write as _;
use std::sync::atomic::Ordering;

use super::house::House;
use crate::deliver::outbox::Shelf;
use crate::model::time::Timestamp;
use crate::store::key::Ns;
use crate::writer::meter::BOUNDS_US;

pub fn text(house: &House) -> String {
    let mut text = String::new();
    let mut gauge = |name: &str, help: &str, value: u64| {
        // Writing into memory cannot fail.
        let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
    };
    gauge("tessera_queue_commands", "Commands that wait for the writer", house.writer.depth() as u64);
    gauge("tessera_log_entries", "Commits in the log", house.store.head());
    gauge("tessera_outbox_waiting", "Messages that wait", house.outbox.count(Shelf::Waiting) as u64);
    gauge("tessera_outbox_parked", "Messages that were given up", house.outbox.count(Shelf::Parked) as u64);
    gauge("tessera_timers_armed", "Limits that run", house.timers.armed() as u64);
    gauge("tessera_orders", "Orders and drafts", house.store.count(Ns::Order));
    gauge("tessera_users", "People in the directory", house.catalog().directory.users.len() as u64);
    if let Ok(space) = house.store.space() {
        gauge("tessera_disk_free_bytes", "Room on the disk of the data", space.free);
        gauge("tessera_disk_total_bytes", "Size of the disk of the data", space.total);
    }
    if let Ok(room) = house.store.room() {
        gauge("tessera_disk_room", "0: ample, 1: a tenth or less, 2: changes are refused", room as u64);
    }
    gauge("tessera_store_stopped", "1 once the store accepts nothing more", u64::from(house.store.stopped().is_some()));
    let seconds = |at: Timestamp| u64::try_from(at.0 / 1_000).unwrap_or(0);
    let ends = house.certificate_ends.load(Ordering::Relaxed);
    gauge("tessera_certificate_ends_seconds", "When the certificate ends, 0 without TLS", seconds(Timestamp(ends)));
    let diary = house.store.diary();
    if let Some(started) = diary.started {
        gauge("tessera_start_seconds", "When it last started", seconds(started.at));
    }
    if let Some(rebuilt) = diary.rebuilt {
        gauge("tessera_rebuild_seconds", "When the rows were last made anew", seconds(rebuilt.at));
    }
    if let Some(scrubbed) = diary.scrubbed {
        gauge("tessera_scrub_seconds", "When everything was last read through", seconds(scrubbed.at));
        gauge("tessera_scrub_findings", "What was not as it was written", scrubbed.findings.len() as u64);
        gauge("tessera_scrub_took_milliseconds", "How long that took", scrubbed.took_ms);
    }
    text + &flushes(house)
}

#[expect(clippy::cast_precision_loss, reason = "microseconds of a process's life fit")]
fn flushes(house: &House) -> String {
    let figures = house.writer.meter().figures();
    let name = "tessera_commit_seconds";
    let mut text = format!("# HELP {name} Time to make a group of commands durable\n# TYPE {name} histogram\n");
    let mut below = 0;
    for (bound, count) in BOUNDS_US.iter().zip(figures.buckets) {
        below += count;
        let _ = writeln!(text, "{name}_bucket{{le=\"{}\"}} {below}", *bound as f64 / 1e6);
    }
    let all: u64 = figures.buckets.iter().sum();
    let _ = writeln!(text, "{name}_bucket{{le=\"+Inf\"}} {all}");
    let _ = writeln!(text, "{name}_sum {}\n{name}_count {all}", figures.sum_us as f64 / 1e6);
    let commands = "tessera_commands_total";
    let _ = write!(
        text,
        "# HELP {commands} Commands made durable\n# TYPE {commands} counter\n{commands} {}\n",
        figures.commands
    );
    text
}
