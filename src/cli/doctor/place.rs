//! Where the appliance stands: settings, disk, line, address, and what is built into the program.

use std::net::TcpListener;

use super::{Look, words};
use crate::appliance::config::{Config, TlsConfig};
use crate::appliance::expiry;
use crate::appliance::tls::{self, Line};
use crate::model::limit::CERTIFICATE_WARNING_DAYS;
use crate::store::options::Options;
use crate::store::space::{Room, Space};

pub fn settings(config: &Config) -> Look {
    let (data, key) = (config.data.display(), config.key_file.display());
    Look::ok("settings", format!("data in {data}, key at {key}, listening on {}", config.listen))
}

pub fn room(config: &Config) -> Look {
    let space = match Space::of(&config.data) {
        Err(error) => return Look::trouble("disk", error),
        Ok(space) => space,
    };
    let found = format!("{} of {} are free", words::bytes(space.free), words::bytes(space.total));
    let cure = "remove what is not needed, or give the disk more room; nothing has to be restarted";
    match space.room(Options::fitting(space).reserve) {
        Room::Ample => Look::ok("disk", found),
        Room::Low => Look::warn("disk", format!("{found}: a tenth or less"), cure),
        Room::Full => Look::wrong("disk", format!("{found}: changes are refused, reading goes on"), cure),
    }
}

pub fn line(config: &Config) -> Look {
    match &config.tls {
        TlsConfig::Off => Look::ok("TLS", "off; a proxy on this machine must do it"),
        TlsConfig::SelfMade => {
            let path = tls::self_made(config).0;
            // Looking must not make one.
            if path.exists() {
                ends("a self-made certificate", expiry::of_file(&path), "it is made anew at a start when it is due")
            } else {
                Look::ok("TLS", "a self-made certificate; the first start makes it")
            }
        }
        TlsConfig::Files { certificate, .. } => {
            if let Err(error) = Line::open(config) {
                return Look::trouble("TLS", error);
            }
            let what = format!("{} and its key fit", certificate.display());
            ends(&what, expiry::of_file(certificate), "replace both files; they are taken while the appliance runs")
        }
    }
}

fn ends(what: &str, end: Option<crate::model::time::Timestamp>, cure: &str) -> Look {
    let Some(end) = end else { return Look::warn("TLS", format!("{what}; it does not say how long it is good"), cure) };
    let found = match expiry::days_left(end, words::now()) {
        ..0 => return Look::wrong("TLS", format!("{what}; it has ended, browsers refuse it"), cure),
        days => format!("{what}; good for {days} more days"),
    };
    let is_near = expiry::days_left(end, words::now()) < CERTIFICATE_WARNING_DAYS;
    if is_near { Look::warn("TLS", found, cure) } else { Look::ok("TLS", found) }
}

pub fn address(config: &Config, is_held: bool) -> Look {
    match TcpListener::bind(config.listen) {
        Ok(_) => Look::ok("address", format!("{} is free", config.listen)),
        Err(_) if is_held => Look::ok("address", format!("{} is in use, as it should be while it runs", config.listen)),
        Err(error) => Look::wrong(
            "address",
            format!("{}: {error}", config.listen),
            "another program has it: end that one, or choose another address with --listen",
        ),
    }
}

pub fn web() -> Look {
    if crate::http::asset::is_built() {
        Look::ok("web app", "inside")
    } else {
        Look::wrong("web app", "this program was built without it", "run `make web`, then build again")
    }
}
