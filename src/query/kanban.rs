//! Records as cards in lanes, by one of a closed set: an option, a state, a person, a department.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::label::Labels;
use super::look::{Look, Viewer};
use super::records::{self, RecordRow};
use crate::model::form::Color;
use crate::model::id::FormId;
use crate::model::limit::{KANBAN_CARDS_MAX, KANBAN_LANES_MAX, QUERY_PARTS_MAX};
use crate::model::party::Action;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::report::{Column, Condition, OrderState, Sort};
use crate::report::lane::{Kind, Lane as Cells, Shape};
use crate::report::mask::Mask;
use crate::report::schema::Lanes;
use crate::report::sort::{self, At};
use crate::report::symbol::{EMPTY_CODE, Symbol};

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KanbanQuery {
    pub by: Column,
    #[serde(default)]
    pub filters: Vec<Condition>,
    #[serde(default)]
    pub search: Option<String>,
    /// Of the cards; none: as many as one may ask for.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// None: the newest first.
    #[serde(default)]
    pub sort: Vec<Sort>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Kanban {
    pub lanes: Vec<Lane>,
}

/// At most `KANBAN_CARDS_MAX` of its records.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lane {
    /// Empty for the records without.
    pub key: String,
    pub label: String,
    pub color: Option<Color>,
    pub count: usize,
    pub cards: Vec<RecordRow>,
}

/// What is drawn comes first, as drawn, with or without records; then what records hold besides; then those without.
///
/// # Errors
/// - as [`Viewer::look`];
/// - `Invalid`: conditions do not fit, or `by` makes no lanes.
pub fn kanban(viewer: Viewer, form: FormId, query: &KanbanQuery) -> Result<Kanban, Refusal> {
    let look = viewer.look(form, Action::View)?;
    records::bounded(&query.columns, query.search.as_deref())?;
    let shape = look.schema().shape(&query.by, "by").map_err(|problem| Refusal::Invalid(vec![problem]))?.clone();
    if !matches!(shape.kind, Kind::Code(_)) {
        return Err(Refusal::Invalid(vec![Problem::error("by", ProblemCode::WrongType)]));
    }
    let mut lanes = Lanes::default();
    let filter = records::matching(&look, &query.filters, query.search.as_deref(), &mut lanes)?;
    let by = lanes.place(&query.by);
    let sorts = records::sorts(&query.sort);
    let keys = sort::keys(&sorts, &look.schema(), &mut lanes).map_err(Refusal::Invalid)?;
    let mut blocks = look.blocks(lanes, &filter);
    let mut masks: BTreeMap<u32, Vec<(usize, Mask)>> = BTreeMap::new();
    for (at, (block, mask)) in blocks.iter().enumerate() {
        for (code, mask) in split(&block.lanes[by], *mask) {
            masks.entry(code).or_default().push((at, mask));
        }
    }
    let columns = if query.columns.is_empty() { columns(&look) } else { query.columns.clone() };
    let labels = Labels::new(&look, &query.by);
    let mut shown = Vec::new();
    for (code, symbol) in order(&look, &shape, masks.keys().copied()) {
        let parts = code.and_then(|code| masks.get(&code)).map_or(&[][..], Vec::as_slice);
        for (_, mask) in &mut blocks {
            *mask = Mask::NONE;
        }
        for (at, mask) in parts {
            blocks[*at].1 = *mask;
        }
        let cards = sort::first(&blocks, &keys, None, KANBAN_CARDS_MAX);
        let label = symbol.as_ref().map(|symbol| labels.of(symbol)).unwrap_or_default();
        let card = |At { block, row }: &At| {
            records::record(&look, records::row_of(&look, blocks[*block].0.ids[*row]), &columns)
        };
        shown.push(Lane {
            key: symbol.map(|symbol| symbol.to_string()).unwrap_or_default(),
            label: label.text,
            color: label.color,
            count: parts.iter().map(|(_, mask)| mask.count()).sum(),
            cards: cards.iter().map(card).collect(),
        });
    }
    Ok(Kanban { lanes: shown })
}

/// What every order has, and as many fields as one may ask for.
fn columns(look: &Look) -> Vec<Column> {
    let is_field = |column: &&Column| matches!(column, Column::Field(_));
    let (fields, own): (Vec<_>, Vec<_>) = look.shapes.keys().partition(is_field);
    own.into_iter().chain(fields).take(QUERY_PARTS_MAX).cloned().collect()
}

/// The rows by code.
fn split(cells: &Cells, mask: Mask) -> BTreeMap<u32, Mask> {
    let mut by_code: BTreeMap<u32, Mask> = BTreeMap::new();
    match cells {
        Cells::Code(codes) => mask.each(|row| by_code.entry(codes[row]).or_default().insert(row)),
        _ => drop(by_code.insert(EMPTY_CODE, mask)),
    }
    by_code
}

type Head = (Option<u32>, Option<Symbol>);

fn order(look: &Look, shape: &Shape, found: impl Iterator<Item = u32>) -> Vec<Head> {
    let symbols = look.table.symbols();
    // Nobody lists drafts.
    let drawn = shape.drawn.iter().filter(|symbol| **symbol != Symbol::State(OrderState::Draft));
    let mut heads: Vec<Head> = drawn.map(|symbol| (symbols.code(symbol), Some(symbol.clone()))).collect();
    let ranks = look.schema().ranks(shape);
    let is_new = |code: &u32| !heads.iter().any(|(known, _)| *known == Some(*code));
    let mut others: Vec<u32> = found.filter(is_new).collect();
    others.sort_by_key(|code| ranks.get(*code as usize).copied().unwrap_or(u32::MAX));
    heads.extend(others.into_iter().map(|code| (Some(code), symbols.symbol(code).cloned())));
    heads.truncate(KANBAN_LANES_MAX);
    heads
}
