//! Which fields a person may read and change outside a task. An unreadable field is absent, and cannot be filtered, sorted or
//! grouped by.
//!
//! A grant to see more than one's own orders opens the fields it does not hide. What several grants open adds up, but none opens a
//! field on an order it does not reach. So on one order's page a field is open when a grant opens it that reaches this order. In lists
//! and charts, where one column stands for many orders, it is open when a grant on all orders opens it, or when every grant does.
//!
//! Who takes part in an order reads besides what the nodes they had a part in let them read, added up; in lists, who has no such grant
//! reads what no node hides. Permission to change an order opens no field that its holder may not read, and changes no field that
//! every grant to change this order keeps. What a title or a formula says of a hidden field is not hidden with it.

use std::collections::BTreeSet;

use super::row::{self, RowRule};
use super::{granting, implied};
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
    Nothing,
}

impl FieldRule {
    pub fn allows(&self, field: &FieldId) -> bool {
        match self {
            Self::All => true,
            Self::Without(closed) => !closed.contains(field),
            Self::Nothing => false,
        }
    }

    /// What either opens.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::All, _) | (_, Self::All) => Self::All,
            (Self::Nothing, rule) | (rule, Self::Nothing) => rule,
            (Self::Without(left), Self::Without(right)) => without(left.intersection(&right).cloned().collect()),
        }
    }

    /// What both open.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, _) | (_, Self::Nothing) => Self::Nothing,
            (Self::All, rule) | (rule, Self::All) => rule,
            (Self::Without(left), Self::Without(right)) => without(left.union(&right).cloned().collect()),
        }
    }
}

/// What one person may do with the fields of a form or an order beside tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    pub readable: FieldRule,
    /// By the grants to change; whether there is one is asked elsewhere.
    pub editable: FieldRule,
}

/// Columns of the form's lists and charts.
pub fn columns(catalog: &Catalog, user: UserId, form: FormId) -> FieldRule {
    if sees_by_power(catalog, user) {
        return FieldRule::All;
    }
    let grants: Vec<_> = granting(catalog, user, form, Action::View).filter(|grant| grant.shows_others()).collect();
    if grants.is_empty() {
        return shown_by_every_node(catalog, form);
    }
    let of_all = grants.iter().filter(|grant| grant.scope == Scope::All).map(|grant| shown(grant));
    let of_each = grants.iter().map(|grant| shown(grant)).fold(FieldRule::All, FieldRule::and);
    of_all.fold(of_each, FieldRule::or)
}

/// Fields that lists hide, and those that a person who may change orders in them cannot change. A cell of one order may be closed
/// besides: that is judged when it is changed.
pub fn closed_in_lists(catalog: &Catalog, user: UserId, form: FormId) -> FieldMatrix {
    let Some(form) = catalog.form(form).and_then(|history| history.current()) else { return FieldMatrix::new() };
    let readable = columns(catalog, user, form.form);
    let editable = granting(catalog, user, form.form, Action::Edit).map(changed).reduce(FieldRule::or);
    let closed = |id: &FieldId| match &editable {
        _ if !readable.allows(id) => Some(FieldAccess::Hidden),
        Some(rule) if !rule.allows(id) => Some(FieldAccess::Read),
        Some(_) | None => None,
    };
    form.definition.fields.iter().filter_map(|field| Some((field.id.clone(), closed(&field.id)?))).collect()
}

/// One order's page. `reaches` says of a rule whether it reaches this order.
pub fn of_order(catalog: &Catalog, part: &Part<'_>, reaches: &dyn Fn(&RowRule) -> bool) -> Fields {
    let is_reached = |grant: &&Grant| reaches(&row::of_grant(catalog, part.user, part.form, grant));
    let readable = if sees_by_power(catalog, part.user) {
        FieldRule::All
    } else {
        let seeing = granting(catalog, part.user, part.form, Action::View).filter(|grant| grant.shows_others());
        seeing.filter(is_reached).map(shown).fold(by_part(catalog, part), FieldRule::or)
    };
    let editing = granting(catalog, part.user, part.form, Action::Edit).filter(is_reached);
    let editing = editing.map(changed).fold(FieldRule::Nothing, FieldRule::or);
    Fields { editable: editing.and(readable.clone()), readable }
}

/// What somebody had to do with an order.
pub struct Part<'a> {
    pub user: UserId,
    pub form: FormId,
    /// The version the order is pinned to.
    pub flow: &'a FlowDefinition,
    /// Where they had a part in it: the start node, for the initiator.
    pub nodes: BTreeSet<NodeId>,
    /// Whoever takes part in no order of this kind reads it by grants alone.
    pub is_participant: bool,
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
        let is_participant = !nodes.is_empty() || order.is_participant(user);
        Self { user, form: order.form, flow: &flow.definition, nodes, is_participant }
    }
}

/// Without a node that is still drawn it is what lists would show.
fn by_part(catalog: &Catalog, part: &Part<'_>) -> FieldRule {
    if !part.is_participant {
        return FieldRule::Nothing;
    }
    let nodes = part.flow.nodes.iter().filter(|node| part.nodes.contains(&node.id));
    // A node without a matrix (a copy) hides nothing.
    let rules = nodes.map(|node| matrix(&node.step).map_or(FieldRule::All, |matrix| without(hidden(matrix).collect())));
    rules.reduce(FieldRule::or).unwrap_or_else(|| shown_by_every_node(catalog, part.form))
}

fn shown_by_every_node(catalog: &Catalog, form: FormId) -> FieldRule {
    let flow = catalog.form(form).and_then(|history| history.current_flow());
    let nodes = flow.into_iter().flat_map(|flow| flow.definition.nodes.iter());
    without(nodes.filter_map(|node| matrix(&node.step)).flat_map(hidden).collect())
}

fn sees_by_power(catalog: &Catalog, user: UserId) -> bool {
    catalog.directory.is_active(user) && implied(catalog, user, Action::View).is_some()
}

fn shown(grant: &Grant) -> FieldRule {
    without(hidden(&grant.fields).collect())
}

/// What a grant to change lets be changed.
fn changed(grant: &Grant) -> FieldRule {
    let kept = grant.fields.iter().filter(|(_, access)| **access < FieldAccess::Edit);
    without(kept.map(|(field, _)| field.clone()).collect())
}

fn without(closed: BTreeSet<FieldId>) -> FieldRule {
    if closed.is_empty() { FieldRule::All } else { FieldRule::Without(closed) }
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
