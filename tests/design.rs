//! Decisions about everything that is not an order: who may design and administer, what is refused and by which name, and that
//! the first run, the sample company and the ready-made apps go through the same door as everybody.

use std::collections::BTreeSet;

use serde_json::json;

use crate::support::first_run::{ADMIN, first_run};
use tessera::access;
use tessera::access::field::{FieldRule, Part, columns, of_order};
use tessera::access::row::{Reach, RowRule, rule};
use tessera::catalog::Catalog;
use tessera::catalog::scene::Scene;
use tessera::decide::app::{package, ready_made};
use tessera::decide::decide;
use tessera::decide::facts::Facts;
use tessera::decide::workspace::sample;
use tessera::decide::workspace::seed;
use tessera::flow::definition;
use tessera::form::fill::{Context, Mode, Rights, fill};
use tessera::form::title::title;
use tessera::formula::env::OrderFacts;
use tessera::model::board::{BoardDefinition, PhoneTile, Tab, ViewerFilter};
use tessera::model::command::{
    Actor, AppAsk, Ask, BoardAsk, Command, DeliveryAsk, FileAsk, FormAsk, PartyAsk, ViewAsk, WorkspaceAsk,
};
use tessera::model::decision::Decision;
use tessera::model::definition::{App, View};
use tessera::model::effect::{EffectId, Message, Outgoing, OutgoingState, Subject};
use tessera::model::event::Event;
use tessera::model::flow::{Start, Step};
use tessera::model::form::{FieldAccess, FieldMatrix, FormDefinition};
use tessera::model::held::NO_HOLDS;
use tessera::model::id::{
    AppId, BoardId, ChannelId, CommandId, FieldId, FileId, FormId, NodeId, RecordId, RoleId, TabId, TileId, UserId,
    ViewId,
};
use tessera::model::limit::{
    BOARD_SITTING_MS, BOARD_TABS_MAX, BOARD_VERSIONS_MAX, COLUMN_PX_MAX, COLUMN_PX_MIN, DECIMALS_MAX,
    NUMBER_SIGN_CHARS_MAX, TILE_TOOLTIP_MAX, VIEWER_FILTERS_MAX,
};
use tessera::model::party::{ADMINISTRATOR, Action, Department, Grant, Language, MEMBER, Role, Scope, User};
use tessera::model::problem::ProblemCode;
use tessera::model::refusal::Refusal;
use tessera::model::report::{Chart, Column, Measure, NumberFormat, Query, ViewDefinition};
use tessera::model::setting::{Channel, Reach as ChannelReach};
use tessera::model::time::{HOUR_MS, Timestamp};
use tessera::model::value::{File, Value};

mod push;

const NOW: Timestamp = Timestamp(1_795_500_000_000);

/// A message that was given up.
const PARKED: Outgoing = Outgoing {
    id: EffectId { seq: 7, index: 0 },
    channel: ChannelId::from_u128(0xC0),
    recipients: Vec::new(),
    message: Message {
        subject: Subject::TaskOpened,
        order: RecordId::from_u128(0x0D),
        title: String::new(),
        node: None,
        node_name: String::new(),
        by: None,
        text: String::new(),
    },
    created_at: NOW,
    attempts: 7,
    state: OutgoingState::Parked { at: NOW, last_error: String::new() },
};

/// A workspace whose decisions take effect at once.
struct Desk {
    now: Timestamp,
    is_quarantined: bool,
    catalog: Catalog,
    orders: u64,
    next_id: u128,
}

impl Desk {
    fn opened(language: Language) -> Self {
        let mut desk =
            Self { now: NOW, is_quarantined: false, catalog: Catalog::default(), orders: 0, next_id: 0x1000 };
        desk.ask(Actor::System, Ask::Batch(seed::asks(&first_run(language)))).expect("the first run is sound");
        desk
    }

    /// With the sample company and the app `repair`.
    fn furnished(language: Language) -> (Self, sample::Logins, FormId) {
        let mut desk = Self::opened(language);
        let mut next = desk.next_id;
        let mut fresh = || {
            next += 1;
            next
        };
        let (company, logins) = sample::company(&desk.catalog, language, &mut fresh);
        desk.ask(Actor::User(ADMIN), Ask::Batch(company)).expect("the sample company is sound");
        let text = ready_made::package("repair", language).expect("it comes with the house");
        let installation = package::install(&desk.catalog, text, &mut fresh).expect("it is a package");
        desk.ask(Actor::User(ADMIN), Ask::Batch(installation.asks)).expect("the ready-made app is sound");
        desk.next_id = next;
        (desk, logins, installation.forms[0])
    }

    fn ask(&mut self, actor: Actor, ask: Ask) -> Result<Vec<Event>, Refusal> {
        self.decision(actor, ask).map(|decision| decision.events)
    }

    fn decision(&mut self, actor: Actor, ask: Ask) -> Result<Decision, Refusal> {
        let facts = Facts {
            now: self.now,
            is_quarantined: self.is_quarantined,
            catalog: &self.catalog,
            order: None,
            record: None,
            held: &NO_HOLDS,
            is_taken: &|_, _, _| false,
            serial_last: &|_, _, _| 0,
            orders_of: &|_| self.orders,
            file: &|_| None,
            outgoing: &|id| (id == PARKED.id).then_some(PARKED),
        };
        let decision = decide(&facts, &Command { id: CommandId::from_u128(1), actor, ask })?;
        decision.events.iter().for_each(|event| self.catalog.apply(event));
        Ok(decision)
    }

    fn admin(&mut self, ask: PartyAsk) -> Result<Vec<Event>, Refusal> {
        self.ask(Actor::User(ADMIN), Ask::Party(ask))
    }

    fn user(&self, id: UserId) -> User {
        self.catalog.directory.user(id).expect("known").clone()
    }

    fn role(&self, id: RoleId) -> Role {
        Role::clone(&self.catalog.directory.roles[&id])
    }
}

/// The codes of bad data, with their places.
fn problems(answer: Result<Vec<Event>, Refusal>) -> Vec<(String, ProblemCode)> {
    match answer {
        Err(Refusal::Invalid(problems)) => problems.into_iter().map(|it| (it.place, it.code)).collect(),
        other => panic!("expected bad data, got {other:?}"),
    }
}

fn in_use(answer: Result<Vec<Event>, Refusal>) -> Vec<String> {
    match answer {
        Err(Refusal::InUse { by }) => by,
        other => panic!("expected a use, got {other:?}"),
    }
}

