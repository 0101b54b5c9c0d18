//! The whole way of a command without the network: queue, decision, durable group, published state; and after a restart the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use tessera::catalog::Catalog;
use tessera::crypt::chance;
use tessera::decide::app::{package, ready_made};
use tessera::decide::workspace::sample::{self, Logins};
use tessera::decide::workspace::seed;
use tessera::model::command::{
    Actor, Ask, Command, FormAsk, HeldAsk, IdentityAsk, Opinion, OrderVerb, PartyAsk, PreferenceAsk, ReturnTarget,
    Ruling, Verdict, WorkspaceAsk,
};
use tessera::model::committed::{Committed, Moved};
use tessera::model::event::{Entry, Event};
use tessera::model::held::{Obstacle, Release};
use tessera::model::id::{CommandId, FormId, RecordId, UserId};
use tessera::model::identity::Session;
use tessera::model::limit::HOLD_MS;
use tessera::model::order::fold::fold;
use tessera::model::party::Language;
use tessera::model::preference::{Preference, Theme, Tour};
use tessera::model::record::Record;
use tessera::model::refusal::Refusal;
use tessera::model::time::{DAY_MS, Timestamp};
use tessera::store::Store;
use tessera::store::error::StoreError;
use tessera::store::options::Options;
use tessera::store::restore::{self, Keys, Source};
use tessera::store::space::{Reserve, Space};
use tessera::store::target::Folder;
use tessera::writer::clock::{Clock, ManualClock};
use tessera::writer::load::{Found, load};
use tessera::writer::queue::{Rejected, Writer};
use tessera::writer::run::writer;

use crate::ledger::{Site, open, open_with};
use crate::support::first_run::{ADMIN, first_run};

/// Tuesday 2026-11-24, 10:00 in Shanghai.
const NOW: Timestamp = Timestamp(1_795_485_600_000);

/// A running writer over a store; the published catalog is shared.
struct Desk {
    writer: Writer,
    clock: Arc<ManualClock>,
    catalog: Arc<Mutex<Arc<Catalog>>>,
    store: Arc<Store>,
    thread: JoinHandle<Result<(), StoreError>>,
    next: u128,
}

impl Desk {
    fn over(store: Store, now: Timestamp) -> Self {
        let store = Arc::new(store);
        let loaded = load(&store, &mut |_| {}, &mut |_, _| {}).unwrap();
        let catalog = Arc::new(Mutex::new(Arc::clone(&loaded.catalog)));
        let clock = Arc::new(ManualClock::at(now));
        let shown = Arc::clone(&catalog);
        let publish =
            Box::new(move |_: &[Arc<Committed>], fresh: &Arc<Catalog>| *shown.lock().unwrap() = Arc::clone(fresh));
        let (writer, wheel) = writer(loaded, Arc::clone(&clock) as Arc<dyn Clock>, publish);
        Self { writer, clock, catalog, store, thread: std::thread::spawn(|| wheel.run()), next: 0x1_0000 }
    }

    fn catalog(&self) -> Arc<Catalog> {
        Arc::clone(&self.catalog.lock().unwrap())
    }

    fn fresh(&mut self) -> u128 {
        self.next += 1;
        chance::uuid_v7(NOW) ^ self.next
    }

