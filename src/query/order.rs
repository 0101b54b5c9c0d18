//! One order before one person: what may be seen of it, and what may be done with it now. Refuses, as not found, an order that this
//! person may not know of.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::reading::{self, Reader, Unread};
use crate::access::field::{FieldRule, Fields, Part};
use crate::catalog::flow::CompiledFlow;
use crate::catalog::form::CompiledForm;
use crate::catalog::history::FormHistory;
use crate::decide::facts::Facts;
use crate::decide::order::allowed::{self, Act, Allowed};
use crate::decide::order::{Desk, fill, permit};
use crate::flow::node::behaviour;
use crate::flow::run::World;
use crate::form::fill::Rights;
use crate::form::kind;
use crate::model::committed::Moved;
use crate::model::flow::Step;
use crate::model::form::{Control, Field, FieldAccess, FieldMatrix};
use crate::model::held::Held;
use crate::model::id::{FieldId, FormId, NodeId, RecordId};
use crate::model::order::{Order, Status, TaskState};
use crate::model::record::Values;
use crate::model::refusal::Refusal;
use crate::model::value::Value;
use crate::writer::reader;

/// An order that somebody may look at.
pub struct Seen {
    pub moved: Moved,
    /// Of a draft: the newest versions, with which it will be sent.
    pub form: Arc<CompiledForm>,
    pub flow: Arc<CompiledFlow>,
    /// With the versions it went by before.
    pub history: Arc<FormHistory>,
    /// Every field of the form; `Hidden` ones must not be told.
    pub matrix: FieldMatrix,
    pub allowed: Vec<Allowed>,
    /// What this person decided here, and can still take back.
    pub held: Vec<Held>,
}

impl Seen {
    pub fn shows(&self, field: &FieldId) -> bool {
        self.matrix.get(field).is_some_and(is_shown)
    }
}

/// # Errors
/// - `NotFound`: there is none, or this person may not know of it.
pub fn see(reader: Reader<'_>, id: RecordId) -> Result<Seen, Unread> {
    Ok(look(reader, reader::order(reader.store, id)?.ok_or(Refusal::NotFound)?)?)
}

/// An order that is at hand, as one person sees it.
///
/// # Errors
/// As [`see`].
pub fn look(reader: Reader<'_>, moved: Moved) -> Result<Seen, Refusal> {
    let held = reader.snapshot.held(reader.user);
    let facts = Facts { held, ..reading::facts(reader.now, reader.catalog, Some(&moved)) };
    let run = Desk { facts: &facts, user: reader.user, order: moved.order.id }.open()?;
    let allowed = allowed::of(&run, reader.user, held);
    let history = reader.catalog.forms.get(&moved.order.form).ok_or(Refusal::NotFound)?.clone();
    let (form, flow) = versions(&history, &moved.order)?;
    let fields = permit::fields(&run, &Part::of(&moved.order, &flow, reader.user));
    let matrix = matrix(reader, &moved.order, (&form, &flow), (&allowed, &fields));
    let held = held.iter().filter(|held| held.order == moved.order.id).cloned().collect();
    Ok(Seen { moved, form, flow, history, matrix, allowed, held })
}

fn versions(history: &FormHistory, order: &Order) -> Result<(Arc<CompiledForm>, Arc<CompiledFlow>), Refusal> {
    if order.status == Status::Draft {
        let form = history.current().ok_or(Refusal::NotPublished)?;
        return Ok((form.clone(), history.flow_of_new_orders().clone()));
    }
    let form = history.version(order.form_version).ok_or(Refusal::NotPublished)?;
    let flow = history.flow(order.flow_version).ok_or(Refusal::NotPublished)?;
    Ok((form.clone(), flow.clone()))
}

