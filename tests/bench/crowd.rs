//! A company of five hundred people and its orders, as many as are asked for; the same every time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use tessera::catalog::Catalog;
use tessera::model::committed::Moved;
use tessera::model::definition::{App, Form, FormVersion};
use tessera::model::document::Document;
use tessera::model::event::Event;
use tessera::model::flow::FlowDefinition;
use tessera::model::form::{FieldMatrix, FormDefinition};
use tessera::model::id::{
    AppId, DepartmentId, FieldId, FormId, NodeId, OptionId, RecordId, RoleId, TaskId, UserId, VisitId,
};
use tessera::model::order::{Answer, Order, Outcome, Status, Task, TaskState, Visit, VisitLimit, VisitState};
use tessera::model::party::{Action, Department, Grant, Language, Power, Role, Scope, User};
use tessera::model::record::{Record, Values};
use tessera::model::time::{Date, MINUTE_MS, Timestamp};
use tessera::model::value::Value;

pub const FORM: FormId = FormId::from_u128(2);
/// Tuesday 2026-11-24.
pub const NOW: Timestamp = Timestamp(1_795_507_200_000);
/// Sees everything.
pub const ADMINISTRATOR: UserId = UserId::from_u128(1);
/// Sees one department of forty.
pub const HEAD: UserId = UserId::from_u128(2);
/// Sees what a formula lets through.
pub const BY_CONDITION: UserId = UserId::from_u128(3);
/// Sees what they take part in.
pub const MEMBER: UserId = UserId::from_u128(77);

const APP: AppId = AppId::from_u128(1);
const PEOPLE: u128 = 500;
const DEPARTMENTS: u128 = 40;

pub struct Crowd {
    pub catalog: Catalog,
}

/// Xorshift: even enough for a crowd.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("below a small number")
    }
}

impl Crowd {
    pub fn new() -> Self {
        let mut catalog = Catalog::default();
        for event in people().chain(roles()).chain(definitions()) {
            catalog.apply(&event);
        }
        Self { catalog }
    }
}

pub fn orders(count: u64) -> impl Iterator<Item = Moved> {
    let mut dice = Dice(0x51F3_51F3);
    (0..count).map(move |number| order(number, &mut dice))
}

fn people() -> impl Iterator<Item = Event> {
    let department = |at: u128| {
        let (id, name) = (DepartmentId::from_u128(at), format!("Department {at}"));
        Event::DepartmentSaved(Department { id, name, parent: None, head: None })
    };
    let person = |at: u128| {
        Event::UserSaved(User {
            id: UserId::from_u128(at),
            login: format!("person{at}"),
            name: format!("Person {at}"),
            email: String::new(),
            mobile: String::new(),
            departments: vec![department_of(UserId::from_u128(at))],
            manager: None,
            positions: Vec::new(),
            is_active: true,
            language: Language::En,
        })
    };
    (1..=DEPARTMENTS).map(department).chain((1..=PEOPLE).map(person))
}

fn department_of(user: UserId) -> DepartmentId {
    DepartmentId::from_u128(user.as_u128() % DEPARTMENTS + 1)
}

fn roles() -> impl Iterator<Item = Event> {
    let condition = Scope::Condition { formula: "severity = \"s2\" and cost > 5000".to_owned() };
    let held = [
        (Some(ADMINISTRATOR), Scope::All),
        (Some(HEAD), Scope::Department),
        (Some(BY_CONDITION), condition),
        (None, Scope::Own),
    ];
    (1..).zip(held).map(|(at, (member, scope))| {
        Event::RoleSaved(Role {
            id: RoleId::from_u128(at),
            name: String::new(),
            members: member.into_iter().collect(),
            everyone: member.is_none(),
            powers: BTreeSet::<Power>::new(),
            grants: vec![Grant {
                app: APP,
                form: None,
                actions: BTreeSet::from([Action::View]),
                scope,
                fields: FieldMatrix::new(),
            }],
        })
    })
}

fn definitions() -> impl Iterator<Item = Event> {
    let options = |prefix: &str, count: usize| -> Vec<Json> {
        (0..count).map(|at| json!({"id": format!("{prefix}{at}"), "label": format!("Option {at}")})).collect()
    };
    let controls = [
        ("equipment", json!({"kind": "text"})),
        ("description", json!({"kind": "textarea"})),
        ("severity", json!({"kind": "radio", "options": options("s", 4)})),
        ("kind", json!({"kind": "select", "options": options("k", 12)})),
        ("signs", json!({"kind": "checkbox", "options": options("n", 6)})),
        ("cost", json!({"kind": "money"})),
        ("hours", json!({"kind": "number", "decimals": 1})),
        ("due", json!({"kind": "date"})),
        ("is_down", json!({"kind": "switch"})),
        ("technician", json!({"kind": "user"})),
        ("number", json!({"kind": "serial"})),
    ];
    let field = |(id, control): &(&str, Json)| json!({"id": id, "label": id, "control": control});
    let fields: Vec<Json> = controls.iter().map(field).collect();
    let items: Vec<Json> = controls.iter().map(|(id, _)| json!({"field": id})).collect();
    let definition: FormDefinition =
        serde_json::from_value(json!({"fields": fields, "sections": [{"id": "all", "items": items}]})).expect("a form");
    let definition = Document::new(definition);
    let app = App { id: APP, name: "Repair".to_owned(), description: String::new(), icon: String::new(), color: None };
    let form = Form {
        id: FORM,
        app: APP,
        name: "Repair".to_owned(),
        draft: definition.clone(),
        draft_rev: 1,
        flow_draft: Document::new(FlowDefinition::default()),
        flow_draft_rev: 1,
        form_version: 0,
        flow_version: 0,
    };
    let published = FormVersion { form: FORM, version: 1, definition, note: String::new(), at: NOW, by: ADMINISTRATOR };
    [Event::AppSaved(app), Event::FormSaved(form), Event::FormPublished(published)].into_iter()
}

