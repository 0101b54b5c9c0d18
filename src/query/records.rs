//! One page of a form's records: continued where another ended, or from any place of the list.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::look::{Look, Viewer};
use super::shown;
use super::wire::Shown;
use crate::model::id::{FormId, RecordId};
use crate::model::limit::{NOTE_CHARS_MAX, PAGE_ROWS_MAX, QUERY_PARTS_MAX};
use crate::model::party::Action;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::report::{Column, Condition, OrderState, Sort};
use crate::report::filter::{self, Predicate};
use crate::report::lane::{Family, Kind};
use crate::report::schema::Lanes;
use crate::report::sort::{self, After, At, Mark};
use crate::report::symbol::Symbol;
use crate::report::text::Needle;
use crate::view::column::Cell;
use crate::view::table::Table;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordQuery {
    #[serde(default)]
    pub filters: Vec<Condition>,
    /// None: the newest first.
    #[serde(default)]
    pub sort: Vec<Sort>,
    /// Somewhere in a text, an option, a name.
    #[serde(default)]
    pub search: Option<String>,
    pub columns: Vec<Column>,
    #[serde(default = "page_rows")]
    pub rows: u16,
    /// From the page before.
    #[serde(default)]
    pub cursor: Option<String>,
    /// How many rows to pass over, from the start of the list or behind the cursor.
    #[serde(default)]
    pub skip: u32,
}

