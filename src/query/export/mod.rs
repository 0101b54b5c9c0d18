//! A form's records as a file for a spreadsheet: people by name, options by label, times in the workspace's zone. What the file holds is
//! settled when it begins; it is then written piece by piece, so that a million rows need no memory.

use jiff::Timestamp as Instant;
use serde::Deserialize;

use super::label::Labels;
use super::look::{Look, Viewer};
use super::records;
use crate::model::export::ExportFormat;
use crate::model::id::FormId;
use crate::model::limit::EXPORT_PIECE_ROWS;
use crate::model::party::{Action, Language};
use crate::model::refusal::Refusal;
use crate::model::report::{Column, Condition, Sort};
use crate::report::schema::Lanes;
use crate::report::sort;
use crate::report::symbol::Symbol;
use crate::view::column::Cell as Held;

mod csv;
mod parts;
pub mod sheet;
pub mod word;
mod xlsx;

use sheet::{Cell, Sheet, Table};

/// What somebody sees of a form, and as what they take it away.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportQuery {
    pub format: ExportFormat,
    #[serde(default)]
    pub filters: Vec<Condition>,
    /// None: the newest first.
    #[serde(default)]
    pub sort: Vec<Sort>,
    #[serde(default)]
    pub search: Option<String>,
    /// None: every column.
    #[serde(default)]
    pub columns: Vec<Column>,
}

fn sheet_of(format: ExportFormat, names: &[String]) -> Box<dyn Sheet> {
    match format {
        ExportFormat::Csv => Box::new(csv::Csv::new()),
        ExportFormat::Xlsx => Box::new(xlsx::Xlsx::new(names)),
    }
}

/// A file that is being written.
pub struct Export {
    /// Of the form.
    pub name: String,
    form: FormId,
    columns: Vec<Column>,
    /// In the order of the file.
    rows: Vec<u32>,
    language: Language,
    sheet: Box<dyn Sheet>,
    /// Rows that were written; absent before the heading.
    written: Option<usize>,
}

/// Of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// None yet, when the packing has kept all of them back.
    pub bytes: Vec<u8>,
    /// Rows of the file with this piece.
    pub rows: usize,
}

/// Only what `Export` reaches, and of that what the query keeps.
///
/// # Errors
/// - `NotFound`: no such form, or not for this viewer;
/// - `NotAllowed`;
/// - `Invalid`: the query does not fit what the viewer knows of the form;
/// - `LimitReached`: the file takes fewer rows.
pub fn begin(viewer: Viewer, form: FormId, query: &ExportQuery) -> Result<Export, Refusal> {
    let look = viewer.look(form, Action::Export)?;
    records::bounded(&query.columns, query.search.as_deref())?;
    let mut lanes = Lanes::default();
    let filter = records::matching(&look, &query.filters, query.search.as_deref(), &mut lanes)?;
    let keys = sort::keys(&records::sorts(&query.sort), &look.schema(), &mut lanes).map_err(Refusal::Invalid)?;
    let blocks = look.blocks(lanes, &filter);
    let total: usize = blocks.iter().map(|(_, mask)| mask.count()).sum();
    if total >= query.format.rows_max() {
        return Err(Refusal::LimitReached { limit: query.format.rows_max() as u64 - 1 });
    }
    let found = sort::first(&blocks, &keys, None, total);
    let columns = if query.columns.is_empty() { every_column(&look) } else { query.columns.clone() };
    let name = look.history.form.name.clone();
    Ok(Export {
        form,
        columns: columns.into_iter().filter(|column| look.shapes.contains_key(column)).collect(),
        rows: found.iter().map(|at| records::row_of(&look, blocks[at.block].0.ids[at.row])).collect(),
        language: viewer.catalog.directory.user(viewer.user).map(|user| user.language).unwrap_or_default(),
        sheet: sheet_of(query.format, std::slice::from_ref(&name)),
        written: None,
        name,
    })
}

