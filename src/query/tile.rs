//! One chart for one viewer. Rows are masked before they are folded, and a hidden column cannot be counted by, measured or filtered.

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::label::Labels;
use super::look::{Look, Viewer};
use super::records::{self, RecordQuery, RecordRow};
use super::shown;
use crate::model::form::{Color, Control};
use crate::model::party::Action;
use crate::model::refusal::Refusal;
use crate::model::report::{Bucket, Chart, Column, Condition, GroupOrder, Measure, Query, TableQuery};
use crate::model::time::Timestamp;
use crate::report::filter::Predicate;
use crate::report::group::{Axis, Key};
use crate::report::lane::Block;
use crate::report::measure::Unit;
use crate::report::plan::{self, Plan, Turn};
use crate::report::schema::Schema;
use crate::report::series::{self, Series};
use crate::report::span;
use crate::report::symbol::{EMPTY_CODE, Symbol, Symbols};

/// What a tile draws.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TileData {
    pub kind: &'static str,
    pub groups: Vec<TileGroup>,
    pub total: Option<f64>,
    pub count: u64,
    /// Of the period before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<f64>,
    /// Of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<Vec<RecordRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<TileColumn>>,
    pub format: Format,
    /// What is said besides of whatever is pointed at, in the order of the question; `None` where it is not for whoever asks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tooltip: Vec<Option<Said>>,
    pub as_of: Timestamp,
    /// Not everything stands for itself.
    pub truncated: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said {
    pub format: Format,
    pub total: Option<f64>,
    /// In the order of the groups.
    pub values: Vec<Option<f64>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TileGroup {
    #[serde(flatten)]
    pub name: Name,
    pub value: Option<f64>,
    pub count: u64,
    /// Of a chart with a split.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<TilePart>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TilePart {
    #[serde(flatten)]
    pub name: Name,
    pub value: Option<f64>,
}

/// A key to ask on with, and a word where the screen has none of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Name {
    /// An id, a state, a bucket's first day, `true`; empty for the empty cell; [`REST`].
    pub key: String,
    pub label: String,
    pub color: Option<Color>,
}

/// The key of what stands for all that was not worth a group.
pub const REST: &str = "$other";

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TileColumn {
    pub key: String,
    pub label: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Number,
    /// Milliseconds.
    Duration,
    Money,
    Percent,
    /// Milliseconds since 1970.
    Datetime,
}

/// `filters` are the board's.
///
/// # Errors
/// - as [`Viewer::look`];
/// - `Invalid`: the chart does not fit what the viewer knows of the form.
pub fn tile(viewer: Viewer, chart: &Chart, filters: &[Condition]) -> Result<TileData, Refusal> {
    let (kind, query) = match chart {
        Chart::Table(query) => return table(viewer, query, filters),
        Chart::Number(query) => ("number", plain(query)),
        Chart::NumberChange(query) => ("number_change", plain(query)),
        Chart::Bar(query) => ("bar", unsplit(query)),
        Chart::StackedBar(query) => ("stacked_bar", query.clone()),
        Chart::Line(query) => ("line", query.clone()),
        Chart::Ring(query) => ("ring", unsplit(query)),
        Chart::Ranking(query) => ("ranking", ranked(query)),
    };
    let query = Query { filters: [&query.filters, filters].concat(), ..query };
    let look = viewer.look(query.form, Action::View)?;
    let known: Vec<bool> = query.tooltip.iter().map(|measure| is_known(&look, measure)).collect();
    let query = Query { tooltip: kept(&query.tooltip, &known), ..query };
    let folded = fold(&look, &query, Turn::This)?;
    let previous = match chart {
        Chart::NumberChange(_) => fold(&look, &query, Turn::Before)?.series.total.value,
        _ => None,
    };
    let unit = folded.unit;
    Ok(TileData {
        kind,
        groups: groups(&look, &query, &folded),
        total: number(folded.series.total.value, unit),
        count: folded.series.total.count,
        previous: number(previous, unit),
        rows: None,
        columns: None,
        format: format(&look, &query.measure, unit),
        tooltip: tooltip(&look, &query, &folded, &known),
        as_of: viewer.now,
        truncated: folded.series.is_truncated,
    })
}

fn plain(query: &Query) -> Query {
    Query { dimension: None, split: None, tooltip: Vec::new(), ..query.clone() }
}

