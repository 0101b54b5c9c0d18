//! The orders of one form as columns. A row is added when an order begins and keeps its number; nothing is ever moved.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::chunk::{Chunk, Row};
use super::column::{Cell, Cells};
use super::row::{self, Names, Slot};
use super::shape;
use crate::catalog::history::FormHistory;
use crate::model::committed::Moved;
use crate::model::id::{FormId, RecordId, UserId};
use crate::model::report::{Column, OrderState};
use crate::model::time::Timestamp;
use crate::report::lane::{Block, EMPTY_NUMBER, Lane, Lists, Shape};
use crate::report::mask::{BLOCK_ROWS, Mask};
use crate::report::symbol::{Symbol, Symbols};

#[derive(Debug, Clone)]
pub struct Table {
    pub form: FormId,
    shapes: Arc<BTreeMap<Column, Shape>>,
    names: Names,
    /// All but the last are full.
    chunks: Vec<Arc<Chunk>>,
}

impl Table {
    pub fn new(form: FormId) -> Self {
        Self { form, shapes: Arc::default(), names: Names::default(), chunks: Vec::new() }
    }

    /// A version was published: its fields are the columns from now on.
    pub fn redraw(&mut self, history: &FormHistory) {
        self.shapes = Arc::new(shape::shapes(history));
    }

    pub fn shapes(&self) -> &BTreeMap<Column, Shape> {
        &self.shapes
    }

    pub fn symbols(&self) -> &Symbols {
        &self.names.symbols
    }

    /// Drafts and orders that are gone included.
    pub fn rows(&self) -> usize {
        self.chunks.last().map_or(0, |last| (self.chunks.len() - 1) * BLOCK_ROWS + last.rows())
    }

    /// Writes an order into its row, or into a new one; gives the row's number.
    pub(super) fn put(&mut self, row: Option<u32>, moved: &Moved, state: OrderState) -> u32 {
        let fresh = row::row(moved, state, &mut self.names);
        let row = row.unwrap_or_else(|| self.grow(moved.order.id));
        let (chunk, at) = place(row);
        Arc::make_mut(&mut self.chunks[chunk]).set(at, fresh);
        row
    }

    /// Empties the row of an order that is gone.
    pub(super) fn clear(&mut self, row: u32) {
        let (chunk, at) = place(row);
        let cells = vec![Cell::Empty; self.names.slots.len()];
        Arc::make_mut(&mut self.chunks[chunk]).set(at, Row { cells, ..Row::default() });
    }

    fn grow(&mut self, id: RecordId) -> u32 {
        if self.chunks.last().is_none_or(|last| last.is_full()) {
            self.chunks.push(Arc::default());
        }
        let row = u32::try_from(self.rows()).expect("a form has fewer than 2^32 orders");
        let last = self.chunks.last_mut().expect("one was just made");
        Arc::make_mut(last).grow(id);
        row
    }

    pub fn id(&self, row: u32) -> RecordId {
        let (chunk, at) = place(row);
        self.chunks[chunk].ids()[at]
    }

    pub fn rev(&self, row: u32) -> u64 {
        let (chunk, at) = place(row);
        self.chunks[chunk].rev(at)
    }

    /// Submitted once, and still there.
    pub fn is_live(&self, row: u32) -> bool {
        let (chunk, at) = place(row);
        self.chunks[chunk].live().contains(at)
    }

    /// As [`Reading`] would show it; `now` ends what still runs.
    pub fn cell(&self, row: u32, column: &Column, now: Timestamp) -> Cell {
        let (chunk, at) = place(row);
        let chunk = &self.chunks[chunk];
        let instant = |column| match self.slot_cell(chunk, &Slot::Order(column), at) {
            Cell::DateTime(at) => Some(at),
            _ => None,
        };
        if *column == Column::Duration {
            let ended = || instant(Column::EndedAt).unwrap_or(now);
            return instant(Column::SubmittedAt).map_or(Cell::Empty, |from| Cell::Number(ended().since(from).into()));
        }
        self.slot_of(column).map_or(Cell::Empty, |slot| chunk.column(slot).get(at))
    }

    /// Where columns stand, for whoever reads many cells of them.
    pub fn slots(&self) -> HashMap<&Column, usize> {
        self.shapes.keys().filter_map(|column| Some((column, self.slot_of(column)?))).collect()
    }

    /// By a number of [`Self::slots`].
    pub fn cell_of(&self, row: u32, slot: usize) -> Cell {
        let (chunk, at) = place(row);
        self.chunks[chunk].column(slot).get(at)
    }

    pub fn participants(&self, row: u32) -> Vec<UserId> {
        let (chunk, at) = place(row);
        let cell = self.slot_cell(&self.chunks[chunk], &Slot::Participants, at);
        let Cell::Codes(codes) = cell else { return Vec::new() };
        codes.into_iter().filter_map(|code| self.user(code)).collect()
    }

