//! Objects in an S3-compatible bucket: put, get, list, remove. Tries again what a busy store asks to be tried again. Refuses
//! answers it does not understand, and says what the store said.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::client::{Answer, Call, CallError, Client, Limits};
use super::sign::{self, Request, Signer, Slash};

const TIMEOUT: Duration = Duration::from_mins(5);
const LISTING_BYTES_MAX: usize = 8 << 20;
/// Waits before another try.
const WAITS: [Duration; 4] =
    [Duration::from_millis(300), Duration::from_secs(1), Duration::from_secs(3), Duration::from_secs(10)];

/// A bucket, and who may use it.
pub struct Bucket {
    pub client: Client,
    /// `https://s3.corp:9000`, without a slash at the end.
    pub endpoint: String,
    pub region: String,
    pub name: String,
    pub style: Style,
    pub key_id: String,
    pub secret: String,
}

/// Where the name of the bucket stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `https://endpoint/bucket/key`: most private stores.
    Path,
    /// `https://bucket.endpoint/key`: most public ones.
    Host,
}

/// An object as a listing shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    pub key: String,
    pub bytes: u64,
    pub modified_ms: i64,
}

#[derive(Debug, thiserror::Error)]
pub enum BucketError {
    #[error("there is no such object")]
    Absent,
    #[error("it is longer than {0} bytes")]
    TooLong(usize),
    #[error("the store refused: {status} {code}")]
    Refused { status: u16, code: String },
    #[error(transparent)]
    Call(#[from] CallError),
    #[error("the store's list cannot be read")]
    Unreadable,
}

impl Bucket {
    pub async fn put(&self, key: &str, bytes: &[u8]) -> Result<(), BucketError> {
        self.call("PUT", key, "", (bytes, LISTING_BYTES_MAX)).await.map(drop)
    }

    /// # Errors
    /// - `Absent`, `TooLong`: there is none, or it is longer than `bytes_max`.
    pub async fn get(&self, key: &str, bytes_max: usize) -> Result<Vec<u8>, BucketError> {
        match self.call("GET", key, "", (&[], bytes_max)).await {
            Ok(answer) => Ok(answer.body),
            Err(BucketError::Call(CallError::TooLong { bytes, .. })) => Err(BucketError::TooLong(bytes)),
            Err(error) => Err(error),
        }
    }

