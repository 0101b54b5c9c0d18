//! Who is calling, and the right without which a handler does not run. Every handler takes [`Allowed`] first; the marker in its type
//! is the route's permission. This is the coarse gate: what somebody may do to one thing is judged again by the rules.

use std::cell::Cell;
use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr};
use std::str::FromStr;

use actix_web::dev::Payload;
use actix_web::http::header::{AUTHORIZATION, IF_MATCH};
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};

use super::code::Code;
use super::house::House;
use super::refusal::Refused;
use crate::access::{self, Wish};
use crate::catalog::Catalog;
use crate::crypt::{chance, token};
use crate::identity::network::Network;
use crate::model::id::{AppId, BoardId, CommandId, FormId, UserId, ViewId};
use crate::model::party::{Action, Language, Power};
use crate::model::refusal::Refusal;
use crate::query::reading::{Reader, Unread};
use crate::store::error::StoreError;
use crate::view::published::Published;

pub const COOKIE: &str = "__Host-tessera";

/// What a route asks of its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Anybody, signed in or not.
    Public,
    /// A program on this machine, or with the token of the figures.
    Operator,
    /// Signed in, even while a password change is due.
    OwnSession,
    SignedIn,
    Power(Power),
    /// On the app that the address names.
    App(Action),
    /// What roles may do with the app that the address names: for administrators and for its designers.
    Grants,
    /// On the form that the address names.
    Form(Action),
    /// On the app of the board that the address names.
    Board(Action),
    /// Whoever designs something, and administrators.
    Designers,
    /// Whoever may know the form of the view that the address names.
    View,
}

/// A right as a type.
pub trait Permission: 'static {
    const GATE: Gate;
    /// What is known of the caller behind this gate.
    type Who: Clone;
    fn who(caller: Option<Caller>) -> Result<Self::Who, Refused>;
}

/// Somebody who is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller {
    pub user: UserId,
    /// Digest of the token.
    pub session: [u8; 32],
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $gate:expr => $who:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name;

        impl Permission for $name {
            const GATE: Gate = $gate;
            permissions!(@who $who);
        }
    )*};
    (@who Anybody) => {
        type Who = Option<Caller>;
        fn who(caller: Option<Caller>) -> Result<Self::Who, Refused> {
            Ok(caller)
        }
    };
    (@who Somebody) => {
        type Who = Caller;
        fn who(caller: Option<Caller>) -> Result<Self::Who, Refused> {
            caller.ok_or_else(|| Refused::new(Code::SignedOut))
        }
    };
}

permissions! {
    Public = Gate::Public => Anybody;
    Operator = Gate::Operator => Anybody;
    OwnSession = Gate::OwnSession => Somebody;
    SignedIn = Gate::SignedIn => Somebody;
    Administer = Gate::Power(Power::Administer) => Somebody;
    /// Makes apps.
    Design = Gate::Power(Power::Design) => Somebody;
    DesignSomething = Gate::Designers => Somebody;
    DesignApp = Gate::App(Action::Design) => Somebody;
    KnowGrants = Gate::Grants => Somebody;
    ViewForm = Gate::Form(Action::View) => Somebody;
    CreateOnForm = Gate::Form(Action::Create) => Somebody;
    ExportForm = Gate::Form(Action::Export) => Somebody;
    DesignForm = Gate::Form(Action::Design) => Somebody;
    ViewBoard = Gate::Board(Action::View) => Somebody;
    DesignBoard = Gate::Board(Action::Design) => Somebody;
    KnowView = Gate::View => Somebody;
}

/// A caller who passed the gate of `P`, with what every handler needs.
pub struct Allowed<P: Permission> {
    pub who: P::Who,
    pub house: web::Data<House>,
    /// Names the command, so that sending it twice changes nothing twice.
    pub command: CommandId,
    /// The revision the caller saw, from `If-Match`.
    pub rev: Option<u64>,
    pub network: Network,
    /// Ids made so far.
    made: Cell<u32>,
    permission: PhantomData<P>,
}

impl<P: Permission> FromRequest for Allowed<P> {
    type Error = Refused;
    type Future = Ready<Result<Self, Refused>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::admit(request))
    }
}

