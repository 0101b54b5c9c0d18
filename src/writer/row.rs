//! Which rows an event leaves behind. A definition's row *is* the event that made it, so loading a catalog is applying its rows.

use crate::model::effect::{EffectId, Notice, Outgoing};
use crate::model::event::Event;
use crate::model::id::{CommandId, RecordId, UserId};
use crate::model::order::Order;
use crate::model::order_event::{OrderEvent, Passage};
use crate::model::record::Record;
use crate::store::codec::Write;
use crate::store::key::{Key, Ns};

/// First byte of a catalog row's key: rows load in this order, so that a form comes before its versions.
#[derive(Clone, Copy)]
enum Tag {
    Setting = 1,
    Calendar = 2,
    User = 3,
    Department = 4,
    Team = 5,
    Role = 6,
    App = 7,
    Form = 8,
    FormVersion = 9,
    FlowVersion = 10,
    Board = 11,
    View = 12,
    BackupPlan = 13,
    Keys = 14,
    BoardVersion = 15,
    Preference = 16,
    Push = 17,
}

/// The namespaces whose rows are events of the catalog, in loading order.
pub(super) const CATALOG: [Ns; 4] = [Ns::Setting, Ns::Party, Ns::Definition, Ns::Secret];

/// `key = tag: u8 | id: 16 bytes | version: u32 BE`
fn catalog_key(tag: Tag, id: u128, version: u32) -> Key {
    let mut bytes = [0; 21];
    bytes[0] = tag as u8;
    bytes[1..17].copy_from_slice(&id.to_be_bytes());
    bytes[17..].copy_from_slice(&version.to_be_bytes());
    Key::new(&bytes).expect("21 bytes fit into a key")
}

/// Digests under keys of the house say nothing.
fn digest_key(digest: [u8; 32]) -> Key {
    Key::new(&digest).expect("32 bytes fit into a key")
}

/// The row of an event that is a definition, a party, a setting, a credential, a file or a decision that waits; `None` for everything
/// else.
pub(super) fn of(event: &Event) -> Option<Write> {
    use Event as E;
    let keep = |ns, key| Some(Write { ns, key, value: Some(encode(event)) });
    let definition = |tag, id, version| keep(Ns::Definition, catalog_key(tag, id, version));
    let party = |tag, id: u128| keep(Ns::Party, catalog_key(tag, id, 0));
    let gone = |ns, key| Some(Write { ns, key, value: None });
    match event {
        E::SettingSaved(_) => keep(Ns::Setting, catalog_key(Tag::Setting, 0, 0)),
        E::BackupPlanSaved(_) => keep(Ns::Setting, catalog_key(Tag::BackupPlan, 0, 0)),
        E::KeysStand(_) => keep(Ns::Setting, catalog_key(Tag::Keys, 0, 0)),
        E::CalendarSaved(calendar) => keep(Ns::Setting, catalog_key(Tag::Calendar, calendar.id.as_u128(), 0)),
        E::UserSaved(user) => party(Tag::User, user.id.as_u128()),
        E::DepartmentSaved(department) => party(Tag::Department, department.id.as_u128()),
        E::TeamSaved(team) => party(Tag::Team, team.id.as_u128()),
        E::RoleSaved(role) => party(Tag::Role, role.id.as_u128()),
        E::PreferenceSaved(saved) => party(Tag::Preference, saved.user.as_u128()),
        E::DepartmentDeleted(id) => gone(Ns::Party, catalog_key(Tag::Department, id.as_u128(), 0)),
        E::TeamDeleted(id) => gone(Ns::Party, catalog_key(Tag::Team, id.as_u128(), 0)),
        E::RoleDeleted(id) => gone(Ns::Party, catalog_key(Tag::Role, id.as_u128(), 0)),
        E::AppSaved(app) => definition(Tag::App, app.id.as_u128(), 0),
        E::FormSaved(form) => definition(Tag::Form, form.id.as_u128(), 0),
        E::FormPublished(version) => definition(Tag::FormVersion, version.form.as_u128(), version.version),
        E::FlowPublished(version) => definition(Tag::FlowVersion, version.form.as_u128(), version.version),
        E::BoardSaved(board) => definition(Tag::Board, board.id.as_u128(), 0),
        E::BoardVersionKept(kept) => definition(Tag::BoardVersion, kept.board.as_u128(), kept.version),
        E::BoardVersionDropped { board, version } => {
            gone(Ns::Definition, catalog_key(Tag::BoardVersion, board.as_u128(), *version))
        }
        E::PushSaved(push) | E::PushWent(push) => definition(Tag::Push, push.id.as_u128(), 0),
        E::PushDeleted(id) => gone(Ns::Definition, catalog_key(Tag::Push, id.as_u128(), 0)),
        E::ViewSaved(view) => definition(Tag::View, view.id.as_u128(), 0),
        E::AppDeleted(id) => gone(Ns::Definition, catalog_key(Tag::App, id.as_u128(), 0)),
        E::FormDeleted(id) => gone(Ns::Definition, catalog_key(Tag::Form, id.as_u128(), 0)),
        E::BoardDeleted(id) => gone(Ns::Definition, catalog_key(Tag::Board, id.as_u128(), 0)),
        E::ViewDeleted(id) => gone(Ns::Definition, catalog_key(Tag::View, id.as_u128(), 0)),
        E::ChannelSaved(channel) => keep(Ns::Secret, Key::id(channel.id.to_bytes())),
        E::ChannelDeleted(id) => gone(Ns::Secret, Key::id(id.to_bytes())),
        E::PasswordSet { user, .. } => keep(Ns::Credential, Key::id(user.to_bytes())),
        E::FileStored { file, .. } => keep(Ns::File, Key::id(file.id.to_bytes())),
        E::FileDropped { file } => gone(Ns::File, Key::id(file.to_bytes())),
        E::SessionOpened(session) => keep(Ns::Session, digest_key(session.digest)),
        E::SessionClosed { digest } => gone(Ns::Session, digest_key(*digest)),
        E::SessionsEnded { user, .. } => keep(Ns::Session, Key::id(user.to_bytes())),
        E::SignInLocked(lock) => keep(Ns::Session, digest_key(lock.subject)),
        E::DecisionHeld(held) => keep(Ns::Held, held_key(held.by, held.id)),
        E::DecisionReleased { id, by, .. } => gone(Ns::Held, held_key(*by, *id)),
        E::Order { .. }
        | E::OutgoingMoved { .. }
        | E::NoticesRead { .. }
        | E::QuarantineLifted
        | E::RecordsExported(_)
        | E::KeysChanged(_) => None,
    }
}