/// What the person may do with each field now: by the steps they are at, else by the permission to edit, else read.
fn matrix(
    reader: Reader<'_>,
    order: &Order,
    (form, flow): (&CompiledForm, &CompiledFlow),
    (allowed, fields): (&[Allowed], &Fields),
) -> FieldMatrix {
    let at = here(order, flow, reader);
    let edits = at.is_empty() && allowed.iter().any(|allowed| allowed.act == Act::Edit);
    let access = |id: &FieldId, control: &Control| {
        let open = at.iter().filter_map(|node| rights(flow, node)).map(|rights| rights.of(id)).max();
        let open = if edits && fields.editable.allows(id) { Some(FieldAccess::Edit) } else { open };
        match open {
            Some(access) if access >= FieldAccess::Edit && kind::is_typed(control) => access,
            _ if readable_here(&fields.readable, id, open) => FieldAccess::Read,
            _ => FieldAccess::Hidden,
        }
    };
    form.definition.fields.iter().map(|field| (field.id.clone(), access(&field.id, &field.control))).collect()
}

fn readable_here(readable: &FieldRule, field: &FieldId, open: Option<FieldAccess>) -> bool {
    readable.allows(field) || open.is_some_and(|access| access >= FieldAccess::Read)
}

/// The nodes at which the person has something to do; the start of an own draft.
fn here(order: &Order, flow: &CompiledFlow, reader: Reader<'_>) -> BTreeSet<NodeId> {
    if order.status == Status::Draft {
        return BTreeSet::from([flow.start().clone()]);
    }
    let held = reader.snapshot.held(reader.user);
    let own = order.tasks.iter().filter(|(id, task)| {
        task.state == TaskState::Open && task.actor == Some(reader.user) && held.of_task(order.id, **id).is_none()
    });
    own.filter_map(|(_, task)| order.visits.get(&task.visit)).map(|visit| visit.node.clone()).collect()
}

fn rights<'a>(flow: &'a CompiledFlow, node: &NodeId) -> Option<Rights<'a>> {
    let step = &flow.find(node)?.step;
    let fields = behaviour(step).fields()?;
    Some(if matches!(step, Step::Start(_)) { Rights::at_start(fields) } else { Rights::at_node(fields) })
}

/// The order's number: what its first serial field holds.
pub fn serial(seen: &Seen) -> Option<&str> {
    let mut fields = seen.form.definition.fields.iter();
    let field = fields.find(|field| matches!(field.control, Control::Serial(_)) && seen.shows(&field.id))?;
    match seen.moved.record.value(&field.id) {
        Value::Text(number) => Some(number),
        _ => None,
    }
}

/// A form before anybody wrote.
pub struct Blank {
    pub form: Arc<CompiledForm>,
    pub values: Values,
    pub matrix: FieldMatrix,
    /// The newest one of this form that the person left.
    pub draft: Option<RecordId>,
}

/// # Errors
/// - `NotFound`, `NotPublished`: there is no such form, or nothing to fill in.
pub fn blank(reader: Reader<'_>, form: FormId) -> Result<Blank, Refusal> {
    let history = reader.catalog.form(form).ok_or(Refusal::NotFound)?;
    let compiled = history.current().ok_or(Refusal::NotPublished)?.clone();
    let flow = history.flow_of_new_orders();
    let world = World { now: reader.now, catalog: reader.catalog, flow, form: &compiled };
    let values = fill::opened(world, reader.user);
    let rights = rights(flow, flow.start());
    let access = |field: &Field| {
        let access = rights.map_or(FieldAccess::Edit, |rights| rights.of(&field.id));
        if kind::is_typed(&field.control) { access } else { access.min(FieldAccess::Read) }
    };
    let matrix = compiled.definition.fields.iter().map(|field| (field.id.clone(), access(field))).collect();
    Ok(Blank { form: compiled, values, matrix, draft: draft(reader, form) })
}

fn draft(reader: Reader<'_>, form: FormId) -> Option<RecordId> {
    let drafts = reader.snapshot.inbox(reader.user)?.drafts.iter();
    let of_form = drafts.filter(|(place, _)| reader.snapshot.table_of(**place).form == form);
    let (place, _) = of_form.max_by_key(|(_, at)| **at)?;
    Some(reader.snapshot.table_of(*place).id(place.row))
}

pub fn is_shown(access: &FieldAccess) -> bool {
    *access != FieldAccess::Hidden
}