fn person(dice: &mut Dice) -> UserId {
    UserId::from_u128(dice.below(500) as u128 + 1)
}

/// Of the last two years; three steps each, four of five are done.
fn order(number: u64, dice: &mut Dice) -> Moved {
    let id = RecordId::from_u128(u128::from(number) << 64 | 7);
    let (initiator, is_ended) = (person(dice), dice.below(10) < 8);
    let minutes =
        |dice: &mut Dice, days: usize| i64::try_from(dice.below(days * 24 * 60)).expect("few minutes") * MINUTE_MS;
    let created_at = NOW.plus_ms(-minutes(dice, 730));
    let ended_at = created_at.plus_ms(minutes(dice, 10));
    let outcome = [Outcome::Completed, Outcome::Completed, Outcome::Rejected][dice.below(3)];
    let ended = Status::Ended { outcome, result: String::new(), at: ended_at, by: None };
    let mut order = Order {
        id,
        app: APP,
        form: FORM,
        form_version: 1,
        flow_version: 0,
        initiator,
        department: Some(department_of(initiator)),
        title: format!("设备 {} 主轴异响 {number}", dice.below(900)),
        status: if is_ended { ended } else { Status::Running },
        created_at,
        submitted_at: Some(created_at),
        last_at: ended_at,
        rev: 9,
        visits: BTreeMap::new(),
        forks: BTreeMap::new(),
        tasks: BTreeMap::new(),
        timers: BTreeMap::new(),
        timer_last: 0,
        handlers: BTreeSet::new(),
        copies: BTreeMap::new(),
        urged_at: None,
    };
    for step in 0..3 {
        let (actor, at) = (person(dice), created_at.plus_ms(minutes(dice, 3)));
        let is_open = !is_ended && step == 2;
        order.handlers.insert(actor);
        order.visits.insert(VisitId(step), visit(step, is_open, at));
        order.tasks.insert(TaskId(step), task(step, actor, is_open, (created_at, at)));
    }
    let (department, values) = (Some(department_of(initiator)), values(number, dice));
    let record = Record {
        id,
        form: FORM,
        form_version: 1,
        rev: 1,
        created_at,
        created_by: initiator,
        department,
        updated_at: created_at,
        values,
    };
    Moved { order: Arc::new(order), record: Arc::new(record) }
}

fn visit(step: u32, is_open: bool, at: Timestamp) -> Visit {
    Visit {
        node: NodeId::parse(&format!("step{step}")).expect("a slug"),
        scope: Vec::new(),
        parents: Vec::new(),
        supersedes: None,
        no_auto: false,
        state: if is_open { VisitState::Open } else { VisitState::Done { port: tessera::model::flow::Port::Out, at } },
        entered_at: at,
        round: 0,
        incident: None,
        limit: VisitLimit::None,
    }
}

fn task(step: u32, actor: UserId, is_open: bool, (opened_at, at): (Timestamp, Timestamp)) -> Task {
    let decided = TaskState::Decided { answer: Answer::Approved, by: actor, at };
    Task {
        visit: VisitId(step),
        actor: Some(actor),
        candidates: Vec::new(),
        state: if is_open { TaskState::Open } else { decided },
        made_at: opened_at,
        opened_at: Some(opened_at),
        claimed_at: None,
        touched_at: None,
        comment: String::new(),
    }
}

fn values(number: u64, dice: &mut Dice) -> Values {
    let mut option = |prefix: &str, count: usize| {
        Value::Option(OptionId::parse(&format!("{prefix}{}", dice.below(count))).expect("a slug"))
    };
    let (severity, kind, sign) = (option("s", 4), option("k", 12), option("n", 6));
    let mut decimal =
        |below: usize, scale| Value::Number(Decimal::new(i64::try_from(dice.below(below)).expect("small"), scale));
    let (cost, hours) = (decimal(1_000_000, 2), decimal(1_000, 1));
    let text = "主轴运转时有异常噪音,加工精度超差,已停机等待维修。The spindle makes noise under load.";
    let values = [
        ("equipment", Value::Text(format!("CNC {:03}", dice.below(900)))),
        ("description", Value::Text(text.to_owned())),
        ("severity", severity),
        ("kind", kind),
        ("signs", Value::List(vec![sign])),
        ("cost", cost),
        ("hours", hours),
        ("due", Value::Date(Date(20_000 + i32::try_from(dice.below(700)).expect("small")))),
        ("is_down", Value::Bool(dice.below(2) == 0)),
        ("technician", Value::User(person(dice))),
        ("number", Value::Text(format!("WX-{number:08}"))),
    ];
    values.map(|(id, value)| (FieldId::parse(id).expect("a slug"), value)).into()
}