#[test]
fn the_ready_made_app_goes_through_the_same_door() {
    for language in [Language::Zh, Language::En] {
        let (desk, logins, form) = Desk::furnished(language);
        let history = desk.catalog.form(form).expect("installed");
        assert_eq!((history.form.form_version, history.form.flow_version), (1, 1));
        let (form, flow) = (history.current().expect("published"), history.current_flow().expect("published"));
        let warnings = definition::check(&desk.catalog, form, &flow.definition);
        assert_eq!(warnings, Vec::new(), "what comes with the house is an example");
        assert_eq!((desk.catalog.boards.len(), desk.catalog.views.len()), (1, 3));
        let board = desk.catalog.boards.values().next().expect("one");
        assert_eq!(board.definition.tiles.len(), 8);
        assert_eq!((logins.len(), desk.catalog.directory.teams.len()), (20, 2));
        assert!(desk.catalog.directory.teams.values().all(|team| !team.members.is_empty()));
    }
}

#[test]
fn every_sample_report_can_be_submitted_and_has_a_title() {
    let (desk, logins, form) = Desk::furnished(Language::Zh);
    let history = desk.catalog.form(form).expect("installed");
    let compiled = history.current().expect("published");
    let flow = &history.current_flow().expect("published").definition;
    let start = flow.nodes.iter().find_map(|node| match &node.step {
        Step::Start(start) => Some(start),
        _ => None,
    });
    let Start { fields, .. } = start.expect("a flow starts");
    let moments: Vec<_> = (0..60).map(|at| NOW.plus_ms(-at * 7 * HOUR_MS)).collect();
    let order = OrderFacts::default();
    for (report, now) in sample::repairs(Language::Zh, 7, &moments).iter().zip(moments) {
        let (zone, directory) = (&desk.catalog.zone, &*desk.catalog.directory);
        let scene = Scene { now, zone, user: Some(logins[&report.by]), directory, order: &order };
        let context = Context {
            scene,
            mode: Mode::Submit,
            rights: Rights::at_start(fields),
            file: &|_| None,
            is_taken: &|_, _| false,
            last_number: &|_, _| 8,
        };
        let filled = fill(compiled, &tessera::form::fill::opened(compiled, &scene).values, &report.values, &context);
        assert_eq!(filled.problems, Vec::new());
        let title = title(compiled, &filled.values, &scene);
        let equipment = &filled.values[&FieldId::parse("equipment").expect("a slug")];
        assert!(
            matches!(equipment, Value::Text(code) if title.starts_with(code) && title.len() > code.len()),
            "{title}"
        );
        assert!(
            filled.draws[0].number == 9 && filled.values.values().any(|value| matches!(value, Value::Department(_)))
        );
    }
    assert_eq!(sample::repairs(Language::Zh, 7, &[NOW]), sample::repairs(Language::Zh, 7, &[NOW]));
}

#[test]
fn a_batch_is_all_or_nothing_and_says_which_ask_is_wrong() {
    let mut desk = Desk::opened(Language::En);
    let department = |id: u128, parent: Option<u128>| {
        let id = tessera::model::id::DepartmentId::from_u128(id);
        let parent = parent.map(tessera::model::id::DepartmentId::from_u128);
        Ask::Party(PartyAsk::SaveDepartment(Department { id, name: format!("{id}"), parent, head: None }))
    };
    let sound = vec![department(1, None), department(2, Some(1))];
    let broken = vec![department(3, None), department(4, Some(9))];
    assert_eq!(desk.ask(Actor::User(ADMIN), Ask::Batch(sound)).map(|events| events.len()), Ok(2));
    let place = "asks.1.parent".to_owned();
    assert_eq!(problems(desk.ask(Actor::User(ADMIN), Ask::Batch(broken))), [(place, ProblemCode::UnknownDepartment)]);
    assert_eq!(desk.catalog.directory.departments.len(), 2);
    let nested = Ask::Batch(vec![Ask::Batch(Vec::new())]);
    assert_eq!(desk.ask(Actor::User(ADMIN), nested), Err(Refusal::NotAllowed));
}

#[test]
fn there_is_always_an_administrator_left() {
    let mut desk = Desk::opened(Language::En);
    let off = User { is_active: false, ..desk.user(ADMIN) };
    assert_eq!(desk.admin(PartyAsk::SaveUser(off.clone())), Err(Refusal::LastAdministrator));
    let empty = Role { members: Vec::new(), ..desk.role(ADMINISTRATOR) };
    assert_eq!(desk.admin(PartyAsk::SaveRole(empty)), Err(Refusal::LastAdministrator));
    let second = User { id: UserId::from_u128(2), login: "second".to_owned(), ..desk.user(ADMIN) };
    desk.admin(PartyAsk::SaveUser(second.clone())).expect("one more person");
    let both = Role { members: vec![ADMIN, second.id], ..desk.role(ADMINISTRATOR) };
    desk.admin(PartyAsk::SaveRole(both)).expect("one more administrator");
    let events = desk.admin(PartyAsk::SaveUser(off.clone())).expect("the other one is left");
    assert_eq!(events, [Event::UserSaved(off), Event::SessionsEnded { user: ADMIN, at: NOW }]);
}

#[test]
fn the_roles_of_the_house_keep_their_powers() {
    let mut desk = Desk::opened(Language::En);
    assert_eq!(desk.admin(PartyAsk::DeleteRole(MEMBER)), Err(Refusal::BuiltIn));
    let closed = Role { everyone: false, ..desk.role(MEMBER) };
    assert_eq!(desk.admin(PartyAsk::SaveRole(closed)), Err(Refusal::BuiltIn));
    let renamed = Role { name: "Staff".to_owned(), ..desk.role(MEMBER) };
    assert!(desk.admin(PartyAsk::SaveRole(renamed)).is_ok());
}

