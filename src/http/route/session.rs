//! Signing in and out, and what a signed-in person is told first. Each sign-in makes a new session; the one the browser had ends.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::app::{self, AppSummary};
use super::{Route, delete, get, post, put};
use crate::crypt::chance;
use crate::crypt::secret::Phrase;
use crate::http::body::Body;
use crate::http::caller::{Allowed, COOKIE, Caller, OwnSession, Permission, Public};
use crate::http::code::Code;
use crate::http::founding::check_password;
use crate::http::house::House;
use crate::http::refusal::Refused;
use crate::identity::session;
use crate::identity::sign_in::{Attempt, Outcome};
use crate::model::command::{Actor, Ask, Command, IdentityAsk, PartyAsk, PreferenceAsk};
use crate::model::id::{CommandId, UserId};
use crate::model::identity::Lock;
use crate::model::party::{Language, Power, User};
use crate::model::preference::{Preference, Theme, Tour};
use crate::model::refusal::Refusal;
use crate::query::look::Viewer;
use crate::query::{inbox, notices};
use crate::view::published::Published;

pub fn routes() -> Vec<Route> {
    vec![
        post("/session", sign_in),
        get("/session", show),
        delete("/session", sign_out),
        delete("/session/all", sign_out_everywhere),
        put("/session/password", change_password),
        put("/session/language", choose_language),
        put("/session/theme", choose_theme),
        put("/session/tours/{tour}", begin_tour),
        post("/session/phrases", keep_phrase),
        post("/session/phrases/move", move_phrase),
        post("/session/phrases/remove", remove_phrase),
    ]
}

/// What the browser needs to draw its first page.
#[derive(Serialize)]
pub struct Me {
    user: User,
    powers: Vec<Power>,
    theme: Theme,
    tours: BTreeSet<Tour>,
    /// For opinions, the person's own.
    phrases: Vec<String>,
    must_change_password: bool,
    organisation: String,
    zone: String,
    apps: Vec<AppSummary>,
    /// Of the apps and what is in them.
    pinyin: BTreeMap<String, String>,
    counts: Counts,
}

#[derive(Serialize)]
struct Counts {
    todo: usize,
    unread_notices: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignIn {
    login: String,
    password: String,
}

async fn sign_in(caller: Allowed<Public>, body: Body<SignIn>) -> Result<HttpResponse, Refused> {
    let house = &caller.house;
    if !house.is_set_up() {
        return Err(Refused::new(Code::SetupNeeded));
    }
    let login = body.0.login.trim().to_owned();
    let user = active_user(house, &login);
    let user = checked(&caller, login, user, body.0.password).await?;
    if let Some(before) = caller.who {
        close(house, before).await?;
    }
    let cookie = open(house, user).await?;
    Ok(HttpResponse::Ok().cookie(cookie).json(me(house, user)?))
}

fn active_user(house: &House, login: &str) -> Option<UserId> {
    let catalog = house.catalog();
    catalog.directory.user_by_login(login).filter(|user| user.is_active).map(|user| user.id)
}

/// Compares a password and commits what follows from it.
async fn checked<P: Permission>(
    caller: &Allowed<P>,
    login: String,
    user: Option<UserId>,
    password: String,
) -> Result<UserId, Refused> {
    let (house, now) = (&caller.house, caller.house.now());
    let attempt = Attempt { login, user, password: Phrase::new(password), network: caller.network, now };
    match house.door.sign_in(attempt).await {
        Outcome::Right { user, renewed } => {
            if let Some(phc) = renewed {
                let must_change = house.register.must_change(user);
                submit(house, Actor::User(user), Ask::Party(PartyAsk::SetPassword { user, phc, must_change })).await?;
            }
            Ok(user)
        }
        Outcome::Wrong { lock: None } => Err(Refused::new(Code::CredentialsWrong)),
        Outcome::Wrong { lock: Some(Lock { subject, until }) } => {
            let ask = IdentityAsk::LockSignIn(Lock { subject, until });
            submit(house, Actor::System, Ask::Identity(ask)).await?;
            Err(Refused::new(Code::CredentialsWrong))
        }
        Outcome::Wait { until } => Err(Refused::new(Code::LockedOut).retry_at(until, now)),
        Outcome::Busy => Err(Refused { retry_after: Some(2), ..Refused::new(Code::TooMany) }),
    }
}

/// A new session for a person who has just proved to be that person.
pub async fn open(house: &House, user: UserId) -> Result<Cookie<'static>, Refused> {
    let (token, session) = session::draw(&house.register, user, house.now());
    submit(house, Actor::User(user), Ask::Identity(IdentityAsk::OpenSession(session))).await?;
    Ok(cookie(token.as_str().to_owned()))
}

async fn close(house: &House, caller: Caller) -> Result<(), Refused> {
    let ask = IdentityAsk::CloseSession { digest: caller.session };
    submit(house, Actor::User(caller.user), Ask::Identity(ask)).await
}

fn cookie(value: String) -> Cookie<'static> {
    Cookie::build(COOKIE, value).path("/").secure(true).http_only(true).same_site(SameSite::Lax).finish()
}

fn no_cookie() -> Cookie<'static> {
    let mut cookie = cookie(String::new());
    cookie.make_removal();
    cookie
}

