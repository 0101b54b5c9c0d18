//! A board in words, for whoever sends a push: the scheduler at its time, or somebody by hand.

use super::house::House;
use crate::model::push::{Push, PushFault};
use crate::query::{self, look::Viewer};
use crate::view::published::Published;

impl House {
    /// As the owner of the push sees it just now.
    ///
    /// # Errors
    /// - `NothingToTell`: the board shows that person nothing, or is gone.
    pub fn words_of(&self, push: &Push) -> Result<String, PushFault> {
        let Published { catalog, snapshot } = self.published();
        let board = catalog.boards.get(&push.board).ok_or(PushFault::NothingToTell)?;
        query::push::words(Viewer { snapshot: &snapshot, catalog: &catalog, user: push.by, now: self.now() }, board)
    }
}