#[test]
fn the_directory_has_no_circles_and_no_twins() {
    let (mut desk, logins, _) = Desk::furnished(Language::En);
    let (boss, lead) = (logins["li.na"], logins["han.lei"]);
    let circle = User { manager: Some(lead), ..desk.user(boss) };
    assert_eq!(problems(desk.admin(PartyAsk::SaveUser(circle))), [("manager".to_owned(), ProblemCode::ManagerCycle)]);
    let twin = User { login: "LI.NA".to_owned(), ..desk.user(lead) };
    assert_eq!(problems(desk.admin(PartyAsk::SaveUser(twin))), [("login".to_owned(), ProblemCode::LoginTaken)]);
    desk.admin(PartyAsk::SaveUser(User { login: "boss".to_owned(), ..desk.user(boss) })).expect("a free login");
    desk.admin(PartyAsk::SaveUser(User { login: "Li.Na".to_owned(), ..desk.user(lead) })).expect("free again");
    assert_eq!(desk.catalog.directory.user_by_login("LI.NA").map(|user| user.id), Some(lead));
    let id = desk.user(lead).departments[0];
    let department = Department::clone(&desk.catalog.directory.departments[&id]);
    let below = Department { parent: Some(id), ..department };
    assert_eq!(
        problems(desk.admin(PartyAsk::SaveDepartment(below))),
        [("parent".to_owned(), ProblemCode::DepartmentCycle)]
    );
}

#[test]
fn departments_are_at_most_twelve_deep_whoever_moves_what() {
    let mut desk = Desk::opened(Language::En);
    let id = tessera::model::id::DepartmentId::from_u128;
    let mut save = |at: u128, parent: Option<u128>| {
        let department = Department { id: id(at), name: format!("{at}"), parent: parent.map(id), head: None };
        desk.admin(PartyAsk::SaveDepartment(department)).map(|_| ())
    };
    save(1, None).expect("a root");
    for at in 2..=12 {
        save(at, Some(at - 1)).expect("twelve levels are fine");
    }
    assert!(save(13, Some(12)).is_err());
    save(20, None).expect("another root");
    assert!(save(1, Some(20)).is_err(), "moving a deep tree down makes it too deep");
    save(21, Some(11)).expect("beside the twelfth");
}

#[test]
fn what_is_in_use_stays_and_its_users_are_named() {
    let (mut desk, _, form) = Desk::furnished(Language::En);
    let team = *desk.catalog.directory.teams.iter().find(|(_, team)| team.name == "Dispatchers").expect("one").0;
    assert_eq!(in_use(desk.admin(PartyAsk::DeleteTeam(team))), ["flows.Repair order.Dispatch"]);
    let app = desk.catalog.form(form).expect("installed").form.app;
    let designer = Actor::User(ADMIN);
    let by = in_use(desk.ask(designer, Ask::App(AppAsk::Delete(app))));
    assert_eq!(by, ["forms.Repair order", "boards.Repair board"]);
    desk.orders = 3;
    let by = in_use(desk.ask(designer, Ask::Form(FormAsk::Delete { form })));
    assert_eq!(by, ["orders.3", "boards.Repair board"]);
    desk.orders = 0;
    let board = *desk.catalog.boards.keys().next().expect("one");
    desk.ask(designer, Ask::Board(BoardAsk::Delete { board })).expect("nobody needs a board");
    desk.ask(designer, Ask::Form(FormAsk::Delete { form })).expect("nobody ordered anything");
    desk.ask(designer, Ask::App(AppAsk::Delete(app))).expect("it is empty");
    assert!(desk.catalog.views.is_empty() && desk.role(MEMBER).grants.is_empty());
}

#[test]
fn who_may_not_know_gets_the_answer_for_what_is_not_there() {
    let (mut desk, logins, form) = Desk::furnished(Language::En);
    let operator = Actor::User(logins["feng.tao"]);
    let rename = |form| Ask::Form(FormAsk::Rename { form, name: "Mine".to_owned() });
    assert_eq!(desk.ask(operator, rename(form)), Err(Refusal::NotAllowed), "everybody may create, so knows the form");
    assert_eq!(desk.ask(operator, rename(FormId::from_u128(5))), Err(Refusal::NotFound));
    let silent = Role { grants: Vec::new(), ..desk.role(MEMBER) };
    desk.admin(PartyAsk::SaveRole(silent)).expect("grants may be taken away");
    assert_eq!(desk.ask(operator, rename(form)), Err(Refusal::NotFound));
    let app = App {
        id: AppId::from_u128(6),
        name: "New".to_owned(),
        description: String::new(),
        icon: String::new(),
        color: None,
    };
    assert_eq!(desk.ask(operator, Ask::App(AppAsk::Save(app))), Err(Refusal::NotAllowed));
    let user = desk.user(logins["feng.tao"]);
    assert_eq!(desk.ask(operator, Ask::Party(PartyAsk::SaveUser(user.clone()))), Err(Refusal::NotAllowed));
    let password = |user| Ask::Party(PartyAsk::SetPassword { user, phc: "$argon2id$".to_owned(), must_change: false });
    assert!(desk.ask(operator, password(user.id)).is_ok());
    assert_eq!(desk.ask(operator, password(ADMIN)), Err(Refusal::NotAllowed));
    desk.admin(PartyAsk::SaveUser(User { is_active: false, ..user.clone() })).expect("switched off");
    assert_eq!(desk.ask(operator, rename(form)), Err(Refusal::NotAllowed));
}

#[test]
fn grants_add_up_to_one_predicate() {
    let (mut desk, logins, form) = Desk::furnished(Language::En);
    let app = desk.catalog.form(form).expect("installed").form.app;
    let (lead, user) = (logins["han.lei"], logins["yang.fan"]);
    let rows = |desk: &Desk, action| rule(&desk.catalog, user, form, action);
    assert!(matches!(rows(&desk, Action::Edit), RowRule::Nothing));
    let RowRule::AnyOf(own) = rows(&desk, Action::View) else { panic!("everybody sees their own") };
    assert!(matches!(own[..], [Reach::Participant(who)] if who == user));
    let grant = |action, scope| Grant {
        app,
        form: Some(form),
        actions: BTreeSet::from([action]),
        scope,
        fields: FieldMatrix::new(),
    };
    let critical = Scope::Condition { formula: "severity = \"critical\"".to_owned() };
    let grants = vec![grant(Action::View, Scope::DepartmentAndBelow), grant(Action::View, critical)];
    let id = RoleId::from_u128(9);
    let (members, powers) = (vec![user, lead], BTreeSet::new());
    let role = Role { id, name: "Watch".to_owned(), members, everyone: false, powers, grants };
    desk.admin(PartyAsk::SaveRole(role.clone())).expect("a sound role");
    let RowRule::AnyOf(reach) = rows(&desk, Action::View) else { panic!("several") };
    assert!(
        matches!(&reach[..], [Reach::Participant(_), Reach::Departments(set), Reach::Condition(_)] if set.len() == 1)
    );
    let all = Role { grants: vec![grant(Action::View, Scope::All)], ..role.clone() };
    desk.admin(PartyAsk::SaveRole(all)).expect("a sound role");
    assert!(matches!(rows(&desk, Action::View), RowRule::Everything));
    let misfit = Scope::Condition { formula: "colour = \"red\"".to_owned() };
    let broken = Role { grants: vec![grant(Action::View, misfit)], ..role };
    let place = "grants.0.scope.formula".to_owned();
    assert_eq!(problems(desk.admin(PartyAsk::SaveRole(broken))), [(place, ProblemCode::FormulaUnknownField)]);
}