async fn submit(house: &House, actor: Actor, ask: Ask) -> Result<(), Refused> {
    let id = CommandId::from_u128(chance::uuid_v7(house.now()));
    house.submit(Command { id, actor, ask }).await?;
    Ok(())
}

async fn show(caller: Allowed<OwnSession>) -> Result<web::Json<Me>, Refused> {
    Ok(web::Json(me(&caller.house, caller.who.user)?))
}

fn me(house: &House, user: UserId) -> Result<Me, Refused> {
    let Published { catalog, snapshot } = house.published();
    let viewer = Viewer { snapshot: &snapshot, catalog: &catalog, user, now: house.now() };
    let counts = Counts { todo: inbox::counts(viewer).todo, unread_notices: notices::unread(viewer) };
    let person = catalog.directory.user(user).ok_or(Refusal::NotFound)?.clone();
    let Preference { user: _, theme, tours, phrases } = catalog.preference(user);
    let setting = catalog.setting.as_deref();
    let apps = app::summaries(&catalog, user);
    let powers = [Power::Administer, Power::Design];
    Ok(Me {
        user: person,
        powers: powers.into_iter().filter(|power| catalog.directory.has_power(user, *power)).collect(),
        theme,
        tours,
        phrases,
        must_change_password: house.register.must_change(user),
        organisation: setting.map(|setting| setting.organisation.clone()).unwrap_or_default(),
        zone: setting.map(|setting| setting.zone.clone()).unwrap_or_default(),
        pinyin: app::readings(&apps),
        apps,
        counts,
    })
}

async fn sign_out(caller: Allowed<OwnSession>) -> Result<HttpResponse, Refused> {
    close(&caller.house, caller.who).await?;
    Ok(HttpResponse::NoContent().cookie(no_cookie()).finish())
}

async fn sign_out_everywhere(caller: Allowed<OwnSession>) -> Result<HttpResponse, Refused> {
    caller.submit(Ask::Party(PartyAsk::EndSessions { user: caller.who.user })).await?;
    Ok(HttpResponse::NoContent().cookie(no_cookie()).finish())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangePassword {
    current: String,
    new: String,
}

/// Every other session ends: whoever knew the old password is out.
async fn change_password(caller: Allowed<OwnSession>, body: Body<ChangePassword>) -> Result<HttpResponse, Refused> {
    let (house, user) = (&caller.house, caller.who.user);
    let login = house.catalog().directory.user(user).map(|user| user.login.clone()).ok_or(Refusal::NotFound)?;
    let ChangePassword { current, new } = body.0;
    check_password(&new, &login)?;
    if current == new {
        return Err(Refused::new(Code::PasswordWeak).with("reason", "same"));
    }
    checked(&caller, login, Some(user), current).await?;
    let phc = house.door.hash(Phrase::new(new)).await.map_err(|_| Refused::new(Code::TooMany))?;
    let password = PartyAsk::SetPassword { user, phc, must_change: false };
    let asks = [password, PartyAsk::EndSessions { user }].map(Ask::Party);
    let committed = caller.submit(Ask::Batch(asks.to_vec())).await?;
    // The new session must be younger than the end of the old ones.
    let now = house.now().max(committed.at.plus_ms(1));
    let (token, session) = session::draw(&house.register, user, now);
    submit(house, Actor::User(user), Ask::Identity(IdentityAsk::OpenSession(session))).await?;
    Ok(HttpResponse::NoContent().cookie(cookie(token.as_str().to_owned())).finish())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChooseLanguage {
    language: Language,
}

async fn choose_language(caller: Allowed<OwnSession>, body: Body<ChooseLanguage>) -> Result<HttpResponse, Refused> {
    prefer(&caller, PreferenceAsk::ChooseLanguage(body.0.language)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChooseTheme {
    theme: Theme,
}

async fn choose_theme(caller: Allowed<OwnSession>, body: Body<ChooseTheme>) -> Result<HttpResponse, Refused> {
    prefer(&caller, PreferenceAsk::ChooseTheme(body.0.theme)).await
}

/// It was shown once, which is enough.
async fn begin_tour(caller: Allowed<OwnSession>, tour: web::Path<Tour>) -> Result<HttpResponse, Refused> {
    prefer(&caller, PreferenceAsk::BeginTour(*tour)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OnePhrase {
    phrase: String,
}

async fn keep_phrase(caller: Allowed<OwnSession>, body: Body<OnePhrase>) -> Result<HttpResponse, Refused> {
    prefer(&caller, PreferenceAsk::KeepPhrase(body.0.phrase)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MovePhrase {
    phrase: String,
    at: usize,
}

async fn move_phrase(caller: Allowed<OwnSession>, body: Body<MovePhrase>) -> Result<HttpResponse, Refused> {
    let MovePhrase { phrase, at } = body.0;
    prefer(&caller, PreferenceAsk::MovePhrase { phrase, at }).await
}

async fn remove_phrase(caller: Allowed<OwnSession>, body: Body<OnePhrase>) -> Result<HttpResponse, Refused> {
    prefer(&caller, PreferenceAsk::RemovePhrase(body.0.phrase)).await
}

async fn prefer(caller: &Allowed<OwnSession>, ask: PreferenceAsk) -> Result<HttpResponse, Refused> {
    caller.submit(Ask::Preference(ask)).await?;
    Ok(HttpResponse::NoContent().finish())
}
