//! What a table keeps of one order and its record: which cell holds what. Works on the state alone, so that a row written today and
//! one rebuilt at the next start are the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::chunk::{Handling, Row};
use super::column::Cell;
use crate::catalog::Catalog;
use crate::model::committed::Moved;
use crate::model::id::{FieldId, NodeId, UserId};
use crate::model::order::{Answer, Order, Outcome, Status, TaskState};
use crate::model::report::{Column, OrderState};
use crate::model::value::{File, Value};
use crate::report::lane::{Family, Kind};
use crate::report::symbol::{Symbol, Symbols};

/// Where a table keeps what. A field has one per kind of value it ever held, so that a change of its type loses nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    Order(Column),
    Field(FieldId, Kind),
    /// Initiator, handlers, copies: who reaches the order without a grant.
    Participants,
    /// The version of the flow that an order under way goes by.
    FlowVersion,
}

/// Gives out the numbers of slots and of symbols.
#[derive(Debug, Clone, Default)]
pub struct Names {
    pub slots: Arc<BTreeMap<Slot, usize>>,
    pub symbols: Arc<Symbols>,
}

impl Names {
    fn slot(&mut self, slot: Slot) -> usize {
        self.slots.get(&slot).copied().unwrap_or_else(|| {
            let next = self.slots.len();
            Arc::make_mut(&mut self.slots).insert(slot, next);
            next
        })
    }

    fn code(&mut self, symbol: Symbol) -> u32 {
        self.symbols.code(&symbol).unwrap_or_else(|| Arc::make_mut(&mut self.symbols).insert(&symbol))
    }

    fn codes(&mut self, symbols: impl Iterator<Item = Symbol>) -> Cell {
        let codes: Vec<u32> = symbols.map(|symbol| self.code(symbol)).collect();
        if codes.is_empty() { Cell::Empty } else { Cell::Codes(codes) }
    }
}

pub fn row(moved: &Moved, state: OrderState, names: &mut Names) -> Row {
    let (order, record) = (&*moved.order, &*moved.record);
    let mut written = Written { names, cells: Vec::new() };
    let title = if order.title.is_empty() { Cell::Empty } else { Cell::Text(order.title.clone()) };
    let at = |at| Cell::DateTime(at);
    let ended_at = if let Status::Ended { at, .. } = order.status { Some(at) } else { None };
    written.put(Slot::Order(Column::Title), title);
    written.code(Column::State, Symbol::State(state));
    written.code(Column::Initiator, Symbol::User(order.initiator));
    if let Some(department) = record.department {
        written.code(Column::Department, Symbol::Department(department));
    }
    written.codes(Slot::Order(Column::Node), nodes(order).into_iter().map(Symbol::Node));
    written.codes(Slot::Order(Column::Handler), holders(order).into_iter().map(Symbol::User));
    written.codes(Slot::Participants, order.participants().into_iter().map(Symbol::User));
    if order.is_running() {
        written.put(Slot::FlowVersion, Cell::Number(order.flow_version.into()));
    }
    written.put(Slot::Order(Column::CreatedAt), at(order.created_at));
    written.put(Slot::Order(Column::SubmittedAt), order.submitted_at.map_or(Cell::Empty, at));
    written.put(Slot::Order(Column::UpdatedAt), at(order.last_at.max(record.updated_at)));
    written.put(Slot::Order(Column::EndedAt), ended_at.map_or(Cell::Empty, at));
    for (field, value) in &record.values {
        written.value(field, value);
    }
    let mut cells = written.cells;
    cells.resize_with(names.slots.len(), Cell::default);
    Row { rev: record.rev, is_live: state != OrderState::Draft, cells, handlings: handlings(order, names) }
}

/// Where an order stands. Back at its start node, it waits for its initiator.
pub fn state(catalog: &Catalog, order: &Order) -> OrderState {
    match &order.status {
        Status::Draft => OrderState::Draft,
        Status::Running => {
            let flow = catalog.form(order.form).and_then(|history| history.flow(order.flow_version));
            let start = flow.map(|flow| flow.start());
            let is_back = order.open_visits().any(|(_, visit)| Some(&visit.node) == start);
            if is_back { OrderState::Returned } else { OrderState::Running }
        }
        Status::Ended { outcome, .. } => match outcome {
            Outcome::Completed => OrderState::Completed,
            Outcome::Rejected => OrderState::Rejected,
            Outcome::Cancelled => OrderState::Cancelled,
            Outcome::Terminated => OrderState::Terminated,
        },
    }
}