pub(super) fn of_order(id: RecordId, order: Option<(&Order, &Record)>) -> [Write; 2] {
    let key = Key::id(id.to_bytes());
    [
        Write { ns: Ns::Order, key, value: order.map(|(order, _)| encode(order)) },
        Write { ns: Ns::Record, key, value: order.map(|(_, record)| encode(record)) },
    ]
}

/// `key = order: 16 bytes | seq: u64 BE`, and for each file that came with what was said `key = file: 16 bytes`, so that it is not forgotten.
/// Nothing for a draft, which has no history yet.
pub(super) fn of_passage(order: &Order, seq: u64, passage: &Passage) -> Vec<Write> {
    if order.submitted_at.is_none() {
        return Vec::new();
    }
    let said = passage.events.iter().flat_map(OrderEvent::files);
    let said =
        said.map(|file| Write { ns: Ns::Comment, key: Key::id(file.to_bytes()), value: Some(encode(&order.id)) });
    let told = Write { ns: Ns::History, key: passage_key(order.id, seq), value: Some(encode(passage)) };
    std::iter::once(told).chain(said).collect()
}

pub(super) fn passage_key(order: RecordId, seq: u64) -> Key {
    let mut bytes = [0; 24];
    bytes[..16].copy_from_slice(&order.to_bytes());
    bytes[16..].copy_from_slice(&seq.to_be_bytes());
    Key::new(&bytes).expect("24 bytes fit into a key")
}

/// Delivered messages leave the outbox; the log remembers them.
pub(super) fn of_outgoing(outgoing: &Outgoing) -> Write {
    use crate::model::effect::OutgoingState as S;
    let value = match outgoing.state {
        S::Delivered { .. } => None,
        S::Waiting { .. } | S::Parked { .. } => Some(encode(outgoing)),
    };
    Write { ns: Ns::Outbox, key: effect_key(outgoing.id), value }
}

pub(super) fn of_notice(notice: &Notice) -> Write {
    Write { ns: Ns::Notice, key: notice_key(notice.user, notice.id), value: Some(encode(notice)) }
}

/// `key = user: 16 bytes | command: 16 bytes`
fn held_key(user: UserId, id: CommandId) -> Key {
    Key::new(&[user.to_bytes(), id.to_bytes()].concat()).expect("32 bytes fit into a key")
}

pub(super) fn effect_key(id: EffectId) -> Key {
    Key::number(id.seq).and(u32::from(id.index))
}

/// `key = user: 16 bytes | seq: u64 BE | index: u16 BE`
pub(super) fn notice_key(user: UserId, id: EffectId) -> Key {
    let mut bytes = [0; 26];
    bytes[..16].copy_from_slice(&user.to_bytes());
    bytes[16..24].copy_from_slice(&id.seq.to_be_bytes());
    bytes[24..].copy_from_slice(&id.index.to_be_bytes());
    Key::new(&bytes).expect("26 bytes fit into a key")
}

pub(super) fn encode<T: serde::Serialize>(value: &T) -> Vec<u8> {
    postcard::to_extend(value, Vec::with_capacity(USUAL_BYTES)).expect("the house's own values always encode")
}

/// Of a row; one that grows from nothing is moved ten times.
const USUAL_BYTES: usize = 1_024;
