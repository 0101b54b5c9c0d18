//! Deleting a form nobody ordered anything with. Its views and the grants on it go with it; a chart that counts its records
//! must be taken off its board first.

use crate::catalog::history::FormHistory;
use crate::decide::board::tile;
use crate::decide::facts::Facts;
use crate::decide::{events, in_use, party};
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::refusal::Refusal;

pub(super) fn decide(facts: &Facts, history: &FormHistory) -> Result<Decision, Refusal> {
    let form = history.form.id;
    let orders = (facts.orders_of)(form);
    let orders = (orders > 0).then(|| format!("orders.{orders}"));
    let uses = |tile| tile::form_of(tile) == form;
    let boards = facts.catalog.boards.values().filter(|board| board.definition.tiles.iter().any(uses));
    let boards = boards.map(|board| format!("boards.{}", board.name));
    in_use::refuse(orders.into_iter().chain(boards).collect())?;
    let views = facts.catalog.views.values().filter(|view| view.form == form);
    let views = views.map(|view| Event::ViewDeleted(view.id));
    let roles = party::role::without_grants(facts.catalog, |grant| grant.form == Some(form));
    Ok(events(views.chain(roles).chain([Event::FormDeleted(form)])))
}
