//! The first run: the workspace and its administrator, the ready-made app, a sample company. Everything goes through the writer like
//! any other change. Refuses a second first run.

use super::code::Code;
use super::house::House;
use super::past;
use super::refusal::Refused;
use crate::crypt::password::Cost;
use crate::crypt::secret::Phrase;
use crate::crypt::slot::{Opener, SlotKind};
use crate::crypt::{chance, recovery};
use crate::decide::app::{package, ready_made};
use crate::decide::workspace::sample;
use crate::decide::workspace::seed::{self, FirstRun};
use crate::decide::workspace::weeks;
use crate::identity::password;
use crate::model::command::{Actor, Ask, Command, PartyAsk, WorkspaceAsk};
use crate::model::id::{AppId, CalendarId, CommandId, FormId, UserId};
use crate::model::party::Language;
use crate::model::problem::Problem;
use crate::model::refusal::Refusal;

/// What somebody says when the house is opened for the first time.
pub struct Founding {
    pub organisation: String,
    pub language: Language,
    /// IANA name.
    pub zone: String,
    pub login: String,
    pub name: String,
    pub password: Phrase,
    /// Whether equipment repair is installed at once.
    pub with_repair: bool,
    /// Whether a sample company comes with it, and eight weeks of its orders.
    pub with_sample: bool,
}

pub struct Founded {
    pub administrator: UserId,
    /// Opens the data when the key file is lost; told once.
    pub recovery_key: Phrase,
}

/// # Errors
/// - `SetupDone`: somebody was first;
/// - `PasswordWeak`, `Invalid`: what was said is not usable, with every place.
pub async fn found(house: &House, founding: Founding) -> Result<Founded, Refused> {
    if house.is_set_up() {
        return Err(Refused::new(Code::SetupDone));
    }
    check_password(founding.password.as_str(), &founding.login)?;
    let phc = house.door.hash(Phrase::new(founding.password.as_str().to_owned())).await;
    let phc = phc.map_err(|_| Refused::new(Code::TooMany))?;
    let now = house.now();
    let past = founding.with_sample.then(|| house.clock.back(weeks::SPAN_MS));
    let administrator = UserId::from_u128(fresh(house));
    let first = FirstRun {
        organisation: founding.organisation.trim().to_owned(),
        language: founding.language,
        zone: founding.zone.clone(),
        login: founding.login.trim().to_owned(),
        name: founding.name.trim().to_owned(),
        phc,
        administrator,
        calendar: CalendarId::from_u128(fresh(house)),
    };
    submit(house, Actor::System, Ask::Batch(seed::asks(&first))).await.map_err(named_as_asked)?;
    let recovery_key = add_recovery(house).await?;
    let owner = Actor::User(administrator);
    submit(house, owner, Ask::Workspace(WorkspaceAsk::NoteKeys(house.ring.standing()))).await?;
    if let Some(past) = past {
        let (asks, logins) = sample::company(&house.catalog(), founding.language, &mut || fresh(house));
        submit(house, owner, Ask::Batch(asks)).await?;
        if founding.with_repair {
            let forms = install(house, owner, "repair", founding.language).await?.1;
            past::play(house, (&past, now), (forms[0], founding.language), &logins).await?;
        }
    } else if founding.with_repair {
        install(house, owner, "repair", founding.language).await?;
    }
    house.first_run.close();
    Ok(Founded { administrator, recovery_key })
}

/// # Errors
/// - `PasswordWeak`: with the reason.
pub fn check_password(password: &str, login: &str) -> Result<(), Refused> {
    password::check(password, login).map_err(|weak| Refused::new(Code::PasswordWeak).with("reason", weak.name()))
}

/// Installs an app that comes with the house.
///
/// # Errors
/// - `NotFound`: there is none of that code.
pub async fn install(
    house: &House,
    actor: Actor,
    code: &str,
    language: Language,
) -> Result<(AppId, Vec<FormId>), Refused> {
    let text = ready_made::package(code, language).ok_or(Refusal::NotFound)?;
    let installation = package::install(&house.catalog(), text, &mut || fresh(house)).map_err(Refusal::Invalid)?;
    submit(house, actor, Ask::Batch(installation.asks)).await?;
    Ok((installation.app, installation.forms))
}

async fn add_recovery(house: &House) -> Result<Phrase, Refused> {
    let phrase = recovery::draw();
    let (ring, opener) = (house.ring.clone(), Opener::Recovery(Phrase::new(phrase.as_str().to_owned())));
    let added = tokio::task::spawn_blocking(move || {
        // A first run that was cut short may have left one that nobody wrote down.
        for (slot, _) in ring.slots().into_iter().filter(|(_, kind)| matches!(kind, SlotKind::Recovery)) {
            ring.remove_slot(slot)?;
        }
        ring.add_slot(&opener, Cost::SLOT)
    });
    match added.await {
        Ok(Ok(_)) => Ok(phrase),
        Ok(Err(error)) => {
            tracing::error!(%error, "the recovery key cannot be kept");
            Err(Refused::new(Code::StorageFull))
        }
        Err(_) => Err(Refused::new(Code::Internal)),
    }
}

/// Gives every person of the sample company the same password, for a demonstration.
pub async fn give_everybody(house: &House, administrator: UserId, password: Phrase) -> Result<(), Refused> {
    let phc = house.door.hash(password).await.map_err(|_| Refused::new(Code::TooMany))?;
    let users: Vec<UserId> =
        house.catalog().directory.users.keys().copied().filter(|id| *id != administrator).collect();
    let ask = |user| Ask::Party(PartyAsk::SetPassword { user, phc: phc.clone(), must_change: false });
    submit(house, Actor::User(administrator), Ask::Batch(users.into_iter().map(ask).collect())).await
}

async fn submit(house: &House, actor: Actor, ask: Ask) -> Result<(), Refused> {
    let command = Command { id: CommandId::from_u128(fresh(house)), actor, ask };
    house.submit(command).await?;
    Ok(())
}

fn fresh(house: &House) -> u128 {
    chance::uuid_v7(house.now())
}

/// The form asked for `administrator.login`; the batch judged `asks.0.login`.
fn named_as_asked(refused: Refused) -> Refused {
    let renamed = |problem: Problem| {
        let place = problem.place.strip_prefix("asks.").and_then(|rest| rest.split_once('.'));
        let place = match place {
            Some(("0", place)) => format!("administrator.{place}"),
            Some((_, place)) => place.to_owned(),
            None => problem.place.clone(),
        };
        Problem { place, ..problem }
    };
    Refused { problems: refused.problems.into_iter().map(renamed).collect(), ..refused }
}