    fn send(&self, command: Command) -> Result<Arc<Committed>, Rejected> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(self.writer.submit(command))
    }

    fn ask(&mut self, actor: Actor, ask: Ask) -> Result<Arc<Committed>, Rejected> {
        let id = CommandId::from_u128(self.fresh());
        self.send(Command { id, actor, ask })
    }

    fn verb(&mut self, user: UserId, order: RecordId, verb: OrderVerb) -> Result<Moved, Rejected> {
        let done = self.ask(Actor::User(user), Ask::Order { order, rev: None, verb })?;
        Ok(done.orders[0].1.clone().expect("the order is there"))
    }

    /// Ends the thread and gives the store back.
    fn stop(self) -> Arc<Store> {
        drop(self.writer);
        self.thread.join().unwrap().unwrap();
        self.store
    }

    /// First run, equipment repair, the sample company.
    fn furnish(&mut self) -> (FormId, Logins) {
        self.ask(Actor::System, Ask::Batch(seed::asks(&first_run(Language::Zh)))).unwrap();
        let mut ids = (1..).map(|n: u128| chance::uuid_v7(NOW) ^ (n << 8));
        let mut fresh = || ids.next().unwrap();
        let text = ready_made::package("repair", Language::Zh).unwrap();
        let installation = package::install(&self.catalog(), text, &mut fresh).unwrap();
        self.ask(Actor::User(ADMIN), Ask::Batch(installation.asks)).unwrap();
        let (asks, logins) = sample::company(&self.catalog(), Language::Zh, &mut fresh);
        self.ask(Actor::User(ADMIN), Ask::Batch(asks)).unwrap();
        (installation.forms[0], logins)
    }

    /// Submits sample repairs; gives the orders that were taken.
    fn report(&mut self, form: FormId, logins: &Logins, count: usize) -> Vec<RecordId> {
        let moments = vec![self.clock.now(); count];
        let reports = sample::repairs(Language::Zh, 7, &moments);
        reports
            .into_iter()
            .map(|report| {
                let order = RecordId::from_u128(self.fresh());
                self.verb(logins[&report.by], order, OrderVerb::Submit { form, values: report.values }).unwrap();
                order
            })
            .collect()
    }
}

fn rows(store: &Arc<Store>) -> BTreeMap<RecordId, Moved> {
    let mut rows = BTreeMap::new();
    let mut keep = |_: &Catalog, found| {
        if let Found::Order(moved) = found {
            rows.insert(moved.order.id, moved);
        }
    };
    load(store, &mut |_| {}, &mut keep).unwrap();
    rows
}

/// What waits, by the rows; the log must say the same.
fn waiting(store: &Arc<Store>) -> Vec<Event> {
    let rows = load(store, &mut |_| {}, &mut |_, _| {}).unwrap().held;
    let mut told: BTreeMap<(UserId, CommandId), Event> = BTreeMap::new();
    for found in store.log(1) {
        let entry: Entry = postcard::from_bytes(&found.unwrap().commit.log).unwrap();
        for event in entry.events {
            match &event {
                Event::DecisionHeld(held) => drop(told.insert((held.by, held.id), event)),
                Event::DecisionReleased { id, by, .. } => drop(told.remove(&(*by, *id)).expect("it waited")),
                _ => {}
            }
        }
    }
    assert_eq!(rows, told.into_values().collect::<Vec<_>>());
    rows
}

/// Whose the first step of an order is, and the decision that sends it back; `None`: somebody has to claim it first.
fn sent_back(store: &Arc<Store>, order: RecordId) -> Option<(UserId, Verdict)> {
    let moved = rows(store).remove(&order).unwrap();
    let (task, user) = moved.order.open_tasks().find_map(|(id, task)| Some((id, task.actor?)))?;
    let ruling = Ruling::Return { target: ReturnTarget::Start };
    Some((user, Verdict { task, ruling, opinion: Opinion::of("Which one?") }))
}

/// Folds the whole log from nothing.
fn replayed(store: &Arc<Store>) -> BTreeMap<RecordId, Moved> {
    let mut orders = BTreeMap::new();
    for found in store.log(1) {
        let entry: Entry = postcard::from_bytes(&found.unwrap().commit.log).unwrap();
        for event in &entry.events {
            let Event::Order { order: id, event } = event else { continue };
            let (order, record): (Option<_>, Option<Record>) = orders.remove(id).unwrap_or_default();
            let order = fold(order, *id, event, entry.at);
            let record = Record::fold(record, *id, event, entry.at);
            orders.insert(*id, (order, record));
        }
    }
    let whole = |(id, (order, record)): (RecordId, (Option<_>, Option<_>))| {
        Some((id, Moved { order: Arc::new(order?), record: Arc::new(record?) }))
    };
    orders.into_iter().filter_map(whole).collect()
}

