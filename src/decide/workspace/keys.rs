//! Changes of the keys, told by whoever has them. They have been made already, so nothing is refused; what is known is told once.

use crate::decide::events;
use crate::model::decision::Decision;
use crate::model::event::Event;
use crate::model::keys::KeyStanding;

pub fn note(before: Option<&KeyStanding>, now: &KeyStanding) -> Decision {
    if before == Some(now) {
        return Decision::default();
    }
    let changes = before.map_or_else(Vec::new, |before| now.changes_since(before));
    events(changes.into_iter().map(Event::KeysChanged).chain([Event::KeysStand(now.clone())]))
}
