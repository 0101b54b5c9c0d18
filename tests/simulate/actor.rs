//! People who do what they may, and sometimes what they may not. Everything they did is remembered, to be told when it went wrong.

use std::collections::{BTreeMap, BTreeSet};

use tessera::decide::order::allowed::Act;
use tessera::flow::back;
use tessera::model::command::{Actor, HeldAsk, Opinion, OrderVerb, ReturnTarget, Ruling, Verdict, WithdrawTo};
use tessera::model::event::Event;
use tessera::model::flow::{FlowDefinition, Port, Step};
use tessera::model::id::{FieldId, NodeId, TaskId, TimerId, UserId, VisitId};
use tessera::model::limit::HOLD_MS;
use tessera::model::order::{Order, Task, TaskState};
use tessera::model::raw::{Raw, RawRecord};
use tessera::model::refusal::Refusal;
use tessera::model::time::MINUTE_MS;

use super::luck::Luck;
use super::version;
use super::{held, invariant};
use crate::flow::desk::{Desk, decided};
use crate::flow::drawing::{Cast, FORM};

pub struct Troupe {
    seed: u64,
    luck: Luck,
    cast: Cast,
    script: Vec<String>,
    returns_left: usize,
    /// Who left in the middle of it.
    left: BTreeSet<UserId>,
}

impl Troupe {
    pub fn new(seed: u64, luck: Luck, cast: Cast) -> Self {
        Self { seed, luck, cast, script: Vec::new(), returns_left: 8, left: BTreeSet::new() }
    }

    pub fn told(&self) -> String {
        format!("seed {:#x}\n{}", self.seed, self.script.join("\n"))
    }

    pub fn play(&mut self, desk: &mut Desk, commands: usize) {
        let ann = self.cast.id("ann");
        let values = self.values();
        self.ask(desk, Actor::User(ann), OrderVerb::Submit { form: FORM, values });
        for _ in 0..commands {
            match self.luck.below(100) {
                0..60 => self.work(desk),
                60..70 => self.meddle(desk),
                70..85 => self.beside(desk),
                85..90 => self.wait(desk),
                90..92 => self.shown_is_what_works(desk),
                92..95 => self.redraw(desk),
                _ => self.administer(desk),
            }
        }
    }

    /// Everybody is back and says yes until it is over.
    pub fn drain(&mut self, desk: &mut Desk, commands: usize) {
        for user in std::mem::take(&mut self.left) {
            self.is_active(desk, user, true);
        }
        desk.now = desk.now.plus_ms(HOLD_MS);
        self.send(desk);
        for _ in 0..commands {
            let Some(order) = desk.order.as_ref().filter(|order| order.is_running()) else { return };
            if order.has_incident() {
                let admin = self.cast.id("admin");
                let values = self.who();
                let record_rev = record_rev(desk);
                self.ask(desk, Actor::User(admin), OrderVerb::Edit { values, record_rev });
                self.ask(desk, Actor::User(admin), OrderVerb::ResolveIncident);
                continue;
            }
            let open: Vec<_> = order.open_tasks().map(|(id, task)| (id, task.clone())).collect();
            let (id, task) = self.luck.pick(&open).expect("a running order without incident has an open task").clone();
            let user = task.holders()[self.luck.below(task.holders().len())];
            let verb = if task.actor.is_none() { OrderVerb::Claim { task: id } } else { yes(desk, id, &task) };
            self.ask(desk, Actor::User(user), verb);
        }
    }

