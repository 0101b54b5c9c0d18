//! The row rule on columns: which rows of a block somebody reaches.

use std::collections::{BTreeSet, HashMap};

use super::look::Viewer;
use crate::access::row::{self, RowRule};
use crate::catalog::rule::Rule;
use crate::catalog::scene::Scene;
use crate::formula::env::{Env, OrderFacts};
use crate::model::id::{DepartmentId, FieldId, UserId};
use crate::model::record::Values;
use crate::model::report::Column;
use crate::model::time::Timestamp;
use crate::report::filter::CodeSet;
use crate::report::lane::{Block, Lane};
use crate::report::mask::{BLOCK_ROWS, Mask};
use crate::report::symbol::Symbol;
use crate::view::column::Cell;
use crate::view::table::{Reading, Table};
use crate::view::value;

pub struct Reach<'a> {
    parts: Parts,
    table: &'a Table,
    viewer: Viewer<'a>,
}

/// Ready for one table.
enum Parts {
    Nothing,
    Everything,
    AnyOf(Vec<Part>),
}

enum Part {
    /// Whoever is no symbol of the table takes part in nothing.
    Participant(UserId, Option<u32>),
    Departments(BTreeSet<DepartmentId>, CodeSet),
    Condition(Rule, Slots),
}

/// Where the cells stand that formulas read.
struct Slots {
    fields: HashMap<FieldId, usize>,
    initiator: Option<usize>,
    created_at: Option<usize>,
}

impl<'a> Reach<'a> {
    pub fn new(rule: RowRule, table: &'a Table, viewer: Viewer<'a>) -> Self {
        let parts = match rule {
            RowRule::Nothing => Parts::Nothing,
            RowRule::Everything => Parts::Everything,
            RowRule::AnyOf(reaches) => Parts::AnyOf(reaches.into_iter().map(|reach| part(reach, table)).collect()),
        };
        Self { parts, table, viewer }
    }

    /// Those rows of `mask` that are reached. `block` is block `at` of `reading`, and has the department in the given lane.
    pub fn keep(&self, reading: &Reading, at: usize, (block, department): (&Block, usize), mask: Mask) -> Mask {
        let parts = match &self.parts {
            Parts::Nothing => return Mask::NONE,
            Parts::Everything => return mask,
            Parts::AnyOf(parts) => parts,
        };
        let mut kept = Mask::NONE;
        for part in parts {
            let open = mask.without(kept);
            if open.is_empty() {
                break;
            }
            kept = kept.or(match part {
                Part::Participant(_, None) => Mask::NONE,
                Part::Participant(_, Some(user)) => reading.mask_of_participant(at, *user).and(open),
                Part::Departments(_, codes) => match &block.lanes[department] {
                    Lane::Code(cells) => Mask::of(block.rows, |row| codes.contains(cells[row])).and(open),
                    _ => Mask::NONE,
                },
                Part::Condition(rule, slots) => open.retain(|row| {
                    let row = u32::try_from(at * BLOCK_ROWS + row).expect("a form has fewer than 2^32 orders");
                    self.holds(rule, slots, row)
                }),
            });
        }
        kept
    }

    pub fn has(&self, row: u32) -> bool {
        match &self.parts {
            Parts::Nothing => false,
            Parts::Everything => true,
            Parts::AnyOf(parts) => parts.iter().any(|part| match part {
                Part::Participant(user, _) => self.table.participants(row).contains(user),
                Part::Departments(departments, _) => {
                    let cell = self.table.cell(row, &Column::Department, Timestamp(0));
                    let department = self.symbol(cell).and_then(Symbol::department);
                    department.is_some_and(|department| departments.contains(&department))
                }
                Part::Condition(rule, slots) => self.holds(rule, slots, row),
            }),
        }
    }

    fn holds(&self, rule: &Rule, slots: &Slots, row: u32) -> bool {
        let cell = |slot: Option<usize>| slot.map_or(Cell::Empty, |slot| self.table.cell_of(row, slot));
        let created = cell(slots.created_at);
        let order = OrderFacts {
            record: Some(self.table.id(row)),
            serial: None,
            initiator: self.symbol(cell(slots.initiator)).and_then(Symbol::user),
            created: if let Cell::DateTime(at) = created { Some(at) } else { None },
            node: None,
        };
        let Viewer { catalog, user, now, .. } = self.viewer;
        let scene = Scene { now, zone: &catalog.zone, user: Some(user), directory: &catalog.directory, order: &order };
        let field = |field: &FieldId| value::of(cell(slots.fields.get(field).copied()), self.table.symbols());
        scene.run(&Values::new(), |env| rule.holds(&Env { fields: &field, ..*env }))
    }

    fn symbol(&self, cell: Cell) -> Option<&Symbol> {
        if let Cell::Code(code) = cell { self.table.symbols().symbol(code) } else { None }
    }
}

fn part(reach: row::Reach, table: &Table) -> Part {
    let code = |symbol: &Symbol| table.symbols().code(symbol);
    match reach {
        row::Reach::Participant(user) => Part::Participant(user, code(&Symbol::User(user))),
        row::Reach::Departments(departments) => {
            let codes = CodeSet::new(departments.iter().filter_map(|id| code(&Symbol::Department(*id))));
            Part::Departments(departments, codes)
        }
        row::Reach::Condition(rule) => Part::Condition(rule, slots(table)),
    }
}

fn slots(table: &Table) -> Slots {
    let slots = table.slots();
    let fields = slots.iter().filter_map(|(column, slot)| match column {
        Column::Field(field) => Some((field.clone(), *slot)),
        _ => None,
    });
    Slots {
        fields: fields.collect(),
        initiator: slots.get(&Column::Initiator).copied(),
        created_at: slots.get(&Column::CreatedAt).copied(),
    }
}
