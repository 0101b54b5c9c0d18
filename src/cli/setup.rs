//! `tessera setup`: the first run without a browser. The password comes from the input, never from the command line, where other
//! people of the machine could read it.

use clap::{Args, ValueEnum};

use super::exit::Ended;
use super::{Flags, serve};
use crate::appliance::boot;
use crate::appliance::config::Config;
use crate::crypt::secret::Phrase;
use crate::http::founding::{self, Founding};
use crate::model::party::Language;

#[derive(Debug, Args)]
pub struct Setup {
    #[command(flatten)]
    flags: Flags,
    /// The organisation's name
    #[arg(long)]
    organisation: String,
    /// The administrator's account; its password is read from the input, one line
    #[arg(long)]
    login: String,
    /// The administrator's name
    #[arg(long)]
    name: String,
    /// Language of the workspace
    #[arg(long, value_enum, default_value = "zh")]
    language: Tongue,
    /// Time zone, such as Asia/Shanghai
    #[arg(long, default_value = "Asia/Shanghai")]
    zone: String,
    /// Install the ready-made app for equipment repair
    #[arg(long)]
    repair: bool,
    /// With a sample company
    #[arg(long)]
    sample: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Tongue {
    Zh,
    En,
}

impl Setup {
    /// # Errors
    /// What is not usable, or why the store cannot be made.
    pub fn run(&self) -> Result<(), Ended> {
        // Nobody is served meanwhile, so any free port of this machine will do.
        let config = Config { listen: ([127, 0, 0, 1], 0).into(), ..self.flags.config()? };
        let mut password = String::new();
        std::io::stdin()
            .read_line(&mut password)
            .map_err(|error| Ended::other(format!("the password cannot be read: {error}")))?;
        let founding = Founding {
            organisation: self.organisation.clone(),
            language: match self.language {
                Tongue::Zh => Language::Zh,
                Tongue::En => Language::En,
            },
            zone: self.zone.clone(),
            login: self.login.clone(),
            name: self.name.clone(),
            password: Phrase::new(password.trim_end_matches(['\r', '\n']).to_owned()),
            with_repair: self.repair,
            with_sample: self.sample,
        };
        serve::runtime()?.block_on(async {
            let running = boot::start(&config)?;
            let founded = founding::found(&running.house, founding).await;
            running.stop().await?;
            let founded = founded.map_err(|refused| {
                let places: Vec<&str> = refused.problems.iter().map(|problem| problem.place.as_str()).collect();
                Ended::setting(format!("{}: {}", refused.code.page().en, places.join(", ")))
            })?;
            println!("The workspace is set up. Write the recovery key down; it is shown this once:");
            println!("{}", founded.recovery_key.as_str());
            Ok(())
        })
    }
}
