//! `tessera doctor`: the state of everything, in plain words, with what to do. It looks from outside, so it works while the appliance
//! runs and while it does not. Changes nothing.

use clap::Args;
use serde::Serialize;

use super::Flags;
use super::exit::Ended;
use super::opening::Opening;

mod backup;
mod key;
mod place;
mod store;
mod words;

#[derive(Debug, Args)]
pub struct Doctor {
    #[command(flatten)]
    flags: Flags,
    #[command(flatten)]
    opening: Opening,
    /// Print JSON for programs
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Ok,
    /// It runs, and wants to be looked at.
    Warn,
    Wrong,
}

/// One thing that was looked at.
#[derive(Debug, Serialize)]
struct Look {
    what: &'static str,
    state: State,
    found: String,
    /// Absent when there is nothing to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    cure: Option<String>,
}

impl Look {
    fn ok(what: &'static str, found: impl Into<String>) -> Self {
        Self { what, state: State::Ok, found: found.into(), cure: None }
    }

    fn warn(what: &'static str, found: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { what, state: State::Warn, found: found.into(), cure: Some(cure.into()) }
    }

    fn wrong(what: &'static str, found: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { what, state: State::Wrong, found: found.into(), cure: Some(cure.into()) }
    }

    /// Trouble whose sentence names its own cure.
    fn trouble(what: &'static str, error: impl ToString) -> Self {
        Self { what, state: State::Wrong, found: error.to_string(), cure: None }
    }
}

impl Doctor {
    /// # Errors
    /// Something is wrong; the lines above say what.
    pub fn run(&self) -> Result<(), Ended> {
        let config = self.flags.config()?;
        let (ring, key_looks) = key::looks(&config, &self.opening)?;
        let is_held = crate::store::lock::is_held(&config.data).unwrap_or(false);
        let mut looks = vec![place::settings(&config)];
        looks.extend(key_looks);
        looks.extend(store::looks(&config, ring.as_ref(), is_held));
        looks.push(place::room(&config));
        looks.extend(backup::looks(&config));
        looks.extend([place::line(&config), place::address(&config, is_held), place::web()]);
        if self.json {
            println!("{}", serde_json::to_string_pretty(&looks).expect("looks are plain data"));
        } else {
            looks.iter().for_each(print);
        }
        let count = |state: State| looks.iter().filter(|look| look.state == state).count();
        match (count(State::Wrong), count(State::Warn)) {
            (0, 0) => Ok(()),
            (0, warnings) => {
                if !self.json {
                    println!("Nothing is wrong; {warnings} of {} want to be looked at.", looks.len());
                }
                Ok(())
            }
            (wrong, _) => Err(Ended::other(format!("{wrong} of {} are wrong", looks.len()))),
        }
    }
}

fn print(look: &Look) {
    let state = match look.state {
        State::Ok => "ok",
        State::Warn => "WARN",
        State::Wrong => "WRONG",
    };
    println!("{state:<6} {:<12} {}", look.what, look.found);
    if let Some(cure) = &look.cure {
        println!("{:<20}-> {cure}", "");
    }
}
