//! Charts: one question, one answer, with the rights of whoever asks.

use actix_web::{HttpResponse, web};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::{Route, post};
use crate::http::body::Body;
use crate::http::caller::{Allowed, SignedIn};
use crate::http::code::Code;
use crate::http::refusal::Refused;
use crate::http::take_away::media_type;
use crate::model::export::ExportFormat;
use crate::model::limit::{BOARD_TILES_MAX, FIGURES_BYTES_MAX, QUERY_PARTS_MAX};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::report::{Chart, Condition};
use crate::query::behind::{self, Behind};
use crate::query::export;
use crate::query::export::sheet::{Cell, Table};
use crate::query::tile::{self, TileData};

pub fn routes() -> Vec<Route> {
    vec![post("/tiles", run), post("/tiles/behind", open), post("/tiles/file", file)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    chart: Chart,
    /// The board's.
    #[serde(default)]
    filters: Vec<Condition>,
}

async fn run(caller: Allowed<SignedIn>, body: Body<Asked>) -> Result<web::Json<TileData>, Refused> {
    let Asked { chart, filters } = body.0;
    Ok(web::Json(caller.look(move |viewer| tile::tile(viewer, &chart, &filters)).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bar {
    chart: Chart,
    #[serde(default)]
    filters: Vec<Condition>,
    key: String,
    /// Of a stacked bar, or a line.
    #[serde(default)]
    part: Option<String>,
}

async fn open(caller: Allowed<SignedIn>, body: Body<Bar>) -> Result<web::Json<Behind>, Refused> {
    let Bar { chart, filters, key, part } = body.0;
    let behind =
        move |viewer: crate::query::look::Viewer<'_>| behind::behind(viewer, &chart, &filters, (&key, part.as_deref()));
    Ok(web::Json(caller.look(behind).await?))
}

/// What stands on a tile, or on each of a board's, in the words of whoever looks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Taken {
    format: ExportFormat,
    /// One, as text; else at most as many as a board has tiles.
    sheets: Vec<Figures>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figures {
    /// Of the sheet.
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Option<Figure>>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Figure {
    Text(String),
    Number(Decimal),
}

/// Packs what was sent; nothing is read for it.
async fn file(_: Allowed<SignedIn>, body: Body<Taken, FIGURES_BYTES_MAX>) -> Result<HttpResponse, Refused> {
    let Taken { format, sheets } = body.0;
    let most = if format == ExportFormat::Csv { 1 } else { BOARD_TILES_MAX };
    let mut problems: Vec<Problem> = bounded("sheets".to_owned(), sheets.len(), most).into_iter().collect();
    problems.extend(sheets.iter().enumerate().filter_map(|(at, sheet)| uneven(at, sheet)));
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems).into());
    }
    let tables: Vec<Table> = sheets.into_iter().map(table).collect();
    let bytes = web::block(move || export::whole(format, &tables)).await;
    let bytes = bytes.map_err(|_| Refused::new(Code::Stopping))?;
    Ok(HttpResponse::Ok().content_type(media_type(format)).body(bytes))
}

fn bounded(place: String, count: usize, most: usize) -> Option<Problem> {
    let problem = || Problem::error(place, ProblemCode::OutOfRange).with("min", 1).with("max", most);
    (count == 0 || count > most).then(problem)
}

fn uneven(at: usize, sheet: &Figures) -> Option<Problem> {
    let Figures { columns, rows, .. } = sheet;
    bounded(format!("sheets.{at}.columns"), columns.len(), QUERY_PARTS_MAX).or_else(|| {
        let row = rows.iter().position(|row| row.len() != columns.len())?;
        Some(Problem::error(format!("sheets.{at}.rows.{row}"), ProblemCode::BadFormat))
    })
}

fn table(Figures { name, columns, rows }: Figures) -> Table {
    let cell = |figure| match figure {
        None => Cell::Empty,
        Some(Figure::Text(text)) => Cell::Text(text),
        Some(Figure::Number(number)) => Cell::Number(number),
    };
    Table { name, titles: columns, rows: rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect() }
}
