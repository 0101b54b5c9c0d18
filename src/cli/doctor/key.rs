//! The key file and the slots that it opens.

use std::os::unix::fs::PermissionsExt;

use super::Look;
use crate::appliance::config::Config;
use crate::appliance::open;
use crate::cli::exit::{Ended, KEY};
use crate::cli::opening::Opening;
use crate::crypt::error::KeyError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::slot::{Opener, SlotKind};

/// The opened keys, which further looks need, and what was found.
///
/// # Errors
/// A secret cannot be read.
pub fn looks(config: &Config, opening: &Opening) -> Result<(Option<KeyRing>, Vec<Look>), Ended> {
    if !config.data.exists() {
        let found = format!("{} is not there yet; the first start makes it", config.data.display());
        return Ok((None, vec![Look::ok("data", found), file(config, None)]));
    }
    // What it finds is told, whatever it is; only a secret that cannot be read ends it.
    let tried = opening.open(config, &mut |openers| match KeyRing::open(&config.data, openers) {
        Err(sealed @ KeyError::Sealed(_)) => Err(sealed.into()),
        opened => Ok(opened),
    });
    let opened = match tried {
        Err(Ended { code: KEY, why }) => return Ok((None, vec![Look::trouble("data", why), file(config, None)])),
        tried => tried?,
    };
    Ok(match opened {
        Err(error) => (None, vec![Look::trouble("data", error), file(config, None)]),
        Ok(ring) => {
            let look = match ring.slots().len() {
                1 => Look::warn(
                    "data",
                    "the key opens the data; there is no second way in",
                    "keep a copy of the key in another safe place",
                ),
                slots => Look::ok("data", format!("the key opens the data; there are {slots} ways in")),
            };
            let file = file(config, Some(&ring));
            (Some(ring), vec![look, file])
        }
    })
}

fn file(config: &Config, ring: Option<&KeyRing>) -> Look {
    let takes_one = |(_, kind): &(u8, SlotKind)| matches!(kind, SlotKind::KeyFile | SlotKind::Credential);
    if ring.is_some_and(|ring| !ring.slots().iter().any(takes_one)) {
        return Look::ok("key file", "no slot takes one; every start waits until somebody types a secret");
    }
    let is_handed_over = open::openers(config).iter().any(|opener| matches!(opener, Opener::Credential(_)));
    if is_handed_over {
        return Look::ok("key file", "the service manager hands the key over");
    }
    let path = config.key_file.display();
    match std::fs::metadata(&config.key_file) {
        Err(_) if !config.data.exists() => {
            Look::ok("key file", format!("{path} is not there yet; the first start makes it"))
        }
        Err(error) => Look::wrong(
            "key file",
            format!("{path}: {error}"),
            "put the key back from its copy, or name the right file with --key-file",
        ),
        Ok(meta) if meta.permissions().mode() & 0o077 != 0 => {
            Look::wrong("key file", format!("{path} can be read by others"), format!("chmod 0400 {path}"))
        }
        Ok(_) => Look::ok("key file", format!("{path} is readable by its owner only")),
    }
}
