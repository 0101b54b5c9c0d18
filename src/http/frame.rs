//! Around every request: an id, the check against forgery, the headers, the refusal in the caller's language, the log line. The
//! log holds the route's pattern, not the address, and never a body.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT_LANGUAGE, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, web};
use futures_util::FutureExt;

use super::code::Code;
use super::house::House;
use super::refusal::Refused;
use super::{forgery, header};
use crate::crypt::chance;
use crate::model::party::Language;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The id under which a request stands in the log.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

pub async fn around(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let began = Instant::now();
    let id = RequestId(format!("{:016x}", u64::from_be_bytes(chance::draw())));
    let house = request.app_data::<web::Data<House>>().expect("the app is built with its house").clone();
    let (method, path, language) = (request.method().clone(), request.path().to_owned(), accepted(request.request()));
    request.extensions_mut().insert(id.clone());
    request.extensions_mut().insert(language);
    if let Err(refused) = admitted(&request, &house) {
        let response = request.into_response(refused.answer(language, &id.0));
        return Ok(finished(response, &house, &Trace { began, id }));
    }
    // The router must be the only one that holds the request, so what has no answer has no request either.
    match AssertUnwindSafe(next.call(request)).catch_unwind().await {
        Ok(Ok(response)) => {
            let response = told(response.map_into_boxed_body(), &id);
            Ok(finished(response, &house, &Trace { began, id }))
        }
        Ok(Err(error)) => Err(error),
        Err(_) => {
            let mut answer = Refused::new(Code::Internal).answer(language, &id.0);
            header::complete(answer.headers_mut(), &path, house.setting.tls);
            name(answer.headers_mut(), &id);
            log(&house, &Answered { route: "panicked", method: method.as_str(), status: 500 }, &Trace { began, id });
            Err(InternalError::from_response("a bug", answer).into())
        }
    }
}

/// Of one request.
struct Trace {
    began: Instant,
    id: RequestId,
}

fn finished(mut response: ServiceResponse<BoxBody>, house: &House, trace: &Trace) -> ServiceResponse<BoxBody> {
    let path = response.request().path().to_owned();
    header::complete(response.headers_mut(), &path, house.setting.tls);
    name(response.headers_mut(), &trace.id);
    let request = response.request();
    let route = request.match_pattern().unwrap_or_else(|| "other".to_owned());
    let (method, status) = (request.method().as_str(), response.status().as_u16());
    log(house, &Answered { route: &route, method, status }, trace);
    response
}

fn name(headers: &mut HeaderMap, id: &RequestId) {
    headers.insert(REQUEST_ID, HeaderValue::from_str(&id.0).expect("hexadecimal digits fit in a header"));
}

/// Methods nobody uses, and changes asked for by other sites, go no further.
fn admitted(request: &ServiceRequest, house: &House) -> Result<(), Refused> {
    match *request.method() {
        Method::GET | Method::HEAD | Method::POST | Method::PUT | Method::PATCH | Method::DELETE => {
            forgery::check(request, house.setting.public_url.as_deref())
        }
        _ => Err(Refused::new(Code::MethodUnknown)),
    }
}

/// Turns a refusal that a handler left inside into its document.
fn told(response: ServiceResponse<BoxBody>, id: &RequestId) -> ServiceResponse<BoxBody> {
    let status = response.status().as_u16();
    if status < 400 {
        return response;
    }
    let refused = response.response().extensions().get::<Refused>().cloned();
    let refused = refused.or_else(|| (!is_document(&response)).then(|| Refused::new(by_status(status))));
    match refused {
        None => response,
        Some(refused) => {
            let answer = refused.answer(language_of(response.request()), &id.0);
            ServiceResponse::new(response.into_parts().0, answer)
        }
    }
}

fn is_document(response: &ServiceResponse<BoxBody>) -> bool {
    let media = response.headers().get(actix_web::http::header::CONTENT_TYPE);
    media.is_some_and(|media| media.as_bytes().starts_with(b"application/problem+json"))
}

/// What the framework itself refused.
const fn by_status(status: u16) -> Code {
    match status {
        401 => Code::SignedOut,
        403 => Code::NotAllowed,
        404 => Code::NotFound,
        405 => Code::MethodUnknown,
        408 => Code::TooSlow,
        413 => Code::TooLarge,
        415 => Code::MediaUnsupported,
        400..=499 => Code::Malformed,
        _ => Code::Internal,
    }
}

fn language_of(request: &HttpRequest) -> Language {
    request.extensions().get::<Language>().copied().unwrap_or_default()
}

/// Until the caller is known, the browser's wish counts.
pub(super) fn accepted(request: &HttpRequest) -> Language {
    let wish = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = wish.split([',', ';']).next().unwrap_or_default().trim().to_ascii_lowercase();
    if first.is_empty() || first.starts_with("zh") || first == "*" { Language::Zh } else { Language::En }
}

/// What the log and the figures tell of an answer.
struct Answered<'a> {
    route: &'a str,
    method: &'a str,
    status: u16,
}

fn log(house: &House, answered: &Answered, trace: &Trace) {
    let (Answered { route, method, status }, took) = (answered, trace.began.elapsed());
    house.pulse.answered(route, method, *status, took);
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    if *status >= 500 {
        tracing::error!(request = %trace.id.0, method, route, status, ms, "answered");
    } else {
        tracing::info!(request = %trace.id.0, method, route, status, ms, "answered");
    }
}
