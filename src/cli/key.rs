//! `tessera key`: the ways in to the data, and new keys, while the appliance is stopped; a running one has its own page. Refuses to
//! take the last way in away, and to read a secret from the command line.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use super::exit::{Ended, KEY};
use super::{Flags, opening, prompt};
use crate::appliance::config::Config;
use crate::appliance::open;
use crate::crypt::error::KeyError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::password::Cost;
use crate::crypt::recovery;
use crate::crypt::ring_slots::SlotState;
use crate::crypt::slot::{self, Opener, SlotKind};
use crate::store::error::StoreError;
use crate::store::lock;
use crate::store::reseal::{Bite, Resealing};

#[derive(Debug, Args)]
pub struct Key {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Say which slots there are and whether each opens
    List {
        #[command(flatten)]
        flags: Flags,
    },
    /// Read a passphrase or recovery key and say which slot it opens; changes nothing
    Check {
        #[command(flatten)]
        flags: Flags,
    },
    /// Add a way in; secrets are read from the terminal or the input
    Add {
        #[command(flatten)]
        flags: Flags,
        #[command(flatten)]
        way: Way,
    },
    /// Put another secret in the place of a slot's
    Replace {
        #[command(flatten)]
        flags: Flags,
        /// The slot's number, as `tessera key list` shows it
        slot: u8,
        #[command(flatten)]
        way: Way,
    },
    /// Remove a slot, never the last
    Remove {
        #[command(flatten)]
        flags: Flags,
        /// The slot's number, as `tessera key list` shows it
        slot: u8,
    },
    /// Make new data keys and seal everything anew with them
    Rotate {
        #[command(flatten)]
        flags: Flags,
        /// Make a new root key instead, which takes the secret of every slot
        #[arg(long)]
        root: bool,
    },
}

#[derive(Debug, Args)]
struct Way {
    #[arg(value_enum)]
    kind: Kind,
    /// The file, for key-file and credential
    file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// For a person to type
    Passphrase,
    /// Shown once, for a sheet of paper in a safe
    Recovery,
    /// A file of 32 random bytes outside of the data directory; made if it is not there
    KeyFile,
    /// The same, handed over by the service manager as the credential `tessera-root-key`
    Credential,
}

impl Key {
    /// # Errors
    /// What is wrong with a secret, a slot or the data.
    pub fn run(&self) -> Result<(), Ended> {
        match &self.verb {
            Verb::List { flags } => list(&flags.config()?),
            Verb::Check { flags } => check(&flags.config()?),
            Verb::Add { flags, way } => {
                let config = flags.config()?;
                change(&config, |ring| {
                    let slot = ring.add_slot(&way.opener(&config)?, Cost::SLOT)?;
                    Ok(format!("Slot {slot} is added."))
                })
            }
            Verb::Replace { flags, slot, way } => {
                let config = flags.config()?;
                change(&config, |ring| {
                    ring.replace_slot(*slot, &way.opener(&config)?, Cost::SLOT)?;
                    Ok(format!("Slot {slot} has its new secret; the old one opens nothing any more."))
                })
            }
            Verb::Remove { flags, slot } => change(&flags.config()?, |ring| {
                ring.remove_slot(*slot)?;
                Ok(format!("Slot {slot} is removed."))
            }),
            Verb::Rotate { flags, root: true } => {
                let config = flags.config()?;
                change(&config, |ring| {
                    ring.rotate_root(&every_secret(&config, ring)?)?;
                    Ok("The root key is new; every slot opens with the secret it had.".to_owned())
                })
            }
            Verb::Rotate { flags, root: false } => rotate(&flags.config()?),
        }
    }
}

impl Way {
    fn opener(&self, config: &Config) -> Result<Opener, Ended> {
        match (self.kind, &self.file) {
            (Kind::KeyFile | Kind::Credential, None) => {
                Err(Ended::setting("name the file, such as `tessera key add key-file /etc/tessera/second.key`"))
            }
            (Kind::KeyFile, Some(path)) => Ok(Opener::KeyFile(key_file(config, path)?)),
            (Kind::Credential, Some(path)) => Ok(Opener::Credential(key_file(config, path)?)),
            (Kind::Passphrase | Kind::Recovery, Some(_)) => Err(Ended::setting(
                "a secret is never written on the command line, where others can read it; it is asked for",
            )),
            (Kind::Passphrase, None) => {
                let phrase = prompt::secret("New passphrase")?;
                if prompt::is_asked() && prompt::secret("The same again")?.as_str() != phrase.as_str() {
                    return Err(Ended::setting("the two passphrases are not the same; nothing was changed"));
                }
                Ok(Opener::Passphrase(phrase))
            }
            (Kind::Recovery, None) => {
                let phrase = recovery::draw();
                println!("{}", phrase.as_str());
                println!("Write this recovery key down; it is shown this once.");
                if prompt::is_asked() && !recovery::is_same(&phrase, &prompt::secret("Type it back")?) {
                    return Err(Ended::setting("that was another recovery key; nothing was changed"));
                }
                Ok(Opener::Recovery(phrase))
            }
        }
    }
}