#[test]
fn the_log_folds_to_the_rows_and_a_restart_changes_nothing() {
    let site = Site::new();
    let mut desk = Desk::over(site.create(), NOW);
    let (form, logins) = desk.furnish();
    let orders = desk.report(form, &logins, 20);
    let catalog = desk.catalog();
    let store = desk.stop();
    let before = rows(&store);
    assert_eq!(before.len(), orders.len());
    assert_eq!(replayed(&store), before);
    drop(store);
    let desk = Desk::over(site.open().0, NOW);
    assert_eq!(desk.catalog().forms.keys().collect::<Vec<_>>(), catalog.forms.keys().collect::<Vec<_>>());
    assert_eq!(desk.catalog().directory.users, catalog.directory.users);
    assert_eq!(rows(&desk.stop()), before);
}

#[test]
fn what_people_chose_is_theirs_and_stays_over_a_restart() {
    let site = Site::new();
    let mut desk = Desk::over(site.create(), NOW);
    let (_, logins) = desk.furnish();
    let (one, other) = (ADMIN, *logins.values().find(|user| **user != ADMIN).unwrap());
    let choose = |theme| Ask::Preference(PreferenceAsk::ChooseTheme(theme));
    let begin = |tour| Ask::Preference(PreferenceAsk::BeginTour(tour));
    let keep = |phrase: &str| Ask::Preference(PreferenceAsk::KeepPhrase(phrase.to_owned()));
    desk.ask(Actor::User(one), choose(Theme::Dark)).unwrap();
    desk.ask(Actor::User(other), begin(Tour::Form)).unwrap();
    desk.ask(Actor::User(other), keep("按标准处理。")).unwrap();
    desk.ask(Actor::User(one), begin(Tour::Flow)).unwrap();
    let again = desk.ask(Actor::User(one), begin(Tour::Flow)).unwrap();
    assert_eq!(again.events, []);
    assert_eq!(desk.ask(Actor::System, choose(Theme::Dark)), Err(Rejected::Refused(Refusal::NotAllowed)));
    let tours = |tour| BTreeSet::from([tour]);
    let expected = BTreeMap::from([
        (one, Preference { theme: Theme::Dark, tours: tours(Tour::Flow), ..Preference::of(one) }),
        (
            other,
            Preference {
                tours: tours(Tour::Form), phrases: vec!["按标准处理。".to_owned()], ..Preference::of(other)
            },
        ),
    ]);
    assert_eq!(*desk.catalog().preferences, expected);
    drop(desk.stop());
    let desk = Desk::over(site.open().0, NOW);
    assert_eq!(*desk.catalog().preferences, expected);
    desk.stop();
}

#[test]
fn orders_that_went_over_to_another_version_go_by_it_after_a_restart() {
    let site = Site::new();
    let mut desk = Desk::over(site.create(), NOW);
    let (form, logins) = desk.furnish();
    let orders = desk.report(form, &logins, 5);
    let migrate = |to| OrderVerb::Migrate { to, nodes: BTreeMap::new() };
    let rev = desk.catalog().form(form).unwrap().form.flow_draft_rev;
    desk.ask(Actor::User(ADMIN), Ask::Form(FormAsk::PublishFlow { form, rev, note: String::new() })).unwrap();
    let initiator = rows(&desk.store)[&orders[0]].order.initiator;
    assert_eq!(desk.verb(initiator, orders[0], migrate(2)), Err(Rejected::Refused(Refusal::NotAllowed)));
    let stale = Refusal::StaleRevision { now: 2 };
    assert_eq!(desk.verb(ADMIN, orders[0], migrate(1)), Err(Rejected::Refused(stale)));
    for order in &orders[1..] {
        let moved = desk.verb(ADMIN, *order, migrate(2)).unwrap();
        assert_eq!((moved.order.flow_version, moved.order.rev), (2, rows(&desk.store)[order].order.rev));
    }
    let store = desk.stop();
    let before = rows(&store);
    assert_eq!(replayed(&store), before);
    drop(store);
    let mut desk = Desk::over(site.open().0, NOW);
    assert_eq!(rows(&desk.store), before);
    let versions = orders.iter().map(|order| before[order].order.flow_version);
    assert_eq!(versions.collect::<Vec<_>>(), [1, 2, 2, 2, 2]);
    desk.verb(ADMIN, orders[1], OrderVerb::Terminate { comment: String::new() }).unwrap();
    desk.stop();
}

