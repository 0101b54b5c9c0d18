//! Snapshots: one that grew with every commit is the one a restart would build, and what is asked of it is what is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;
use tessera::catalog::Catalog;
use tessera::model::command::{Actor, HeldAsk, Opinion, OrderVerb, Ruling, Verdict};
use tessera::model::committed::{Committed, Moved};
use tessera::model::definition::FormVersion;
use tessera::model::document::Document;
use tessera::model::event::Event;
use tessera::model::form::{Control, FieldMatrix, MoneyControl};
use tessera::model::held::{NO_HOLDS, Release};
use tessera::model::id::{CommandId, FieldId, RecordId, UserId};
use tessera::model::order::fold::fold;
use tessera::model::party::{Action, Grant, Role, Scope};
use tessera::model::problem::ProblemCode;
use tessera::model::raw::Raw;
use tessera::model::record::Record;
use tessera::model::refusal::Refusal;
use tessera::model::report::{Chart, Column, Condition, Dimension, GroupOrder, Measure, Query, Sort, Test};
use tessera::model::time::Timestamp;
use tessera::query::inbox::{self, Tab};
use tessera::query::look::Viewer;
use tessera::query::records::{RecordQuery, records};
use tessera::query::tile::tile;
use tessera::query::touched;
use tessera::report::symbol::Symbol;
use tessera::view::feed::Definition;
use tessera::view::inbox::{Inbox, Place};
use tessera::view::snapshot::Snapshot;

use crate::flow::desk::{Desk, ORDER};
use crate::flow::drawing::{self, Cast, Drawing, FORM};
use crate::simulate::actor::Troupe;
use crate::simulate::generator;
use crate::simulate::luck::Luck;

/// Many orders of one flow, all moving at once.
struct Crowd {
    cast: Cast,
    catalog: Catalog,
    groups: Vec<Vec<Arc<Committed>>>,
}

/// When, of which desk, the order as it is after it, what happened.
type Step = (Timestamp, u64, RecordId, Option<Moved>, Vec<Event>);

const NOW: Timestamp = Timestamp(1_795_507_200_000);

impl Crowd {
    fn new(seed: u64, orders: u64) -> Self {
        let (cast, flow) = generator::draw(&mut Luck::new(seed));
        let catalog = cast.catalog(drawing::form(), &flow);
        let mut steps: Vec<Step> = Vec::new();
        for number in 0..orders {
            let mut desk = Desk::new(cast.catalog(drawing::form(), &flow));
            desk.now = desk.now.plus_ms(i64::try_from(number).unwrap() * 90_000);
            Troupe::new(seed, Luck::new(seed ^ (number << 8)), cast.clone()).play(&mut desk, 25);
            // Neither in the order of the ids nor against it.
            let id = RecordId::from_u128(u128::from(number.wrapping_mul(7) % 1_009) << 64 | u128::from(number));
            steps.extend(moves(&desk, number, id));
        }
        steps.sort_by_key(|(at, number, ..)| (*at, *number));
        let mut luck = Luck::new(seed);
        let mut groups: Vec<Vec<Arc<Committed>>> = vec![Vec::new()];
        for (seq, (at, _, id, moved, events)) in (1..).zip(steps) {
            let committed = Committed {
                seq,
                at,
                command: CommandId::from_u128(u128::from(seq)),
                actor: Actor::System,
                events,
                orders: vec![(id, moved)],
                notices: Vec::new(),
                outgoing: Vec::new(),
            };
            groups.last_mut().unwrap().push(Arc::new(committed));
            if luck.percent(40) {
                groups.push(Vec::new());
            }
        }
        Self { cast, catalog, groups }
    }

    /// The snapshot after every group.
    fn grown(&self) -> Snapshot {
        let empty = Snapshot::load(&self.catalog, 0, [], []);
        self.groups.iter().fold(empty, |snapshot, group| snapshot.with(group, &self.catalog))
    }

