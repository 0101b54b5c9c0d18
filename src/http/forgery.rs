//! Whether a change was asked for by our own pages. Refuses every unsafe request without the header `X-Tessera`, which no other
//! site can send, and without an origin that is this very host.

use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::{HOST, HeaderMap, ORIGIN};

use super::code::Code;
use super::refusal::Refused;

pub fn check(request: &ServiceRequest, public_url: Option<&str>) -> Result<(), Refused> {
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_safe || is_ours(request.headers(), authority(request).as_deref(), public_url) {
        Ok(())
    } else {
        Err(Refused::new(Code::ForgedRequest))
    }
}

/// HTTP/2 names the host in the address, HTTP/1 in a header.
fn authority(request: &ServiceRequest) -> Option<String> {
    let in_address = request.uri().authority().map(ToString::to_string);
    in_address.or_else(|| text(request.headers(), HOST.as_str()).map(str::to_owned))
}

fn is_ours(headers: &HeaderMap, authority: Option<&str>, public_url: Option<&str>) -> bool {
    let is_marked = text(headers, "x-tessera").is_some();
    let is_same_site = text(headers, "sec-fetch-site").is_none_or(|site| site == "same-origin");
    let is_same_origin = text(headers, ORIGIN.as_str()).is_some_and(|origin| {
        let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
        (host.is_some() && host == authority) || public_url == Some(origin)
    });
    is_marked && is_same_site && is_same_origin
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn is_let_in(headers: &[(&str, &str)]) -> bool {
        let mut request = TestRequest::post().uri("/api/v1/session").insert_header(("host", "orders.corp:8443"));
        for (name, value) in headers {
            request = request.insert_header((*name, *value));
        }
        check(&request.to_srv_request(), Some("https://orders.example.com")).is_ok()
    }

    #[test]
    fn only_our_own_pages_change_anything() {
        let own = ("origin", "https://orders.corp:8443");
        assert!(is_let_in(&[own, ("x-tessera", "1"), ("sec-fetch-site", "same-origin")]));
        assert!(is_let_in(&[("origin", "https://orders.example.com"), ("x-tessera", "1")]));
        assert!(!is_let_in(&[own]));
        assert!(!is_let_in(&[("x-tessera", "1")]));
        assert!(!is_let_in(&[own, ("x-tessera", "1"), ("sec-fetch-site", "cross-site")]));
        assert!(!is_let_in(&[("origin", "https://evil.example"), ("x-tessera", "1")]));
        assert!(!is_let_in(&[("origin", "null"), ("x-tessera", "1")]));
        assert!(!is_let_in(&[("origin", "https://orders.corp"), ("x-tessera", "1")]));
    }
}