fn unsplit(query: &Query) -> Query {
    Query { split: None, ..query.clone() }
}

fn ranked(query: &Query) -> Query {
    let order = if query.order == GroupOrder::Natural { GroupOrder::Largest } else { query.order };
    Query { order, split: None, ..query.clone() }
}

/// A column that is hidden from somebody is not said to them; the chart stays.
fn is_known(look: &Look, measure: &Measure) -> bool {
    plan::column_of(measure).is_none_or(|column| look.shapes.contains_key(column))
}

fn kept(measures: &[Measure], known: &[bool]) -> Vec<Measure> {
    measures.iter().zip(known).filter(|(_, known)| **known).map(|(measure, _)| measure.clone()).collect()
}

fn tooltip(look: &Look, query: &Query, folded: &Folded, known: &[bool]) -> Vec<Option<Said>> {
    let series = &folded.series;
    let mut said = query.tooltip.iter().zip(&folded.units).enumerate().map(|(at, (measure, unit))| Said {
        format: format(look, measure, *unit),
        total: number(series.beside[at], *unit),
        values: series.groups.iter().map(|group| number(group.beside[at], *unit)).collect(),
    });
    known.iter().map(|known| known.then(|| said.next()).flatten()).collect()
}

struct Folded<'a> {
    series: Series,
    unit: Unit,
    /// Of what is said besides.
    units: Vec<Unit>,
    bucket: Option<Bucket>,
    symbols: Cow<'a, Symbols>,
}

fn fold<'a>(look: &Look<'a>, query: &Query, turn: Turn) -> Result<Folded<'a>, Refusal> {
    let symbols = symbols(look, query);
    let schema = Schema { symbols: &symbols, ..look.schema() };
    let mut plan = plan::plan(query, &schema, turn).map_err(Refusal::Invalid)?;
    let filter = std::mem::replace(&mut plan.cube.filter, Predicate::And(Vec::new()));
    let departments = departments(look, &plan, &symbols);
    let blocks = look.masked(plan.lanes.clone(), &filter).map(|(mut block, mask)| {
        block.live = mask;
        if let Some(departments) = &departments {
            assign(&mut block, departments);
        }
        block
    });
    let series = plan.run(&look.viewer.snapshot.zone, blocks);
    let units = plan.showing.beside.iter().map(|(_, unit)| *unit).collect();
    Ok(Folded { series, unit: plan.showing.unit, units, bucket: plan.showing.bucket, symbols })
}

/// Handlings are grouped by departments that no order of the form may ever have named.
fn symbols<'a>(look: &Look<'a>, query: &Query) -> Cow<'a, Symbols> {
    let known = look.table.symbols();
    if query.measure != Measure::MeanHandling {
        return Cow::Borrowed(known);
    }
    let mut symbols = known.clone();
    for department in look.viewer.catalog.directory.departments.keys() {
        symbols.insert(&Symbol::Department(*department));
    }
    Cow::Owned(symbols)
}

/// By code of a person, the code of the primary department.
fn departments(look: &Look, plan: &Plan, symbols: &Symbols) -> Option<Vec<u32>> {
    let axes = [plan.cube.dimension, plan.cube.split];
    if !axes.contains(&Some(Axis::HandlerDepartment)) {
        return None;
    }
    let directory = &look.viewer.catalog.directory;
    let department = |symbol: &Symbol| match symbol {
        Symbol::User(user) => directory.primary_department(*user).and_then(|id| symbols.code(&Symbol::Department(id))),
        _ => None,
    };
    Some(symbols.iter().map(|(_, symbol)| department(symbol).unwrap_or(EMPTY_CODE)).collect())
}

fn assign(block: &mut Block, departments: &[u32]) {
    let of = |handler: &u32| departments.get(*handler as usize).copied().unwrap_or(EMPTY_CODE);
    block.handlings.departments = block.handlings.handlers.iter().map(of).collect();
}