    pub async fn remove(&self, key: &str) -> Result<(), BucketError> {
        match self.call("DELETE", key, "", (&[], LISTING_BYTES_MAX)).await {
            Ok(_) | Err(BucketError::Absent) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Objects whose keys begin so and go on without another slash.
    pub async fn list(&self, prefix: &str) -> Result<Vec<Object>, BucketError> {
        let (mut objects, mut token) = (Vec::new(), None::<String>);
        loop {
            let encoded = |text: &str| sign::encoded(text, Slash::Encoded);
            let next = token.map(|token| format!("continuation-token={}&", encoded(&token))).unwrap_or_default();
            let query = format!("{next}delimiter=%2F&list-type=2&prefix={}", encoded(prefix));
            let answer = self.call("GET", "", &query, (&[], LISTING_BYTES_MAX)).await?;
            let text = String::from_utf8(answer.body).map_err(|_| BucketError::Unreadable)?;
            for content in elements(&text, "Contents") {
                objects.push(object(content).ok_or(BucketError::Unreadable)?);
            }
            if element(&text, "IsTruncated") != Some("true") {
                return Ok(objects);
            }
            token = Some(unescaped(element(&text, "NextContinuationToken").ok_or(BucketError::Unreadable)?));
        }
    }

    async fn call(
        &self,
        method: &'static str,
        key: &str,
        query: &str,
        (body, answer_bytes): (&[u8], usize),
    ) -> Result<Answer, BucketError> {
        let mut waits = WAITS.iter();
        loop {
            let answer = self.client.send(self.signed(method, key, query, (body, answer_bytes))).await;
            let is_passing = match &answer {
                Ok(answer) => matches!(answer.status, 429 | 500 | 502 | 503 | 504),
                Err(CallError::Unreachable { .. }) => true,
                Err(
                    CallError::Refused(_)
                    | CallError::Untrusted { .. }
                    | CallError::TooLong { .. }
                    | CallError::Client(_),
                ) => false,
            };
            match (is_passing, waits.next()) {
                (true, Some(wait)) => tokio::time::sleep(*wait).await,
                (true, None) | (false, _) => return judged(answer?),
            }
        }
    }

    fn signed(&self, method: &'static str, key: &str, query: &str, (body, answer_bytes): (&[u8], usize)) -> Call {
        let (scheme, host) = self.endpoint.split_once("://").unwrap_or(("https", &self.endpoint));
        let key = sign::encoded(key, Slash::Stays);
        let (host, path) = match self.style {
            Style::Path => (host.to_owned(), format!("/{}/{key}", self.name)),
            Style::Host => (format!("{}.{host}", self.name), format!("/{key}")),
        };
        let (instant, payload) = (instant(), sign::sha256_hex(body));
        let mut headers = vec![
            ("host".to_owned(), host.clone()),
            ("x-amz-content-sha256".to_owned(), payload.clone()),
            ("x-amz-date".to_owned(), instant.clone()),
        ];
        let signer = Signer { key_id: &self.key_id, secret: &self.secret, region: &self.region };
        let request = Request { method, path: &path, query, headers: &headers, payload: &payload, instant: &instant };
        headers.push(("authorization".to_owned(), signer.authorization(&request)));
        let question = if query.is_empty() { String::new() } else { format!("?{query}") };
        let limits = Limits { timeout: TIMEOUT, answer_bytes };
        Call { method, url: format!("{scheme}://{host}{path}{question}"), headers, body: body.to_vec(), limits }
    }
}

fn judged(answer: Answer) -> Result<Answer, BucketError> {
    let text = || String::from_utf8_lossy(&answer.body).into_owned();
    match answer.status {
        200..=299 => Ok(answer),
        404 if !text().contains("NoSuchBucket") => Err(BucketError::Absent),
        status => {
            let code = element(&text(), "Code").map(str::to_owned).unwrap_or_default();
            Err(BucketError::Refused { status, code: code.chars().take(100).collect() })
        }
    }
}

/// `20130524T000000Z`, now.
fn instant() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let now = jiff::Timestamp::from_second(i64::try_from(seconds).unwrap_or(0)).unwrap_or_default();
    now.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn object(content: &str) -> Option<Object> {
    let modified: jiff::Timestamp = element(content, "LastModified")?.parse().ok()?;
    Some(Object {
        key: unescaped(element(content, "Key")?),
        bytes: element(content, "Size")?.parse().ok()?,
        modified_ms: modified.as_millisecond(),
    })
}

/// The contents of every element of that name. Lists of buckets are flat, so nothing of one name stands in another.
fn elements<'a>(xml: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let mut rest = xml;
    std::iter::from_fn(move || {
        let from = rest.find(&open)? + open.len();
        let to = from + rest[from..].find(&close)?;
        let found = &rest[from..to];
        rest = &rest[to..];
        Some(found)
    })
}

fn element<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    elements(xml, name).next()
}

fn unescaped(text: &str) -> String {
    // `&amp;` comes last, so that what it makes is not read again.
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_object_by_object() {
        let xml = "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a&amp;b</Key><LastModified>2026-11-24\
                   T03:45:12.019Z</LastModified><Size>7</Size></Contents><Contents><Key>c</Key><LastModified>2026-11-24T0\
                   3:45:13Z</LastModified><Size>0</Size></Contents></ListBucketResult>";
        let objects: Vec<_> = elements(xml, "Contents").map(object).collect();
        let first = Object { key: "a&b".to_owned(), bytes: 7, modified_ms: 1_795_491_912_019 };
        assert_eq!(objects[0], Some(first));
        assert_eq!((objects.len(), objects[1].as_ref().map(|object| object.bytes)), (2, Some(0)));
        assert_eq!(object("<Key>a</Key>"), None);
    }

    #[test]
    fn a_refusal_names_what_the_store_said() {
        let answer = |status, body: &str| judged(Answer { status, body: body.as_bytes().to_vec() });
        let refused = answer(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>").unwrap_err();
        assert_eq!(refused.to_string(), "the store refused: 403 SignatureDoesNotMatch");
        assert!(matches!(answer(404, "<Error><Code>NoSuchKey</Code></Error>"), Err(BucketError::Absent)));
        assert!(matches!(answer(404, "<Error><Code>NoSuchBucket</Code></Error>"), Err(BucketError::Refused { .. })));
    }
}