fn nodes(order: &Order) -> BTreeSet<NodeId> {
    order.open_visits().map(|(_, visit)| visit.node.clone()).collect()
}

fn holders(order: &Order) -> BTreeSet<UserId> {
    order.open_tasks().flat_map(|(_, task)| task.holders().iter().copied()).collect()
}

/// Submitting is no handling.
fn handlings(order: &Order, names: &mut Names) -> Vec<Handling> {
    let mut handlings = Vec::new();
    for task in order.tasks.values() {
        let TaskState::Decided { answer, by, at } = &task.state else { continue };
        let Some(visit) = order.visits.get(&task.visit).filter(|_| *answer != Answer::Submitted) else { continue };
        handlings.push(Handling {
            node: names.code(Symbol::Node(visit.node.clone())),
            handler: names.code(Symbol::User(*by)),
            spent_ms: at.since(task.opened_at.unwrap_or(task.made_at)),
        });
    }
    handlings
}

struct Written<'a> {
    names: &'a mut Names,
    cells: Vec<Cell>,
}

impl Written<'_> {
    fn put(&mut self, slot: Slot, cell: Cell) {
        let at = self.names.slot(slot);
        if self.cells.len() <= at {
            self.cells.resize_with(self.names.slots.len(), Cell::default);
        }
        self.cells[at] = cell;
    }

    fn code(&mut self, column: Column, symbol: Symbol) {
        let code = self.names.code(symbol);
        self.put(Slot::Order(column), Cell::Code(code));
    }

    fn codes(&mut self, slot: Slot, symbols: impl Iterator<Item = Symbol>) {
        let cell = self.names.codes(symbols);
        self.put(slot, cell);
    }

    fn value(&mut self, field: &FieldId, value: &Value) {
        let (kind, cell) = match value {
            Value::Empty => return,
            Value::Text(text) => (Kind::Text, Cell::Text(text.clone())),
            Value::Number(number) => (Kind::Number, Cell::Number(*number)),
            Value::Bool(truth) => (Kind::Bool, Cell::Bool(*truth)),
            Value::Date(date) => (Kind::Date, Cell::Date(*date)),
            Value::DateTime(at) => (Kind::DateTime, Cell::DateTime(*at)),
            Value::Option(_) | Value::User(_) | Value::Department(_) => {
                let Some((family, symbol)) = symbol(value) else { return };
                (Kind::Code(family), Cell::Code(self.names.code(symbol)))
            }
            Value::File(file) => (Kind::Files, Cell::Files(Arc::new([file.clone()]))),
            Value::List(items) => {
                let Some(list) = self.list(items) else { return };
                list
            }
        };
        self.put(Slot::Field(field.clone(), kind), cell);
    }

    fn list(&mut self, items: &[Value]) -> Option<(Kind, Cell)> {
        if let Some((family, _)) = items.first().and_then(symbol) {
            let cell = self.names.codes(items.iter().filter_map(symbol).map(|(_, symbol)| symbol));
            return Some((Kind::Codes(family), cell));
        }
        let file = |item: &Value| if let Value::File(file) = item { Some(file.clone()) } else { None };
        let files: Vec<File> = items.iter().filter_map(file).collect();
        (!files.is_empty()).then(|| (Kind::Files, Cell::Files(files.into())))
    }
}

fn symbol(value: &Value) -> Option<(Family, Symbol)> {
    match value {
        Value::Option(option) => Some((Family::Option, Symbol::Option(option.clone()))),
        Value::User(user) => Some((Family::User, Symbol::User(*user))),
        Value::Department(department) => Some((Family::Department, Symbol::Department(*department))),
        Value::Empty
        | Value::Text(_)
        | Value::Number(_)
        | Value::Bool(_)
        | Value::Date(_)
        | Value::DateTime(_)
        | Value::File(_)
        | Value::List(_) => None,
    }
}
