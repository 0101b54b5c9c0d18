//! A form's records as CSV for a spreadsheet: people by name, options by label, times in the workspace's zone. Opens with the mark
//! that tells spreadsheets it is UTF-8. A text that a spreadsheet would run as a formula is disarmed.

use super::export_word;
use super::label::Labels;
use super::look::{Look, Viewer};
use super::records;
use crate::model::id::{FormId, ViewId};
use crate::model::limit::EXPORT_PIECE_ROWS;
use crate::model::party::{Action, Language};
use crate::model::refusal::Refusal;
use crate::model::report::{Column, Condition, Sort};
use crate::model::time::Timestamp;
use crate::report::schema::Lanes;
use crate::report::sort;
use crate::report::symbol::Symbol;
use crate::view::column::Cell;

/// A file that is being written.
pub struct Export {
    pub name: String,
    form: FormId,
    columns: Vec<Column>,
    /// In the order of the file.
    rows: Vec<u32>,
    language: Language,
}

/// By a view, or with every column and the newest first. Only what `Export` reaches.
///
/// # Errors
/// - `NotFound`: no such form or view, or not for this viewer;
/// - `NotAllowed`;
/// - `Invalid`: the view no longer fits the form.
pub fn begin(viewer: Viewer, form: FormId, view: Option<ViewId>) -> Result<Export, Refusal> {
    let look = viewer.look(form, Action::Export)?;
    let view = match view {
        None => None,
        Some(id) => {
            let view = viewer.catalog.views.get(&id).filter(|view| view.form == form);
            let is_seen = |owner: Option<_>| owner.is_none_or(|owner| owner == viewer.user);
            Some(view.filter(|view| is_seen(view.owner)).ok_or(Refusal::NotFound)?)
        }
    };
    let (columns, filters, sorts): (Vec<Column>, &[Condition], &[Sort]) = match view {
        Some(view) => (view.definition.columns.clone(), &view.definition.filters, &view.definition.sort),
        None => (every_column(&look), &[], &[]),
    };
    let mut lanes = Lanes::default();
    let filter = records::matching(&look, filters, None, &mut lanes)?;
    let keys = sort::keys(&records::sorts(sorts), &look.schema(), &mut lanes).map_err(Refusal::Invalid)?;
    let blocks = look.blocks(lanes, &filter);
    let total = blocks.iter().map(|(_, mask)| mask.count()).sum();
    let found = sort::first(&blocks, &keys, None, total);
    Ok(Export {
        name: view.map_or_else(|| look.history.form.name.clone(), |view| view.name.clone()),
        form,
        columns: columns.into_iter().filter(|column| look.shapes.contains_key(column)).collect(),
        rows: found.iter().map(|at| records::row_of(&look, blocks[at.block].0.ids[at.row])).collect(),
        language: viewer.catalog.directory.user(viewer.user).map(|user| user.language).unwrap_or_default(),
    })
}

/// Title and state, the fields as the form has them, then the rest.
fn every_column(look: &Look) -> Vec<Column> {
    let fields = look.history.current().into_iter().flat_map(|form| form.definition.fields.iter());
    let fields = fields.map(|field| Column::Field(field.id.clone()));
    let rest = [Column::Node, Column::Handler, Column::Initiator, Column::Department];
    let times = [Column::CreatedAt, Column::SubmittedAt, Column::UpdatedAt, Column::EndedAt];
    [Column::Title, Column::State].into_iter().chain(fields).chain(rest).chain(times).collect()
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The lines from a row on, and where the next piece begins; `None` after the last.
pub fn piece(viewer: Viewer, export: &Export, from: usize) -> Option<(String, usize)> {
    if from > 0 && from >= export.rows.len() {
        return None;
    }
    let look = viewer.look(export.form, Action::Export).ok()?;
    let mut lines = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let columns: Vec<Heading> = export.columns.iter().map(|column| heading(&look, column, export.language)).collect();
    if from == 0 {
        write(&mut lines, columns.iter().map(|heading| heading.text.clone()));
    }
    let until = (from + EXPORT_PIECE_ROWS).min(export.rows.len());
    for row in &export.rows[from..until] {
        write(&mut lines, columns.iter().map(|heading| text(&look, heading, *row, export.language)));
    }
    let bytes = lines.into_inner().expect("memory takes everything");
    let text = String::from_utf8(bytes).expect("only texts were written");
    let text = if from == 0 { format!("{BYTE_ORDER_MARK}{text}") } else { text };
    // An empty file has its heading, and is then at its end.
    Some((text, until.max(1)))
}

fn write(lines: &mut csv::Writer<Vec<u8>>, cells: impl Iterator<Item = String>) {
    lines.write_record(cells.map(String::into_bytes)).expect("every line has the same columns");
}

struct Heading<'a> {
    column: &'a Column,
    text: String,
    labels: Labels<'a>,
}

fn heading<'a>(look: &'a Look<'a>, column: &'a Column, language: Language) -> Heading<'a> {
    let text = match column {
        Column::Field(id) => {
            let field = look.history.current().and_then(|form| form.definition_of(id));
            field.map_or_else(|| id.to_string(), |field| field.label.clone())
        }
        own => export_word::column(own, language).to_owned(),
    };
    Heading { column, text: disarmed(text), labels: Labels::new(look, column) }
}

fn text(look: &Look, heading: &Heading, row: u32, language: Language) -> String {
    let name = |code: u32| match look.table.symbols().symbol(code) {
        Some(Symbol::State(state)) => export_word::state(*state, language).to_owned(),
        Some(symbol) => heading.labels.of(symbol).text,
        None => String::new(),
    };
    match look.table.cell(row, heading.column, look.viewer.now) {
        Cell::Empty => String::new(),
        Cell::Text(text) => disarmed(text),
        Cell::Number(number) => number.normalize().to_string(),
        Cell::Bool(truth) => export_word::truth(truth, language).to_owned(),
        Cell::Date(date) => date.to_string(),
        Cell::DateTime(at) => local(look, at),
        Cell::Code(code) => disarmed(name(code)),
        Cell::Codes(codes) => disarmed(codes.into_iter().map(name).collect::<Vec<_>>().join("; ")),
        Cell::Files(files) => disarmed(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join("; ")),
    }
}

/// `2026-11-24 16:05:00`
fn local(look: &Look, at: Timestamp) -> String {
    let instant = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    instant.to_zoned(look.viewer.catalog.zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// What begins like a formula would be run by whoever opens the file (OWASP, CSV injection).
fn disarmed(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_runs_in_a_spreadsheet() {
        for (text, written) in [("=1+1", "'=1+1"), ("@x", "'@x"), ("-5 °C", "'-5 °C"), ("a=b", "a=b"), ("", "")] {
            assert_eq!(disarmed(text.to_owned()), written);
        }
    }
}