    fn work(&mut self, desk: &mut Desk) {
        let Some(order) = &desk.order else { return };
        let open: Vec<_> = order.open_tasks().map(|(id, task)| (id, task.clone())).collect();
        let Some((id, task)) = self.luck.pick(&open).cloned() else { return };
        let user = task.holders()[self.luck.below(task.holders().len())];
        let verb = match (self.luck.below(20), task.actor) {
            (_, None) => OrderVerb::Claim { task: id },
            (0, _) => OrderVerb::SaveTask { task: id, values: self.values() },
            (1, _) => decided(id, Ruling::Transfer { to: self.somebody() }, Opinion::default()),
            (2, _) => OrderVerb::Release { task: id },
            (3 | 4, _) => decided(id, Ruling::Reject, Opinion::of("no")),
            (5..=7, _) if self.returns_left > 0 => self.send_back(desk, id, &task),
            (8..=11, _) => self.other_button(desk, id, &task),
            _ => yes(desk, id, &task),
        };
        if let OrderVerb::Decide(verdict) = &verb
            && self.luck.percent(15)
        {
            self.script.push(format!("{} holds {verdict:?}", self.cast.name(user)));
            return held::hold(desk, user, verdict, &|| self.told());
        }
        let is_decision = matches!(
            verb,
            OrderVerb::Decide(Verdict { ruling: Ruling::Approve { .. } | Ruling::Complete { .. }, .. })
                | OrderVerb::Submit { .. }
        );
        if self.ask(desk, Actor::User(user), verb.clone()) && is_decision {
            self.twice(desk, user, &verb);
            self.taken_back(desk, user, task.visit, &verb);
        }
    }

    /// The same button again: a clean refusal, and nothing happens.
    fn twice(&self, desk: &Desk, user: UserId, verb: &OrderVerb) {
        let again = desk.judge(Actor::User(user), verb.clone());
        assert!(again.is_err(), "a decision was taken twice\n{}", self.told());
    }

    /// Recalled and decided again, everything stands where it stood.
    fn taken_back(&mut self, desk: &Desk, user: UserId, visit: VisitId, verb: &OrderVerb) {
        let mut other = desk.aside();
        if other.ask(Actor::User(user), OrderVerb::Recall { visit }).is_err() {
            return;
        }
        self.script.push(format!("(and {} recalls {visit})", self.cast.name(user)));
        invariant::hold(desk.order.as_ref(), &other, &self.left, &|| self.told());
        other.ask(Actor::User(user), verb.clone()).unwrap_or_else(|refusal| {
            panic!("what was recalled cannot be decided again: {refusal:?}\n{}", self.told())
        });
        invariant::same_place(desk.order(), other.order(), &|| self.told());
        self.script.pop();
    }

    fn send_back(&mut self, desk: &Desk, id: TaskId, task: &Task) -> OrderVerb {
        self.returns_left -= 1;
        let order = desk.order();
        let above: Vec<_> = back::ancestors(order, task.visit).into_iter().collect();
        let target = match (self.luck.below(4), self.luck.pick(&above)) {
            (0, _) => ReturnTarget::Start,
            (1, _) | (_, None) => ReturnTarget::Previous,
            (_, Some(visit)) => ReturnTarget::Node(order.visits[visit].node.clone()),
        };
        decided(id, Ruling::Return { target }, Opinion::of("again"))
    }

    fn other_button(&mut self, desk: &Desk, id: TaskId, task: &Task) -> OrderVerb {
        let outcomes: Vec<_> = desk
            .flow()
            .exits(&desk.order().visits[&task.visit].node)
            .filter_map(|edge| match &edge.port {
                Port::Outcome(outcome) => Some(outcome.clone()),
                Port::Out | Port::Approved | Port::Rejected => None,
            })
            .collect();
        if outcomes.is_empty() {
            return yes(desk, id, task);
        }
        let outcome = self.luck.pick(&outcomes).cloned();
        decided(id, Ruling::Complete { outcome, values: self.values() }, Opinion::default())
    }

