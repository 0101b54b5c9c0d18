//! Looking at the snapshot in a caller's name, on a thread that may take its time: a long count holds up nobody else.

use actix_web::web;

use super::caller::{Allowed, Caller, Permission};
use super::code::Code;
use super::refusal::Refused;
use crate::model::refusal::Refusal;
use crate::query::look::Viewer;

impl<P: Permission<Who = Caller>> Allowed<P> {
    /// Definitions and data are of one moment, the newest when it begins.
    pub async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(Viewer<'_>) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refused> {
        let (published, user, now) = (self.house.published(), self.who.user, self.house.now());
        let looked =
            web::block(move || look(Viewer { snapshot: &published.snapshot, catalog: &published.catalog, user, now }));
        Ok(looked.await.map_err(|_| Refused::new(Code::Stopping))??)
    }
}