#[test]
fn a_version_that_would_leave_a_role_blind_is_not_published() {
    let (mut desk, logins, form) = Desk::furnished(Language::En);
    let history = desk.catalog.form(form).expect("installed");
    let (app, mut definition) = (history.form.app, (*history.form.draft).clone());
    let id = RoleId::from_u128(9);
    let role = |formula: &str| {
        let scope = Scope::Condition { formula: formula.to_owned() };
        let grant =
            Grant { app, form: None, actions: BTreeSet::from([Action::View]), scope, fields: FieldMatrix::new() };
        let (members, powers) = (vec![logins["yang.fan"]], BTreeSet::new());
        Role { id, name: "Watch".to_owned(), members, everyone: false, powers, grants: vec![grant] }
    };
    desk.admin(PartyAsk::SaveRole(role("site = site"))).expect("a sound role");
    let site = FieldId::parse("site").expect("a slug");
    definition.fields.retain(|field| field.id != site);
    for section in &mut definition.sections {
        section.items.retain(|item| item.field != site);
    }
    desk.ask(Actor::User(ADMIN), Ask::Form(FormAsk::SaveDraft { form, rev: 1, definition })).expect("a working copy");
    let publish = Ask::Form(FormAsk::Publish { form, rev: 2, note: String::new() });
    let lost = (format!("roles.{id}"), ProblemCode::ConditionLost);
    assert_eq!(problems(desk.ask(Actor::User(ADMIN), publish.clone())), [lost]);
    desk.admin(PartyAsk::SaveRole(role("phone = \"1\""))).expect("a sound role");
    desk.ask(Actor::User(ADMIN), publish).expect("a condition that speaks of nothing lost");
}

#[test]
fn a_grant_says_of_fields_only_what_means_something() {
    let (mut desk, logins, form) = Desk::furnished(Language::En);
    let app = desk.catalog.form(form).expect("installed").form.app;
    let field = |id: &str| FieldId::parse(id).expect("a slug");
    let role = |form, actions: &[Action], scope, fields: &[(&str, FieldAccess)]| {
        let fields = fields.iter().map(|(id, access)| (field(id), *access)).collect();
        let grant = Grant { app, form, actions: actions.iter().copied().collect(), scope, fields };
        let (members, powers) = (vec![logins["yang.fan"]], BTreeSet::new());
        Role {
            id: RoleId::from_u128(9),
            name: "Watch".to_owned(),
            members,
            everyone: false,
            powers,
            grants: vec![grant],
        }
    };
    let (view, edit, on) = (&[Action::View][..], &[Action::View, Action::Edit][..], Some(form));
    let (hidden, read) = ([("severity", FieldAccess::Hidden)], [("severity", FieldAccess::Read)]);
    let refused = [
        (role(None, view, Scope::All, &hidden), "", ProblemCode::GrantFieldsOfApp),
        (role(on, view, Scope::All, &[("colour", FieldAccess::Hidden)]), ".colour", ProblemCode::GrantFieldUnknown),
        (role(on, edit, Scope::All, &[("severity", FieldAccess::Edit)]), ".severity", ProblemCode::GrantFieldAccess),
        (
            role(on, edit, Scope::All, &[("severity", FieldAccess::Required)]),
            ".severity",
            ProblemCode::GrantFieldAccess,
        ),
        (role(on, &[Action::Create], Scope::All, &hidden), ".severity", ProblemCode::GrantHidesNothing),
        (role(on, edit, Scope::Own, &hidden), ".severity", ProblemCode::GrantHidesNothing),
        (role(on, view, Scope::All, &read), ".severity", ProblemCode::GrantKeepsNothing),
    ];
    for (role, place, code) in refused {
        let found = problems(desk.admin(PartyAsk::SaveRole(role)));
        assert_eq!(found, [(format!("grants.0.fields{place}"), code)]);
    }
    desk.admin(PartyAsk::SaveRole(role(on, edit, Scope::Own, &read))).expect("what is one's own to change may be less");
    let kept = role(on, view, Scope::Department, &hidden);
    desk.admin(PartyAsk::SaveRole(kept.clone())).expect("a sound role");

    let mut definition = (*desk.catalog.form(form).expect("installed").form.draft).clone();
    definition.fields.push(
        serde_json::from_value(json!({"id": "salary", "label": "Salary", "control": {"kind": "text"}}))
            .expect("a field"),
    );
    desk.ask(Actor::User(ADMIN), Ask::Form(FormAsk::SaveDraft { form, rev: 1, definition: definition.clone() }))
        .expect("a working copy");
    let early = role(on, view, Scope::Department, &[("salary", FieldAccess::Hidden)]);
    desk.admin(PartyAsk::SaveRole(early.clone())).expect("a field is closed before it is published");
    definition.fields.pop();
    desk.ask(Actor::User(ADMIN), Ask::Form(FormAsk::SaveDraft { form, rev: 2, definition })).expect("a working copy");
    desk.admin(PartyAsk::SaveRole(Role { name: "Look".to_owned(), ..early }))
        .expect("what is gone is no reason to refuse");
    desk.admin(PartyAsk::SaveRole(kept)).expect("a sound role");
    let again = role(on, view, Scope::Department, &[("salary", FieldAccess::Hidden)]);
    let place = "grants.0.fields.salary".to_owned();
    assert_eq!(problems(desk.admin(PartyAsk::SaveRole(again))), [(place, ProblemCode::GrantFieldUnknown)]);
}

