//! Tiles: on the grid, over a published form, with columns that exist and measures that make sense.

use crate::access;
use crate::catalog::Catalog;
use crate::catalog::form::CompiledForm;
use crate::decide::column::{self, Kind};
use crate::form::definition::name;
use crate::model::board::{BoardDefinition, Tile};
use crate::model::command::Actor;
use crate::model::id::FormId;
use crate::model::limit::{
    BOARD_TILES_MAX, DECIMALS_MAX, NUMBER_SIGN_CHARS_MAX, PAGE_ROWS_MAX, TILE_GROUPS_MAX, TILE_TOOLTIP_MAX,
};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::report::{Chart, Dimension, Measure, NumberFormat, Query, TableQuery};

const GRID_COLUMNS: u8 = 12;
const TILE_ROWS_MAX: u8 = 24;

pub(in crate::decide) const fn form_of(tile: &Tile) -> FormId {
    match &tile.chart {
        Chart::Number(query)
        | Chart::NumberChange(query)
        | Chart::Bar(query)
        | Chart::StackedBar(query)
        | Chart::Line(query)
        | Chart::Ring(query)
        | Chart::Ranking(query) => query.form,
        Chart::Table(table) => table.form,
    }
}

/// Places are `tiles.<id>...`; a condition of the board must fit every tile's form.
pub(super) fn check(catalog: &Catalog, actor: Actor, board: &BoardDefinition) -> Vec<Problem> {
    let mut problems = Vec::new();
    if board.tiles.len() > BOARD_TILES_MAX {
        problems.push(Problem::error("tiles", ProblemCode::TooMany).with("max", BOARD_TILES_MAX));
    }
    for (at, tile) in board.tiles.iter().enumerate() {
        let place = format!("tiles.{}", tile.id);
        if board.tiles[..at].iter().any(|other| other.id == tile.id) {
            problems.push(Problem::error(&place, ProblemCode::DuplicateId));
        }
        problems.extend(grid(tile, &place));
        let Some(form) = form(catalog, actor, form_of(tile)) else {
            problems.push(Problem::error(place, ProblemCode::UnknownForm));
            continue;
        };
        problems.extend(column::filters(form, &board.filters, "filters"));
        problems.extend(chart(form, &tile.chart, &place));
    }
    problems
}

/// Published, and known to whoever makes the board.
fn form(catalog: &Catalog, actor: Actor, form: FormId) -> Option<&CompiledForm> {
    let is_known = actor.user().is_none_or(|user| access::knows_form(catalog, user, form));
    catalog.form(form).filter(|_| is_known)?.current().map(AsRef::as_ref)
}

fn grid(tile: &Tile, place: &str) -> Vec<Problem> {
    let is_wide = tile.w >= 1 && tile.x < GRID_COLUMNS && tile.x.saturating_add(tile.w) <= GRID_COLUMNS;
    let is_high = (1..=TILE_ROWS_MAX).contains(&tile.h);
    let off = (!is_wide || !is_high).then(|| Problem::error(place, ProblemCode::OutOfRange));
    off.into_iter().chain(name(&format!("{place}.title"), &tile.title)).collect()
}

fn chart(form: &CompiledForm, chart: &Chart, place: &str) -> Vec<Problem> {
    let missing = |part: &str| Problem::error(format!("{place}.{part}"), ProblemCode::Required);
    match chart {
        Chart::Number(asked) => query(form, asked, place),
        Chart::NumberChange(asked) => {
            let period = asked.period.is_none().then(|| missing("period"));
            query(form, asked, place).into_iter().chain(period).collect()
        }
        Chart::Bar(asked) | Chart::Line(asked) | Chart::Ring(asked) | Chart::Ranking(asked) => {
            let dimension = asked.dimension.is_none().then(|| missing("dimension"));
            query(form, asked, place).into_iter().chain(dimension).collect()
        }
        Chart::StackedBar(asked) => {
            let dimension = asked.dimension.is_none().then(|| missing("dimension"));
            let split = asked.split.is_none().then(|| missing("split"));
            query(form, asked, place).into_iter().chain(dimension).chain(split).collect()
        }
        Chart::Table(asked) => table(form, asked, place),
    }
}

