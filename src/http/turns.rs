//! Work that only so much of is done at once. Refuses to let a crowd of uploads or pictures take the memory of everybody else.

use tokio::sync::{Semaphore, SemaphorePermit};

use super::code::Code;
use super::refusal::Refused;
use super::streams::Streams;
use crate::model::limit::{THUMBNAILS_AT_ONCE, UPLOADS_AT_ONCE};

pub struct Turns {
    uploads: Semaphore,
    thumbnails: Semaphore,
    pub streams: Streams,
}

impl Default for Turns {
    fn default() -> Self {
        let (uploads, thumbnails) = (Semaphore::new(UPLOADS_AT_ONCE), Semaphore::new(THUMBNAILS_AT_ONCE));
        Self { uploads, thumbnails, streams: Streams::default() }
    }
}

impl Turns {
    /// At once or not at all: whoever sends would wait with an open connection.
    ///
    /// # Errors
    /// - `TooMany`: as many as may come are coming already.
    pub fn upload(&self) -> Result<SemaphorePermit<'_>, Refused> {
        self.uploads.try_acquire().map_err(|_| Refused { retry_after: Some(5), ..Refused::new(Code::TooMany) })
    }

    /// When it is its turn.
    pub async fn thumbnail(&self) -> Result<SemaphorePermit<'_>, Refused> {
        self.thumbnails.acquire().await.map_err(|_| Refused::new(Code::Stopping))
    }
}
