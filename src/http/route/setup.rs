//! The first run in the browser: the code from the server's output, the organisation, the recovery key typed back.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{Route, post, session};
use crate::crypt::recovery;
use crate::crypt::secret::Phrase;
use crate::crypt::slot::Opener;
use crate::http::body::Body;
use crate::http::caller::{Allowed, OwnSession, Public};
use crate::http::code::Code;
use crate::http::founding::{self, Founding};
use crate::http::refusal::Refused;
use crate::identity::first_run::Wrong;
use crate::model::party::Language;

pub fn routes() -> Vec<Route> {
    vec![post("/setup/code", prove), post("/setup", found), post("/setup/recovery", confirm)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetupCode {
    code: String,
}

#[derive(Serialize)]
struct Token {
    token: String,
}

async fn prove(caller: Allowed<Public>, body: Body<SetupCode>) -> Result<web::Json<Token>, Refused> {
    if caller.house.is_set_up() {
        return Err(Refused::new(Code::SetupDone));
    }
    let now = caller.house.now();
    match caller.house.first_run.prove(&body.0.code, now) {
        Ok(token) => Ok(web::Json(Token { token: token.as_str().to_owned() })),
        Err(Wrong::Code) => Err(Refused::new(Code::SetupCodeWrong)),
        Err(Wrong::TooMany { retry_at }) => Err(Refused::new(Code::TooMany).retry_at(retry_at, now)),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Setup {
    token: String,
    language: Language,
    organisation: String,
    zone: String,
    administrator: Administrator,
    start: Start,
    #[serde(default)]
    sample: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Administrator {
    login: String,
    name: String,
    password: String,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Start {
    Repair,
    Empty,
}

#[derive(Serialize)]
struct Recovery {
    recovery_key: String,
}

async fn found(caller: Allowed<Public>, body: Body<Setup>) -> Result<HttpResponse, Refused> {
    let house = &caller.house;
    let setup = body.0;
    if house.is_set_up() {
        return Err(Refused::new(Code::SetupDone));
    }
    if !house.first_run.is_proved(&setup.token) {
        return Err(Refused::new(Code::SetupCodeWrong));
    }
    let founding = Founding {
        organisation: setup.organisation,
        language: setup.language,
        zone: setup.zone,
        login: setup.administrator.login,
        name: setup.administrator.name,
        password: Phrase::new(setup.administrator.password),
        with_repair: setup.start == Start::Repair,
        with_sample: setup.sample,
    };
    let founded = founding::found(house, founding).await?;
    let cookie = session::open(house, founded.administrator).await?;
    let recovery_key = founded.recovery_key.as_str().to_owned();
    Ok(HttpResponse::Ok().cookie(cookie).json(Recovery { recovery_key }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedBack {
    recovery_key: String,
}

/// Proves that what somebody wrote down opens this workspace.
async fn confirm(caller: Allowed<OwnSession>, body: Body<TypedBack>) -> Result<HttpResponse, Refused> {
    let phrase = Phrase::new(body.0.recovery_key);
    let wrong = || Refused::new(Code::RecoveryKeyWrong);
    recovery::parse(&phrase).map_err(|_| wrong())?;
    let ring = caller.house.ring.clone();
    let opens = tokio::task::spawn_blocking(move || ring.opens(&Opener::Recovery(phrase)));
    if opens.await.unwrap_or(false) { Ok(HttpResponse::NoContent().finish()) } else { Err(wrong()) }
}
