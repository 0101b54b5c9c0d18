//! One search over everything the viewer may know: orders by title or number, people and apps by name; titles and names also by
//! how they are read aloud.

use serde::Serialize;

use super::look::Viewer;
use super::records;
use crate::access;
use crate::model::form::Control;
use crate::model::id::{AppId, FormId, RecordId, UserId};
use crate::model::limit::SEARCH_HITS_MAX;
use crate::model::party::Action;
use crate::model::report::{Column, OrderState, Sort};
use crate::report::filter::Predicate;
use crate::report::schema::Lanes;
use crate::report::sort::{self, At};
use crate::report::text::Needle;
use crate::view::column::Cell;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Hits {
    /// Newest first.
    pub orders: Vec<OrderHit>,
    pub people: Vec<PersonHit>,
    pub apps: Vec<AppHit>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrderHit {
    pub id: RecordId,
    pub title: String,
    pub form_name: String,
    pub state: OrderState,
    #[serde(skip)]
    updated_at: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonHit {
    pub id: UserId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AppHit {
    pub id: AppId,
    pub name: String,
}

/// At most `SEARCH_HITS_MAX` of each.
pub fn search(viewer: Viewer, text: &str) -> Hits {
    let text = text.trim();
    if text.is_empty() {
        return Hits::default();
    }
    let (needle, names) = (Needle::new(text), Needle::of_names(text));
    let catalog = viewer.catalog;
    let people = catalog.directory.users.values().filter(|user| user.is_active);
    let people = people.filter(|user| names.is_in(&user.name) || needle.is_in(&user.login));
    let apps = catalog.apps.values().filter(|app| access::knows_app(catalog, viewer.user, app.id));
    let apps = apps.filter(|app| names.is_in(&app.name));
    let mut orders: Vec<OrderHit> =
        catalog.forms.keys().flat_map(|form| orders(viewer, *form, (&needle, &names))).collect();
    orders.sort_by_key(|hit| (std::cmp::Reverse(hit.updated_at), hit.id));
    orders.truncate(SEARCH_HITS_MAX);
    Hits {
        orders,
        people: people.take(SEARCH_HITS_MAX).map(|user| PersonHit { id: user.id, name: user.name.clone() }).collect(),
        apps: apps.take(SEARCH_HITS_MAX).map(|app| AppHit { id: app.id, name: app.name.clone() }).collect(),
    }
}

fn orders(viewer: Viewer, form: FormId, (needle, names): (&Needle, &Needle)) -> Vec<OrderHit> {
    let Some(look) = viewer.look_at_own(form, Action::View) else { return Vec::new() };
    let mut lanes = Lanes::default();
    let serials = look.history.current().into_iter().flat_map(|form| form.definition.fields.iter());
    let serials = serials.filter(|field| matches!(field.control, Control::Serial(_)));
    let columns = serials.map(|field| Column::Field(field.id.clone())).filter(|it| look.shapes.contains_key(it));
    let sought = std::iter::once((Column::Title, names)).chain(columns.map(|column| (column, needle)));
    let places = sought.map(|(column, needle)| (lanes.place(&column), needle.clone()));
    let filter = Predicate::Or(places.map(|(lane, needle)| Predicate::Contains { lane, needle }).collect());
    let newest = [Sort { column: Column::UpdatedAt, descending: true }];
    let keys = sort::keys(&newest, &look.schema(), &mut lanes).expect("every order has this column");
    let blocks = look.blocks(lanes, &filter);
    let found = sort::first(&blocks, &keys, None, SEARCH_HITS_MAX);
    let hit = |At { block, row }: At| {
        let id = blocks[block].0.ids[row];
        let row = records::row_of(&look, id);
        let text = |cell| if let Cell::Text(text) = cell { text } else { String::new() };
        let updated_at = look.table.cell(row, &Column::UpdatedAt, viewer.now);
        OrderHit {
            id,
            title: text(look.table.cell(row, &Column::Title, viewer.now)),
            form_name: look.history.form.name.clone(),
            state: records::state(look.table, row),
            updated_at: if let Cell::DateTime(at) = updated_at { at.0 } else { 0 },
        }
    };
    found.into_iter().map(hit).collect()
}
