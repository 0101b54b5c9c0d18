//! Somebody looks at the records of a form: which rows and which columns there are for them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::reach::Reach;
use crate::access::field::{self, FieldRule};
use crate::access::row;
use crate::access::{self, Wish};
use crate::catalog::Catalog;
use crate::catalog::history::FormHistory;
use crate::model::id::{FormId, UserId};
use crate::model::party::Action;
use crate::model::refusal::Refusal;
use crate::model::report::Column;
use crate::model::time::Timestamp;
use crate::report::filter::Predicate;
use crate::report::lane::{Block, Shape};
use crate::report::mask::Mask;
use crate::report::schema::{Lanes, Schema};
use crate::view::snapshot::Snapshot;
use crate::view::table::Table;

/// Who looks, at what, when.
#[derive(Clone, Copy)]
pub struct Viewer<'a> {
    pub snapshot: &'a Snapshot,
    pub catalog: &'a Catalog,
    pub user: UserId,
    pub now: Timestamp,
}

/// One form as a viewer knows it.
pub struct Look<'a> {
    pub viewer: Viewer<'a>,
    pub history: &'a FormHistory,
    pub table: &'a Table,
    /// Without the columns the viewer may not know of.
    pub shapes: Cow<'a, BTreeMap<Column, Shape>>,
    reach: Reach<'a>,
}

impl<'a> Viewer<'a> {
    /// The records that `action` reaches.
    ///
    /// # Errors
    /// - `NotFound`: there is no such form, or the viewer may not know of it;
    /// - `NotAllowed`: not by this viewer.
    pub fn look(self, form: FormId, action: Action) -> Result<Look<'a>, Refusal> {
        access::can(self.catalog, self.user, Wish::Form(form, action)).or_refuse()?;
        self.look_at_own(form, action).ok_or(Refusal::NotFound)
    }

    /// Without asking whether the viewer may see the form as a whole: who takes part in an order reaches it all the same.
    pub fn look_at_own(self, form: FormId, action: Action) -> Option<Look<'a>> {
        let history = self.catalog.form(form)?;
        let table = self.snapshot.table(form)?;
        let shapes = match field::columns(self.catalog, self.user, form) {
            FieldRule::All => Cow::Borrowed(table.shapes()),
            rule @ (FieldRule::Without(_) | FieldRule::Nothing) => Cow::Owned(known(table.shapes(), &rule)),
        };
        let reach = Reach::new(row::rule(self.catalog, self.user, form, action), table, self);
        Some(Look { viewer: self, history, table, shapes, reach })
    }
}

fn known(shapes: &BTreeMap<Column, Shape>, rule: &FieldRule) -> BTreeMap<Column, Shape> {
    let is_known = |column: &Column| match column {
        Column::Field(field) => rule.allows(field),
        _ => true,
    };
    let known = shapes.iter().filter(|(column, _)| is_known(column));
    known.map(|(column, shape)| (column.clone(), shape.clone())).collect()
}

impl<'a> Look<'a> {
    pub fn schema(&self) -> Schema<'_> {
        Schema {
            shapes: &self.shapes,
            symbols: self.table.symbols(),
            directory: &self.viewer.catalog.directory,
            zone: &self.viewer.snapshot.zone,
            now: self.viewer.now,
            viewer: self.viewer.user,
        }
    }

    /// Every block, with the rows of it that the viewer reaches and that pass the filter. The cheaper test goes first; nothing leaves
    /// here that did not pass both.
    pub fn blocks(&self, lanes: Lanes, filter: &Predicate) -> Vec<(Block<'a>, Mask)> {
        self.masked(lanes, filter).filter(|(_, mask)| !mask.is_empty()).collect()
    }

    /// As [`Self::blocks`], one at a time; also those without rows.
    pub fn masked<'b>(
        &'b self,
        lanes: Lanes,
        filter: &'b Predicate,
    ) -> impl Iterator<Item = (Block<'a>, Mask)> + use<'a, 'b> {
        let mut lanes = lanes;
        let department = lanes.place(&Column::Department);
        let reading = self.table.reading(&lanes.0, self.viewer.now);
        (0..reading.len()).map(move |at| {
            let block = reading.block(at);
            let mask = filter.keep(&block, block.live);
            let mask = self.reach.keep(&reading, at, (&block, department), mask);
            (block, mask)
        })
    }

    /// Whether the viewer reaches this one row.
    pub fn reaches(&self, row: u32) -> bool {
        self.table.is_live(row) && self.reach.has(row)
    }
}
