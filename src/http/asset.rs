//! The web app inside the binary. Files whose names carry a digest are kept by browsers for ever; everything that is no file is a
//! page of the app. Refuses to compress while serving: the build did that.

use std::borrow::Cow;

use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::code::Code;
use super::refusal::Refused;

#[derive(RustEmbed)]
#[folder = "web/dist"]
#[allow_missing = true]
struct WebApp;

const MEDIA: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("txt", "text/plain; charset=utf-8"),
];

/// In the order we prefer them: the name in the header, the ending of the file.
const ENCODINGS: &[(&str, &str)] = &[("br", "br"), ("gzip", "gz")];

/// Whatever no route took.
pub async fn serve(request: HttpRequest) -> Result<HttpResponse, Refused> {
    let path = request.path().trim_start_matches('/');
    if path == "api" || path.starts_with("api/") {
        return Err(Refused::new(Code::NotFound));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(Refused { allow: Some("GET, HEAD".to_owned()), ..Refused::new(Code::MethodUnknown) });
    }
    let is_page = !path.rsplit('/').next().unwrap_or_default().contains('.');
    let name = if is_page { "index.html" } else { path };
    let Some(whole) = WebApp::get(name).filter(|_| !is_encoded(name)) else {
        return if is_page { Ok(not_built()) } else { Err(Refused::new(Code::NotFound)) };
    };
    Ok(answer(&request, name, whole))
}

/// The compressed twin of a file is not a file of its own.
fn is_encoded(name: &str) -> bool {
    ENCODINGS.iter().any(|(_, ending)| name.rsplit_once('.').is_some_and(|(_, found)| found == *ending))
}

fn answer(request: &HttpRequest, name: &str, whole: EmbeddedFile) -> HttpResponse {
    let (encoding, file) = best(request, name).map_or((None, whole), |(encoding, file)| (Some(encoding), file));
    let digest: String = file.metadata.sha256_hash()[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let etag = format!("\"{digest}\"");
    let is_known = request
        .headers()
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == etag));
    let mut response = HttpResponse::build(if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
    // The build puts a digest into every name below assets/.
    let cache = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.insert_header((CACHE_CONTROL, cache)).insert_header((ETAG, etag)).insert_header((VARY, "accept-encoding"));
    if is_known {
        return response.finish();
    }
    response.insert_header((CONTENT_TYPE, media(name)));
    if let Some(encoding) = encoding {
        response.insert_header((CONTENT_ENCODING, encoding));
    }
    match file.data {
        Cow::Borrowed(bytes) => response.body(bytes),
        Cow::Owned(bytes) => response.body(bytes),
    }
}

fn best(request: &HttpRequest, name: &str) -> Option<(&'static str, EmbeddedFile)> {
    let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let takes = |encoding: &str| {
        accepted.split(',').any(|one| {
            let (name, quality) = one.split_once(';').unwrap_or((one, ""));
            name.trim() == encoding && quality.replace(' ', "") != "q=0"
        })
    };
    ENCODINGS
        .iter()
        .filter(|(encoding, _)| takes(encoding))
        .find_map(|(encoding, ending)| Some((*encoding, WebApp::get(&format!("{name}.{ending}"))?)))
}

fn media(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    MEDIA.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, media)| media)
}

fn not_built() -> HttpResponse {
    HttpResponse::NotFound()
        .content_type("text/plain; charset=utf-8")
        .body("This program was built without its web app. Run `make web`, then build again.\n")
}

/// Whether the web app is inside.
pub fn is_built() -> bool {
    WebApp::get("index.html").is_some()
}
