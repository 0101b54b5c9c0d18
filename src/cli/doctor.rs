//! `tessera doctor`: everything that can be said without starting, each line with its remedy. Changes nothing.

use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;

use clap::Args;

use super::Flags;
use super::exit::Ended;
use crate::appliance::config::{Config, TlsConfig};
use crate::appliance::open;
use crate::appliance::tls::Line;
use crate::crypt::key_ring::KeyRing;
use crate::store::space::Space;

#[derive(Debug, Args)]
pub struct Doctor {
    #[command(flatten)]
    flags: Flags,
}

/// One thing that was looked at.
struct Look {
    what: &'static str,
    found: Result<String, String>,
}

impl Doctor {
    /// # Errors
    /// Something is wrong; the lines above say what.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        let looks =
            [keys(&config), key_file(&config), room(&config), line(&config), address(&config), web(), backups(&config)];
        for look in &looks {
            match &look.found {
                Ok(found) => println!("ok     {:<12} {found}", look.what),
                Err(trouble) => println!("WRONG  {:<12} {trouble}", look.what),
            }
        }
        let wrong = looks.iter().filter(|look| look.found.is_err()).count();
        if wrong == 0 { Ok(()) } else { Err(Ended::other(format!("{wrong} of {} are wrong", looks.len()))) }
    }
}

fn keys(config: &Config) -> Look {
    let found = if config.data.exists() {
        let ring = KeyRing::open(&config.data, &open::openers(config));
        ring.map_err(|error| error.to_string()).map(|ring| match ring.slots().len() {
            1 => "the key opens the data; there is no second way in, keep a copy of the key".to_owned(),
            slots => format!("the key opens the data; there are {slots} ways in"),
        })
    } else {
        Ok(format!("{} is not there yet; the first start makes it", config.data.display()))
    };
    Look { what: "data", found }
}

fn key_file(config: &Config) -> Look {
    let path = config.key_file.display();
    let found = match std::fs::metadata(&config.key_file) {
        Err(_) if !config.data.exists() => Ok(format!("{path} is not there yet; the first start makes it")),
        Err(error) => Err(format!("{path}: {error}")),
        Ok(meta) if meta.permissions().mode() & 0o077 != 0 => {
            Err(format!("{path} can be read by others; chmod 0400 {path}"))
        }
        Ok(_) => Ok(format!("{path} is readable by its owner only")),
    };
    Look { what: "key file", found }
}

fn room(config: &Config) -> Look {
    let there = config.data.ancestors().find(|path| path.exists());
    let space = Space::of(there.unwrap_or(std::path::Path::new(".")));
    let found = match space {
        Err(error) => Err(error.to_string()),
        Ok(space) if space.is_low() => Err(format!("only {} MiB are free", space.free >> 20)),
        Ok(space) => Ok(format!("{} MiB are free", space.free >> 20)),
    };
    Look { what: "disk", found }
}

fn backups(config: &Config) -> Look {
    Look { what: "backups", found: super::backup::state(config) }
}

fn line(config: &Config) -> Look {
    let found = match &config.tls {
        TlsConfig::Off => Ok("off; a proxy on this machine must do it".to_owned()),
        // Looking must not make one.
        TlsConfig::SelfMade => Ok("a self-made certificate".to_owned()),
        TlsConfig::Files { certificate, .. } => Line::open(config)
            .map(|_| format!("{} and its key fit", certificate.display()))
            .map_err(|error| error.to_string()),
    };
    Look { what: "TLS", found }
}

fn address(config: &Config) -> Look {
    let found = TcpListener::bind(config.listen)
        .map(|_| format!("{} is free", config.listen))
        .map_err(|error| format!("{}: {error}; another program, or Tessera itself, has it", config.listen));
    Look { what: "address", found }
}

fn web() -> Look {
    let found = if crate::http::asset::is_built() {
        Ok("inside".to_owned())
    } else {
        Err("this program was built without it; run `make web`, then build again".to_owned())
    };
    Look { what: "web app", found }
}