    /// Anything by anybody on any task.
    fn meddle(&mut self, desk: &mut Desk) {
        let last = desk.order.as_ref().map_or(0, |order| order.tasks.len());
        let task = TaskId(u32::try_from(self.luck.below(last + 2)).expect("few tasks"));
        let (comment, opinion) = (String::new(), Opinion::default());
        let (values, to) = (self.values(), self.somebody());
        let verb = match self.luck.below(9) {
            0 => OrderVerb::Claim { task },
            1 => decided(task, Ruling::Approve { values }, opinion),
            2 => decided(task, Ruling::Complete { outcome: None, values }, opinion),
            3 => decided(task, Ruling::Reject, opinion),
            4 => decided(task, Ruling::Transfer { to }, opinion),
            5 => OrderVerb::ChangeAssignee { task, to, comment },
            6 => OrderVerb::Submit { form: FORM, values },
            7 => OrderVerb::SaveDraft { form: FORM, values },
            _ => OrderVerb::DiscardDraft,
        };
        let user = self.somebody();
        self.ask(desk, Actor::User(user), verb);
    }

    /// What moves the order without being somebody's task.
    fn beside(&mut self, desk: &mut Desk) {
        let Some(order) = &desk.order else { return };
        let visits: Vec<_> = order.visits.keys().copied().collect();
        let user = self.somebody();
        let verb = match self.luck.below(10) {
            0..5 => {
                let recent: Vec<_> =
                    visits.iter().rev().take(8).filter(|id| is_decided(order, **id)).copied().collect();
                let Some(visit) = self.luck.pick(&recent).copied() else { return };
                let deciders = back::deciders(order, visit);
                let user = self.luck.pick(&deciders).copied().unwrap_or(user);
                self.ask(desk, Actor::User(user), OrderVerb::Recall { visit });
                return;
            }
            5 if self.returns_left > 0 && self.luck.percent(30) => {
                self.returns_left -= 1;
                let ann = self.cast.id("ann");
                let to = if self.luck.percent(5) { WithdrawTo::Cancel } else { WithdrawTo::Draft };
                self.ask(desk, Actor::User(ann), OrderVerb::Withdraw { to, comment: String::new() });
                return;
            }
            6 => OrderVerb::Urge,
            7 => OrderVerb::Cc { users: vec![self.somebody()] },
            _ => OrderVerb::Comment { text: "hm".into(), mentions: vec![self.somebody()], files: Vec::new() },
        };
        self.ask(desk, Actor::User(user), verb);
    }

    /// What a person is offered works, but for what still has to be written; what is not offered is refused.
    fn shown_is_what_works(&mut self, desk: &Desk) {
        let Some(order) = desk.order.as_ref().filter(|order| order.is_running()) else { return };
        let user = self.somebody();
        let allowed = desk.allowed(user);
        for task in order.tasks.keys() {
            for (act, verb) in verbs(*task, self.cast.id("lee")) {
                let is_shown = allowed.iter().any(|allowed| allowed.act == act && allowed.task == Some(*task));
                let answer = desk.judge(Actor::User(user), verb);
                let works = match &answer {
                    Ok(_) => true,
                    Err(refusal) => matches!(
                        refusal,
                        Refusal::Invalid(_)
                            | Refusal::CommentRequired
                            | Refusal::AlreadyParticipant { .. }
                            | Refusal::UserInactive { .. }
                            | Refusal::AmbiguousPrevious { .. }
                    ),
                };
                assert_eq!(is_shown, works, "{act:?} {task} {answer:?}\n{}", self.told());
            }
        }
        for visit in order.visits.keys() {
            let is_shown = allowed.iter().any(|allowed| allowed.act == Act::Recall && allowed.visit == Some(*visit));
            let works = desk.judge(Actor::User(user), OrderVerb::Recall { visit: *visit }).is_ok();
            assert_eq!(is_shown, works, "recall {visit}\n{}", self.told());
        }
    }

    fn wait(&mut self, desk: &mut Desk) {
        let minutes = i64::try_from(self.luck.below(90)).expect("small");
        desk.now = desk.now.plus_ms(minutes * MINUTE_MS);
        self.send(desk);
        if self.luck.percent(50) {
            self.ask(desk, Actor::System, OrderVerb::FireTimers { timer: TimerId(1) });
        }
    }

