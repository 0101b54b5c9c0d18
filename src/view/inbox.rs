//! What one person has to do, did, started, was told of and left unfinished: places of orders, kept per person as orders move.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::shelf::Shelf;
use crate::model::id::{NodeId, TaskId, UserId};
use crate::model::order::{Answer, Order, Status, TaskState, VisitLimit};
use crate::model::time::Timestamp;

/// A row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Number of the table in the snapshot.
    pub table: u32,
    pub row: u32,
}

/// An open task, for everybody who can act on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Of the flow that the order goes by.
    pub flow_version: u32,
    pub node: NodeId,
    pub opened_at: Timestamp,
    pub due: Option<Timestamp>,
    /// To be claimed first.
    pub is_offered: bool,
    /// Decisions of the same visit: how many there are, and of how many.
    pub progress: (u16, u16),
}

/// With the instant each came to be there: the decision, the submission, the first copy, the draft.
#[derive(Debug, Clone, Default)]
pub struct Inbox {
    pub todo: Shelf<(Place, TaskId), Arc<Seat>>,
    pub done: Shelf<Place, Timestamp>,
    pub started: Shelf<Place, Timestamp>,
    pub copied: Shelf<Place, Timestamp>,
    pub drafts: Shelf<Place, Timestamp>,
}

/// What one order puts into one inbox.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Share {
    todo: BTreeMap<TaskId, Arc<Seat>>,
    done: Option<Timestamp>,
    started: Option<Timestamp>,
    copied: Option<Timestamp>,
    drafts: Option<Timestamp>,
}

/// By everybody who has a part in the order.
pub(super) fn shares(order: &Order) -> BTreeMap<UserId, Share> {
    let mut shares: BTreeMap<UserId, Share> = BTreeMap::new();
    let initiator = shares.entry(order.initiator).or_default();
    match (&order.status, order.submitted_at) {
        (Status::Draft, _) => initiator.drafts = Some(order.last_at),
        (Status::Running | Status::Ended { .. }, at) => initiator.started = Some(at.unwrap_or(order.created_at)),
    }
    for (user, copies) in &order.copies {
        shares.entry(*user).or_default().copied = Some(copies.first_at);
    }
    for (id, task) in &order.tasks {
        if let TaskState::Decided { answer, by, at } = &task.state
            && *answer != Answer::Submitted
        {
            let done = &mut shares.entry(*by).or_default().done;
            *done = (*done).max(Some(*at));
        }
        if task.is_open() {
            let seat = Arc::new(seat(order, *id));
            for user in task.holders() {
                shares.entry(*user).or_default().todo.insert(*id, Arc::clone(&seat));
            }
        }
    }
    shares
}

/// # Panics
/// When the order has no such task, or the task no visit.
fn seat(order: &Order, id: TaskId) -> Seat {
    let task = &order.tasks[&id];
    let visit = &order.visits[&task.visit];
    let due = match visit.limit {
        VisitLimit::None => None,
        VisitLimit::Due(at) | VisitLimit::Passed(at) => Some(at),
    };
    let count = |test: fn(&TaskState) -> bool| {
        let found = order.tasks_of(task.visit).filter(|(_, task)| test(&task.state)).count();
        u16::try_from(found).unwrap_or(u16::MAX)
    };
    let done = count(|state| matches!(state, TaskState::Decided { .. }));
    Seat {
        flow_version: order.flow_version,
        node: visit.node.clone(),
        opened_at: task.opened_at.unwrap_or(task.made_at),
        due,
        is_offered: task.state == TaskState::Offered,
        progress: (done, count(|state| !matches!(state, TaskState::Cancelled { .. }))),
    }
}

impl Inbox {
    /// Replaces what an order put here before.
    pub(super) fn put(&mut self, place: Place, share: Share) {
        let before = self.share(place);
        for task in before.todo.keys().filter(|task| !share.todo.contains_key(task)) {
            self.todo.remove(&(place, *task));
        }
        for (task, seat) in share.todo {
            if before.todo.get(&task) != Some(&seat) {
                self.todo.insert((place, task), seat);
            }
        }
        set(&mut self.done, place, before.done, share.done);
        set(&mut self.started, place, before.started, share.started);
        set(&mut self.copied, place, before.copied, share.copied);
        set(&mut self.drafts, place, before.drafts, share.drafts);
    }

    pub(super) fn share(&self, place: Place) -> Share {
        let of_place = self.todo.from(&(place, TaskId(0))).take_while(|((at, _), _)| *at == place);
        Share {
            todo: of_place.map(|((_, task), seat)| (*task, Arc::clone(seat))).collect(),
            done: self.done.get(&place).copied(),
            started: self.started.get(&place).copied(),
            copied: self.copied.get(&place).copied(),
            drafts: self.drafts.get(&place).copied(),
        }
    }
}

fn set(shelf: &mut Shelf<Place, Timestamp>, place: Place, before: Option<Timestamp>, now: Option<Timestamp>) {
    match now {
        Some(at) if before != now => drop(shelf.insert(place, at)),
        None if before.is_some() => drop(shelf.remove(&place)),
        Some(_) | None => {}
    }
}