/// Tables that stand on somebody's screen, as one file; as text there is one table.
pub fn whole(format: ExportFormat, tables: &[Table]) -> Vec<u8> {
    let names: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
    let mut sheet = sheet_of(format, &names);
    for table in tables {
        sheet.head(&table.titles);
        for row in &table.rows {
            sheet.row(row);
        }
        sheet.end();
    }
    sheet.take()
}

/// Title and state, the fields as the form has them, then the rest.
fn every_column(look: &Look) -> Vec<Column> {
    let fields = look.history.current().into_iter().flat_map(|form| form.definition.fields.iter());
    let fields = fields.map(|field| Column::Field(field.id.clone()));
    let rest = [Column::Node, Column::Handler, Column::Initiator, Column::Department];
    let times = [Column::CreatedAt, Column::SubmittedAt, Column::UpdatedAt, Column::EndedAt];
    [Column::Title, Column::State].into_iter().chain(fields).chain(rest).chain(times).collect()
}

impl Export {
    /// Of the whole file, without its heading.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The next rows as the viewer of [`begin`] saw them then; `None` after the last. An empty file has its heading.
    pub fn piece(&mut self, viewer: Viewer) -> Option<Piece> {
        if self.written == Some(self.rows.len()) {
            return None;
        }
        let look = viewer.look(self.form, Action::Export).expect("whoever began it sees the same state");
        let headings: Vec<Heading> =
            self.columns.iter().map(|column| Heading::of(&look, column, self.language)).collect();
        if self.written.is_none() {
            self.sheet.head(&headings.iter().map(|heading| heading.text.clone()).collect::<Vec<_>>());
        }
        let from = self.written.unwrap_or_default();
        let until = (from + EXPORT_PIECE_ROWS).min(self.rows.len());
        for row in &self.rows[from..until] {
            self.sheet.row(&headings.iter().map(|heading| heading.cell(&look, *row)).collect::<Vec<_>>());
        }
        self.written = Some(until);
        if until == self.rows.len() {
            self.sheet.end();
        }
        Some(Piece { bytes: self.sheet.take(), rows: until })
    }
}

struct Heading<'a> {
    column: &'a Column,
    text: String,
    labels: Labels<'a>,
    language: Language,
}

impl<'a> Heading<'a> {
    fn of(look: &'a Look<'a>, column: &'a Column, language: Language) -> Self {
        let text = match column {
            Column::Field(id) => {
                let field = look.history.current().and_then(|form| form.definition_of(id));
                field.map_or_else(|| id.to_string(), |field| field.label.clone())
            }
            own => word::column(own, language).to_owned(),
        };
        Heading { column, text, labels: Labels::new(look, column), language }
    }

    fn cell(&self, look: &Look, row: u32) -> Cell {
        let name = |code: u32| match look.table.symbols().symbol(code) {
            Some(Symbol::State(state)) => word::state(*state, self.language).to_owned(),
            Some(symbol) => self.labels.of(symbol).text,
            None => String::new(),
        };
        let listed = |names: Vec<String>| Cell::Text(names.join("; "));
        match look.table.cell(row, self.column, look.viewer.now) {
            Held::Empty => Cell::Empty,
            Held::Text(text) => Cell::Text(text),
            Held::Number(number) => Cell::Number(number),
            Held::Bool(truth) => Cell::Text(word::truth(truth, self.language).to_owned()),
            Held::Date(date) => Cell::Date(date.to_civil()),
            Held::DateTime(at) => {
                let instant = Instant::from_millisecond(at.0).unwrap_or_default();
                Cell::DateTime(instant.to_zoned(look.viewer.catalog.zone.clone()).datetime())
            }
            Held::Code(code) => Cell::Text(name(code)),
            Held::Codes(codes) => listed(codes.into_iter().map(name).collect()),
            Held::Files(files) => listed(files.iter().map(|file| file.name.clone()).collect()),
        }
    }
}