fn key_file(config: &Config, path: &Path) -> Result<PathBuf, Ended> {
    slot::refuse_beside(path, &config.backup)?;
    if !path.exists() {
        slot::write_key_file(path, &config.data)?;
        println!("A new key is in {}: keep a copy in a safe place.", path.display());
    }
    Ok(path.to_owned())
}

fn list(config: &Config) -> Result<(), Ended> {
    let slots = KeyRing::examine(&config.data, &open::openers(config))?;
    for SlotState { slot, kind, shut } in &slots {
        let state = shut.as_ref().map_or("opens".to_owned(), ToString::to_string);
        println!("slot {slot}  {:<17}  {state}", kind.to_string());
    }
    let is_one_kind = slots.iter().all(|slot| slot.kind.same_as(slots[0].kind));
    if is_one_kind {
        println!("There is only one kind of way in: add another, such as `tessera key add recovery`.");
    }
    Ok(())
}

fn check(config: &Config) -> Result<(), Ended> {
    let secret = prompt::secret(opening::QUESTION)?;
    let slots = KeyRing::examine(&config.data, &opening::typed(&secret))?;
    let opened: Vec<&SlotState> = slots.iter().filter(|slot| slot.shut.is_none()).collect();
    for SlotState { slot, kind, .. } in &opened {
        println!("It opens slot {slot} ({kind}).");
    }
    if opened.is_empty() { Err(Ended { code: KEY, why: "it opens no slot of this data".to_owned() }) } else { Ok(()) }
}

/// Does something with the keys of a stopped appliance.
fn change(config: &Config, work: impl FnOnce(&KeyRing) -> Result<String, Ended>) -> Result<(), Ended> {
    // A folder without keys gets no lock either.
    KeyRing::examine(&config.data, &[])?;
    let _lock = lock::take(&config.data)?;
    let said = work(&unlocked(config)?)?;
    println!("{said}");
    Ok(())
}

/// The keys, with what a person types when nothing else opens.
fn unlocked(config: &Config) -> Result<KeyRing, Ended> {
    match KeyRing::open(&config.data, &open::openers(config)) {
        Err(sealed @ KeyError::Sealed(_)) => {
            eprintln!("{sealed}");
            let secret = prompt::secret(opening::QUESTION)?;
            Ok(KeyRing::open(&config.data, &opening::typed(&secret))?)
        }
        other => Ok(other?),
    }
}

/// What opens each slot: asked for one by one where it is not at hand.
fn every_secret(config: &Config, ring: &KeyRing) -> Result<Vec<Opener>, Ended> {
    let mut openers = open::openers(config);
    for (slot, kind) in ring.slots() {
        match kind {
            SlotKind::Passphrase(_) => {
                openers.push(Opener::Passphrase(prompt::secret(&format!("Passphrase of slot {slot}"))?));
            }
            SlotKind::Recovery => {
                openers.push(Opener::Recovery(prompt::secret(&format!("Recovery key of slot {slot}"))?));
            }
            SlotKind::KeyFile | SlotKind::Credential => {}
        }
    }
    Ok(openers)
}

fn rotate(config: &Config) -> Result<(), Ended> {
    KeyRing::examine(&config.data, &[])?;
    let store = open::open_with(config, unlocked(config)?, &mut |_| ())?.store;
    store.rotate_keys()?;
    let mut work = Resealing::default();
    let mut told = 0;
    while store.reseal(&mut work)? == Bite::More {
        let percent = work.progress.percent();
        if percent >= told + 10 {
            told = percent;
            println!("{percent} %");
        }
    }
    let progress = work.progress;
    println!("{} rows and {} files stand under new keys.", progress.rows, progress.files - progress.files_damaged);
    if progress.files_damaged > 0 {
        return Err(StoreError::Rows(format!(
            "{} stored files are damaged and keep their key",
            progress.files_damaged
        ))
        .into());
    }
    println!("The old keys are forgotten, but for those of the journal, which is never sealed anew.");
    store.checkpoint()?;
    Ok(())
}
