//! How the machine fares, for administrators: the room on its disk, what the store's diary tells, the certificate's end.

use std::sync::atomic::Ordering;

use actix_web::web;
use serde::Serialize;

use super::{Route, get};
use crate::http::caller::{Administer, Allowed};
use crate::http::code::Code;
use crate::http::house::House;
use crate::http::refusal::Refused;
use crate::model::limit::{CERTIFICATE_WARNING_DAYS, SCRUB_WARNING_MS};
use crate::model::time::{DAY_MS, Timestamp};
use crate::store::diary::Diary;
use crate::store::error::StoreError;
use crate::store::space::{Room, Space};

pub fn routes() -> Vec<Route> {
    vec![get("/system", show)]
}

#[derive(Serialize)]
struct System {
    version: &'static str,
    /// Commits in the log.
    head: u64,
    /// Why nothing is accepted any more; the process is about to end.
    stopped: Option<String>,
    disk: Disk,
    certificate: Option<Certificate>,
    diary: Diary,
    /// What wants somebody's hand, the worst first.
    warnings: Vec<Warning>,
}

#[derive(Serialize)]
struct Disk {
    free: u64,
    total: u64,
    room: Room,
}

#[derive(Serialize)]
struct Certificate {
    ends_at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Warning {
    Stopped,
    DiskFull,
    Damaged,
    DiskLow,
    CertificateEnded,
    CertificateEnds,
    ScrubOld,
}

async fn show(caller: Allowed<Administer>) -> Result<web::Json<System>, Refused> {
    let house = caller.house;
    let seen = web::block(move || see(&house)).await.map_err(|_| Refused::new(Code::Stopping))??;
    Ok(web::Json(seen))
}

fn see(house: &House) -> Result<System, StoreError> {
    let (Space { free, total }, room) = (house.store.space()?, house.store.room()?);
    let ends = house.certificate_ends.load(Ordering::Relaxed);
    let mut system = System {
        version: env!("CARGO_PKG_VERSION"),
        head: house.store.head(),
        stopped: house.store.stopped().map(str::to_owned),
        disk: Disk { free, total, room },
        certificate: (ends > 0).then_some(Certificate { ends_at: Timestamp(ends) }),
        diary: house.store.diary(),
        warnings: Vec::new(),
    };
    system.warnings = warnings(&system, house.now());
    Ok(system)
}

fn warnings(system: &System, now: Timestamp) -> Vec<Warning> {
    let left = system.certificate.as_ref().map(|certificate| certificate.ends_at.since(now));
    let scrubbed = system.diary.scrubbed.as_ref();
    let cases = [
        (system.stopped.is_some(), Warning::Stopped),
        (system.disk.room == Room::Full, Warning::DiskFull),
        (scrubbed.is_some_and(|scrubbed| !scrubbed.findings.is_empty()), Warning::Damaged),
        (system.disk.room == Room::Low, Warning::DiskLow),
        (left.is_some_and(|left| left < 0), Warning::CertificateEnded),
        (left.is_some_and(|left| (0..CERTIFICATE_WARNING_DAYS * DAY_MS).contains(&left)), Warning::CertificateEnds),
        (scrubbed.is_some_and(|scrubbed| now.since(scrubbed.at) > SCRUB_WARNING_MS), Warning::ScrubOld),
    ];
    cases.into_iter().filter(|(is_so, _)| *is_so).map(|(_, warning)| warning).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::diary::Scrubbed;

    const NOW: Timestamp = Timestamp(1_764_000_000_000);

    fn system(room: Room, days_left: i64, scrubbed: Option<(i64, &str)>) -> System {
        let scrubbed = scrubbed.map(|(days, finding)| Scrubbed {
            at: NOW.plus_ms(-days * DAY_MS),
            took_ms: 1,
            commits: 1,
            rows: 1,
            files: 1,
            findings: Some(finding.to_owned()).filter(|finding| !finding.is_empty()).into_iter().collect(),
        });
        System {
            version: "1",
            head: 1,
            stopped: None,
            disk: Disk { free: 1, total: 2, room },
            certificate: Some(Certificate { ends_at: NOW.plus_ms(days_left * DAY_MS) }),
            diary: Diary { scrubbed, ..Diary::default() },
            warnings: Vec::new(),
        }
    }

    #[test]
    fn what_wants_a_hand_is_named_the_worst_first() {
        let of = |room, days_left, scrubbed| warnings(&system(room, days_left, scrubbed), NOW);
        assert_eq!(of(Room::Ample, 400, None), []);
        assert_eq!(of(Room::Ample, CERTIFICATE_WARNING_DAYS, Some((1, ""))), []);
        assert_eq!(of(Room::Low, 29, Some((4, ""))), [Warning::DiskLow, Warning::CertificateEnds, Warning::ScrubOld]);
        assert_eq!(
            of(Room::Full, -1, Some((1, "bent"))),
            [Warning::DiskFull, Warning::Damaged, Warning::CertificateEnded]
        );
    }
}
