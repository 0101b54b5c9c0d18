//! A fixed number of rows of one table, column by column. Columns are shared between copies until one of their cells changes.

use std::borrow::Cow;
use std::sync::Arc;

use super::column::{Cell, Cells};
use crate::model::id::RecordId;
use crate::report::lane::Handlings;
use crate::report::mask::{BLOCK_ROWS, Mask};

#[derive(Debug, Clone, Default)]
pub struct Chunk {
    ids: Arc<Vec<RecordId>>,
    /// Of the records, for whoever wants to change one.
    revs: Arc<Vec<u64>>,
    /// Neither drafts nor orders that are gone.
    live: Mask,
    /// By slot; a slot beyond the end holds nothing.
    columns: Vec<Arc<Cells>>,
    handled: Arc<Handled>,
}

/// Decided tasks of the chunk's orders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Handled {
    rows: Vec<u16>,
    nodes: Vec<u32>,
    handlers: Vec<u32>,
    spent_ms: Vec<i64>,
}

/// One decided task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handling {
    pub node: u32,
    pub handler: u32,
    /// From opened to decided, elapsed.
    pub spent_ms: i64,
}

/// Everything a table keeps of one order.
#[derive(Debug, Default)]
pub struct Row {
    pub rev: u64,
    pub is_live: bool,
    /// By slot.
    pub cells: Vec<Cell>,
    pub handlings: Vec<Handling>,
}

impl Chunk {
    pub fn rows(&self) -> usize {
        self.ids.len()
    }

    pub fn is_full(&self) -> bool {
        self.rows() == BLOCK_ROWS
    }

    pub fn ids(&self) -> &[RecordId] {
        &self.ids
    }

    pub fn rev(&self, row: usize) -> u64 {
        self.revs[row]
    }

    pub const fn live(&self) -> Mask {
        self.live
    }

    pub fn column(&self, slot: usize) -> &Cells {
        self.columns.get(slot).map_or(&Cells::Void, AsRef::as_ref)
    }

    /// With no departments: they are looked up when somebody asks.
    pub fn handlings(&self) -> Handlings<'_> {
        let Handled { rows, nodes, handlers, spent_ms } = &*self.handled;
        Handlings { rows, nodes, handlers, departments: Cow::Borrowed(&[]), spent_ms }
    }

    /// Appends an empty row.
    pub fn grow(&mut self, id: RecordId) {
        Arc::make_mut(&mut self.ids).push(id);
        Arc::make_mut(&mut self.revs).push(0);
        for column in &mut self.columns {
            if !matches!(**column, Cells::Void) {
                Arc::make_mut(column).grow();
            }
        }
        if self.is_full() {
            self.columns.iter_mut().for_each(|column| Arc::make_mut(column).shrink());
        }
    }

    /// Writes only what is different.
    pub fn set(&mut self, row: usize, fresh: Row) {
        let rows = self.rows();
        if self.revs[row] != fresh.rev {
            Arc::make_mut(&mut self.revs)[row] = fresh.rev;
        }
        if fresh.is_live {
            self.live.insert(row);
        } else {
            self.live.remove(row);
        }
        for (slot, cell) in fresh.cells.into_iter().enumerate() {
            if self.column(slot).holds(row, &cell) {
                continue;
            }
            if self.columns.len() <= slot {
                self.columns.resize_with(slot + 1, Arc::default);
            }
            Arc::make_mut(&mut self.columns[slot]).set(rows, row, cell);
        }
        self.set_handlings(row, &fresh.handlings);
    }

    fn set_handlings(&mut self, row: usize, fresh: &[Handling]) {
        let row = u16::try_from(row).expect("a row of a chunk");
        if self.handlings_of(row).eq(fresh.iter().copied()) {
            return;
        }
        let handled = Arc::make_mut(&mut self.handled);
        let others = |at: &usize| handled.rows[*at] != row;
        let kept: Vec<usize> = (0..handled.rows.len()).filter(others).collect();
        if kept.len() < handled.rows.len() {
            let Handled { rows, nodes, handlers, spent_ms } = &*handled;
            *handled = Handled {
                rows: kept.iter().map(|at| rows[*at]).collect(),
                nodes: kept.iter().map(|at| nodes[*at]).collect(),
                handlers: kept.iter().map(|at| handlers[*at]).collect(),
                spent_ms: kept.iter().map(|at| spent_ms[*at]).collect(),
            };
        }
        for handling in fresh {
            handled.rows.push(row);
            handled.nodes.push(handling.node);
            handled.handlers.push(handling.handler);
            handled.spent_ms.push(handling.spent_ms);
        }
    }

    pub fn handlings_of(&self, row: u16) -> impl Iterator<Item = Handling> {
        let handled = &*self.handled;
        let places = handled.rows.iter().enumerate().filter(move |(_, of)| **of == row);
        places.map(|(at, _)| Handling {
            node: handled.nodes[at],
            handler: handled.handlers[at],
            spent_ms: handled.spent_ms[at],
        })
    }
}
