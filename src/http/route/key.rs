//! Keys: which ways in there are, passphrases and recovery keys, new data keys, a new root key. Each change goes into the event log.
//! Refuses to show a secret twice, to keep a recovery key that nobody typed back, and to take away a way in that works without a person,
//! or the last one.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{Route, delete, get, post, put};
use crate::crypt::class::Class;
use crate::crypt::error::KeyError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::password::Cost;
use crate::crypt::recovery;
use crate::crypt::secret::Phrase;
use crate::crypt::slot::{Opener, SlotKind};
use crate::http::body::Body;
use crate::http::caller::{Administer, Allowed};
use crate::http::code::Code;
use crate::http::house::House;
use crate::http::refusal::Refused;
use crate::model::command::{Ask, WorkspaceAsk};
use crate::model::limit::{KEY_SLOTS_MAX, PASSPHRASE_CHARS_MIN, SEALS_PER_KEY_MAX};
use crate::store::error::StoreError;
use crate::store::space::Room;

pub fn routes() -> Vec<Route> {
    vec![
        get("/keys", show),
        post("/keys/recovery", draw),
        put("/keys/recovery", keep),
        post("/keys/passphrases", add_passphrase),
        delete("/keys/slots/{slot}", remove),
        post("/keys/rotate", rotate),
        post("/keys/rotate-root", rotate_root),
    ]
}

#[derive(Serialize)]
struct Keys {
    slots: Vec<Slot>,
    classes: Vec<ClassKeys>,
    seals_max: u64,
    /// Absent while nothing is sealed anew.
    rotation: Option<Rotation>,
    /// Old data keys of rows and files are held, because something stands under them.
    is_rotating: bool,
}

#[derive(Serialize)]
struct Slot {
    slot: u8,
    kind: &'static str,
}

#[derive(Serialize)]
struct ClassKeys {
    class: &'static str,
    keys: usize,
    seals: u64,
}

#[derive(Serialize)]
struct Rotation {
    /// Rows and files, of as many as there were when it began.
    done: u64,
    of: u64,
}

impl Keys {
    fn of(house: &House) -> Self {
        let slots = house.ring.slots().into_iter().map(|(slot, kind)| Slot { slot, kind: kind_name(kind) });
        let classes = house.ring.classes().into_iter();
        let progress = house.rotation.progress();
        Self {
            slots: slots.collect(),
            classes: classes
                .map(|of| ClassKeys { class: class_name(of.class), keys: of.keys, seals: of.seals })
                .collect(),
            seals_max: SEALS_PER_KEY_MAX,
            rotation: progress.map(|at| Rotation { done: at.rows + at.files, of: at.rows_of + at.files_of }),
            is_rotating: house.store.has_retired_keys(),
        }
    }
}

const fn kind_name(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::KeyFile => "key_file",
        SlotKind::Passphrase(_) => "passphrase",
        SlotKind::Recovery => "recovery",
        SlotKind::Credential => "credential",
    }
}

const fn class_name(class: Class) -> &'static str {
    match class {
        Class::Records => "records",
        Class::Attachments => "attachments",
        Class::Audit => "journal",
        Class::Secrets => "secrets",
    }
}

async fn show(caller: Allowed<Administer>) -> web::Json<Keys> {
    web::Json(Keys::of(&caller.house))
}

#[derive(Serialize)]
struct Drawn {
    recovery_key: String,
}