    /// What waited goes, unless its owner thinks better of it.
    fn send(&mut self, desk: &mut Desk) {
        for held in held::due(desk) {
            if self.luck.percent(20) {
                let ask = HeldAsk::TakeBack { id: held.id };
                assert_eq!(desk.hold(held.by, ask).map(|(events, _)| events), Ok(Vec::new()), "{}", self.told());
                continue;
            }
            self.script.push(format!("{} sends {:?}", self.cast.name(held.by), held.verdict));
            let before = desk.order.clone();
            held::send(desk, &held, &|| self.told());
            invariant::hold(before.as_ref(), desk, &self.left, &|| self.told());
        }
    }

    fn administer(&mut self, desk: &mut Desk) {
        let admin = self.cast.id("admin");
        let somebody = self.somebody();
        match self.luck.below(12) {
            0 if self.luck.percent(10) => {
                let verb = OrderVerb::Terminate { comment: String::new() };
                self.ask(desk, Actor::User(admin), verb);
            }
            1..4 => {
                let values = self.who();
                self.ask(desk, Actor::User(admin), OrderVerb::Edit { values, record_rev: record_rev(desk) });
            }
            4..6 => {
                self.ask(desk, Actor::User(admin), OrderVerb::ResolveIncident);
            }
            6..8 if somebody != admin && self.left.len() < 2 => {
                self.left.insert(somebody);
                self.is_active(desk, somebody, false);
            }
            8..10 => {
                if let Some(user) = self.left.pop_first() {
                    self.is_active(desk, user, true);
                }
            }
            _ => self.reassign(desk, admin),
        }
    }

    /// The flow is drawn anew while the order is on its way, and the order is taken over if it can.
    fn redraw(&mut self, desk: &mut Desk) {
        if !desk.order.as_ref().is_some_and(Order::is_running) {
            return;
        }
        let flow = FlowDefinition::clone(&desk.flow().definition);
        let (drawn, nodes) = if self.luck.percent(50) {
            let (drawn, nodes) = version::renamed(&flow);
            self.there_and_back(desk, (&flow, &drawn), &nodes);
            (drawn, nodes)
        } else {
            (version::changed(&mut self.luck, &flow, desk.newest() + 1), BTreeMap::new())
        };
        if super::errors(&desk.catalog, &drawn).is_empty() {
            desk.publish(&drawn);
            let verb = OrderVerb::Migrate { to: desk.newest(), nodes };
            self.ask(desk, Actor::User(self.cast.id("admin")), verb);
        }
    }

    fn there_and_back(
        &self,
        desk: &Desk,
        (here, there): (&FlowDefinition, &FlowDefinition),
        nodes: &BTreeMap<NodeId, NodeId>,
    ) {
        let mut other = desk.aside();
        let fired = other.ask(Actor::System, OrderVerb::FireTimers { timer: TimerId(0) });
        let before = fired.map(|_| other.order().clone()).expect("the clock is never refused");
        let back = nodes.iter().map(|(here, there)| (there.clone(), here.clone())).collect();
        for (flow, nodes) in [(there, nodes), (here, &back)] {
            other.publish(flow);
            let verb = OrderVerb::Migrate { to: other.newest(), nodes: nodes.clone() };
            let moved = other.ask(Actor::User(self.cast.id("admin")), verb);
            moved.unwrap_or_else(|refusal| panic!("the same drawing was refused: {refusal:?}\n{}", self.told()));
        }
        invariant::same_but_for_the_version(&before, other.order(), &|| self.told());
    }

    fn reassign(&mut self, desk: &mut Desk, admin: UserId) {
        let Some(order) = &desk.order else { return };
        let pending: Vec<_> = order.tasks.iter().filter(|(_, task)| task.is_pending()).map(|(id, _)| *id).collect();
        if let Some(task) = self.luck.pick(&pending).copied() {
            let verb = OrderVerb::ChangeAssignee { task, to: self.somebody(), comment: String::new() };
            self.ask(desk, Actor::User(admin), verb);
        }
    }