    /// Who decided a task of the order.
    pub fn deciders(&self, row: u32) -> Vec<UserId> {
        let (chunk, at) = place(row);
        let row = u16::try_from(at).expect("a row of a chunk");
        self.chunks[chunk].handlings_of(row).filter_map(|handling| self.user(handling.handler)).collect()
    }

    /// Orders under way, each with the version of the flow that it goes by.
    pub fn under_way(&self) -> impl Iterator<Item = (RecordId, u32)> {
        let slot = self.names.slots.get(&Slot::FlowVersion).copied();
        let chunks = slot.into_iter().flat_map(|slot| self.chunks.iter().map(move |chunk| (slot, chunk)));
        chunks.flat_map(|(slot, chunk)| {
            let version = move |row| match chunk.column(slot).get(row) {
                Cell::Number(version) => u32::try_from(version).ok(),
                _ => None,
            };
            (0..chunk.rows()).filter_map(move |row| Some((chunk.ids()[row], version(row)?)))
        })
    }

    fn user(&self, code: u32) -> Option<UserId> {
        if let Some(Symbol::User(user)) = self.symbols().symbol(code) { Some(*user) } else { None }
    }

    fn slot_cell(&self, chunk: &Chunk, slot: &Slot, at: usize) -> Cell {
        self.names.slots.get(slot).map_or(Cell::Empty, |slot| chunk.column(*slot).get(at))
    }

    fn slot_of(&self, column: &Column) -> Option<usize> {
        let slot = match column {
            Column::Field(field) => Slot::Field(field.clone(), self.shapes.get(column)?.kind),
            own => Slot::Order(own.clone()),
        };
        self.names.slots.get(&slot).copied()
    }

    /// Makes ready to read some columns, block by block.
    pub fn reading(&self, columns: &[Column], now: Timestamp) -> Reading<'_> {
        let source = |column: &Column| match column {
            Column::Duration => Source::Duration(self.slot_of(&Column::SubmittedAt), self.slot_of(&Column::EndedAt)),
            column => self.slot_of(column).map_or(Source::Nothing, Source::Slot),
        };
        let participants = self.names.slots.get(&Slot::Participants).copied();
        Reading { table: self, sources: columns.iter().map(source).collect(), participants, now }
    }
}

/// Chunk and row in it.
pub const fn place(row: u32) -> (usize, usize) {
    (row as usize / BLOCK_ROWS, row as usize % BLOCK_ROWS)
}

enum Source {
    Nothing,
    Slot(usize),
    Duration(Option<usize>, Option<usize>),
}

/// Some columns of a table, as folds want them.
pub struct Reading<'a> {
    pub table: &'a Table,
    sources: Vec<Source>,
    participants: Option<usize>,
    now: Timestamp,
}

impl<'a> Reading<'a> {
    pub fn len(&self) -> usize {
        self.table.chunks.len()
    }

    pub fn is_empty(&self) -> bool {
        self.table.chunks.is_empty()
    }

    /// All live rows; who may know of them is not asked here.
    pub fn block(&self, at: usize) -> Block<'a> {
        let chunk = &self.table.chunks[at];
        let lane = |source: &Source| match source {
            Source::Nothing => Lane::Void,
            Source::Slot(slot) => chunk.column(*slot).lane(),
            Source::Duration(submitted, ended) => duration(chunk, *submitted, *ended, self.now),
        };
        Block {
            rows: chunk.rows(),
            ids: chunk.ids(),
            live: chunk.live(),
            lanes: self.sources.iter().map(lane).collect(),
            handlings: chunk.handlings(),
        }
    }

    /// Users by row, as codes.
    pub fn participants(&self, at: usize) -> Option<Lists<'a>> {
        match self.table.chunks[at].column(self.participants?) {
            Cells::Codes(lists) => Some(Lists { spans: lists.spans(), arena: lists.arena() }),
            _ => None,
        }
    }

    /// The rows of a block in which somebody takes part.
    pub fn mask_of_participant(&self, at: usize, user: u32) -> Mask {
        match self.participants(at) {
            Some(lists) if lists.arena.contains(&user) => {
                Mask::of(lists.spans.len(), |row| lists.row(row).contains(&user))
            }
            _ => Mask::NONE,
        }
    }
}

/// Milliseconds from the submission to the end, or to now.
fn duration(chunk: &Chunk, submitted: Option<usize>, ended: Option<usize>, now: Timestamp) -> Lane<'_> {
    let cells = |slot: Option<usize>| match slot.map(|slot| chunk.column(slot)) {
        Some(Cells::DateTime(cells)) => Some(cells),
        _ => None,
    };
    let Some(from) = cells(submitted) else { return Lane::Void };
    let ended = cells(ended);
    let until = |row: usize| ended.map(|cells| cells[row]).filter(|at| *at != EMPTY_NUMBER).unwrap_or(now.0);
    let spent = from.iter().enumerate().map(|(row, from)| match *from {
        EMPTY_NUMBER => EMPTY_NUMBER,
        from => until(row).saturating_sub(from),
    });
    Lane::Number { scale: 0, cells: Cow::Owned(spent.collect()) }
}