impl<P: Permission> Allowed<P> {
    fn admit(request: &HttpRequest) -> Result<Self, Refused> {
        let house = request.app_data::<web::Data<House>>().expect("the app is built with its house").clone();
        let caller = caller(request, &house);
        judge(P::GATE, caller, request, &house)?;
        let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |address| address.ip());
        let fresh = || CommandId::from_u128(chance::uuid_v7(house.now()));
        Ok(Self {
            who: P::who(caller)?,
            command: header(request, "idempotency-key", |text| text.parse().ok())?.unwrap_or_else(fresh),
            rev: header(request, IF_MATCH.as_str(), |text| text.trim_matches('"').parse().ok())?,
            network: Network::of(peer),
            house,
            made: Cell::new(0),
            permission: PhantomData,
        })
    }

    /// The revision that a change of something with revisions must name.
    ///
    /// # Errors
    /// - `Malformed`: `If-Match` is missing.
    pub fn expected_rev(&self) -> Result<u64, Refused> {
        self.rev.ok_or_else(|| Refused::malformed("The header If-Match is missing; it says which revision you saw."))
    }

    /// A new id of some kind: `caller.fresh(UserId::from_u128)`. It follows from the command, so whoever asks again under the same
    /// key is told of the thing that was made the first time.
    pub fn fresh<T>(&self, wrap: impl Fn(u128) -> T) -> T {
        let place = self.made.get();
        self.made.set(place + 1);
        wrap(derived(self.command, place))
    }
}

impl<P: Permission<Who = Caller>> Allowed<P> {
    /// Of whoever asks.
    pub fn language(&self) -> Language {
        self.house.catalog().directory.user(self.who.user).map(|user| user.language).unwrap_or_default()
    }

    /// Looks at the published state with the caller's rights, where waiting for the disk holds up nobody else.
    pub async fn read<T: Send + 'static>(
        &self,
        look: impl FnOnce(Reader<'_>) -> Result<T, Unread> + Send + 'static,
    ) -> Result<T, Refused> {
        let (house, user) = (self.house.clone(), self.who.user);
        let looked = web::block(move || read(&house, user, look));
        Ok(looked.await.map_err(|_| Refused::new(Code::Stopping))??)
    }

    /// The same on the thread that serves the caller: for a little that is at hand, so that nobody waits for the disk.
    pub fn glance<T>(&self, look: impl FnOnce(Reader<'_>) -> Result<T, Unread>) -> Result<T, Refused> {
        Ok(read(&self.house, self.who.user, look)?)
    }
}

fn read<T>(house: &House, user: UserId, look: impl FnOnce(Reader<'_>) -> Result<T, Unread>) -> Result<T, Unread> {
    let Published { catalog, snapshot } = house.published();
    look(Reader { store: &house.store, snapshot: &snapshot, catalog: &catalog, user, now: house.now() })
}

impl From<Unread> for Refused {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Refused(refusal) => refusal.into(),
            Unread::Failed(error) => error.into(),
        }
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::FileUnknown(_) => Self::new(Code::NotFound),
            StoreError::FileTooLarge { max } => Self::new(Code::TooLarge).with("limit", max),
            StoreError::StorageFull { .. } => Self::new(Code::StorageFull),
            StoreError::UploadsCrowded => Self { retry_after: Some(60), ..Self::new(Code::TooMany) },
            other => {
                tracing::error!(error = %other, "the store cannot be read");
                Self::new(Code::Internal)
            }
        }
    }
}

/// The signed-in person behind the cookie; from here on refusals speak that person's language.
fn caller(request: &HttpRequest, house: &House) -> Option<Caller> {
    let cookie = request.cookie(COOKIE)?;
    let (user, session) = house.register.caller(cookie.value(), house.now())?;
    let catalog = house.catalog();
    let person = catalog.directory.user(user).filter(|person| person.is_active)?;
    request.extensions_mut().insert(person.language);
    Some(Caller { user, session })
}

