//! A board in words, for a group that reads no charts: its figures as one person sees them, each tile in a line.

use super::look::Viewer;
use super::tile::{self, TileData};
use crate::catalog::Catalog;
use crate::model::board::{BoardDefinition, Tile};
use crate::model::definition::Board;
use crate::model::form::Control;
use crate::model::id::FormId;
use crate::model::party::Language;
use crate::model::push::PushFault;
use crate::model::report::{Bucket, Chart, Column, GroupOrder, Measure, NumberFormat, Query};
use crate::report::plan;

mod group;
pub mod number;
pub mod word;

use number::Look;
use word::{Line, Report, Said};

/// `viewer` is whoever saved the push.
///
/// # Errors
/// - `NothingToTell`: no tile shows that person anything.
pub fn words(viewer: Viewer, board: &Board) -> Result<String, PushFault> {
    let catalog = viewer.catalog;
    let language = language(catalog);
    let tiles = in_order(&board.definition);
    let lines: Vec<Line> = tiles.iter().filter_map(|tile| line(viewer, board, tile, language)).collect();
    if lines.is_empty() {
        return Err(PushFault::NothingToTell);
    }
    let owner = catalog.directory.user(viewer.user).map_or_else(String::new, |owner| owner.name.clone());
    let as_of = number::date_time(viewer.now, &catalog.zone);
    let untold = tiles.len() - lines.len();
    Ok(word::compose(&Report { board: board.name.clone(), owner, as_of, lines, untold }, language))
}

/// A group has no reader of its own.
fn language(catalog: &Catalog) -> Language {
    catalog.setting.as_ref().map_or(Language::default(), |setting| setting.language)
}

/// As they are read: tab by tab, row by row.
fn in_order(board: &BoardDefinition) -> Vec<&Tile> {
    let tab = |tile: &Tile| {
        let tab = tile.tab.as_ref()?;
        board.tabs.iter().position(|known| known.id == *tab)
    };
    let mut tiles: Vec<&Tile> = board.tiles.iter().collect();
    tiles.sort_by_key(|tile| (tab(tile).unwrap_or(0), tile.y, tile.x));
    tiles
}

/// `None`: the chart is not for this person.
fn line(viewer: Viewer, board: &Board, tile: &Tile, language: Language) -> Option<Line> {
    let data = tile::tile(viewer, &tile.chart, &board.definition.filters).ok()?;
    let said = match &tile.chart {
        Chart::Table(_) => Said::Rows(data.count),
        Chart::Number(query) => {
            Said::Number { value: amount(viewer, query, &data, language)(data.total), change: None }
        }
        Chart::NumberChange(query) => changed(viewer, query, &data, language),
        Chart::Bar(query)
        | Chart::StackedBar(query)
        | Chart::Line(query)
        | Chart::Ring(query)
        | Chart::Ranking(query) => {
            let amount = amount(viewer, query, &data, language);
            let named = |key: &str, label: &str| group::name((key, label), bucket(query), language);
            group::said(&data, is_in_time(query), &named, &amount)
        }
    };
    Some(Line { title: tile.title.clone(), said })
}

fn changed(viewer: Viewer, query: &Query, data: &TileData, language: Language) -> Said {
    let amount = amount(viewer, query, data, language);
    let change = data.total.zip(data.previous).map(|(now, before)| {
        let percent = (before != 0.0).then(|| (now - before) / before.abs() * 100.0);
        word::change(now - before, &amount(Some((now - before).abs())), percent, language)
    });
    Said::Number { value: amount(data.total), change }
}

fn amount<'a>(
    viewer: Viewer<'a>,
    query: &'a Query,
    data: &TileData,
    language: Language,
) -> impl Fn(Option<f64>) -> String + use<'a> {
    let look = look(viewer.catalog, query.form, &query.measure, query.format.as_ref());
    let (format, zone) = (data.format, viewer.catalog.zone.clone());
    move |value| value.map_or_else(|| "—".to_owned(), |value| number::text(value, (format, &look), &zone, language))
}

/// A mean of whole numbers is rarely whole.
const MEAN_DECIMALS: u8 = 2;

/// As the field says, and the tile's maker wants it.
fn look<'a>(catalog: &Catalog, form: FormId, measure: &Measure, own: Option<&'a NumberFormat>) -> Look<'a> {
    let plain = Look { currency: "CNY".to_owned(), suffix: String::new(), decimals: 0, own };
    let form = catalog.form(form).and_then(|history| history.current());
    let field = plan::column_of(measure).and_then(|column| match column {
        Column::Field(field) => form?.definition_of(field),
        _ => None,
    });
    let look = match field.map(|field| &field.control) {
        Some(Control::Number(control)) => Look { suffix: control.unit.clone(), decimals: control.decimals, ..plain },
        Some(Control::Money(control)) => {
            Look { currency: control.currency.clone(), decimals: control.decimals, ..plain }
        }
        Some(Control::Percent(control)) => Look { decimals: control.decimals, ..plain },
        Some(Control::Formula(control)) => Look { decimals: control.decimals, ..plain },
        _ => plain,
    };
    let is_mean = matches!(measure, Measure::Mean { .. });
    Look { decimals: if is_mean { look.decimals.max(MEAN_DECIMALS) } else { look.decimals }, ..look }
}

fn bucket(query: &Query) -> Option<Bucket> {
    query.dimension.as_ref().and_then(|dimension| dimension.bucket)
}

/// Whether the newest groups are the last ones.
fn is_in_time(query: &Query) -> bool {
    query.order == GroupOrder::Natural && bucket(query).is_some()
}
