//! Whether an order has its place in the other drawing. All reasons at once, each at the step it is about.

use std::collections::BTreeSet;

use super::branch::Branches;
use super::{Counterpart, Crossing, Names};
use crate::flow::definition::place::places;
use crate::flow::recall;
use crate::form::kind::{self, Bounds};
use crate::model::form::Field;
use crate::model::id::{NodeId, VisitId};
use crate::model::order::{Order, TaskState, Visit};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::record::Record;

/// # Errors
/// Every reason why it has to stay, in the order of its visits.
pub fn judge(crossing: &Crossing, order: &Order, record: &Record) -> Result<Names, Vec<Problem>> {
    let mut problems = kinds(crossing, order);
    problems.extend(gone(crossing, order));
    let branches = Branches::of(crossing, order);
    problems.extend(branches.problems.iter().cloned());
    for (id, visit) in order.open_visits() {
        problems.extend(elsewhere(crossing, order, &branches, visit));
        problems.extend(turns(crossing, order, (id, visit)));
    }
    problems.extend(fields(crossing, record));
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut names = Names { edges: branches.names, ..Names::default() };
    let visited: BTreeSet<&NodeId> = order.visits.values().map(|visit| &visit.node).collect();
    let joins = order.forks.values().filter_map(|fork| fork.join.as_ref());
    let copied = order.copies.values().flat_map(|copies| &copies.nodes);
    for node in visited.into_iter().chain(joins).chain(copied) {
        if let Some(there) = crossing.same(node).filter(|there| there.id != *node) {
            names.nodes.insert(node.clone(), there.id.clone());
        }
    }
    Ok(names)
}

/// Whoever went through a step may come back to it, so what it was it must still be.
fn kinds(crossing: &Crossing, order: &Order) -> Vec<Problem> {
    let visited: BTreeSet<&NodeId> = order.visits.values().map(|visit| &visit.node).collect();
    let other = visited.into_iter().filter(|node| matches!(crossing.counterpart(node), Counterpart::Other));
    other.map(|node| at(crossing, node, ProblemCode::MigrationStepKind)).collect()
}

fn gone(crossing: &Crossing, order: &Order) -> Vec<Problem> {
    let standing: BTreeSet<&NodeId> = order.open_visits().map(|(_, visit)| &visit.node).collect();
    let gone = standing.into_iter().filter(|node| matches!(crossing.counterpart(node), Counterpart::Gone));
    gone.map(|node| at(crossing, node, ProblemCode::MigrationStepGone)).collect()
}

/// A token can only reach the join of its own split, so the step must lie in the same branches. Said of the branches already where
/// those themselves are not there.
fn elsewhere(crossing: &Crossing, order: &Order, branches: &Branches, visit: &Visit) -> Option<Problem> {
    let there = crossing.same(&visit.node)?;
    let mut path = Vec::new();
    for frame in &visit.scope {
        let split = crossing.same(&order.visits[&order.forks[&frame.fork].split].node)?;
        path.push((split.id.clone(), branches.there.get(frame)?.clone()));
    }
    let is_there = places(crossing.to).get(&there.id).is_some_and(|place| *place == path);
    (!is_there).then(|| at(crossing, &visit.node, ProblemCode::MigrationStepElsewhere))
}

/// Whoever waits for a turn needs a step that gives turns.
fn turns(crossing: &Crossing, order: &Order, (id, visit): (VisitId, &Visit)) -> Option<Problem> {
    let there = crossing.same(&visit.node)?;
    let waits = order.tasks_of(id).any(|(_, task)| task.state == TaskState::Waiting);
    let is_stuck = waits && !recall::is_one_by_one(&there.step);
    is_stuck.then(|| at(crossing, &visit.node, ProblemCode::MigrationTurns))
}

/// What the record holds must still be a value of its field; whether it is a good one is asked when somebody fills it in again.
fn fields(crossing: &Crossing, record: &Record) -> Vec<Problem> {
    let is_other = |field: &&Field| {
        let value = record.value(&field.id);
        let wrong = || kind::of(&field.control).check(field.id.as_str(), value, &Bounds::default());
        !value.is_empty() && wrong().iter().any(|problem| problem.code == ProblemCode::WrongType)
    };
    let other = crossing.form.definition.fields.iter().filter(is_other);
    let problem =
        |field: &Field| Problem::error(field.id.as_str(), ProblemCode::MigrationFieldKind).with("field", &field.label);
    other.map(problem).collect()
}

pub(super) fn at(crossing: &Crossing, node: &NodeId, code: ProblemCode) -> Problem {
    Problem::error(format!("nodes.{node}"), code).with("node", crossing.name(node))
}
