//! JSON bodies, strictly. Refuses what is too large, too slow, too deep, of another type, or not exactly the shape that was asked
//! for, and says in one sentence which place is wrong.

use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::StreamExt;
use futures_util::future::{LocalBoxFuture, Ready, ready};
use serde::de::DeserializeOwned;
use tokio::time::{Instant, timeout_at};

use super::code::Code;
use super::refusal::Refused;
use crate::model::limit::{BODY_BYTES_MAX, BODY_DEPTH_MAX, FILE_BYTES_MAX};

/// A body must arrive within this, and one more second for every KiB.
const GRACE: Duration = Duration::from_secs(10);
const BYTES_PER_SECOND_MIN: u64 = 1_024;

/// What was sent, in the shape the handler declares; at most `MAX` bytes of it.
#[derive(Debug)]
pub struct Body<T, const MAX: usize = BODY_BYTES_MAX>(pub T);

impl<T: DeserializeOwned + 'static, const MAX: usize> FromRequest for Body<T, MAX> {
    type Error = Refused;
    type Future = LocalBoxFuture<'static, Result<Self, Refused>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let reader = is_json(request).and_then(|()| Reader::new(request, payload, MAX as u64));
        Box::pin(async move { parse(&reader?.whole().await?).map(Self) })
    }
}

/// A file.
impl FromRequest for Reader {
    type Error = Refused;
    type Future = Ready<Result<Self, Refused>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Self::new(request, payload, FILE_BYTES_MAX))
    }
}

/// The bytes of a file that is read as a whole; at most `MAX` of them.
#[derive(Debug)]
pub struct Whole<const MAX: u64>(pub Vec<u8>);

impl<const MAX: u64> FromRequest for Whole<MAX> {
    type Error = Refused;
    type Future = LocalBoxFuture<'static, Result<Self, Refused>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let reader = Reader::new(request, payload, MAX);
        Box::pin(async move { reader?.whole().await.map(Self) })
    }
}

fn is_json(request: &HttpRequest) -> Result<(), Refused> {
    let media = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim();
    if media.eq_ignore_ascii_case("application/json") { Ok(()) } else { Err(Refused::new(Code::MediaUnsupported)) }
}

/// The bytes of a body as they arrive, bounded in number and in time.
pub struct Reader {
    payload: web::Payload,
    began: Instant,
    received: u64,
    limit: u64,
}

impl Reader {
    /// # Errors
    /// - `TooLarge`: the announced length is above the limit already.
    pub fn new(request: &HttpRequest, payload: &mut Payload, limit: u64) -> Result<Self, Refused> {
        let length = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok());
        let length = length.and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
        let payload = web::Payload::from_request(request, payload).into_inner();
        let payload = payload.map_err(|_| Refused::new(Code::Malformed))?;
        if length > limit {
            return Err(too_large(limit));
        }
        Ok(Self { payload, began: Instant::now(), received: 0, limit })
    }

    /// The next piece; `None` at the end.
    pub async fn next(&mut self) -> Result<Option<web::Bytes>, Refused> {
        let deadline = self.began + GRACE + Duration::from_secs(self.received / BYTES_PER_SECOND_MIN);
        let piece = timeout_at(deadline, self.payload.next()).await.map_err(|_| Refused::new(Code::TooSlow))?;
        let Some(piece) = piece else { return Ok(None) };
        let piece = piece.map_err(|_| Refused::malformed("The body broke off."))?;
        self.received += piece.len() as u64;
        if self.received > self.limit {
            return Err(too_large(self.limit));
        }
        Ok(Some(piece))
    }

    pub async fn whole(mut self) -> Result<Vec<u8>, Refused> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.next().await? {
            bytes.extend_from_slice(&piece);
        }
        Ok(bytes)
    }
}

fn too_large(limit: u64) -> Refused {
    Refused::new(Code::TooLarge).with("limit", limit)
}

/// # Errors
/// - `Malformed`: with the place.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refused> {
    if bytes.is_empty() {
        return Err(Refused::malformed("The body is empty; it should be JSON."));
    }
    if depth(bytes) > BODY_DEPTH_MAX {
        return Err(Refused::malformed(format!("The body has more than {BODY_DEPTH_MAX} levels.")));
    }
    serde_json::from_slice(bytes).map_err(|error| Refused::malformed(sentence(bytes, &error)))
}