#[test]
fn the_same_command_id_is_done_once_even_after_a_restart() {
    let site = Site::new();
    let mut desk = Desk::over(site.create(), NOW);
    let (form, logins) = desk.furnish();
    let report = sample::repairs(Language::Zh, 1, &[NOW]).remove(0);
    let by = logins[&report.by];
    let order = RecordId::from_u128(desk.fresh());
    let verb = OrderVerb::Submit { form, values: report.values };
    let command =
        Command { id: CommandId::from_u128(99), actor: Actor::User(by), ask: Ask::Order { order, rev: None, verb } };
    let first = desk.send(command.clone()).unwrap();
    let again = desk.send(command.clone()).unwrap();
    assert_eq!((again.seq, &again.orders), (first.seq, &first.orders));
    drop(desk.stop());
    let desk = Desk::over(site.open().0, NOW);
    let later = desk.send(command.clone()).unwrap();
    assert_eq!((later.seq, &later.orders), (first.seq, &first.orders));
    let stolen = Command { actor: Actor::User(ADMIN), ..command };
    assert_eq!(desk.send(stolen), Err(Rejected::Refused(Refusal::CommandMismatch)));
    assert_eq!(desk.store.head(), first.seq);
    desk.stop();
}

#[test]
fn signing_in_does_not_fall_with_the_rest_of_its_group_when_the_disk_is_full() {
    let site = Site::new();
    let mut desk = Desk::over(site.create(), NOW);
    desk.furnish();
    drop(desk.stop());
    let free = Space::of(&site.data).unwrap().free;
    let reserve = Reserve { bytes: free / 3 * 4, percent: 0 };
    let (store, _) = open_with(&site.data, &site.key, &Options { reserve, ..Options::SMALL }).unwrap();
    let mut desk = Desk::over(store, NOW);
    let user = desk.catalog().directory.user(ADMIN).unwrap().clone();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    for round in 0..20 {
        let session = Session { digest: [round; 32], user: ADMIN, opened_at: NOW };
        let asks = [Ask::Party(PartyAsk::SaveUser(user.clone())), Ask::Identity(IdentityAsk::OpenSession(session))];
        let commands =
            asks.map(|ask| Command { id: CommandId::from_u128(desk.fresh()), actor: Actor::User(ADMIN), ask });
        let [work, visit] = commands.map(|command| desk.writer.submit(command));
        let (work, visit) = runtime.block_on(async { tokio::join!(work, visit) });
        assert_eq!(work, Err(Rejected::StorageFull), "round {round}");
        assert!(visit.is_ok(), "round {round}: {visit:?}");
    }
    desk.stop();
}

#[test]
fn serial_numbers_of_one_group_are_all_different() {
    let site = Site::new();
    let mut desk = Desk::over(site.create(), NOW);
    let (form, logins) = desk.furnish();
    let reports = sample::repairs(Language::Zh, 3, &[NOW; 40]);
    let commands: Vec<Command> = reports
        .into_iter()
        .map(|report| {
            let verb = OrderVerb::Submit { form, values: report.values };
            let order = RecordId::from_u128(desk.fresh());
            let id = CommandId::from_u128(desk.fresh());
            Command { id, actor: Actor::User(logins[&report.by]), ask: Ask::Order { order, rev: None, verb } }
        })
        .collect();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let all = commands.into_iter().map(|command| desk.writer.submit(command));
    let done = runtime.block_on(futures_util::future::join_all(all));
    let numbers: std::collections::BTreeSet<String> = done
        .into_iter()
        .map(|done| {
            let moved = done.unwrap().orders[0].1.clone().unwrap();
            format!("{:?}", moved.record.value(&"number".to_owned().try_into().unwrap()))
        })
        .collect();
    assert_eq!(numbers.len(), 40);
    desk.stop();
}

