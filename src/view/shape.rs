//! The columns of a form's table: those every order has, and the fields of its newest version.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::form::CompiledForm;
use crate::catalog::history::FormHistory;
use crate::model::form::{Choice, Control};
use crate::model::report::{Column, OrderState};
use crate::model::value::Type;
use crate::report::lane::{Family, Kind, Shape};
use crate::report::symbol::Symbol;

pub const ORDER_COLUMNS: [(Column, Kind); 11] = [
    (Column::Title, Kind::Text),
    (Column::State, Kind::Code(Family::State)),
    (Column::Node, Kind::Codes(Family::Node)),
    (Column::Handler, Kind::Codes(Family::User)),
    (Column::Initiator, Kind::Code(Family::User)),
    (Column::Department, Kind::Code(Family::Department)),
    (Column::CreatedAt, Kind::DateTime),
    (Column::SubmittedAt, Kind::DateTime),
    (Column::UpdatedAt, Kind::DateTime),
    (Column::EndedAt, Kind::DateTime),
    (Column::Duration, Kind::Duration),
];

pub fn shapes(history: &FormHistory) -> BTreeMap<Column, Shape> {
    let drawn = |kind: Kind| match kind {
        Kind::Code(Family::State) => OrderState::ALL.map(Symbol::State).into(),
        Kind::Codes(Family::Node) => nodes(history),
        _ => Arc::new([]) as Arc<[Symbol]>,
    };
    let own = ORDER_COLUMNS.map(|(column, kind)| (column, Shape { kind, drawn: drawn(kind) }));
    own.into_iter().chain(history.current().into_iter().flat_map(|form| fields(form))).collect()
}

fn fields(form: &CompiledForm) -> impl Iterator<Item = (Column, Shape)> {
    form.pairs().map(|(field, definition)| {
        let drawn = options(&definition.control).iter().map(|choice| Symbol::Option(choice.id.clone()));
        (Column::Field(field.id.clone()), Shape { kind: kind(&field.kind.kind), drawn: drawn.collect() })
    })
}

fn nodes(history: &FormHistory) -> Arc<[Symbol]> {
    let flow = history.current_flow().into_iter();
    flow.flat_map(|flow| flow.definition.nodes.iter().map(|node| Symbol::Node(node.id.clone()))).collect()
}

/// What a choice field offers, as drawn.
pub fn options(control: &Control) -> &[Choice] {
    match control {
        Control::Radio(choice) | Control::Select(choice) => &choice.options,
        Control::Checkbox(checkbox) => &checkbox.options,
        Control::Text(_)
        | Control::Textarea(_)
        | Control::Number(_)
        | Control::Money(_)
        | Control::Percent(_)
        | Control::Date(_)
        | Control::Datetime(_)
        | Control::Switch(_)
        | Control::Rating(_)
        | Control::User(_)
        | Control::Dept(_)
        | Control::Image(_)
        | Control::File(_)
        | Control::Serial(_)
        | Control::Formula(_) => &[],
    }
}

fn kind(value: &Type) -> Kind {
    match value {
        Type::Text => Kind::Text,
        Type::Number => Kind::Number,
        Type::Bool => Kind::Bool,
        Type::Date => Kind::Date,
        Type::DateTime => Kind::DateTime,
        Type::Option => Kind::Code(Family::Option),
        Type::User => Kind::Code(Family::User),
        Type::Department => Kind::Code(Family::Department),
        Type::File => Kind::Files,
        Type::List(item) => match kind(item) {
            Kind::Code(family) => Kind::Codes(family),
            one => one,
        },
    }
}
