//! AWS Signature Version 4, as S3-compatible stores want it: <https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>.
//! Pure: the instant is an argument. Refuses nothing.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::crypt::token::hmac_sha256;

/// Who signs, and for which region.
pub struct Signer<'a> {
    pub key_id: &'a str,
    pub secret: &'a str,
    pub region: &'a str,
}

/// What is signed.
pub struct Request<'a> {
    pub method: &'a str,
    /// Encoded: `/bucket/some%24key`.
    pub path: &'a str,
    /// Encoded and sorted: `list-type=2&prefix=a%2F`.
    pub query: &'a str,
    /// Lower case, sorted by name; `host` and `x-amz-date` among them.
    pub headers: &'a [(String, String)],
    /// Of the body, in hex.
    pub payload: &'a str,
    /// `20130524T000000Z`.
    pub instant: &'a str,
}

impl Signer<'_> {
    /// The value of the header `authorization`.
    pub fn authorization(&self, request: &Request<'_>) -> String {
        let day = &request.instant[..8];
        let scope = format!("{day}/{}/s3/aws4_request", self.region);
        let names: Vec<&str> = request.headers.iter().map(|(name, _)| name.as_str()).collect();
        let names = names.join(";");
        let canonical = sha256_hex(canonical(request, &names).as_bytes());
        let text = format!("AWS4-HMAC-SHA256\n{}\n{scope}\n{canonical}", request.instant);
        let signature = hex(&hmac(&self.key(day), text.as_bytes()));
        format!("AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={names}, Signature={signature}", self.key_id)
    }

    fn key(&self, day: &str) -> [u8; 32] {
        let secret = format!("AWS4{}", self.secret);
        let parts = [day, self.region, "s3", "aws4_request"];
        let first = hmac(secret.as_bytes(), parts[0].as_bytes());
        parts[1..].iter().fold(first, |key, part| hmac(&key, part.as_bytes()))
    }
}

fn canonical(request: &Request<'_>, names: &str) -> String {
    let mut text = format!("{}\n{}\n{}\n", request.method, request.path, request.query);
    for (name, value) in request.headers {
        writeln!(text, "{name}:{}", value.trim()).expect("a string takes everything");
    }
    text + &format!("\n{names}\n{}", request.payload)
}

/// Everything but unreserved characters as `%41`; of a path, `/` stays.
pub fn encoded(text: &str, slash: Slash) -> String {
    text.bytes().fold(String::new(), |mut text, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => text.push(char::from(byte)),
            b'/' if slash == Slash::Stays => text.push('/'),
            byte => write!(text, "%{byte:02X}").expect("a string takes everything"),
        }
        text
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slash {
    Stays,
    Encoded,
}

pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hmac(key: &[u8], text: &[u8]) -> [u8; 32] {
    hmac_sha256(key, &[text])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    fn signature(method: &str, path: &str, headers: &[(&str, &str)], payload: &str) -> String {
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        let signer = Signer { key_id: "AKIAIOSFODNN7EXAMPLE", secret, region: "us-east-1" };
        let headers: Vec<_> = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let request = Request { method, path, query: "", headers: &headers, payload, instant: "20130524T000000Z" };
        signer.authorization(&request).rsplit_once('=').unwrap().1.to_owned()
    }

    /// The published example of a GET with a range.
    #[test]
    fn a_get_is_signed_as_published() {
        let headers = [
            ("host", "examplebucket.s3.amazonaws.com"),
            ("range", "bytes=0-9"),
            ("x-amz-content-sha256", EMPTY),
            ("x-amz-date", "20130524T000000Z"),
        ];
        let expected = "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41";
        assert_eq!(signature("GET", "/test.txt", &headers, EMPTY), expected);
    }

    /// The published example of a PUT.
    #[test]
    fn a_put_is_signed_as_published() {
        let payload = sha256_hex(b"Welcome to Amazon S3.");
        assert_eq!(payload, "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072");
        let headers = [
            ("date", "Fri, 24 May 2013 00:00:00 GMT"),
            ("host", "examplebucket.s3.amazonaws.com"),
            ("x-amz-content-sha256", payload.as_str()),
            ("x-amz-date", "20130524T000000Z"),
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ];
        let path = format!("/{}", encoded("test$file.text", Slash::Stays));
        let expected = "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd";
        assert_eq!(signature("PUT", &path, &headers, &payload), expected);
    }

    #[test]
    fn names_are_encoded_once() {
        assert_eq!(encoded("a b/ü+~", Slash::Stays), "a%20b/%C3%BC%2B~");
        assert_eq!(encoded("a/b", Slash::Encoded), "a%2Fb");
    }
}
