//! What the last commits touched, so that whoever looks on hears of it and can take up where a connection broke. Says what is worth
//! asking for again, never what it holds; who may know of it is judged where it is told.

use std::sync::Arc;

use super::shelf::Shelf;
use crate::model::command::Actor;
use crate::model::committed::Committed;
use crate::model::event::Event;
use crate::model::held::holder;
use crate::model::id::{AppId, BoardId, FormId, RecordId, UserId};
use crate::model::limit::FEED_COMMITS_MAX;
use crate::model::time::Timestamp;

/// What one commit touched.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touch {
    pub orders: Vec<(RecordId, FormId)>,
    /// People whose inbox is different.
    pub inboxes: Vec<UserId>,
    /// People with a new notice, or one that was read.
    pub bells: Vec<UserId>,
    /// Whose decision waits now, or waits no more, and at which order.
    pub held: Vec<(UserId, RecordId)>,
    pub definitions: Vec<Definition>,
    pub written: Vec<Written>,
    pub directory: bool,
    /// The settings of the workspace.
    pub workspace: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Definition {
    App(AppId),
    Form(FormId),
    Board(BoardId),
}

/// What several people may have open to edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorkingCopy {
    Form(FormId),
    Flow(FormId),
    Board(BoardId),
}

/// A working copy as one commit left it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    copy: WorkingCopy,
    rev: u64,
    by: Actor,
    at: Timestamp,
}

impl Touch {
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// What the events alone say; orders and inboxes are added by the snapshot.
    pub(super) fn of(committed: &Committed) -> Self {
        let mut touch = Self { bells: committed.notices.iter().map(|notice| notice.user).collect(), ..Self::default() };
        touch.bells.sort_unstable();
        touch.bells.dedup();
        for event in &committed.events {
            touch.add(event);
            touch.held.extend(holder(event));
            let revs = match event {
                Event::FormSaved(form) => vec![
                    (WorkingCopy::Form(form.id), form.draft_rev),
                    (WorkingCopy::Flow(form.id), form.flow_draft_rev),
                ],
                Event::BoardSaved(board) => vec![(WorkingCopy::Board(board.id), board.rev)],
                _ => Vec::new(),
            };
            let (by, at) = (committed.actor, committed.at);
            touch.written.extend(revs.into_iter().map(|(copy, rev)| Written { copy, rev, by, at }));
        }
        touch
    }

    fn add(&mut self, event: &Event) {
        use Event as E;
        let definition = match event {
            E::AppSaved(app) => Definition::App(app.id),
            E::AppDeleted(app) => Definition::App(*app),
            E::FormSaved(form) => Definition::Form(form.id),
            E::FormDeleted(form) => Definition::Form(*form),
            E::FormPublished(version) => Definition::Form(version.form),
            E::FlowPublished(version) => Definition::Form(version.form),
            E::ViewSaved(view) => Definition::Form(view.form),
            E::BoardSaved(board) => Definition::Board(board.id),
            E::BoardDeleted(board) => Definition::Board(*board),
            E::UserSaved(_)
            | E::DepartmentSaved(_)
            | E::DepartmentDeleted(_)
            | E::TeamSaved(_)
            | E::TeamDeleted(_)
            | E::RoleSaved(_)
            | E::RoleDeleted(_) => {
                self.directory = true;
                return;
            }
            E::SettingSaved(_) => {
                self.workspace = true;
                return;
            }
            _ => return,
        };
        if !self.definitions.contains(&definition) {
            self.definitions.push(definition);
        }
    }
}

/// The last `FEED_COMMITS_MAX` commits that touched anything.
#[derive(Debug, Clone, Default)]
pub struct Feed {
    touches: Shelf<u64, Arc<Touch>>,
    /// Everything after this is still known.
    complete_after: u64,
}

/// Somebody was away for too long: everything must be asked for again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooOld;

impl Feed {
    pub(super) fn starting_after(seq: u64) -> Self {
        Self { touches: Shelf::default(), complete_after: seq }
    }

    pub(super) fn push(&mut self, seq: u64, touch: Touch) {
        if touch.is_nothing() {
            return;
        }
        self.touches.insert(seq, Arc::new(touch));
        let oldest = self.touches.iter().next().map(|(seq, _)| *seq);
        if let Some(oldest) = oldest.filter(|_| self.touches.len() > FEED_COMMITS_MAX) {
            self.complete_after = oldest;
            self.touches.remove(&oldest);
        }
    }

    /// Who made this revision, and when; `None` when that is too long ago to be remembered. A form and its flow are saved together,
    /// so only the step from the revision before says whose work it was.
    pub fn writer_of(&self, copy: WorkingCopy, rev: u64) -> Option<(Actor, Timestamp)> {
        let mut written = self.touches.iter().flat_map(|(_, touch)| &touch.written).filter(|one| one.copy == copy);
        written.find(|one| one.rev + 1 == rev)?;
        written.find(|one| one.rev == rev).map(|one| (one.by, one.at))
    }

    /// Ascending by seq.
    ///
    /// # Errors
    /// - `TooOld`: some of it is no longer known.
    pub fn after(&self, seq: u64) -> Result<impl Iterator<Item = (u64, &Touch)>, TooOld> {
        if seq < self.complete_after {
            return Err(TooOld);
        }
        Ok(self.touches.from(&(seq + 1)).map(|(seq, touch)| (*seq, &**touch)))
    }
}