#[test]
fn a_newer_copy_is_not_written_over() {
    let (mut desk, _, form) = Desk::furnished(Language::En);
    let draft = |rev| Ask::Form(FormAsk::SaveDraft { form, rev, definition: FormDefinition::default() });
    assert!(desk.ask(Actor::User(ADMIN), draft(1)).is_ok());
    assert_eq!(desk.ask(Actor::User(ADMIN), draft(1)), Err(Refusal::StaleRevision { now: 2 }));
    let publish = Ask::Form(FormAsk::Publish { form, rev: 2, note: String::new() });
    assert_eq!(problems(desk.ask(Actor::User(ADMIN), publish)), [("fields".to_owned(), ProblemCode::Blank)]);
    let history = desk.catalog.form(form).expect("installed");
    assert_eq!((history.form.form_version, history.versions.len()), (1, 1));
}

#[test]
fn a_catalog_before_an_event_is_not_changed_by_it() {
    let (desk, _, form) = Desk::furnished(Language::En);
    let after = desk.catalog.with(&Event::FormDeleted(form));
    assert!(after.form(form).is_none() && desk.catalog.form(form).is_some());
    assert!(std::sync::Arc::ptr_eq(&after.directory, &desk.catalog.directory));
}

#[test]
fn a_channel_keeps_its_secret_address() {
    let mut desk = Desk::opened(Language::En);
    let id = ChannelId::from_u128(1);
    let channel = |name: &str, url: &str| {
        let reach = ChannelReach::WecomRobot { url: url.to_owned() };
        Ask::Workspace(WorkspaceAsk::SaveChannel(Channel { id, name: name.to_owned(), reach, is_active: true }))
    };
    desk.ask(Actor::User(ADMIN), channel("Shop", "693a91f6-7bc4-4bc4-97a0-0ec2516fa5aa")).expect("a bare key");
    let before = desk.catalog.channels[&id].reach.clone();
    desk.ask(Actor::User(ADMIN), channel("Floor", "")).expect("another name, same address");
    assert_eq!((desk.catalog.channels[&id].name.as_str(), &desk.catalog.channels[&id].reach), ("Floor", &before));
    let bad = problems(desk.ask(Actor::User(ADMIN), channel("Floor", "https://example.com/")));
    assert_eq!(bad, [("reach.url".to_owned(), ProblemCode::BadFormat)]);
}

#[test]
fn only_what_has_not_arrived_is_sent_again_and_only_by_an_administrator() {
    let (mut desk, logins, _) = Desk::furnished(Language::En);
    let member = Actor::User(*logins.values().find(|id| **id != ADMIN).expect("a sample person"));
    let resend = |id| Ask::Delivery(DeliveryAsk::Resend { id });
    let again = OutgoingState::Waiting { next_at: NOW, last_error: Some(String::new()) };
    let moved = Event::OutgoingMoved { id: PARKED.id, attempts: 0, state: again };
    assert_eq!(desk.ask(Actor::User(ADMIN), resend(PARKED.id)), Ok(vec![moved]));
    assert_eq!(desk.ask(member, resend(PARKED.id)), Err(Refusal::NotAllowed));
    let gone = EffectId { seq: 8, index: 0 };
    assert_eq!(desk.ask(Actor::User(ADMIN), resend(gone)), Err(Refusal::NotFound));
    let told = DeliveryAsk::Move { id: gone, attempts: 1, state: OutgoingState::Delivered { at: NOW } };
    assert_eq!(desk.ask(Actor::System, Ask::Delivery(told)), Err(Refusal::NotFound));
}

#[test]
fn a_view_of_ones_own_is_nobody_elses() {
    let (mut desk, logins, form) = Desk::furnished(Language::En);
    let (ann, ben) = (Actor::User(logins["feng.tao"]), Actor::User(logins["chen.jie"]));
    let view = ViewId::from_u128(1);
    let save = |shared, column| {
        let definition = table(json!({"columns": [column]}));
        Ask::View(ViewAsk::Save { view, form, name: "Mine".to_owned(), shared, definition })
    };
    assert_eq!(desk.ask(ann, save(true, Column::Title)), Err(Refusal::NotAllowed), "sharing is designing");
    desk.ask(ann, save(false, Column::Title)).expect("one's own");
    assert_eq!(desk.ask(ben, save(false, Column::Title)), Err(Refusal::NotFound));
    assert_eq!(desk.ask(ben, Ask::View(ViewAsk::Delete { view })), Err(Refusal::NotFound));
    let unknown = Column::Field(FieldId::parse("nothing").expect("a slug"));
    assert_eq!(problems(desk.ask(ann, save(false, unknown))), [("columns".to_owned(), ProblemCode::UnknownField)]);
    desk.ask(ann, Ask::View(ViewAsk::Delete { view })).expect("one's own");
}

/// A table with these parts.
fn table(mut parts: serde_json::Value) -> ViewDefinition {
    parts["layout"] = json!({"kind": "table"});
    serde_json::from_value(parts).expect("a view")
}

#[test]
fn how_a_table_stands_is_judged_by_the_form_and_the_bounds() {
    let (mut desk, logins, form) = Desk::furnished(Language::En);
    let ann = Actor::User(logins["feng.tao"]);
    let mut save = |group: &str, arrangement: serde_json::Value| {
        let definition = table(json!({"columns": ["title"], "group": group, "arrangement": arrangement}));
        let name = "Mine".to_owned();
        desk.ask(ann, Ask::View(ViewAsk::Save { view: ViewId::from_u128(1), form, name, shared: false, definition }))
    };
    let off = |part: &str, code| [(format!("arrangement.{part}"), code)];
    let width = |px: u16| json!({"widths": [{"column": "state", "px": px}]});
    save("state", width(COLUMN_PX_MIN)).expect("the narrowest");
    save("state", width(COLUMN_PX_MAX)).expect("the widest");
    for px in [COLUMN_PX_MIN - 1, COLUMN_PX_MAX + 1] {
        assert_eq!(problems(save("state", width(px))), off("widths", ProblemCode::OutOfRange));
    }
    let gone = json!({"widths": [{"column": {"field": "nothing"}, "px": 100}]});
    assert_eq!(problems(save("state", gone)), off("widths", ProblemCode::UnknownField));
    save("state", json!({"frozen": 1, "summed": true, "height": "roomy"})).expect("all of them stay");
    assert_eq!(problems(save("state", json!({"frozen": 2}))), off("frozen", ProblemCode::OutOfRange));
    save("state", json!({"totals": [{"column": "duration", "fold": "mean"}]})).expect("a number");
    let text = json!({"totals": [{"column": "title", "fold": "max"}]});
    assert_eq!(problems(save("state", text)), off("totals", ProblemCode::WrongType));
    assert_eq!(problems(save("title", json!({}))), [("group".to_owned(), ProblemCode::WrongType)]);
}