    fn is_active(&mut self, desk: &mut Desk, user: UserId, is_active: bool) {
        self.script.push(format!("{} active {is_active}", self.cast.name(user)));
        let mut person = desk.catalog.directory.user(user).expect("a person").clone();
        person.is_active = is_active;
        desk.catalog.apply(&Event::UserSaved(person));
    }

    fn somebody(&mut self) -> UserId {
        let name = self.cast.names[self.luck.below(self.cast.names.len())].clone();
        self.cast.id(&name)
    }

    fn values(&mut self) -> RawRecord {
        let amount = Raw::Number(self.luck.below(12).to_string());
        if self.luck.percent(50) { RawRecord::new() } else { [(field("amount"), amount)].into() }
    }

    fn who(&mut self) -> RawRecord {
        [(field("who"), Raw::Text(self.somebody().to_string()))].into()
    }

    /// Whether it was accepted. Whatever came of it, the rules hold.
    fn ask(&mut self, desk: &mut Desk, actor: Actor, verb: OrderVerb) -> bool {
        let who = match actor {
            Actor::User(user) => self.cast.name(user).to_owned(),
            Actor::System => "clock".to_owned(),
        };
        let before = desk.order.clone();
        let answer = desk.ask(actor, verb.clone());
        let said = answer.as_ref().err().map_or_else(|| "done".to_owned(), |refusal| format!("{refusal:?}"));
        self.script.push(format!("{who} {verb:?}: {said}"));
        if answer.is_ok() {
            invariant::hold(before.as_ref(), desk, &self.left, &|| self.told());
        } else {
            assert_eq!(before, desk.order, "a refusal changed something\n{}", self.told());
        }
        answer.is_ok()
    }
}

fn verbs(task: TaskId, to: UserId) -> [(Act, OrderVerb); 8] {
    let (values, comment) = (RawRecord::new(), "so".to_owned());
    let (outcome, opinion) = (None, Opinion::of(comment.as_str()));
    [
        (Act::Claim, OrderVerb::Claim { task }),
        (Act::Release, OrderVerb::Release { task }),
        (Act::SaveTask, OrderVerb::SaveTask { task, values: values.clone() }),
        (Act::Complete, decided(task, Ruling::Complete { outcome, values: values.clone() }, opinion.clone())),
        (Act::Approve, decided(task, Ruling::Approve { values }, opinion.clone())),
        (Act::Reject, decided(task, Ruling::Reject, opinion)),
        (Act::Transfer, decided(task, Ruling::Transfer { to }, Opinion::default())),
        (Act::ChangeAssignee, OrderVerb::ChangeAssignee { task, to, comment }),
    ]
}

fn is_decided(order: &Order, visit: VisitId) -> bool {
    !back::deciders(order, visit).is_empty() && (order.visits[&visit].is_done() || order.visits[&visit].is_open())
}

fn field(id: &str) -> FieldId {
    FieldId::parse(id).expect("a slug")
}

fn record_rev(desk: &Desk) -> u64 {
    desk.record.as_ref().map_or(0, |record| record.rev)
}

/// The answer that moves the order towards its end.
fn yes(desk: &Desk, id: TaskId, task: &Task) -> OrderVerb {
    let order: &Order = desk.order();
    assert_eq!(task.state, TaskState::Open);
    let (values, opinion) = (RawRecord::new(), Opinion::default());
    match &desk.flow().node(&order.visits[&task.visit].node).step {
        Step::Start(_) => OrderVerb::Submit { form: FORM, values },
        Step::Handle(handle) => {
            let outcome = handle.outcomes.first().map(|outcome| outcome.id.clone());
            decided(id, Ruling::Complete { outcome, values }, opinion)
        }
        Step::Approve(_) => decided(id, Ruling::Approve { values }, opinion),
        step => panic!("nobody works at {step:?}"),
    }
}