#[test]
fn a_limit_that_passed_reminds_once_whoever_asks_first() {
    let site = Site::new();
    let mut desk = Desk::over(site.create(), NOW);
    let (form, logins) = desk.furnish();
    let orders = desk.report(form, &logins, 12);
    let armed: Vec<_> = rows(&desk.store)
        .into_values()
        .filter_map(|moved| moved.order.timers.iter().next().map(|(timer, _)| (moved.order.id, *timer)))
        .collect();
    assert!(!armed.is_empty(), "of {} orders none has a limit", orders.len());
    desk.clock.advance_ms(30 * DAY_MS);
    for (order, timer) in armed {
        let fire = || Ask::Order { order, rev: None, verb: OrderVerb::FireTimers { timer } };
        let first = desk.ask(Actor::System, fire()).unwrap();
        assert!(!first.notices.is_empty());
        let second = desk.ask(Actor::System, fire()).unwrap();
        assert_eq!((second.notices.len(), second.events.len()), (0, 0));
    }
    desk.stop();
}

#[test]
fn nothing_that_is_due_happens_in_a_restored_workspace_before_the_word() {
    let site = Site::new();
    let mut desk = Desk::over(site.create(), NOW);
    let (form, logins) = desk.furnish();
    desk.report(form, &logins, 12);
    let mut armed = rows(&desk.store).into_values().filter(|moved| !moved.order.timers.is_empty());
    let order = armed.next().expect("one has a limit").order;
    let (user, verdict) = sent_back(&desk.store, order.id).unwrap();
    let hold = |order| Ask::Held(HeldAsk::Hold { order, rev: None, verdict: verdict.clone() });
    let id = desk.ask(Actor::User(user), hold(order.id)).unwrap().command;
    let (folder, elsewhere) = (Folder::new(&site.data.join("backup")), site.data.with_file_name("elsewhere"));
    let made = desk.stop().backup(&folder, NOW, &mut |_| Ok(())).unwrap();
    let (source, openers) = (Source { target: &folder, name: &made.name }, site.openers());
    let to = (elsewhere.as_path(), &Options::SMALL);
    restore::restore(source, &Keys::Openers(&openers), to, None, &mut |_| Ok(())).unwrap();

    let mut desk = Desk::over(open(&elsewhere, &site.key).unwrap().0, NOW.plus_ms(30 * DAY_MS));
    let say = |desk: &mut Desk| {
        let verb = OrderVerb::Comment { text: "Is it there?".to_owned(), mentions: Vec::new(), files: Vec::new() };
        desk.verb(order.initiator, order.id, verb).unwrap().order.timers.clone()
    };
    assert_eq!(say(&mut desk), order.timers, "what people ask for goes on, and fires nothing");
    let send =
        |desk: &mut Desk| desk.ask(Actor::User(user), Ask::Held(HeldAsk::SendDue { id })).map(|done| done.orders.len());
    let too_soon = Refusal::TooSoon { retry_at: NOW.plus_ms(HOLD_MS) };
    assert_eq!(send(&mut desk), Err(Rejected::Refused(too_soon)), "what waited waits on");
    let is_own = |id: &RecordId| sent_back(&desk.store, *id).is_some_and(|(of, _)| of == user);
    let own = rows(&desk.store).into_keys().find(|id| *id != order.id && is_own(id)).unwrap();
    let done = desk.ask(Actor::User(user), hold(own)).unwrap();
    assert_eq!((done.orders.len(), waiting(&desk.store).len()), (1, 1), "what is decided here is done at once");
    desk.ask(Actor::User(ADMIN), Ask::Workspace(WorkspaceAsk::LiftQuarantine)).unwrap();
    assert_eq!(send(&mut desk), Ok(1), "with the word it goes");
    assert!(say(&mut desk).is_empty(), "and what is due is fired");
    desk.stop();
}