    fn rows(&self) -> BTreeMap<RecordId, Moved> {
        let mut rows = BTreeMap::new();
        for (id, moved) in self.groups.iter().flatten().flat_map(|committed| &committed.orders) {
            match moved {
                Some(moved) => drop(rows.insert(*id, moved.clone())),
                None => drop(rows.remove(id)),
            }
        }
        rows
    }

    fn rebuilt(&self) -> Snapshot {
        Snapshot::load(&self.catalog, 0, self.rows().into_values(), [])
    }

    fn viewer<'a>(&'a self, snapshot: &'a Snapshot, name: &str) -> Viewer<'a> {
        Viewer { snapshot, catalog: &self.catalog, user: self.cast.id(name), now: NOW }
    }
}

/// Every commit of a desk, its order under another id; every ninth order vanishes in the end, as a discarded draft does.
fn moves(desk: &Desk, number: u64, id: RecordId) -> Vec<Step> {
    let (mut order, mut record) = (None, None);
    let mut steps = Vec::new();
    for (at, events) in &desk.log {
        for event in events {
            order = fold(order, ORDER, event, *at);
            record = Record::fold(record, ORDER, event, *at);
        }
        let moved = order.clone().zip(record.clone()).map(|(mut order, mut record)| {
            (order.id, record.id) = (id, id);
            Moved { order: Arc::new(order), record: Arc::new(record) }
        });
        let events = events.iter().map(|event| Event::Order { order: id, event: event.clone() }).collect();
        steps.push((*at, number, id, moved, events));
    }
    if number % 9 == 8 {
        steps.push((desk.now.plus_ms(1), number, id, None, Vec::new()));
    }
    steps
}