fn judge(gate: Gate, caller: Option<Caller>, request: &HttpRequest, house: &House) -> Result<(), Refused> {
    match gate {
        Gate::Public => return Ok(()),
        Gate::Operator => return operator(request, house),
        Gate::OwnSession
        | Gate::SignedIn
        | Gate::Power(_)
        | Gate::Designers
        | Gate::App(_)
        | Gate::Grants
        | Gate::Form(_)
        | Gate::Board(_)
        | Gate::View => {}
    }
    let caller =
        caller.ok_or_else(|| Refused::new(if house.is_set_up() { Code::SignedOut } else { Code::SetupNeeded }))?;
    if gate == Gate::OwnSession {
        return Ok(());
    }
    if house.register.must_change(caller.user) {
        return Err(Refused::new(Code::PasswordChangeDue));
    }
    let catalog = house.catalog();
    let wish = match gate {
        Gate::Power(power) => Wish::Power(power),
        Gate::App(action) => Wish::App(named::<AppId>(request, "app")?, action),
        Gate::Grants => {
            let app = named::<AppId>(request, "app")?;
            let administers = access::can(&catalog, caller.user, Wish::Power(Power::Administer)).is_allowed();
            if administers && catalog.apps.contains_key(&app) {
                return Ok(());
            }
            Wish::App(app, Action::Design)
        }
        Gate::Form(action) => Wish::Form(named::<FormId>(request, "form")?, action),
        Gate::Board(action) => {
            let board = catalog.boards.get(&named::<BoardId>(request, "board")?).ok_or(Refusal::NotFound)?;
            Wish::App(board.app, action)
        }
        Gate::Designers => {
            let designs = designs_something(&catalog, caller.user);
            return if designs { Ok(()) } else { Err(Refusal::NotAllowed.into()) };
        }
        Gate::View => {
            let view = catalog.views.get(&named::<ViewId>(request, "view")?).ok_or(Refusal::NotFound)?;
            let is_known = access::knows_form(&catalog, caller.user, view.form);
            return if is_known { Ok(()) } else { Err(Refusal::NotFound.into()) };
        }
        Gate::Public | Gate::Operator | Gate::OwnSession | Gate::SignedIn => return Ok(()),
    };
    access::can(&catalog, caller.user, wish).or_refuse()?;
    Ok(())
}

fn operator(request: &HttpRequest, house: &House) -> Result<(), Refused> {
    let is_local = request.peer_addr().is_some_and(|address| address.ip().to_canonical().is_loopback());
    let given = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given = given.and_then(|text| text.strip_prefix("Bearer ")).unwrap_or_default();
    let is_known =
        house.setting.metrics_token.as_deref().is_some_and(|kept| token::same(kept.as_bytes(), given.as_bytes()));
    if is_local || is_known { Ok(()) } else { Err(Refusal::NotFound.into()) }
}

fn designs_something(catalog: &Catalog, user: UserId) -> bool {
    let may = |wish| access::can(catalog, user, wish).is_allowed();
    may(Wish::Power(Power::Administer))
        || may(Wish::Power(Power::Design))
        || catalog.forms.keys().any(|form| may(Wish::Form(*form, Action::Design)))
        || catalog.apps.keys().any(|app| may(Wish::App(*app, Action::Design)))
}

/// The time of the command's id where it has one (UUID version 7), then what only this command and place give (UUID version 8).
pub(super) fn derived(command: CommandId, place: u32) -> u128 {
    let digest = blake3::hash(&[&command.to_bytes()[..], &place.to_be_bytes()].concat());
    let bytes: [u8; 16] = digest.as_bytes()[..16].try_into().expect("a digest is longer");
    let time = 0xFFFF_FFFF_FFFF_u128 << 80;
    let marks = 0xF_u128 << 76 | 3_u128 << 62;
    command.as_u128() & time | u128::from_be_bytes(bytes) & !(time | marks) | 8_u128 << 76 | 2_u128 << 62
}

/// An id in the address; what is no id is something nobody knows.
pub fn named<T: FromStr>(request: &HttpRequest, name: &str) -> Result<T, Refused> {
    request.match_info().get(name).and_then(|text| text.parse().ok()).ok_or_else(|| Refusal::NotFound.into())
}

fn header<T>(request: &HttpRequest, name: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Refused> {
    let Some(value) = request.headers().get(name) else { return Ok(None) };
    let parsed = value.to_str().ok().and_then(parse);
    parsed.map(Some).ok_or_else(|| Refused::malformed(format!("The header {name} cannot be read.")))
}
