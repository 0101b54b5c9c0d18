//! Backups: that there are some, and how old the newest is.

use super::{Look, words};
use crate::appliance::config::Config;
use crate::model::limit::BACKUP_WARNING_MS;
use crate::store::shelf::Shelf;

pub fn looks(config: &Config) -> Vec<Look> {
    let folder = config.backup.display();
    let cure = "make one on the page Backups, or with `tessera backup` while the appliance is stopped";
    let look = match Shelf::new(config.backup.clone()).list() {
        Err(error) => Look::trouble("backups", error),
        Ok(kept) => match kept.first() {
            None if !config.data.exists() => Look::ok("backups", "none yet"),
            None => Look::warn("backups", format!("there is none in {folder}"), cure),
            Some(newest) => {
                let found = format!("{} in {folder}, the newest of {}", kept.len(), words::instant(newest.at));
                let is_old = words::now().since(newest.at) > BACKUP_WARNING_MS;
                if is_old { Look::warn("backups", found, cure) } else { Look::ok("backups", found) }
            }
        },
    };
    vec![look]
}