fn query(form: &CompiledForm, query: &Query, place: &str) -> Vec<Problem> {
    let mut problems = column::filters(form, &query.filters, &format!("{place}.filters"));
    problems.extend(query.dimension.as_ref().and_then(|it| dimension(form, it, &format!("{place}.dimension"))));
    problems.extend(query.split.as_ref().and_then(|it| dimension(form, it, &format!("{place}.split"))));
    problems.extend(measure(form, &query.measure, &format!("{place}.measure")));
    if let Some(period) = &query.period {
        let place = format!("{place}.period");
        problems.extend(match column::kind(form, &period.column, &place) {
            Ok(kind) if kind.is_dated() => None,
            Ok(_) => Some(Problem::error(place, ProblemCode::WrongType)),
            Err(problem) => Some(problem),
        });
    }
    problems.extend(query.format.iter().flat_map(|it| number_format(it, &format!("{place}.format"))));
    problems.extend(tooltip(form, query, &format!("{place}.tooltip")));
    if query.top == 0 || usize::from(query.top) > TILE_GROUPS_MAX {
        let top = Problem::error(format!("{place}.top"), ProblemCode::OutOfRange);
        problems.push(top.with("min", 1).with("max", TILE_GROUPS_MAX));
    }
    problems
}

fn dimension(form: &CompiledForm, dimension: &Dimension, place: &str) -> Option<Problem> {
    match column::kind(form, &dimension.column, place) {
        Ok(kind) if kind.is_grouping() && (kind.is_dated() || dimension.bucket.is_none()) => None,
        Ok(_) => Some(Problem::error(place, ProblemCode::WrongType)),
        Err(problem) => Some(problem),
    }
}

fn measure(form: &CompiledForm, measure: &Measure, place: &str) -> Option<Problem> {
    let (column, is_fine): (_, fn(&Kind) -> bool) = match measure {
        Measure::Count | Measure::MeanHandling => return None,
        Measure::Sum { column } | Measure::Mean { column } => (column, |kind| *kind == Kind::Number),
        Measure::Min { column } | Measure::Max { column } => (column, |kind| *kind == Kind::Number || kind.is_dated()),
    };
    match column::kind(form, column, place) {
        Ok(kind) if is_fine(&kind) => None,
        Ok(_) => Some(Problem::error(place, ProblemCode::WrongType)),
        Err(problem) => Some(problem),
    }
}

fn number_format(format: &NumberFormat, place: &str) -> Vec<Problem> {
    let long = |sign: &Option<String>| sign.as_ref().is_some_and(|it| it.chars().count() > NUMBER_SIGN_CHARS_MAX);
    let decimals = format.decimals.filter(|decimals| *decimals > DECIMALS_MAX).map(|_| {
        let problem = Problem::error(format!("{place}.decimals"), ProblemCode::OutOfRange);
        problem.with("min", 0).with("max", DECIMALS_MAX)
    });
    let signs = [("prefix", &format.prefix), ("suffix", &format.suffix)].into_iter().filter(|(_, sign)| long(sign));
    let signs = signs.map(|(name, _)| {
        Problem::error(format!("{place}.{name}"), ProblemCode::TooLong).with("max", NUMBER_SIGN_CHARS_MAX)
    });
    decimals.into_iter().chain(signs).collect()
}

/// Handlings are folded by themselves: nothing else can be said of them, nor they of orders.
fn tooltip(form: &CompiledForm, query: &Query, place: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if query.tooltip.len() > TILE_TOOLTIP_MAX {
        problems.push(Problem::error(place, ProblemCode::TooMany).with("max", TILE_TOOLTIP_MAX));
    }
    for (at, one) in query.tooltip.iter().enumerate() {
        let place = format!("{place}.{at}");
        let is_alone = [one, &query.measure].contains(&&Measure::MeanHandling);
        let alone = is_alone.then(|| Problem::error(&place, ProblemCode::WrongType));
        problems.extend(alone.or_else(|| measure(form, one, &place)));
    }
    problems
}

fn table(form: &CompiledForm, table: &TableQuery, place: &str) -> Vec<Problem> {
    let mut problems = column::filters(form, &table.filters, &format!("{place}.filters"));
    problems.extend(column::columns(form, &table.columns, &format!("{place}.columns")));
    problems.extend(column::sorts(form, &table.sort, &format!("{place}.sort")));
    if table.columns.is_empty() {
        problems.push(Problem::error(format!("{place}.columns"), ProblemCode::Required));
    }
    if table.rows == 0 || usize::from(table.rows) > PAGE_ROWS_MAX {
        let rows = Problem::error(format!("{place}.rows"), ProblemCode::OutOfRange);
        problems.push(rows.with("min", 1).with("max", PAGE_ROWS_MAX));
    }
    problems
}
