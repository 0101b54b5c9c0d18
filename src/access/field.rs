//! Which fields a person may read outside a task. An unreadable field is absent, and cannot be filtered, sorted or grouped by.
//!
//! A grant to see more than one's own orders opens all fields. Who only takes part in an order reads what the nodes they had a
//! part in let them read, added up. In lists and charts, where one column stands for many orders, who only takes part
//! reads what no node hides. Permission to change an order opens no field that its holder may not read.

use std::collections::BTreeSet;

use super::{covers, grants, implied};
use crate::catalog::Catalog;
use crate::catalog::flow::CompiledFlow;
use crate::model::flow::{FlowDefinition, Step};
use crate::model::form::{FieldAccess, FieldMatrix};
use crate::model::id::{FieldId, FormId, NodeId, UserId};
use crate::model::order::{Order, Task, TaskState};
use crate::model::party::{Action, Grant, Scope};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldRule {
    All,
    Without(BTreeSet<FieldId>),
}

impl FieldRule {
    pub fn allows(&self, field: &FieldId) -> bool {
        match self {
            Self::All => true,
            Self::Without(hidden) => !hidden.contains(field),
        }
    }
}

/// Columns of the form's lists and charts.
pub fn columns(catalog: &Catalog, user: UserId, form: FormId) -> FieldRule {
    if sees_by_grant(catalog, user, form) {
        return FieldRule::All;
    }
    let flow = catalog.form(form).and_then(|history| history.current_flow());
    let hidden: BTreeSet<_> = flow.map_or_else(BTreeSet::new, |flow| {
        flow.definition.nodes.iter().filter_map(|node| matrix(&node.step)).flat_map(hidden).collect()
    });
    without(hidden)
}

/// One order's page, for somebody who had a part at `nodes` of it (the start node, for the initiator).
pub fn of_order(catalog: &Catalog, user: UserId, form: FormId, part: &Part<'_>) -> FieldRule {
    if sees_by_grant(catalog, user, form) {
        return FieldRule::All;
    }
    let matrices = part.flow.nodes.iter().filter(|node| part.nodes.contains(&node.id)).map(|node| matrix(&node.step));
    let mut hidden_everywhere: Option<BTreeSet<FieldId>> = None;
    for matrix in matrices {
        // A node without a matrix (a copy) hides nothing.
        let here: BTreeSet<_> = matrix.map_or_else(BTreeSet::new, |matrix| hidden(matrix).collect());
        hidden_everywhere = Some(match hidden_everywhere {
            Some(before) => before.intersection(&here).cloned().collect(),
            None => here,
        });
    }
    hidden_everywhere.map_or_else(|| columns(catalog, user, form), without)
}

/// What somebody had to do with an order.
pub struct Part<'a> {
    /// The version the order is pinned to.
    pub flow: &'a FlowDefinition,
    pub nodes: BTreeSet<NodeId>,
}

impl<'a> Part<'a> {
    /// Tasks held, offered or decided, copies, and for its initiator the start.
    pub fn of(order: &Order, flow: &'a CompiledFlow, user: UserId) -> Self {
        let has_part = |task: &&Task| {
            let decided = matches!(task.state, TaskState::Decided { by, .. } if by == user);
            task.actor == Some(user) || task.candidates.contains(&user) || decided
        };
        let worked = order.tasks.values().filter(has_part).filter_map(|task| order.visits.get(&task.visit));
        let mut nodes: BTreeSet<NodeId> = worked.map(|visit| visit.node.clone()).collect();
        if order.initiator == user {
            nodes.insert(flow.start().clone());
        }
        nodes.extend(order.copies.get(&user).into_iter().flat_map(|copies| copies.nodes.iter().cloned()));
        Self { flow: &flow.definition, nodes }
    }
}

/// A grant that reaches no further than one's own orders opens no more than taking part does.
fn sees_by_grant(catalog: &Catalog, user: UserId, form: FormId) -> bool {
    let Some(history) = catalog.form(form).filter(|_| catalog.directory.is_active(user)) else { return false };
    let opens = |grant: &Grant| {
        covers(grant, history.form.app, form) && grant.actions.contains(&Action::View) && grant.scope != Scope::Own
    };
    implied(catalog, user, Action::View).is_some() || grants(catalog, user).any(|(_, grant)| opens(grant))
}

fn without(hidden: BTreeSet<FieldId>) -> FieldRule {
    if hidden.is_empty() { FieldRule::All } else { FieldRule::Without(hidden) }
}

fn hidden(matrix: &FieldMatrix) -> impl Iterator<Item = FieldId> {
    matrix.iter().filter(|(_, access)| **access == FieldAccess::Hidden).map(|(field, _)| field.clone())
}

const fn matrix(step: &Step) -> Option<&FieldMatrix> {
    match step {
        Step::Start(start) => Some(&start.fields),
        Step::Handle(handle) => Some(&handle.fields),
        Step::Approve(approve) => Some(&approve.fields),
        Step::Exclusive(_) | Step::Parallel(_) | Step::Join(_) | Step::Cc(_) | Step::Update(_) | Step::End(_) => None,
    }
}
