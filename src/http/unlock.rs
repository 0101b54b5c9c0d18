//! The door of a sealed appliance: one page that says of every slot why it stays shut, and takes a passphrase or the recovery key.
//! Refuses everything else by name, and lets nobody guess fast or many at once.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, ContentType, RETRY_AFTER};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, web};
use serde::Deserialize;
use tokio::sync::{Semaphore, oneshot};

use super::code::Code;
use super::header::{self, Tls};
use super::refusal::Refused;
use super::{frame, unlock_word};
use crate::crypt::error::KeyError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::secret::Phrase;
use crate::identity::lockout::{Leave, Subject, Tries};
use crate::identity::network::Network;
use crate::model::party::Language;
use crate::model::time::Timestamp;
use crate::writer::clock::{Clock, SystemClock};

const STYLE: &str = include_str!("../../assets/unlock/unlock.css");
/// No script at all, so that what is typed here meets no code but ours.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
/// A person's secret is shorter, and a longer body is not read.
const TYPED_BYTES_MAX: usize = 4 * 1024;

/// Tries what opens without a person, and what a person typed.
pub type TryOpen = Box<dyn Fn(Option<&str>) -> Result<KeyRing, KeyError> + Send + Sync>;

/// A sealed appliance, seen from its page.
pub struct Door {
    try_open: TryOpen,
    tls: Tls,
    clock: SystemClock,
    /// A passphrase costs memory and seconds, so one is stretched at a time.
    at_once: Semaphore,
    /// Locked because tries are counted before they are judged, and only one may open.
    state: Mutex<State>,
}

struct State {
    /// As it was without anything typed.
    why: Arc<KeyError>,
    tries: Tries,
    /// Absent once somebody opened.
    opened: Option<oneshot::Sender<KeyRing>>,
}

impl Door {
    /// `opened` is told once.
    pub fn new(why: KeyError, try_open: TryOpen, tls: Tls, opened: oneshot::Sender<KeyRing>) -> Self {
        let state = State { why: Arc::new(why), tries: Tries::default(), opened: Some(opened) };
        Self { try_open, tls, clock: SystemClock::default(), at_once: Semaphore::new(1), state: Mutex::new(state) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Everything that a sealed appliance answers.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .app_data(web::FormConfig::default().limit(TYPED_BYTES_MAX))
        .route("/unlock", web::post().to(unlock))
        .route("/unlock.css", web::get().to(style))
        .route("/healthz", web::get().to(health))
        .default_service(web::to(other));
}

async fn health(door: web::Data<Door>) -> HttpResponse {
    let mut response = HttpResponse::ServiceUnavailable();
    response.content_type(ContentType::plaintext());
    finished(&door, response, "sealed\n".to_owned())
}

async fn style(door: web::Data<Door>) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    response.content_type("text/css; charset=utf-8");
    finished(&door, response, STYLE.to_owned())
}

/// Pages get the page, programs a refusal that says so.
async fn other(request: HttpRequest, door: web::Data<Door>) -> HttpResponse {
    let language = language(&request);
    let is_page = matches!(*request.method(), Method::GET | Method::HEAD) && !request.path().starts_with("/api/");
    if !is_page {
        let mut answer = Refused::new(Code::Sealed).answer(language, "");
        header::complete(answer.headers_mut(), request.path(), door.tls);
        return answer;
    }
    let (why, is_opened) = {
        let state = door.state();
        (state.why.clone(), state.opened.is_none())
    };
    if is_opened { opening(&door, language) } else { page(&door, language, Told { why: &why, notice: None }, 503) }
}

#[derive(Deserialize)]
struct Typed {
    secret: String,
}

async fn unlock(request: HttpRequest, door: web::Data<Door>, typed: web::Form<Typed>) -> HttpResponse {
    let language = language(&request);
    // Another site may not use up the tries of whoever looks at it; browsers that are too old to say so are let pass.
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    if site.is_some_and(|site| site != "same-origin") {
        return Refused::new(Code::ForgedRequest).answer(language, "");
    }
    let typed = Phrase::new(typed.into_inner().secret.trim().to_owned());
    let is_typed = !typed.as_str().is_empty();
    let network = Network::of(request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip()));
    let subjects = (subject(b"unlock", network), subject(b"network", network));
    if is_typed {
        let leave = door.state().tries.take(subjects.0, subjects.1, door.clock.now());
        if let Leave::Wait { until } = leave {
            return wait(&door, language, until);
        }
    }
    let _turn = door.at_once.acquire().await.expect("the semaphore is never closed");
    let trying = door.clone();
    let tried = web::block(move || (trying.try_open)(Some(typed.as_str()).filter(|typed| !typed.is_empty()))).await;
    match tried {
        Ok(Ok(ring)) => {
            let mut state = door.state();
            state.tries.forgive(subjects.0, subjects.1);
            if let Some(opened) = state.opened.take() {
                // Nobody waits any more when the process is ending.
                drop(opened.send(ring));
            }
            drop(state);
            opening(&door, language)
        }
        Ok(Err(why)) => {
            let notice = if is_typed { unlock_word::words(language).wrong } else { unlock_word::words(language).again };
            let response = page(&door, language, Told { why: &why, notice: Some(notice) }, 422);
            if !is_typed {
                door.state().why = Arc::new(why);
            }
            response
        }
        Err(_) => {
            let why = door.state().why.clone();
            page(&door, language, Told { why: &why, notice: None }, 503)
        }
    }
}

/// What a page says besides what is always there.
struct Told<'a> {
    why: &'a KeyError,
    notice: Option<&'a str>,
}

fn page(door: &Door, language: Language, told: Told<'_>, status: u16) -> HttpResponse {
    let status = StatusCode::from_u16(status).expect("a constant of this file");
    let text = unlock_word::page(language, told.why, told.notice);
    html(door, HttpResponse::build(status), text)
}

fn wait(door: &Door, language: Language, until: Timestamp) -> HttpResponse {
    let seconds = u64::try_from(until.since(door.clock.now())).unwrap_or(0).div_ceil(1_000).max(1);
    let notice = unlock_word::wait(language, seconds.div_ceil(60));
    let why = door.state().why.clone();
    let mut response = HttpResponse::TooManyRequests();
    response.insert_header((RETRY_AFTER, seconds));
    html(door, response, unlock_word::page(language, &why, Some(&notice)))
}

/// It is open; the page asks again until the appliance itself answers.
fn opening(door: &Door, language: Language) -> HttpResponse {
    html(door, HttpResponse::Ok(), unlock_word::opening(language))
}

fn html(door: &Door, mut response: HttpResponseBuilder, text: String) -> HttpResponse {
    response.content_type(ContentType::html());
    finished(door, response, text)
}

fn finished(door: &Door, mut response: HttpResponseBuilder, body: String) -> HttpResponse {
    response.insert_header((CONTENT_SECURITY_POLICY, POLICY)).insert_header((CACHE_CONTROL, "no-store"));
    let mut response = response.body(body);
    header::complete(response.headers_mut(), "/", door.tls);
    response
}

/// What the address asks for, or what the browser wishes.
fn language(request: &HttpRequest) -> Language {
    match request.query_string() {
        "language=en" => Language::En,
        "language=zh" => Language::Zh,
        _ => frame::accepted(request),
    }
}

fn subject(what: &[u8], network: Network) -> Subject {
    *blake3::hash(&[what, network.0.to_string().as_bytes()].concat()).as_bytes()
}