#[test]
fn a_view_kept_before_tables_were_arranged_still_opens() {
    let text = r#"{"layout":{"kind":"table"},"columns":["title"],"filters":[],"sort":[]}"#;
    let kept = (ViewId::from_u128(1), FormId::from_u128(2), "Old", None::<UserId>, text);
    let row = postcard::to_allocvec(&kept).expect("a row");
    let view: View = postcard::from_bytes(&row).expect("the same row");
    assert_eq!(*view.definition, table(json!({"columns": ["title"]})));
    assert_eq!(postcard::to_allocvec(&view).expect("a row"), row, "and is written as it was");
}

#[test]
fn a_board_is_kept_whole_or_not_at_all() {
    let (mut desk, _, _) = Desk::furnished(Language::En);
    let board = desk.catalog.boards.values().next().expect("one").clone();
    let mut definition = (*board.definition.0).clone();
    definition.tiles[0].w = 13;
    definition.tiles[1].id = definition.tiles[0].id.clone();
    let id = BoardId::from_u128(1);
    let save = |rev, definition| {
        let (app, name) = (board.app, "Copy".to_owned());
        Ask::Board(BoardAsk::Save { board: id, app, name, rev, definition, note: String::new() })
    };
    let found = problems(desk.ask(Actor::User(ADMIN), save(0, definition)));
    let open = "tiles.open".to_owned();
    assert_eq!(found, [(open.clone(), ProblemCode::OutOfRange), (open, ProblemCode::DuplicateId)]);
    let sound = (*board.definition.0).clone();
    desk.ask(Actor::User(ADMIN), save(0, sound.clone())).expect("a copy");
    assert_eq!(desk.ask(Actor::User(ADMIN), save(0, sound)), Err(Refusal::StaleRevision { now: 1 }));
}

/// The furnished board with its stacked bars alone, changed.
fn with_bars(desk: &Desk, change: impl Fn(&mut Query)) -> Ask {
    let board = desk.catalog.boards.values().next().expect("one");
    let mut definition = (*board.definition.0).clone();
    definition.tiles.retain(|tile| matches!(tile.chart, Chart::StackedBar(_)));
    definition.tiles[0].id = "bars".to_owned().try_into().unwrap();
    let Chart::StackedBar(query) = &mut definition.tiles[0].chart else { panic!("only these were kept") };
    change(query);
    let (app, name, rev) = (board.app, board.name.clone(), board.rev);
    Ask::Board(BoardAsk::Save { board: board.id, app, name, rev, definition, note: String::new() })
}

#[test]
fn a_chart_writes_its_numbers_within_bounds() {
    let (mut desk, _, _) = Desk::furnished(Language::En);
    let with = |desk: &Desk, decimals, chars| {
        let suffix = Some("\u{ffe5}".repeat(chars));
        let format = NumberFormat { decimals: Some(decimals), suffix, percent: true, ..NumberFormat::default() };
        with_bars(desk, |query| query.format = Some(format.clone()))
    };
    let wrong = with(&desk, DECIMALS_MAX + 1, NUMBER_SIGN_CHARS_MAX + 1);
    let found = problems(desk.ask(Actor::User(ADMIN), wrong));
    let place = |place: &str, code| (format!("tiles.bars.format.{place}"), code);
    assert_eq!(found, [place("decimals", ProblemCode::OutOfRange), place("suffix", ProblemCode::TooLong)]);
    let sound = with(&desk, DECIMALS_MAX, NUMBER_SIGN_CHARS_MAX);
    desk.ask(Actor::User(ADMIN), sound).expect("it is within bounds");
    let board = desk.catalog.boards.values().next().expect("one");
    let kept = serde_json::to_value(&*board.definition).unwrap();
    let suffix = "\u{ffe5}".repeat(NUMBER_SIGN_CHARS_MAX);
    let format = json!({"decimals": DECIMALS_MAX, "percent": true, "suffix": suffix});
    assert_eq!(kept["tiles"][0]["chart"]["format"], format, "what is as the field says is not written");
}

#[test]
fn a_chart_says_besides_only_what_can_be_folded_with_it() {
    let (mut desk, _, _) = Desk::furnished(Language::En);
    let with = |desk: &Desk, tooltip: Vec<Measure>| with_bars(desk, |query| query.tooltip = tooltip.clone());
    let wrong = vec![Measure::Count, Measure::MeanHandling, Measure::Sum { column: Column::Title }];
    let ask = with(&desk, wrong);
    let place = |place: &str, code| (format!("tiles.bars.{place}"), code);
    let expected = [place("tooltip.1", ProblemCode::WrongType), place("tooltip.2", ProblemCode::WrongType)];
    assert_eq!(problems(desk.ask(Actor::User(ADMIN), ask)), expected);
    let ask = with(&desk, vec![Measure::Count; TILE_TOOLTIP_MAX + 1]);
    assert_eq!(problems(desk.ask(Actor::User(ADMIN), ask)), [place("tooltip", ProblemCode::TooMany)]);
    let ask = with(&desk, vec![Measure::Mean { column: Column::Duration }; TILE_TOOLTIP_MAX]);
    desk.ask(Actor::User(ADMIN), ask).expect("that many may be said");
}

/// Version, name, whether it has a person, note.
fn kept(desk: &Desk, board: BoardId) -> Vec<(u32, String, bool, String)> {
    let versions = desk.catalog.board_versions.get(&board).into_iter().flat_map(|versions| versions.values());
    versions.map(|kept| (kept.version, kept.name.clone(), kept.by.is_some(), kept.note.clone())).collect()
}

