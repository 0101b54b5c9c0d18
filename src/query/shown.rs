//! Cells of lists as they travel: a field's value as everywhere, a step by its name, a duration in milliseconds.

use super::label::node_name;
use super::look::Look;
use super::wire::Shown;
use crate::model::report::Column;
use crate::model::value::Value;
use crate::report::schema;
use crate::report::symbol::Symbol;
use crate::view::column::Cell;
use crate::view::value;

/// The key of a column in rows: `title`, `field:urgency`.
pub fn key(column: &Column) -> String {
    match column {
        Column::Field(field) => format!("field:{field}"),
        own => schema::column_name(own),
    }
}

/// `None` for an empty cell.
pub fn shown(cell: Cell, look: &Look) -> Option<Shown> {
    let symbols = look.table.symbols();
    let name = |code: u32| match symbols.symbol(code)? {
        Symbol::Node(node) => Some(Value::Text(node_name(look.history, node))),
        Symbol::State(state) => Some(Value::Text(state.as_str().to_owned())),
        Symbol::Option(_) | Symbol::User(_) | Symbol::Department(_) => None,
    };
    let value = match &cell {
        Cell::Code(code) => name(*code),
        Cell::Codes(codes) => codes.iter().map(|code| name(*code)).collect::<Option<_>>().map(Value::List),
        Cell::Empty
        | Cell::Text(_)
        | Cell::Number(_)
        | Cell::Bool(_)
        | Cell::Date(_)
        | Cell::DateTime(_)
        | Cell::Files(_) => None,
    };
    let value = value.unwrap_or_else(|| value::of(cell, symbols));
    (!value.is_empty()).then_some(Shown(value))
}
