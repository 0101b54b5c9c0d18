//! The key file and the slots that it opens.

use std::os::unix::fs::PermissionsExt;

use super::Look;
use crate::appliance::config::Config;
use crate::appliance::open;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::slot::Opener;

/// The opened keys, which further looks need, and what was found.
pub fn looks(config: &Config) -> (Option<KeyRing>, Vec<Look>) {
    if !config.data.exists() {
        let found = format!("{} is not there yet; the first start makes it", config.data.display());
        return (None, vec![Look::ok("data", found), file(config)]);
    }
    match KeyRing::open(&config.data, &open::openers(config)) {
        Err(error) => (None, vec![Look::trouble("data", error), file(config)]),
        Ok(ring) => {
            let look = match ring.slots().len() {
                1 => Look::warn(
                    "data",
                    "the key opens the data; there is no second way in",
                    "keep a copy of the key in another safe place",
                ),
                slots => Look::ok("data", format!("the key opens the data; there are {slots} ways in")),
            };
            (Some(ring), vec![look, file(config)])
        }
    }
}

fn file(config: &Config) -> Look {
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