#[test]
fn a_board_keeps_what_each_person_made_of_it_in_one_sitting() {
    let (mut desk, logins, _) = Desk::furnished(Language::En);
    let board = desk.catalog.boards.values().next().expect("one").clone();
    let other = *logins.values().next().expect("a company has people");
    let administrators = Role { members: vec![ADMIN, other], ..desk.role(ADMINISTRATOR) };
    desk.admin(PartyAsk::SaveRole(administrators)).expect("one more who designs");
    let mut rev = board.rev;
    let mut save = |desk: &mut Desk, user, name: &str, note: &str| {
        let definition = (*board.definition.0).clone();
        let (name, note) = (name.to_owned(), note.to_owned());
        let ask = BoardAsk::Save { board: board.id, app: board.app, name, rev, definition, note };
        rev += 1;
        desk.ask(Actor::User(user), Ask::Board(ask)).expect("it is sound")
    };
    let line = |version, name: &str, note: &str| (version, name.to_owned(), true, note.to_owned());

    save(&mut desk, ADMIN, "A", "");
    assert_eq!(kept(&desk, board.id), [line(1, "A", "")], "installing it was part of the sitting");
    desk.now.0 += BOARD_SITTING_MS;
    save(&mut desk, ADMIN, "B", "");
    desk.now.0 += BOARD_SITTING_MS - 1;
    save(&mut desk, ADMIN, "C", "");
    assert_eq!(kept(&desk, board.id), [line(1, "A", ""), line(2, "C", "")], "a pause ends it");
    save(&mut desk, other, "D", "");
    save(&mut desk, other, "A", "Taken from version 1");
    save(&mut desk, other, "E", "");
    save(&mut desk, other, "E", "Shown to the plant");
    let all = [
        line(1, "A", ""),
        line(2, "C", ""),
        line(3, "D", ""),
        line(4, "A", "Taken from version 1"),
        line(5, "E", "Shown to the plant"),
    ];
    assert_eq!(kept(&desk, board.id), all, "and so does another person, or a note");

    for _ in 5..=BOARD_VERSIONS_MAX {
        save(&mut desk, ADMIN, "F", "again");
    }
    let numbers: Vec<u32> = kept(&desk, board.id).into_iter().map(|(version, ..)| version).collect();
    assert_eq!((numbers.len(), numbers[0]), (BOARD_VERSIONS_MAX, 2), "the oldest was dropped");

    desk.ask(Actor::User(ADMIN), Ask::Board(BoardAsk::Delete { board: board.id })).expect("nobody needs it");
    assert!(!desk.catalog.board_versions.contains_key(&board.id), "nothing stays of a board that is gone");
}

#[test]
fn a_save_of_a_board_writes_its_document_once_and_each_version_has_its_own() {
    let (mut desk, _, _) = Desk::furnished(Language::En);
    let board = desk.catalog.boards.values().next().expect("one").clone();
    let mut left = Vec::new();
    for (rev, (tiles, pause)) in (board.rev..).zip([(1, BOARD_SITTING_MS), (2, 0), (3, BOARD_SITTING_MS)]) {
        desk.now.0 += pause;
        let mut definition = (*board.definition.0).clone();
        definition.tiles.truncate(tiles);
        let (app, name, note) = (board.app, board.name.clone(), String::new());
        let ask = BoardAsk::Save { board: board.id, app, name, rev, definition: definition.clone(), note };
        let events = desk.ask(Actor::User(ADMIN), Ask::Board(ask)).expect("it is sound");
        let written = events.iter().filter(|event| match event {
            Event::BoardSaved(saved) => *saved.definition.0 == definition,
            Event::BoardVersionKept(kept) => *kept.definition.0 == definition,
            _ => false,
        });
        assert_eq!(written.count(), 1);
        left.push(definition);
    }
    let versions = desk.catalog.board_versions[&board.id]
        .keys()
        .map(|version| (*desk.catalog.board_version(board.id, *version).expect("it is kept").definition.0).clone());
    assert_eq!(versions.collect::<Vec<_>>(), [(*board.definition.0).clone(), left.remove(1), left.remove(1)]);
}

#[test]
fn a_board_from_before_versions_were_kept_is_kept_by_its_first_save() {
    let (mut desk, _, _) = Desk::furnished(Language::En);
    let board = desk.catalog.boards.values().next().expect("one").clone();
    desk.catalog.board_versions.clear();
    let definition = (*board.definition.0).clone();
    let (app, rev, note) = (board.app, board.rev, String::new());
    let ask = BoardAsk::Save { board: board.id, app, name: "New".to_owned(), rev, definition, note };
    desk.ask(Actor::User(ADMIN), Ask::Board(ask)).expect("it is sound");
    let found = [(1, board.name.clone(), false, String::new()), (2, "New".to_owned(), true, String::new())];
    assert_eq!(kept(&desk, board.id), found);
    assert_eq!(desk.catalog.board_versions[&board.id][&1].definition, board.definition);
}

#[test]
fn a_phone_shows_tiles_of_the_board_each_at_most_once() {
    let (mut desk, _, _) = Desk::furnished(Language::En);
    let board = desk.catalog.boards.values().next().expect("one").clone();
    let mut save = |ids: &[&str]| {
        let phone = |id: &&str| PhoneTile { id: TileId::parse(id).expect("an id"), height: None, hidden: false };
        let mut definition = (*board.definition.0).clone();
        definition.phone = Some(ids.iter().map(phone).collect());
        let (app, name, rev, note) = (board.app, board.name.clone(), board.rev, String::new());
        desk.ask(Actor::User(ADMIN), Ask::Board(BoardAsk::Save { board: board.id, app, name, rev, definition, note }))
    };
    let found = problems(save(&["open", "gone", "open"]));
    let place = |id: &str| format!("phone.{id}");
    assert_eq!(found, [(place("gone"), ProblemCode::UnknownTile), (place("open"), ProblemCode::TilePlacedTwice)]);
    assert!(save(&["open"]).is_ok(), "those that are not named stand where they are read");
}

#[test]
fn tabs_of_a_board_are_named_each_is_there_once_and_every_tile_stands_on_one_of_them() {
    use ProblemCode as P;

    let (mut desk, _, _) = Desk::furnished(Language::En);
    let board = desk.catalog.boards.values().next().expect("one").clone();
    let id = |text: &str| TabId::parse(text).expect("a slug");
    let mut save = |tabs: &[(&str, &str)], stands: &[&str]| {
        let mut definition = (*board.definition.0).clone();
        definition.tabs = tabs.iter().map(|(tab, name)| Tab { id: id(tab), name: (*name).to_owned() }).collect();
        for (tile, tab) in definition.tiles.iter_mut().zip(stands) {
            tile.tab = Some(id(tab));
        }
        let (app, name, rev, note) = (board.app, board.name.clone(), board.rev, String::new());
        desk.ask(Actor::User(ADMIN), Ask::Board(BoardAsk::Save { board: board.id, app, name, rev, definition, note }))
    };
    let [first, second] = [0, 1].map(|at| format!("tiles.{}.tab", board.definition.tiles[at].id));
    let found = problems(save(&[("now", "Now"), ("now", " ")], &["gone", "now"]));
    let twice = ("tabs.now".to_owned(), P::DuplicateId);
    assert_eq!(found, [twice, ("tabs.now.name".to_owned(), P::Blank), (first.clone(), P::UnknownTab)]);
    let none = problems(save(&[], &["now", "later"]));
    assert_eq!(none, [(first, P::UnknownTab), (second, P::UnknownTab)], "a board of one page has no tab to stand on");

    let ids: Vec<_> = (0..=BOARD_TABS_MAX).map(|at| format!("tab_{at}")).collect();
    let all: Vec<_> = ids.iter().map(|tab| (tab.as_str(), "Tab")).collect();
    assert_eq!(problems(save(&all, &[])), [("tabs".to_owned(), P::TooMany)]);
    save(&all[1..], &["tab_1"]).expect("the others stand on the first");
}

