//! A bucket as a backup target: joins the store, which knows what to keep, with the room that calls out. Refuses a bucket that
//! it cannot reach, with what the bucket said.

use std::path::Path;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use tokio::runtime::Runtime;

use super::config::S3Config;
use crate::connect::address::AddressPolicy;
use crate::connect::client::{CallError, Client};
use crate::connect::s3::{Bucket, BucketError};
use crate::model::time::Timestamp;
use crate::store::error::StoreError;
use crate::store::target::{Listed, Target};

pub const SCHEME: &str = "s3://";

/// Waits for the network on threads of its own, because the store waits for its target.
struct InBucket {
    bucket: Bucket,
    /// Without a slash at the end; may be empty.
    prefix: String,
    /// Absent only while it is dropped.
    runtime: Option<Runtime>,
}

/// `place` is `bucket` or `bucket/prefix`.
///
/// # Errors
/// - `Target`: it cannot be used as it is configured.
pub fn open(place: &str, config: &S3Config) -> Result<Arc<dyn Target>, StoreError> {
    let unusable = |why: String| StoreError::Target { target: format!("{SCHEME}{place}"), why };
    let (name, prefix) = place.split_once('/').unwrap_or((place, ""));
    let read =
        |path: &Path| std::fs::read_to_string(path).map_err(|error| unusable(format!("{}: {error}", path.display())));
    let credentials = read(&config.credentials_file)?;
    let mut lines = credentials.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(key_id), Some(secret), None) = (lines.next(), lines.next(), lines.next()) else {
        let path = config.credentials_file.display();
        return Err(unusable(format!("{path} must have two lines: the access key and its secret")));
    };
    let more = config.ca_file.as_deref().map(|path| authorities(&read(path)?).map_err(unusable)).transpose()?;
    // IT has named it, so it may be called wherever it is.
    let listed = config.hosts(name).into_iter().filter_map(|host| host.parse().ok()).collect();
    let client = Client::trusting(AddressPolicy { listed }, &more.unwrap_or_default());
    let client = client.map_err(|error| unusable(error.to_string()))?;
    let bucket = Bucket {
        client,
        endpoint: config.endpoint.clone(),
        region: config.region.clone(),
        name: name.to_owned(),
        style: config.style,
        key_id: key_id.to_owned(),
        secret: secret.to_owned(),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = Some(runtime.map_err(|error| unusable(error.to_string()))?);
    Ok(Arc::new(InBucket { bucket, prefix: prefix.trim_matches('/').to_owned(), runtime }))
}

fn authorities(pem: &str) -> Result<Vec<CertificateDer<'static>>, String> {
    let found: Result<Vec<_>, _> = rustls_pemfile::certs(&mut pem.as_bytes()).collect();
    let found = found.map_err(|error| error.to_string())?;
    if found.is_empty() { Err("s3.ca_file holds no certificate".to_owned()) } else { Ok(found) }
}

impl InBucket {
    fn key(&self, name: &str) -> String {
        if self.prefix.is_empty() { name.to_owned() } else { format!("{}/{name}", self.prefix) }
    }

    fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.as_ref().expect("it is not dropped yet").block_on(work)
    }

    fn failed(&self, error: &BucketError) -> StoreError {
        let cure = match error {
            BucketError::Call(CallError::Untrusted { .. }) => "; name its authority's certificate in s3.ca_file",
            _ => "",
        };
        StoreError::Target { target: self.name(), why: format!("{error}{cure}") }
    }
}

impl Drop for InBucket {
    fn drop(&mut self) {
        // It may be dropped where waiting is not allowed.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Target for InBucket {
    fn name(&self) -> String {
        format!("{SCHEME}{}", [self.bucket.name.as_str(), &self.prefix].join("/").trim_end_matches('/'))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.wait(self.bucket.put(&self.key(name), bytes)).map_err(|error| self.failed(&error))
    }

    fn get(&self, name: &str, bytes_max: u64) -> Result<Vec<u8>, StoreError> {
        let lost =
            |what: &str| StoreError::BackupPart { target: self.name(), name: name.to_owned(), what: what.to_owned() };
        let bytes_max = usize::try_from(bytes_max).unwrap_or(usize::MAX);
        self.wait(self.bucket.get(&self.key(name), bytes_max)).map_err(|error| match error {
            BucketError::Absent => lost("is missing"),
            BucketError::TooLong(_) => lost("is too long"),
            error => self.failed(&error),
        })
    }

    fn list(&self, folder: &str) -> Result<Vec<Listed>, StoreError> {
        let prefix = self.key(&if folder.is_empty() { String::new() } else { format!("{folder}/") });
        let objects = self.wait(self.bucket.list(&prefix)).map_err(|error| self.failed(&error))?;
        let listed = |object: crate::connect::s3::Object| {
            let name = object.key.strip_prefix(&prefix)?.to_owned();
            Some(Listed { name, bytes: object.bytes, at: Timestamp(object.modified_ms) })
        };
        Ok(objects.into_iter().filter_map(listed).collect())
    }

    fn remove(&self, name: &str) -> Result<(), StoreError> {
        self.wait(self.bucket.remove(&self.key(name))).map_err(|error| self.failed(&error))
    }
}
