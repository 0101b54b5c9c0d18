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
use crate::model::limit::QUERY_PARTS_MAX;
use crate::model::problem::{Problem, ProblemCode};
use crate::model::refusal::Refusal;
use crate::model::report::{Chart, Condition};
use crate::query::behind::{self, Behind};
use crate::query::export;
use crate::query::export::sheet::Cell;
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

/// A tile's figures as they stand on the screen, in the words of whoever looks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figures {
    /// Of the sheet.
    name: String,
    format: ExportFormat,
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
async fn file(_: Allowed<SignedIn>, body: Body<Figures>) -> Result<HttpResponse, Refused> {
    let Figures { name, format, columns, rows } = body.0;
    if columns.is_empty() || columns.len() > QUERY_PARTS_MAX {
        let problem = Problem::error("columns", ProblemCode::OutOfRange).with("min", 1).with("max", QUERY_PARTS_MAX);
        return Err(Refusal::Invalid(vec![problem]).into());
    }
    if let Some(at) = rows.iter().position(|row| row.len() != columns.len()) {
        return Err(Refusal::Invalid(vec![Problem::error(format!("rows.{at}"), ProblemCode::BadFormat)]).into());
    }
    let cell = |figure| match figure {
        None => Cell::Empty,
        Some(Figure::Text(text)) => Cell::Text(text),
        Some(Figure::Number(number)) => Cell::Number(number),
    };
    let rows: Vec<Vec<Cell>> = rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    let bytes = web::block(move || export::whole(format, &name, &columns, &rows)).await;
    let bytes = bytes.map_err(|_| Refused::new(Code::Stopping))?;
    Ok(HttpResponse::Ok().content_type(media_type(format)).body(bytes))
}
