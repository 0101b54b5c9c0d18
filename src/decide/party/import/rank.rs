//! The order in which people can be saved: whoever leads somebody comes first, so that no moment has a circle that the table has not.

use std::collections::HashMap;

use super::Troubles;
use super::header::Column;
use crate::model::id::UserId;
use crate::model::party::User;
use crate::model::problem::{Problem, ProblemCode};

/// What is known of a person's place so far.
#[derive(Clone, Copy)]
enum Mark {
    Unseen,
    Climbing,
    /// Managers of the table above.
    Depth(usize),
    /// In a circle, or below one.
    Circle,
}

/// People with their rows, managers before those they lead. Whoever has a circle of managers above is told, and left out.
pub(super) fn managers_first(users: Vec<(usize, User)>, troubles: &mut Troubles) -> Vec<(usize, User)> {
    let place: HashMap<UserId, usize> = users.iter().enumerate().map(|(at, (_, user))| (user.id, at)).collect();
    let above = |at: usize| users[at].1.manager.and_then(|manager| place.get(&manager).copied());
    let mut marks = vec![Mark::Unseen; users.len()];
    for start in 0..users.len() {
        let (mut climb, mut at) = (Vec::new(), Some(start));
        while let Some(here) = at.filter(|here| matches!(marks[*here], Mark::Unseen)) {
            marks[here] = Mark::Climbing;
            climb.push(here);
            at = above(here);
        }
        let mut depth = match at.map(|top| marks[top]) {
            None => Some(0),
            Some(Mark::Depth(depth)) => Some(depth + 1),
            Some(Mark::Climbing | Mark::Circle | Mark::Unseen) => None,
        };
        for here in climb.into_iter().rev() {
            marks[here] = depth.map_or(Mark::Circle, Mark::Depth);
            depth = depth.map(|depth| depth + 1);
        }
    }
    let mut ranked: Vec<(usize, (usize, User))> = Vec::with_capacity(users.len());
    for (mark, (row, user)) in marks.into_iter().zip(users) {
        match mark {
            Mark::Depth(depth) => ranked.push((depth, (row, user))),
            Mark::Circle | Mark::Climbing | Mark::Unseen => {
                troubles.add(row, Some(Column::Manager), Problem::error("", ProblemCode::ManagerCycle));
            }
        }
    }
    ranked.sort_by_key(|(depth, _)| *depth);
    ranked.into_iter().map(|(_, user)| user).collect()
}