fn groups(look: &Look, query: &Query, folded: &Folded) -> Vec<TileGroup> {
    let Some(dimension) = &query.dimension else { return Vec::new() };
    let names = Names::new(look, &dimension.column, folded, folded.bucket);
    let split = query.split.as_ref().map(|split| {
        let bucket = split.bucket.or(folded.bucket);
        Names::new(look, &split.column, folded, bucket)
    });
    let parts = split.map_or_else(Vec::new, |names| folded.series.splits.iter().map(|key| names.of(key)).collect());
    let cell = |cell: &series::Cell| number(cell.value, folded.unit);
    let group = |group: &series::Group| TileGroup {
        name: names.of(&group.key),
        value: cell(&group.cell),
        count: group.cell.count,
        parts: parts.iter().cloned().zip(&group.cells).map(|(name, of)| TilePart { name, value: cell(of) }).collect(),
    };
    folded.series.groups.iter().map(group).collect()
}

struct Names<'a> {
    labels: Labels<'a>,
    symbols: &'a Symbols,
    bucket: Option<Bucket>,
    /// What stands on a switch.
    truth: [String; 2],
}

impl<'a> Names<'a> {
    fn new(look: &'a Look<'a>, column: &Column, folded: &'a Folded, bucket: Option<Bucket>) -> Self {
        let truth = match control(look, column) {
            Some(Control::Switch(switch)) => [switch.on_label.clone(), switch.off_label.clone()],
            _ => [const { String::new() }; 2],
        };
        Self { labels: Labels::new(look, column), symbols: &folded.symbols, bucket, truth }
    }

    fn of(&self, key: &Key) -> Name {
        let name = |key: &str, label: &str| Name { key: key.to_owned(), label: label.to_owned(), color: None };
        match key {
            Key::Code(code) => self.symbols.symbol(*code).map_or_else(
                || name("", ""),
                |symbol| {
                    let label = self.labels.of(symbol);
                    Name { key: symbol.to_string(), label: label.text, color: label.color }
                },
            ),
            Key::Yes => name("true", &self.truth[0]),
            Key::No => name("false", &self.truth[1]),
            Key::Bucket(at) => name(&span::first_day(self.bucket.unwrap_or(Bucket::Day), *at).to_string(), ""),
            Key::Number(number) => name(&number.to_string(), &number.to_string()),
            Key::Text(text) => name(text, text),
            Key::Empty => name("", ""),
            Key::Other => name(REST, ""),
        }
    }
}

fn control<'a>(look: &'a Look, column: &Column) -> Option<&'a Control> {
    let Column::Field(field) = column else { return None };
    look.history.current()?.definition_of(field).map(|field| &field.control)
}

fn number(value: Option<Decimal>, unit: Unit) -> Option<f64> {
    let factor = match unit {
        Unit::Date => Decimal::from(crate::model::time::DAY_MS),
        Unit::Count | Unit::Number | Unit::Milliseconds | Unit::DateTime => Decimal::ONE,
    };
    value.and_then(|value| value.checked_mul(factor)).and_then(|value| value.to_f64())
}

fn format(look: &Look, measure: &Measure, unit: Unit) -> Format {
    let column = plan::column_of(measure).and_then(|column| control(look, column));
    match (unit, column) {
        (Unit::Milliseconds, _) => Format::Duration,
        (Unit::Date | Unit::DateTime, _) => Format::Datetime,
        (Unit::Number, Some(Control::Money(_))) => Format::Money,
        (Unit::Number, Some(Control::Percent(_))) => Format::Percent,
        (Unit::Count | Unit::Number, _) => Format::Number,
    }
}

fn table(viewer: Viewer, asked: &TableQuery, filters: &[Condition]) -> Result<TileData, Refusal> {
    let query = RecordQuery {
        filters: [&asked.filters, filters].concat(),
        sort: asked.sort.clone(),
        columns: asked.columns.clone(),
        rows: asked.rows,
        ..RecordQuery::default()
    };
    let page = records::records(viewer, asked.form, &query)?;
    let look = viewer.look(asked.form, Action::View)?;
    let form = look.history.current();
    let label = |column: &Column| match column {
        Column::Field(field) => form.and_then(|form| form.definition_of(field)).map(|field| field.label.clone()),
        _ => None,
    };
    let known = asked.columns.iter().filter(|column| look.shapes.contains_key(column));
    let columns = known.map(|it| TileColumn { key: shown::key(it), label: label(it).unwrap_or_default() });
    Ok(TileData {
        kind: "table",
        groups: Vec::new(),
        total: None,
        count: page.total as u64,
        previous: None,
        columns: Some(columns.collect()),
        rows: Some(page.rows),
        format: Format::Number,
        tooltip: Vec::new(),
        as_of: viewer.now,
        truncated: page.next.is_some(),
    })
}
