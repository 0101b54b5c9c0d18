//! Which notices a person has, and which of them are unread. Their words stay on the disk.

use super::shelf::Shelf;
use crate::model::effect::{EffectId, Notice};

#[derive(Debug, Clone, Default)]
pub struct Bell {
    /// Whether it was read; oldest first.
    pub notices: Shelf<EffectId, bool>,
    pub unread: usize,
}

impl Bell {
    pub(super) fn put(&mut self, notice: &Notice) {
        let before = self.notices.insert(notice.id, notice.is_read);
        self.unread -= usize::from(before == Some(false));
        self.unread += usize::from(!notice.is_read);
    }
}
