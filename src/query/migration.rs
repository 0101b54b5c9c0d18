//! Orders on their way by older versions of a flow: how many there are, and which of them another version has a place for. Nothing is
//! moved here. An order that whoever asks may not see is counted, and goes without its title.

use std::collections::BTreeMap;

use serde::Serialize;

use super::reading::{self, Reader, Unread};
use crate::catalog::flow::CompiledFlow;
use crate::catalog::form::CompiledForm;
use crate::decide::order::Desk;
use crate::decide::order::migrate::known;
use crate::flow::definition;
use crate::flow::migrate::Crossing;
use crate::flow::migrate::judge::judge;
use crate::model::committed::Moved;
use crate::model::flow::FlowDefinition;
use crate::model::id::{FormId, NodeId, RecordId};
use crate::model::limit::{MIGRATION_ORDERS_MAX, PAGE_ROWS_MAX};
use crate::model::problem::Problem;
use crate::model::refusal::Refusal;
use crate::view::snapshot::Snapshot;
use crate::view::table::Table;
use crate::writer::reader;

/// By version.
pub fn under_way(snapshot: &Snapshot, form: FormId) -> BTreeMap<u32, usize> {
    let mut counts = BTreeMap::new();
    for (_, version) in snapshot.table(form).into_iter().flat_map(Table::under_way) {
        *counts.entry(version).or_default() += 1;
    }
    counts
}

/// What would become of the orders that go by another version.
#[derive(Debug, Default)]
pub struct Rehearsal {
    /// 0: a drawing that is not published.
    pub to: u32,
    pub movable: Vec<Found>,
    /// The first `PAGE_ROWS_MAX` of those that would stay, with every reason.
    pub staying: Vec<(Found, Vec<Problem>)>,
    pub staying_count: usize,
    /// Beyond `MIGRATION_ORDERS_MAX`, not looked at.
    pub left_off: usize,
}

#[derive(Debug, Serialize)]
pub struct Found {
    pub order: RecordId,
    /// Absent where the order itself may not be seen.
    pub title: Option<String>,
}

/// To a drawing that may be published, or to the newest version.
///
/// # Errors
/// - `NotFound`, `NotPublished`: there is nothing to go by.
/// - `Invalid`: the drawing is not sound, or has no such steps.
pub fn rehearse(
    reader: Reader<'_>,
    form: FormId,
    drawing: Option<&FlowDefinition>,
    nodes: &BTreeMap<NodeId, NodeId>,
) -> Result<Rehearsal, Unread> {
    let history = reader.catalog.form(form).ok_or(Refusal::NotFound)?;
    let compiled = history.current().ok_or(Refusal::NotPublished)?;
    let drawn = drawing.map(|drawing| definition::compiled(reader.catalog, compiled, drawing));
    let drawn = drawn.transpose().map_err(Refusal::Invalid)?;
    let to = drawn.as_ref().or(history.current_flow().map(AsRef::as_ref)).ok_or(Refusal::NotPublished)?;
    known(to, nodes)?;
    let mut rehearsal = Rehearsal { to: to.version, ..Rehearsal::default() };
    let rows = reader.snapshot.table(form).into_iter().flat_map(Table::under_way);
    for (at, (order, _)) in rows.filter(|(_, version)| *version != to.version).enumerate() {
        if at >= MIGRATION_ORDERS_MAX {
            rehearsal.left_off += 1;
        } else if let Some(moved) = reader::order(reader.store, order)? {
            let Some(from) = history.flow(moved.order.flow_version) else { continue };
            rehearsal.look(reader, moved, (from, to, compiled), nodes);
        }
    }
    Ok(rehearsal)
}

impl Rehearsal {
    fn look(
        &mut self,
        reader: Reader<'_>,
        moved: Moved,
        (from, to, form): (&CompiledFlow, &CompiledFlow, &CompiledForm),
        nodes: &BTreeMap<NodeId, NodeId>,
    ) {
        // The row may be newer than the table.
        if !moved.order.is_running() || moved.order.flow_version == to.version {
            return;
        }
        let crossing = Crossing { from, to, form, chosen: nodes };
        let title = is_seen(reader, &moved).then(|| moved.order.title.clone());
        let found = Found { order: moved.order.id, title };
        match judge(&crossing, &moved.order, &moved.record) {
            Ok(_) => self.movable.push(found),
            Err(problems) => {
                self.staying_count += 1;
                if self.staying.len() < PAGE_ROWS_MAX {
                    self.staying.push((found, problems));
                }
            }
        }
    }
}

fn is_seen(reader: Reader<'_>, moved: &Moved) -> bool {
    let facts = reading::facts(reader.now, reader.catalog, Some(moved));
    Desk { facts: &facts, user: reader.user, order: moved.order.id }.open().is_ok()
}