#[test]
fn a_board_without_tabs_is_written_as_it_was() {
    let old = json!({"tiles": [], "filters": []});
    let board: BoardDefinition = serde_json::from_value(old.clone()).expect("a board");
    assert_eq!(serde_json::to_value(&board).expect("a document"), old);
}

#[test]
fn viewers_narrow_a_board_by_columns_that_a_tile_of_it_has_each_once() {
    use ProblemCode as P;

    let (mut desk, _, form) = Desk::furnished(Language::En);
    let board = desk.catalog.boards.values().next().expect("one").clone();
    let of = |field: &str, form| ViewerFilter { column: Column::Field(FieldId::parse(field).expect("a slug")), form };
    let order = |column, form| ViewerFilter { column, form };
    let mut save = |viewer_filters: Vec<ViewerFilter>| {
        let definition = BoardDefinition { viewer_filters, ..(*board.definition.0).clone() };
        let (app, name, rev, note) = (board.app, board.name.clone(), board.rev, String::new());
        desk.ask(Actor::User(ADMIN), Ask::Board(BoardAsk::Save { board: board.id, app, name, rev, definition, note }))
    };
    let (its, other) = (Some(form), Some(FormId::from_u128(1)));
    let wrong = vec![
        of("severity", its),
        of("severity", its),
        of("gone", its),
        of("severity", other),
        of("severity", None),
        order(Column::State, its),
    ];
    let codes: Vec<_> =
        problems(save(wrong)).into_iter().map(|(place, code)| (place.replace("viewer_filters.", ""), code)).collect();
    let expected = [P::DuplicateId, P::ViewerFilterGone, P::ViewerFilterIdle, P::UnknownForm, P::WrongType];
    assert_eq!(codes, (1..=5).map(|at: i32| at.to_string()).zip(expected).collect::<Vec<_>>());

    let own = [Column::Title, Column::State, Column::Node, Column::Handler, Column::Initiator, Column::Department]
        .into_iter()
        .chain([Column::CreatedAt, Column::SubmittedAt, Column::UpdatedAt, Column::EndedAt, Column::Duration]);
    let full: Vec<_> = own.map(|column| order(column, None)).chain([of("severity", its)]).collect();
    assert_eq!(full.len(), VIEWER_FILTERS_MAX);
    let one_more = [full.clone(), vec![of("symptoms", its)]].concat();
    assert_eq!(problems(save(one_more)), [("viewer_filters".to_owned(), P::TooMany)]);
    save(full).expect("as many as there may be");
}

#[test]
fn a_file_has_a_name_and_no_path() {
    let mut desk = Desk::opened(Language::En);
    let stored = |name: &str, bytes| {
        let file = File { id: FileId::from_u128(1), name: name.to_owned(), bytes, media: "image/png".to_owned() };
        Ask::File(FileAsk::Stored { file, digest: [0; 32] })
    };
    assert!(desk.ask(Actor::User(ADMIN), stored("图.png", 100 * 1024 * 1024)).is_ok());
    for name in ["../a.png", "a\\b.png", ".png", "", "C:a.png"] {
        assert!(desk.ask(Actor::User(ADMIN), stored(name, 1)).is_err(), "{name}");
    }
    let found = problems(desk.ask(Actor::User(ADMIN), stored("a.png", 100 * 1024 * 1024 + 1)));
    assert_eq!(found, [("bytes".to_owned(), ProblemCode::TooLarge)]);
    assert_eq!(desk.ask(Actor::System, stored("a.png", 1)), Err(Refusal::NotAllowed), "a file has an owner");
}

#[test]
fn who_only_takes_part_reads_what_their_nodes_let_them_read() {
    let (mut desk, logins, form) = Desk::furnished(Language::En);
    let user = logins["feng.tao"];
    let flow =
        desk.catalog.form(form).and_then(|history| history.current_flow()).expect("published").definition.clone();
    let field = |id| FieldId::parse(id).expect("a slug");
    let read = |desk: &Desk, nodes: &[&str]| {
        let nodes = nodes.iter().map(|node| NodeId::parse(node).expect("a slug")).collect();
        let part = Part { user, form, flow: &flow, nodes, is_participant: true };
        of_order(&desk.catalog, &part, &|rule| !matches!(rule, RowRule::Nothing)).readable
    };
    let reporter = read(&desk, &["start"]);
    assert!(reporter.allows(&field("description")) && !reporter.allows(&field("parts_cost")));
    assert!(!read(&desk, &["repair"]).allows(&field("rating")));
    assert_eq!(read(&desk, &["start", "accept"]), FieldRule::All, "what one node shows, the other does not hide");
    assert!(!columns(&desk.catalog, user, form).allows(&field("rating")), "no oracle in lists");
    let app = desk.catalog.form(form).expect("installed").form.app;
    let actions = BTreeSet::from([Action::View]);
    let watch = |scope| Role {
        id: RoleId::from_u128(9),
        name: "Watch".to_owned(),
        members: vec![user],
        everyone: false,
        powers: BTreeSet::new(),
        grants: vec![Grant { app, form: None, actions: actions.clone(), scope, fields: FieldMatrix::new() }],
    };
    desk.admin(PartyAsk::SaveRole(watch(Scope::Own))).expect("a sound role");
    assert_eq!(read(&desk, &["start"]), reporter, "seeing one's own is taking part");
    desk.admin(PartyAsk::SaveRole(watch(Scope::Department))).expect("a sound role");
    assert_eq!(read(&desk, &["start"]), FieldRule::All);
    assert_eq!(access::actions(&desk.catalog, user, form), BTreeSet::from([Action::View, Action::Create]));
}