fn sentence(bytes: &[u8], error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    if error.is_data() {
        let place = place(bytes, offset(bytes, line, column));
        let place = if place.is_empty() { "the body".to_owned() } else { place };
        format!("At {place}: {what}.")
    } else {
        format!("The body is no JSON: {what} at line {line}, column {column}.")
    }
}

/// Bytes before the line and column, both from 1.
fn offset(bytes: &[u8], line: usize, column: usize) -> usize {
    let start: usize = bytes.split(|byte| *byte == b'\n').take(line.saturating_sub(1)).map(|line| line.len() + 1).sum();
    (start + column).min(bytes.len())
}

/// The deepest nesting of brackets outside of texts.
fn depth(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for token in Tokens::new(bytes) {
        match token {
            Token::Open(_) => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            Token::Close => depth = depth.saturating_sub(1),
            Token::Text(..) | Token::Comma | Token::Colon => {}
        }
    }
    deepest
}

/// Where in the document an offset lies: `values.amount`, `items.2.task`.
fn place(bytes: &[u8], offset: usize) -> String {
    let mut path: Vec<Step> = Vec::new();
    let mut text = (0, 0);
    for token in Tokens::new(&bytes[..offset]) {
        match token {
            Token::Open(b'{') => path.push(Step::Name(String::new())),
            Token::Open(_) => path.push(Step::Index(0)),
            Token::Close => drop(path.pop()),
            Token::Text(from, to) => text = (from, to),
            Token::Colon => {
                if let Some(Step::Name(name)) = path.last_mut() {
                    *name = String::from_utf8_lossy(&bytes[text.0..text.1]).into_owned();
                }
            }
            Token::Comma => match path.last_mut() {
                Some(Step::Index(index)) => *index += 1,
                Some(Step::Name(name)) => name.clear(),
                None => {}
            },
        }
    }
    let steps = path.iter().map(|step| match step {
        Step::Name(name) => name.clone(),
        Step::Index(index) => index.to_string(),
    });
    steps.filter(|step| !step.is_empty()).collect::<Vec<_>>().join(".")
}

enum Step {
    Name(String),
    Index(usize),
}

enum Token {
    Open(u8),
    Close,
    Comma,
    Colon,
    /// Between the quotes.
    Text(usize, usize),
}

/// The marks of a JSON text, without judging it.
struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Past the closing quote of the text that begins at `from`.
    fn text(&mut self, from: usize) -> Token {
        let mut at = from;
        while at < self.bytes.len() && self.bytes[at] != b'"' {
            at += if self.bytes[at] == b'\\' { 2 } else { 1 };
        }
        let to = at.min(self.bytes.len());
        self.at = to + 1;
        Token::Text(from, to)
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let at = self.at;
            let byte = *self.bytes.get(at)?;
            self.at += 1;
            match byte {
                b'{' | b'[' => return Some(Token::Open(byte)),
                b'}' | b']' => return Some(Token::Close),
                b',' => return Some(Token::Comma),
                b':' => return Some(Token::Colon),
                b'"' => return Some(self.text(at + 1)),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[expect(dead_code, reason = "only its shape is looked at")]
        count: u32,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[expect(dead_code, reason = "only its shape is looked at")]
        items: Vec<Inner>,
    }

    fn detail(body: &str) -> String {
        parse::<Outer>(body.as_bytes()).unwrap_err().detail.unwrap()
    }

    #[test]
    fn the_wrong_place_is_named() {
        let cases = [
            ("", "The body is empty; it should be JSON."),
            ("{", "The body is no JSON: EOF while parsing an object at line 1, column 1."),
            (
                "{\"items\": [{\"count\": 1},\n {\"count\": \"two\"}]}",
                "At items.1.count: invalid type: string \"two\", expected u32.",
            ),
            ("{\"items\": [{\"count\": 1, \"owner\": 2}]}", "At items.0: unknown field `owner`, expected `count`."),
            ("{}", "At the body: missing field `items`."),
            ("[]", "At the body: invalid length 0, expected struct Outer with 1 element."),
        ];
        for (body, expected) in cases {
            assert_eq!(detail(body), expected, "{body}");
        }
    }

    #[test]
    fn nesting_stops_at_its_limit() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert_eq!(depth(nested(BODY_DEPTH_MAX).as_bytes()), BODY_DEPTH_MAX);
        assert_eq!(detail(&nested(BODY_DEPTH_MAX + 1)), "The body has more than 64 levels.");
        assert_eq!(depth(br#"{"a": "[[[[\"[["}"#), 1);
    }
}