/// A recovery key that opens nothing yet: it becomes one when it is typed back.
async fn draw(_: Allowed<Administer>) -> web::Json<Drawn> {
    web::Json(Drawn { recovery_key: recovery::draw().as_str().to_owned() })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedBack {
    recovery_key: String,
    /// Whose place it takes; a new slot without.
    #[serde(default)]
    slot: Option<u8>,
}

/// From now on it opens, and the one in whose place it stands does not.
async fn keep(caller: Allowed<Administer>, body: Body<TypedBack>) -> Result<web::Json<Keys>, Refused> {
    let TypedBack { recovery_key, slot } = body.0;
    let opener = Opener::Recovery(Phrase::new(recovery_key));
    let is_recovery = |id: u8| caller.house.ring.slots().contains(&(id, SlotKind::Recovery));
    if slot.is_some_and(|id| !is_recovery(id)) {
        return Err(Refused::new(Code::NotFound));
    }
    with_ring(&caller, move |ring| match slot {
        Some(id) => ring.replace_slot(id, &opener, Cost::SLOT),
        None => ring.add_slot(&opener, Cost::SLOT).map(drop),
    })
    .await?;
    tracing::warn!(by = %caller.who.user, ?slot, "there is a new recovery key");
    Ok(web::Json(Keys::of(&caller.house)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewPassphrase {
    passphrase: String,
}

/// One more way in, for a person to type when the machine starts without its key.
async fn add_passphrase(caller: Allowed<Administer>, body: Body<NewPassphrase>) -> Result<web::Json<Keys>, Refused> {
    let opener = Opener::Passphrase(Phrase::new(body.0.passphrase));
    with_ring(&caller, move |ring| ring.add_slot(&opener, Cost::SLOT).map(drop)).await?;
    tracing::warn!(by = %caller.who.user, "there is one more passphrase");
    Ok(web::Json(Keys::of(&caller.house)))
}

/// Of what people type; what works without them is changed on the machine itself.
async fn remove(caller: Allowed<Administer>, slot: web::Path<u8>) -> Result<web::Json<Keys>, Refused> {
    let id = slot.into_inner();
    let slots = caller.house.ring.slots();
    let found = slots.iter().find(|(slot, _)| *slot == id);
    if !found.is_some_and(|(_, kind)| matches!(kind, SlotKind::Passphrase(_) | SlotKind::Recovery)) {
        return Err(Refused::new(Code::NotFound));
    }
    with_ring(&caller, move |ring| ring.remove_slot(id)).await?;
    tracing::warn!(by = %caller.who.user, slot = id, "a way in was removed");
    Ok(web::Json(Keys::of(&caller.house)))
}

async fn rotate(caller: Allowed<Administer>) -> Result<web::Json<Keys>, Refused> {
    let store = caller.house.store.clone();
    refuse_unseen(&caller.house)?;
    let rotated = web::block(move || store.rotate_keys()).await.map_err(|_| Refused::new(Code::Stopping))?;
    // Some classes may have new keys even if it failed half-way.
    caller.house.rotation.begin();
    note(&caller).await;
    rotated?;
    tracing::warn!(by = %caller.who.user, "there are new data keys");
    Ok(web::Json(Keys::of(&caller.house)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Secrets {
    /// Passphrases and recovery keys, in any order; what opens without a person is at hand.
    secrets: Vec<String>,
}

async fn rotate_root(caller: Allowed<Administer>, body: Body<Secrets>) -> Result<HttpResponse, Refused> {
    let house = caller.house.clone();
    let typed: Vec<Phrase> = body.0.secrets.into_iter().map(Phrase::new).collect();
    if typed.len() > KEY_SLOTS_MAX {
        return Err(Refused::new(Code::LimitReached).with("limit", KEY_SLOTS_MAX));
    }
    with_ring(&caller, move |ring| {
        let copy = |typed: &Phrase| Phrase::new(typed.as_str().to_owned());
        let secrets = typed.iter().flat_map(|typed| [Opener::Recovery(copy(typed)), Opener::Passphrase(copy(typed))]);
        ring.rotate_root(&(house.openers)().into_iter().chain(secrets).collect::<Vec<_>>())
    })
    .await?;
    tracing::warn!(by = %caller.who.user, "there is a new root key");
    Ok(HttpResponse::NoContent().finish())
}

/// What the log could not take must not be done.
fn refuse_unseen(house: &House) -> Result<(), Refused> {
    if house.store.room()? == Room::Full { Err(Refused::new(Code::StorageFull)) } else { Ok(()) }
}

/// The log has what was done, and who did it. If it does not take it now, it hears of it a little later, as the house's own.
async fn note(caller: &Allowed<Administer>) {
    let standing = caller.house.ring.standing();
    if caller.house.catalog().keys.as_deref() == Some(&standing) {
        return;
    }
    let ask = Ask::Workspace(WorkspaceAsk::NoteKeys(standing));
    if let Err(refused) = caller.submit(ask).await {
        tracing::error!(%refused, by = %caller.who.user, "the log does not have the change of the keys yet");
    }
}

/// Where a passphrase may take its time.
async fn with_ring(
    caller: &Allowed<Administer>,
    work: impl FnOnce(&KeyRing) -> Result<(), KeyError> + Send + 'static,
) -> Result<(), Refused> {
    refuse_unseen(&caller.house)?;
    let ring = caller.house.ring.clone();
    let done = web::block(move || work(&ring)).await.map_err(|_| Refused::new(Code::Stopping))?;
    if done.is_ok() {
        note(caller).await;
    }
    done.map_err(|error| match error {
        KeyError::PassphraseShort => Refused::new(Code::PassphraseShort).with("min", PASSPHRASE_CHARS_MIN),
        KeyError::SlotLast(_) => Refused::new(Code::KeySlotLast),
        KeyError::RecoveryMistyped => Refused::new(Code::RecoveryKeyWrong),
        KeyError::SlotUnknown(_) => Refused::new(Code::NotFound),
        KeyError::SlotsFull => Refused::new(Code::LimitReached).with("limit", KEY_SLOTS_MAX),
        KeyError::SlotsClosed(slots) => Refused::new(Code::KeySecretsMissing).with("slots", slots),
        other => StoreError::Key(other).into(),
    })
}