/// Everything a snapshot holds, free of row numbers and codes.
fn told(snapshot: &Snapshot, orders: &BTreeSet<RecordId>, users: &[UserId]) -> Vec<String> {
    let mut lines = Vec::new();
    let table = snapshot.table(FORM).expect("the form has a table");
    for id in orders {
        let Some(place) = snapshot.place(*id) else { continue };
        lines.push(format!("{id} rev {} live {}", table.rev(place.row), table.is_live(place.row)));
        lines.push(format!("{:?} {:?}", table.participants(place.row), table.deciders(place.row)));
        for column in table.shapes().keys() {
            let cell = table.cell(place.row, column, NOW);
            let names: Vec<Option<&Symbol>> = match &cell {
                tessera::view::column::Cell::Code(code) => vec![table.symbols().symbol(*code)],
                tessera::view::column::Cell::Codes(codes) => {
                    codes.iter().map(|code| table.symbols().symbol(*code)).collect()
                }
                _ => Vec::new(),
            };
            let cell = if names.is_empty() { format!("{cell:?}") } else { format!("{names:?}") };
            lines.push(format!("{column:?} {cell}"));
        }
    }
    for user in users {
        let Some(inbox) = snapshot.inbox(*user) else { continue };
        lines.push(format!("inbox of {user}"));
        lines.extend(shelves(snapshot, inbox));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn shelves(snapshot: &Snapshot, inbox: &Inbox) -> Vec<String> {
    let id = |place: &Place| snapshot.table_of(*place).id(place.row);
    let mut todo: Vec<String> =
        inbox.todo.iter().map(|((place, task), seat)| format!("{} {task} {seat:?}", id(place))).collect();
    todo.sort();
    for shelf in [&inbox.done, &inbox.started, &inbox.copied, &inbox.drafts] {
        let mut lines: Vec<String> = shelf.iter().map(|(place, at)| format!("{} {}", id(place), at.0)).collect();
        lines.sort();
        todo.extend(lines);
        todo.push("--".to_owned());
    }
    todo
}

#[test]
fn a_snapshot_that_grew_is_the_one_a_restart_builds() {
    for seed in [3, 11, 0x51F3] {
        let crowd = Crowd::new(seed, 60);
        let orders: BTreeSet<RecordId> =
            crowd.groups.iter().flatten().flat_map(|committed| &committed.orders).map(|(id, _)| *id).collect();
        let users: Vec<UserId> = crowd.catalog.directory.users.keys().copied().collect();
        let (grown, rebuilt) = (crowd.grown(), crowd.rebuilt());
        assert_eq!(grown.orders(), rebuilt.orders());
        let (grown, rebuilt) = (told(&grown, &orders, &users), told(&rebuilt, &orders, &users));
        for (grown, rebuilt) in grown.iter().zip(&rebuilt) {
            assert_eq!(grown, rebuilt, "seed {seed}");
        }
        assert_eq!(grown.len(), rebuilt.len(), "seed {seed}");
        assert!(grown.len() > 1_000, "{} lines", grown.len());
    }
}

#[test]
fn a_new_version_of_the_form_gives_the_same_columns_to_both() {
    let crowd = Crowd::new(13, 40);
    let mut definition = drawing::form();
    let note = definition.fields[0].control.clone();
    let amount = definition.fields.iter_mut().find(|field| field.id.as_str() == "amount").unwrap();
    amount.control = note;
    let (form, definition) = (FORM, Document::new(definition));
    let version = FormVersion { form, version: 2, definition, note: String::new(), at: NOW, by: UserId::from_u128(1) };
    let published = Event::FormPublished(version);
    let catalog = crowd.catalog.with(&published);
    let (before, after) = crowd.groups.split_at(crowd.groups.len() / 2);
    let grown =
        before.iter().fold(Snapshot::load(&crowd.catalog, 0, [], []), |it, group| it.with(group, &crowd.catalog));
    let seq = grown.seq + 1;
    let publish = Committed { orders: Vec::new(), events: vec![published], seq, ..Committed::clone(&before[0][0]) };
    let grown = grown.with(&[Arc::new(publish)], &catalog);
    let touched = grown.feed.after(seq - 1).expect("it is remembered").next().expect("something was touched");
    assert_eq!((touched.0, &touched.1.definitions), (seq, &vec![Definition::Form(FORM)]));
    let grown = after.iter().fold(grown, |it, group| it.with(group, &catalog));
    let rebuilt = Snapshot::load(&catalog, 0, crowd.rows().into_values(), []);
    let orders: BTreeSet<RecordId> = crowd.rows().into_keys().collect();
    let users: Vec<UserId> = catalog.directory.users.keys().copied().collect();
    assert_eq!(told(&grown, &orders, &users), told(&rebuilt, &orders, &users));
}

#[test]
fn pages_hold_every_record_once_whatever_the_order() {
    let crowd = Crowd::new(5, 70);
    let snapshot = crowd.grown();
    let viewer = crowd.viewer(&snapshot, "admin");
    let amount = Column::Field("amount".to_owned().try_into().unwrap());
    let sort = |column: &Column, descending| Sort { column: column.clone(), descending };
    let orders = [
        vec![],
        vec![sort(&amount, false)],
        vec![sort(&amount, true), sort(&Column::Title, false)],
        vec![sort(&Column::State, true), sort(&Column::Handler, false)],
        vec![sort(&Column::Title, true)],
        vec![sort(&Column::Duration, true)],
        vec![sort(&Column::EndedAt, false)],
    ];
    let all = crowd.rows().len();
    for sort in orders {
        let query = RecordQuery { columns: vec![amount.clone()], sort, rows: 7, ..RecordQuery::default() };
        let whole = records(viewer, FORM, &RecordQuery { rows: 200, ..query.clone() }).unwrap();
        assert_eq!((whole.rows.len(), whole.total, &whole.next), (all, all, &None));
        let (mut rows, mut cursor) = (Vec::new(), None);
        loop {
            let page = records(viewer, FORM, &RecordQuery { cursor, ..query.clone() }).unwrap();
            rows.extend(page.rows);
            let Some(next) = page.next else { break };
            cursor = Some(next);
        }
        assert_eq!(rows, whole.rows);
        for skip in 0..=all {
            let page = records(viewer, FORM, &RecordQuery { skip: skip.try_into().unwrap(), ..query.clone() }).unwrap();
            assert_eq!((&page.rows[..], page.total), (&whole.rows[skip..all.min(skip + 7)], all), "from {skip}");
            assert_eq!(page.next.is_some(), skip + 7 < all);
        }
    }
}

#[test]
fn nobody_finds_what_they_take_no_part_in() {
    let mut crowd = Crowd::new(9, 60);
    let query = RecordQuery { columns: vec![Column::Initiator], rows: 200, ..RecordQuery::default() };
    crowd.catalog.apply(&Event::RoleSaved(members_see_their_own()));
    let snapshot = crowd.grown();
    let rows = crowd.rows();
    let names = crowd.cast.names.clone();
    let mut seen = BTreeSet::new();
    for name in &names {
        let viewer = crowd.viewer(&snapshot, name);
        let own = rows.values().filter(|moved| moved.order.is_participant(viewer.user)).count();
        let expected = if name == "admin" { rows.len() } else { own };
        assert_eq!(records(viewer, FORM, &query).unwrap().total, expected, "{name}");
        let behind = RecordQuery { skip: expected.try_into().unwrap(), ..query.clone() };
        assert_eq!(
            records(viewer, FORM, &behind).unwrap().rows,
            [],
            "{name} finds another's behind the last of their own"
        );
        seen.insert(expected);
    }
    assert!(seen.len() > 3, "everybody sees the same: {seen:?}");
}

fn members_see_their_own() -> Role {
    let grant = Grant {
        app: drawing::APP,
        form: None,
        actions: BTreeSet::from([Action::View]),
        scope: Scope::Own,
        fields: FieldMatrix::new(),
    };
    Role {
        id: tessera::model::party::MEMBER,
        name: "member".to_owned(),
        members: Vec::new(),
        everyone: true,
        powers: BTreeSet::new(),
        grants: vec![grant],
    }
}

#[test]
fn an_inbox_shows_what_can_be_done_the_most_pressing_first() {
    let crowd = Crowd::new(21, 60);
    let snapshot = crowd.grown();
    let rows = crowd.rows();
    let mut tasks = 0;
    for name in &crowd.cast.names {
        let viewer = crowd.viewer(&snapshot, name);
        let open = rows.values().flat_map(|moved| moved.order.open_tasks().map(move |(id, task)| (moved, id, task)));
        let mine: BTreeSet<(String, Option<String>)> = open
            .filter(|(_, _, task)| task.holders().contains(&viewer.user))
            .map(|(moved, id, _)| (moved.order.id.to_string(), Some(id.to_string())))
            .collect();
        let page = inbox::inbox(viewer, Tab::Todo, None, "").unwrap();
        assert_eq!(page.counts.todo, mine.len(), "{name}");
        let shown: BTreeSet<_> = page.items.iter().map(|item| (item.order.clone(), item.task.clone())).collect();
        assert!(shown.is_subset(&mine));
        assert_eq!(shown.len(), mine.len().min(50));
        let due: Vec<i64> = page.items.iter().map(|item| item.due_at.unwrap_or(i64::MAX)).collect();
        assert!(due.is_sorted());
        tasks += mine.len();
    }
    assert!(tasks > 10, "{tasks} tasks are no test");
}

#[test]
fn a_task_tells_its_amount_to_whoever_may_know_it() {
    for (rule, known) in [("", Some(5)), (" fields=amount:hidden", None)] {
        let mut cast = Cast::default();
        cast.people("ann; ben");
        let mut drawing = Drawing::default();
        drawing.node(&format!("check approve by=ben{rule}"), &mut cast);
        drawing.edge("start -> check");
        drawing.edge("check:approved -> end");
        let amount: FieldId = "amount".to_owned().try_into().unwrap();
        let mut form = drawing::form();
        for field in form.fields.iter_mut().filter(|field| field.id == amount) {
            field.control = Control::Money(MoneyControl::default());
        }
        let mut desk = Desk::new(cast.catalog(form, &drawing.finished()));
        desk.catalog.apply(&Event::RoleSaved(members_see_their_own()));
        let values = BTreeMap::from([(amount, Raw::Number("5".to_owned()))]);
        desk.ask(Actor::User(cast.id("ann")), OrderVerb::Submit { form: FORM, values }).unwrap();
        let moved =
            Moved { order: Arc::new(desk.order().clone()), record: Arc::new(desk.record.clone().expect("a record")) };
        let snapshot = Snapshot::load(&desk.catalog, 0, [moved], []);
        let ben = Viewer { snapshot: &snapshot, catalog: &desk.catalog, user: cast.id("ben"), now: NOW };
        let page = inbox::inbox(ben, Tab::Todo, None, "").unwrap();
        assert!(page.items[0].approval.is_some());
        assert_eq!(page.items[0].amount.as_ref().map(|amount| amount.number), known.map(Decimal::from), "{rule}");
    }
}

#[test]
fn what_somebody_decided_leaves_that_inbox_and_no_other() {
    let mut cast = Cast::default();
    cast.people("ann; ben; eve");
    let mut drawing = Drawing::default();
    drawing.node("check approve by=ben,eve mode=any", &mut cast);
    drawing.edge("start -> check");
    drawing.edge("check:approved -> end");
    let mut desk = Desk::new(cast.catalog(drawing::form(), &drawing.finished()));
    desk.catalog.apply(&Event::RoleSaved(members_see_their_own()));
    desk.ask(Actor::User(cast.id("ann")), OrderVerb::Submit { form: FORM, values: BTreeMap::new() }).unwrap();
    let (ben, eve) = (cast.id("ben"), cast.id("eve"));
    let task = desk.order().open_tasks().find(|(_, task)| task.actor == Some(ben)).unwrap().0;
    let verdict = Verdict { task, ruling: Ruling::Reject, opinion: Opinion::of("no") };
    desk.hold(ben, HeldAsk::Hold { order: ORDER, rev: None, verdict }).unwrap();
    let held = desk.held(ben).iter().next().unwrap().clone();
    let released = Event::DecisionReleased { id: held.id, by: ben, order: ORDER, how: Release::TakenBack };
    let held = Event::DecisionHeld(held);

    let moved =
        Moved { order: Arc::new(desk.order().clone()), record: Arc::new(desk.record.clone().expect("a record")) };
    let before = Snapshot::load(&desk.catalog, 1, [moved], []);
    let commit = |seq, event: &Event| Committed {
        seq,
        at: NOW,
        command: CommandId::from_u128(1),
        actor: Actor::User(ben),
        events: vec![event.clone()],
        orders: Vec::new(),
        notices: Vec::new(),
        outgoing: Vec::new(),
    };
    let grown = before.with(&[Arc::new(commit(2, &held))], &desk.catalog);
    let mut rebuilt = before.clone();
    rebuilt.hold(&held);
    assert_eq!((grown.held(ben), grown.held(eve)), (rebuilt.held(ben), &NO_HOLDS));
    let back = grown.with(&[Arc::new(commit(3, &released))], &desk.catalog);
    let todo = |snapshot: &Snapshot, user| {
        let page =
            inbox::inbox(Viewer { snapshot, catalog: &desk.catalog, user, now: NOW }, Tab::Todo, None, "").unwrap();
        (page.counts.todo, page.items.len())
    };
    for (snapshot, his) in [(&before, (1, 1)), (&grown, (0, 0)), (&rebuilt, (0, 0)), (&back, (1, 1))] {
        assert_eq!((todo(snapshot, ben), todo(snapshot, eve)), (his, (1, 1)));
    }
    for seq in [2, 3] {
        let (_, touch) = back.feed.after(seq - 1).expect("it is remembered").next().unwrap();
        let heard = |user| touched::topics(Viewer { snapshot: &back, catalog: &desk.catalog, user, now: NOW }, touch);
        assert_eq!((heard(ben), heard(eve)), (vec![format!("order:{ORDER}"), "inbox".to_owned()], vec![]));
    }
}

#[test]
fn a_hidden_field_is_no_column() {
    let mut cast = Cast::default();
    cast.people("ann; ben; admin !");
    let mut drawing = Drawing::default();
    drawing.node("check approve by=ben fields=amount:hidden", &mut cast);
    drawing.edge("start -> check");
    drawing.edge("check:approved -> end");
    let mut desk = Desk::new(cast.catalog(drawing::form(), &drawing.finished()));
    desk.catalog.apply(&Event::RoleSaved(members_see_their_own()));
    let amount: FieldId = "amount".to_owned().try_into().unwrap();
    let values = BTreeMap::from([(amount.clone(), Raw::Number("5".to_owned()))]);
    desk.ask(Actor::User(cast.id("ann")), OrderVerb::Submit { form: FORM, values }).unwrap();
    let moved =
        Moved { order: Arc::new(desk.order().clone()), record: Arc::new(desk.record.clone().expect("a record")) };
    let snapshot = Snapshot::load(&desk.catalog, 0, [moved], []);
    let column = Column::Field(amount);
    let viewer = |name: &str| Viewer { snapshot: &snapshot, catalog: &desk.catalog, user: cast.id(name), now: NOW };
    let listed = RecordQuery { columns: vec![column.clone()], rows: 1, ..RecordQuery::default() };
    let shown = |name: &str| records(viewer(name), FORM, &listed).unwrap().rows[0].values.len();
    assert_eq!((shown("ann"), shown("ben"), shown("admin")), (0, 0, 1));
    let full = Condition { column: column.clone(), test: Test::NotEmpty };
    let dimension = Some(Dimension { column: column.clone(), bucket: None });
    let sum = Measure::Sum { column: column.clone() };
    let asks = |name: &str| {
        let filtered = RecordQuery { filters: vec![full.clone()], ..listed.clone() };
        let sorted = Sort { column: column.clone(), descending: false };
        let sorted = RecordQuery { sort: vec![sorted], ..listed.clone() };
        let chart = |dimension, measure| Chart::Bar(count_of(dimension, measure));
        [
            records(viewer(name), FORM, &filtered).map(drop),
            records(viewer(name), FORM, &sorted).map(drop),
            tile(viewer(name), &chart(dimension.clone(), Measure::Count), &[]).map(drop),
            tile(viewer(name), &chart(None, sum.clone()), &[]).map(drop),
            tile(viewer(name), &chart(None, Measure::Count), std::slice::from_ref(&full)).map(drop),
        ]
    };
    for asked in asks("ann") {
        let Err(Refusal::Invalid(problems)) = asked else { panic!("{asked:?}") };
        assert_eq!(problems[0].code, ProblemCode::UnknownField);
    }
    assert_eq!(asks("admin"), [const { Ok(()) }; 5]);

    // What is only said besides is left out for them, and the chart stays.
    let by_state = Some(Dimension { column: Column::State, bucket: None });
    let query = Query { tooltip: vec![sum, Measure::Count], ..count_of(by_state, Measure::Count) };
    let said = |name: &str| {
        let tooltip = tile(viewer(name), &Chart::Bar(query.clone()), &[]).unwrap().tooltip;
        tooltip.into_iter().map(|said| said.map(|it| (it.total, it.values))).collect::<Vec<_>>()
    };
    let (amount, count) = (Some((Some(5.0), vec![Some(5.0)])), Some((Some(1.0), vec![Some(1.0)])));
    assert_eq!(said("admin"), [amount, count.clone()]);
    assert_eq!(said("ann"), [None, count]);
}

fn count_of(dimension: Option<Dimension>, measure: Measure) -> Query {
    Query {
        form: FORM,
        filters: Vec::new(),
        dimension,
        split: None,
        measure,
        period: None,
        order: GroupOrder::Natural,
        top: 20,
        target: None,
        color: None,
        format: None,
        tooltip: Vec::new(),
    }
}