const fn page_rows() -> u16 {
    50
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordPage {
    pub rows: Vec<RecordRow>,
    pub next: Option<String>,
    pub total: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordRow {
    pub id: String,
    pub rev: u64,
    pub state: OrderState,
    /// By column key; an empty cell is absent.
    pub values: BTreeMap<String, Shown>,
}

/// # Errors
/// - as [`Viewer::look`];
/// - `Invalid`: conditions, sorts or the cursor do not fit what the viewer knows of the form.
pub fn records(viewer: Viewer, form: FormId, query: &RecordQuery) -> Result<RecordPage, Refusal> {
    let look = viewer.look(form, Action::View)?;
    bounded(&query.columns, query.search.as_deref())?;
    let mut lanes = Lanes::default();
    let filter = matching(&look, &query.filters, query.search.as_deref(), &mut lanes)?;
    let sorts = sorts(&query.sort);
    let schema = look.schema();
    let keys = sort::keys(&sorts, &schema, &mut lanes).map_err(Refusal::Invalid)?;
    let mark = match &query.cursor {
        None => None,
        Some(cursor) => {
            let mark = read(cursor).and_then(|after| Mark::read(after, &keys, &schema));
            let bad = || Refusal::Invalid(vec![Problem::error("cursor", ProblemCode::BadFormat)]);
            Some(mark.ok_or_else(bad)?)
        }
    };
    let blocks = look.blocks(lanes, &filter);
    let total = blocks.iter().map(|(_, mask)| mask.count()).sum();
    let count = usize::from(query.rows).clamp(1, PAGE_ROWS_MAX);
    let skip = query.skip as usize;
    let mut found = sort::page(&blocks, &keys, mark.as_ref(), skip..skip + count + 1);
    let is_more = found.len() > count;
    found.truncate(count);
    let rows: Vec<u32> = found.iter().map(|At { block, row }| row_of(&look, blocks[*block].0.ids[*row])).collect();
    let next = rows.last().filter(|_| is_more).map(|row| written(&look, *row, &sorts));
    Ok(RecordPage { rows: rows.iter().map(|row| record(&look, *row, &query.columns)).collect(), next, total })
}

/// Conditions and sorts are counted where they are read.
pub fn bounded(columns: &[Column], search: Option<&str>) -> Result<(), Refusal> {
    let mut problems = Vec::new();
    if columns.len() > QUERY_PARTS_MAX {
        problems.push(Problem::error("columns", ProblemCode::TooMany).with("max", QUERY_PARTS_MAX));
    }
    if search.is_some_and(|search| search.chars().count() > NOTE_CHARS_MAX) {
        problems.push(Problem::error("search", ProblemCode::TooLong).with("max", NOTE_CHARS_MAX));
    }
    if problems.is_empty() { Ok(()) } else { Err(Refusal::Invalid(problems)) }
}

pub fn sorts(asked: &[Sort]) -> Vec<Sort> {
    if asked.is_empty() { vec![Sort { column: Column::CreatedAt, descending: true }] } else { asked.to_vec() }
}

/// Conditions and search together.
pub fn matching(
    look: &Look,
    conditions: &[Condition],
    search: Option<&str>,
    lanes: &mut Lanes,
) -> Result<Predicate, Refusal> {
    let filter = filter::compile(conditions, &look.schema(), lanes).map_err(Refusal::Invalid)?;
    Ok(match search.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => Predicate::And(vec![filter, searched(look, text, lanes)]),
        None => filter,
    })
}

/// In every text and every name of a code that the viewer may read; titles and names are found by how they are read aloud, too.
fn searched(look: &Look, text: &str, lanes: &mut Lanes) -> Predicate {
    let (texts, names) = (Needle::new(text), Needle::of_names(text));
    let mut places = Vec::new();
    for (column, shape) in look.shapes.iter() {
        match shape.kind {
            Kind::Text => {
                let needle = if *column == Column::Title { &names } else { &texts };
                places.push(Predicate::Contains { lane: lanes.place(column), needle: needle.clone() });
            }
            Kind::Code(family) | Kind::Codes(family) if family != Family::State => {
                let labels = super::label::Labels::new(look, column);
                let of_family = |symbol: &Symbol| symbol.family() == family;
                let known = look.table.symbols().iter().filter(|(_, symbol)| of_family(symbol));
                let named = known.filter(|(_, symbol)| names.is_in(&labels.of(symbol).text)).map(|(code, _)| code);
                let set = filter::CodeSet::new(named);
                if !set.is_empty() {
                    places.push(Predicate::Code { lane: lanes.place(column), set });
                }
            }
            Kind::Code(_)
            | Kind::Codes(_)
            | Kind::Number
            | Kind::Duration
            | Kind::Bool
            | Kind::Date
            | Kind::DateTime
            | Kind::Files => {}
        }
    }
    Predicate::Or(places)
}

pub fn row_of(look: &Look, id: RecordId) -> u32 {
    look.viewer.snapshot.place(id).expect("a row of a table is in the index").row
}

/// Columns the viewer may not know of are left out.
pub fn record(look: &Look, row: u32, columns: &[Column]) -> RecordRow {
    let cell = |column: &Column| {
        let cell = look.table.cell(row, column, look.viewer.now);
        shown::shown(cell, look).map(|shown| (shown::key(column), shown))
    };
    RecordRow {
        id: look.table.id(row).to_string(),
        rev: look.table.rev(row),
        state: state(look.table, row),
        values: columns.iter().filter(|column| look.shapes.contains_key(column)).filter_map(cell).collect(),
    }
}

pub fn state(table: &Table, row: u32) -> OrderState {
    let cell = table.cell(row, &Column::State, crate::model::time::Timestamp(0));
    let Cell::Code(code) = cell else { return OrderState::Draft };
    if let Some(Symbol::State(state)) = table.symbols().symbol(code) { *state } else { OrderState::Draft }
}

/// `["<id>", [cell, ...]]`
fn written(look: &Look, row: u32, sorts: &[Sort]) -> String {
    let symbols = look.table.symbols();
    let code = |code: u32| symbols.symbol(code).map(ToString::to_string);
    let cells: Vec<Option<String>> = sorts
        .iter()
        .map(|sort| match look.table.cell(row, &sort.column, look.viewer.now) {
            Cell::Empty | Cell::Files(_) => None,
            Cell::Text(text) => Some(text),
            Cell::Number(number) => Some(number.to_string()),
            Cell::Bool(truth) => Some(truth.to_string()),
            Cell::Date(date) => Some(date.to_string()),
            Cell::DateTime(at) => Some(at.0.to_string()),
            Cell::Code(one) => code(one),
            Cell::Codes(codes) => codes.first().and_then(|one| code(*one)),
        })
        .collect();
    serde_json::to_string(&(look.table.id(row).to_string(), cells)).expect("texts are plain JSON")
}

fn read(cursor: &str) -> Option<After> {
    let (id, cells): (String, Vec<Option<String>>) = serde_json::from_str(cursor).ok()?;
    Some(After { cells, id: id.parse().ok()? })
}