#[test]
fn a_decision_waits_over_a_restart_and_goes_once() {
    let site = Site::new();
    let mut desk = Desk::over(site.create(), NOW);
    let (form, logins) = desk.furnish();
    let orders = desk.report(form, &logins, 12);
    let mut own = orders.into_iter().filter_map(|order| Some((order, sent_back(&desk.store, order)?)));
    let (order, (user, verdict)) = own.next().unwrap();
    let id = CommandId::from_u128(desk.fresh());
    let ask = Ask::Held(HeldAsk::Hold { order, rev: None, verdict });
    let hold = Command { id, actor: Actor::User(user), ask };
    let before = rows(&desk.store);
    let held = desk.send(hold.clone()).unwrap();
    assert_eq!((waiting(&desk.store), &held.orders), (held.events.clone(), &Vec::new()));
    drop(desk.stop());

    let mut desk = Desk::over(site.open().0, NOW);
    assert_eq!(desk.send(hold.clone()).unwrap().seq, held.seq);
    assert_eq!((waiting(&desk.store), rows(&desk.store)), (held.events.clone(), before));
    let send = |desk: &mut Desk, user| desk.ask(Actor::User(user), Ask::Held(HeldAsk::SendDue { id }));
    let refused = |refusal| Err(Rejected::Refused(refusal));
    assert_eq!(send(&mut desk, user), refused(Refusal::TooSoon { retry_at: NOW.plus_ms(HOLD_MS) }));
    desk.clock.advance_ms(HOLD_MS);
    assert_eq!(send(&mut desk, ADMIN), refused(Refusal::NotFound), "it is nobody else's");
    let sent = send(&mut desk, user).unwrap();
    assert_eq!(sent.events[0], Event::DecisionReleased { id, by: user, order, how: Release::Sent });
    assert_eq!((sent.actor, sent.orders[0].0), (Actor::User(user), order));
    assert_eq!(send(&mut desk, user), refused(Refusal::NotFound));
    assert_eq!(desk.send(hold).unwrap().seq, held.seq, "who asks again holds nothing again");
    let store = desk.stop();
    assert_eq!((waiting(&store), replayed(&store)), (vec![], rows(&store)));
}

#[test]
fn a_decision_is_taken_back_or_its_owner_is_told_why_it_was_in_vain() {
    let site = Site::new();
    let mut desk = Desk::over(site.create(), NOW);
    let (form, logins) = desk.furnish();
    let mut orders = desk.report(form, &logins, 12);
    orders.retain(|order| sent_back(&desk.store, *order).is_some());
    let hold = |desk: &mut Desk, order| {
        let (user, verdict) = sent_back(&desk.store, order).unwrap();
        let held = desk.ask(Actor::User(user), Ask::Held(HeldAsk::Hold { order, rev: None, verdict })).unwrap();
        (user, held.command)
    };
    let ask = |desk: &mut Desk, user, ask| desk.ask(Actor::User(user), Ask::Held(ask));
    let too_late = Err(Rejected::Refused(Refusal::TakeBackTooLate));
    let (user, id) = hold(&mut desk, orders[0]);
    assert_eq!(ask(&mut desk, ADMIN, HeldAsk::TakeBack { id }), too_late, "it is nobody else's");
    ask(&mut desk, user, HeldAsk::TakeBack { id }).unwrap();
    assert_eq!(waiting(&desk.store), []);
    assert_eq!(ask(&mut desk, user, HeldAsk::TakeBack { id }), too_late);

    let (user, id) = hold(&mut desk, orders[1]);
    desk.verb(ADMIN, orders[1], OrderVerb::Terminate { comment: String::new() }).unwrap();
    desk.clock.advance_ms(HOLD_MS);
    let sent = ask(&mut desk, user, HeldAsk::SendDue { id }).unwrap();
    let how = Release::Refused(Obstacle::OrderEnded);
    assert_eq!(sent.events, [Event::DecisionReleased { id, by: user, order: orders[1], how }]);
    let [notice] = sent.notices.as_slice() else { panic!("{:?}", sent.notices) };
    assert_eq!((notice.user, notice.message.by, notice.message.text.as_str()), (user, Some(ADMIN), "Which one?"));
    assert_eq!(waiting(&desk.store), []);
    desk.stop();
}
